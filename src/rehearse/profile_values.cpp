#include "rehearse/profile_values.hpp"

#include <algorithm>

#include "rehearse/national_id.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {
namespace {

/// How many rows share a value in columns whose values come again at times.
constexpr std::uint64_t kPoolPercent = 85;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

bool is_name_of_person(std::string_view meaning) { return meaning.starts_with("person.") && meaning.ends_with("name"); }

bool is_place(std::string_view meaning) {
  return meaning == "birth.place" ||
         starts_with_any(meaning, {"contact.city", "contact.region", "contact.district", "contact.village"});
}

std::string digits(std::size_t count, RandomStream& stream) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + static_cast<int>(stream.below(10)));
  return out;
}

std::string characters(std::size_t count, std::string_view alphabet, RandomStream& stream) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += alphabet[stream.below(alphabet.size())];
  return out;
}

std::string cased(std::string text, std::string_view shape) {
  bool starts_word = true;
  for (char& c : text) {
    c = shape == "upper" || (shape == "mixed" && starts_word) ? text::to_upper(c) : text::to_lower(c);
    starts_word = !text::is_letter(c);
  }
  return text;
}

std::pair<int, int> years_of(const pack::ProfileColumn& column) {
  const int first = column.meaning == "birth.date" ? 1940 : 2008;
  const int last = column.meaning == "birth.date" ? 2005 : 2023;
  if (column.years.empty()) return {first, last};
  const auto from = static_cast<int>(column.years[0]);
  return {from, column.years.size() > 1 ? static_cast<int>(column.years[1]) : std::max(from, last)};
}

}  // namespace

ProfileColumnValues::ProfileColumnValues(const pack::ProfileColumn& column, const ValueWords& words, std::uint64_t seed)
    : column_(&column), words_(&words), seed_(seed) {
  RandomStream stream(seed, Purpose::profile_value, 1);
  filled_ = column.filled.size() == 2 ? static_cast<std::uint32_t>(stream.between(column.filled[0], column.filled[1]))
                                      : static_cast<std::uint32_t>(stream.between(40, 100));
  shape_ = column.shapes.empty() ? "text" : column.shapes[stream.weighted({80, 20}) % column.shapes.size()];
  phone_with_code_ = stream.percent(25);
  settle_codes(stream);
  settle_dates();
}

/// A list of the profile with shares near those it gives, or one that the system at hand may have.
void ProfileColumnValues::settle_codes(RandomStream& stream) {
  for (const pack::ProfileCode& code : column_->codes) {
    codes_.push_back(code.code);
    const std::uint64_t share = code.percent > 0 ? 10 * code.percent : 20 + stream.below(480);
    weights_.push_back(static_cast<std::uint32_t>(share * stream.between(80, 125) / 100 + 1));
  }
  const bool is_few = column_->repeats == pack::Repeats::few && !is_date();
  if (!codes_.empty() || !is_few || is_name_of_person(column_->meaning)) return;
  const pack::Vocabulary* vocabulary = words_->pack.vocabulary_of(column_->meaning);
  if (vocabulary != nullptr) {
    for (const pack::VocabularyEntry& entry : vocabulary->entries) {
      const bool by_code = shape_ == "digits" && !entry.codes.empty();
      if (by_code || !entry.words.empty())
        codes_.push_back(by_code ? entry.codes.front() : cased(entry.words.front(), shape_));
      if (codes_.size() == 12) break;
    }
  } else {
    const std::uint64_t count = stream.between(2, 30);
    for (std::uint64_t i = 0; i < count; ++i) codes_.push_back(by_shape(stream, i));
  }
  std::ranges::sort(codes_);
  codes_.erase(std::ranges::unique(codes_).begin(), codes_.end());
  for (std::size_t i = 0; i < codes_.size(); ++i)
    weights_.push_back(static_cast<std::uint32_t>(10 + stream.below(600) / (i + 1)));
}

void ProfileColumnValues::settle_dates() {
  std::tie(first_year_, last_year_) = years_of(*column_);
  if (column_->dates.empty()) return;
  const std::string& form = column_->dates.front();
  with_time_ = form.ends_with('t');
  const bool slash = mix64(seed_ / 977) % 2 == 0;
  style_ = form.starts_with("dmy")       ? (slash ? DateStyle::day_slash : DateStyle::day_dash)
           : form.starts_with("mdy")     ? DateStyle::month_slash
           : form.starts_with("compact") ? DateStyle::compact
           : form.starts_with("words")   ? DateStyle::in_words
                                         : DateStyle::iso;
}

