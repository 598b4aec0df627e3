#include "ingest/sql/sql_copy.hpp"

#include "ingest/sql/sql_escapes.hpp"

namespace sidik::ingest {

CopyStatus CopyLineParser::parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept) {
  fields_.clear();
  count_ = 0;
  const std::size_t texts = kept.size();
  const std::size_t bytes = kept.empty() ? 0 : kept.back().size();
  const std::size_t begin = at;
  std::size_t field = at;
  bool has_escapes = false;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '\\') {
      has_escapes = true;
      at += 2;
    } else if (c == delimiter_) {
      take_field(text.substr(field, at - field), has_escapes, kept);
      field = ++at;
      has_escapes = false;
    } else if (c == '\n') {
      break;
    } else {
      ++at;
    }
  }
  is_whole_ = at < text.size();
  if (!is_whole_ && !is_last) {
    kept.resize(texts);
    if (!kept.empty()) kept.back().resize(bytes);
    return CopyStatus::need_more;
  }
  end_ = is_whole_ ? at + 1 : text.size();
  std::size_t behind = is_whole_ ? at : text.size();
  if (behind > field && text[behind - 1] == '\r' && (behind < field + 2 || text[behind - 2] != '\\')) --behind;
  if (text.substr(begin, behind - begin) == "\\.") return CopyStatus::last;
  take_field(text.substr(field, behind - field), has_escapes, kept);
  return CopyStatus::record;
}

void CopyLineParser::take_field(std::string_view written, bool has_escapes, std::deque<std::string>& kept) {
  ++count_;
  if (fields_.size() >= most_) return;
  if (!null_.empty() && written == null_)
    fields_.emplace_back();
  else if (!has_escapes)
    fields_.push_back(written);
  else
    fields_.push_back(written == "\\N" ? std::string_view() : keep_unescaped(written, SqlEscapes::copy, 0, kept));
}

}  // namespace sidik::ingest
