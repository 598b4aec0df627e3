#include "people/pair_comparer.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "people/comparison.hpp"
#include "people/text_hash.hpp"
#include "text/letters.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kMemoSlots = std::size_t{1} << 15;
constexpr unsigned kCodeBits = 30;

/// Whether two addresses hold the same two or more digits before the @.
bool have_one_number(std::string_view left, std::string_view right) {
  const auto digits_of = [](std::string_view address) {
    std::string digits(address.substr(0, address.find('@')));
    std::erase_if(digits, [](char c) { return !text::is_digit(c); });
    return digits;
  };
  const std::string digits = digits_of(left);
  return digits.size() >= 2 && digits == digits_of(right);
}

}  // namespace

PairComparer::PairComparer(const RecordStore& store) : store_(store) {
  const auto& fields = store.fields();
  memo_.resize(fields.size(), std::vector<std::uint64_t>(kMemoSlots, 0));
  neighbours_.resize(fields.size());
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (fields[f].kind == FieldKind::name && !fields[f].is_shared) names_.push_back(f);
    if (fields[f].kind == FieldKind::email) emails_.push_back(f);
    if (fields[f].meaning == "birth.date") births_.push_back(f);
    if (fields[f].holds_birth) birth_numbers_.push_back(f);
    for (std::size_t g = 0; g < fields.size(); ++g) {
      if (f == g || fields[f].domain == 0 || fields[f].domain != fields[g].domain) continue;
      if (fields[f].kind != FieldKind::name)
        neighbours_[f].push_back(g);
      else if (f < g)
        name_pairs_.emplace_back(f, g);
    }
  }
}

/// Names agree as written or in their neutral forms, whichever is better; a short form agrees with its name.
Level PairComparer::compare_names(std::size_t field, ValueCode left, ValueCode right) const {
  if (store_.is_same_name(field, left, right)) return Level::near;
  const auto one = store_.text(field, left);
  const auto other = store_.text(field, right);
  const Level written = compare_values(FieldKind::name, one, other);
  if (written <= Level::close || store_.name_reader() == nullptr) return written;
  if (store_.name_reader()->are_short_and_full(one, other)) return Level::close;
  return std::min(written, compare_values(FieldKind::name, store_.neutral(field, left), store_.neutral(field, right)));
}

Level PairComparer::compare_texts(std::size_t field, ValueCode left, ValueCode right) {
  ++compared_texts_;
  const FieldKind kind = store_.fields()[field].kind;
  if (kind == FieldKind::name) return compare_names(field, left, right);
  return compare_values(kind, store_.text(field, left), store_.text(field, right));
}

Level PairComparer::compare_codes(std::size_t field, ValueCode left, ValueCode right) {
  if (left == 0 || right == 0) return Level::missing;
  if (left == right) return Level::exact;
  if (left > right) std::swap(left, right);
  if (store_.fields()[field].kind == FieldKind::category) return Level::different;
  if (right >> kCodeBits != 0) return compare_texts(field, left, right);
  const std::uint64_t key = (std::uint64_t{left} << kCodeBits | right) << 3;
  std::uint64_t& slot = memo_[field][spread_bits(key) & (kMemoSlots - 1)];
  if ((slot & ~std::uint64_t{7}) == key) return static_cast<Level>(slot & 7);
  const Level level = compare_texts(field, left, right);
  slot = key | static_cast<std::uint64_t>(level);
  return level;
}

bool PairComparer::agree(std::size_t field, ValueCode left, ValueCode right) {
  const Level level = compare_codes(field, left, right);
  return level == Level::exact || level == Level::near;
}

/// Whether a value of either stands in another field of the other, letter by letter: this is asked of nearly every
/// pair.
bool PairComparer::is_elsewhere(std::size_t field, const Record& left, const Record& right) {
  return std::ranges::any_of(neighbours_[field], [&](std::size_t other) {
    return (left[field] != 0 && left[field] == right[other]) || (right[field] != 0 && right[field] == left[other]);
  });
}

/// Whether two fields are exchanged: what is filled on both ways across agrees, and something is.
bool PairComparer::is_exchange(std::size_t one, std::size_t other, const Record& left, const Record& right) {
  const bool there = left[one] != 0 && right[other] != 0;
  const bool back = left[other] != 0 && right[one] != 0;
  return (there || back) && (!there || agree(one, left[one], right[other])) &&
         (!back || agree(one, left[other], right[one]));
}

/// Of two people born on one day in one district the numbers differ in a digit or two: that they are nearly the same
/// follows from the birth date, which is counted already.
void PairComparer::weaken_numbers(std::array<Level, kMostFields>& levels) const {
  const bool is_one_day = std::ranges::any_of(births_, [&](std::size_t f) { return levels[f] == Level::exact; });
  if (!is_one_day) return;
  for (const std::size_t f : birth_numbers_) {
    if (levels[f] == Level::near || levels[f] == Level::close) levels[f] = Level::similar;
  }
}

/// Addresses are made of names: of two people of one name they are much alike, but for a number or the domain. That
/// they resemble each other follows from the name, unless the number in them agrees too.
void PairComparer::weaken_emails(const Record& left, const Record& right,
                                 std::array<Level, kMostFields>& levels) const {
  const bool is_one_name = std::ranges::any_of(
      names_, [&](std::size_t f) { return levels[f] >= Level::exact && levels[f] <= Level::close; });
  if (!is_one_name) return;
  for (const std::size_t f : emails_) {
    const bool is_alike = levels[f] == Level::near || levels[f] == Level::close;
    if (is_alike && !have_one_number(store_.text(f, left[f]), store_.text(f, right[f]))) levels[f] = Level::similar;
  }
}

/// Names change places by twos: the first of them says so and the second says nothing, for it is one event.
void PairComparer::cross_names(const Record& left, const Record& right, std::array<Level, kMostFields>& levels) {
  const auto is_good = [](Level level) { return level >= Level::exact && level <= Level::similar; };
  for (const auto& [one, other] : name_pairs_) {
    if (is_good(levels[one]) || is_good(levels[other])) continue;
    if (levels[one] == Level::missing && levels[other] == Level::missing && (left[one] == 0 || right[other] == 0) &&
        (left[other] == 0 || right[one] == 0)) {
      continue;
    }
    if (!is_exchange(one, other, left, right)) continue;
    levels[one] = Level::crossed;
    levels[other] = Level::missing;
  }
}

AgreementPattern PairComparer::compare(RecordNumber left, RecordNumber right) {
  const Record& one = store_.record(left);
  const Record& other = store_.record(right);
  std::array<Level, kMostFields> levels{};
  for (std::size_t f = 0; f < memo_.size(); ++f) {
    levels[f] = compare_codes(f, one[f], other[f]);
    if (levels[f] > Level::similar && is_elsewhere(f, one, other)) levels[f] = Level::crossed;
  }
  weaken_numbers(levels);
  weaken_emails(one, other, levels);
  cross_names(one, other, levels);
  AgreementPattern pattern = 0;
  for (std::size_t f = 0; f < memo_.size(); ++f) pattern |= static_cast<AgreementPattern>(levels[f]) << (3 * f);
  return pattern;
}

}  // namespace sidik::people
