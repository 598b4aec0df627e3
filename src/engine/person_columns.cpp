#include "engine/person_columns.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "people/canonical_value.hpp"
#include "people/field_choice.hpp"
#include "people/text_hash.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kSeen = 1024;

/// The field of the store that a column goes into: one of the same meaning that this table has not used, or a new one.
std::optional<std::size_t> field_for(people::RecordStore& store, people::LinkageField wanted,
                                     const std::vector<bool>& is_used) {
  const auto& fields = store.fields();
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const bool is_known = wanted.meaning != "unknown" || fields[f].name == wanted.name;
    if (!is_used[f] && is_known && fields[f].meaning == wanted.meaning && fields[f].kind == wanted.kind) return f;
  }
  return store.add_field(std::move(wanted));
}

/// The entry of a closed vocabulary that a value stands for, so that L, male and 1 are one sex; the value as it is
/// where there is none.
std::string entry_of(const pack::Vocabulary* vocabulary, std::string_view field, std::string value) {
  if (vocabulary == nullptr) return value;
  const std::string folded = text::fold(field);
  for (const auto& entry : vocabulary->entries) {
    if (std::ranges::find(entry.words, folded) != entry.words.end() ||
        std::ranges::find(entry.codes, text::trim(field)) != entry.codes.end()) {
      return text::fold(entry.canonical);
    }
  }
  return value;
}

}  // namespace

PersonColumns::PersonColumns(std::span<const identify::ColumnSample> samples, std::span<const std::string> names,
                             const std::vector<identify::ColumnMeaning>& meanings, const pack::Pack& pack,
                             int reference_year, std::size_t left_out, people::RecordStore& store)
    : pack_(pack), store_(store), examiner_({names.begin(), names.end()}, meanings, pack, reference_year) {
  std::vector<bool> is_used(people::kMostFields, false);
  for (std::size_t c = 0; c < samples.size(); ++c) {
    if (c == left_out) continue;
    auto chosen = people::choose_field({names[c], meanings[c].meaning, meanings[c].confidence, samples[c].values});
    if (!chosen) continue;
    if (chosen->name.empty()) chosen->name = "column " + std::to_string(c + 1);
    const auto field = field_for(store, std::move(*chosen), is_used);
    if (!field) continue;
    is_used[*field] = true;
    columns_.push_back({c, *field});
  }
  seen_.assign(columns_.size(), std::vector<Seen>(kSeen));
}

people::ValueCode PersonColumns::code_of(std::size_t column, std::string_view field) {
  if (field.empty()) return 0;
  const std::uint64_t hash = people::text_hash(field) | 1;
  Seen& seen = seen_[column][hash / 2 % kSeen];
  if (seen.hash == hash) return seen.code;
  const auto& [place, target] = columns_[column];
  const auto kind = store_.fields()[target].kind;
  const bool is_checked = kind == people::FieldKind::digits || kind == people::FieldKind::phone ||
                          kind == people::FieldKind::date || kind == people::FieldKind::email;
  const std::string value =
      people::canonical_value(kind, field, is_checked ? examiner_.canonical(place, field) : std::string());
  if (kind == people::FieldKind::category) {
    const auto* vocabulary = pack_.vocabulary_of(store_.fields()[target].meaning);
    seen = {hash, store_.intern(target, entry_of(vocabulary, field, value))};
    return seen.code;
  }
  seen.hash = hash;
  const bool is_name = kind == people::FieldKind::name && store_.name_reader() != nullptr && !value.empty();
  seen.code = store_.intern(target, is_name ? store_.name_reader()->read(field).written() : value);
  return seen.code;
}

void PersonColumns::add(const table::RecordBatch& batch) {
  for (std::size_t r = 0; r < batch.records(); ++r) {
    people::Record record{};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].place < batch.columns())
        record[columns_[i].field] = code_of(i, batch.field(r, columns_[i].place));
    }
    store_.add(record);
  }
}

}  // namespace sidik::engine
