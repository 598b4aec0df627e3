#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pack/name_rules.hpp"
#include "people/spelling.hpp"

namespace sidik::people {

enum class NamePartKind : std::uint8_t {
  name,
  initial,      ///< one letter that stands for a name
  birth_order,  ///< says which child, as Wayan or Made do; many share it
  father,       ///< behind bin, binti, a/l
};

struct NamePart {
  std::string written;  ///< folded; of a compound with its blank, "abdul rahman"
  std::string neutral;  ///< the same for all writings of one name: soekarno and sukarno give sukarno
  NamePartKind kind = NamePartKind::name;
};

/// A person's name without what says nothing about who that is: titles, the words bin and binti, Balinese articles.
struct NameForm {
  std::vector<NamePart> parts;  ///< in the order of writing; empty where nothing is left that could be a name
  [[nodiscard]] std::string written() const;  ///< the parts with blanks between
  [[nodiscard]] std::string neutral() const;
};

/// Reads names as people write them, by the rules of the packs.
///
/// Input    a name of any script and case, with titles and marks; the first 24 words count.
/// Output   what NameForm says. Equal neutral forms are evidence for one name, not proof: different names can meet in
///          one (Jani of old spelling alone is no Yani, but Soejono may be Sujono and becomes Suyono).
/// Cost     0.6 to 0.8 microseconds a name of two or three words; meant to run once a distinct name.
/// Threads  const calls may run side by side.
/// Lifetime keeps nothing of the rules that it is made from.
class NameReader {
 public:
  explicit NameReader(const pack::NameRules& rules);

  [[nodiscard]] NameForm read(std::string_view name) const;
  /// The neutral form of one folded word.
  [[nodiscard]] std::string neutral_word(std::string_view word) const;
  /// Whether one is a short form of the other, as Bill is of William. Both folded.
  [[nodiscard]] bool are_short_and_full(std::string_view left, std::string_view right) const;

 private:
  /// What the rules say of a word; looked up once a word.
  struct Facts {
    enum Flag : std::uint16_t {
      title_before = 1U << 0U,
      title_behind = 1U << 1U,
      marked_title = 1U << 2U,
      patronym = 1U << 3U,
      particle = 1U << 4U,
      birth_order = 1U << 5U,
      article = 1U << 6U,
      rank = 1U << 7U,
      unspelled = 1U << 8U,
      begins_phrase = 1U << 9U,
    };
    std::uint16_t flags = 0;
    std::string usual;     ///< the word that it is another writing of; of two words too
    std::string in_front;  ///< the same where it is the first of several
    std::string compound;  ///< how a word with the next one begins
    [[nodiscard]] bool is(Flag flag) const { return (flags & flag) != 0; }
  };
  struct Piece {
    std::string text;
    bool is_marked = false;  ///< with a dot, or behind a comma
    const Facts* facts = nullptr;
  };
  using Pieces = std::vector<Piece>;

  void mark(const pack::TextSet& words, Facts::Flag flag);
  void add_writings(const pack::NameRules& rules);
  [[nodiscard]] const Facts* facts_of(std::string_view word) const;
  [[nodiscard]] Pieces pieces_of(std::string_view folded) const;
  void add_chunk(std::string_view chunk, bool is_behind_comma, Pieces& out) const;
  [[nodiscard]] std::size_t skip_titles(const Pieces& pieces) const;
  [[nodiscard]] std::size_t cut_titles(const Pieces& pieces, std::size_t first) const;
  std::size_t take_part(const Pieces& pieces, std::size_t at, std::size_t end, NameForm& out) const;
  [[nodiscard]] bool is_article(const Pieces& pieces, std::size_t at, std::size_t end) const;
  [[nodiscard]] NamePart single(const Piece& piece, bool is_first_of_several) const;
  [[nodiscard]] std::string neutral_by(std::string_view word, const Facts* facts) const;

  Spelling spelling_;
  pack::TextMap<Facts> facts_;
  pack::TextMap<std::string> usual_by_neutral_;  ///< neutral form of another writing -> neutral form of the usual one
  pack::TextMap<std::vector<std::string>> full_names_;
};

}  // namespace sidik::people
