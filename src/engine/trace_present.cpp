#include "engine/trace_present.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace sidik::engine {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kPropositions[] = {"the dump was made from the copy of the recipient named",
                                         "the dump was made from something else"};

std::vector<std::string> evidence_of(const TracedRecipient& each) {
  std::vector<std::string> out;
  if (each.decoys_named && *each.decoys_named > 0) {
    out.push_back(fmt::format("{} of {} decoys found, {} of them by more than the name", *each.decoys_named,
                              each.decoys_planted.value_or(0), each.decoys_found.value_or(0)));
  }
  if (each.rows_against && *each.rows_against > 0)
    out.push_back(fmt::format("against: {} rows that another copy holds and this one does not", *each.rows_against));
  if (!each.columns_not_held.empty())
    out.push_back(fmt::format("against: does not hold {}", fmt::join(each.columns_not_held, ", ")));
  if (!each.lacking.empty())
    out.push_back(fmt::format("against: the dump lacks whole parts of the copy by {}", each.lacking));
  if (!each.later.empty())
    out.push_back(fmt::format("against: the dump has later days than the copy in {}", each.later));
  return out;
}

template <class Number>
void put(Json& into, const char* key, const std::optional<Number>& number) {
  if (number) into[key] = *number;
}

Json json_of(const TracedRecipient& each) {
  Json out = {{"name", each.name}};
  put(out, "decoys_planted", each.decoys_planted);
  put(out, "decoys_found", each.decoys_found);
  put(out, "decoys_found_or_named", each.decoys_named);
  put(out, "rows_explained", each.rows_explained);
  put(out, "rows_against", each.rows_against);
  put(out, "rows_against_chance", each.against_chance);
  out["guilt"] = 1 - std::pow(10.0, each.log10_innocence);
  out["log10_innocence"] = each.log10_innocence;
  out["evidence"] = evidence_of(each);
  out["false_accusation_bound"] = each.false_accusation_bound;
  return out;
}

}  // namespace

std::string to_json(const TraceFindings& findings) {
  Json out = {{"verdict", word_of(findings.verdict)},
              {"by", findings.by},
              {"named", findings.named},
              {"false_accusation_bound", findings.bound},
              {"propositions", kPropositions},
              {"p", findings.elsewhere},
              {"rows", findings.rows}};
  put(out, "rows_explained", findings.rows_explained);
  if (findings.rows_explained) out["fields_held"] = findings.fields_held;
  put(out, "controls", findings.controls);
  put(out, "controls_found", findings.controls_found);
  put(out, "controls_found_or_named", findings.controls_named);
  out["possible"] = findings.possible;
  Json recipients = Json::array();
  for (const auto& each : findings.recipients) recipients.push_back(json_of(each));
  out["recipients"] = std::move(recipients);
  out["says"] = findings.says;
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_text(const TraceFindings& findings) {
  std::string out;
  if (findings.verdict == TraceVerdict::named) {
    out += fmt::format(
        "{}: made from the cop{} of {}; of an innocent one so much would be found with a probability of at most "
        "{:.1e}\n",
        findings.by, findings.named.size() > 1 ? "ies" : "y", fmt::join(findings.named, " and "), findings.bound);
  } else {
    out += findings.verdict == TraceVerdict::cannot_tell ? "Cannot tell whose copy\n" : "Not from these copies\n";
  }
  out += fmt::format("\n{}\n\nasked      {}\nor         {}\nrows       {}", findings.says, kPropositions[0],
                     kPropositions[1], findings.rows);
  if (findings.rows_explained) out += fmt::format(", {} of them in some copy", *findings.rows_explained);
  out += "\n";
  if (findings.controls)
    out += fmt::format("controls   {} of {} found\n", findings.controls_found.value_or(0), *findings.controls);
  out += fmt::format("\n{:<24} {:>8} {:>10} {:>10} {:>9} {:>9}\n", "recipient", "decoys", "rows held", "against",
                     "guilt", "bound");
  const auto number = [](const auto& given) { return given ? fmt::format("{}", *given) : std::string("-"); };
  for (const auto& each : findings.recipients) {
    const std::string decoys =
        each.decoys_found ? fmt::format("{}/{}", *each.decoys_found, each.decoys_planted.value_or(0)) : "-";
    out += fmt::format("{:<24.24} {:>8} {:>10} {:>10} {:>9.4f} {:>9.1e}{}\n", text::printable(each.name), decoys,
                       number(each.rows_explained), number(each.rows_against), 1 - std::pow(10.0, each.log10_innocence),
                       each.false_accusation_bound, each.is_named ? "  <- named" : "");
  }
  out += fmt::format(
      "\nguilt: Papadimitriou and Garcia-Molina, with p = {} that a row was got elsewhere, each row by itself; it is "
      "near "
      "1 for\nall who hold much of the dump, and no name rests on it. bound: the probability that so much is found of "
      "an "
      "innocent one.\n",
      findings.elsewhere);
  return out;
}

}  // namespace sidik::engine
