#include "engine/people.hpp"

#include <charconv>
#include <chrono>
#include <memory>
#include <unordered_map>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "engine/head_buffer.hpp"
#include "engine/linkage_model.hpp"
#include "engine/output_guard.hpp"
#include "engine/person_columns.hpp"
#include "engine/read_request.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"
#include "people/explanation.hpp"
#include "people/field_choice.hpp"
#include "people/linker.hpp"
#include "text/letters.hpp"
#include "text/mask.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kSampledValues = 2000;

/// What all tables share.
struct Gathering {
  const pack::Pack& pack;
  const identify::MeaningReader& meanings;
  int year;
  const std::optional<std::string>& truth;
  people::RecordStore& store;
  people::ValuePool truths;
  std::vector<people::ValueCode> truth_of_row;
  bool has_truth = false;
};

std::size_t place_of_truth(const std::optional<std::string>& wanted, const std::vector<std::string>& columns) {
  if (!wanted) return PersonColumns::kNone;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (text::trim(columns[c]) == *wanted) return c;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(wanted->data(), wanted->data() + wanted->size(), number);
  const bool is_place = error == std::errc() && end == wanted->data() + wanted->size() && number >= 1;
  return is_place && number <= columns.size() ? number - 1 : PersonColumns::kNone;
}

/// One table on its way into the store.
class TableGathering {
 public:
  TableGathering(HeadBuffer survey, Gathering& shared) : shared_(shared), survey_(std::move(survey)) {}

  void add(const ingest::TableInfo& info, const table::RecordBatch& batch) {
    if (columns_) return take(batch);
    head_.add(batch);
    if (!survey_.is_empty() || head_.is_enough()) decide(info);
  }
  void finish(const ingest::TableInfo& info) {
    if (!columns_) decide(info);
  }

 private:
  void decide(const ingest::TableInfo& info) {
    const HeadBuffer& seen = survey_.is_empty() ? head_ : survey_;
    truth_ = place_of_truth(shared_.truth, info.columns);
    shared_.has_truth = shared_.has_truth || truth_ != PersonColumns::kNone;
    auto samples = seen.samples(info.columns, kSampledValues);
    if (truth_ < samples.size()) samples[truth_] = {};
    auto meanings = shared_.meanings.decide(samples);
    meanings.resize(samples.size());
    columns_ = std::make_unique<PersonColumns>(samples, info.columns, meanings, shared_.pack, shared_.year, truth_,
                                               shared_.store);
    for (const auto& batch : head_.batches()) take(batch);
    head_.clear();
    survey_.clear();
  }
  void take(const table::RecordBatch& batch) {
    columns_->add(batch);
    if (!shared_.truth) return;
    for (std::size_t r = 0; r < batch.records(); ++r) {
      const bool has_one = truth_ < batch.columns();
      shared_.truth_of_row.push_back(has_one ? shared_.truths.intern(batch.field(r, truth_)) : 0);
    }
  }

  Gathering& shared_;
  HeadBuffer survey_;
  HeadBuffer head_;
  std::size_t truth_ = PersonColumns::kNone;
  std::unique_ptr<PersonColumns> columns_;
};

class Gatherer final : public ingest::RecordSink {
 public:
  explicit Gatherer(Gathering& shared) : shared_(shared) {}
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_survey(const table::RecordBatch& sample) override {
    survey_.add(sample);
    return {};
  }
  Status on_table(const ingest::TableInfo& info) override {
    tables_.emplace(info.number, std::make_unique<TableGathering>(std::exchange(survey_, {}), shared_));
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    tables_.at(info.number)->add(info, batch);
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount&) override {
    tables_.extract(info.number).mapped()->finish(info);
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }

 private:
  Gathering& shared_;
  HeadBuffer survey_;
  std::unordered_map<std::uint32_t, std::unique_ptr<TableGathering>> tables_;
};

people::Evaluation evaluate(const Gathering& gathered, const people::Linkage& linkage) {
  std::vector<std::uint32_t> found;
  std::vector<std::uint32_t> truth;
  const auto records = gathered.store.record_of_row();
  for (std::size_t row = 0; row < records.size(); ++row) {
    if (gathered.truth_of_row[row] == 0) continue;
    found.push_back(linkage.person_of_record[records[row]]);
    truth.push_back(gathered.truth_of_row[row]);
  }
  return people::evaluate(found, truth);
}

