#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pack/origin_profile.hpp"
#include "pack/pack.hpp"
#include "rehearse/date_style.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// Words that values are made of.
struct ValueWords {
  const pack::Pack& pack;
  const std::vector<std::string>& names;
  const std::vector<std::string>& places;
  const std::vector<std::string>& areas;
};

/// One column of a system that a profile describes: what the profile leaves open is settled from the seed, then it
/// gives a value a row.
class ProfileColumnValues {
 public:
  ProfileColumnValues(const pack::ProfileColumn& column, const ValueWords& words, std::uint64_t seed);
  /// `row` decides the value; empty where the column is not filled.
  [[nodiscard]] std::string value(std::uint64_t row) const;
  [[nodiscard]] bool is_date() const { return !column_->dates.empty(); }
  [[nodiscard]] bool is_coded() const { return !codes_.empty(); }
  [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }
  /// Dates are written so from now on.
  void set_date_style(DateStyle style) { style_ = style; }
  [[nodiscard]] DateStyle date_style() const { return style_; }
  [[nodiscard]] const pack::ProfileColumn& column() const { return *column_; }

 private:
  void settle_codes(RandomStream& stream);
  void settle_dates();
  [[nodiscard]] std::string made(RandomStream& stream, std::uint64_t row) const;
  [[nodiscard]] std::string date(RandomStream& stream) const;
  [[nodiscard]] std::string by_shape(RandomStream& stream, std::uint64_t row) const;
  [[nodiscard]] std::string words_of(RandomStream& stream, const std::vector<std::string>& from) const;

  const pack::ProfileColumn* column_;
  const ValueWords* words_;
  std::uint64_t seed_;
  std::uint32_t filled_;
  std::string shape_;
  std::vector<std::string> codes_;
  std::vector<std::uint32_t> weights_;
  DateStyle style_ = DateStyle::iso;
  bool with_time_ = false;
  int first_year_ = 2005;
  int last_year_ = 2023;
  bool phone_with_code_ = false;
};

}  // namespace sidik::rehearse
