#include "runs/memory_budget.hpp"

#include <algorithm>
#include <utility>

#include "runs/partition_store.hpp"

namespace sidik::runs {
namespace {

constexpr std::uint64_t kLeastBytes = std::uint64_t{1} << 20;

}  // namespace

MemoryBudget::MemoryBudget(std::uint64_t limit_bytes, std::string spill_directory)
    : table_bytes_(std::max(limit_bytes, kLeastBytes) / 4),
      spill_directory_(std::move(spill_directory)),
      pool_(std::max(limit_bytes, kLeastBytes) - table_bytes_) {}

MemoryBudget::~MemoryBudget() = default;

Status MemoryBudget::status() const {
  if (failure_) return std::unexpected<Error>(*failure_);
  return {};
}

void MemoryBudget::enrol(PartitionStore* store) { stores_.push_back(store); }

void MemoryBudget::dismiss(PartitionStore* store) { std::erase(stores_, store); }

KeyBlock* MemoryBudget::take_block() {
  if (failure_) return nullptr;
  if (KeyBlock* block = pool_.take()) return block;
  const auto largest =
      std::ranges::max_element(stores_, {}, [](const PartitionStore* store) { return store->blocks(); });
  if (auto spilled = (*largest)->spill(); !spilled) {
    failure_ = std::move(spilled).error();
    return nullptr;
  }
  return pool_.take();
}

}  // namespace sidik::runs
