#include "ingest/xlsx/xlsx_reader.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "ingest/xlsx/xlsx_parts.hpp"
#include "ingest/xlsx/xlsx_sheet.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::string_view kWorkbook = "xl/workbook.xml";
constexpr std::string_view kRelationships = "xl/_rels/workbook.xml.rels";

/// Part names differ without regard to case (ECMA-376 part 2, 6.2.2); some writers put backslashes.
std::string normal_path(std::string_view path) {
  std::string out(path);
  for (char& c : out) c = c == '\\' ? '/' : text::to_lower(c);
  return out;
}

/// Calls `visit` with each member of the archive until it says false.
Status for_each_member(const ArchiveBytes& archive, const UnpackTerms& terms, std::string& cut_because,
                       const std::function<Result<bool>(const ArchiveReader::Member&, const std::string&)>& visit) {
  SIDIK_TRY(const auto zip, ArchiveReader::open(archive, terms));
  while (true) {
    SIDIK_TRY(const ArchiveReader::Member* member, zip->next());
    if (member == nullptr) break;
    SIDIK_TRY(const bool goes_on, visit(*member, normal_path(member->name)));
    if (!goes_on) break;
  }
  if (cut_because.empty()) cut_because = zip->cut_because();
  return {};
}

class WorkbookReader {
 public:
  WorkbookReader(const ArchiveBytes& archive, const UnpackTerms& terms, const std::string& name,
                 const ReadOptions& options, RecordSink& sink, ReadProgress& progress, std::string& cut_because,
                 std::vector<SkippedMember>& skipped)
      : archive_(archive),
        terms_(terms),
        name_(name),
        options_(options),
        sink_(sink),
        progress_(progress),
        cut_because_(cut_because),
        skipped_(skipped),
        strings_(progress.context.limits) {}

  Status run() {
    SIDIK_CHECK(read_parts({{std::string(kWorkbook), &workbook_}, {std::string(kRelationships), &relationships_}}));
    for (const auto& sheet : workbook_.sheets()) {
      const auto part = relationships_.parts().find(sheet.relationship);
      if (part != relationships_.parts().end() && part->second.kind == "worksheet")
        sheets_.push_back({normal_path(part->second.path), sheet.name});
    }
    if (sheets_.empty()) {
      return fail(ErrorKind::invalid_input, "ingest.xlsx_damaged",
                  cut_because_.empty() ? "the workbook names no sheet of cells" : cut_because_,
                  "open it in a spreadsheet program on a copy and export its sheets as CSV");
    }
    SIDIK_CHECK(read_parts({{normal_path(relationships_.path_of("styles")), &styles_},
                            {normal_path(relationships_.path_of("sharedStrings")), &strings_}}));
    SIDIK_CHECK(read_sheets());
    if (tables_ > 0 || progress_.context.is_cancelled()) return {};
    return fail(ErrorKind::invalid_input, "ingest.no_record",
                fmt::format("the workbook has {} sheets and no record", sheets_.size()),
                "use --header no if the only row is a record");
  }

 private:
  Status for_each(const std::function<Result<bool>(const ArchiveReader::Member&, const std::string&)>& visit) {
    return for_each_member(archive_, terms_, cut_because_, visit);
  }

  void cut(const std::string& because, std::string_view what) {
    if (!because.empty() && cut_because_.empty())
      cut_because_ = fmt::format("a {} of the workbook is cut off or damaged", what);
  }

  Status read_parts(const std::vector<std::pair<std::string, XmlVisitor*>>& wanted) {
    std::size_t left = wanted.size();
    return for_each([&](const ArchiveReader::Member& member, const std::string& path) -> Result<bool> {
      const auto found = std::ranges::find(wanted, path, &std::pair<std::string, XmlVisitor*>::first);
      if (found == wanted.end()) return true;
      SIDIK_TRY(const XmlEnd end, read_xml(*member.source, *found->second));
      cut(member.source->cut_because().empty() ? end.damage : member.source->cut_because(), "part");
      return --left > 0;
    });
  }

  /// In the order of the workbook. Nearly all archives have that order too, and are read in one pass; what is left
  /// after kMostPasses comes as it lies in the archive.
  Status read_sheets() {
    constexpr std::size_t kMostPasses = 64;
    std::size_t next = 0;
    for (std::size_t pass = 1; next < sheets_.size() && !progress_.context.is_cancelled(); ++pass) {
      const std::size_t begin = next;
      SIDIK_CHECK(read_sheets_from(next, pass >= kMostPasses));
      if (pass >= kMostPasses) break;
      if (next == begin) ++next;  // it is not in the archive
    }
    return {};
  }

