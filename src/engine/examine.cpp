#include "engine/examine.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "crypto/sha256.hpp"
#include "engine/copies_part.hpp"
#include "engine/known_part.hpp"
#include "engine/linkage_model.hpp"
#include "engine/origin_part.hpp"
#include "engine/output_guard.hpp"
#include "engine/people_section.hpp"
#include "engine/person_groups.hpp"
#include "engine/read_request.hpp"
#include "engine/table_scan.hpp"
#include "identify/meaning.hpp"
#include "ledger/alarms.hpp"
#include "ledger/claims.hpp"
#include "ledger/ledger.hpp"
#include "ledger/severity.hpp"
#include "people/field_choice.hpp"

namespace sidik::engine {
namespace {

/// The part of the memory limit that the key sets may fill; the rest is for chunks, the head and the program.
constexpr std::uint64_t kOtherMemory = std::uint64_t{160} << 20;
constexpr std::uint64_t kLeastKeyMemory = std::uint64_t{48} << 20;

std::uint64_t key_memory(std::uint64_t memory_bytes) {
  return memory_bytes > kOtherMemory + kLeastKeyMemory ? memory_bytes - kOtherMemory : kLeastKeyMemory;
}

/// The records for linkage take a quarter, and linking about as much again when the keys are counted.
std::uint64_t person_memory(const Limits& limits) { return limits.memory_bytes / 4; }

/// Receives the records and grows the document.
class Scan final : public ingest::RecordSink {
 public:
  explicit Scan(ScanShared& shared) : shared_(shared) {}

  Status on_exhibit(const std::string& path) override {
    exhibit_ = {};
    exhibit_.path = path;
    return {};
  }
  void on_raw_bytes(std::string_view bytes) override { sha256_.update(bytes); }
  Status on_survey(const table::RecordBatch& sample) override {
    survey_.add(sample);
    return {};
  }
  Status on_table(const ingest::TableInfo& info) override {
    ++shared_.open_tables;
    tables_.emplace(info.number, std::make_unique<TableScan>(std::exchange(survey_, {}), shared_));
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    return tables_.at(info.number)->examine(info, batch);
  }
  std::size_t lanes(const ingest::TableInfo& info) override { return tables_.at(info.number)->open_lanes(); }
  Status on_lane_batch(const ingest::TableInfo& info, table::RecordBatch& batch, std::size_t lane) override {
    tables_.at(info.number)->examine_in(lane, batch);
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount& account) override {
    const auto scan = tables_.extract(info.number);
    SIDIK_TRY(auto table, scan.mapped()->finish(info, account));
    note_facts(table, account, scan.mapped()->header_meanings());
    take_strata(info.number, table, *scan.mapped());
    exhibit_.tables.push_back(std::move(table));
    --shared_.open_tables;
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount& account) override {
    exhibit_.path = account.path;
    exhibit_.sha256 = sha256_.finish_hex();
    exhibit_.bytes = account.bytes;
    exhibit_.complete = account.complete && exhibit_.complete;
    if (exhibit_.incomplete_because.empty()) exhibit_.incomplete_because = account.incomplete_because;
    for (const auto& skipped : account.skipped)
      exhibit_.skipped.push_back({skipped.name, skipped.bytes, skipped.reason});
    if (shared_.persons != nullptr)
      shared_.persons->exhibit_of_row.resize(shared_.persons->store.rows(),
                                             static_cast<std::uint32_t>(exhibits_.size()));
    exhibits_.push_back(std::exchange(exhibit_, {}));
    return {};
  }

  [[nodiscard]] std::vector<findings::Exhibit>& exhibits() { return exhibits_; }
  [[nodiscard]] std::vector<ledger::TableFacts>& facts() { return facts_; }
  [[nodiscard]] std::vector<findings::Stratum>& strata() { return strata_; }
  [[nodiscard]] std::vector<origin::StratumFacts>& origin_facts() { return origin_facts_; }

 private:
  void take_strata(std::uint32_t number, const findings::Table& table, TableScan& scan) {
    TableStrata found = scan.take_strata();
    if (shared_.persons != nullptr) {
      auto& of_row = shared_.persons->stratum_of_row;
      of_row.resize(shared_.persons->store.rows(), kNoGroup);
      const auto before = static_cast<std::uint32_t>(strata_.size());
      scan.person_rows().for_each([&](std::uint64_t record, std::uint64_t row) {
        if (record >= found.stratum_of_record.size() || found.stratum_of_record[record] == kNoGroup) return;
        of_row[row] = before + found.stratum_of_record[record];
      });
    }
    if (scan.compared() != nullptr) {
      for (auto& stratum : found.stratum_of_record) {
        if (stratum != kNoGroup) stratum += static_cast<std::uint32_t>(strata_.size());
      }
      shared_.overlaps->end_table(*scan.compared(), table.records, std::move(found.stratum_of_record));
    }
    if (shared_.rows_file != nullptr)
      shared_.rows_file->settle(number, {std::move(found.stratum_of_signature), strata_.size()});
    for (auto& stratum : found.strata) {
      stratum.table = table.name;
      strata_.push_back(std::move(stratum));
    }
    std::ranges::move(found.facts, std::back_inserter(origin_facts_));
  }

