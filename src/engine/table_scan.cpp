#include "engine/table_scan.hpp"

#include <algorithm>
#include <utility>

#include "engine/person_groups.hpp"
#include "engine/shown_names.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kSampledValues = 3000;

std::string written_character(char c) { return c == 0 ? std::string() : std::string(1, c); }

std::string decider_name(ingest::Decider decider) {
  switch (decider) {
    case ingest::Decider::guessed:
      return "guessed";
    case ingest::Decider::user:
      return "user";
    case ingest::Decider::mark:
      return "mark";
  }
  return {};
}

void describe(const ingest::TableInfo& info, findings::Table& table) {
  table.name = info.name;
  table.format = info.format;
  table.encoding = info.encoding;
  table.header = info.has_header;
  table.decided_by["format"] = decider_name(info.format_by);
  table.decided_by["encoding"] = decider_name(info.encoding_by);
  if (info.format != "delimited" && info.format != "colon_list" && info.format != "copy_text") return;
  table.delimiter = info.delimiter;
  table.quote = written_character(info.quote);
  table.escape = info.quote == 0 || info.escape == 0 ? "none" : info.escape == info.quote ? "double" : "backslash";
  table.newline = info.newline;
  table.decided_by["delimiter"] = decider_name(info.delimiter_by);
  table.decided_by["quote"] = decider_name(info.quote_by);
  table.decided_by["escape"] = decider_name(info.escape_by);
  table.decided_by["header"] = decider_name(info.header_by);
}

void account_for(const ingest::TableAccount& account, findings::Table& table) {
  table.records = account.records;
  table.rejected = account.rejected;
  table.lines = account.lines;
  table.padded = account.padded;
  table.invalid_bytes = account.invalid_bytes;
  table.nul_bytes = account.nul_bytes;
  table.mixed_lines = account.mixed_lines;
  table.bytes = {account.total_bytes,    account.header_bytes, account.record_bytes,
                 account.rejected_bytes, account.blank_bytes,  account.other_bytes};
  for (std::size_t i = 0; i < table::kRejectReasons; ++i) {
    if (account.reject_count[i] == 0) continue;
    const auto reason = static_cast<table::RejectReason>(i);
    table.rejects.push_back(
        {std::string(table::reason_name(reason)), account.reject_count[i], account.first_reject_offset[i]});
  }
}

}  // namespace

ScanShared::ScanShared(const pack::Pack& known, const identify::MeaningReader& reader, const crypto::KeyedHash& keyed,
                       RowsFile* rows, int year, std::size_t threads, std::uint64_t key_memory,
                       const std::string& spill_directory)
    : pack(known), meanings(reader), hash(keyed), rows_file(rows), reference_year(year), crew(threads) {
  for (std::size_t lane = 0; lane < crew.lanes(); ++lane)
    keys.push_back(std::make_unique<LaneKeys>(key_memory / crew.lanes(), spill_directory));
}

Status ScanShared::status() const {
  for (const auto& lane : keys) SIDIK_CHECK(lane->budget.status());
  return {};
}

std::vector<const runs::KeyPartitions*> ScanShared::all(runs::KeyPartitions LaneKeys::* set) const {
  std::vector<const runs::KeyPartitions*> sets;
  sets.reserve(keys.size());
  for (const auto& lane : keys) sets.push_back(&(lane.get()->*set));
  return sets;
}

TableScan::TableScan(HeadBuffer survey, ScanShared& shared) : shared_(shared), survey_(std::move(survey)) {}

/// A scan that is given up may still have batches with the crew.
TableScan::~TableScan() { shared_.crew.wait(); }

Status TableScan::examine(const ingest::TableInfo& info, table::RecordBatch& batch) {
  if (!lanes_.empty()) return scan(info, batch);
  head_.add(batch);
  const bool is_enough =
      head_.is_enough() || head_.bytes() >= HeadBuffer::kEnoughBytes / std::max<std::size_t>(shared_.open_tables, 1);
  return !survey_.is_empty() || is_enough ? decide(info) : Status{};
}

