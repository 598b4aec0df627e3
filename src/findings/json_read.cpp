#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>

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

  template <class Item, class Read>
  void list(const char* key, std::vector<Item>& out, Read read_item) {
    const Json* value = find(key, true);
    if (value == nullptr) return;
    if (!value->is_array()) return note(place(key), "is no array");
    out.reserve(value->size());
    for (std::size_t index = 0; index < value->size() && fault_.empty(); ++index) {
      Node node((*value)[index], place(key) + "[" + std::to_string(index) + "]", fault_);
      read_item(node, out.emplace_back());
    }
  }

  template <class Item, class Read>
  void object(const char* key, Item& out, Read read_item) {
    const Json* value = find(key, true);
    if (value == nullptr) return;
    Node node(*value, place(key), fault_);
    read_item(node, out);
  }

  [[nodiscard]] bool has(const char* key) const { return json_.is_object() && json_.contains(key); }

  void note(const std::string& where, const char* what) {
    if (fault_.empty()) fault_ = where + " " + what;
  }

 private:
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

void read_run(Node& node, Run& run) {
  std::uint64_t format = 0;
  node.required("version", run.version);
  node.required("findings", format);
  if (format != 1) node.note("sidik.findings", "is not 1, the only format that this program reads");
  node.required("command", run.command);
  node.required("started", run.started);
  node.required("seconds", run.seconds);
  node.required("peak_rss_bytes", run.peak_rss_bytes);
  node.optional("unmasked_because", run.unmasked_because);
}

void read_bytes(Node& node, Bytes& bytes) {
  node.required("total", bytes.total);
  node.required("header", bytes.header);
  node.required("records", bytes.records);
  node.required("rejected", bytes.rejected);
  node.required("blank", bytes.blank);
  node.required("other", bytes.other);
}

void read_reject(Node& node, RejectCount& reject) {
  node.required("reason", reject.reason);
  node.required("count", reject.count);
  node.required("first_offset", reject.first_offset);
}

void read_column(Node& node, Column& column) {
  node.required("position", column.position);
  node.required("name", column.name);
  node.required("meaning", column.meaning);
  node.required("confidence", column.confidence);
  node.optional("identifier", column.identifier);
  node.optional("decided_by", column.decided_by);
  node.required("filled", column.filled);
  node.required("valid", column.valid);
  node.optional("checked", column.checked);
  node.required("distinct", column.distinct);
  node.required("distinct_exact", column.distinct_exact);
  node.required("shape", column.shape);
  node.required("faults", column.faults);
  node.optional("examples_masked", column.examples_masked);
}

void read_coherence(Node& node, Coherence& rule) {
  node.required("rule", rule.rule);
  node.optional("says", rule.says);
  node.required("checked", rule.checked);
  node.required("agree", rule.agree);
}

void read_table(Node& node, Table& table) {
  node.required("name", table.name);
  node.required("format", table.format);
  node.required("encoding", table.encoding);
  node.required("delimiter", table.delimiter);
  node.required("quote", table.quote);
  node.optional("escape", table.escape);
  node.optional("newline", table.newline);
  node.required("header", table.header);
  node.optional("decided_by", table.decided_by);
  node.required("records", table.records);
  node.required("rejected", table.rejected);
  node.optional("lines", table.lines);
  node.optional("padded", table.padded);
  node.optional("invalid_bytes", table.invalid_bytes);
  node.optional("nul_bytes", table.nul_bytes);
  node.object("bytes", table.bytes, read_bytes);
  node.list("rejects", table.rejects, read_reject);
  node.list("columns", table.columns, read_column);
  node.list("coherence", table.coherence, read_coherence);
}

void read_skipped(Node& node, Skipped& skipped) {
  node.required("name", skipped.name);
  node.required("bytes", skipped.bytes);
  node.required("reason", skipped.reason);
}

void read_exhibit(Node& node, Exhibit& exhibit) {
  node.required("path", exhibit.path);
  node.required("sha256", exhibit.sha256);
  node.required("bytes", exhibit.bytes);
  node.required("complete", exhibit.complete);
  node.optional("incomplete_because", exhibit.incomplete_because);
  node.list("skipped", exhibit.skipped, read_skipped);
  node.list("tables", exhibit.tables, read_table);
}

void read_step(Node& node, LedgerStep& step) {
  node.required("step", step.step);
  node.required("count", step.count);
  node.required("defined_as", step.defined_as);
}

void read_claim(Node& node, Claim& claim) {
  node.required("subject", claim.subject);
  node.required("claimed", claim.claimed);
  node.required("found", claim.found);
  node.required("verdict", claim.verdict);
  node.required("says", claim.says);
}

void read_alarm(Node& node, Alarm& alarm) {
  node.required("kind", alarm.kind);
  node.required("says", alarm.says);
}

void read_severity(Node& node, Severity& severity) {
  node.required("method", severity.method);
  node.required("dpc", severity.dpc);
  node.required("ei", severity.ei);
  node.required("cb", severity.cb);
  node.required("score", severity.score);
  node.required("level", severity.level);
  node.required("flags", severity.flags);
  node.required("because", severity.because);
}

void read_document(Node& node, Document& document) {
  node.object("sidik", document.sidik, read_run);
  node.list("exhibits", document.exhibits, read_exhibit);
  node.list("ledger", document.ledger, read_step);
  node.list("claims", document.claims, read_claim);
  node.list("alarms", document.alarms, read_alarm);
  if (node.has("severity")) node.object("severity", document.severity.emplace(), read_severity);
}

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
  read_document(root, document);
  if (!fault.empty()) {
    return fail(ErrorKind::invalid_input, "findings.not_findings", fault, "compare it with docs/findings.schema.json");
  }
  return document;
}

}  // namespace sidik::findings
