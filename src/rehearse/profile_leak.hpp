#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pack/origin_profile.hpp"
#include "pack/pack.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// How much whoever leaked a table changed it.
enum class LeakNoise : std::uint8_t { light, moderate, heavy };

/// A table as a seller shows it, made from the profile of a system. Everybody in it is invented.
struct ProfileLeak {
  std::vector<std::string> headers;  ///< empty texts: the dump has no header
  std::vector<std::vector<std::string>> rows;
};

/// Plays the leak of a system that only its profile describes.
///
/// What the profile leaves open (a code list, how full a column is) is drawn, as the system at hand may have it. Then
/// the leaker acts: columns dropped, renamed (other words, other languages, abbreviations, numbers), merged, added and
/// put in another order; dates in another form; codes in other codes; zeros lost, texts in another case, cut or padded;
/// other words for nothing; telephone numbers in another form; rows of another system among its own.
///
/// Output   the same for the same seed. Cost: some milliseconds a thousand rows.
class ProfileLeaker {
 public:
  /// `pack` outlives it. `others` are systems whose columns and rows may be mixed in.
  ProfileLeaker(const pack::Pack& pack, std::span<const pack::OriginProfile> others);
  [[nodiscard]] ProfileLeak leak(const pack::OriginProfile& profile, LeakNoise noise, std::uint64_t seed) const;

 private:
  const pack::Pack& pack_;
  std::span<const pack::OriginProfile> others_;
  std::vector<std::string> names_;  ///< tokens
  std::vector<std::string> places_;
  std::vector<std::string> areas_;  ///< codes of districts
};

}  // namespace sidik::rehearse