/// Decides the meanings from the head, then scans the head itself.
Status TableScan::decide(const ingest::TableInfo& info) {
  const HeadBuffer& seen = survey_.is_empty() ? head_ : survey_;
  const auto samples = seen.samples(info.columns, kSampledValues);
  meanings_ = shared_.meanings.decide(samples);
  meanings_.resize(samples.size());
  columns_ = info.columns;
  names_ = shown_names(info, shared_.meanings);
  if (shared_.persons != nullptr) {
    persons_ = std::make_unique<PersonColumns>(samples, info.columns, meanings_, shared_.pack, shared_.reference_year,
                                               PersonColumns::kNone, shared_.persons->store);
  }
  if (shared_.overlaps != nullptr) compared_ = &shared_.overlaps->begin_table(columns_, meanings_);
  if (shared_.finds_strata) coders_ = learn_table_coders(seen.batches(), info.columns.size());
  start_lanes();
  for (std::size_t c = 0; c < samples.size(); ++c) lanes_.front()->examiner().take_examples(c, samples[c].values);
  for (auto& batch : head_.batches()) SIDIK_CHECK(scan(info, batch));
  head_.clear();
  survey_.clear();
  return {};
}

/// Makes the first lane; then, once the table is longer than its head, those of the other threads.
void TableScan::start_lanes() {
  const ColumnRoles roles(meanings_);
  shared_.has_national_id = shared_.has_national_id || !roles.national_ids.empty();
  const std::size_t wanted = lanes_.empty() ? 1 : shared_.crew.lanes();
  while (lanes_.size() < wanted) {
    lanes_.push_back(std::make_unique<TableLane>(names_, meanings_, roles, shared_.pack, shared_.reference_year,
                                                 shared_.hash, *shared_.keys[lanes_.size()]));
    if (!coders_.empty()) lanes_.back()->sign_rows(coders_, persons_ != nullptr || compared_ != nullptr);
    if (compared_ != nullptr)
      lanes_.back()->compare_in(shared_.overlaps->make_lane(*compared_, lanes_.size() - 1, lanes_.back()->examiner()));
  }
}

/// Columns that appear late have no meaning; every lane knows of them before it meets one.
void TableScan::grow(const ingest::TableInfo& info) {
  if (info.columns.size() <= names_.size()) return;
  shared_.crew.wait();
  const auto all = shown_names(info, shared_.meanings);
  const std::vector<std::string> late(all.begin() + static_cast<std::ptrdiff_t>(names_.size()), all.end());
  names_.insert(names_.end(), late.begin(), late.end());
  meanings_.resize(names_.size());
  for (const auto& lane : lanes_) lane->grow(late);
}

/// In the order of the records, by the caller's thread: persons are numbered by it.
void TableScan::gather_persons(const table::RecordBatch& batch) {
  if (!persons_ || shared_.persons->is_full) return;
  person_rows_.add(batch.first_record().value, shared_.persons->store.rows(), batch.records());
  persons_->add(batch);
  shared_.persons->is_full = shared_.persons->store.bytes() > shared_.persons->most_bytes;
}

Status TableScan::scan(const ingest::TableInfo& info, table::RecordBatch& batch) {
  grow(info);
  gather_persons(batch);
  if (shared_.rows_file != nullptr) {  // in the order of the records, so by one thread
    lanes_.front()->scan(batch, &failed_checks_);
    return shared_.rows_file->write(info.name, batch, {info.number, lanes_.front()->signatures()}, failed_checks_);
  }
  if (shared_.crew.lanes() == 1 || !head_.is_empty() || is_read_in_lanes_)
    lanes_.front()->scan(batch);
  else
    give_to_crew(batch);
  return {};
}

std::size_t TableScan::open_lanes() {
  const bool is_in_order = shared_.rows_file != nullptr || persons_ != nullptr;
  if (lanes_.empty() || is_in_order || shared_.crew.lanes() == 1) return 1;
  if (!is_read_in_lanes_) {
    shared_.crew.wait();  // the lanes' key sets may be at work for batches that were given before
    start_lanes();
    is_read_in_lanes_ = true;
  }
  return shared_.crew.lanes();
}

void TableScan::give_to_crew(table::RecordBatch& batch) {
  if (lanes_.size() == 1) {
    shared_.crew.wait();  // batches of another table may be at work in the memory that the new lanes join
    start_lanes();
  }
  batch.contain();
  auto given = take_spare();
  std::swap(*given, batch);
  shared_.crew.submit([this, given = std::move(given)](std::size_t lane) mutable {
    lanes_[lane]->scan(*given);
    given->reset(0, RecordIndex(0));  // lets go of its chunk
    const std::lock_guard lock(spare_mutex_);
    spare_.push_back(std::move(given));
  });
}

