#include "identify/examiner.hpp"

#include <algorithm>
#include <array>

#include "identify/area_table.hpp"
#include "identify/coherence.hpp"
#include "identify/column_checker.hpp"
#include "identify/column_counts.hpp"
#include "identify/value_memory.hpp"
#include "table/shape.hpp"
#include "text/letters.hpp"
#include "text/mask.hpp"

namespace sidik::identify {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kExampleValues = 200;  ///< looked at for them

const char* decided_word(DecidedBy by) {
  switch (by) {
    case DecidedBy::header:
      return "header";
    case DecidedBy::values:
      return "values";
    case DecidedBy::both:
      return "both";
    case DecidedBy::nothing:
      break;
  }
  return "";
}

/// A column on its way through the batches.
struct Column {
  Column(const ColumnMeaning& meaning, const pack::Pack& pack, const AreaTable& areas, int reference_year)
      : checker(meaning, pack, areas, reference_year) {}

  ColumnChecker checker;
  ColumnCounts counts;
  bool keeps_parsed = false;
  std::vector<ParsedField> parsed;  ///< of the batch that was examined last, where they are kept
  ValueMemory memory{false};
  std::vector<std::string> examples;
};

}  // namespace

struct TableExaminer::State {
  State(std::vector<std::string> names, std::vector<ColumnMeaning> given, const pack::Pack& known, int year)
      : headers(std::move(names)), meanings(std::move(given)), pack(known), reference_year(year), areas(known) {
    std::vector<ColumnChecker> checkers;
    checkers.reserve(meanings.size());
    for (const ColumnMeaning& meaning : meanings) {
      columns.emplace_back(meaning, pack, areas, reference_year);
      checkers.emplace_back(meaning, pack, areas, reference_year);
    }
    first_columns = meanings.size();
    rules = std::make_unique<CoherenceRules>(meanings, checkers, areas);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (rules->uses(c)) keep(columns[c]);
    }
  }

  static void keep(Column& column) {
    column.keeps_parsed = true;
    column.memory = ValueMemory(true);
  }

  static Verdict judge(const Column& column, std::string_view field, ParsedField& parsed) {
    return {column.checker.check(field, parsed), table::shape_of(field)};
  }

  /// The verdict on a field, from memory where its key stands there.
  static Verdict recall(Column& column, std::string_view field, Hash128 key, ParsedField& parsed,
                        std::uint64_t& known) {
    const std::size_t place = column.memory.place_of(key);
    ValueMemory::Slot& slot = column.memory.slot(place);
    if (slot.holds(key)) {
      ++known;
      if (column.keeps_parsed) parsed = column.memory.parsed(place);
      return slot.verdict;
    }
    slot = {key, judge(column, field, parsed), true};
    if (column.keeps_parsed) column.memory.parsed(place) = parsed;
    return slot.verdict;
  }

  void examine_column(const table::RecordBatch& batch, std::size_t c, std::span<const Hash128> keys,
                      std::vector<std::string>* failed_rules) {
    Column& column = columns[c];
    const bool remembers = !keys.empty() && column.memory.is_useful();
    if (column.keeps_parsed) column.parsed.resize(batch.records());
    ParsedField scratch;
    std::uint64_t filled = 0;
    std::uint64_t valid = 0;
    std::uint64_t known = 0;
    for (std::size_t r = 0; r < batch.records(); ++r) {
      const std::string_view field = batch.field(r, c);
      ParsedField& parsed = column.keeps_parsed ? column.parsed[r] : scratch;
      parsed.usable = parsed.has_canonical = false;
      if (field.empty()) continue;
      ++filled;
      const Verdict verdict = remembers ? recall(column, field, keys[r], parsed, known) : judge(column, field, parsed);
      ++column.counts.shapes[static_cast<std::size_t>(verdict.shape)];
      valid += verdict.check.valid ? 1 : 0;
      if (verdict.check.fault == nullptr) continue;
      column.counts.add_fault(verdict.check.fault, 1);
      if (failed_rules != nullptr && !verdict.check.valid) name_failed(c, verdict.check.fault, (*failed_rules)[r]);
    }
    column.counts.filled += filled;
    column.counts.valid += valid;
    if (remembers) column.memory.note(filled, known);
  }

  void name_failed(std::size_t c, const char* fault, std::string& failed) const {
    if (!failed.empty()) failed += ';';
    failed += headers[c].empty() ? "column " + std::to_string(c + 1) : headers[c];
    failed.append(1, ':').append(fault);
  }

  /// Rules look at the columns that were there when the examiner was made.
  void check_rules(const table::RecordBatch& batch, std::vector<std::string>* failed_rules) {
    if (rules->columns().empty()) return;
    static constexpr ParsedField kNothing;
    places.assign(columns.size(), &kNothing);
    for (std::size_t r = 0; r < batch.records(); ++r) {
      for (const std::size_t c : rules->columns()) places[c] = &columns[c].parsed[r];
      rules->check_record(batch.record(r), places, failed_rules != nullptr ? &(*failed_rules)[r] : nullptr);
    }
  }

  std::vector<std::string> headers;
  std::vector<ColumnMeaning> meanings;
  const pack::Pack& pack;
  int reference_year;
  std::size_t first_columns = 0;  ///< those of the constructor; grow() adds to them
  AreaTable areas;
  std::vector<Column> columns;
  std::unique_ptr<CoherenceRules> rules;
  std::vector<const ParsedField*> places;  ///< of one record's parsed fields, by column
  std::string canonical;                   ///< what canonical_in() showed last
};

