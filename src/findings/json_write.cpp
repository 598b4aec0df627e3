#include <cmath>
#include <nlohmann/json.hpp>

#include "findings/document_fields.hpp"
#include "findings/json.hpp"

namespace sidik::findings {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json to_value(const Value& value) {
  return value;
}

/// JSON has no infinity and no NaN; nlohmann would write null, which no reader of ours accepts.
Json to_value(double number) { return std::isfinite(number) ? number : 0.0; }

template <class Value>
Json to_value(const std::map<std::string, Value>& entries) {
  Json out = Json::object();
  for (const auto& [key, value] : entries) out[key] = value;
  return out;
}

/// Makes one object of the document.
class Writer {
 public:
  static constexpr bool kReads = false;

  template <class Part>
  static Json write(const Part& part) {
    Writer writer;
    list_fields(writer, part);
    return std::move(writer.out_);
  }

  template <class Value>
  void required(const char* key, const Value& value) {
    out_[key] = to_value(value);
  }
  template <class Value>
  void optional(const char* key, const Value& value) {
    out_[key] = to_value(value);
  }
  void optional(const char* key, const std::optional<std::string>& value) {
    if (value) out_[key] = *value;
  }
  void constant(const char* key, std::uint64_t value, const char* /*otherwise*/) { out_[key] = value; }

  template <class Part>
  void list(const char* key, const std::vector<Part>& parts) {
    Json& items = out_[key] = Json::array();
    for (const auto& part : parts) items.push_back(write(part));
  }
  template <class Part>
  void optional_list(const char* key, const std::vector<Part>& parts) {
    if (!parts.empty()) list(key, parts);
  }
  template <class Part>
  void object(const char* key, const Part& part) {
    out_[key] = write(part);
  }
  template <class Part>
  void object(const char* key, const std::optional<Part>& part) {
    if (part) out_[key] = write(*part);
  }

 private:
  Json out_ = Json::object();
};

}  // namespace

std::string to_json(const Document& document) {
  return Writer::write(document).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sidik::findings
