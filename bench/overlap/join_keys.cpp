/// Contender of bench/overlap: joins two lists of keys that lie in memory. Usage: bench_overlap KEYS ROUNDS THREADS.
/// Prints {"shared", "seconds": [...]}: how many records of the one list have a key that stands in the other; three
/// tenths do. duckdb_join.py does the same with the same keys in a table.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <vector>

#include "base/crew.hpp"
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

std::uint64_t join(const std::vector<sidik::Hash128>& here, const std::vector<sidik::Hash128>& there,
                   std::size_t threads) {
  constexpr std::uint64_t kMemory = std::uint64_t{1} << 30U;
  sidik::Crew crew(threads);
  std::vector<std::unique_ptr<sidik::runs::MemoryBudget>> budgets;
  std::vector<sidik::runs::KeyPartitions> members;
  std::vector<std::unique_ptr<sidik::runs::RecordKeys>> records;
  std::vector<const sidik::runs::KeyPartitions*> sets;
  std::vector<const sidik::runs::RecordKeys*> probes;
  members.reserve(threads);
  for (std::size_t lane = 0; lane < threads; ++lane) {
    budgets.push_back(std::make_unique<sidik::runs::MemoryBudget>(kMemory / threads, "/tmp"));
    members.emplace_back(*budgets.back(), sidik::runs::Repeats::kept);
    records.push_back(std::make_unique<sidik::runs::RecordKeys>(kMemory / threads, "/tmp"));
    sets.push_back(&members.back());
    probes.push_back(records.back().get());
  }
  constexpr std::size_t kBatch = 65536;
  for (std::size_t first = 0; first < here.size(); first += kBatch) {
    crew.submit([&, first](std::size_t lane) {
      for (std::size_t r = first; r < std::min(here.size(), first + kBatch); ++r) records[lane]->add(here[r], r);
      members[lane].add(std::span(there).subspan(first, std::min(there.size() - first, kBatch)));
    });
  }
  crew.wait();
  std::vector<unsigned char> found(here.size(), 0);
  for (std::size_t first = 0; first < sidik::runs::PartitionStore::kPartitions; first += 16) {
    crew.submit([&, first](std::size_t) {
      if (!sidik::runs::find_contained(probes, sets, {first, first + 16},
                                       [&](std::uint64_t record) { found[record] = 1; }))
        std::abort();
    });
  }
  crew.wait();
  return static_cast<std::uint64_t>(std::ranges::count(found, 1));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("Usage: bench_overlap KEYS ROUNDS THREADS\n", stderr);
    return 64;
  }
  const std::uint64_t count = std::strtoull(argv[1], nullptr, 10);
  const auto rounds = static_cast<int>(std::strtoul(argv[2], nullptr, 10));
  const std::size_t threads = std::strtoull(argv[3], nullptr, 10);
  const auto here = keys_from(0, count);
  const auto there = keys_from(count - count * 3 / 10, count);
  std::uint64_t shared = 0;
  std::printf("{\"seconds\": [");
  for (int round = 0; round < rounds; ++round) {
    const auto begun = std::chrono::steady_clock::now();
    shared = join(here, there, threads);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%s%.3f", round == 0 ? "" : ", ", took.count());
  }
  std::printf("], \"shared\": %llu}\n", static_cast<unsigned long long>(shared));
  return 0;
}
