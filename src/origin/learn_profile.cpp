#include "origin/learn_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sidik::origin {
namespace {

constexpr double kLeastShape = 0.1;
constexpr double kLeastRecordsOfCode = 5;
constexpr double kLeastPrefix = 0.97;
constexpr double kLeastLink = 0.2;

std::vector<std::string> shapes_of(const ColumnFacts& column) {
  std::vector<std::size_t> order(column.shapes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return column.shapes[a] > column.shapes[b]; });
  std::vector<std::string> out;
  for (const std::size_t shape : order) {
    if (column.shapes[shape] >= kLeastShape) out.emplace_back(table::shape_name(static_cast<table::ShapeClass>(shape)));
  }
  return out;
}

/// All codes or none: a list with the rare ones left out would be no list, and a rare one may be somebody's.
std::vector<pack::ProfileCode> codes_of(const ColumnFacts& column, const pack::Pack& pack) {
  if (column.codes.empty() || column.codes.size() > pack::kMostProfileCodes) return {};
  if (!pack::may_list_codes(column.meaning, pack.meaning(column.meaning))) return {};
  std::vector<pack::ProfileCode> out;
  for (const auto& [code, share] : column.codes) {
    if (!pack::is_harmless_code(code)) return {};
    if (share * static_cast<double>(column.values) < kLeastRecordsOfCode) continue;
    out.push_back({code, static_cast<std::uint32_t>(std::lround(100 * share))});
  }
  return out;
}

/// Two leading digits that nearly all numbers share.
std::vector<std::string> prefixes_of(const ColumnFacts& column) {
  if (column.shapes[static_cast<std::size_t>(table::ShapeClass::digits)] < 0.9 || column.dates != DateForm::none)
    return {};
  if (column.shortest < 6 || column.distinct < 0.3) return {};
  std::map<std::string, double> starts;
  for (const auto& [start, share] : column.starts) starts[start.substr(0, 2)] += share;
  for (const auto& [start, share] : starts) {
    if (share >= kLeastPrefix) return {start};
  }
  return {};
}

/// A range that another sample of the same system would keep.
std::vector<std::uint32_t> filled_of(const ColumnFacts& column) {
  const double percent = 100 * column.filled;
  const double margin = percent > 99.5 || percent < 0.5 ? 1 : 5;
  return {static_cast<std::uint32_t>(std::max(0.0, percent - margin)),
          static_cast<std::uint32_t>(std::min(100.0, percent + margin))};
}

pack::ProfileColumn column_of(const ColumnFacts& facts, std::size_t place, const pack::Pack& pack) {
  pack::ProfileColumn out;
  out.name = facts.name.empty() ? fmt::format("column_{}", place + 1) : facts.name;
  out.meaning = facts.meaning;
  if (facts.values == 0) return out;
  out.shapes = shapes_of(facts);
  out.length = {facts.shortest, facts.longest};
  out.filled = filled_of(facts);
  if (facts.dates != DateForm::none)
    out.dates = {std::string(date_form_name(facts.dates)) + (facts.has_times ? "t" : "")};
  out.codes = codes_of(facts, pack);
  out.prefixes = prefixes_of(facts);
  if (facts.first_year > 0 && facts.last_year > 0 && facts.meaning != "birth.date")
    out.years = {static_cast<std::uint32_t>(facts.first_year), static_cast<std::uint32_t>(facts.last_year)};
  out.repeats = facts.distinct > 0.985 ? pack::Repeats::unique
                : !facts.codes.empty() ? pack::Repeats::few
                                       : pack::Repeats::some;
  return out;
}

}  // namespace

pack::OriginProfile learn_profile(const StratumFacts& facts, const std::string& id, const pack::Pack& pack) {
  pack::OriginProfile out;
  out.id = id;
  out.kind = id.starts_with("kind.") ? pack::ProfileKind::archetype : pack::ProfileKind::institution;
  out.says["en"] = id;
  for (std::size_t c = 0; c < facts.columns.size(); ++c) {
    pack::ProfileColumn column = column_of(facts.columns[c], c, pack);
    while (out.column(column.name) != nullptr) column.name += "_2";
    out.columns.push_back(std::move(column));
  }
  for (const ColumnLink& link : facts.links) {
    if (link.share < kLeastLink) continue;
    out.relations.push_back({link.kind == ColumnLink::Kind::equal ? "equal" : "refers", out.columns[link.left].name,
                             out.columns[link.right].name, static_cast<std::uint32_t>(std::lround(100 * link.share))});
  }
  return out;
}

std::vector<std::string> differences(const pack::OriginProfile& left, const pack::OriginProfile& right) {
  std::vector<std::string> out;
  for (const pack::ProfileColumn& column : left.columns) {
    const pack::ProfileColumn* other = right.column(column.name);
    if (other == nullptr) {
      out.push_back(fmt::format("{}: only in {}", column.name, left.id));
      continue;
    }
    const auto differs = [&](const char* what, const std::string& a, const std::string& b) {
      if (a != b)
        out.push_back(fmt::format("{}: {} is {} in {} and {} in {}", column.name, what, a, left.id, b, right.id));
    };
    differs("the meaning", column.meaning, other->meaning);
    differs("the shape", fmt::format("{}", fmt::join(column.shapes, "/")),
            fmt::format("{}", fmt::join(other->shapes, "/")));
    differs("the length", fmt::format("{}", fmt::join(column.length, "-")),
            fmt::format("{}", fmt::join(other->length, "-")));
    differs("the date", fmt::format("{}", fmt::join(column.dates, "/")),
            fmt::format("{}", fmt::join(other->dates, "/")));
    if (column.codes.size() != other->codes.size())
      differs("the number of codes", std::to_string(column.codes.size()), std::to_string(other->codes.size()));
  }
  for (const pack::ProfileColumn& column : right.columns) {
    if (left.column(column.name) == nullptr) out.push_back(fmt::format("{}: only in {}", column.name, right.id));
  }
  return out;
}

}  // namespace sidik::origin
