#include "ingest/json/json_parser.hpp"

#include <array>
#include <charconv>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

/// The four hexadecimal digits of \uXXXX, or nothing.
bool read_hex4(std::string_view text, std::size_t at, char32_t& unit) {
  if (at + 4 > text.size()) return false;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, number, 16);
  unit = number;
  return error == std::errc() && end == text.data() + at + 4;
}

char simple_escape(char c) {
  switch (c) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '/':
      return '/';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

/// The text of a checked string body with its escapes resolved.
std::string unescape(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] != '\\') {
      out.push_back(body[i]);
      continue;
    }
    ++i;
    if (body[i] != 'u') {
      out.push_back(simple_escape(body[i]));
      continue;
    }
    char32_t unit = 0;
    (void)read_hex4(body, i + 1, unit);
    i += 4;
    char32_t low = 0;
    if (unit >= 0xd800 && unit < 0xdc00 && body.substr(i + 1).starts_with("\\u") && read_hex4(body, i + 3, low) &&
        low >= 0xdc00 && low < 0xe000) {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      i += 6;
    }
    text::append_utf8(out, unit >= 0xd800 && unit < 0xe000 ? U'\xfffd' : unit);
  }
  return out;
}

}  // namespace

void JsonParser::skip_white(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
}

JsonStatus JsonParser::skip_value(std::string_view text, std::size_t& at, bool is_last) {
  return value(text, at, is_last, 0, nullptr);
}

JsonStatus JsonParser::read_object(std::string_view text, std::size_t& at, bool is_last, const Member& member) {
  path_.clear();
  return value(text, at, is_last, 0, &member);
}

JsonStatus JsonParser::value(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth,
                             const Member* member) {
  if (depth > most_depth_) return JsonStatus::too_deep;
  if (at >= text.size()) return JsonStatus::incomplete;
  const std::size_t start = at;
  JsonStatus status = JsonStatus::invalid;
  JsonKind kind = JsonKind::literal;
  std::string_view shown;
  const char c = text[at];
  if (c == '{') {
    status = object(text, at, is_last, depth, member);
    kind_ = JsonKind::object;
    return status;
  }
  if (c == '[') {
    status = array(text, at, is_last, depth);
    kind = JsonKind::array;
    shown = text.substr(start, at - start);
  } else if (c == '"') {
    status = string(text, at, member != nullptr ? &shown : nullptr);
    kind = JsonKind::string;
  } else if (c == '-' || text::is_digit(c)) {
    status = number(text, at, is_last);
    kind = JsonKind::number;
    shown = text.substr(start, at - start);
  } else {
    for (const std::string_view word : {"true", "false", "null"}) {
      if (text.substr(at).starts_with(word)) {
        at += word.size();
        status = JsonStatus::ok;
        shown = word == "null" ? std::string_view() : text.substr(start, word.size());
      } else if (!is_last && word.starts_with(text.substr(at))) {
        return JsonStatus::incomplete;
      }
    }
  }
  kind_ = kind;
  if (status == JsonStatus::ok && member != nullptr && depth > 0) (*member)(path_, shown);
  return status;
}

JsonStatus JsonParser::object(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth,
                              const Member* member) {
  ++at;
  skip_white(text, at);
  if (at >= text.size()) return JsonStatus::incomplete;
  if (text[at] == '}') {
    ++at;
    return JsonStatus::ok;
  }
  while (true) {
    skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    if (text[at] != '"') return JsonStatus::invalid;
    std::string_view name;
    if (const auto status = string(text, at, member != nullptr ? &name : nullptr); status != JsonStatus::ok)
      return status;
    skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    if (text[at] != ':') return JsonStatus::invalid;
    ++at;
    skip_white(text, at);
    const std::size_t outer = path_.size();
    if (member != nullptr) {
      if (!path_.empty()) path_ += '.';
      path_ += name;
    }
    const auto status = value(text, at, is_last, depth + 1, member);
    path_.resize(outer);
    if (status != JsonStatus::ok) return status;
    skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    if (text[at] == '}') break;
    if (text[at] != ',') return JsonStatus::invalid;
    ++at;
  }
  ++at;
  return JsonStatus::ok;
}

JsonStatus JsonParser::array(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth) {
  ++at;
  skip_white(text, at);
  if (at >= text.size()) return JsonStatus::incomplete;
  if (text[at] == ']') {
    ++at;
    return JsonStatus::ok;
  }
  while (true) {
    skip_white(text, at);
    if (const auto status = value(text, at, is_last, depth + 1, nullptr); status != JsonStatus::ok) return status;
    skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    if (text[at] == ']') break;
    if (text[at] != ',') return JsonStatus::invalid;
    ++at;
  }
  ++at;
  return JsonStatus::ok;
}

JsonStatus JsonParser::string(std::string_view text, std::size_t& at, std::string_view* unescaped) {
  const std::size_t start = at + 1;
  bool has_escape = false;
  for (++at; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      const std::string_view body = text.substr(start, at - start);
      ++at;
      if (unescaped != nullptr) *unescaped = has_escape ? std::string_view(kept_.emplace_back(unescape(body))) : body;
      return JsonStatus::ok;
    }
    if (static_cast<unsigned char>(c) < 0x20) return JsonStatus::invalid;
    if (c != '\\') continue;
    has_escape = true;
    if (++at >= text.size()) return JsonStatus::incomplete;
    if (text[at] == 'u') {
      char32_t unit = 0;
      if (at + 4 >= text.size()) return JsonStatus::incomplete;
      if (!read_hex4(text, at + 1, unit)) return JsonStatus::invalid;
      at += 4;
    } else if (simple_escape(text[at]) == 0) {
      return JsonStatus::invalid;
    }
  }
  return JsonStatus::incomplete;
}

JsonStatus JsonParser::number(std::string_view text, std::size_t& at, bool is_last) {
  const auto digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && text::is_digit(text[at])) ++at;
    return at - start;
  };
  const auto cut = [&] { return at >= text.size() && !is_last ? JsonStatus::incomplete : JsonStatus::invalid; };
  if (text[at] == '-') ++at;
  const std::size_t start = at;
  if (digits() == 0) return cut();
  if (text[start] == '0' && at - start > 1) return JsonStatus::invalid;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return cut();
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return cut();
  }
  return at >= text.size() && !is_last ? JsonStatus::incomplete : JsonStatus::ok;
}

}  // namespace sidik::ingest
