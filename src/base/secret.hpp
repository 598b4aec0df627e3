#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace sidik {

/// A password. It is overwritten when it goes, and no stream or formatter takes it.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text) : text_(text) {}
  Secret(const Secret& other) = default;
  Secret(Secret&& other) noexcept {
    text_.swap(other.text_);
    other.wipe();
  }
  Secret& operator=(const Secret& other) {
    if (this == &other) return *this;
    wipe();
    text_ = other.text_;
    return *this;
  }
  Secret& operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    text_.swap(other.text_);
    other.wipe();
    return *this;
  }
  ~Secret() { wipe(); }
  /// The one way to it, named so that a reader of the code stops there.
  [[nodiscard]] const std::string& reveal() const { return text_; }

 private:
  void wipe() noexcept {
    text_.resize(text_.capacity());  // what lies behind the end may be an older text
    ::explicit_bzero(text_.data(), text_.size());
    text_.clear();
  }
  std::string text_;
};

}  // namespace sidik
