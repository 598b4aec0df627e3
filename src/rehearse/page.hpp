#pragma once

#include <cstdint>
#include <string>

#include "rehearse/output_file.hpp"
#include "rehearse/text_encoding.hpp"

namespace sidik::rehearse {

/// The text that is about to be written, as UTF-8, and how many bytes it takes in the encoding of the file.
struct Page {
  explicit Page(TextEncoding its_encoding) : encoding(its_encoding) {}

  TextEncoding encoding;
  std::string text;

  [[nodiscard]] std::uint64_t bytes_since(std::size_t begin) const {
    return encoded_size(std::string_view(text).substr(begin), encoding);
  }
  /// Writes and empties it.
  Status flush_to(OutputFile& file) {
    if (encoding == TextEncoding::utf8) {
      const Status status = file.write(text);
      text.clear();
      return status;
    }
    encoded_.clear();
    append_encoded(encoded_, text, encoding);
    text.clear();
    return file.write(encoded_);
  }

 private:
  std::string encoded_;
};

/// Line ends of any of the three kinds; CR LF is one.
[[nodiscard]] inline std::uint64_t count_line_ends(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_lone_cr = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    count += text[at] == '\n' || is_lone_cr ? 1 : 0;
  }
  return count;
}

}  // namespace sidik::rehearse
