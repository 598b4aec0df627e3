#include "base/crew.hpp"

#include <utility>

namespace sidik {

Crew::~Crew() {
  wait();
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  has_task_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Crew::start() {
  for (std::size_t lane = 1; lane < lanes_; ++lane) threads_.emplace_back([this, lane] { work(lane); });
}

void Crew::work(std::size_t lane) {
  std::unique_lock lock(mutex_);
  while (true) {
    has_task_.wait(lock, [this] { return ends_ || !tasks_.empty(); });
    if (!do_one(lock, lane) && ends_) return;
  }
}

bool Crew::do_one(std::unique_lock<std::mutex>& lock, std::size_t lane) {
  if (tasks_.empty()) return false;
  Task task = std::move(tasks_.front());
  tasks_.pop_front();
  ++running_;
  lock.unlock();
  task(lane);
  task = nullptr;  // what it held is given back before anybody hears that it is done
  lock.lock();
  if (--running_ == 0 && tasks_.empty()) is_idle_.notify_all();
  return true;
}

void Crew::submit(Task task) {
  if (lanes_ == 1) {
    task(0);
    return;
  }
  if (threads_.empty()) start();
  std::unique_lock lock(mutex_);
  while (tasks_.size() >= 2 * lanes_ && do_one(lock, 0)) {
  }
  tasks_.push_back(std::move(task));
  lock.unlock();
  has_task_.notify_one();
}

void Crew::wait() {
  std::unique_lock lock(mutex_);
  while (do_one(lock, 0)) {
  }
  is_idle_.wait(lock, [this] { return running_ == 0 && tasks_.empty(); });
}

}  // namespace sidik
