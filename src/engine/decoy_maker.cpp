#include "engine/decoy_maker.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "table/record_batch.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr int kTries = 200;
constexpr int kTwoYears = 700;   ///< days
constexpr int kFewYears = 1000;  ///< days

std::vector<std::string> words_of(std::string_view field) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find(' ', at), field.size());
    if (end > at) out.emplace_back(field.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool is_plain_word(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) {
           return text::is_letter(c) || static_cast<unsigned char>(c) >= 0x80 || c == '\'';
         });
}

/// Whether two words are written in one style: capitals, small letters, or a capital first.
bool is_same_case(std::string_view left, std::string_view right) {
  const auto style = [](std::string_view word) {
    if (std::ranges::none_of(word, text::is_lower)) return 0;
    return text::is_upper(word.front()) ? 1 : 2;
  };
  return style(left) == style(right);
}

std::string only_letters(std::string_view word) {
  std::string out;
  for (const char c : text::fold_plain(word)) {
    if (text::is_letter(c)) out += c;
  }
  return out;
}

}  // namespace

DecoyMaker::DecoyMaker(const RegisterSample& sample, const pack::Pack& pack, int reference_year, SecretDraw& draw)
    : sample_(sample),
      pack_(pack),
      year_(reference_year),
      draw_(draw),
      examiner_(sample.columns, sample.meanings, pack, reference_year),
      habits_(sample, pack, reference_year),
      roles_(habits_.roles()) {
  for (std::string& form : habits_.naming_forms()) taken_.insert(std::move(form));
}

const DecoyMaker::Row& DecoyMaker::like(const Row& row, bool same_sex, int most_days_apart) {
  const auto born = habits_.birth_of(row);
  const char sex = habits_.sex_of(row);
  const Row* best = &row;
  int best_apart = -1;
  for (int i = 0; i < kTries; ++i) {
    const Row& other = sample_.rows[draw_.below(sample_.rows.size())];
    if (&other == &row || (same_sex && habits_.sex_of(other) != sex)) continue;
    if (!born || most_days_apart == 0) return other;
    const auto other_born = habits_.birth_of(other);
    if (!other_born) continue;
    const int apart = std::abs(text::day_number(*born) - text::day_number(*other_born));
    if (apart <= most_days_apart) return other;
    if (best_apart < 0 || apart < best_apart) std::tie(best, best_apart) = std::pair(&other, apart);
  }
  return *best;
}

bool DecoyMaker::is_free(std::size_t column, std::string_view value) const {
  const std::string form = habits_.form(column, value);
  if (form.empty() || taken_.contains(form)) return false;
  return habits_.part(column) != Part::name || !std::ranges::binary_search(names_, std::hash<std::string>{}(form));
}

std::optional<std::string> DecoyMaker::name_for(std::size_t column, const Row& model) {
  const bool is_single = words_of(model[column]).size() < 2;
  const bool has_other_part = habits_.columns_of(Part::name).size() > 1;
  for (int i = 0; i < kTries; ++i) {
    const auto first = words_of(like(model, true, 0)[column]);
    const auto second = words_of(like(model, true, 0)[column]);
    if (first.empty() || second.empty()) continue;
    // A given name in a column of its own is no whole name, and may be another's.
    if (is_single && has_other_part && first.size() == 1 && is_plain_word(first[0])) return first[0];
    if (!is_same_case(first.front(), second.back())) continue;
    if (first.size() + second.size() < 3 || !std::ranges::all_of(first, is_plain_word) ||
        !std::ranges::all_of(second, is_plain_word))
      continue;
    std::vector<std::string> words(first.begin(), first.begin() + static_cast<std::ptrdiff_t>((first.size() + 1) / 2));
    words.insert(words.end(), second.begin() + static_cast<std::ptrdiff_t>(second.size() / 2), second.end());
    if (words.size() < 2 || words[0] == words[1]) continue;
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    if (name.size() <= habits_.longest(column) && is_free(column, name)) return name;
  }
  return std::nullopt;
}

