#pragma once

#include "rehearse/origin.hpp"

namespace sidik::rehearse {

/// A bank's customers: adults only, customer numbers of ten digits, words instead of codes, a tax number for many.
class Bank final : public Origin {
 public:
  using Origin::Origin;
  [[nodiscard]] std::span<const NativeColumn> columns() const override;
  void write_row(const Person& person, unsigned variant, std::span<std::string> out) const override;
};

}  // namespace sidik::rehearse
