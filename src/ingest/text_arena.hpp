#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// Texts that live until the next reset, without an allocation for each: where a reader of binary records keeps the
/// fields of a batch.
class TextArena {
 public:
  /// `bytes` of room, not initialised.
  [[nodiscard]] char* take(std::size_t bytes) {
    if (blocks_.empty()) add_block(kBlock);
    if (bytes > left_) add_block(std::max(bytes, kBlock));
    char* place = at_;
    at_ += bytes;
    left_ -= bytes;
    return place;
  }
  /// Gives back what was taken last, from `place + used` on.
  void give_back(const char* place, std::size_t used) {
    const auto unused = static_cast<std::size_t>(at_ - (place + used));
    at_ -= unused;
    left_ += unused;
  }
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* place = take(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }
  void reset() {
    if (blocks_.empty()) return;
    blocks_.resize(1);
    at_ = blocks_.front().get();
    left_ = kBlock;
    held_ = kBlock;
  }
  /// Memory in use, rounded up to blocks.
  [[nodiscard]] std::size_t held() const { return held_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 20;
  void add_block(std::size_t bytes) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    at_ = blocks_.back().get();
    left_ = bytes;
    held_ += bytes;
  }
  std::vector<std::unique_ptr<char[]>> blocks_;  ///< the first has kBlock bytes and stays
  char* at_ = nullptr;
  std::size_t left_ = 0;
  std::size_t held_ = 0;
};

}  // namespace sidik::ingest
