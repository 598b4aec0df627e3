#include "rehearsed_table.hpp"

#include <algorithm>
#include <cmath>

#include "text/letters.hpp"

namespace sidik::bench {
namespace {

constexpr std::size_t kSampledValues = 3000;  ///< as the engine samples the head of a file
constexpr std::size_t kColumnsAtMost = 60;

std::vector<const Concept*> drawable_concepts() {
  std::vector<const Concept*> out;
  for (const Concept& each : all_concepts()) out.push_back(&each);
  return out;
}

std::vector<const Concept*> draw_concepts(const SchemaKind& kind, Dice& dice) {
  static const std::vector<const Concept*> kAll = drawable_concepts();
  std::vector<const Concept*> out;
  const auto take = [&](std::string_view list, std::uint64_t percent) {
    if (list.empty()) return;
    for (const std::string_view name : parts_of(list)) {
      const Concept* found = find_concept(name);
      if (found != nullptr && dice.percent(percent)) out.push_back(found);
    }
  };
  take(kind.usual, 75);
  if (kind.possible == "*") {
    // Anything at all, from one column to sixty.
    const auto count = static_cast<std::size_t>(std::exp(static_cast<double>(dice.below(4100)) / 1000));
    for (std::size_t i = 0; i < std::max<std::size_t>(1, count); ++i) out.push_back(dice.pick(kAll));
  } else {
    take(kind.possible, dice.percent(20) ? 60 : 25);
  }
  // Columns that nobody would expect there.
  for (std::uint64_t i = dice.below(3); i > 0; --i) out.push_back(dice.pick(kAll));
  if (out.empty()) out.push_back(dice.pick(kAll));
  for (std::size_t i = out.size(); i > 1; --i) {
    if (dice.percent(30)) std::swap(out[i - 1], out[dice.below(i)]);
  }
  if (out.size() > kColumnsAtMost) out.resize(kColumnsAtMost);
  return out;
}

/// The habits of a column that have nothing to do with what it means.
struct Neglect {
  std::uint64_t empty_percent = 0;
  std::uint64_t dirty_per_thousand = 0;
  std::string_view placeholder;
};

Neglect draw_neglect(Dice& dice) {
  Neglect out;
  static constexpr std::uint64_t kEmpty[] = {0, 0, 0, 5, 20, 50, 80, 95};
  out.empty_percent = kEmpty[dice.weighted({30, 15, 10, 15, 12, 9, 6, 3})];
  out.dirty_per_thousand = dice.percent(50) ? 0 : dice.percent(60) ? dice.below(30) : dice.below(200);
  if (dice.percent(15)) out.placeholder = pick_part("-|NULL|N/A|0|tidak ada|unknown|?|.|\\N", dice);
  return out;
}

/// What becomes of a value between a careless hand and a bad import.
std::string soiled(const std::string& value, const std::string& neighbour, Dice& dice) {
  switch (dice.below(8)) {
    case 0:
      return ' ' + value + "  ";
    case 1:
      return value.substr(0, value.size() / 2);
    case 2:
      return "xxx";
    case 3:
      return "test";
    case 4:
      return neighbour.empty() ? "0" : neighbour;
    case 5:
      return value + '?';
    case 6:
      return value.starts_with('0') ? value.substr(value.find_first_not_of('0') == std::string::npos ? 0 : 1)
                                    : '"' + value + '"';
    default: {
      std::string out = value;
      if (!out.empty()) out[dice.below(out.size())] = static_cast<char>('a' + dice.below(26));
      return out;
    }
  }
}

std::string in_case(std::string value, unsigned letter_case) {
  return letter_case == 1 ? upper(value) : letter_case == 2 ? lower(value) : value;
}

bool may_change_case(std::string_view truth) {
  static constexpr std::string_view kFree[] = {"person.",
                                               "birth.",
                                               "contact.city",
                                               "contact.district",
                                               "contact.village",
                                               "contact.region",
                                               "contact.address",
                                               "relation.",
                                               "thing.",
                                               "text.",
                                               "org."};
  return std::ranges::any_of(kFree, [&](std::string_view start) { return truth.starts_with(start); });
}

void add_right(std::vector<std::string_view>& right, std::string_view list) {
  if (list.empty()) return;
  for (const std::string_view meaning : parts_of(list)) right.push_back(meaning);
}

/// In a table that lies, one column in five bears the header of another.
void let_lie(RehearsedTable& table, std::vector<bool>& lies, Dice& dice) {
  if (table.columns.size() < 2) return;
  std::vector<std::string> headers;
  for (const RehearsedColumn& column : table.columns) headers.push_back(column.header);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const std::size_t other = dice.below(table.columns.size());
    if (!dice.percent(20) || other == c) continue;
    table.columns[c].header = headers[other];
    lies[c] = true;
  }
}

}  // namespace

