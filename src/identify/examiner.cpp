#include "identify/examiner.hpp"

#include <algorithm>
#include <array>

#include "identify/area_table.hpp"
#include "identify/coherence.hpp"
#include "identify/column_checker.hpp"
#include "table/shape.hpp"
#include "text/letters.hpp"
#include "text/mask.hpp"

namespace sidik::identify {
namespace {

constexpr std::size_t kExamples = 3;
/// Examples come from the first values; the shape of most is known by then.
constexpr std::uint64_t kExampleHead = 2000;

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

/// What is counted of one column.
struct ColumnCounts {
  struct Fault {
    const char* word;
    std::uint64_t count;
  };
  std::uint64_t filled = 0;
  std::uint64_t valid = 0;
  std::array<std::uint64_t, table::kShapeClasses> shapes{};
  std::vector<Fault> faults;
  std::vector<std::string> examples;
  table::ShapeClass example_shape = table::ShapeClass::empty;

  void add_fault(const char* word, std::uint64_t count) {
    for (Fault& fault : faults) {
      // The same word has one address a source file; the text decides between files.
      if (fault.word == word || std::string_view(fault.word) == word) {
        fault.count += count;
        return;
      }
    }
    faults.push_back({word, count});
  }
  /// Keeps what most values look like: a value of another shape than half of them is no example.
  void add_example(std::string_view field, table::ShapeClass shape) {
    if (shapes[static_cast<std::size_t>(shape)] * 2 < filled) return;
    if (shape != example_shape) examples.clear();
    example_shape = shape;
    if (examples.size() >= kExamples) return;
    std::string masked = text::mask(field);
    if (std::ranges::find(examples, masked) == examples.end()) examples.push_back(std::move(masked));
  }
};

}  // namespace

struct TableExaminer::State {
  State(std::vector<std::string> names, std::vector<ColumnMeaning> given, const pack::Pack& known, int year)
      : headers(std::move(names)), meanings(std::move(given)), pack(known), reference_year(year), areas(known) {
    checkers.reserve(meanings.size());
    for (const ColumnMeaning& meaning : meanings) checkers.emplace_back(meaning, pack, areas, reference_year);
    first_columns = meanings.size();
    counts.resize(meanings.size());
    parsed.resize(meanings.size());
    rules = std::make_unique<CoherenceRules>(meanings, checkers, areas);
  }

  void examine_field(std::size_t column, std::string_view field, std::string* failed) {
    ParsedField& result = parsed[column];
    result.usable = false;
    if (field.empty()) return;
    ColumnCounts& count = counts[column];
    ++count.filled;
    const table::ShapeClass shape = table::shape_of(field);
    ++count.shapes[static_cast<std::size_t>(shape)];
    const FieldCheck check = checkers[column].check(field, result);
    if (check.valid && count.filled <= kExampleHead) count.add_example(field, shape);
    count.valid += check.valid ? 1 : 0;
    if (check.fault == nullptr) return;
    count.add_fault(check.fault, 1);
    if (failed == nullptr || check.valid) return;
    if (!failed->empty()) *failed += ';';
    *failed += headers[column].empty() ? "column " + std::to_string(column + 1) : headers[column];
    failed->append(1, ':').append(check.fault);
  }

  std::vector<std::string> headers;
  std::vector<ColumnMeaning> meanings;
  const pack::Pack& pack;
  int reference_year;
  std::size_t first_columns = 0;  ///< those of the constructor; grow() adds to them
  AreaTable areas;
  std::vector<ColumnChecker> checkers;
  std::vector<ColumnCounts> counts;
  std::vector<ParsedField> parsed;
  std::unique_ptr<CoherenceRules> rules;
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
  State& state = *state_;
  const std::size_t columns = std::min(batch.columns(), state.counts.size());
  if (failed_rules != nullptr) failed_rules->assign(batch.records(), {});
  for (std::size_t r = 0; r < batch.records(); ++r) {
    std::string* failed = failed_rules != nullptr ? &(*failed_rules)[r] : nullptr;
    const auto record = batch.record(r);
    for (std::size_t c = 0; c < columns; ++c) state.examine_field(c, record[c], failed);
    for (std::size_t c = columns; c < state.parsed.size(); ++c) state.parsed[c].usable = false;
    // Rules look at the columns that were there when the examiner was made.
    if (columns >= state.first_columns) state.rules->check_record(record, state.parsed, failed);
  }
}

void TableExaminer::grow(std::vector<std::string> headers) {
  State& state = *state_;
  for (std::string& header : headers) {
    state.headers.push_back(std::move(header));
    state.meanings.emplace_back();
    state.checkers.emplace_back(state.meanings.back(), state.pack, state.areas, state.reference_year);
    state.counts.emplace_back();
    state.parsed.emplace_back();
  }
}

std::string TableExaminer::canonical(std::size_t column, std::string_view field) const {
  return state_->checkers[column].canonical(field);
}

FieldCheck TableExaminer::check(std::size_t column, std::string_view field) const {
  if (field.empty()) return {};
  ParsedField parsed;
  return state_->checkers[column].check(field, parsed);
}

const std::vector<ColumnMeaning>& TableExaminer::meanings() const { return state_->meanings; }

std::vector<findings::Column> TableExaminer::columns() const {
  std::vector<findings::Column> out;
  for (std::size_t c = 0; c < state_->counts.size(); ++c) {
    const ColumnMeaning& meaning = state_->meanings[c];
    const ColumnCounts& count = state_->counts[c];
    findings::Column column;
    column.position = static_cast<std::uint32_t>(c + 1);
    column.name = state_->headers[c];
    column.meaning = meaning.meaning;
    column.confidence = meaning.confidence;
    column.identifier = meaning.identifier;
    column.decided_by = decided_word(meaning.decided_by);
    column.filled = count.filled;
    column.checked = state_->checkers[c].has_checks();
    column.valid = count.valid;
    const auto most = std::ranges::max_element(count.shapes);
    const auto shape =
        count.filled == 0 ? table::ShapeClass::empty : static_cast<table::ShapeClass>(most - count.shapes.begin());
    column.shape = table::shape_name(shape);
    for (const auto& fault : count.faults) column.faults[fault.word] += fault.count;
    column.examples_masked = count.examples;
    out.push_back(std::move(column));
  }
  return out;
}

std::vector<findings::Coherence> TableExaminer::coherence() const { return state_->rules->results(); }

void TableExaminer::merge(const TableExaminer& other) {
  State& state = *state_;
  const std::size_t columns = std::min(state.counts.size(), other.state_->counts.size());
  for (std::size_t c = 0; c < columns; ++c) {
    ColumnCounts& into = state.counts[c];
    const ColumnCounts& from = other.state_->counts[c];
    into.filled += from.filled;
    into.valid += from.valid;
    for (std::size_t i = 0; i < into.shapes.size(); ++i) into.shapes[i] += from.shapes[i];
    for (const auto& fault : from.faults) into.add_fault(fault.word, fault.count);
    for (const std::string& example : from.examples) {
      const bool known = std::ranges::find(into.examples, example) != into.examples.end();
      if (into.examples.size() < kExamples && !known) into.examples.push_back(example);
    }
  }
  state.rules->merge(*other.state_->rules);
}

}  // namespace sidik::identify