TableExaminer::TableExaminer(std::vector<std::string> headers, std::vector<ColumnMeaning> meanings,
                             const pack::Pack& pack, int reference_year) {
  const std::size_t columns = std::max(headers.size(), meanings.size());
  headers.resize(columns);
  meanings.resize(columns);
  state_ = std::make_unique<State>(std::move(headers), std::move(meanings), pack, reference_year);
}
TableExaminer::~TableExaminer() = default;
TableExaminer::TableExaminer(TableExaminer&&) noexcept = default;
TableExaminer& TableExaminer::operator=(TableExaminer&&) noexcept = default;

void TableExaminer::examine_batch(const table::RecordBatch& batch, std::vector<std::string>* failed_rules) {
  if (failed_rules != nullptr) failed_rules->assign(batch.records(), {});
  for (std::size_t c = 0; c < batch.columns(); ++c) examine_column(batch, c, {}, failed_rules);
  examine_rules(batch, failed_rules);
}

void TableExaminer::examine_column(const table::RecordBatch& batch, std::size_t column, std::span<const Hash128> keys,
                                   std::vector<std::string>* failed_rules) {
  if (column < state_->columns.size()) state_->examine_column(batch, column, keys, failed_rules);
}

void TableExaminer::examine_rules(const table::RecordBatch& batch, std::vector<std::string>* failed_rules) {
  if (batch.columns() >= state_->first_columns) state_->check_rules(batch, failed_rules);
}

void TableExaminer::take_examples(std::size_t column, std::span<const std::string_view> values) {
  Column& into = state_->columns[column];
  values = values.first(std::min(values.size(), kExampleValues));
  std::array<std::size_t, table::kShapeClasses> shapes{};
  for (const std::string_view value : values) ++shapes[static_cast<std::size_t>(table::shape_of(value))];
  shapes[static_cast<std::size_t>(table::ShapeClass::empty)] = 0;
  const auto most = static_cast<table::ShapeClass>(std::ranges::max_element(shapes) - shapes.begin());
  for (const std::string_view value : values) {
    if (into.examples.size() >= kExamples) return;
    ParsedField parsed;
    if (table::shape_of(value) != most || !into.checker.check(value, parsed).valid) continue;
    std::string masked = text::mask(value);
    if (std::ranges::find(into.examples, masked) == into.examples.end()) into.examples.push_back(std::move(masked));
  }
}

void TableExaminer::keep(std::size_t column) {
  if (!state_->columns[column].keeps_parsed) State::keep(state_->columns[column]);
}

std::string_view TableExaminer::canonical_in(std::size_t column, std::size_t record, std::string_view field) {
  const Column& from = state_->columns[column];
  if (from.checker.is_identifier()) {
    const ParsedField& parsed = from.parsed[record];
    return parsed.has_canonical ? parsed.compact.view() : std::string_view();
  }
  state_->canonical = from.checker.canonical(field);
  return state_->canonical;
}

void TableExaminer::grow(std::vector<std::string> headers) {
  State& state = *state_;
  for (std::string& header : headers) {
    state.headers.push_back(std::move(header));
    state.columns.emplace_back(state.meanings.emplace_back(), state.pack, state.areas, state.reference_year);
  }
}

std::string TableExaminer::canonical(std::size_t column, std::string_view field) const {
  return state_->columns[column].checker.canonical(field);
}

FieldCheck TableExaminer::check(std::size_t column, std::string_view field) const {
  if (field.empty()) return {};
  ParsedField parsed;
  return state_->columns[column].checker.check(field, parsed);
}

const std::vector<ColumnMeaning>& TableExaminer::meanings() const { return state_->meanings; }

std::vector<findings::Column> TableExaminer::columns() const {
  std::vector<findings::Column> out;
  for (std::size_t c = 0; c < state_->columns.size(); ++c) {
    const ColumnMeaning& meaning = state_->meanings[c];
    const ColumnCounts& count = state_->columns[c].counts;
    findings::Column column;
    column.position = static_cast<std::uint32_t>(c + 1);
    column.name = state_->headers[c];
    column.meaning = meaning.meaning;
    column.confidence = meaning.confidence;
    column.identifier = meaning.identifier;
    column.decided_by = decided_word(meaning.decided_by);
    column.filled = count.filled;
    column.checked = state_->columns[c].checker.has_checks();
    column.valid = count.valid;
    const auto most = std::ranges::max_element(count.shapes);
    const auto shape =
        count.filled == 0 ? table::ShapeClass::empty : static_cast<table::ShapeClass>(most - count.shapes.begin());
    column.shape = table::shape_name(shape);
    for (const auto& fault : count.faults) column.faults[fault.word] += fault.count;
    column.examples_masked = state_->columns[c].examples;
    out.push_back(std::move(column));
  }
  return out;
}

std::vector<findings::Coherence> TableExaminer::coherence() const { return state_->rules->results(); }

void TableExaminer::merge(const TableExaminer& other) {
  State& state = *state_;
  const std::size_t columns = std::min(state.columns.size(), other.state_->columns.size());
  for (std::size_t c = 0; c < columns; ++c) {
    Column& into = state.columns[c];
    const Column& from = other.state_->columns[c];
    into.counts.add(from.counts);
    for (const std::string& example : from.examples) {
      const bool known = std::ranges::find(into.examples, example) != into.examples.end();
      if (into.examples.size() < kExamples && !known) into.examples.push_back(example);
    }
  }
  state.rules->merge(*other.state_->rules);
}

}  // namespace sidik::identify