std::optional<std::string> DecoyMaker::national_for(std::size_t column, const Row& model, const Row& decoy) {
  const auto form = habits_.national_form(column);
  if (!form || !form->fits(model[column])) return std::nullopt;
  std::string out = model[column];
  const auto born = habits_.birth_of(decoy);
  if (born) {
    const unsigned day = born->day + (form->says_woman(out) ? form->birth->female_day_offset : 0);
    out.replace(form->birth->at, form->birth->length,
                fmt::format("{:02}{:02}{:02}", day, static_cast<unsigned>(born->month), born->year % 100));
  } else {
    const Row& other = like(model, true, 0);
    if (!form->fits(other[column])) return std::nullopt;
    out.replace(form->birth->at, form->birth->length, other[column], form->birth->at, form->birth->length);
  }
  // Issuers count up from 1 for each district and day: just above what is usual nobody has been given one.
  constexpr std::size_t kLeastUsual = 8;
  const std::size_t usual = std::max(habits_.usual_serial(), kLeastUsual);
  // A hundred is far for an issuer, and stands out.
  constexpr std::size_t kFar = 99;
  const std::size_t most = usual < kFar - kLeastUsual ? std::min(2 * usual + kLeastUsual, kFar) : 2 * usual;
  for (int i = 0; i < kTries; ++i) {
    const std::string serial = std::to_string(usual + 1 + draw_.below(most - usual));
    if (serial.size() > form->serial->length) continue;
    out.replace(form->serial->at, form->serial->length,
                std::string(form->serial->length - serial.size(), '0') + serial);
    if (is_free(column, out)) return out;
  }
  return std::nullopt;
}

std::optional<std::string> DecoyMaker::number_for(std::size_t column, const std::string& model, std::size_t kept) {
  const bool has_hex = sample_.meanings[column].meaning.starts_with("credential.") ||
                       sample_.meanings[column].meaning.starts_with("device.");
  for (int i = 0; i < 4 * kTries; ++i) {
    std::string out = model;
    std::size_t seen = 0;
    for (char& c : out) {
      if (text::is_digit(c)) {
        if (seen++ >= kept) c = draw_.digit();
      } else if (has_hex && text::is_letter(c) && seen >= kept) {
        c = static_cast<char>((text::is_upper(c) ? 'A' : 'a') + draw_.below(6));
      }
    }
    const auto check = examiner_.check(column, out);
    if (check.valid && check.fault == nullptr && is_free(column, out)) return out;
  }
  return std::nullopt;
}

std::vector<std::string> DecoyMaker::name_words(const Row& row) const {
  std::vector<std::string> out;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (habits_.part(c) != Part::name) continue;
    for (const auto& word : words_of(row[c])) {
      auto letters = only_letters(word);
      if (letters.size() > 1 && std::ranges::find(out, letters) == out.end()) out.push_back(std::move(letters));
    }
  }
  return out;
}

/// The model's address with the decoy's words where the model's name stands in it, and other digits; where it does not
/// stand in it, the decoy's first word.
std::string DecoyMaker::email_for(const Row& model, const std::string& value, const Row& decoy) {
  const std::size_t at = std::min(value.find('@'), value.size());
  const std::string local = text::fold_plain(std::string_view(value).substr(0, at));
  const auto theirs = name_words(model);
  const auto ours = name_words(decoy);
  std::string out;
  bool has_name = false;
  for (std::size_t i = 0; i < local.size();) {
    std::size_t taken = 0;
    for (std::size_t w = 0; w < theirs.size() && !ours.empty() && taken == 0; ++w) {
      if (!std::string_view(local).substr(i).starts_with(theirs[w])) continue;
      out += w + 1 == theirs.size() && w > 0 ? ours.back() : ours[std::min(w, ours.size() - 1)];
      taken = theirs[w].size();
    }
    has_name = has_name || taken > 0;
    if (taken == 0) out += text::is_digit(local[i]) ? draw_.digit() : local[i];
    i += std::max<std::size_t>(taken, 1);
  }
  if (!has_name) {
    out = ours.empty() ? "n" : ours.front();
    for (std::size_t i = 0; i < std::max<std::size_t>(digits_in(local), 2); ++i) out += draw_.digit();
  }
  constexpr std::uint64_t kSometimes = 4;
  // Where no digit makes it new, one more does.
  if (digits_in(out) == 0 && draw_.below(kSometimes) == 0) out += draw_.digit();
  const std::string_view written = std::string_view(value).substr(0, at);
  if (std::ranges::any_of(written, text::is_upper) && std::ranges::none_of(written, text::is_lower))
    std::ranges::transform(out, out.begin(), text::to_upper);
  return out + value.substr(at);
}

