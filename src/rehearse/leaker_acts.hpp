#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pack/origin_profile.hpp"
#include "pack/pack.hpp"
#include "rehearse/date_style.hpp"
#include "rehearse/profile_leak.hpp"
#include "rehearse/profile_values.hpp"
#include "rehearse/random_stream.hpp"

/// What a leaker does to a table, one act each.
namespace sidik::rehearse {

/// How this leaker's tools write every row.
struct RowHabits {
  bool loses_zeros = false;  ///< as a spreadsheet does
  bool changes_case = false;
  bool cuts_texts = false;
  bool pads_texts = false;
  bool writes_phones_otherwise = false;
  std::string_view nothing;  ///< what stands in empty fields
};
[[nodiscard]] std::string changed(std::string value, const pack::ProfileColumn& column, const RowHabits& habits,
                                  RandomStream& stream);

/// Gives columns names.
class Renamer {
 public:
  Renamer(const pack::Pack& pack, std::uint64_t seed) : pack_(pack), style_(seed % 4) {}
  /// The column's own name or an alias of it, in the case that the whole dump has.
  [[nodiscard]] std::string same_name(const pack::ProfileColumn& column) const;
  /// A synonym in some language, an abbreviation, a slip, a name with a table in front, or a number.
  [[nodiscard]] std::string other_name(const pack::ProfileColumn& column, std::size_t place);
  /// A name that sellers give to columns of their own.
  [[nodiscard]] std::string seller_name(std::size_t place);

 private:
  const pack::Pack& pack_;
  std::uint64_t style_;
  std::uint64_t drawn_ = 0;
};

/// Other codes for those of a column; without entries it leaves them.
struct Recoding {
  std::map<std::string, std::string> to;
  [[nodiscard]] std::string apply(std::string value) const;
};
[[nodiscard]] Recoding draw_recoding(const std::vector<std::string>& codes, bool recodes, RandomStream& stream);

[[nodiscard]] DateStyle draw_date_style(RandomStream& stream);

/// Lets columns agree as the profile's relations say.
void link_columns(const pack::OriginProfile& profile, std::uint64_t row, std::vector<std::string>& values,
                  RandomStream& stream);

/// A value of another system for the same meaning; empty where it holds no such column.
[[nodiscard]] std::string from_another(const pack::OriginProfile& other, const pack::ProfileColumn& column,
                                       const ValueWords& words, std::uint64_t row);

/// Two neighbouring columns become one, joined by a blank or a comma.
void merge_columns(ProfileLeak& leak, RandomStream& stream);

}  // namespace sidik::rehearse
