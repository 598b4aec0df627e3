#include "ingest/json/json_form.hpp"

#include <cstddef>
#include <deque>
#include <string>

#include "ingest/json/json_parser.hpp"

namespace sidik::ingest {

JsonForm json_form(std::string_view head) {
  std::size_t at = 0;
  JsonParser::skip_white(head, at);
  if (at >= head.size()) return JsonForm::none;
  constexpr std::uint32_t kSniffDepth = 64;
  std::deque<std::string> kept;
  JsonParser parser(kSniffDepth, kept);
  const bool is_array = head[at] == '[';
  if (head[at] != '{' && !is_array) return JsonForm::none;
  if (is_array) {
    ++at;
    JsonParser::skip_white(head, at);
    if (at < head.size() && head[at] == ']') return JsonForm::array;
    if (at >= head.size()) return JsonForm::none;
  }
  const auto status = parser.skip_value(head, at, false);
  const bool begins_well = status == JsonStatus::ok || (status == JsonStatus::incomplete && at >= head.size());
  if (!begins_well) return JsonForm::none;
  if (is_array && status == JsonStatus::ok) {
    JsonParser::skip_white(head, at);
    if (at < head.size() && head[at] != ',' && head[at] != ']') return JsonForm::none;
  }
  return is_array ? JsonForm::array : JsonForm::lines;
}

}  // namespace sidik::ingest
