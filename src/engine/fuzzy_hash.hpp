#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sidik::engine {

/// Tells files whose bytes are alike: TLSH, as they stream by. What sorts the rows or changes the delimiter defeats it;
/// keyed row tokens see those.
/// Cost     some 100 MB/s a core.
/// Source   Oliver, Cheng, Chen 2013; Trend Micro's library (Debian libtlsh).
class FuzzyHash {
 public:
  FuzzyHash();
  ~FuzzyHash();
  FuzzyHash(FuzzyHash&&) noexcept;
  FuzzyHash& operator=(FuzzyHash&&) noexcept;
  void update(std::string_view bytes);
  /// Nothing for a file of less than 256 bytes or without variety.
  [[nodiscard]] std::optional<std::string> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 0: nearly the same; above some 100: nothing in common. Nothing when one is no such hash.
[[nodiscard]] std::optional<int> fuzzy_distance(const std::string& left, const std::string& right);

}  // namespace sidik::engine
