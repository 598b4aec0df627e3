#include "origin/field_tokens.hpp"

#include "identify/placeholder.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kSeen = 1024;

/// Whether folding leaves a field as it is: ASCII without capitals, without blanks at the ends or in a row. Such a
/// field is no word for nothing either, unless it is short.
bool is_folded(std::string_view field) {
  unsigned char bad = 0;
  char before = ' ';
  for (const char c : field) {
    bad |= static_cast<unsigned char>(static_cast<unsigned char>(c) >= 0x80 || text::is_upper(c) ||
                                      (c >= '\t' && c <= '\r') || (c == ' ' && before == ' '));
    before = c;
  }
  return bad == 0 && before != ' ';
}

bool is_date(std::string_view meaning) {
  return meaning == "birth.date" || meaning.starts_with("date.") || meaning == "record.created" ||
         meaning == "record.updated";
}

/// Whether a date has a time behind it that says more than the day.
bool tells_time(std::string_view field) {
  constexpr std::size_t kLongestDay = 11;
  return field.size() > kLongestDay && field.find(':') != std::string_view::npos &&
         field.find("00:00") == std::string_view::npos;
}

}  // namespace

ValueForm form_of(std::string_view meaning) {
  const bool is_read = meaning.starts_with("id.") || meaning == "contact.phone" || meaning == "contact.email" ||
                       meaning.starts_with("payment.") || is_date(meaning);
  return is_read ? ValueForm::by_meaning : ValueForm::as_text;
}

Hash128 FieldTokens::token_of(std::string_view field, std::size_t column, ValueForm form, Hash128 written) const {
  if (identify::is_placeholder(field)) return {};
  if (form == ValueForm::by_meaning) {
    const bool keeps_time = is_date(examiner_.meanings()[column].meaning) && tells_time(field);
    const std::string canonical = keeps_time ? std::string() : examiner_.canonical(column, field);
    // Folded as well, so that what is valid in one copy and spelt otherwise in another meets.
    if (!canonical.empty()) return canonical == field && is_folded(field) ? written : hash_(text::fold(canonical));
  }
  return is_folded(field) ? written : hash_(text::fold(field));
}

void FieldTokens::read(const table::RecordBatch& batch, std::size_t column, ValueForm form,
                       std::span<const Hash128> written, std::span<Hash128> tokens) {
  const std::size_t slot = column * 2 + static_cast<std::size_t>(form);
  if (seen_.size() <= slot) seen_.resize(slot + 1);
  auto& seen = seen_[slot];
  if (seen.empty()) seen.resize(kSeen);
  for (std::size_t r = 0; r < batch.records(); ++r) {
    if (written[r] == Hash128{}) {
      tokens[r] = {};
      continue;
    }
    Seen& known = seen[written[r].low % kSeen];
    if (known.written != written[r]) known = {written[r], token_of(batch.field(r, column), column, form, written[r])};
    tokens[r] = known.token;
  }
}

}  // namespace sidik::origin
