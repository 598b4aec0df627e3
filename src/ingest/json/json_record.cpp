#include "ingest/json/json_record.hpp"

namespace sidik::ingest {

JsonStatus JsonRecord::parse(std::string_view text, std::size_t& at, bool is_last) {
  members_.clear();
  if (kind_ == JsonRecordKind::entries) return read_entry(text, at, is_last);
  const bool has_rows = kind_ == JsonRecordKind::rows;
  is_record_ = text[at] == (has_rows ? '[' : '{');
  return has_rows && is_record_ ? read_row(text, at, is_last) : read_object(text, at, is_last);
}

std::span<const std::string_view> JsonRecord::fields() {
  fields_.assign(writer_.info().columns.size(), {});
  for (const auto& [column, value] : members_) fields_[column] = value;
  return fields_;
}

/// A row of an array of arrays, or of lines of arrays.
JsonStatus JsonRecord::read_row(std::string_view text, std::size_t& at, bool is_last) {
  ++at;
  JsonParser::skip_white(text, at);
  if (at < text.size() && text[at] == ']') return ++at, JsonStatus::ok;
  for (std::size_t column = 0;; ++column) {
    JsonParser::skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    const std::size_t begin = at;
    std::string_view shown;
    const bool is_text = text[at] == '"';
    const auto status = is_text ? parser_.read_string(text, at, shown) : parser_.skip_value(text, at, is_last);
    if (status != JsonStatus::ok) return status;
    if (!is_text) shown = text.substr(begin, at - begin);
    note_at(column, !is_text && shown == "null" ? std::string_view() : shown);
    JsonParser::skip_white(text, at);
    if (at >= text.size()) return JsonStatus::incomplete;
    const char c = text[at++];
    if (c == ']') return JsonStatus::ok;
    if (c != ',') return JsonStatus::invalid;
  }
}

/// A member of a map: its key is the first field, its value, when that is an object, gives the others.
JsonStatus JsonRecord::read_entry(std::string_view text, std::size_t& at, bool is_last) {
  std::string_view key;
  if (text[at] != '"') return JsonStatus::invalid;
  if (const auto status = parser_.read_string(text, at, key); status != JsonStatus::ok) return status;
  JsonParser::skip_white(text, at);
  if (at >= text.size()) return JsonStatus::incomplete;
  if (text[at] != ':') return JsonStatus::invalid;
  JsonParser::skip_white(text, ++at);
  if (at >= text.size()) return JsonStatus::incomplete;
  note_at(0, key);
  is_record_ = text[at] == '{';
  return read_object(text, at, is_last);
}

JsonStatus JsonRecord::read_object(std::string_view text, std::size_t& at, bool is_last) {
  return parser_.read_object(text, at, is_last,
                             [&](std::string_view name, std::string_view value) { note(name, value); });
}

/// The member's column; the next one in order is tried first. A new name makes a new column.
void JsonRecord::note(std::string_view name, std::string_view value) {
  auto& columns = writer_.info().columns;
  std::size_t column = members_.size();
  if (column >= columns.size() || columns[column] != name) {
    const auto [found, is_new] = column_of_.try_emplace(std::string(name), columns.size());
    column = found->second;
    if (is_new && columns.size() < most_columns_)
      writer_.add_column(std::string(name));
    else if (is_new)
      has_too_many_columns_ = true;
  }
  members_.emplace_back(column, value);
}

/// A field by its place; columns without names appear as they are needed.
void JsonRecord::note_at(std::size_t column, std::string_view value) {
  if (column >= most_columns_) {
    has_too_many_columns_ = true;
    return;
  }
  while (writer_.info().columns.size() <= column) writer_.add_column({});
  members_.emplace_back(column, value);
}

}  // namespace sidik::ingest