std::optional<std::string> DecoyMaker::text_for(std::size_t column, const std::string& model) {
  for (int i = 0; i < kTries; ++i) {
    const auto first = words_of(model);
    const auto second = words_of(sample_.rows[draw_.below(sample_.rows.size())][column]);
    if (first.empty() || second.empty()) continue;
    std::string out;
    for (std::size_t w = 0; w < (first.size() + 1) / 2; ++w) out += (out.empty() ? "" : " ") + first[w];
    for (std::size_t w = (second.size() + 1) / 2; w < second.size(); ++w) out += (out.empty() ? "" : " ") + second[w];
    // Digits beyond the first of a number: house 12 becomes 17, never 0.
    bool is_first = true;
    for (char& c : out) {
      const bool is_digit = text::is_digit(c);
      if (is_digit) c = is_first ? static_cast<char>('1' + draw_.below(9)) : draw_.digit();
      is_first = !is_digit;
    }
    const auto check = examiner_.check(column, out);
    if (out.size() <= habits_.longest(column) && check.valid && check.fault == nullptr && is_free(column, out))
      return out;
  }
  return std::nullopt;
}

std::optional<std::string> DecoyMaker::value_for(std::size_t column, const Row& model, const Row& decoy,
                                                 const Row& stamps) {
  const std::string& value = model[column];
  constexpr std::size_t kPhonePrefix = 4;
  constexpr std::size_t kAbroadPrefix = 5;
  switch (habits_.part(column)) {
    case Part::keep:
      return value;
    case Part::stamp:
      return stamps[column];
    case Part::national:
      return national_for(column, model, decoy);
    case Part::name:
      return name_for(column, model);
    case Part::email: {
      for (int i = 0; i < kTries; ++i) {
        std::string out = email_for(model, value, decoy);
        if (is_free(column, out)) return out;
      }
      return std::nullopt;
    }
    case Part::phone:
      return number_for(column, value, value.starts_with("0") ? kPhonePrefix : kAbroadPrefix);
    case Part::number: {
      const std::size_t digits = digits_in(value);
      return number_for(column, value, digits > 6 ? digits / 2 : digits / 3);
    }
    case Part::text:
      return text_for(column, value);
    default:
      return value;
  }
}

/// A decoy that others can belong to, not the head of too many.
const Decoy* DecoyMaker::relative_among(std::span<const Decoy> others) {
  constexpr std::ptrdiff_t kLargest = 5;
  std::vector<const Decoy*> heads;
  for (const Decoy& other : others) {
    const std::size_t by = roles_.has_heads() ? *roles_.head : roles_.family.value_or(0);
    if (!roles_.has_heads() && !roles_.family) continue;
    if (other.fields.empty() || other.fields[by].empty()) continue;
    if (roles_.has_heads() && other.fields[*roles_.head] != other.fields[*roles_.member]) continue;
    const auto size = std::ranges::count_if(
        others, [&](const Decoy& each) { return !each.fields.empty() && each.fields[by] == other.fields[by]; });
    if (size < kLargest) heads.push_back(&other);
  }
  return heads.empty() ? nullptr : heads[draw_.below(heads.size())];
}

/// A row to take after: of the kind, and of the relative's place when one is found in time.
std::size_t DecoyMaker::model_for(bool is_dependent_wanted, const Decoy* relative) {
  std::size_t found = draw_.below(sample_.rows.size());
  bool has_kind = false;
  for (int i = 0; i < 2 * kTries; ++i) {
    const std::size_t at = draw_.below(sample_.rows.size());
    if (habits_.is_dependent(sample_.rows[at]) != is_dependent_wanted) continue;
    if (relative == nullptr || habits_.is_same_place(relative->fields, sample_.rows[at])) return at;
    if (!has_kind) found = at;
    has_kind = true;
  }
  return found;
}