  /// One pass over the archive: reads the sheet `next` and those that follow it both here and in the workbook.
  Status read_sheets_from(std::size_t& next, bool in_any_order) {
    std::size_t place = 0;
    return for_each([&](const ArchiveReader::Member& member, const std::string& path) -> Result<bool> {
      const std::size_t here = place++;
      const auto sheet = std::ranges::find(sheets_, path, &SheetPart::path);
      const auto number = static_cast<std::size_t>(sheet - sheets_.begin());
      if (sheet == sheets_.end() || (number > next && !in_any_order) || !are_read_.insert(here).second)
        return !progress_.context.is_cancelled();
      SIDIK_CHECK(read_one(member, sheet->name));
      if (number == next) ++next;
      return !progress_.context.is_cancelled();
    });
  }

  Status read_one(const ArchiveReader::Member& member, const std::string& sheet) {
    const XlsxContext context{strings_, styles_, workbook_.since_1904()};
    const std::string name = fmt::format("{}/{}", name_, sheet);
    TableInfo info;
    info.name = name;
    info.format = "xlsx";
    info.format_by = options_.format ? Decider::user : Decider::mark;
    info.encoding = "UTF-8";
    info.encoding_by = Decider::mark;
    std::string because;
    SIDIK_TRY(const bool is_table,
              read_sheet(*member.source, context, std::move(info), options_, sink_, progress_, because));
    cut(because, "sheet");
    tables_ += is_table ? 1 : 0;
    if (!is_table && !progress_.context.is_cancelled())
      skipped_.push_back(
          {name, member.bytes, "ingest.no_record: the sheet has no record" + (because.empty() ? "" : "; " + because)});
    return {};
  }

  struct SheetPart {
    std::string path;
    std::string name;
  };

  const ArchiveBytes& archive_;
  const UnpackTerms& terms_;
  const std::string& name_;
  const ReadOptions& options_;
  RecordSink& sink_;
  ReadProgress& progress_;
  std::string& cut_because_;
  std::vector<SkippedMember>& skipped_;
  XlsxWorkbook workbook_;
  XlsxRelationships relationships_;
  XlsxStyles styles_;
  XlsxStrings strings_;
  std::vector<SheetPart> sheets_;             ///< in the order of the workbook
  std::unordered_set<std::size_t> are_read_;  ///< places of members in the archive
  std::size_t tables_ = 0;
};

}  // namespace

bool may_be_xlsx(std::string_view head, std::string_view name) {
  constexpr std::size_t kNameAt = 30;  // of a local file header (APPNOTE 4.3.7)
  const std::string folded = normal_path(name);
  for (const std::string_view ending : {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"}) {
    if (folded.ends_with(ending)) return true;
  }
  if (head.size() <= kNameAt) return false;
  const std::string first = normal_path(head.substr(kNameAt));
  return first.starts_with("[content_types].xml") || first.starts_with("_rels/") || first.starts_with("xl/") ||
         first.starts_with("docprops/");
}

Result<bool> is_xlsx(const ArchiveBytes& archive, const UnpackTerms& terms) {
  bool has_types = false;
  bool has_workbook = false;
  std::string cut_because;
  const auto status = for_each_member(archive, terms, cut_because,
                                      [&](const ArchiveReader::Member&, const std::string& path) -> Result<bool> {
                                        has_types = has_types || path == "[content_types].xml";
                                        has_workbook = has_workbook || path == kWorkbook;
                                        return !has_types || !has_workbook;
                                      });
  // A directory that cannot be read is told when the archive is read as such.
  if (!status && status.error().kind != ErrorKind::invalid_input) return std::unexpected(status.error());
  return has_types && has_workbook;
}

Status read_xlsx(const ArchiveBytes& archive, const UnpackTerms& terms, const std::string& name,
                 const ReadOptions& options, RecordSink& sink, ReadProgress& progress, std::string& cut_because,
                 std::vector<SkippedMember>& skipped) {
  return WorkbookReader(archive, terms, name, options, sink, progress, cut_because, skipped).run();
}

}  // namespace sidik::ingest
