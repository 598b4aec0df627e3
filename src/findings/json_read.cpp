#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>

#include "findings/document_fields.hpp"
#include "findings/json.hpp"

// A document may come from another desk, so nothing in it is trusted: depth is bounded before parsing, every key is
// looked up and typed, and the first fault is named by its path (keys and places only, never a value).
namespace sidik::findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDeepest = 64;

/// Whether brackets outside of strings nest at most kDeepest deep.
bool is_shallow(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return false;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return true;
}

bool assign(const Json& value, std::string& out) {
  if (!value.is_string()) return false;
  out = value.get_ref<const std::string&>();
  return true;
}

bool assign(const Json& value, bool& out) {
  if (!value.is_boolean()) return false;
  out = value.get<bool>();
  return true;
}

bool assign(const Json& value, double& out) {
  if (!value.is_number()) return false;
  out = value.get<double>();
  return true;
}

bool assign(const Json& value, std::uint64_t& out) {
  if (!value.is_number_unsigned()) return false;
  out = value.get<std::uint64_t>();
  return true;
}

bool assign(const Json& value, std::uint32_t& out) {
  std::uint64_t wide = 0;
  if (!assign(value, wide) || wide > std::numeric_limits<std::uint32_t>::max()) return false;
  out = static_cast<std::uint32_t>(wide);
  return true;
}

bool assign(const Json& value, std::optional<std::string>& out) {
  std::string text;
  if (!assign(value, text)) return false;
  out = std::move(text);
  return true;
}

bool assign(const Json& value, std::vector<std::string>& out) {
  if (!value.is_array()) return false;
  for (const auto& item : value) {
    if (!assign(item, out.emplace_back())) return false;
  }
  return true;
}

template <class Value>
bool assign(const Json& value, std::map<std::string, Value>& out) {
  if (!value.is_object()) return false;
  for (const auto& item : value.items()) {
    if (!assign(item.value(), out[item.key()])) return false;
  }
  return true;
}

/// One object of the document and where it stands; the first fault is kept, later reads do nothing.
class Node {
 public:
  static constexpr bool kReads = true;

  Node(const Json& json, std::string path, std::string& fault) : json_(json), path_(std::move(path)), fault_(fault) {
    if (!json_.is_object()) note(path_.empty() ? "the document" : path_, "is no object");
  }

  template <class Value>
  void required(const char* key, Value& out) {
    read(key, out, true);
  }

  template <class Value>
  void optional(const char* key, Value& out) {
    read(key, out, false);
  }

  void constant(const char* key, std::uint64_t wanted, const char* otherwise) {
    std::uint64_t found = wanted;
    required(key, found);
    if (found != wanted) note(place(key), otherwise);
  }

  template <class Part>
  void list(const char* key, std::vector<Part>& out) {
    const Json* value = find(key, true);
    if (value == nullptr) return;
    if (!value->is_array()) return note(place(key), "is no array");
    out.reserve(value->size());
    for (std::size_t index = 0; index < value->size() && fault_.empty(); ++index) {
      Node node((*value)[index], place(key) + "[" + std::to_string(index) + "]", fault_);
      list_fields(node, out.emplace_back());
    }
  }

  template <class Part>
  void optional_list(const char* key, std::vector<Part>& out) {
    if (json_.is_object() && json_.contains(key)) list(key, out);
  }

  template <class Part>
  void object(const char* key, Part& out) {
    const Json* value = find(key, true);
    if (value == nullptr) return;
    Node node(*value, place(key), fault_);
    list_fields(node, out);
  }

  template <class Part>
  void object(const char* key, std::optional<Part>& out) {
    if (json_.is_object() && json_.contains(key)) object(key, out.emplace());
  }

 private:
  void note(const std::string& where, const char* what) {
    if (fault_.empty()) fault_ = where + " " + what;
  }

  [[nodiscard]] std::string place(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

  const Json* find(const char* key, bool is_required) {
    if (!fault_.empty()) return nullptr;
    const auto found = json_.find(key);
    if (found != json_.end()) return &*found;
    if (is_required) note(place(key), "is missing");
    return nullptr;
  }

  template <class Value>
  void read(const char* key, Value& out, bool is_required) {
    const Json* value = find(key, is_required);
    if (value != nullptr && !assign(*value, out)) note(place(key), "has another type than the schema says");
  }

  const Json& json_;
  std::string path_;
  std::string& fault_;
};

}  // namespace

Result<Document> from_json(std::string_view text) {
  if (!is_shallow(text)) {
    return fail(ErrorKind::invalid_input, "findings.not_json",
                "the document nests deeper than " + std::to_string(kDeepest) + " levels",
                "give a document that sidik examine --json wrote");
  }
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    return fail(ErrorKind::invalid_input, "findings.not_json", "the document is no JSON text",
                "give a document that sidik examine --json wrote");
  }
  Document document;
  std::string fault;
  Node root(json, "", fault);
  list_fields(root, document);
  if (!fault.empty()) {
    return fail(ErrorKind::invalid_input, "findings.not_findings", fault, "compare it with docs/findings.schema.json");
  }
  return document;
}

}  // namespace sidik::findings
