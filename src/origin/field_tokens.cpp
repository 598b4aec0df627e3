#include "origin/field_tokens.hpp"

#include <algorithm>

#include "identify/placeholder.hpp"
#include "pack/phone_plan.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kSeen = 1024;

/// Whether folding leaves a field as it is: ASCII without capitals, without blanks at the ends or in a row.
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

bool is_all_digits(std::string_view field) { return std::ranges::all_of(field, text::is_digit); }

/// No word for nothing begins with a digit.
bool stands_for_nothing(std::string_view field) {
  return !text::is_digit(field.front()) && identify::is_placeholder(field);
}

bool is_date(std::string_view meaning) {
  return meaning == "birth.date" || meaning.starts_with("date.") || meaning == "record.created" ||
         meaning == "record.updated";
}

/// 1990-12-31, the form that days are brought to.
bool is_day(std::string_view field) {
  constexpr std::string_view kForm = "0000-00-00";
  if (field.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (kForm[i] == '0' ? !text::is_digit(field[i]) : field[i] != kForm[i]) return false;
  }
  return true;
}

/// Whether a date has a time behind it that says more than the day.
bool tells_time(std::string_view field) {
  constexpr std::size_t kLongestDay = 11;
  return field.size() > kLongestDay && field.find(':') != std::string_view::npos &&
         field.find("00:00") == std::string_view::npos;
}

/// The country of the pack that counts most.
const pack::PhonePlan* home_plan(const pack::Pack& pack) {
  for (auto name = pack.names.rbegin(); name != pack.names.rend(); ++name) {
    if (name->size() != 2) continue;
    const std::string country{text::to_upper((*name)[0]), text::to_upper((*name)[1])};
    return pack::phone_plan_of(country, pack);
  }
  return nullptr;
}

}  // namespace

ValueForm form_of(std::string_view meaning) {
  const bool is_read = meaning.starts_with("id.") || meaning == "contact.phone" || meaning == "contact.email" ||
                       meaning.starts_with("payment.") || is_date(meaning);
  return is_read ? ValueForm::by_meaning : ValueForm::as_text;
}

FieldTokens::FieldTokens(const crypto::KeyedHash& hash, const identify::TableExaminer& examiner, const pack::Pack& pack)
    : hash_(hash), examiner_(examiner), pack_(pack), plan_(home_plan(pack)) {}

void FieldTokens::prepare(Reader& reader, std::size_t column, ValueForm form) const {
  reader.is_ready = true;
  reader.by_meaning = form == ValueForm::by_meaning;
  reader.seen.resize(kSeen);
  if (!reader.by_meaning) return;
  const auto& meaning = examiner_.meanings()[column];
  reader.is_date = is_date(meaning.meaning);
  reader.is_phone = meaning.meaning == "contact.phone";
  if (const auto* identifier = pack_.identifier(meaning.identifier); identifier != nullptr) {
    reader.keeps_digits = true;
    // A shorter number may have lost zeros, which its form gives back.
    const bool may_lack_zeros = identifier->zeros_lost_from > 0 && !identifier->lengths.empty();
    reader.least_digits = may_lack_zeros ? std::ranges::max(identifier->lengths) : 0;
  }
}

/// A number at home as most write it, 0812...: its form without asking the plan for every pattern.
bool FieldTokens::append_phone(std::string_view field) {
  if (plan_ == nullptr || plan_->trunk_prefix != "0" || field.size() < 2 || field[0] != '0' || field[1] == '0' ||
      !is_all_digits(field))
    return false;
  const std::size_t national = field.size() - 1;
  if (national < plan_->shortest || national > plan_->longest) return false;
  std::string& out = formed_[formed_count_];
  out.assign(1, '+').append(plan_->calling_code).append(field.substr(1));
  return true;
}

std::string_view FieldTokens::form_of_field(const Reader& reader, std::size_t column, std::string_view field) {
  const auto form = [&]() -> std::string& {
    if (formed_count_ == formed_.size()) formed_.emplace_back();
    return formed_[formed_count_];
  };
  const auto keep = [&]() { return std::string_view(formed_[formed_count_++]); };
  if (reader.by_meaning) {
    const bool has_form = (reader.keeps_digits && field.size() >= reader.least_digits && is_all_digits(field)) ||
                          (reader.is_date && is_day(field));
    if (has_form) return field;
    form();
    if (reader.is_phone && append_phone(field)) return keep();
    if (!reader.is_date || !tells_time(field)) {
      // Folded as well, so that what is valid in one copy and spelt otherwise in another meets.
      if (const std::string canonical = examiner_.canonical(column, field); !canonical.empty()) {
        form() = text::fold(canonical);
        return keep();
      }
    }
  }
  if (is_folded(field)) return field;
  form() = text::fold(field);
  return keep();
}

void FieldTokens::read(const table::RecordBatch& batch, std::size_t column, ValueForm form,
                       std::span<const Hash128> written, std::span<Hash128> tokens) {
  const std::size_t slot = column * 2 + static_cast<std::size_t>(form);
  if (readers_.size() <= slot) readers_.resize(slot + 1);
  Reader& reader = readers_[slot];
  if (!reader.is_ready) prepare(reader, column, form);
  formed_count_ = 0;
  waiting_.clear();
  waiting_record_.clear();
  for (std::size_t r = 0; r < batch.records(); ++r) {
    tokens[r] = {};
    if (written[r] == Hash128{}) continue;
    const Seen& known = reader.seen[written[r].low % kSeen];
    if (known.written == written[r]) {
      tokens[r] = known.token;
      continue;
    }
    const std::string_view field = batch.field(r, column);
    if (stands_for_nothing(field)) continue;
    const std::string_view formed = form_of_field(reader, column, field);
    tokens[r] = written[r];
    if (formed.data() == field.data()) continue;
    waiting_.push_back(formed);
    waiting_record_.push_back(r);
  }
  hashed_.resize(waiting_.size());
  hash_.hash_column(waiting_.data(), 1, hashed_);
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const std::size_t r = waiting_record_[i];
    tokens[r] = hashed_[i];
    reader.seen[written[r].low % kSeen] = {written[r], hashed_[i]};
  }
}

}  // namespace sidik::origin
