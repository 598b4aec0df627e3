#include "ingest/delimited/record_parser.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

std::size_t find_either(std::string_view text, std::size_t at, char one, char other) {
  while (at < text.size() && text[at] != one && text[at] != other) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

/// The bytes that end a field, or open, close or escape in it.
std::string marked_bytes(const Dialect& dialect) {
  std::string bytes = "\n\r";
  if (!dialect.delimiter.empty()) bytes += dialect.delimiter.front();
  if (dialect.quote != 0) bytes += dialect.quote;
  if (dialect.escape == '\\') bytes += '\\';
  return bytes;
}

}  // namespace

RecordParser::RecordParser(const Dialect& dialect)
    : delimiter_(dialect.delimiter),
      quote_(dialect.quote),
      escape_(dialect.escape),
      lone_cr_ends_line_(dialect.lone_cr_ends_line),
      blanks_delimit_(!delimiter_.empty() && text::is_blank(delimiter_.front())),
      marks_(marked_bytes(dialect)) {
  if (quote_ != 0) {
    opening_[static_cast<unsigned char>(quote_)] = Opening::quote;
    if (!blanks_delimit_) opening_[' '] = opening_['\t'] = Opening::blank;
  }
  is_special_['\n'] = is_special_['\r'] = true;
  if (!delimiter_.empty()) is_special_[static_cast<unsigned char>(delimiter_.front())] = true;
  if (escape_ == '\\') is_special_['\\'] = true;
}

ParseStatus RecordParser::parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept,
                                QuoteReading reading) {
  slow_fields_.clear();
  fields_ = {};
  had_quotes_ = false;
  const std::size_t start = at;
  if (reading == QuoteReading::strict && marks_.covers(text)) {
    if (parse_plainly(text, at)) return settle(start);
    slow_fields_.clear();
    had_quotes_ = false;
  }
  while (true) {
    switch (parse_field(text, at, is_last, kept, reading)) {
      case FieldEnd::delimiter:
        continue;
      case FieldEnd::need_more:
        return ParseStatus::need_more;
      case FieldEnd::irregular:
        return ParseStatus::irregular;
      case FieldEnd::unclosed:
        return ParseStatus::unclosed;
      case FieldEnd::line:
        break;
    }
    break;
  }
  end_ = at;
  fields_ = slow_fields_;
  return settle(start);
}

ParseStatus RecordParser::parse_ahead(std::string_view text, std::size_t at) {
  had_quotes_ = false;
  return parse_plainly(text, at) ? settle(at) : ParseStatus::unclosed;
}

/// Whether what was read from `start` is a record or a blank line.
ParseStatus RecordParser::settle(std::size_t start) {
  if (fields_.size() == 1 && !had_quotes_) {
    const std::string_view only = fields_.front();
    const bool is_blank = std::all_of(only.begin(), only.end(), [](char c) { return text::is_blank(c); });
    if (only.empty() || (is_blank && !delimiter_.empty())) return ParseStatus::blank;
  }
  return end_ > start ? ParseStatus::record : ParseStatus::blank;
}

bool RecordParser::parse_plainly(std::string_view text, std::size_t at) {
  ByteMarks::Walk walk(marks_, at);
  const char* const data = text.data();
  const std::size_t size = text.size();
  const char delimiter = delimiter_.size() == 1 ? delimiter_.front() : '\n';  // a line end is looked at below
  std::string_view* slot = plain_fields_.data();
  std::string_view* const last_slot = slot + plain_fields_.size() - 1;
  while (at < size && slot != last_slot) {
    std::size_t begin = at;
    std::size_t end = 0;
    std::size_t mark = 0;
    const Opening opening = opening_[static_cast<unsigned char>(data[at])];
    if (opening == Opening::bare) {
      end = mark = walk.next();
    } else {
      if (opening == Opening::blank || !skip_quoted(text, walk, end)) return false;  // behind a blank a quote may stand
      had_quotes_ = true;
      ++begin;
      mark = walk.next();
      if (mark != end + 1) return false;  // something stands behind the closing quote
    }
    FieldEnd ended = FieldEnd::delimiter;
    if (mark < size && data[mark] == delimiter && delimiter != '\n') {
      at = mark + 1;
    } else {
      ended = end_plainly(text, walk, opening == Opening::bare, mark, at);
      if (ended == FieldEnd::irregular) return false;
      if (opening == Opening::bare) end = mark;
    }
    *slot++ = std::string_view(data + begin, end - begin);
    if (ended == FieldEnd::line) {
      end_ = at;
      fields_ = {plain_fields_.data(), slot};
      return true;
    }
  }
  return false;
}

