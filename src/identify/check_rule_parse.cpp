#include <charconv>
#include <utility>

#include "identify/check_rule.hpp"

/// How a pack writes a check rule.
namespace sidik::identify {
namespace {

bool to_number(std::string_view text, std::int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool to_numbers(std::string_view text, std::vector<std::int32_t>& out) {
  while (!text.empty()) {
    const auto comma = text.find(',');
    std::int32_t number = 0;
    if (!to_number(text.substr(0, comma), number)) return false;
    out.push_back(number);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return !out.empty();
}

}  // namespace

bool CheckRule::set_parameter(Step& step, std::string_view key, std::string_view value) {
  std::int32_t number = 0;
  if (key == "weights") return to_numbers(value, step.weights);
  if (key == "second") return to_numbers(value, step.second);
  if (key == "map") return step.map = value, !value.empty();
  if (key == "first") return step.first = value, !value.empty();
  if (key == "country_lengths") {
    while (!value.empty()) {
      const auto comma = value.find(',');
      step.country_lengths.emplace_back(value.substr(0, comma));
      if (step.country_lengths.back().size() != 4) return false;
      value = comma == std::string_view::npos ? std::string_view{} : value.substr(comma + 1);
    }
    return true;
  }
  if (!to_number(value, number)) return false;
  if (key == "offset") return step.offset = number, true;
  if (number < 0) return false;
  if (key == "mod") return step.modulus = static_cast<std::uint32_t>(number), number > 1;
  if (key == "from") return step.from = static_cast<std::uint32_t>(number), true;
  if (key == "to") return step.to = static_cast<std::uint32_t>(number), true;
  if (key == "rotate") return step.rotate = static_cast<std::uint32_t>(number), true;
  if (key == "letters") return step.letters = number, true;
  if (key == "skip") return step.skip = number, true;
  if (key == "or") return step.alternative = number, true;
  if (key == "corsica") return step.corsica = number == 1, true;
  if (key == "enye") return step.enye = number == 1, true;
  return false;
}

std::optional<CheckRule::Step> CheckRule::parse_step(std::string_view text, std::uint32_t from, std::uint32_t to) {
  struct Name {
    std::string_view word;
    Kind kind;
  };
  static constexpr Name kNames[] = {{"luhn", Kind::luhn},
                                    {"verhoeff", Kind::verhoeff},
                                    {"damm", Kind::damm},
                                    {"iso7064_mod11_2", Kind::mod11_2},
                                    {"iso7064_mod11_10", Kind::mod11_10},
                                    {"iso7064_mod37_2", Kind::mod37_2},
                                    {"iso7064_mod37_36", Kind::mod37_36},
                                    {"iso7064_mod97_10", Kind::mod97_10},
                                    {"weighted_sum", Kind::weighted_sum},
                                    {"remainder", Kind::remainder},
                                    {"complement", Kind::complement},
                                    {"codice_fiscale", Kind::codice_fiscale}};
  Step step;
  step.from = from;
  step.to = to;
  bool named = false;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
    if (word.empty()) continue;
    const auto equals = word.find('=');
    if (equals != std::string_view::npos) {
      if (!set_parameter(step, word.substr(0, equals), word.substr(equals + 1))) return std::nullopt;
      continue;
    }
    for (const Name& name : kNames) {
      if (name.word == word) step.kind = name.kind, named = true;
    }
  }
  const bool needs_modulus =
      step.kind == Kind::weighted_sum || step.kind == Kind::remainder || step.kind == Kind::complement;
  if (!named || (needs_modulus && step.modulus == 0)) return std::nullopt;
  if (step.kind == Kind::weighted_sum && step.weights.empty()) return std::nullopt;
  if (!step.map.empty() && step.map.size() < step.modulus) return std::nullopt;
  return step;
}

std::optional<CheckRule> CheckRule::parse(std::string_view text, std::uint32_t from, std::uint32_t to) {
  CheckRule rule;
  while (!text.empty()) {
    const auto bar = text.find('|');
    auto step = parse_step(text.substr(0, bar), from, to);
    if (!step) return std::nullopt;
    rule.steps_.push_back(std::move(*step));
    text = bar == std::string_view::npos ? std::string_view{} : text.substr(bar + 1);
  }
  return rule;
}

}  // namespace sidik::identify
