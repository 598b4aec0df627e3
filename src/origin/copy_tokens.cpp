#include "origin/copy_tokens.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace sidik::origin {
namespace {

/// Of somebody else than the record speaks of, or of no person.
bool is_of_another(std::string_view meaning) {
  return meaning == "id.member_head" || meaning == "id.national_mother" || meaning == "id.national_father";
}

}  // namespace

std::vector<std::string> compared_meanings(const pack::Pack& pack) {
  std::vector<std::string> names;
  for (const auto& meaning : pack.meanings) {
    const std::string_view name = meaning.name;
    const bool is_compared = name.starts_with("id.") || name == "contact.phone" || name == "contact.email" ||
                             name == "contact.messenger" || name == "account.username" || name == "payment.card" ||
                             name == "payment.iban" || name == "payment.account" || name.starts_with("device.im");
    if (is_compared && meaning.identifies && !is_of_another(name)) names.push_back(meaning.name);
  }
  return names;
}

CopyTokens::CopyTokens(std::vector<ComparedRow> rows, std::vector<ComparedField> fields, const crypto::KeyedHash& hash,
                       const identify::TableExaminer& examiner, const pack::Pack& pack)
    : rows_(std::move(rows)),
      fields_(std::move(fields)),
      hash_(hash),
      field_tokens_(hash, examiner, pack),
      rows_out_(rows_.size()) {
  const auto want = [&](std::size_t place, ValueForm form) {
    const std::size_t slot = slot_of({place, form});
    if (is_wanted_.size() <= slot) is_wanted_.resize(place * 2 + 2);
    is_wanted_[slot] = true;
  };
  for (const auto& row : rows_) {
    for (const auto& column : row) {
      if (column.place != kNoColumn) want(column.place, column.form);
    }
  }
  for (const auto& field : fields_) {
    forms_.push_back(form_of(examiner.meanings()[field.place].meaning));
    want(field.place, forms_.back());
  }
  tokens_.resize(is_wanted_.size());
  filled_in_.resize(is_wanted_.size());
}

void CopyTokens::combine(std::size_t row, std::size_t records) {
  const ComparedRow& columns = rows_[row];
  gathered_.clear();
  filled_.assign(records, 0);
  for (const auto& column : columns) {
    if (column.place == kNoColumn) {
      gathered_.resize(gathered_.size() + records);
      continue;
    }
    const auto& tokens = tokens_[slot_of(column)];
    gathered_.insert(gathered_.end(), tokens.begin(), tokens.end());
    for (std::size_t r = 0; r < records; ++r) filled_[r] += tokens[r] != Hash128{} ? 1U : 0U;
  }
  rows_out_[row].resize(records);
  hash_.combine_rows(gathered_, rows_out_[row]);
  const unsigned least = columns.size() == 1 ? 1 : 2;
  for (std::size_t r = 0; r < records; ++r) {
    if (filled_[r] < least) rows_out_[row][r] = {};
  }
}

void CopyTokens::read(const table::RecordBatch& batch, std::span<const Hash128> written) {
  const std::size_t records = batch.records();
  for (std::size_t slot = 0; slot < tokens_.size(); ++slot) {
    if (!is_wanted_[slot]) continue;
    const std::size_t column = slot / 2;
    tokens_[slot].assign(records, {});
    if (column >= batch.columns()) continue;
    if (written.empty() && (slot % 2 == 0 || !is_wanted_[slot - 1])) {
      written_.resize(records);
      hash_.hash_column(batch.fields().data() + column, batch.columns(), written_);
    }
    const auto as_they_stand =
        written.empty() ? std::span<const Hash128>(written_) : written.subspan(column * records, records);
    field_tokens_.read(batch, column, static_cast<ValueForm>(slot % 2), as_they_stand, tokens_[slot]);
    filled_in_[slot] += records - static_cast<std::size_t>(std::ranges::count(tokens_[slot], Hash128{}));
  }
  for (std::size_t row = 0; row < rows_.size(); ++row) combine(row, records);
}

}  // namespace sidik::origin