std::shared_ptr<table::RecordBatch> TableScan::take_spare() {
  const std::lock_guard lock(spare_mutex_);
  if (spare_.empty()) return std::make_shared<table::RecordBatch>();
  auto batch = std::move(spare_.back());
  spare_.pop_back();
  return batch;
}

/// The columns are counted side by side.
Status TableScan::count_distinct(std::vector<findings::Column>& columns) {
  std::vector<Result<std::uint64_t>> counts(columns.size(), 0);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::vector<const runs::KeyPartitions*> sets;
    for (const auto& lane : lanes_) {
      if (c < lane->distinct().size()) sets.push_back(&lane->distinct()[c]);
    }
    if (sets.empty()) continue;
    shared_.crew.submit([&counts, c, sets](std::size_t) { counts[c] = runs::count_distinct(sets); });
  }
  shared_.crew.wait();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    SIDIK_TRY(columns[c].distinct, std::move(counts[c]));
  }
  return {};
}

Result<std::optional<findings::Coherence>> TableScan::head_card_exists() const {
  std::uint64_t checked = 0;
  std::vector<const runs::KeyPartitions*> cards;
  std::vector<const runs::KeyPartitions*> head_cards;
  for (const auto& lane : lanes_) {
    checked += lane->head_cards_checked();
    if (lane->cards() != nullptr) cards.push_back(lane->cards());
    if (lane->head_cards() != nullptr) head_cards.push_back(lane->head_cards());
  }
  if (checked == 0) return std::nullopt;
  SIDIK_TRY(const std::uint64_t agree, runs::count_contained(head_cards, cards));
  return findings::Coherence{"head_card_exists", "The family head's card is a card of this table.", checked, agree};
}

void TableScan::find_strata(std::uint64_t records) {
  if (coders_.empty()) return;
  origin::RowSigner& rows = *lanes_.front()->signer();
  std::vector<std::vector<std::uint32_t>> renumber(lanes_.size());
  for (std::size_t lane = 1; lane < lanes_.size(); ++lane) renumber[lane] = rows.merge(*lanes_[lane]->signer());
  columns_.resize(std::min(names_.size(), origin::RowSample::kMostColumns));
  std::vector<identify::ColumnMeaning> meanings = meanings_;
  meanings.resize(columns_.size());
  strata_ = find_table_strata(rows, names_, {columns_, meanings},
                              {shared_.meanings, shared_.pack, shared_.reference_year, shared_.today, shared_.crew});
  if ((!persons_ && compared_ == nullptr) || strata_.strata.empty()) return;
  strata_.stratum_of_record.assign(compared_ != nullptr ? records : person_rows_.records(), kNoGroup);
  for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
    lanes_[lane]->trail()->for_each([&](std::uint64_t record, std::uint32_t number) {
      if (number < renumber[lane].size()) number = renumber[lane][number];
      if (record >= strata_.stratum_of_record.size()) return;  // behind what the store had room for
      strata_.stratum_of_record[record] = origin::stratum_of(strata_.stratum_of_signature, number);
    });
  }
}

Result<findings::Table> TableScan::finish(const ingest::TableInfo& info, const ingest::TableAccount& account) {
  if (lanes_.empty()) SIDIK_CHECK(decide(info));
  shared_.crew.wait();
  grow(info);
  findings::Table table;
  describe(info, table);
  account_for(account, table);
  auto& examiner = lanes_.front()->examiner();
  for (std::size_t lane = 1; lane < lanes_.size(); ++lane) examiner.merge(lanes_[lane]->examiner());
  table.columns = examiner.columns();
  SIDIK_CHECK(count_distinct(table.columns));
  table.coherence = examiner.coherence();
  SIDIK_TRY(auto head_card, head_card_exists());
  if (head_card) table.coherence.push_back(std::move(*head_card));
  find_strata(account.records);
  complete_facts(strata_.facts, table);
  lanes_.clear();
  return table;
}

std::vector<std::string> TableScan::header_meanings() const {
  std::vector<std::string> says;
  says.reserve(meanings_.size());
  for (const auto& meaning : meanings_) says.push_back(meaning.header_meaning);
  return says;
}

}  // namespace sidik::engine
