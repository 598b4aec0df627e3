#include "people/word_agreement.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "people/edit_distance.hpp"
#include "people/jaro_winkler.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kMostWords = 16;
constexpr double kMisspelling = 0.9;

struct Words {
  std::array<std::string_view, kMostWords> at;
  std::size_t count = 0;
};

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty() && words.count < kMostWords) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.at[words.count++] = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_same_but_blanks(std::string_view left, std::string_view right) {
  std::size_t at = 0;
  for (const char c : left) {
    if (c == ' ') continue;
    while (at < right.size() && right[at] == ' ') ++at;
    if (at == right.size() || right[at] != c) return false;
    ++at;
  }
  while (at < right.size() && right[at] == ' ') ++at;
  return at == right.size();
}

bool is_alike(std::string_view left, std::string_view right) {
  if (left == right) return true;
  if (left.size() > right.size()) std::swap(left, right);
  if (left.size() == 1 || (left.size() >= 3 && right.starts_with(left))) return right.starts_with(left);
  return left.size() >= 3 && (edit_distance(left, right, 1) == 1 || jaro_winkler(left, right) >= kMisspelling);
}

/// How many words of `few` find a partner of their own in `many`.
template <class IsPartner>
std::size_t count_partners(const Words& few, const Words& many, IsPartner is_partner) {
  std::uint32_t taken = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < few.count; ++i) {
    for (std::size_t j = 0; j < many.count; ++j) {
      if ((taken >> j & 1U) != 0 || !is_partner(few.at[i], many.at[j])) continue;
      taken |= 1U << j;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace

Level compare_words_of_names(std::string_view left, std::string_view right) {
  if (is_same_but_blanks(left, right)) return Level::near;
  Words few = words_of(left);
  Words many = words_of(right);
  if (few.count > many.count) std::swap(few, many);
  if (few.count == 0) return Level::different;
  const auto is_equal = [](std::string_view one, std::string_view other) { return one == other; };
  const std::size_t equal = count_partners(few, many, is_equal);
  if (equal == few.count && few.count == many.count) return Level::near;
  const std::size_t alike = count_partners(few, many, is_alike);
  if (alike == few.count) return alike >= 2 || few.count == many.count ? Level::close : Level::similar;
  return equal > 0 ? Level::weak : Level::different;
}

double share_of_common_words(std::string_view left, std::string_view right) {
  const Words one = words_of(left);
  const Words other = words_of(right);
  const auto is_common = [](std::string_view a, std::string_view b) {
    return a == b || (a.size() >= 4 && b.size() >= 4 && edit_distance(a, b, 1) <= 1);
  };
  const auto common = static_cast<double>(count_partners(one, other, is_common));
  const double all = static_cast<double>(one.count + other.count) - common;
  return all > 0 ? common / all : 0;
}

}  // namespace sidik::people
