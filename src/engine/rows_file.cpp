#include "engine/rows_file.hpp"

#include <cerrno>
#include <cstring>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "engine/private_file.hpp"
#include "text/mask.hpp"
#include "text/utf8.hpp"

namespace sidik::engine {
namespace {

/// Quoted always: a table's name and a masked row may hold anything.
void append_quoted(std::string& line, std::string_view field) {
  line += '"';
  for (const char c : field) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

std::unexpected<Error> RowsFile::unwritable() const {
  return fail(ErrorKind::io, "engine.rows_unwritable",
              fmt::format("{} cannot be written: {}", path_, std::strerror(errno)), "choose another file for --rows");
}

Result<std::unique_ptr<RowsFile>> RowsFile::create(const std::string& path, bool is_unmasked) {
  const int descriptor = open_private(path);
  std::unique_ptr<RowsFile> rows(
      new RowsFile(File(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"), &std::fclose), path, is_unmasked));
  if (!rows->file_) return rows->unwritable();
  if (std::fputs("table,record,offset,length,stratum,person,checks,masked\n", rows->file_.get()) < 0)
    return rows->unwritable();
  return rows;
}

Status RowsFile::write(std::string_view table, const table::RecordBatch& batch,
                       const std::vector<std::string>& failed_checks) {
  for (std::size_t r = 0; r < batch.records(); ++r) {
    line_.clear();
    append_quoted(line_, text::printable(table));
    const auto span = batch.span(r);
    fmt::format_to(std::back_inserter(line_), ",{},{},{},,,", batch.first_record().value + r + 1, span.offset.value,
                   span.length.value);
    append_quoted(line_, failed_checks[r]);
    line_ += ',';
    std::string shown;
    for (std::size_t c = 0; c < batch.columns(); ++c) {
      if (c > 0) shown += " | ";
      shown += is_unmasked_ ? text::printable(batch.field(r, c)) : text::mask(batch.field(r, c));
    }
    append_quoted(line_, shown);
    line_ += '\n';
    if (std::fwrite(line_.data(), 1, line_.size(), file_.get()) != line_.size()) return unwritable();
  }
  return {};
}

Status RowsFile::close() {
  std::FILE* file = file_.release();
  return file == nullptr || std::fclose(file) == 0 ? Status{} : unwritable();
}

}  // namespace sidik::engine
