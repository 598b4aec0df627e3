// A small table of any bytes: its meanings are decided, and every field is checked under the meanings decided and under
// one that was chosen. Input: three choices, then the table: lines of fields with | between, the first line the
// headers; byte 1 stands for a line feed and byte 2 for a | in a field.
#include <algorithm>
#include <span>

#include "choice_reader.hpp"
#include "identify/examiner.hpp"
#include "identify/header_words.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"
#include "require.hpp"
#include "text/dates.hpp"
#include "text/letters.hpp"
#include "text/mask.hpp"
#include "text/utf8.hpp"

namespace sidik::fuzz {
namespace {

using identify::ColumnMeaning;
using Row = std::vector<std::string>;

constexpr std::size_t kMostColumns = 8;
constexpr std::size_t kMostRows = 64;
constexpr std::size_t kDecidingIdentifiers = 16;
constexpr std::size_t kDecidingHeaders = 4;
constexpr int kYear = 2026;

/// One province in place of all: examiners build a table of the areas, and that would take nearly all of the time.
void keep_some_areas(pack::Pack& pack) {
  std::erase_if(pack.areas, [](const pack::Area& area) { return !area.code.starts_with("31"); });
  pack.area_by_code.clear();
  pack.areas_by_name.clear();
  for (std::size_t i = 0; i < pack.areas.size(); ++i) {
    pack.area_by_code[pack.areas[i].code] = i;
    pack.areas_by_name[text::fold(pack.areas[i].name)].push_back(i);
  }
}

const pack::Pack& packs() {
  static const pack::Pack kLoaded = [] {
    const std::string names[] = {"id"};
    auto pack = pack::load_pack(names);
    require(pack.has_value(), "the packs load");
    keep_some_areas(*pack);
    return std::move(*pack);
  }();
  return kLoaded;
}

/// The packs with fewer identifiers and header words: deciding tries each identifier on random values first, which
/// would take nearly all of the time.
const pack::Pack& deciding_packs() {
  static const pack::Pack kCut = [] {
    pack::Pack pack = packs();
    if (pack.identifiers.size() > kDecidingIdentifiers) pack.identifiers.resize(kDecidingIdentifiers);
    for (auto& meaning : pack.meanings) {
      if (meaning.headers.size() > kDecidingHeaders) meaning.headers.resize(kDecidingHeaders);
    }
    return pack;
  }();
  return kCut;
}

std::vector<std::string> split(std::string_view text, char mark, std::size_t most) {
  std::vector<std::string> parts;
  while (parts.size() < most) {
    const std::size_t end = text.find(mark);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::vector<Row> table_of(std::string_view text) {
  std::vector<Row> rows;
  for (const std::string& line : split(text, '\n', kMostRows)) {
    Row row = split(line, '|', kMostColumns);
    for (std::string& field : row) {
      std::ranges::replace(field, '\x01', '\n');
      std::ranges::replace(field, '\x02', '|');
    }
    if (!rows.empty()) row.resize(rows.front().size());
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Every identifier, vocabulary and meaning of the packs, as the checks of a column.
std::vector<ColumnMeaning> known_meanings() {
  std::vector<ColumnMeaning> out;
  const auto add = [&](std::string meaning, std::string identifier) {
    ColumnMeaning known;
    known.meaning = std::move(meaning);
    known.identifier = std::move(identifier);
    out.push_back(std::move(known));
  };
  for (const auto& identifier : packs().identifiers) add(identifier.meaning, identifier.id);
  for (const auto& vocabulary : packs().vocabularies) add(vocabulary.meaning, vocabulary.name);
  for (const auto& meaning : packs().meanings) add(meaning.name, {});
  add("contact.phone", "e164");
  return out;
}

void try_texts(std::string_view field, text::DateOrder order) {
  if (const auto read = text::parse_date(field, order, packs().months, kYear)) {
    const text::Date date = read->date;
    require(text::is_real_date(date.year, date.month, date.day), "a date that was read exists");
    require(text::from_day_number(text::day_number(date)) == date, "a day's number gives the day again");
    require(read->second_of_day >= -1 && read->second_of_day <= 86400, "a time lies within its day");
  }
  const std::string masked = text::mask(field);
  require(text::count_invalid_utf8(masked) == 0, "a mask is UTF-8");
  require(text::length(masked) <= 41, "a mask has at most 40 code points and an ellipsis");
  const std::string shown = text::printable(field);
  require(text::count_invalid_utf8(shown) == 0, "printable text is UTF-8");
  require(text::printable(shown) == shown, "printable text stays as it is");
  const std::string folded = text::fold(field);
  require(text::fold(folded) == folded, "folded text stays as it is");
  (void)text::fold_plain(field);
  (void)text::normal_header(field);
  (void)text::words(field);
}

void examine(const std::vector<Row>& rows, std::vector<ColumnMeaning> meanings) {
  identify::TableExaminer examiner(rows.front(), std::move(meanings), packs(), kYear);
  table::RecordBatch batch;
  batch.reset(rows.front().size(), RecordIndex(0));
  std::vector<std::string_view> fields;
  for (const Row& row : std::span(rows).subspan(1)) {
    fields.assign(row.begin(), row.end());
    batch.append(fields, {});
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string canonical = examiner.canonical(c, row[c]);
      const auto check = examiner.check(c, row[c]);
      require(check.valid || check.fault != nullptr, "a field that is not valid has a fault");
      require(!row[c].empty() || check.valid, "an empty field is valid");
      if (!canonical.empty()) (void)examiner.canonical(c, canonical);
    }
  }
  std::vector<std::string> failed;
  examiner.examine_batch(batch, &failed);
  require(failed.size() == batch.records(), "every record has a line of faults");
  for (const auto& column : examiner.columns()) {
    require(column.valid <= column.filled && column.filled <= batch.records(), "valid <= filled <= records");
  }
  for (const auto& rule : examiner.coherence()) {
    require(rule.agree <= rule.checked && rule.checked <= batch.records(), "agree <= checked <= records");
  }
}

std::vector<ColumnMeaning> decide(const std::vector<Row>& rows) {
  std::vector<identify::ColumnSample> samples(rows.front().size());
  for (std::size_t c = 0; c < samples.size(); ++c) {
    samples[c].header = rows.front()[c];
    for (const Row& row : std::span(rows).subspan(1)) {
      if (!row[c].empty()) samples[c].values.push_back(row[c]);
    }
  }
  static const identify::MeaningReader kReader(deciding_packs(), kYear);
  auto meanings = kReader.decide(samples);
  require(meanings.size() == samples.size(), "every column has a meaning");
  for (const auto& meaning : meanings)
    require(meaning.confidence >= 0 && meaning.confidence <= 1, "a confidence is a probability");
  return meanings;
}

void run(ChoiceReader input) {
  static const std::vector<ColumnMeaning> kKnown = known_meanings();
  const bool decides = input.below(8) == 1;
  const std::size_t first = input.below(256);
  const auto order = static_cast<text::DateOrder>(input.below(3));
  const std::vector<Row> rows = table_of(input.rest());
  for (const Row& row : rows) {
    for (const std::string& field : row) try_texts(field, order);
  }
  static const identify::HeaderWords kHeaderWords(packs());
  (void)kHeaderWords.has(rows.front().front());
  std::vector<ColumnMeaning> chosen;
  for (std::size_t c = 0; c < rows.front().size(); ++c) {
    chosen.push_back(kKnown[(first + c) % kKnown.size()]);
    chosen.back().date_order = order;
  }
  examine(rows, std::move(chosen));
  if (decides) examine(rows, decide(rows));
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
