#pragma once

#include "rehearse/origin.hpp"

namespace sidik::rehearse {

/// An extract of a civil registry: national id, family card, names and words of the KTP; no phone, no e-mail, no tax
/// number.
class Registry final : public Origin {
 public:
  using Origin::Origin;
  [[nodiscard]] std::span<const NativeColumn> columns() const override;
  void write_row(const Person& person, unsigned variant, std::span<std::string> out) const override;
};

}  // namespace sidik::rehearse
