#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace sidik::rehearse {

/// A file that is written from front to back, packed with gzip or plain; `-` is standard output.
///
/// Errors   rehearse.unwritable (io). A write error is kept and told by the next write or by close.
class OutputFile {
 public:
  [[nodiscard]] static Result<OutputFile> open(const std::string& path, bool gzip);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile();

  Status write(std::string_view bytes);
  /// Ends the file. REQUIRED for a file that counts; the destructor only lets go of it.
  Status close();

 private:
  struct State;
  explicit OutputFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sidik::rehearse
