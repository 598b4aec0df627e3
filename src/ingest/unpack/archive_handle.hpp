#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ingest/unpack/container.hpp"
#include "ingest/unpack/decoder_input.hpp"
#include "ingest/unpack/stop.hpp"

namespace sidik::ingest {

/// libarchive over a DecoderInput, with the one format that the first bytes named and no other: with all of them it
/// takes CSV for mtree.
///
/// Lifetime `input` outlives it; one handle at a time moves it.
class ArchiveHandle {
 public:
  using OnInput = std::function<void(std::uint64_t packed)>;
  /// `on_input` is called now and then while much is read and nothing comes out.
  ArchiveHandle(ContainerKind kind, DecoderInput& input, OnInput on_input);
  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;

  void add_password(const std::string& password);
  /// `seeks`: by the directory, when the input is a file.
  [[nodiscard]] bool open(bool seeks);
  /// A status of libarchive.
  [[nodiscard]] int next(archive_entry** entry) { return archive_read_next_header(handle_.get(), entry); }
  [[nodiscard]] la_ssize_t read(std::span<char> room) {
    return archive_read_data(handle_.get(), room.data(), room.size());
  }
  [[nodiscard]] bool has_encrypted() const { return archive_read_has_encrypted_entries(handle_.get()) > 0; }
  /// What libarchive's last error means; `otherwise` when it says nothing that is known here.
  [[nodiscard]] StopCode why(StopCode otherwise) const;

 private:
  static la_ssize_t on_read(archive* handle, void* self, const void** block);
  static la_int64_t on_seek(archive* handle, void* self, la_int64_t offset, int whence);
  static la_int64_t on_skip(archive* handle, void* self, la_int64_t request);

  DecoderInput& input_;
  OnInput on_input_;
  std::uint64_t told_ = 0;
  std::vector<char> block_;
  std::unique_ptr<archive, int (*)(archive*)> handle_;
};

}  // namespace sidik::ingest
