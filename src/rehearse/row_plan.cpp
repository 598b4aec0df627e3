#include "rehearse/row_plan.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidik::rehearse {

namespace {

/// Every set of `count` numbers of [first, first + size) with equal chance, ascending (Knuth, selection sampling).
void choose_ascending(std::vector<std::uint32_t>& out, std::uint32_t first, std::uint64_t size, std::uint64_t count,
                      RandomStream& stream) {
  for (std::uint64_t i = 0; i < size && count > 0; ++i) {
    if (stream.below(size - i) >= count) continue;
    out.push_back(first + static_cast<std::uint32_t>(i));
    --count;
  }
}

/// How the rows that are no member's first row divide.
struct Shares {
  std::uint64_t altered, others, invented, repeated, torn;
};

Shares draw_shares(std::uint64_t rest, std::uint64_t rows, bool has_source, RandomStream& stream) {
  const std::uint64_t repeated = stream.between(120, 260);
  const std::uint64_t altered = stream.between(60, 160);
  const std::uint64_t others = stream.between(360, 560);
  const std::uint64_t invented = stream.between(60, 180);
  const std::uint64_t all = repeated + altered + others + invented;
  const std::uint64_t torn_rate = stream.between(300, 9000);
  Shares out{.altered = rest * altered / all,
             .others = rest * others / all,
             .invented = 0,
             .repeated = rest * repeated / all,
             .torn = 0};
  if (!has_source && out.others == 0) out.altered = out.repeated = 0;
  out.invented = rest - out.altered - out.others - out.repeated;
  out.torn = std::min(rows * torn_rate / 1000000 + (rows >= 200 ? 1 : 0), (out.altered + out.others) / 2);
  return out;
}

std::vector<RowPlan::Other> draw_others(RandomStream& stream) {
  std::vector<OtherOrigin> kinds = {OtherOrigin::bank, OtherOrigin::telecom, OtherOrigin::marketplace,
                                    OtherOrigin::registry};
  for (std::size_t i = kinds.size(); i > 1; --i) std::swap(kinds[i - 1], kinds[stream.below(i)]);
  kinds.resize(2 + stream.weighted({25, 45, 30}));
  std::vector<RowPlan::Other> out;
  out.reserve(kinds.size());
  for (const OtherOrigin kind : kinds) out.push_back({.kind = kind, .persons = {}, .kept_first = 0, .kept_end = 0});
  return out;
}

/// Chooses who leaked from the other origins, and numbers the rest of their registers.
void choose_persons(RowPlan& plan, std::uint64_t rows, RandomStream& stream) {
  std::vector<std::uint64_t> weights;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < plan.others.size(); ++i) sum += weights.emplace_back(stream.between(20, 100));
  std::vector<std::uint64_t> counts;
  std::uint64_t left = rows;
  for (std::size_t i = 0; i < plan.others.size(); ++i) {
    counts.push_back(i + 1 == plan.others.size() ? left : rows * weights[i] / sum);
    left -= counts.back();
  }
  const std::uint64_t largest = *std::max_element(counts.begin(), counts.end());
  const std::uint64_t pool = largest + largest / 2 + 16;
  plan.persons = static_cast<std::uint32_t>(plan.register_size + pool);
  for (std::size_t i = 0; i < plan.others.size(); ++i) {
    RowPlan::Other& other = plan.others[i];
    const std::uint64_t shared =
        std::min<std::uint64_t>(counts[i] * stream.between(5, 35) / 100, plan.leaked.size() / 2);
    std::vector<std::uint32_t> places;
    choose_ascending(places, 0, plan.leaked.size(), shared, stream);
    for (const std::uint32_t place : places) other.persons.push_back(plan.leaked[place]);
    choose_ascending(other.persons, plan.register_size, pool, counts[i] - shared, stream);
    other.kept_first = plan.persons;
    plan.persons += static_cast<std::uint32_t>(counts[i] / 5);
    other.kept_end = plan.persons;
  }
}