std::string ProfileColumnValues::date(RandomStream& stream) const {
  const auto days = static_cast<std::uint64_t>(std::max(1, last_year_ - first_year_ + 1)) * 365;
  const text::Date first{static_cast<std::int16_t>(first_year_), 1, 1};
  const text::Date day = text::from_day_number(text::day_number(first) + static_cast<std::int32_t>(stream.below(days)));
  std::string out;
  if (with_time_)
    append_timestamp(out, day, static_cast<std::uint32_t>(stream.below(86400)), style_);
  else
    append_date(out, day, style_);
  return out;
}

std::string ProfileColumnValues::words_of(RandomStream& stream, const std::vector<std::string>& from) const {
  const std::uint64_t count = 1 + stream.weighted({35, 40, 25});
  std::string out = cased(stream.pick(from), shape_);
  for (std::uint64_t i = 1; i < count; ++i) out += ' ' + cased(stream.pick(from), shape_);
  const std::size_t most = column_->length.size() == 2 ? column_->length[1] : 30;
  if (out.size() > most) out = out.substr(0, out.rfind(' ', most));
  return out.empty() ? cased(stream.pick(from), shape_) : out;
}

std::string ProfileColumnValues::by_shape(RandomStream& stream, std::uint64_t row) const {
  const std::size_t least = column_->length.size() == 2 ? column_->length[0] : 3;
  const std::size_t most = column_->length.size() == 2 ? column_->length[1] : 12;
  const std::size_t size = stream.between(least, most);
  if (shape_ == "digits") {
    std::string out = digits(size, stream);
    if (out.size() > 1 && out[0] == '0') out[0] = '7';
    return out;
  }
  if (shape_ == "decimal")
    return std::to_string(stream.below(200)) + '.' + digits(std::max<std::size_t>(size, 4) - 3, stream);
  if (shape_ == "hexadecimal") return characters(size, "0123456789abcdef", stream);
  if (shape_ == "alphanumeric") return characters(size, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", stream);
  if (shape_ == "phone") return '+' + digits(2, stream) + ' ' + digits(3, stream) + '-' + digits(7, stream);
  if (shape_ == "upper" && most <= 4) return characters(size, "ABCDEFGHIJKLMNOPRSTUVW", stream);
  if (shape_ == "upper" || shape_ == "lower" || shape_ == "mixed") return words_of(stream, words_->names);
  if (least == 36) {
    std::string out = characters(36, "0123456789abcdef", stream);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) out[dash] = '-';
    return out;
  }
  std::string out = stream.pick(words_->places);
  while (out.size() < size) out += ' ' + std::to_string(stream.below(100 + row % 7)) + ' ' + stream.pick(words_->names);
  return out.substr(0, std::max(size, std::size_t{2}));
}

std::string ProfileColumnValues::made(RandomStream& stream, std::uint64_t row) const {
  const std::string& meaning = column_->meaning;
  if (is_date()) return date(stream);
  if (is_name_of_person(meaning)) return words_of(stream, words_->names);
  if (is_place(meaning) && shape_ != "digits") return words_of(stream, words_->places);
  if (starts_with_any(meaning, {"id.national"})) {
    const text::Date birth = text::from_day_number(static_cast<std::int32_t>(stream.below(20000)) - 10000);
    std::string out;
    append_padded(out,
                  national_id(stream.pick(words_->areas), birth, stream.percent(50),
                              1 + static_cast<std::uint32_t>(stream.below(60))),
                  16);
    return out;
  }
  if (meaning == "contact.phone" && shape_ == "digits")
    return std::string(phone_with_code_ ? "62" : "0") + "8" + digits(stream.between(8, 10), stream);
  if (meaning == "contact.email")
    return cased(stream.pick(words_->names), "lower") + std::to_string(stream.below(9999)) + "@example.com";
  if (meaning == "network.ip" || meaning == "account.last_ip") {
    std::string out = std::to_string(stream.between(1, 220));
    for (int i = 0; i < 3; ++i) out += '.' + std::to_string(stream.below(250));
    return out;
  }
  if (meaning.starts_with("record.") && shape_ == "digits" && column_->length.size() == 2 && column_->length[0] == 10)
    return std::to_string(1200000000 + stream.below(450000000));  // seconds since 1970
  return by_shape(stream, row);
}

std::string ProfileColumnValues::value(std::uint64_t row) const {
  RandomStream stream(seed_, Purpose::profile_value, 2, row);
  if (!stream.percent(filled_)) return {};
  if (!codes_.empty()) return codes_[stream.weighted(weights_)];
  if (column_->repeats == pack::Repeats::some && !stream.percent(kPoolPercent))
    stream = RandomStream(seed_, Purpose::profile_value, 3, stream.below(12));
  std::string out = made(stream, row);
  if (!column_->prefixes.empty() && !stream.percent(2)) {
    const std::string& prefix = stream.pick(column_->prefixes);
    if (out.size() > prefix.size()) out.replace(0, prefix.size(), prefix);
  }
  return out;
}

}  // namespace sidik::rehearse
