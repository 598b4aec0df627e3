#include "ingest/encoding/text_blocks.hpp"

#include <mutex>
#include <utility>

namespace sidik::ingest {

struct TextBlocks::Store {
  static constexpr std::size_t kMostKept = 8;
  std::mutex mutex;
  std::vector<std::unique_ptr<Block>> free;
};

TextBlocks::TextBlocks() : store_(std::make_shared<Store>()) {}

std::shared_ptr<TextBlocks::Block> TextBlocks::take(std::size_t size) {
  std::unique_ptr<Block> block;
  {
    const std::lock_guard lock(store_->mutex);
    if (!store_->free.empty()) {
      block = std::move(store_->free.back());
      store_->free.pop_back();
    }
  }
  if (block == nullptr) block = std::make_unique<Block>();
  if (block->size() < size) *block = Block(size);
  return {block.release(), [store = store_](Block* given) {
            std::unique_ptr<Block> back(given);
            const std::lock_guard lock(store->mutex);
            if (store->free.size() < Store::kMostKept) store->free.push_back(std::move(back));
          }};
}

}  // namespace sidik::ingest
