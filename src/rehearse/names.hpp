#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/pack.hpp"
#include "rehearse/areas.hpp"
#include "rehearse/random_stream.hpp"
#include "rehearse/weighted_table.hpp"

namespace sidik::rehearse {

/// Invents names as they are given in a region: single names and long ones, birth-order names, family names that
/// children share, a few very frequent tokens and a long tail. Upper case, ASCII.
///
/// The tail comes from the pack's name tokens that are not `everywhere`; the frequent heads and the habits of the
/// regions are tables here, because a pack has no frequencies. No name is taken from a person; combinations are drawn.
class NameModel {
 public:
  using Tokens = std::unordered_map<std::string, pack::NameToken>;
  /// `everywhere`: name tokens of the pack that all countries share; what remains is the country's own.
  NameModel(const pack::Pack& pack, const Tokens& everywhere);

  struct Wish {
    Culture culture = Culture::java;
    bool female = false;
    int birth_year = 1980;
    unsigned child_number = 1;     ///< 1 for the first child; decides Balinese names
    std::string_view family_name;  ///< shared by the household; empty: none
    bool muslim = true;
  };
  void append_name(std::string& out, const Wish& wish, RandomStream& stream) const;
  /// A name that the children of a household carry behind their own; empty where the culture has none.
  [[nodiscard]] std::string_view family_name(Culture culture, RandomStream& stream) const;

 private:
  struct WeightedWords {
    std::vector<std::string> words;
    WeightedTable weights;
    void add(std::string word, std::uint64_t weight);
    [[nodiscard]] const std::string& draw(RandomStream& stream) const;
  };
  const std::string& given(const Wish& wish, RandomStream& stream) const;
  void append_balinese(std::string& out, const Wish& wish, RandomStream& stream) const;
  void append_plain(std::string& out, const Wish& wish, RandomStream& stream) const;

  WeightedWords tail_[2];  ///< given names of the pack: male, female
  WeightedWords last_[2];  ///< last names of the pack
};

}  // namespace sidik::rehearse
