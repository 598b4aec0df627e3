#include "ingest/record_parser.hpp"

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
  is_special_['\n'] = is_special_['\r'] = true;
  if (!delimiter_.empty()) is_special_[static_cast<unsigned char>(delimiter_.front())] = true;
  if (escape_ == '\\') is_special_['\\'] = true;
}

ParseStatus RecordParser::parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept,
                                QuoteReading reading) {
  fields_.clear();
  had_quotes_ = false;
  const std::size_t start = at;
  if (reading == QuoteReading::strict && marks_.covers(text)) {
    if (parse_plainly(text, at)) return settle(start);
    fields_.clear();
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
  return settle(start);
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
  while (at < text.size()) {
    std::size_t begin = at;
    std::size_t end = 0;
    const bool is_quoted = quote_ != 0 && text[at] == quote_;
    if (is_quoted) {
      (void)walk.next();  // the opening quote
      if (!skip_quoted(text, walk, end)) return false;
      had_quotes_ = true;
      ++begin;
    } else if (quote_ != 0 && !blanks_delimit_ && text::is_blank(text[at])) {
      return false;  // a quote may follow
    }
    // The field ends at the next mark that is a delimiter or a line end; behind a closing quote that is the next byte.
    while (true) {
      const std::size_t mark = walk.next();
      if (mark == text.size() || (is_quoted && mark != end + 1)) return false;
      if (!is_quoted) end = mark;
      const char c = text[mark];
      if (c == '\r' && mark + 1 == text.size()) return false;
      const bool is_crlf = c == '\r' && text[mark + 1] == '\n';
      if (c == '\n' || is_crlf || (c == '\r' && lone_cr_ends_line_)) {
        fields_.push_back(text.substr(begin, end - begin));
        end_ = mark + (is_crlf ? 2 : 1);
        return true;
      }
      if (!delimiter_.empty() && c == delimiter_.front()) {
        if (text.size() - mark < delimiter_.size()) return false;
        if (delimiter_.size() == 1 || is_delimiter_at(text, mark)) {
          fields_.push_back(text.substr(begin, end - begin));
          at = mark + delimiter_.size();
          // Marks inside a delimiter of several bytes are passed over.
          if (delimiter_.size() > 1) walk = ByteMarks::Walk(marks_, at);
          break;
        }
      }
      if (is_quoted || (c == '\\' && escape_ == '\\')) return false;
    }
  }
  return false;
}

bool RecordParser::skip_quoted(std::string_view text, ByteMarks::Walk& walk, std::size_t& closing) const {
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
      fields_.push_back(text.substr(start, field_end - start));
    } else {
      unescaped.append(text.substr(copied, field_end - copied));
      fields_.push_back(kept.emplace_back(std::move(unescaped)));
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
        fields_.push_back(text.substr(copied, mark - copied));
      } else {
        take(mark);
        fields_.push_back(kept.emplace_back(std::move(unescaped)));
      }
      return ended;
    }
    if (reading == QuoteReading::strict) return FieldEnd::irregular;
    at = mark + 1;
    if (reading == QuoteReading::inner_literal) continue;
    take(mark);
    at = behind;
    const std::size_t before = fields_.size();
    const FieldEnd plain = parse_plain(text, mark + 1, at, is_last, kept);
    if (fields_.size() > before) {
      unescaped.append(fields_.back());
      fields_.back() = kept.emplace_back(std::move(unescaped));
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
