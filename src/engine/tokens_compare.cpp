#include <algorithm>
#include <filesystem>
#include <optional>

#include <nlohmann/json.hpp>

#include "engine/overlap_of.hpp"
#include "engine/tokens_compare.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

/// The tables of two files have the same columns, read in the same form.
bool are_alike(const TokenTable& here, const TokenTable& there) {
  return std::ranges::equal(here.columns, there.columns, [](const TokenColumn& left, const TokenColumn& right) {
    return text::normal_header(left.name) == text::normal_header(right.name) && left.by_meaning == right.by_meaning &&
           (!left.by_meaning || left.meaning == right.meaning);
  });
}

/// How many tokens two rising lists share.
std::uint64_t count_merged(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  std::uint64_t shared = 0;
  std::size_t l = 0;
  std::size_t r = 0;
  while (l < left.size() && r < right.size()) {
    const std::uint64_t a = left[l];
    const std::uint64_t b = right[r];
    shared += a == b ? 1 : 0;
    l += a <= b ? 1 : 0;
    r += b <= a ? 1 : 0;
  }
  return shared;
}

class Comparer {
 public:
  Comparer(TokenReader& here, TokenReader& there) : here_(here), there_(there) {}

  [[nodiscard]] Result<std::uint64_t> count_shared(std::size_t here, std::size_t there) {
    std::uint64_t shared = 0;
    for (std::size_t partition = 0; partition < runs::PartitionStore::kPartitions; ++partition) {
      SIDIK_CHECK(here_.read(here, partition, left_));
      SIDIK_CHECK(there_.read(there, partition, right_));
      shared += count_merged(left_, right_);
    }
    return shared;
  }

 private:
  TokenReader& here_;
  TokenReader& there_;
  std::vector<std::uint64_t> left_;
  std::vector<std::uint64_t> right_;
};

}  // namespace

Result<TokenComparison> compare_tokens(const std::string& here, const std::string& there) {
  SIDIK_TRY(TokenReader left, TokenReader::open(here));
  SIDIK_TRY(TokenReader right, TokenReader::open(there));
  if (left.head().key_check != right.head().key_check) {
    return fail(ErrorKind::refused, "engine.tokens_keys_differ", "the two files were made with different keys",
                "make both with the key of the case");
  }
  const std::string with = std::filesystem::path(there).filename().string();
  Comparer comparer(left, right);
  TokenComparison out;
  const auto add = [&](const std::string& field, std::uint64_t in_here, std::uint64_t in_there, std::uint64_t shared,
                       std::optional<std::uint64_t> columns) {
    out.overlaps.push_back(
        overlap_of(with, "leak", field, field == "row" ? "rows" : "values", {shared, in_here, in_there, shared}));
    out.overlaps.back().columns = columns;
  };
  const auto& tables_here = left.head().tables;
  const auto& tables_there = right.head().tables;
  for (std::size_t h = 0; h < tables_here.size(); ++h) {
    const auto found =
        std::ranges::find_if(tables_there, [&](const TokenTable& table) { return are_alike(tables_here[h], table); });
    if (found == tables_there.end()) continue;
    const auto t = static_cast<std::size_t>(found - tables_there.begin());
    SIDIK_TRY(const std::uint64_t shared, comparer.count_shared(h, t));
    add("row", tables_here[h].rows, found->rows, shared, tables_here[h].columns.size());
    out.rows_compared = true;
  }
  const auto& sets_here = left.head().sets;
  const auto& sets_there = right.head().sets;
  for (std::size_t h = 0; h < sets_here.size(); ++h) {
    const auto found = std::ranges::find(sets_there, sets_here[h].meaning, &TokenSet::meaning);
    if (found == sets_there.end()) continue;
    const auto t = static_cast<std::size_t>(found - sets_there.begin());
    SIDIK_TRY(const std::uint64_t shared, comparer.count_shared(tables_here.size() + h, tables_there.size() + t));
    add(sets_here[h].meaning, sets_here[h].values, found->values, shared, std::nullopt);
  }
  return out;
}

std::string to_json(const TokenComparison& comparison) {
  auto overlaps = nlohmann::ordered_json::array();
  for (const auto& overlap : comparison.overlaps) {
    nlohmann::ordered_json one{
        {"with", overlap.with},        {"field", overlap.field},           {"counted", overlap.counted},
        {"shared", overlap.shared},    {"share_here", overlap.share_here}, {"share_there", overlap.share_there},
        {"new_here", overlap.new_here}};
    if (overlap.columns) one["columns"] = *overlap.columns;
    overlaps.push_back(std::move(one));
  }
  return nlohmann::ordered_json{{"overlaps", std::move(overlaps)}}.dump(2, ' ', false,
                                                                        nlohmann::json::error_handler_t::replace) +
         "\n";
}

}  // namespace sidik::engine
