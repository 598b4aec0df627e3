#include "people/term_frequency.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::people {
namespace {

constexpr double kMostBits = 8;

/// How many persons have each value of a field.
std::vector<double> persons_by_value(const RecordStore& store, std::size_t field,
                                     std::span<const std::uint32_t> persons) {
  std::vector<std::uint64_t> seen;
  seen.reserve(store.records());
  for (std::size_t r = 0; r < store.records(); ++r) {
    const ValueCode code = store.record(static_cast<RecordNumber>(r))[field];
    if (code != 0) seen.push_back(std::uint64_t{code} << 32 | persons[r]);
  }
  std::ranges::sort(seen);
  std::vector<double> count(store.pool(field).size(), 0);
  for (std::size_t at = 0; at < seen.size(); ++at) {
    if (at == 0 || seen[at] != seen[at - 1]) ++count[seen[at] >> 32];
  }
  return count;
}

}  // namespace

TermFrequency::TermFrequency(const RecordStore& store, std::span<const std::uint32_t> persons) {
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    const auto count = persons_by_value(store, f, persons);
    double all = 0;
    double squares = 0;
    for (const double value : count) {
      all += value;
      squares += value * value;
    }
    const double mean = squares / std::max(1.0, all * all);
    std::vector<float>& bits = bits_.emplace_back(count.size(), 0.0F);
    for (std::size_t code = 1; code < count.size(); ++code) {
      if (count[code] == 0) continue;
      bits[code] = static_cast<float>(std::clamp(std::log2(mean * all / count[code]), -kMostBits, kMostBits));
    }
  }
}

double TermFrequency::bits(std::size_t field, Level level, ValueCode left, ValueCode right) const {
  if (level == Level::exact) return static_cast<double>(bits_[field][left]);
  if (level != Level::near && level != Level::close) return 0;
  // The more frequent of two writings is the likelier one to be meant.
  const double meant = static_cast<double>(std::min(bits_[field][left], bits_[field][right]));
  return level == Level::near ? meant : meant / 2;
}

}  // namespace sidik::people
