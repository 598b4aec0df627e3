#include <array>
#include <charconv>
#include <cmath>

#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 4> kColumns{"ground", "values_from", "score", "probability"};
constexpr std::array<std::string_view, 5> kGrounds{"header", "values", "both", "against", "blind"};

bool read_decimal(std::string_view field, double& out) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), out, std::chars_format::fixed);
  return error == std::errc() && end == field.data() + field.size() && std::isfinite(out);
}

Status take_point(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto fault = [&](std::size_t column, std::string_view says) {
    return malformed(source.path, row.line, kColumns[column], says);
  };
  bool known = false;
  for (const std::string_view ground : kGrounds) known |= ground == row.fields[0];
  if (!known) return fault(0, "must be header, values, both, against or blind");
  SIDIK_TRY(const std::uint64_t from, number_field(source.path, row.line, "values_from", row.fields[1], 0));
  if (from > 1000000) return fault(1, "must be at most 1000000");
  CalibrationPoint point;
  if (!read_decimal(row.fields[2], point.score)) return fault(2, "must be a decimal number");
  if (!read_decimal(row.fields[3], point.probability) || point.probability < 0 || point.probability > 1) {
    return fault(3, "must be 0 to 1");
  }
  auto& curves = into.calibration;
  if (curves.empty() || curves.back().ground != row.fields[0] || curves.back().values_from != from) {
    for (const CalibrationCurve& other : curves) {
      if (other.ground == row.fields[0] && other.values_from == from)
        return fault(0, "points of a curve stand together");
    }
    curves.push_back({std::string(row.fields[0]), static_cast<std::uint32_t>(from), {}});
  }
  auto& points = curves.back().points;
  if (!points.empty() && point.score <= points.back().score) return fault(2, "must rise");
  if (!points.empty() && point.probability < points.back().probability) return fault(3, "must not fall");
  points.push_back(point);
  return {};
}

}  // namespace

Status read_calibration(const PartSource& source, Pack& into) {
  return read_tsv(source.path, source.text, kColumns, [&](const TsvRow& row) { return take_point(source, row, into); });
}

}  // namespace sidik::pack
