#include "rehearse/profile_leak.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rehearse/leaker_acts.hpp"
#include "rehearse/profile_values.hpp"

namespace sidik::rehearse {
namespace {

/// What this leaker does, drawn once a leak.
struct LeakPlan {
  std::uint64_t rows = 0;
  std::uint64_t dropped = 0;  ///< percent of columns
  std::uint64_t renamed = 0;
  std::uint64_t recoded = 0;
  std::uint64_t added = 0;  ///< columns
  std::uint64_t foreign_rows = 0;
  bool without_header = false;
  bool reordered = false;
  bool merges = false;
  bool changes_dates = false;
  RowHabits rows_as;
};

LeakPlan draw_plan(LeakNoise noise, RandomStream& stream) {
  const auto by_noise = [&](std::uint64_t light, std::uint64_t moderate, std::uint64_t heavy) {
    return noise == LeakNoise::light ? light : noise == LeakNoise::moderate ? moderate : heavy;
  };
  LeakPlan plan;
  plan.rows = stream.between(by_noise(300, 120, 30), by_noise(1500, 1200, 400));
  plan.dropped = stream.below(by_noise(12, 40, 70));
  plan.renamed = stream.below(by_noise(10, 40, 80));
  if (stream.percent(by_noise(0, 8, 30))) plan.renamed = 92;
  plan.recoded = stream.below(by_noise(5, 45, 80));
  plan.added = stream.below(by_noise(2, 4, 7));
  plan.foreign_rows = stream.percent(by_noise(0, 10, 40)) ? stream.between(1, 15) : 0;
  plan.without_header = stream.percent(by_noise(0, 5, 20));
  plan.reordered = stream.percent(by_noise(10, 50, 80));
  plan.merges = stream.percent(by_noise(2, 15, 40));
  plan.changes_dates = stream.percent(by_noise(5, 30, 60));
  plan.rows_as.loses_zeros = stream.percent(by_noise(2, 10, 30));
  plan.rows_as.changes_case = stream.percent(by_noise(3, 20, 40));
  plan.rows_as.cuts_texts = stream.percent(by_noise(1, 8, 25));
  plan.rows_as.pads_texts = stream.percent(by_noise(1, 6, 15));
  plan.rows_as.writes_phones_otherwise = stream.percent(by_noise(5, 30, 50));
  static constexpr std::string_view kNothing[] = {"", "NULL", "-", "\\N"};
  plan.rows_as.nothing = kNothing[stream.weighted({70, 15, 10, 5})];
  return plan;
}

/// Which columns the dump has: those kept, perhaps in another order.
std::vector<std::size_t> kept_columns(std::size_t columns, const LeakPlan& plan, RandomStream& stream) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < columns; ++c) {
    if (!stream.percent(plan.dropped)) kept.push_back(c);
  }
  for (std::size_t c = 0; kept.size() < std::min<std::size_t>(columns, 3); ++c) {
    if (std::ranges::find(kept, c) == kept.end()) kept.push_back(c);
  }
  if (!plan.reordered) return kept;
  for (std::size_t i = kept.size(); i > 1; --i) std::swap(kept[i - 1], kept[stream.below(i)]);
  return kept;
}

}  // namespace

ProfileLeaker::ProfileLeaker(const pack::Pack& pack, std::span<const pack::OriginProfile> others)
    : pack_(pack), others_(others) {
  for (const auto& [token, name] : pack.name_tokens) {
    if (token.size() >= 3 && token.size() <= 12 &&
        std::ranges::all_of(token, [](char c) { return c >= 'a' && c <= 'z'; }))
      names_.push_back(token);
  }
  std::ranges::sort(names_);  // the order of a hash table is no order
  for (const pack::Area& area : pack.areas) {
    if (area.code.size() == 4) places_.push_back(area.name);
    if (area.code.size() == 6) areas_.push_back(area.code);
  }
  if (names_.empty()) names_ = {"sinta", "budi"};
  if (places_.empty()) places_ = {"Harapan", "Mekar"};
  if (areas_.empty()) areas_ = {"317101"};
}

ProfileLeak ProfileLeaker::leak(const pack::OriginProfile& profile, LeakNoise noise, std::uint64_t seed) const {
  std::uint64_t of_profile = 0;
  for (const char c : profile.id) of_profile = mix64(of_profile ^ static_cast<unsigned char>(c));
  const std::uint64_t base = mix64(seed * 2654435761U ^ of_profile);
  RandomStream stream(base, Purpose::profile_leak);
  const LeakPlan plan = draw_plan(noise, stream);
  const ValueWords words{pack_, names_, places_, areas_};

  std::vector<pack::ProfileColumn> columns = profile.columns;
  const std::size_t own = columns.size();
  for (std::uint64_t a = 0; a < plan.added && !others_.empty(); ++a)
    columns.push_back(stream.pick(stream.pick(others_).columns));
  std::vector<ProfileColumnValues> values;
  values.reserve(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) values.emplace_back(columns[c], words, mix64(base + 7 * c));
  const DateStyle other_style = draw_date_style(stream);
  for (ProfileColumnValues& each : values) {
    if (each.is_date() && (plan.changes_dates || stream.percent(3))) each.set_date_style(other_style);
  }

  ProfileLeak out;
  const auto kept = kept_columns(columns.size(), plan, stream);
  Renamer renamer(pack_, stream.next());
  std::vector<Recoding> recodings;
  for (const std::size_t c : kept) {
    const bool is_added = c >= own;
    out.headers.push_back(plan.without_header              ? std::string()
                          : stream.percent(plan.renamed)   ? renamer.other_name(columns[c], out.headers.size())
                          : is_added && stream.percent(60) ? renamer.seller_name(out.headers.size())
                                                           : renamer.same_name(columns[c]));
    recodings.push_back(draw_recoding(values[c].codes(), stream.percent(plan.recoded), stream));
  }
  const pack::OriginProfile* foreign = others_.empty() ? nullptr : &stream.pick(others_);
  for (std::uint64_t r = 0; r < plan.rows; ++r) {
    std::vector<std::string> row;
    const bool is_foreign = foreign != nullptr && stream.percent(plan.foreign_rows);
    std::vector<std::string> whole;
    for (std::size_t c = 0; c < columns.size(); ++c) whole.push_back(values[c].value(r));
    link_columns(profile, r, whole, stream);
    for (std::size_t k = 0; k < kept.size(); ++k) {
      std::string value = std::move(whole[kept[k]]);
      if (is_foreign) value = from_another(*foreign, columns[kept[k]], words, r);
      row.push_back(changed(recodings[k].apply(std::move(value)), columns[kept[k]], plan.rows_as, stream));
    }
    out.rows.push_back(std::move(row));
  }
  if (plan.merges) merge_columns(out, stream);
  return out;
}

}  // namespace sidik::rehearse