/// What ends a field whose next mark is `mark`: of a bare field marks that end nothing are passed over. `at` is set
/// behind it. irregular: something that this reading leaves to the other.
RecordParser::FieldEnd RecordParser::end_plainly(std::string_view text, ByteMarks::Walk& walk, bool is_bare,
                                                 std::size_t& mark, std::size_t& at) const {
  for (;; mark = walk.next()) {
    if (mark == text.size()) return FieldEnd::irregular;
    const char c = text[mark];
    if (c == '\n') {
      at = mark + 1;
      return FieldEnd::line;
    }
    if (c == '\r') {
      if (mark + 1 == text.size()) return FieldEnd::irregular;
      const bool is_crlf = text[mark + 1] == '\n';
      if (is_crlf || lone_cr_ends_line_) {
        at = mark + (is_crlf ? 2 : 1);
        return FieldEnd::line;
      }
    }
    if (!delimiter_.empty() && c == delimiter_.front()) {
      if (text.size() - mark < delimiter_.size()) return FieldEnd::irregular;
      if (is_delimiter_at(text, mark)) {
        at = mark + delimiter_.size();
        if (delimiter_.size() > 1) walk = ByteMarks::Walk(marks_, at);  // past the marks inside the delimiter
        return FieldEnd::delimiter;
      }
    }
    if (!is_bare || (c == '\\' && escape_ == '\\')) return FieldEnd::irregular;
  }
}

bool RecordParser::skip_quoted(std::string_view text, ByteMarks::Walk& walk, std::size_t& closing) const {
  (void)walk.next();  // the opening quote
  while (true) {
    const std::size_t mark = walk.next();
    if (mark + 1 >= text.size()) return false;
    if (text[mark] == quote_) {
      closing = mark;
      return text[mark + 1] != quote_;
    }
    if (text[mark] == '\\' && escape_ == '\\') return false;
  }
}

std::size_t RecordParser::line_end(std::string_view text, std::size_t at, bool is_last) const {
  while (at < text.size()) {
    at = lone_cr_ends_line_ ? find_either(text, at, '\r', '\n') : text.find('\n', at);
    if (at == std::string_view::npos) break;
    if (text[at] == '\n') return at + 1;
    if (at + 1 < text.size()) return text[at + 1] == '\n' ? at + 2 : at + 1;
    break;
  }
  return is_last ? text.size() : std::string_view::npos;
}

RecordParser::FieldEnd RecordParser::parse_field(std::string_view text, std::size_t& at, bool is_last,
                                                 std::deque<std::string>& kept, QuoteReading reading) {
  const std::size_t start = at;
  if (quote_ != 0 && reading != QuoteReading::no_quotes) {
    std::size_t opening = at;
    if (!blanks_delimit_) {
      while (opening < text.size() && text::is_blank(text[opening])) ++opening;
    }
    if (opening == text.size() && !is_last) return FieldEnd::need_more;
    if (opening < text.size() && text[opening] == quote_) {
      at = opening + 1;
      return parse_quoted(text, at, is_last, kept, reading);
    }
  }
  return parse_plain(text, start, at, is_last, kept);
}

RecordParser::FieldEnd RecordParser::parse_plain(std::string_view text, std::size_t start, std::size_t& at,
                                                 bool is_last, std::deque<std::string>& kept) {
  std::string unescaped;
  std::size_t copied = start;
  while (true) {
    while (at < text.size() && !is_special_[static_cast<unsigned char>(text[at])]) ++at;
    const std::size_t field_end = at;
    if (at < text.size() && text[at] == '\\' && escape_ == '\\') {
      if (at + 1 == text.size() && !is_last) return FieldEnd::need_more;
      const char next = at + 1 < text.size() ? text[at + 1] : '\0';
      const bool escapes =
          at + 1 < text.size() && (next == '\\' || next == quote_ || next == '\n' || is_delimiter_at(text, at + 1));
      if (escapes) {
        unescaped.append(text.substr(copied, at - copied));
        copied = at + 1;
      }
      at += escapes ? 2 : 1;
      continue;
    }
    const FieldEnd ended = end_of_field(text, at, is_last);
    if (ended == FieldEnd::irregular) {  // a special byte that ends nothing here: part of the value
      ++at;
      continue;
    }
    if (ended == FieldEnd::need_more) return ended;
    if (copied == start) {
      slow_fields_.push_back(text.substr(start, field_end - start));
    } else {
      unescaped.append(text.substr(copied, field_end - copied));
      slow_fields_.push_back(kept.emplace_back(std::move(unescaped)));
    }
    return ended;
  }
}

