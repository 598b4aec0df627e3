#pragma once

#include "rehearse/origin.hpp"

namespace sidik::rehearse {

/// A telecom's registered subscribers: number, national id, registration time and little else. A person can have
/// several numbers; each variant is another subscription.
class Telecom final : public Origin {
 public:
  Telecom(std::string_view id, std::uint64_t seed, std::uint64_t number, ExtractionWindow window,
          const PersonModel& model)
      : Origin(id, seed, number, window), model_(model) {}
  [[nodiscard]] std::span<const NativeColumn> columns() const override;
  void write_row(const Person& person, unsigned variant, std::span<std::string> out) const override;

 private:
  const PersonModel& model_;
};

}  // namespace sidik::rehearse
