#include "rehearse/names.hpp"

#include <algorithm>

#include "rehearse/name_habits.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

std::string_view draw_weighted(std::span<const NameWeight> names, RandomStream& stream) {
  std::uint64_t total = 0;
  for (const NameWeight& name : names) total += name.weight;
  std::uint64_t at = stream.below(total);
  for (const NameWeight& name : names) {
    if (at < name.weight) return name.word;
    at -= name.weight;
  }
  return names.back().word;
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = mix64(hash ^ static_cast<unsigned char>(c));
  return hash;
}

/// Tokens in a fixed order of popularity that has nothing to do with the alphabet.
std::vector<std::string> ranked_tokens(const pack::Pack& pack, const NameModel::Tokens& everywhere, bool want_family,
                                       char sex) {
  std::vector<std::pair<std::uint64_t, std::string>> ranked;
  for (const auto& [token, fact] : pack.name_tokens) {
    // Last words that only one sex bears are no clan names, which name_habits keeps by region.
    const bool is_wanted =
        want_family ? fact.family && fact.sex == sex : fact.given && (fact.sex == 0 || fact.sex == sex);
    const bool is_plain = std::all_of(token.begin(), token.end(), text::is_lower);
    if (everywhere.contains(token) || !is_wanted || !is_plain || token.size() < 3) continue;
    std::string word = token;
    for (char& c : word) c = text::to_upper(c);
    ranked.emplace_back(hash_of(word), std::move(word));
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> out;
  out.reserve(ranked.size());
  for (auto& entry : ranked) out.push_back(std::move(entry.second));
  return out;
}

/// A word that the name ends in already is not said twice.
void append_word(std::string& out, std::string_view word) {
  if (out.ends_with(word)) return;
  if (!out.empty()) out += ' ';
  out += word;
}

}  // namespace

void NameModel::WeightedWords::add(std::string word, std::uint64_t weight) {
  words.push_back(std::move(word));
  weights.add(weight);
}

const std::string& NameModel::WeightedWords::draw(RandomStream& stream) const { return words[weights.draw(stream)]; }

NameModel::NameModel(const pack::Pack& pack, const Tokens& everywhere) {
  static constexpr char kSexes[] = {'m', 'f'};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (const bool want_family : {false, true}) {
      WeightedWords& tokens = want_family ? last_[sex] : tail_[sex];
      // Zipf with an offset: weights fall as 1 / (rank + 8).
      std::uint64_t rank = 0;
      for (std::string& word : ranked_tokens(pack, everywhere, want_family, kSexes[sex]))
        tokens.add(std::move(word), 1000000 / (rank++ + 8));
      if (!tokens.words.empty()) continue;
      const NameHabit& java = name_habit(Culture::java);
      for (const NameWeight& name : sex == 0 ? java.male : java.female) tokens.add(std::string(name.word), name.weight);
    }
  }
}

std::string_view NameModel::family_name(Culture culture, RandomStream& stream) const {
  const NameHabit& habit = name_habit(culture);
  if (!habit.family.empty()) return stream.percent(92) ? draw_weighted(habit.family, stream) : std::string_view{};
  // Elsewhere some families hand the father's last name on.
  return stream.percent(18) ? std::string_view(last_[0].draw(stream)) : std::string_view{};
}

const std::string& NameModel::given(const Wish& wish, RandomStream& stream) const {
  return tail_[wish.female ? 1 : 0].draw(stream);
}

void NameModel::append_balinese(std::string& out, const Wish& wish, RandomStream& stream) const {
  static constexpr std::string_view kOrder[4][3] = {{"WAYAN", "PUTU", "GEDE"},
                                                    {"MADE", "KADEK", "NENGAH"},
                                                    {"NYOMAN", "KOMANG", "NYOMAN"},
                                                    {"KETUT", "KETUT", "KETUT"}};
  append_word(out, wish.female ? "NI" : "I");
  append_word(out, kOrder[(wish.child_number + 3) % 4][stream.weighted({6, 3, 2})]);
  const NameHabit& habit = name_habit(Culture::bali);
  append_word(out, draw_weighted(wish.female ? habit.female : habit.male, stream));
  if (stream.percent(35)) append_word(out, given(wish, stream));
}

void NameModel::append_plain(std::string& out, const Wish& wish, RandomStream& stream) const {
  const NameHabit& habit = name_habit(wish.culture);
  const bool is_old = wish.birth_year < 1975;
  const auto regional = wish.female ? habit.female : habit.male;
  if (wish.muslim && stream.percent(is_old ? 16 : 27))
    append_word(out, draw_weighted(muslim_first_names(wish.female), stream));
  if (stream.percent(is_old ? habit.regional_percent : habit.regional_percent * 2 / 3))
    append_word(out, draw_weighted(regional, stream));
  else
    append_word(out, given(wish, stream));
  const bool is_single = stream.percent(is_old ? habit.single_name_percent : habit.single_name_percent / 3);
  // SUPARMAN and PARTINI stand alone; SRI and DWI want a second word.
  if (is_single && (out.size() > 5 || stream.percent(8))) return;
  if (!is_old && stream.percent(34)) append_word(out, given(wish, stream));
  if (!wish.family_name.empty())
    append_word(out, wish.family_name);
  else if (stream.percent(72))
    append_word(out, last_[wish.female ? 1 : 0].draw(stream));
  else if (out.find(' ') == std::string::npos)
    append_word(out, given(wish, stream));
}

void NameModel::append_name(std::string& out, const Wish& wish, RandomStream& stream) const {
  if (wish.culture == Culture::bali && stream.percent(85)) return append_balinese(out, wish, stream);
  append_plain(out, wish, stream);
}

}  // namespace sidik::rehearse
