#include "casefile/signature_checks.hpp"

#include <memory>
#include <utility>

namespace sidik::casefile {

void SignatureChecks::add(SignatureCheck check) {
  constexpr std::size_t kBatch = 256;
  batch_.push_back(std::move(check));
  if (batch_.size() >= kBatch) submit();
}

void SignatureChecks::submit() {
  const auto batch = std::make_shared<std::vector<SignatureCheck>>(std::exchange(batch_, {}));
  crew_.submit([this, batch](std::size_t) {
    for (SignatureCheck& check : *batch) {
      if (crypto::is_signed_by(check.key, check.text, check.signature)) continue;
      const std::lock_guard lock(mutex_);
      if (!bad_ || check.events < bad_->events) bad_ = std::move(check);
      return;  // those behind it in the batch are later ones
    }
  });
}

std::optional<SignatureCheck> SignatureChecks::first_bad() {
  submit();
  crew_.wait();
  return std::move(bad_);
}

}  // namespace sidik::casefile
