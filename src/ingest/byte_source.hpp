#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.hpp"
#include "base/result.hpp"

namespace sidik::ingest {

/// Bytes in order, from a file, a decompressor or an archive's member.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Reads up to `buffer.size()` bytes; 0 at the end.
  [[nodiscard]] virtual Result<std::size_t> read(std::span<char> buffer) = 0;
  /// Why the bytes ended before their time; empty when they are whole.
  [[nodiscard]] virtual std::string cut_because() const { return {}; }
};

/// Bytes that can be read from any place again.
class SeekableSource : public ByteSource {
 public:
  /// Moves to a byte from the start; false when that is impossible (a pipe).
  [[nodiscard]] virtual bool seek(std::uint64_t offset) = 0;
  [[nodiscard]] virtual std::uint64_t position() const = 0;
  /// The number of all bytes; 0 for a pipe.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
};

/// A file or standard input (`-`). `on_bytes`, when given, sees every byte once.
class FileSource final : public SeekableSource {
 public:
  using Observer = std::function<void(std::string_view)>;
  /// Errors   ingest.not_found, ingest.unreadable.
  /// `cancel`, when given, ends a read that waits for input as if the file ended there.
  [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::string& path, Observer on_bytes,
                                                                const CancelToken* cancel = nullptr);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  /// Moves to a byte from the start; the observer sees nothing of it. False on a pipe.
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  /// From here on the observer is not called (the bytes were seen already).
  void stop_observing() { on_bytes_ = nullptr; }
  [[nodiscard]] std::uint64_t position() const override { return position_; }
  /// For readers by position that leave the file's own position alone; borrowed.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::uint64_t size() const override { return size_; }

 private:
  FileSource(int descriptor, std::string path, std::uint64_t size, Observer on_bytes, const CancelToken* cancel);
  int descriptor_;
  std::string path_;
  std::uint64_t size_;
  std::uint64_t position_ = 0;
  Observer on_bytes_;
  const CancelToken* cancel_;
};

/// Lets the first bytes be looked at before they are read.
class PeekedSource final : public ByteSource {
 public:
  explicit PeekedSource(ByteSource& inner) : inner_(inner) {}
  /// Up to `count` first bytes that were not read yet; fewer only at the end.
  [[nodiscard]] Result<std::string_view> peek(std::size_t count);
  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override;
  [[nodiscard]] std::string cut_because() const override { return inner_.cut_because(); }

 private:
  ByteSource& inner_;
  std::string head_;
  std::size_t at_ = 0;
};

}  // namespace sidik::ingest
