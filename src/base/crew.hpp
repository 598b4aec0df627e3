#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sidik {

/// Some threads that do one kind of work together with the caller. Each has a lane, so that work can use a memory of
/// its own without locks: the caller is lane 0, and no lane does two things at a time.
///
/// Order     tasks may run in any order and side by side. What a task did is seen by the caller after wait().
/// Bounded   at most two tasks a lane wait; beyond that submit() does one itself.
/// Threads   submit() and wait() are for one caller. Tasks throw nothing.
/// Cost      a lock a task, so tasks are batches and not fields; the threads start with the first task and end with the
/// crew.
class Crew {
 public:
  using Task = std::function<void(std::size_t lane)>;

  explicit Crew(std::size_t lanes) : lanes_(lanes > 0 ? lanes : 1) {}
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  [[nodiscard]] std::size_t lanes() const { return lanes_; }
  void submit(Task task);
  /// Helps until every task is done.
  void wait();

 private:
  void start();
  void work(std::size_t lane);
  /// Does the oldest task in `lane`; false when there was none.
  bool do_one(std::unique_lock<std::mutex>& lock, std::size_t lane);

  std::size_t lanes_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable has_task_;
  std::condition_variable is_idle_;
  std::deque<Task> tasks_;
  std::size_t running_ = 0;
  bool ends_ = false;
};

}  // namespace sidik
