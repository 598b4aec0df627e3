#pragma once

#include "rehearse/origin.hpp"

namespace sidik::rehearse {

/// A marketplace's accounts: names as their owners type them, e-mail and phone, no national id.
class Marketplace final : public Origin {
 public:
  using Origin::Origin;
  [[nodiscard]] std::span<const NativeColumn> columns() const override;
  void write_row(const Person& person, unsigned variant, std::span<std::string> out) const override;
};

}  // namespace sidik::rehearse
