#include "ingest/delimited/record_parser.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

std::size_t find_either(std::string_view text, std::size_t at, char one, char other) {
  while (at < text.size() && text[at] != one && text[at] != other) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

/// Whether the lines of the dialect can be indexed: one byte parts the fields, a line feed the lines.
bool is_indexable(const Dialect& dialect) {
  return dialect.delimiter.size() <= 1 && dialect.delimiter != "\r" && !dialect.lone_cr_ends_line;
}

}  // namespace

RecordParser::RecordParser(const Dialect& dialect)
    : delimiter_(dialect.delimiter),
      quote_(dialect.quote),
      escape_(dialect.escape),
      lone_cr_ends_line_(dialect.lone_cr_ends_line),
      blanks_delimit_(!delimiter_.empty() && text::is_blank(delimiter_.front())),
      is_indexable_(is_indexable(dialect)),
      index_(delimiter_.empty() ? '\n' : delimiter_.front(), quote_,
             escape_ == '\\' || dialect.is_copy_text ? '\\' : '\0') {
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
  if (reading == QuoteReading::strict && is_indexable_ && index_.covers(text)) {
    if (parse_plainly(text, at)) return settle(start);
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
  return is_indexable_ && parse_plainly(text, at) ? settle(at) : ParseStatus::unclosed;
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
  FieldIndex::Line line;
  if (at >= text.size() || !index_.find(at, line)) return false;
  if (plain_fields_.size() < line.ends.size()) plain_fields_.resize(line.ends.size());
  fields_ = {plain_fields_.data(), line.ends.size()};
  end_ = line.end;
  if (line.marks == 0) {
    split_bare(line);
    return true;
  }
  had_quotes_ = true;
  return quote_ != 0 && 2 * split_quoted(line) == line.marks;
}

/// One past the last byte of a line's last field.
std::size_t RecordParser::last_end(const FieldIndex::Line& line, std::size_t begin) {
  const std::size_t end = line.ends.back();
  return end > begin && line.begin[end - 1] == '\r' ? end - 1 : end;
}

void RecordParser::split_bare(const FieldIndex::Line& line) {
  std::size_t begin = line.first;
  std::string_view* slot = plain_fields_.data();
  for (const std::size_t end : line.ends) {
    *slot++ = {line.begin + begin, end - begin};
    begin = end + 1;
  }
  std::string_view& last = slot[-1];
  last.remove_suffix(last.ends_with('\r') ? 1 : 0);
}

/// Splits a line whose fields may be enclosed by quotes; gives how many are. No branch hangs on the quotes, for in
/// merged dumps they come as they please.
std::size_t RecordParser::split_quoted(const FieldIndex::Line& line) {
  std::size_t enclosed = 0;
  std::size_t begin = line.first;
  std::string_view* slot = plain_fields_.data();
  const std::size_t last = line.ends.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::size_t stop = line.ends[i];
    const std::size_t end = i == last ? last_end(line, begin) : stop;
    const std::size_t is_longer = end > begin + 1 ? 1 : 0;
    const std::size_t quotes =
        (line.begin[begin] == quote_ ? is_longer : 0) & (line.begin[end - is_longer] == quote_ ? 1U : 0U);
    *slot++ = {line.begin + begin + quotes, end - begin - 2 * quotes};
    enclosed += quotes;
    begin = stop + 1;
  }
  return enclosed;
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
