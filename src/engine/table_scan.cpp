#include "engine/table_scan.hpp"

#include <algorithm>
#include <utility>

#include "identify/meaning.hpp"
#include "text/letters.hpp"
#include "text/mask.hpp"

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
  if (info.format != "delimited") return;
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

/// An address or a long number is no name of a column: JSON keys and wrong headers can be values of persons.
bool looks_like_a_value(std::string_view name) {
  std::size_t digits = 0;
  for (const char c : name) {
    digits = text::is_digit(c) ? digits + 1 : 0;
    if (c == '@' || digits >= 7) return true;
  }
  return false;
}

/// The names to show. Those of a header that was only guessed may be values of a first record: unless they are known
/// headers, they are masked, here and so everywhere behind.
std::vector<std::string> TableScan::shown_names(const ingest::TableInfo& info) const {
  std::vector<std::string> names = info.columns;
  for (auto& name : names) {
    const bool is_doubtful = !info.header_is_sure && !identify::is_header_word(name, shared_.pack);
    if (is_doubtful || looks_like_a_value(name)) name = text::mask(name);
  }
  return names;
}

TableScan::TableScan(HeadBuffer survey, ScanShared& shared) : shared_(shared), survey_(std::move(survey)) {}

Status TableScan::examine(const ingest::TableInfo& info, const table::RecordBatch& batch) {
  if (examiner_) return scan(info, batch);
  head_.add(batch);
  const bool is_enough = head_.is_enough() || head_.bytes() >= HeadBuffer::kEnoughBytes / shared_.open_tables;
  return !survey_.is_empty() || is_enough ? decide(info) : Status{};
}

/// Decides the meanings from the head, then scans the head itself.
Status TableScan::decide(const ingest::TableInfo& info) {
  std::vector<identify::ColumnSample> samples(info.columns.size());
  for (std::size_t c = 0; c < samples.size(); ++c) {
    samples[c].header = info.columns[c];
    samples[c].values = (survey_.is_empty() ? head_ : survey_).sample(c, kSampledValues);
  }
  auto meanings = identify::decide_meanings(samples, shared_.pack, shared_.reference_year);
  for (std::size_t c = 0; c < meanings.size(); ++c) {
    if (meanings[c].meaning == "id.national") national_columns_.push_back(c);
    if (meanings[c].meaning == "id.member" && !card_column_) card_column_ = c;
    if (meanings[c].meaning == "id.member_head" && !head_card_column_) head_card_column_ = c;
  }
  shared_.has_national_id = shared_.has_national_id || !national_columns_.empty();
  if (card_column_ && head_card_column_) {
    cards_.emplace(shared_.budget);
    head_cards_.emplace(shared_.budget, runs::Repeats::kept);
  }
  examiner_.emplace(shown_names(info), std::move(meanings), shared_.pack, shared_.reference_year);
  for (const auto& batch : head_.batches()) SIDIK_CHECK(scan(info, batch));
  head_.clear();
  survey_.clear();
  return {};
}

Status TableScan::scan(const ingest::TableInfo& info, const table::RecordBatch& batch) {
  const std::size_t known = examiner_->meanings().size();
  if (info.columns.size() > known) {
    const auto names = shown_names(info);
    examiner_->grow({names.begin() + static_cast<std::ptrdiff_t>(known), names.end()});
  }
  while (distinct_.size() < batch.columns()) distinct_.emplace_back(shared_.budget);
  hash_columns(batch);
  hash_rows(batch);
  count_national_ids(batch);
  count_cards(batch);
  if (shared_.rows_file == nullptr) {
    examiner_->examine_batch(batch);
    return {};
  }
  failed_checks_.clear();
  examiner_->examine_batch(batch, &failed_checks_);
  return shared_.rows_file->write(info.name, batch, failed_checks_);
}

