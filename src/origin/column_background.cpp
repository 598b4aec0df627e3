#include "origin/column_background.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::origin {
namespace {

/// Kinds of columns that exist, roughly: unseen meanings share what smoothing leaves over.
constexpr double kMeanings = 140;

std::vector<std::string> pairs_of(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i + 1 < name.size(); ++i) out.emplace_back(name.substr(i, 2));
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : text::fold_plain(name)) {
    if (text::is_letter(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

bool look_alike(std::string_view left, std::string_view right) {
  if (left.size() < 3 || right.size() < 3) return false;
  const auto [shorter, longer] = left.size() < right.size() ? std::pair(left, right) : std::pair(right, left);
  if (shorter.size() >= 4 && longer.find(shorter) != std::string_view::npos) return true;
  const auto a = pairs_of(left);
  const auto b = pairs_of(right);
  std::vector<std::string> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) >= 0.6 * static_cast<double>(a.size() + b.size());
}

ColumnBackground::ColumnBackground(std::span<const pack::OriginProfile> profiles) : known_(profiles.size()) {
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    for (const pack::ProfileColumn& column : profiles[p].columns) {
      KnownColumn known{&column, {plain_name(column.name)}};
      for (const std::string& alias : column.aliases) known.names.push_back(plain_name(alias));
      for (const std::string& name : known.names) ++names_[name];
      by_meaning_[column.meaning].push_back(&column);
      known_[p].push_back(std::move(known));
      ++columns_;
    }
  }
}

std::span<const pack::ProfileColumn* const> ColumnBackground::with_meaning(std::string_view meaning) const {
  const auto found = by_meaning_.find(std::string(meaning));
  if (found == by_meaning_.end()) return {};
  return found->second;
}

double ColumnBackground::of_meaning(std::string_view meaning) const {
  return (static_cast<double>(with_meaning(meaning).size()) + 0.5) / (columns_ + 0.5 * kMeanings);
}

double ColumnBackground::of_name(const std::string& plain) const {
  const auto found = names_.find(plain);
  const double seen = found == names_.end() ? 0 : found->second;
  // Names are many and most are rare: a name of one profile is worth less surprise than its count says.
  return (seen + 1.0) / (columns_ + 400);
}

}  // namespace sidik::origin
