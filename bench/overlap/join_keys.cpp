/// Contender of bench/overlap: joins two lists of keys that lie in memory. Usage: bench_overlap KEYS ROUNDS.
/// Prints {"shared", "seconds": [...]}: how many records of the one list have a key that stands in the other; three
/// tenths do. duckdb_join.py does the same with the same keys in a table.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "runs/key_partitions.hpp"
#include "runs/record_keys.hpp"

namespace {

/// A bijection of 64 bits that spreads like a hash (the finaliser of MurmurHash3).
std::uint64_t spread(std::uint64_t x) {
  x ^= x >> 33U;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33U;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ x >> 33U;
}

std::vector<sidik::Hash128> keys_from(std::uint64_t first, std::uint64_t count) {
  std::vector<sidik::Hash128> keys;
  keys.reserve(count);
  // Odd steps through the numbers, so that neither list is in the other's order.
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t key = spread(first + i * 7919 % count);
    keys.push_back({key, spread(key)});
  }
  return keys;
}

std::uint64_t join(const std::vector<sidik::Hash128>& here, const std::vector<sidik::Hash128>& there) {
  sidik::runs::MemoryBudget budget(std::uint64_t{1} << 30U, "/tmp");
  sidik::runs::KeyPartitions members(budget);
  sidik::runs::RecordKeys records(std::uint64_t{1} << 30U, "/tmp");
  members.add(there);
  for (std::size_t r = 0; r < here.size(); ++r) records.add(here[r], r);
  const sidik::runs::RecordKeys* const probes = &records;
  const sidik::runs::KeyPartitions* const set = &members;
  std::vector<bool> found(here.size(), false);
  if (!sidik::runs::find_contained(std::span(&probes, 1), std::span(&set, 1),
                                   [&](std::uint64_t record) { found[record] = true; }))
    return 0;
  std::uint64_t shared = 0;
  for (const bool is_found : found) shared += is_found ? 1 : 0;
  return shared;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("Usage: bench_overlap KEYS ROUNDS\n", stderr);
    return 64;
  }
  const std::uint64_t count = std::strtoull(argv[1], nullptr, 10);
  const auto rounds = static_cast<int>(std::strtoul(argv[2], nullptr, 10));
  const auto here = keys_from(0, count);
  const auto there = keys_from(count - count * 3 / 10, count);
  std::uint64_t shared = 0;
  std::printf("{\"seconds\": [");
  for (int round = 0; round < rounds; ++round) {
    const auto begun = std::chrono::steady_clock::now();
    shared = join(here, there);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%s%.3f", round == 0 ? "" : ", ", took.count());
  }
  std::printf("], \"shared\": %llu}\n", static_cast<unsigned long long>(shared));
  return 0;
}
