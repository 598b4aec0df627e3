#include "people/name_form.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::people {

namespace {

constexpr std::size_t kMostPieces = 24;
/// Pieces that may make up one title, as S.Pd.I. does.
constexpr std::size_t kLongestTitle = 4;
constexpr std::size_t kLongestTitleLetters = 9;
/// Shorter writings say too little to be recognised after rewriting.
constexpr std::size_t kShortestRewritten = 4;

bool is_of_a_word(char c) { return text::is_lower(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string joined(const std::vector<NamePart>& parts, std::string NamePart::* which) {
  std::string out;
  for (const NamePart& part : parts) {
    if (!out.empty()) out += ' ';
    out += part.*which;
  }
  return out;
}

}  // namespace

std::string NameForm::written() const { return joined(parts, &NamePart::written); }
std::string NameForm::neutral() const { return joined(parts, &NamePart::neutral); }

NameReader::NameReader(const pack::NameRules& rules) : spelling_(rules.spelling), full_names_(rules.full_names) {
  mark(rules.titles_before, Facts::title_before);
  mark(rules.titles_behind, Facts::title_behind);
  mark(rules.marked_titles_behind, Facts::marked_title);
  mark(rules.patronyms, Facts::patronym);
  mark(rules.particles, Facts::particle);
  mark(rules.birth_order, Facts::birth_order);
  mark(rules.articles, Facts::article);
  mark(rules.ranks, Facts::rank);
  mark(rules.unspelled, Facts::unspelled);
  add_writings(rules);
}

void NameReader::mark(const pack::TextSet& words, Facts::Flag flag) {
  for (const std::string& word : words) facts_[word].flags |= flag;
}

void NameReader::add_writings(const pack::NameRules& rules) {
  for (const auto& [form, usual] : rules.same) {
    facts_[form].usual = usual;
    if (const std::size_t blank = form.find(' '); blank != std::string::npos)
      facts_[form.substr(0, blank)].flags |= Facts::begins_phrase;
  }
  for (const auto& [form, usual] : rules.same_in_front) facts_[form].in_front = usual;
  for (const auto& [form, usual] : rules.compounds) facts_[form].compound = usual;
  for (const auto& [form, usual] : rules.same) {
    const std::string target = spelling_.neutral(usual);
    std::string neutral = spelling_.neutral(form);
    if (form.size() < kShortestRewritten || form.contains(' ') || neutral == target) continue;
    // Of two names that the same rewriting would lead to, the first by letters is taken: the order of a table is
    // chance.
    const auto [known, is_new] = usual_by_neutral_.emplace(std::move(neutral), target);
    if (!is_new) known->second = std::min(known->second, target);
  }
}

const NameReader::Facts* NameReader::facts_of(std::string_view word) const {
  const auto found = facts_.find(word);
  return found == facts_.end() ? nullptr : &found->second;
}

void NameReader::add_chunk(std::string_view chunk, bool is_behind_comma, Pieces& out) const {
  if (chunk.contains('/')) {
    if (const Facts* facts = facts_of(chunk); facts != nullptr && facts->is(Facts::patronym)) {
      out.push_back({.text = std::string(chunk), .facts = facts});
      return;
    }
  }
  const bool has_dot = chunk.contains('.');
  std::string word;
  for (std::size_t at = 0; at <= chunk.size() && out.size() < kMostPieces; ++at) {
    const char c = at < chunk.size() ? chunk[at] : ' ';
    if (c == '\'' || c == '`') continue;
    if (is_of_a_word(c)) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    const Facts* facts = facts_of(word);
    out.push_back({.text = std::move(word), .is_marked = is_behind_comma || has_dot, .facts = facts});
    word.clear();
  }
}

NameReader::Pieces NameReader::pieces_of(std::string_view folded) const {
  Pieces out;
  out.reserve(6);
  bool is_behind_comma = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" ,;", at), folded.size());
    if (end > at) add_chunk(folded.substr(at, end - at), is_behind_comma, out);
    is_behind_comma = is_behind_comma || (end < folded.size() && folded[end] != ' ');
    at = end + 1;
  }
  return out;
}

std::size_t NameReader::skip_titles(const Pieces& pieces) const {
  std::size_t first = 0;
  while (first + 1 < pieces.size()) {
    const Piece& piece = pieces[first];
    if (piece.facts != nullptr && piece.facts->is(Facts::title_before)) {
      ++first;
      continue;
    }
    if (first + 2 >= pieces.size() || piece.text.size() > 1 || pieces[first + 1].text.size() > 1) break;
    const Facts* both = facts_of(piece.text + pieces[first + 1].text);
    if (both == nullptr || !both->is(Facts::title_before)) break;
    first += 2;
  }
  return first;
}

