#include "origin/column_pairing.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kNone = ~std::size_t{0};

class Pairing {
 public:
  Pairing(std::span<const ColumnLabel> here, std::span<const ColumnLabel> there)
      : here_(here), there_(there), partner_(there.size(), kNone), is_taken_(here.size(), false) {}

  /// Pairs the columns whose key stands equally often on both sides, in their order.
  void pair_by_name() {
    pair_by([](const ColumnLabel& column) { return text::normal_header(column.name); });
    has_names_in_common_ = std::ranges::any_of(partner_, [](std::size_t partner) { return partner != kNone; });
  }
  template <class KeyOf>
  void pair_by(KeyOf key_of) {
    std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> groups;
    for (std::size_t h = 0; h < here_.size(); ++h) {
      if (!is_taken_[h]) groups[key_of(here_[h])].first.push_back(h);
    }
    for (std::size_t t = 0; t < there_.size(); ++t) {
      if (partner_[t] == kNone) groups[key_of(there_[t])].second.push_back(t);
    }
    for (const auto& [key, group] : groups) {
      if (key.empty() || group.first.size() != group.second.size()) continue;
      for (std::size_t i = 0; i < group.first.size(); ++i) pair(group.first[i], group.second[i]);
    }
  }

  void pair_by_place() {
    // Names that all differ say no more than none.
    if (has_names_in_common_ || here_.size() != there_.size()) return;
    for (std::size_t t = 0; t < there_.size(); ++t) {
      if (partner_[t] != kNone && partner_[t] != t) return;
    }
    for (std::size_t t = 0; t < there_.size(); ++t) {
      if (partner_[t] == kNone && !is_taken_[t]) pair(t, t);
    }
  }

  [[nodiscard]] std::vector<ColumnPair> pairs() const {
    std::vector<ColumnPair> out;
    for (std::size_t t = 0; t < partner_.size(); ++t) {
      if (partner_[t] != kNone) out.push_back({partner_[t], t});
    }
    return out;
  }

 private:
  void pair(std::size_t here, std::size_t there) {
    partner_[there] = here;
    is_taken_[here] = true;
  }

  std::span<const ColumnLabel> here_;
  std::span<const ColumnLabel> there_;
  std::vector<std::size_t> partner_;
  std::vector<bool> is_taken_;
  bool has_names_in_common_ = false;
};

}  // namespace

std::vector<ColumnPair> pair_columns(std::span<const ColumnLabel> here, std::span<const ColumnLabel> there) {
  Pairing pairing(here, there);
  pairing.pair_by_name();
  pairing.pair_by(
      [](const ColumnLabel& column) { return column.meaning == "unknown" ? std::string() : column.meaning; });
  pairing.pair_by_place();
  return pairing.pairs();
}

bool can_compare_rows(std::size_t pairs, std::size_t here, std::size_t there) {
  if (here == 1 && there == 1) return pairs == 1;
  return pairs >= 2 && 2 * pairs >= std::min(here, there);
}

}  // namespace sidik::origin
