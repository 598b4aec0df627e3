#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace sidik::ingest {

/// Gives out buffers and takes them back when their last holder lets go, since fresh memory costs more than reading
/// into it. Holders may let go in any thread, also after the store is gone.
class TextBlocks {
 public:
  using Block = std::vector<char>;
  TextBlocks();
  /// A block of `size` bytes or more, its content unspecified.
  [[nodiscard]] std::shared_ptr<Block> take(std::size_t size);

 private:
  struct Store;
  std::shared_ptr<Store> store_;
};

}  // namespace sidik::ingest
