#include <algorithm>

#include "rehearsed_table.hpp"
#include "text/letters.hpp"

namespace sidik::bench {
namespace {

/// The words of a header as written: cut at blanks, marks and humps.
std::vector<std::string> words_in(std::string_view header) {
  std::vector<std::string> out(1);
  char before = ' ';
  for (const char c : header) {
    const bool mark = c == ' ' || c == '_' || c == '-' || c == '.';
    if ((mark || (text::is_upper(c) && text::is_lower(before))) && !out.back().empty()) out.emplace_back();
    if (!mark) out.back() += text::to_lower(c);
    before = c;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string shaped(const std::vector<std::string>& words, unsigned shape) {
  std::string out;
  for (const std::string& word : words) {
    switch (shape) {
      case 0:
        out += (out.empty() ? "" : "_") + word;
        break;
      case 1:
        out += out.empty() ? word : title(word);
        break;
      case 2:
        out += (out.empty() ? "" : "_") + upper(word);
        break;
      case 3:
        out += (out.empty() ? "" : " ") + title(word);
        break;
      case 4:
        out += (out.empty() ? "" : " ") + upper(word);
        break;
      case 5:
        out += word;
        break;
      default:
        out += upper(word);
        break;
    }
  }
  return out;
}

void misspell(std::string& word, Dice& dice) {
  if (word.size() < 4) return;
  const std::size_t at = 1 + dice.below(word.size() - 2);
  switch (dice.below(3)) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      std::swap(word[at], word[at + 1 < word.size() ? at + 1 : at - 1]);
      break;
    default:
      word.insert(at, 1, word[at]);
      break;
  }
}

void abbreviate(std::string& word, Dice& dice) {
  if (word.size() < 5) return;
  if (dice.percent(50)) {
    word.resize(3 + dice.below(2));
    return;
  }
  std::string kept(1, word[0]);
  for (const char c : word.substr(1)) {
    if (std::string_view("aeiou").find(c) == std::string_view::npos) kept += c;
  }
  word = kept;
}

std::string meaningless(std::size_t position, unsigned shape) {
  static constexpr std::string_view kStarts[] = {"c", "field", "kolom ", "Column", "col_", "f", "V", "x"};
  return std::string(kStarts[shape % 8]) + std::to_string(position + 1);
}

std::string known_header(const Concept& what, const pack::Pack& pack, Dice& dice) {
  const pack::Meaning* meaning = pack.meaning(parts_of(what.accepted)[0]);
  if (meaning != nullptr && !meaning->headers.empty() && dice.percent(40)) return dice.pick(meaning->headers);
  return std::string(pick_part(what.headers, dice));
}

}  // namespace

HeaderStyle draw_header_style(Dice& dice) {
  static constexpr HeaderKind kKinds[] = {HeaderKind::none, HeaderKind::numbered, HeaderKind::clean, HeaderKind::messy,
                                          HeaderKind::lying};
  HeaderStyle out;
  out.kind = kKinds[dice.weighted({15, 15, 40, 22, 8})];
  out.shape = static_cast<unsigned>(dice.below(10));
  if (dice.percent(12)) out.prefix = pick_part("cust|usr|tbl|t1|mst|pasien|emp|dt", dice);
  return out;
}

Headed head_column(const Concept& what, const HeaderStyle& style, std::size_t position, const pack::Pack& pack,
                   Dice& dice) {
  if (style.kind == HeaderKind::none) return {.header = {}, .tells = false};
  const bool messy = style.kind == HeaderKind::messy;
  if (style.kind == HeaderKind::numbered || dice.percent(messy ? 14 : 2))
    return {.header = meaningless(position, style.shape), .tells = false};
  const std::string known = known_header(what, pack, dice);
  // Shapes from 7 on leave headers as their source writes them.
  const bool slips = messy && dice.percent(50);
  if (style.shape >= 7 && !slips) return {.header = known};
  auto words = words_in(known);
  if (words.empty()) return {.header = known};
  if (slips) {
    std::string& word = words[dice.below(words.size())];
    if (dice.percent(50))
      misspell(word, dice);
    else
      abbreviate(word, dice);
  }
  if (!style.prefix.empty()) words.insert(words.begin(), style.prefix);
  return {.header = shaped(words, style.shape)};
}

}  // namespace sidik::bench