RecordParser::FieldEnd RecordParser::parse_quoted(std::string_view text, std::size_t& at, bool is_last,
                                                  std::deque<std::string>& kept, QuoteReading reading) {
  had_quotes_ = true;
  std::string unescaped;
  bool is_copied = false;
  std::size_t copied = at;
  const auto take = [&](std::size_t until) {
    unescaped.append(text.substr(copied, until - copied));
    is_copied = true;
  };
  while (true) {
    const std::size_t mark = escape_ == '\\' ? find_either(text, at, quote_, '\\') : text.find(quote_, at);
    if (mark == std::string_view::npos) return is_last ? FieldEnd::unclosed : FieldEnd::need_more;
    if (mark + 1 == text.size() && !is_last) return FieldEnd::need_more;
    const char next = mark + 1 < text.size() ? text[mark + 1] : '\0';
    if (text[mark] != quote_) {  // a backslash
      if (next == quote_ || next == escape_) {
        take(mark);
        copied = mark + 1;
        at = std::min(mark + 2, text.size());
      } else {
        at = mark + 1;
      }
      continue;
    }
    if (escape_ == quote_ && next == quote_ && mark + 1 < text.size()) {
      take(mark + 1);
      copied = mark + 2;
      at = copied;
      continue;
    }
    at = mark + 1;
    if (!blanks_delimit_) {
      while (at < text.size() && text::is_blank(text[at])) ++at;
      if (at == text.size() && !is_last) return FieldEnd::need_more;
    }
    const std::size_t behind = at;
    const FieldEnd ended = end_of_field(text, at, is_last);
    if (ended == FieldEnd::need_more) return ended;
    if (ended != FieldEnd::irregular) {
      if (!is_copied) {
        slow_fields_.push_back(text.substr(copied, mark - copied));
      } else {
        take(mark);
        slow_fields_.push_back(kept.emplace_back(std::move(unescaped)));
      }
      return ended;
    }
    if (reading == QuoteReading::strict) return FieldEnd::irregular;
    at = mark + 1;
    if (reading == QuoteReading::inner_literal) continue;
    take(mark);
    at = behind;
    const std::size_t before = slow_fields_.size();
    const FieldEnd plain = parse_plain(text, mark + 1, at, is_last, kept);
    if (slow_fields_.size() > before) {
      unescaped.append(slow_fields_.back());
      slow_fields_.back() = kept.emplace_back(std::move(unescaped));
    }
    return plain;
  }
}

RecordParser::FieldEnd RecordParser::end_of_field(std::string_view text, std::size_t& at, bool is_last) const {
  if (at == text.size()) return is_last ? FieldEnd::line : FieldEnd::need_more;
  const char c = text[at];
  if (c == '\n') {
    ++at;
    return FieldEnd::line;
  }
  if (!delimiter_.empty() && c == delimiter_.front()) {
    if (is_delimiter_at(text, at)) {
      at += delimiter_.size();
      return FieldEnd::delimiter;
    }
    if (!is_last && text.size() - at < delimiter_.size() && std::string_view(delimiter_).starts_with(text.substr(at))) {
      return FieldEnd::need_more;
    }
  }
  if (c == '\r') {
    if (at + 1 == text.size()) {
      if (!is_last) return FieldEnd::need_more;
      ++at;
      return FieldEnd::line;
    }
    if (text[at + 1] == '\n') {
      at += 2;
      return FieldEnd::line;
    }
    if (lone_cr_ends_line_) {
      ++at;
      return FieldEnd::line;
    }
  }
  return FieldEnd::irregular;
}

}  // namespace sidik::ingest
