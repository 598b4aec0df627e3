#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::identify {

/// A check-digit rule as a pack writes it, compiled once and asked often.
///
/// Input    one rule, or several joined by ` | `, each a name and `key=value` parameters:
///            luhn | verhoeff | damm | iso7064_mod11_2 | iso7064_mod11_10 | iso7064_mod37_2 | iso7064_mod37_36
///            iso7064_mod97_10 [rotate=4] [country_lengths=DE22,...]   rotate: that many leading characters go to the
///            end weighted_sum mod= weights=w1,w2,... [map=chars] [offset=n] [letters=n] [second=w1,...] [enye=1]
///              without map, the weighted sum of all characters plus offset is 0 mod `mod`; with map, the sum leaves
///              out the last character, which is map[sum mod `mod`]. A letter counts letters (10), letters + 1, ...;
///              enye: an N with tilde stands after N. second: weights used when the sum is 10 mod 11 (then 10 counts
///              0).
///            remainder mod= [map=chars] [first=XYZ] [skip=n]   the number without its last character; first: a leading
///            letter
///              that stands for its place in the list; skip: a character left out.
///            complement mod= [or=d] [corsica=1]   the last two digits are mod - (number mod `mod`); or: the same with
///            d in front. codice_fiscale
///          `from=` and `to=` narrow the characters of one rule.
/// Output   nothing when the text is no rule.
/// Cost     some nanoseconds a character; passes() allocates nothing.
/// Source   ISO/IEC 7812 (Luhn), ISO 7064; Verhoeff 1969; Damm 2004; Decreto ministeriale 23.12.1976 (codice fiscale).
class CheckRule {
 public:
  [[nodiscard]] static std::optional<CheckRule> parse(std::string_view text, std::uint32_t from = 0,
                                                      std::uint32_t to = 0);
  /// `compact`: digits and upper-case letters only.
  [[nodiscard]] bool passes(std::string_view compact) const;
  [[nodiscard]] bool is_empty() const { return steps_.empty(); }

 private:
  enum class Kind : std::uint8_t {
    luhn,
    verhoeff,
    damm,
    mod11_2,
    mod11_10,
    mod37_2,
    mod37_36,
    mod97_10,
    weighted_sum,
    remainder,
    complement,
    codice_fiscale
  };
  struct Step {
    Kind kind = Kind::luhn;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t modulus = 0;
    std::int32_t offset = 0;
    std::uint32_t rotate = 0;
    std::int32_t letters = 10;
    std::int32_t skip = -1;
    std::int32_t alternative = -1;
    bool corsica = false;
    bool enye = false;
    std::vector<std::int32_t> weights;
    std::vector<std::int32_t> second;
    std::string map;
    std::string first;
    std::vector<std::string> country_lengths;
  };
  static std::optional<Step> parse_step(std::string_view text, std::uint32_t from, std::uint32_t to);
  static bool set_parameter(Step& step, std::string_view key, std::string_view value);
  static bool passes_step(const Step& step, std::string_view part);
  static bool passes_weighted(const Step& step, std::string_view part);
  static bool passes_remainder(const Step& step, std::string_view part);
  static bool passes_complement(const Step& step, std::string_view part);
  static bool passes_mod97(const Step& step, std::string_view part);

  std::vector<Step> steps_;
};

}  // namespace sidik::identify
