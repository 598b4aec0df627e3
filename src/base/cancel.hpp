#pragma once

#include <atomic>

namespace sidik {

/// Says that the work should stop soon. Set from a signal handler or another thread; work looks at it once a batch.
class CancelToken {
 public:
  void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool is_cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

}  // namespace sidik