  void note_facts(const findings::Table& table, const ingest::TableAccount& account,
                  const std::vector<std::string>& header_meanings) {
    ledger::TableFacts facts;
    facts.name = table.name;
    facts.header = table.header;
    facts.records = table.records;
    facts.rejected = table.rejected;
    facts.lines = table.lines;
    facts.headers_inside = account.reject_count[static_cast<std::size_t>(table::RejectReason::header_repeated)];
    facts.has_trailer = account.trailer_offset.has_value();
    if (account.last_line_cut) {
      exhibit_.complete = false;
      exhibit_.incomplete_because = "the last line ends in the middle of a record";
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& column = table.columns[c];
      const auto count_of = [&](const char* fault) {
        const auto found = column.faults.find(fault);
        return found == column.faults.end() ? std::uint64_t{0} : found->second;
      };
      facts.columns.push_back({column.position, column.name, column.meaning,
                               c < header_meanings.size() ? header_meanings[c] : std::string(), column.filled,
                               count_of("zeros_lost"), count_of("spreadsheet_damage"),
                               c < account.rounded_numbers.size() ? account.rounded_numbers[c] : 0});
    }
    facts_.push_back(std::move(facts));
  }

  ScanShared& shared_;
  crypto::Sha256 sha256_;
  std::unordered_map<std::uint32_t, std::unique_ptr<TableScan>> tables_;  ///< open ones, by TableInfo::number
  HeadBuffer survey_;                                                     ///< of the table that comes next
  findings::Exhibit exhibit_;
  std::vector<findings::Exhibit> exhibits_;
  std::vector<ledger::TableFacts> facts_;
  std::vector<findings::Stratum> strata_;           ///< of all tables
  std::vector<origin::StratumFacts> origin_facts_;  ///< of each of them
};

/// Sums of all tables; the distinct counts come from the key sets.
Result<ledger::Counts> sum_up(const std::vector<findings::Exhibit>& exhibits, const ScanShared& shared) {
  ledger::Counts counts;
  for (const auto& exhibit : exhibits) {
    for (const auto& table : exhibit.tables) {
      counts.bytes.total += table.bytes.total;
      counts.bytes.header += table.bytes.header;
      counts.bytes.records += table.bytes.records;
      counts.bytes.rejected += table.bytes.rejected;
      counts.bytes.blank += table.bytes.blank;
      counts.bytes.other += table.bytes.other;
      counts.lines += table.lines;
      counts.records += table.records;
      counts.rejected += table.rejected;
    }
  }
  SIDIK_TRY(counts.distinct_records, runs::count_distinct(shared.all(&LaneKeys::rows)));
  counts.exact_duplicates = counts.records - counts.distinct_records;
  if (shared.has_national_id) {
    SIDIK_TRY(counts.distinct_national_id, runs::count_distinct(shared.all(&LaneKeys::national_ids)));
  }
  return counts;
}

bool is_complete(const std::vector<findings::Exhibit>& exhibits) {
  for (const auto& exhibit : exhibits) {
    if (!exhibit.complete) return false;
  }
  return true;
}

Result<std::vector<findings::Claim>> test_claims(const std::vector<ledger::ClaimedCount>& claims,
                                                 const ledger::Counts& counts, const ScanShared& shared,
                                                 bool complete) {
  ledger::ClaimCounts against;
  against.lines = counts.lines;
  against.records = counts.records;
  against.distinct_records = counts.distinct_records;
  against.distinct_national_id = counts.distinct_national_id;
  against.persons = counts.persons;
  if (counts.distinct_national_id) {
    std::uint64_t records = 0;
    for (const auto& lane : shared.keys) records += lane->records_with_national_id;
    against.records_with_national_id = records;
  }
  against.complete = complete;
  std::vector<findings::Claim> tested;
  tested.reserve(claims.size());
  for (const auto& claim : claims) tested.push_back(ledger::test_claim(claim, against));
  return tested;
}

/// The meanings that an advert's word may stand for: a meaning's own name, or one of its headers.
std::vector<ledger::SoldColumn> resolve_sold(const std::string& sold, const pack::Pack& pack,
                                             const identify::MeaningReader& meanings) {
  auto columns = ledger::parse_sold(sold);
  for (auto& column : columns) {
    const identify::ColumnSample header{column.word, {}};
    const auto said = meanings.decide(std::span(&header, 1));
    if (!said.empty() && said.front().meaning != "unknown")
      column.meanings.push_back(said.front().meaning);
    else if (pack.meaning(column.word) != nullptr)
      column.meanings.push_back(column.word);
  }
  return columns;
}

findings::Severity weigh(const findings::Document& document, const ledger::Counts& counts, const pack::Pack& pack) {
  ledger::SeverityInput input;
  input.circumstances.published = share_published(document);
  for (const auto& exhibit : document.exhibits) {
    for (const auto& table : exhibit.tables) {
      for (const auto& column : table.columns) {
        const pack::Meaning* meaning = pack.meaning(column.meaning);
        if (meaning == nullptr || column.filled == 0) continue;
        input.meanings.push_back({meaning->name, meaning->category, meaning->identifies,
                                  static_cast<double>(column.filled) / static_cast<double>(table.records)});
      }
    }
  }
  input.circumstances.individuals =
      counts.persons.value_or(counts.distinct_national_id.value_or(counts.distinct_records));
  if (input.circumstances.individuals == 0) input.circumstances.individuals = counts.distinct_records;
  return ledger::assess_severity(input);
}

constexpr const char* kOutgrown =
    "The records for linkage outgrew their part of the memory; give more with --memory. Until then the distinct "
    "records are the nearest figure.";
constexpr const char* kNoLinkageColumn =
    "No column tells persons apart: neither a name nor an identifier, a telephone number or an e-mail address. The "
    "distinct records are the nearest figure.";

struct LinkedPersons {
  findings::People section;
  std::vector<std::uint32_t> of_row;  ///< rows in the order of reading; empty where nothing was linked
};

/// The persons of each stratum, and whom two strata or two exhibits share.
void add_groups(const PersonGathering& persons, const people::Linkage& linkage, std::span<findings::Stratum> strata,
                const std::vector<findings::Exhibit>& exhibits, findings::People& section) {
  if (exhibits.size() > 1) {
    const PersonGroups groups(persons.exhibit_of_row, exhibits.size(), persons.store, linkage);
    std::vector<std::string> names;
    for (const auto& exhibit : exhibits) names.push_back(exhibit.path);
    add_shared(groups, names, "exhibit", true, section);
  }
  const PersonGroups groups(persons.stratum_of_row, strata.size(), persons.store, linkage);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < strata.size(); ++k) {
    names.push_back(strata[k].id);
    strata[k].persons = groups.persons(k);
  }
  if (strata.size() > 1) add_shared(groups, names, "source", false, section);
}

/// Nothing was linked, and why; an error where a model was asked for.
Result<LinkedPersons> not_linked(const ExamineRequest& request, const char* because) {
  if (request.save_model_file.empty()) return LinkedPersons{people_not_linked(because), {}};
  return fail(ErrorKind::invalid_input, "engine.no_linkage_model",
              fmt::format("there is no model to save: {}", because), "leave --save-model out");
}

/// Sets the persons of the strata as well, and saves the model where the request says so.
Result<LinkedPersons> find_persons(const ExamineRequest& request, const std::optional<people::SavedModel>& saved,
                                   const PersonGathering& persons, const Context& context,
                                   std::span<findings::Stratum> strata,
                                   const std::vector<findings::Exhibit>& exhibits) {
  if (persons.is_full) return not_linked(request, kOutgrown);
  if (!people::are_fit(persons.store.fields())) return not_linked(request, kNoLinkageColumn);
  SIDIK_TRY(const auto trained, model_for(saved, persons.store));
  const people::Linkage linkage = people::link(persons.store, context, trained);
  SIDIK_CHECK(save_model(request, persons.store, linkage.model));
  LinkedPersons out{people_section(persons.store, linkage), {}};
  add_groups(persons, linkage, strata, exhibits, out.section);
  for (const people::RecordNumber record : persons.store.record_of_row())
    out.of_row.push_back(linkage.person_of_record[record]);
  return out;
}

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace

Result<Examination> examine(const ExamineRequest& request, const Context& context) {
  const auto started = std::chrono::steady_clock::now();
  const auto now = context.now();
  std::vector<std::string> outputs = request.other_outputs;
  outputs.insert(outputs.end(), {request.rows_file, request.save_model_file});
  std::vector<std::string> inputs = request.paths;
  inputs.insert(inputs.end(), {request.password_file, request.key_file, request.model_file});
  for (const auto& file : request.compare_with) inputs.push_back(file.path);
  inputs.insert(inputs.end(), {request.marks, request.marks_key, request.copies});
  SIDIK_CHECK(guard_outputs(inputs, outputs));
  SIDIK_TRY(const auto saved_model, saved_model_of(request));
  std::vector<ledger::ClaimedCount> claims;
  for (const auto& text : request.claims) {
    SIDIK_TRY(auto claim, ledger::parse_claim(text));
    claims.push_back(std::move(claim));
  }
  SIDIK_TRY(auto loaded, pack::load_pack(request.packs, request.packs_directory));
  const auto shared_pack = std::make_shared<const pack::Pack>(std::move(loaded));
  const pack::Pack& pack = *shared_pack;
  SIDIK_TRY(ingest::ReadOptions options, read_options(request));
  const int year = fmt::gmtime(std::chrono::system_clock::to_time_t(now)).tm_year + 1900;
  const identify::MeaningReader meanings(pack, year);
  options.is_header_word = [&meanings](std::string_view word) { return meanings.is_header_word(word); };
  SIDIK_TRY(const crypto::KeyedHash hash,
            request.key_text ? token_key_of(*request.key_text) : token_key(request.key_file));
  std::unique_ptr<RowsFile> rows_file;
  if (!request.rows_file.empty()) {
    SIDIK_TRY(rows_file, RowsFile::create(request.rows_file, request.unmask_reason.has_value()));
  }
  std::unique_ptr<PersonGathering> persons;
  if (request.parts == "all" || request.parts == "people")
    persons = std::make_unique<PersonGathering>(pack, person_memory(context.limits));
  ScanShared shared(pack, meanings, hash, rows_file.get(), year, context.threads,
                    key_memory(context.limits.memory_bytes - (persons ? persons->most_bytes : 0)),
                    context.spill_directory);
  shared.persons = persons.get();
  SIDIK_TRY(const auto overlaps, open_overlaps(request, shared, context));
  shared.overlaps = overlaps.get();
  shared.today = static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(now.time_since_epoch()).count());
  shared.finds_strata = request.parts == "all" || request.parts == "origin";
  Scan scan(shared);
  SIDIK_CHECK(ingest::read_exhibits(request.paths, options, context, scan));
  SIDIK_CHECK(shared.status());

