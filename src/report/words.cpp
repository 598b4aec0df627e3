#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"

namespace sidik::report {

std::string Words::say(PhraseKey key, std::initializer_list<std::string_view> parts) const {
  return fill(phrase(key, language_), parts);
}

std::string Words::word(std::string_view kind, std::string_view name) const {
  if (const auto known = find_phrase(fmt::format("{}.{}", kind, name), language_)) return std::string(*known);
  std::string readable = clean(name);
  std::replace(readable.begin(), readable.end(), '_', ' ');
  return readable;
}

std::string Words::number(std::uint64_t number) const {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) out += language_ == Language::indonesian ? '.' : ',';
    out += digits[at];
  }
  return out;
}

std::string Words::decimal(double number, int digits) const {
  std::string out = fmt::format("{:.{}f}", number, digits);
  if (language_ == Language::indonesian) std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

std::string Words::percent_figure(std::uint64_t part, std::uint64_t whole) const {
  if (whole == 0) return "-";
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && share < 0.05) return "<" + decimal(0.1, 1);
  if (part < whole && share >= 99.95) return ">" + decimal(99.9, 1);
  return decimal(share, 1);
}

std::string Words::percent(std::uint64_t part, std::uint64_t whole) const {
  std::string figure = percent_figure(part, whole);
  if (figure[0] == '<' || figure[0] == '>') figure.insert(1, " ");
  return figure == "-" ? figure : figure + " %";
}

std::string Words::count(std::uint64_t how_many, std::string_view unit) const {
  return number(how_many) + " " + word("unit", fmt::format("{}.{}", unit, how_many == 1 ? "one" : "many"));
}

std::string Words::size(std::uint64_t bytes) const {
  static constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  if (bytes < 1000) return number(bytes) + " B";
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; amount >= 999.95 && unit + 1 < std::size(kUnits); ++unit) amount /= 1000;
  return decimal(amount, 1) + " " + kUnits[unit];
}

std::string Words::seconds(double seconds) const {
  return say("unit.seconds", {decimal(std::isfinite(seconds) ? seconds : 0, 2)});
}

std::string Words::joined(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at > 0) out += at + 1 == items.size() ? fmt::format(" {} ", say("and")) : ", ";
    out += items[at];
  }
  return out;
}

std::string Words::meaning(std::string_view name) const {
  if (name.empty() || name == "unknown") return std::string(say("meaning.unknown"));
  const pack::Meaning* meaning = pack_.meaning(name);
  if (meaning != nullptr) {
    for (const std::string_view language : {say("language"), std::string_view("en")}) {
      const auto says = meaning->says.find(std::string(language));
      if (says != meaning->says.end() && !says->second.empty()) return clean(says->second);
    }
  }
  return clean(name);
}

}  // namespace sidik::report