std::size_t NameReader::cut_titles(const Pieces& pieces, std::size_t first) const {
  std::size_t end = pieces.size();
  while (end > first + 1) {
    std::size_t taken = 0;
    for (std::size_t count = std::min(kLongestTitle, end - first - 1); count > 0 && taken == 0; --count) {
      const Piece& begin = pieces[end - count];
      if (count > 1 && begin.text.size() > 3) continue;
      std::string title;
      for (std::size_t i = end - count; i < end; ++i) title += pieces[i].text;
      if (title.size() > kLongestTitleLetters) continue;
      const Facts* facts = count == 1 ? begin.facts : facts_of(title);
      if (facts == nullptr) continue;
      const bool is_marked = count > 1 || begin.is_marked;
      if (facts->is(Facts::title_behind) || (is_marked && facts->is(Facts::marked_title))) taken = count;
    }
    if (taken == 0) break;
    end -= taken;
  }
  return end;
}

std::string NameReader::neutral_by(std::string_view word, const Facts* facts) const {
  if (facts != nullptr && facts->is(Facts::unspelled)) return std::string(word);
  std::string out = spelling_.neutral(facts != nullptr && !facts->usual.empty() ? facts->usual : word);
  const auto known = usual_by_neutral_.find(out);
  return known == usual_by_neutral_.end() ? out : known->second;
}

std::string NameReader::neutral_word(std::string_view word) const { return neutral_by(word, facts_of(word)); }

NamePart NameReader::single(const Piece& piece, bool is_first_of_several) const {
  if (is_first_of_several && piece.facts != nullptr && !piece.facts->in_front.empty())
    return {.written = piece.text, .neutral = neutral_word(piece.facts->in_front)};
  NamePart out{.written = piece.text, .neutral = neutral_by(piece.text, piece.facts)};
  const std::string_view usual = piece.facts != nullptr && !piece.facts->usual.empty()
                                     ? std::string_view(piece.facts->usual)
                                     : std::string_view(piece.text);
  const Facts* facts = usual == piece.text ? piece.facts : facts_of(usual);
  if (facts != nullptr && facts->is(Facts::birth_order)) out.kind = NamePartKind::birth_order;
  if (piece.text.size() == 1 && text::is_lower(piece.text[0])) out.kind = NamePartKind::initial;
  return out;
}

bool NameReader::is_article(const Pieces& pieces, std::size_t at, std::size_t end) const {
  const Facts* facts = pieces[at].facts;
  if (facts == nullptr || !facts->is(Facts::article) || at + 1 >= end) return false;
  const Facts* next = pieces[at + 1].facts;
  if (next != nullptr && !next->usual.empty()) next = facts_of(next->usual);
  return next != nullptr && (next->is(Facts::birth_order) || next->is(Facts::rank));
}

std::size_t NameReader::take_part(const Pieces& pieces, std::size_t at, std::size_t end, NameForm& out) const {
  const Piece& piece = pieces[at];
  const Facts* facts = piece.facts;
  if (facts != nullptr && at + 1 < end) {
    const Piece& next = pieces[at + 1];
    const std::string both = piece.text + ' ' + next.text;
    if (facts->is(Facts::begins_phrase)) {
      if (const Facts* phrase = facts_of(both); phrase != nullptr && !phrase->usual.empty()) {
        out.parts.push_back(single({.text = phrase->usual, .facts = facts_of(phrase->usual)}, false));
        out.parts.back().written = both;
        return at + 2;
      }
    }
    if (is_article(pieces, at, end)) return at + 1;
    if (!facts->compound.empty()) {
      const std::string neutral = facts->compound + neutral_by(next.text, next.facts);
      out.parts.push_back({.written = both, .neutral = spelling_.neutral(neutral)});
      return at + 2;
    }
    if (facts->is(Facts::particle) && next.text.size() > 1) {
      NameForm rest;
      const std::size_t behind = take_part(pieces, at + 1, end, rest);
      if (rest.parts.size() == 1) {
        NamePart& part = rest.parts.front();
        out.parts.push_back(
            {.written = piece.text + ' ' + part.written, .neutral = spelling_.neutral(piece.text + part.neutral)});
        return behind;
      }
    }
  }
  out.parts.push_back(single(piece, out.parts.empty() && at + 1 < end));
  return at + 1;
}

NameForm NameReader::read(std::string_view name) const {
  const std::string folded = text::fold_plain(name);
  const Pieces pieces = pieces_of(folded);
  const std::size_t first = skip_titles(pieces);
  const std::size_t end = cut_titles(pieces, first);
  NameForm out;
  out.parts.reserve(end - first);
  bool is_father = false;
  for (std::size_t at = first; at < end;) {
    const Facts* facts = pieces[at].facts;
    if (facts != nullptr && facts->is(Facts::patronym) && !out.parts.empty() && at + 1 < end) {
      is_father = true;
      ++at;
      continue;
    }
    const std::size_t before = out.parts.size();
    at = take_part(pieces, at, end, out);
    if (is_father && out.parts.size() > before) out.parts.back().kind = NamePartKind::father;
  }
  return out;
}

bool NameReader::are_short_and_full(std::string_view left, std::string_view right) const {
  const auto has = [&](std::string_view brief, std::string_view full) {
    const auto found = full_names_.find(brief);
    return found != full_names_.end() && std::ranges::find(found->second, full) != found->second.end();
  };
  return has(left, right) || has(right, left);
}

}  // namespace sidik::people
