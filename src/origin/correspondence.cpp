#include "origin/correspondence.hpp"

#include <algorithm>
#include <cmath>

#include "origin/column_background.hpp"
#include "origin/column_match.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::uint64_t kLeastValues = 8;

/// Folded words of a name.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool is_new = true;
  bool was_lower = false;
  for (const char c : name) {
    const bool is_lower = c >= 'a' && c <= 'z';
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_part = is_lower || is_upper || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!is_part) {
      is_new = true;
      was_lower = false;
      continue;
    }
    if (is_new || (is_upper && was_lower)) words.emplace_back();
    words.back() += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    is_new = false;
    was_lower = is_lower;
  }
  return words;
}

/// Whether `letters` from `at` on can be taken from the words from `word` on, a beginning of each.
bool takes_beginnings(std::string_view letters, std::size_t at, const std::vector<std::string>& words,
                      std::size_t word) {
  if (word == words.size()) return at == letters.size();
  std::size_t taken = 0;
  while (taken < words[word].size() && at + taken < letters.size() && letters[at + taken] == words[word][taken]) {
    ++taken;
    if (takes_beginnings(letters, at + taken, words, word + 1)) return true;
  }
  return false;
}

double of_names(const std::string& left, const std::string& right) {
  const std::string plain_left = plain_name(left);
  const std::string plain_right = plain_name(right);
  if (plain_left.empty() || plain_right.empty()) return 0;
  if (plain_left == plain_right) return 5;
  if (may_abbreviate(left, right) || may_abbreviate(right, left)) return 3.5;
  return look_alike(plain_left, plain_right) ? 1.8 : -1;
}

double of_meanings(const ColumnFacts& left, const ColumnFacts& right) {
  if (left.meaning == "unknown" || right.meaning == "unknown") return 0;
  return left.meaning == right.meaning ? 2 : -1.5;
}

double common(const std::map<std::string, double>& left, const std::map<std::string, double>& right) {
  double sum = 0;
  for (const auto& [key, share] : left) {
    const auto found = right.find(key);
    if (found != right.end()) sum += std::min(share, found->second);
  }
  return sum;
}

/// How alike two columns are written and filled; what few values say is little.
double of_forms(const ColumnFacts& left, const ColumnFacts& right) {
  double weight = -1.5 * std::abs(left.filled - right.filled);
  if (std::min(left.values, right.values) == 0) return weight;
  double shapes = 0;
  for (std::size_t s = 0; s < left.shapes.size(); ++s) shapes += std::min(left.shapes[s], right.shapes[s]);
  const double longest = std::max(left.longest, right.longest);
  const double apart = std::abs(static_cast<double>(left.shortest) - right.shortest) +
                       std::abs(static_cast<double>(left.longest) - right.longest);
  double said = 3 * (shapes - 0.6) - 1.5 * std::min(1.0, apart / std::max(1.0, longest)) -
                1.5 * std::abs(left.distinct - right.distinct);
  if (left.dates != right.dates) said -= 1.5;
  if (!left.codes.empty() && !right.codes.empty()) {
    const std::map<std::string, double> codes(left.codes.begin(), left.codes.end());
    const std::map<std::string, double> others(right.codes.begin(), right.codes.end());
    said += 3 * (common(codes, others) - 0.3);
  } else if (!left.starts.empty() && !right.starts.empty()) {
    said += 2 * (common(left.starts, right.starts) - 0.2);
  }
  const double trust =
      std::min(1.0, static_cast<double>(std::min(left.values, right.values)) / static_cast<double>(kLeastValues));
  return weight + trust * said;
}

}  // namespace

bool may_abbreviate(std::string_view shorter, std::string_view longer) {
  std::string letters;
  for (const std::string& word : words_of(shorter)) letters += word;
  const auto words = words_of(longer);
  std::size_t length = 0;
  for (const std::string& word : words) length += word.size();
  constexpr std::size_t kMostWords = 12;
  if (letters.empty() || letters.size() >= length || words.size() > kMostWords || letters.size() > 24) return false;
  if (words.size() == 1 && letters.size() < 2) return words.front().front() == letters.front();
  return takes_beginnings(letters, 0, words, 0);
}

std::vector<std::string> without_common_prefix(const StratumFacts& table) {
  std::vector<std::string> names;
  for (const ColumnFacts& column : table.columns) names.push_back(column.name);
  if (names.size() < 3) return names;
  std::string_view common = names.front();
  for (const std::string& name : names) {
    const auto end = std::ranges::mismatch(common, name).in1;
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  const std::size_t mark = common.find_last_of("_.");
  if (mark == std::string_view::npos) return names;
  const std::size_t prefix = mark + 1;
  for (std::string& name : names) {
    if (name.size() == prefix) return names;
  }
  std::vector<std::string> out;
  for (const ColumnFacts& column : table.columns) out.push_back(column.name.substr(prefix));
  return out;
}

std::vector<Correspondence> correspondences(const StratumFacts& left, const StratumFacts& right) {
  const auto left_names = without_common_prefix(left);
  const auto right_names = without_common_prefix(right);
  GainTable table{left.columns.size(), right.columns.size(), {}};
  std::vector<Correspondence> out;
  // What even an unlikely pair weighs stays above 0, so that the pairing leaves no column out for want of evidence.
  constexpr double kFloor = 12;
  for (std::size_t l = 0; l < left.columns.size(); ++l) {
    for (std::size_t r = 0; r < right.columns.size(); ++r) {
      const double weight = of_names(left_names[l], right_names[r]) + of_meanings(left.columns[l], right.columns[r]) +
                            of_forms(left.columns[l], right.columns[r]);
      table.gains.push_back(std::max(0.0, weight + kFloor));
      out.push_back({l, r, weight, false});
    }
  }
  const auto match = best_match(table);
  for (Correspondence& pair : out) pair.is_paired = match[pair.left] == pair.right;
  std::ranges::stable_sort(out, [](const Correspondence& a, const Correspondence& b) {
    return a.is_paired != b.is_paired ? a.is_paired : a.weight > b.weight;
  });
  return out;
}

}  // namespace sidik::origin
