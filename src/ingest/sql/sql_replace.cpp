#include "ingest/sql/sql_replace.hpp"

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr int kMostCalls = 4;

bool take(std::string_view& rest, std::string_view part) {
  if (!rest.starts_with(part)) return false;
  rest.remove_prefix(part.size());
  return true;
}

std::optional<std::string> take_string(std::string_view& rest) {
  if (!take(rest, "'")) return std::nullopt;
  std::string content;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '\'' && !take(rest, "'")) return content;
    content += c;
  }
  return std::nullopt;
}

/// `,'\n',char(10))`
bool apply_arguments(std::string_view& rest, std::string& content) {
  if (!take(rest, ",")) return false;
  const auto from = take_string(rest);
  if (!from || from->empty() || !take(rest, ",char(")) return false;
  int code = 0;
  for (int digits = 0; digits < 3 && !rest.empty() && text::is_digit(rest.front()); ++digits) {
    code = code * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  if (code > 127 || !take(rest, "))")) return false;
  std::string replaced;
  std::size_t at = 0;
  for (std::size_t found = content.find(*from); found != std::string::npos; found = content.find(*from, at)) {
    replaced.append(content, at, found - at);
    replaced += static_cast<char>(code);
    at = found + from->size();
  }
  content = replaced.append(content, at);
  return true;
}

}  // namespace

std::optional<std::string> evaluate_replace(std::string_view expression) {
  int calls = 0;
  while (calls < kMostCalls && take(expression, "replace(")) ++calls;
  if (calls == 0) return std::nullopt;
  auto content = take_string(expression);
  if (!content) return std::nullopt;
  for (; calls > 0; --calls) {
    if (!apply_arguments(expression, *content)) return std::nullopt;
  }
  return expression.empty() ? content : std::nullopt;
}

}  // namespace sidik::ingest