RehearsedTable rehearse_table(const World& world, const pack::Pack& pack, const SchemaKind& kind, std::uint64_t seed) {
  Dice dice(seed, rehearse::Purpose::file_shape, kind.name.size(), static_cast<std::uint64_t>(kind.name[0]));
  const std::uint64_t table_seed = dice.next();
  RehearsedTable out;
  out.kind = kind.name;
  const std::vector<const Concept*> concepts = draw_concepts(kind, dice);
  const HeaderStyle style = draw_header_style(dice);
  out.header_kind = style.kind;
  const auto culture = static_cast<Culture>(kind.cultures[dice.below(kind.cultures.size())] - '0');
  const bool mixed_cultures = dice.percent(10);
  // Rows from 20 to 5,000, as many tables below 320 as above.
  const auto rows = static_cast<std::uint64_t>(20 * std::exp(static_cast<double>(dice.below(5522)) / 1000));
  const auto name_case = static_cast<unsigned>(dice.weighted({60, 28, 12}));
  std::vector<ColumnHabit> habits;
  std::vector<Neglect> neglects;
  std::vector<bool> silent(concepts.size(), false);
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    RehearsedColumn column;
    const Headed headed = head_column(*concepts[c], style, c, pack, dice);
    column.header = headed.header;
    silent[c] = !headed.tells;
    column.concept_name = concepts[c]->name;
    if (!concepts[c]->accepted.empty()) column.truth = parts_of(concepts[c]->accepted)[0];
    habits.push_back({.form = dice.below(2520),
                      .letter_case = may_change_case(column.truth) ? name_case : 0,
                      .column = dice.next()});
    neglects.push_back(draw_neglect(dice));
    out.columns.push_back(std::move(column));
  }
  if (style.kind == HeaderKind::lying) let_lie(out, silent, dice);
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    add_right(out.columns[c].right, concepts[c]->accepted);
    if (silent[c]) add_right(out.columns[c].right, concepts[c]->blind);
  }
  std::string neighbour;
  for (std::uint64_t row = 0; row < rows; ++row) {
    const bool full =
        std::ranges::all_of(out.columns, [](const auto& column) { return column.values.size() >= kSampledValues; });
    if (full) break;
    const Culture own = mixed_cultures && dice.percent(40) ? static_cast<Culture>(dice.below(kCultures)) : culture;
    const InventedPerson person = world.person(own, dice);
    for (std::size_t c = 0; c < concepts.size(); ++c) {
      std::vector<std::string>& values = out.columns[c].values;
      std::string value =
          in_case(concepts[c]->write({person, habits[c], row, table_seed, dice}), habits[c].letter_case);
      if (dice.percent(neglects[c].empty_percent)) value = neglects[c].placeholder;
      if (!value.empty() && dice.below(1000) < neglects[c].dirty_per_thousand) value = soiled(value, neighbour, dice);
      neighbour = value;
      if (!value.empty() && values.size() < kSampledValues) values.push_back(std::move(value));
    }
  }
  return out;
}

}  // namespace sidik::bench