std::vector<FieldWeight> weights_of(const people::RecordStore& store, const people::MatchModel& model) {
  std::vector<FieldWeight> weights;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    for (std::size_t l = 1; l < people::kLevels; ++l) {
      const auto level = static_cast<people::Level>(l);
      const auto& field = model.fields[f];
      weights.push_back(
          {store.fields()[f].name, std::string(people::level_name(level)), field.m[l], field.u[l], field.bits(level)});
    }
  }
  return weights;
}

/// The steps from before to total; values masked.
Result<std::vector<ExplainedStep>> explain(const std::vector<std::uint64_t>& rows, const people::RecordStore& store,
                                           const people::Linkage& linkage) {
  std::vector<ExplainedStep> steps;
  if (rows.size() != 2) return steps;
  for (const std::uint64_t row : rows) {
    if (row == 0 || row > store.rows()) {
      return fail(ErrorKind::usage, "engine.row_unknown", fmt::format("there are rows 1 to {}", store.rows()),
                  "give two of them to --explain");
    }
  }
  const auto left = store.record_of_row()[rows[0] - 1];
  const auto right = store.record_of_row()[rows[1] - 1];
  const people::TermFrequency frequency(store, linkage.person_of_record);
  const auto explanation = people::explain_pair(store, linkage.model, frequency, left, right);
  steps.push_back({"before", "", "", explanation.before});
  for (const auto& says : explanation.fields) {
    const auto shown = [&](people::RecordNumber record) {
      return text::mask(store.text(says.field, store.record(record)[says.field]));
    };
    steps.push_back({store.fields()[says.field].name, std::string(people::level_name(says.level)),
                     shown(left) + " / " + shown(right), says.bits + says.rarity});
  }
  steps.push_back({"bounded", "", "", explanation.bounded});
  steps.push_back({"total", "", "", explanation.total});
  return steps;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Result<PeopleFindings> find_people(const PeopleRequest& request, const Context& context) {
  const auto started = std::chrono::steady_clock::now();
  std::vector<std::string> inputs = request.reading.paths;
  inputs.push_back(request.reading.model_file);
  std::vector<std::string> outputs = request.reading.other_outputs;
  outputs.push_back(request.reading.save_model_file);
  SIDIK_CHECK(guard_outputs(inputs, outputs));
  SIDIK_TRY(const auto saved_model, saved_model_of(request.reading));
  SIDIK_TRY(const pack::Pack pack, pack::load_pack(request.reading.packs, request.reading.packs_directory));
  SIDIK_TRY(ingest::ReadOptions options, read_options(request.reading));
  const int year = fmt::gmtime(std::chrono::system_clock::to_time_t(context.now())).tm_year + 1900;
  const identify::MeaningReader meanings(pack, year);
  options.is_header_word = [&meanings](std::string_view word) { return meanings.is_header_word(word); };
  PersonGathering persons(pack, context.limits.memory_bytes);
  Gathering gathered{pack, meanings, year, request.truth, persons.store, {}, {}, false};
  Gatherer gatherer(gathered);
  SIDIK_CHECK(ingest::read_exhibits(request.reading.paths, options, context, gatherer));
  if (request.truth && !gathered.has_truth) {
    return fail(ErrorKind::usage, "engine.truth_unknown", "no table has the column that --truth names",
                "give a header as it stands in the file, or the number of the column");
  }
  if (!people::are_fit(gathered.store.fields())) {
    return fail(ErrorKind::invalid_input, "engine.no_linkage_column",
                "no column tells persons apart: none is a name, an identifier, a telephone or an e-mail with two "
                "values or more",
                "sidik examine says what the columns mean");
  }
  SIDIK_TRY(const auto trained, model_for(saved_model, gathered.store));
  PeopleFindings findings;
  findings.seconds_reading = seconds_since(started);
  const auto read = std::chrono::steady_clock::now();
  const people::Linkage linkage = people::link(gathered.store, context, trained);
  SIDIK_CHECK(save_model(request.reading, gathered.store, linkage.model));
  findings.seconds_linking = seconds_since(read);
  findings.rows = gathered.store.rows();
  findings.records = gathered.store.records();
  findings.persons = linkage.persons;
  findings.pairs = linkage.pairs;
  findings.not_compared = linkage.not_compared;
  findings.weights = weights_of(gathered.store, linkage.model);
  findings.passes = linkage.passes;
  for (const auto record : gathered.store.record_of_row())
    findings.person_of_row.push_back(linkage.person_of_record[record]);
  SIDIK_TRY(findings.explained, explain(request.explain, gathered.store, linkage));
  if (request.truth) findings.evaluation = evaluate(gathered, linkage);
  return findings;
}

}  // namespace sidik::engine
