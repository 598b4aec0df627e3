#include "engine/table_lane.hpp"

#include <span>
#include <string_view>
#include <utility>

namespace sidik::engine {

ColumnRoles::ColumnRoles(const std::vector<identify::ColumnMeaning>& meanings) {
  for (std::size_t c = 0; c < meanings.size(); ++c) {
    if (meanings[c].meaning == "id.national") national_ids.push_back(c);
    if (meanings[c].meaning == "id.member" && !card) card = c;
    if (meanings[c].meaning == "id.member_head" && !head_card) head_card = c;
  }
}

TableLane::TableLane(std::vector<std::string> names, std::vector<identify::ColumnMeaning> meanings,
                     const ColumnRoles& roles, const pack::Pack& pack, int reference_year,
                     const crypto::KeyedHash& hash, LaneKeys& keys)
    : roles_(roles), hash_(hash), keys_(keys), examiner_(std::move(names), std::move(meanings), pack, reference_year) {
  for (const std::size_t c : roles_.national_ids) examiner_.keep(c);
  if (!roles_.has_head_cards()) return;
  examiner_.keep(*roles_.card);
  examiner_.keep(*roles_.head_card);
  cards_.emplace(keys.budget);
  head_cards_.emplace(keys.budget, runs::Repeats::kept);
}

void TableLane::scan(const table::RecordBatch& batch, std::vector<std::string>* failed_checks) {
  while (distinct_.size() < batch.columns()) distinct_.emplace_back(keys_.budget);
  if (failed_checks != nullptr) failed_checks->assign(batch.records(), {});
  const std::size_t records = batch.records();
  hashes_.resize(records * batch.columns());
  // All that concerns a column is done at once, while its fields are in the nearest cache.
  for (std::size_t c = 0; c < batch.columns(); ++c) {
    const auto column = std::span(hashes_).subspan(c * records, records);
    hash_.hash_column(batch.fields().data() + c, batch.columns(), column);
    for (const Hash128& hash : column) {
      if (hash != Hash128{}) distinct_[c].add(hash);
    }
    examiner_.examine_column(batch, c, column, failed_checks);
  }
  examiner_.examine_rules(batch, failed_checks);
  hash_rows(batch);
  if (signer_) signer_->add(batch, hashes_, failed_checks != nullptr || trail_ ? &signatures_ : nullptr);
  if (trail_) trail_->add(batch.first_record().value, signatures_);
  if (overlaps_) overlaps_->add(batch, hashes_);
  count_national_ids(batch);
  count_cards(batch);
}

/// Rows are equal when all their fields are; fields missing at the end count as empty, so a table that grew a column
/// late still finds its equals: the row's hash leaves out the empty tail.
void TableLane::hash_rows(const table::RecordBatch& batch) {
  row_.resize(batch.records());
  hash_.combine_rows(hashes_, row_);
  keys_.rows.add(row_);
}

Hash128 TableLane::hash_canonical(std::size_t column, std::size_t record, const table::RecordBatch& batch) {
  const std::string_view field = batch.field(record, column);
  if (field.empty()) return {};
  const std::string_view canonical = examiner_.canonical_in(column, record, field);
  if (canonical == field) return hashes_[column * batch.records() + record];
  return canonical.empty() ? Hash128{} : hash_(canonical);
}

void TableLane::count_national_ids(const table::RecordBatch& batch) {
  if (roles_.national_ids.empty()) return;
  for (std::size_t r = 0; r < batch.records(); ++r) {
    bool has_one = false;
    for (const std::size_t c : roles_.national_ids) {
      const Hash128 hash = hash_canonical(c, r, batch);
      if (hash == Hash128{}) continue;
      has_one = true;
      keys_.national_ids.add(hash);
    }
    keys_.records_with_national_id += has_one;
  }
}

void TableLane::count_cards(const table::RecordBatch& batch) {
  if (!cards_) return;
  for (std::size_t r = 0; r < batch.records(); ++r) {
    const Hash128 card = hash_canonical(*roles_.card, r, batch);
    if (card != Hash128{}) cards_->add(card);
    const Hash128 head = hash_canonical(*roles_.head_card, r, batch);
    if (head == Hash128{}) continue;
    head_cards_->add(head);
    ++head_cards_checked_;
  }
}

}  // namespace sidik::engine
