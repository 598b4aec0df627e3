#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/sha256.hpp"

namespace sidik::engine {

/// Writes one copy of a register, readable by its owner only, and hashes it on the way.
///
/// Order of calls   create, write*, finish once.
/// Errors   engine.unwritable (io).
class CopyWriter {
 public:
  [[nodiscard]] static Result<CopyWriter> create(const std::string& path);
  Status write(std::string_view bytes);
  /// The SHA-256 of all that was written.
  Result<std::string> finish();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  CopyWriter(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}
  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  crypto::Sha256 hash_;
};

/// How the rows of a delimited text are written.
struct RowWriting {
  std::string delimiter = ",";
  char quote = '"';
  char escape = '"';
  bool quotes_all = false;  ///< every field stands in quotes
  std::string newline = "\n";
};

/// A row as text, its line end included; fields are quoted where they must be.
[[nodiscard]] std::string written_row(std::span<const std::string_view> fields, const RowWriting& how);

}  // namespace sidik::engine
