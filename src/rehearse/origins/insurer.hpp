#pragma once

#include "rehearse/origin.hpp"

namespace sidik::rehearse {

/// The health insurer: all 30 columns. Which of NIK and NOKTP a row surely holds follows from the person
/// (kept_id_column), so that every member of the register can be recognised by a whole national id.
class Insurer final : public Origin {
 public:
  using Origin::Origin;
  [[nodiscard]] std::span<const NativeColumn> columns() const override;
  void write_row(const Person& person, unsigned variant, std::span<std::string> out) const override;

  /// The column of the national id that no gap and no damage touches in variant 0.
  [[nodiscard]] static Column kept_id_column(std::uint32_t person);

 private:
  void write_numbers(const Person& person, unsigned variant, RandomStream& stream, std::span<std::string> out) const;
  void write_codes(const Person& person, RandomStream& stream, std::span<std::string> out) const;
  void write_times(const Person& person, unsigned variant, RandomStream& stream, std::span<std::string> out) const;
};

}  // namespace sidik::rehearse
