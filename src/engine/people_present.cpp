#include "engine/people_present.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace sidik::engine {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const people::Accuracy& accuracy) {
  return {{"precision", accuracy.precision}, {"recall", accuracy.recall}, {"f1", accuracy.f1}};
}

std::uint64_t whole(double number) { return static_cast<std::uint64_t>(std::llround(number)); }

std::string line_of(const char* name, const people::Accuracy& accuracy) {
  return fmt::format("{:<10} precision {:.4f}  recall {:.4f}  F1 {:.4f}\n", name, accuracy.precision, accuracy.recall,
                     accuracy.f1);
}

/// A line a step: its bits, and a bar from where the sum stood to where it stands. One cell is two bits.
std::string waterfall(const std::vector<ExplainedStep>& steps) {
  constexpr int kMiddle = 20;
  constexpr int kWidth = 44;
  std::string out;
  double sum = 0;
  for (const auto& step : steps) {
    const bool is_total = step.what == "total";
    const double from = is_total ? 0 : sum;
    sum = is_total ? step.bits : sum + step.bits;
    const auto cell = [](double bits) {
      return std::clamp(kMiddle + static_cast<int>(std::lround(bits / 2)), 0, kWidth - 1);
    };
    const int low = std::min(cell(from), cell(sum));
    const int high = std::max(cell(from), cell(sum));
    std::string line(kWidth, ' ');
    line[kMiddle] = '|';
    for (int at = low; at <= high; ++at) line[static_cast<std::size_t>(at)] = step.bits < 0 ? '-' : '+';
    out += fmt::format("{:<18.18} {:<10} {:+8.2f}  {}  {}\n", text::printable(step.what), step.level, step.bits, line,
                       step.masked);
  }
  return out;
}

}  // namespace

std::string to_json(const PeopleFindings& findings) {
  Json out;
  if (findings.evaluation) {
    out["pairwise"] = json_of(findings.evaluation->pairwise);
    out["b_cubed"] = json_of(findings.evaluation->b_cubed);
  }
  out["persons"] = findings.persons;
  out["rows"] = findings.rows;
  out["distinct_records"] = findings.records;
  out["pairs_compared"] = whole(findings.pairs);
  out["pairs_not_compared"] = whole(findings.not_compared);
  out["seconds"] = {{"reading", findings.seconds_reading}, {"linking", findings.seconds_linking}};
  Json& blocking = out["blocking"] = Json::array();
  for (const auto& pass : findings.passes)
    blocking.push_back({{"by", pass.by}, {"pairs", whole(pass.pairs)}, {"not_compared", whole(pass.not_compared)}});
  for (const auto& step : findings.explained) {
    out["explained"].push_back(
        {{"what", step.what}, {"level", step.level}, {"masked", step.masked}, {"bits", step.bits}});
  }
  Json& weights = out["weights"] = Json::array();
  for (const auto& weight : findings.weights) {
    weights.push_back(
        {{"field", weight.field}, {"level", weight.level}, {"m", weight.m}, {"u", weight.u}, {"bits", weight.bits}});
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_row_list(const PeopleFindings& findings) {
  std::string out = "row,person\n";
  for (std::size_t row = 0; row < findings.person_of_row.size(); ++row)
    fmt::format_to(std::back_inserter(out), "{},{}\n", row + 1, findings.person_of_row[row] + 1);
  return out;
}

std::string to_text(const PeopleFindings& findings) {
  std::string out = fmt::format("{} rows, {} distinct in the linkage columns, {} persons\n", findings.rows,
                                findings.records, findings.persons);
  if (findings.evaluation) {
    out += line_of("pairwise", findings.evaluation->pairwise) + line_of("b-cubed", findings.evaluation->b_cubed);
    out += fmt::format("against {} persons in {} rows of the truth column\n", findings.evaluation->true_persons,
                       findings.evaluation->rows);
  }
  out += waterfall(findings.explained);
  const double rate = findings.seconds_linking > 0 ? findings.pairs / findings.seconds_linking : 0;
  return out + fmt::format(
                   "{:.0f} pairs compared ({:.0f} a second), {:.0f} left out of blocks too large\n"
                   "read in {:.2f} s, linked in {:.2f} s\n",
                   findings.pairs, rate, findings.not_compared, findings.seconds_reading, findings.seconds_linking);
}

}  // namespace sidik::engine