void TableScan::hash_columns(const table::RecordBatch& batch) {
  const std::size_t records = batch.records();
  hashes_.resize(records * batch.columns());
  for (std::size_t c = 0; c < batch.columns(); ++c) {
    for (std::size_t r = 0; r < records; ++r) {
      const std::string_view field = batch.field(r, c);
      Hash128& hash = hashes_[c * records + r];
      if (field.empty()) {
        hash = {};
        continue;
      }
      hash = shared_.hash(field);
      distinct_[c].add(hash);
    }
  }
}

/// Rows are equal when all their fields are; fields missing at the end count as empty, so a table that grew a column
/// late still finds its equals: the row's hash leaves out the empty tail.
void TableScan::hash_rows(const table::RecordBatch& batch) {
  const std::size_t records = batch.records();
  row_.resize(batch.columns());
  for (std::size_t r = 0; r < records; ++r) {
    std::size_t length = 0;
    for (std::size_t c = 0; c < batch.columns(); ++c) {
      row_[c] = hashes_[c * records + r];
      if (!batch.field(r, c).empty()) length = c + 1;
    }
    shared_.rows.add(shared_.hash.combine(std::span<const Hash128>(row_).first(length)));
  }
}

Hash128 TableScan::hash_canonical(std::size_t column, std::string_view field, Hash128 written) const {
  const std::string canonical = examiner_->canonical(column, field);
  if (canonical == field) return written;
  return canonical.empty() ? Hash128{} : shared_.hash(canonical);
}

void TableScan::count_national_ids(const table::RecordBatch& batch) {
  if (national_columns_.empty()) return;
  const std::size_t records = batch.records();
  for (std::size_t r = 0; r < records; ++r) {
    bool has_one = false;
    for (const std::size_t c : national_columns_) {
      const std::string_view field = batch.field(r, c);
      if (field.empty()) continue;
      const Hash128 hash = hash_canonical(c, field, hashes_[c * records + r]);
      if (hash == Hash128{}) continue;
      has_one = true;
      shared_.national_ids.add(hash);
    }
    shared_.records_with_national_id += has_one;
  }
}

void TableScan::count_cards(const table::RecordBatch& batch) {
  if (!cards_) return;
  const std::size_t records = batch.records();
  for (std::size_t r = 0; r < records; ++r) {
    if (const auto card = batch.field(r, *card_column_); !card.empty()) {
      const Hash128 hash = hash_canonical(*card_column_, card, hashes_[*card_column_ * records + r]);
      if (hash != Hash128{}) cards_->add(hash);
    }
    if (const auto head = batch.field(r, *head_card_column_); !head.empty()) {
      const Hash128 hash = hash_canonical(*head_card_column_, head, hashes_[*head_card_column_ * records + r]);
      if (hash == Hash128{}) continue;
      head_cards_->add(hash);
      ++head_cards_checked_;
    }
  }
}

Result<std::optional<findings::Coherence>> TableScan::head_card_exists() const {
  if (!cards_ || head_cards_checked_ == 0) return std::nullopt;
  SIDIK_TRY(const std::uint64_t agree, runs::count_contained(*head_cards_, *cards_));
  return findings::Coherence{"head_card_exists", "The family head's card is a card of this table.", head_cards_checked_,
                             agree};
}

Result<findings::Table> TableScan::finish(const ingest::TableInfo& info, const ingest::TableAccount& account) {
  if (!examiner_) SIDIK_CHECK(decide(info));
  findings::Table table;
  describe(info, table);
  account_for(account, table);
  table.columns = examiner_->columns();
  for (std::size_t c = 0; c < table.columns.size() && c < distinct_.size(); ++c) {
    SIDIK_TRY(table.columns[c].distinct, distinct_[c].count_distinct());
  }
  distinct_.clear();
  table.coherence = examiner_->coherence();
  SIDIK_TRY(auto head_card, head_card_exists());
  if (head_card) table.coherence.push_back(std::move(*head_card));
  return table;
}

std::vector<std::string> TableScan::header_meanings() const {
  std::vector<std::string> says;
  for (const auto& meaning : examiner_->meanings()) says.push_back(meaning.header_meaning);
  return says;
}

}  // namespace sidik::engine
