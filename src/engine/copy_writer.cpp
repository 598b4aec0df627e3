#include "engine/copy_writer.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "engine/private_file.hpp"

namespace sidik::engine {
namespace {

std::unexpected<Error> unwritable(const std::string& path) {
  return fail(ErrorKind::io, "engine.unwritable", fmt::format("{} cannot be written: {}", path, std::strerror(errno)),
              "choose another folder");
}

}  // namespace

Result<CopyWriter> CopyWriter::create(const std::string& path) {
  const int descriptor = open_private(path);
  std::FILE* file = descriptor < 0 ? nullptr : ::fdopen(descriptor, "wb");
  if (file == nullptr) return unwritable(path);
  return CopyWriter(path, file);
}

Status CopyWriter::write(std::string_view bytes) {
  hash_.update(bytes);
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return unwritable(path_);
  return {};
}

Result<std::string> CopyWriter::finish() {
  if (std::fclose(file_.release()) != 0) return unwritable(path_);
  return hash_.finish_hex();
}

std::string written_row(std::span<const std::string_view> fields, const RowWriting& how) {
  std::string out;
  bool is_first = true;
  for (const std::string_view field : fields) {
    if (!is_first) out += how.delimiter;
    is_first = false;
    const bool must_quote = field.find_first_of("\r\n") != std::string_view::npos ||
                            (!how.delimiter.empty() && field.find(how.delimiter) != std::string_view::npos) ||
                            (how.quote != 0 && field.find(how.quote) != std::string_view::npos);
    if (how.quote == 0 || !(must_quote || how.quotes_all)) {
      out += field;
      continue;
    }
    out += how.quote;
    for (const char c : field) {
      if (c == how.quote || (c == how.escape && how.escape != 0)) out += how.escape != 0 ? how.escape : how.quote;
      out += c;
    }
    out += how.quote;
  }
  return out + how.newline;
}

}  // namespace sidik::engine