void add_rows(RowPlan& plan, const Shares& shares, RandomStream& stream) {
  std::vector<RowEntry>& rows = plan.rows;
  for (const std::uint32_t person : plan.leaked) rows.push_back({.person = person});
  const std::size_t first_other = rows.size();
  for (std::size_t i = 0; i < plan.others.size(); ++i) {
    for (const std::uint32_t person : plan.others[i].persons)
      rows.push_back({.person = person, .origin = static_cast<std::uint8_t>(i + 1)});
  }
  const std::size_t firsts = rows.size();
  for (std::uint64_t i = 0; i < shares.altered && firsts > 0; ++i) {
    // Half from the insurer's members, if there are any, because people are registered there for years.
    const bool from_members = first_other > 0 && stream.percent(50);
    RowEntry entry = rows[stream.below(from_members ? first_other : firsts)];
    entry.variant = static_cast<std::uint8_t>(1 + stream.below(250));
    rows.push_back(entry);
  }
  const std::size_t last_torn = rows.size();
  for (std::uint64_t i = 0; i < shares.invented; ++i)
    rows.push_back({.person = plan.persons + plan.invented++, .origin = kInventedOrigin});
  const std::size_t sources = rows.size();
  for (std::uint64_t i = 0; i < shares.repeated && sources > 0; ++i) {
    RowEntry entry = rows[stream.below(sources)];
    entry.repeats = true;
    rows.push_back(entry);
  }
  for (std::uint64_t i = 0; i < shares.torn && first_other < last_torn; ++i) {
    RowEntry& entry = rows[first_other + stream.below(last_torn - first_other)];
    entry.shape = static_cast<RowShape>(1 + stream.weighted({50, 30, 20}));
  }
}

void order_rows(RowPlan& plan, const FileShape& shape, std::uint64_t seed) {
  RandomStream stream(seed, Purpose::layout);
  std::vector<RowEntry>& rows = plan.rows;
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[stream.below(i)]);
  if (!shape.shuffled) {
    std::vector<std::uint8_t> order = {kInsurerOrigin, kInventedOrigin};
    for (std::size_t i = 0; i < plan.others.size(); ++i) order.push_back(static_cast<std::uint8_t>(i + 1));
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
    std::vector<RowEntry> sorted;
    sorted.reserve(rows.size());
    for (const std::uint8_t origin : order) {
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(sorted),
                   [&](const RowEntry& entry) { return entry.origin == origin; });
    }
    rows.swap(sorted);
  }
  if (shape.end != FileShape::End::cut) return;
  // The file may not end in the only row of a member; a cut file ends in a row that can be spared.
  for (std::size_t i = rows.size(); i > 0; --i) {
    const RowEntry& entry = rows[i - 1];
    if (entry.origin == kInsurerOrigin && entry.variant == 0 && !entry.repeats) continue;
    std::rotate(rows.begin() + static_cast<std::ptrdiff_t>(i - 1), rows.begin() + static_cast<std::ptrdiff_t>(i),
                rows.end());
    rows.back().shape = RowShape::cut_short;
    return;
  }
}

void place_extra_lines(RowPlan& plan, std::uint64_t seed) {
  RandomStream stream(seed, Purpose::layout, 1);
  const std::uint64_t rows = plan.rows.size();
  // A repeated header shows that files were appended; blank lines come in with editors.
  const std::uint64_t headers = stream.weighted({40, 30, 20, 10}) + stream.below(rows / 300000 + 1);
  const std::uint64_t blanks = stream.percent(60) ? stream.below(rows / 4000 + 4) : 0;
  for (std::uint64_t i = 0; i < headers; ++i)
    plan.headers_before.push_back(1 + stream.below(std::max<std::uint64_t>(rows - 1, 1)));
  for (std::uint64_t i = 0; i < blanks; ++i) plan.blanks_before.push_back(stream.below(rows));
  std::sort(plan.headers_before.begin(), plan.headers_before.end());
  std::sort(plan.blanks_before.begin(), plan.blanks_before.end());
}

}  // namespace

RowPlan draw_row_plan(std::uint64_t seed, std::uint64_t rows, std::uint64_t members, const FileShape& shape) {
  RandomStream stream(seed, Purpose::plan);
  RowPlan plan;
  plan.register_size = static_cast<std::uint32_t>(members + members / 5 + 5);
  choose_ascending(plan.leaked, 0, plan.register_size, members, stream);
  const Shares shares = draw_shares(rows - members, rows, members > 0, stream);
  plan.others = draw_others(stream);
  choose_persons(plan, shares.others, stream);
  plan.rows.reserve(rows);
  add_rows(plan, shares, stream);
  order_rows(plan, shape, seed);
  place_extra_lines(plan, seed);
  return plan;
}

}  // namespace sidik::rehearse
