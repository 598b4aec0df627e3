#include "ingest/dialect/account_fields.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kLongestScheme = 32;

bool is_scheme(std::string_view field) {
  return !field.empty() && field.size() <= kLongestScheme && text::is_letter(field.front()) &&
         std::ranges::all_of(
             field, [](char c) { return text::is_letter(c) || text::is_digit(c) || c == '+' || c == '-' || c == '.'; });
}

std::string_view from_to(std::string_view first, std::string_view last) { return {first.begin(), last.end()}; }

enum class Port { none, with_path, alone };
Port port_of(std::string_view field) {
  constexpr std::size_t kMostDigits = 5;
  const auto end = std::min(field.find_first_not_of("0123456789"), field.size());
  if (end == 0 || end > kMostDigits) return Port::none;
  if (end == field.size()) return Port::alone;
  return field[end] == '/' || field[end] == '?' ? Port::with_path : Port::none;
}

}  // namespace

bool begins_as_address(std::string_view field) {
  const auto mark = field.find("://");
  return mark != std::string_view::npos && is_scheme(field.substr(0, mark)) && field.size() > mark + 3;
}

void join_addresses(std::span<const std::string_view> fields, std::size_t columns, std::vector<std::string_view>& out) {
  constexpr std::size_t kFewest = 3;  // address, user and password
  const std::size_t wanted = columns == 0 ? kFewest : columns;
  out.clear();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view first = fields[i];
    const bool has_scheme = i + 1 < fields.size() && fields[i + 1].starts_with("//") && is_scheme(first);
    if (has_scheme) ++i;
    const std::string_view host = has_scheme ? fields[i].substr(2) : first;
    const bool may_have_port =
        i + 1 < fields.size() && host.find('/') == std::string_view::npos && host.find('.') != std::string_view::npos;
    const Port port = may_have_port ? port_of(fields[i + 1]) : Port::none;
    const std::size_t behind = fields.size() - std::min(fields.size(), i + 2);
    if (port == Port::with_path || (port == Port::alone && has_scheme && out.size() + 1 + behind >= wanted)) ++i;
    out.push_back(from_to(first, fields[i]));
  }
  if (columns == 0 || out.size() <= columns) return;
  const bool ends_with_address = columns > 1 && begins_as_address(out.back());
  const std::size_t taker = columns - (ends_with_address ? 2 : 1);
  const std::string_view last = out.back();
  out[taker] = from_to(out[taker], ends_with_address ? out[out.size() - 2] : last);
  if (ends_with_address) out[columns - 1] = last;
  out.resize(columns);
}

}  // namespace sidik::ingest
