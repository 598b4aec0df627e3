#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "base/cancel.hpp"
#include "base/limits.hpp"
#include "base/progress.hpp"

namespace sidik {

/// What the program hands to every piece of work instead of globals. Values are read only while work runs;
/// the pointers are owned by the caller and outlive the work.
struct Context {
  Limits limits;
  CancelToken* cancel = nullptr;
  Progress* progress = nullptr;
  unsigned threads = 1;
  std::string spill_directory = "/tmp";
  /// The wall clock; tests hand in a fixed one.
  std::function<std::chrono::system_clock::time_point()> now = [] { return std::chrono::system_clock::now(); };

  [[nodiscard]] bool is_cancelled() const { return cancel != nullptr && cancel->is_cancelled(); }
};

}  // namespace sidik
