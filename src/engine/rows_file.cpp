#include "engine/rows_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "engine/private_file.hpp"
#include "origin/strata.hpp"
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

/// A file that has no name and goes when it is closed, in the folder of `path` where that can be.
std::FILE* open_draft(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  return descriptor < 0 ? std::tmpfile() : ::fdopen(descriptor, "w+");
}

constexpr std::uint32_t kNoSignature = ~std::uint32_t{0};

}  // namespace

std::unexpected<Error> RowsFile::unwritable() const {
  return fail(ErrorKind::io, "engine.rows_unwritable",
              fmt::format("{} cannot be written: {}", path_, std::strerror(errno)), "choose another file for --rows");
}

Result<std::unique_ptr<RowsFile>> RowsFile::create(const std::string& path, bool is_unmasked) {
  const int descriptor = open_private(path);
  std::unique_ptr<RowsFile> rows(new RowsFile(File(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"), &std::fclose),
                                              File(nullptr, &std::fclose), path, is_unmasked));
  if (!rows->file_) return rows->unwritable();
  rows->draft_.reset(open_draft(path));
  if (!rows->draft_) return rows->unwritable();
  if (std::fputs("table,record,offset,length,stratum,person,checks,masked\n", rows->file_.get()) < 0)
    return rows->unwritable();
  return rows;
}

Status RowsFile::write(std::string_view table, const table::RecordBatch& batch, const BatchSignatures& signatures,
                       const std::vector<std::string>& failed_checks) {
  for (std::size_t r = 0; r < batch.records(); ++r) {
    line_.clear();
    append_quoted(line_, text::printable(table));
    const auto span = batch.span(r);
    fmt::format_to(std::back_inserter(line_), ",{},{},{},", batch.first_record().value + r + 1, span.offset.value,
                   span.length.value);
    DraftHead head{.table = signatures.table,
                   .signature = r < signatures.of_record.size() ? signatures.of_record[r] : kNoSignature,
                   .before = static_cast<std::uint32_t>(line_.size()),
                   .after = 0};
    line_ += ',';
    append_quoted(line_, failed_checks[r]);
    line_ += ',';
    std::string shown;
    for (std::size_t c = 0; c < batch.columns(); ++c) {
      if (c > 0) shown += " | ";
      shown += is_unmasked_ ? text::printable(batch.field(r, c)) : text::mask(batch.field(r, c));
    }
    append_quoted(line_, shown);
    line_ += '\n';
    head.after = static_cast<std::uint32_t>(line_.size()) - head.before;
    if (std::fwrite(&head, sizeof head, 1, draft_.get()) != 1 ||
        std::fwrite(line_.data(), 1, line_.size(), draft_.get()) != line_.size())
      return unwritable();
  }
  return {};
}

std::string RowsFile::stratum_of(const DraftHead& head) const {
  const auto found = settled_.find(head.table);
  if (found == settled_.end() || found->second.stratum_of_signature.empty()) return {};
  const SettledStrata& strata = found->second;
  return std::to_string(strata.strata_before + 1 + origin::stratum_of(strata.stratum_of_signature, head.signature));
}

Status RowsFile::close(std::span<const std::uint32_t> persons) {
  std::rewind(draft_.get());
  DraftHead head{};
  for (std::size_t at = 0; std::fread(&head, sizeof head, 1, draft_.get()) == 1; ++at) {
    line_.resize(std::size_t{head.before} + head.after);
    if (std::fread(line_.data(), 1, line_.size(), draft_.get()) != line_.size()) return unwritable();
    const std::string person = at < persons.size() ? std::to_string(std::uint64_t{persons[at]} + 1) : std::string();
    line_.insert(head.before, stratum_of(head) + ',' + person);
    if (std::fwrite(line_.data(), 1, line_.size(), file_.get()) != line_.size()) return unwritable();
  }
  if (std::ferror(draft_.get()) != 0) return unwritable();
  draft_.reset();
  std::FILE* file = file_.release();
  return file == nullptr || std::fclose(file) == 0 ? Status{} : unwritable();
}

}  // namespace sidik::engine