/// Makes a row after `model`, born as `born`, with the stamps of `stamped`.
bool DecoyMaker::fill(const Row& model, const Row& born, const Row& stamped, const Decoy* relative, Row& decoy) {
  decoy.assign(model.size(), {});
  const Row stamps = moved_stamps(stamped);
  if (roles_.birth && !model[*roles_.birth].empty()) decoy[*roles_.birth] = born[*roles_.birth];
  std::vector<std::size_t> order(model.size());
  for (std::size_t c = 0; c < order.size(); ++c) order[c] = c;
  // The national number needs the birth, the mail address the name.
  std::ranges::stable_sort(order, {}, [&](std::size_t c) { return habits_.part(c) == Part::email ? 1 : 0; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t c = order[i];
    const std::string& value = model[c];
    if (roles_.birth && c == *roles_.birth) continue;
    if (habits_.part(c) == Part::stamp) {
      // One row's stamps follow on each other; which are filled is the model's.
      if (value.empty() != stamps[c].empty()) return false;
    }
    if (value.empty()) continue;
    if (habits_.part(c) != Part::stamp && habits_.part(c) != Part::birth && habits_.is_code(c, value)) {
      decoy[c] = value;
      continue;
    }
    if (habits_.part(c) == Part::birth) {
      decoy[c] = born[c];
      continue;
    }
    bool is_done = false;
    if (relative != nullptr && ((roles_.has_heads() && c == *roles_.head) || (roles_.family && c == *roles_.family))) {
      decoy[c] = relative->fields[c];
      is_done = !decoy[c].empty();
    }
    if (relative != nullptr && roles_.has_heads() && c == *roles_.member) {
      // Families are numbered together.
      constexpr std::size_t kOwnDigits = 3;
      const std::size_t digits = digits_in(relative->fields[c]);
      const auto near = number_for(c, relative->fields[c], digits > 2 * kOwnDigits ? digits - kOwnDigits : digits / 2);
      if (near) decoy[c] = *near;
      is_done = near.has_value();
    }
    for (std::size_t j = 0; j < i && !is_done && habits_.part(c) != Part::keep; ++j) {
      const std::size_t other = order[j];
      if (habits_.part(other) == Part::keep || model[other].empty()) continue;
      if (model[other] == value) {
        // A card takes only so much of a name.
        decoy[c] = habits_.part(c) == Part::name ? decoy[other].substr(0, habits_.longest(c)) : decoy[other];
        is_done = true;
      } else if (habits_.part(c) == Part::name && habits_.part(other) == Part::name &&
                 model[other].starts_with(value) && value.size() + 4 > habits_.longest(c)) {
        decoy[c] = decoy[other].substr(0, habits_.longest(c));
        is_done = true;
      }
    }
    if (is_done) continue;
    auto made = value_for(c, model, decoy, stamps);
    if (!made) return false;
    decoy[c] = std::move(*made);
  }
  return true;
}

/// The seconds of a row's stamps moved on together, so that no second is another's; where seconds are written at all.
DecoyMaker::Row DecoyMaker::moved_stamps(Row row) {
  constexpr std::size_t kSecond = 60;
  const std::size_t by = 1 + draw_.below(kSecond - 1);
  for (std::size_t c = 0; c < row.size(); ++c) {
    std::string& value = row[c];
    const std::size_t size = value.size();
    if (habits_.part(c) != Part::stamp || size < 8 || value[size - 3] != ':' || value[size - 6] != ':') continue;
    const std::size_t second = number_in(std::string_view(value).substr(size - 2));
    // A column that counts minutes has none.
    if (!habits_.has_seconds(c) || second >= kSecond) continue;
    value.replace(size - 2, 2, fmt::format("{:02}", (second + by) % kSecond));
  }
  return row;
}

/// Whether a record was made before the birth, which happens to nobody.
bool DecoyMaker::is_before_birth(const Row& decoy) const {
  const auto born = habits_.birth_of(decoy);
  for (std::size_t c = 0; born && c < decoy.size(); ++c) {
    const std::string_view meaning = sample_.meanings[c].meaning;
    if (decoy[c].empty() || !(meaning.starts_with("record.") || meaning == "date.start")) continue;
    const auto read = text::parse_date(decoy[c], sample_.meanings[c].date_order, pack_.months, year_);
    if (read && read->date < *born) return true;
  }
  return false;
}

/// Names of checks and rules that a row fails.
std::set<std::string> DecoyMaker::faults_of(const Row& row) {
  table::RecordBatch batch;
  batch.reset(row.size(), RecordIndex(0));
  const std::vector<std::string_view> fields(row.begin(), row.end());
  batch.append(fields, {});
  std::vector<std::string> failed(1);
  examiner_.examine_batch(batch, &failed);
  std::set<std::string> out;
  const std::string& all = failed.front();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(';', at), all.size());
    out.insert(all.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// Whether a decoy fails nothing but what the rows it was made of fail: a register in which most rows fail a rule would
/// else have decoys that fail none.
bool DecoyMaker::is_no_worse(const Row& decoy, std::span<const Row* const> made_of) {
  std::set<std::string> faults = faults_of(decoy);
  for (const Row* row : made_of) {
    if (faults.empty()) break;
    for (const auto& fault : faults_of(*row)) faults.erase(fault);
  }
  return faults.empty();
}

void DecoyMaker::note_forms(const Row& model, const Decoy* relative, Decoy& decoy) const {
  constexpr std::size_t kLeastStrong = 8;
  const auto note = [](std::vector<std::string>& forms, std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  const auto note_weak = [&](std::size_t c) {
    if (std::string form = habits_.form(c, decoy.fields[c]); !form.empty()) note(decoy.weak, std::move(form));
  };
  if (roles_.name && !decoy.fields[*roles_.name].empty()) note_weak(*roles_.name);
  for (std::size_t c = 0; c < model.size(); ++c) {
    if (decoy.fields[c].empty() || decoy.fields[c] == model[c]) continue;
    // What a family shares says which family, not which decoy.
    if (relative != nullptr && decoy.fields[c] == relative->fields[c]) continue;
    switch (habits_.part(c)) {
      case Part::national:
      case Part::number:
      case Part::phone:
      case Part::email: {
        std::string form = habits_.form(c, decoy.fields[c]);
        if (form.size() >= kLeastStrong) note(decoy.strong, std::move(form));
        break;
      }
      case Part::birth:
        if (!decoy.weak.empty()) note_weak(c);
        break;
      case Part::text:
        if (!decoy.weak.empty()) note_weak(c);
        break;
      default:
        break;
    }
  }
  // Where a name is all there is, it must do.
  if (decoy.strong.empty() && decoy.weak.size() == 1) decoy.strong.swap(decoy.weak);
}

std::optional<Decoy> DecoyMaker::make(std::span<const Decoy> others) {
  if (sample_.rows.empty()) return std::nullopt;
  for (int i = 0; i < kTries; ++i) {
    // The kind by its share in the register; then a row of that kind.
    const bool wants_dependent = habits_.is_dependent(sample_.rows[draw_.below(sample_.rows.size())]);
    const Decoy* relative = wants_dependent ? relative_among(others) : nullptr;
    const bool begins_family = wants_dependent && relative == nullptr && !roles_.has_heads();
    const std::size_t at = model_for(relative != nullptr || begins_family, relative);
    const Row& model = sample_.rows[at];
    if (relative == nullptr && roles_.has_heads() && habits_.is_dependent(model)) continue;
    Decoy decoy;
    const Row& born = like(model, true, kTwoYears);
    const Row& stamps = like(model, false, kFewYears);
    if (!fill(model, born, stamps, relative, decoy.fields) || is_before_birth(decoy.fields)) continue;
    const Row* made_of[] = {&model, &born, &stamps};
    if (!is_no_worse(decoy.fields, made_of)) continue;
    decoy.beside = relative != nullptr ? relative->beside : sample_.places[at];
    note_forms(model, relative, decoy);
    if (roles_.has_heads())
      decoy.kin = decoy.fields[*roles_.head];
    else if (roles_.family)
      decoy.kin = decoy.fields[*roles_.family];
    if (decoy.strong.empty() && decoy.weak.size() < 2) continue;
    // No two decoys share what they are known by.
    for (const std::string& form : decoy.strong) taken_.insert(form);
    if (!decoy.weak.empty()) taken_.insert(decoy.weak.front());
    return decoy;
  }
  return std::nullopt;
}

}  // namespace sidik::engine