  Examination examination;
  examination.pack = shared_pack;
  examination.was_cancelled = context.is_cancelled();
  auto& document = examination.document;
  document.exhibits = std::move(scan.exhibits());
  SIDIK_TRY(auto counts, sum_up(document.exhibits, shared));
  document.strata = std::move(scan.strata());
  number_strata(document.strata);
  LinkedPersons linked;
  if (persons) {
    SIDIK_TRY(linked, find_persons(request, saved_model, *persons, context, document.strata, document.exhibits));
    document.people = std::move(linked.section);
  }
  if (rows_file) SIDIK_CHECK(rows_file->close(linked.of_row));
  if (overlaps) SIDIK_CHECK(overlaps->compare(document));
  if (document.people && document.people->persons)
    counts.persons = std::min(counts.records, static_cast<std::uint64_t>(document.people->persons->value));
  SIDIK_TRY(document.ledger, ledger::build_ledger(counts));
  SIDIK_TRY(document.claims, test_claims(claims, counts, shared, is_complete(document.exhibits)));
  ledger::AlarmInput alarms;
  alarms.tables = std::move(scan.facts());
  for (const auto& exhibit : document.exhibits) {
    if (exhibit.complete) continue;
    alarms.complete = false;
    alarms.incomplete_because = exhibit.incomplete_because;
  }
  alarms.sold = resolve_sold(request.sold, pack, meanings);
  std::ranges::move(ledger::raise_alarms(alarms), std::back_inserter(document.alarms));
  if (!document.strata.empty())
    document.authenticity = std::ranges::max_element(document.strata, {}, &findings::Stratum::records)->authenticity;
  SIDIK_TRY(document.copies, trace_copies(request, context));
  if (overlaps) note_containment(document, request.compare_with, scan.origin_facts());
  document.origins = attribute_strata(document.strata, scan.origin_facts(), pack);
  document.severity = weigh(document, counts, pack);
  document.sidik.version = SIDIK_VERSION;
  document.sidik.command = request.command;
  document.sidik.started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
  document.sidik.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  document.sidik.peak_rss_bytes = peak_memory_bytes();
  document.sidik.unmasked_because = request.unmask_reason;
  return examination;
}

}  // namespace sidik::engine
