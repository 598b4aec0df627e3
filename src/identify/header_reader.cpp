#include "identify/header_reader.hpp"

#include <algorithm>
#include <cmath>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr double kWordsAtMost = 5.5;  ///< what single words can say, less than a whole header
constexpr double kSmoothing = 0.05;

bool is_all_digits(std::string_view word) { return std::ranges::all_of(word, text::is_digit); }

/// Words that headers hold without saying anything.
bool is_filler(std::string_view word) {
  static constexpr std::string_view kFillers[] = {
      "field",   "column", "col", "var",  "attr", "attribute", "data", "kolom", "spalte", "campo",
      "unnamed", "of",     "the", "and",  "in",   "on",        "de",   "la",    "del",    "di",
      "da",      "do",     "et",  "der",  "des",  "le",        "du",   "dan",   "atau",   "yang",
      "dengan",  "feld",   "x",   "test", "tmp",  "temp",      "value"};
  return word.size() == 1 || std::ranges::find(kFillers, word) != std::end(kFillers);
}

/// Words without numbers, marks and diacritics.
std::vector<std::string> plain_words(std::string_view header) {
  std::vector<std::string> out;
  for (const std::string& word : text::header_words(header)) {
    std::string plain;
    for (const char c : text::fold_plain(word)) {
      if (c != '\'' && c != '#' && c != '(' && c != ')' && c != ':' && c != ',' && c != '*' && c != '"' && c != '?')
        plain += c;
    }
    if (!plain.empty() && !is_all_digits(plain)) out.push_back(std::move(plain));
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

/// Meanings whose headers name a kind of field and not what stands in it: id, no, status, value.
bool is_vague(std::string_view meaning) {
  static constexpr std::string_view kVague[] = {"id.record", "status.record", "measure.number", "thing.name"};
  return std::ranges::find(kVague, meaning) != std::end(kVague);
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Whether `abbreviation` is `word` with letters left out: same first letter, in order, every consonant kept at least
/// half of the time.
bool abbreviates(std::string_view abbreviation, std::string_view word) {
  if (word.size() <= abbreviation.size() || word.size() > 3 * abbreviation.size() || word[0] != abbreviation[0])
    return false;
  std::size_t at = 0;
  std::size_t consonants = 0;
  for (const char c : word) {
    if (at < abbreviation.size() && abbreviation[at] == c) ++at;
    consonants += is_vowel(c) ? 0 : 1;
  }
  return at == abbreviation.size() && abbreviation.size() * 2 >= consonants;
}

}  // namespace

HeaderReader::HeaderReader(const pack::Pack& pack) : pack_(pack), sizes_(pack.meanings.size(), 0) {
  for (std::size_t m = 0; m < pack.meanings.size(); ++m) {
    for (const std::string& header : pack.meanings[m].headers) add_header(m, header, 1);
    for (const std::string& word : pack.meanings[m].header_words) add_word(m, text::fold_plain(word), 1);
  }
}

void HeaderReader::add_header(std::size_t meaning, std::string_view header, double weight) {
  const auto words = plain_words(header);
  if (words.empty()) return;
  auto& meanings = whole_[joined(words)];
  if (std::ranges::find(meanings, meaning) == meanings.end()) meanings.push_back(meaning);
  // A header of one word says the word is enough by itself; in a longer one it is one of several.
  const double share = words.size() == 1 ? 2 : 1;
  for (const std::string& word : words) {
    if (!is_filler(word)) add_word(meaning, word, weight * share);
  }
}

void HeaderReader::add_word(std::size_t meaning, const std::string& word, double weight) {
  Word& entry = words_[word];
  entry.counts[meaning] += weight;
  entry.total += weight;
  sizes_[meaning] += weight;
}

std::string HeaderReader::unabbreviate(const std::string& word) const {
  const auto vowels = std::ranges::count_if(word, is_vowel);
  if (word.size() < 3 || static_cast<std::size_t>(vowels) * 3 > word.size()) return {};
  const std::string* best = nullptr;
  for (const auto& [known, entry] : words_) {
    if (!abbreviates(word, known)) continue;
    if (best == nullptr || known.size() < best->size() || (known.size() == best->size() && known < *best))
      best = &known;
  }
  return best == nullptr ? std::string{} : *best;
}

/// The cut of a word into known words with the fewest pieces; empty when there is none.
std::vector<std::string> HeaderReader::split(const std::string& word) const {
  static constexpr std::size_t kNone = 1000;
  if (word.size() < 4 || word.size() > 40) return {};
  std::vector<std::size_t> pieces(word.size() + 1, kNone);
  std::vector<std::size_t> from(word.size() + 1, 0);
  pieces[0] = 0;
  for (std::size_t end = 2; end <= word.size(); ++end) {
    for (std::size_t start = 0; start + 2 <= end; ++start) {
      if (pieces[start] == kNone || pieces[start] + 1 >= pieces[end]) continue;
      if (!words_.contains(word.substr(start, end - start))) continue;
      pieces[end] = pieces[start] + 1;
      from[end] = start;
    }
  }
  if (pieces[word.size()] == kNone || pieces[word.size()] > 1 + word.size() / 3) return {};
  std::vector<std::string> out;
  for (std::size_t end = word.size(); end > 0; end = from[end]) out.push_back(word.substr(from[end], end - from[end]));
  std::ranges::reverse(out);
  return out;
}

std::vector<std::string> HeaderReader::known_words(std::string_view header) const {
  std::vector<std::string> out;
  for (const std::string& word : plain_words(header)) {
    // A letter alone says nothing: c1, x, f7.
    if (is_filler(word)) continue;
    if (words_.contains(word)) {
      out.push_back(word);
      continue;
    }
    if (auto pieces = split(word); !pieces.empty()) {
      out.insert(out.end(), pieces.begin(), pieces.end());
      continue;
    }
    if (word.size() > 4 && word.back() == 's' && words_.contains(word.substr(0, word.size() - 1))) {
      out.push_back(word.substr(0, word.size() - 1));
      continue;
    }
    if (std::string whole = unabbreviate(word); !whole.empty()) out.push_back(std::move(whole));
  }
  return out;
}

std::vector<HeaderVote> HeaderReader::read_words(const std::vector<std::string>& words) const {
  std::vector<double> score(pack_.meanings.size(), 0);
  std::vector<double> support(pack_.meanings.size(), 0);
  const auto vocabulary = static_cast<double>(words_.size());
  double all = 0;
  for (const double size : sizes_) all += size;
  for (const std::string& name : words) {
    const Word& word = words_.at(name);
    const double base = (word.total + kSmoothing) / (all + kSmoothing * vocabulary);
    for (std::size_t m = 0; m < score.size(); ++m) {
      const auto found = word.counts.find(m);
      const double count = found == word.counts.end() ? 0 : found->second;
      const double given = (count + kSmoothing) / (sizes_[m] + kSmoothing * vocabulary);
      score[m] += std::log(given / base);
      if (count > 0) support[m] += count / word.total;
    }
  }
  double best = -1e9;
  for (std::size_t m = 0; m < score.size(); ++m) {
    if (support[m] > 0) best = std::max(best, score[m]);
  }
  double sum = 0;
  for (std::size_t m = 0; m < score.size(); ++m) {
    if (support[m] > 0) sum += std::exp(score[m] - best);
  }
  std::vector<HeaderVote> votes;
  for (std::size_t m = 0; m < score.size(); ++m) {
    if (support[m] <= 0) continue;
    const double share = std::exp(score[m] - best) / sum;
    if (share < 0.01) continue;
    votes.push_back({m, std::clamp(std::log(share / (1 - std::min(share, 0.9999))) + 3, -1.0, kWordsAtMost)});
  }
  return votes;
}

std::vector<HeaderVote> HeaderReader::read(std::string_view header) const {
  std::vector<HeaderVote> votes;
  const auto plain = plain_words(header);
  if (plain.empty()) return votes;
  const auto words = known_words(header);
  if (!words.empty()) votes = read_words(words);
  const auto raise = [&](std::size_t meaning, double evidence) {
    const auto found = std::ranges::find(votes, meaning, &HeaderVote::meaning);
    if (found == votes.end())
      votes.push_back({meaning, evidence});
    else
      found->evidence = std::max(found->evidence, evidence);
  };
  const std::string whole = joined(plain);
  if (const auto found = whole_.find(whole); found != whole_.end() && whole.size() > 1) {
    double evidence = kExactHeader;
    for (HeaderVote& vote : votes) vote.evidence = std::min(vote.evidence, 1.0);
    for (const std::size_t meaning : found->second) {
      raise(meaning, is_vague(pack_.meanings[meaning].name) ? evidence - 3 : evidence);
      evidence = kExactHeader - 1.5;
    }
  } else if (plain.size() > 1) {
    // A known header inside a longer one: cust_email, billing_phone_number; the longest wins.
    std::size_t longest = 0;
    std::vector<std::size_t> inside;
    for (std::size_t start = 0; start < plain.size(); ++start) {
      std::string part;
      for (std::size_t end = start; end < plain.size(); ++end) {
        part += plain[end];
        const auto known = whole_.find(part);
        const std::size_t size = end - start + 1;
        if (known == whole_.end() || size < longest || (size == 1 && plain[start].size() < 3)) continue;
        if (size > longest) inside.clear();
        longest = size;
        inside.insert(inside.end(), known->second.begin(), known->second.begin() + 1);
      }
    }
    const double evidence = 3 + 3.5 * static_cast<double>(longest) / static_cast<double>(plain.size());
    if (longest * 2 >= plain.size() && inside.size() == 1)
      raise(inside[0], is_vague(pack_.meanings[inside[0]].name) ? 2 : evidence);
  }
  std::ranges::sort(votes, [](const HeaderVote& left, const HeaderVote& right) {
    return left.evidence != right.evidence ? left.evidence > right.evidence : left.meaning < right.meaning;
  });
  return votes;
}

bool HeaderReader::is_silent(std::string_view header) { return std::ranges::all_of(plain_words(header), is_filler); }

bool HeaderReader::is_known(std::string_view header) const {
  const auto plain = plain_words(header);
  if (plain.empty()) return false;
  if (whole_.contains(joined(plain))) return true;
  return std::ranges::all_of(plain,
                             [&](const std::string& word) { return words_.contains(word) || !split(word).empty(); });
}

}  // namespace sidik::identify
