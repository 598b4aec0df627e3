#include "rehearse/operators.hpp"

#include <algorithm>

namespace sidik::rehearse {

MobileOperators::MobileOperators(const pack::Pack& pack) {
  for (const pack::PhonePlan& plan : pack.phone_plans) {
    if (plan.country == "ID") by_prefix_.insert(plan.operator_of.begin(), plan.operator_of.end());
  }
  for (const auto& [prefix, name] : by_prefix_) names_.push_back(name);
  if (names_.empty()) names_ = {"Seluler A", "Seluler B"};
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::string_view MobileOperators::of(std::string_view national) const {
  for (std::size_t length = std::min<std::size_t>(national.size(), 4); length > 0; --length) {
    const auto found = by_prefix_.find(national.substr(0, length));
    if (found != by_prefix_.end()) return found->second;
  }
  return names_[national.size() > 1 ? static_cast<unsigned char>(national[1]) % names_.size() : 0];
}

}  // namespace sidik::rehearse
