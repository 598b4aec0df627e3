#include "pack/toml_reader.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::pack {
namespace {

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

/// The first line that begins as a table and goes on as none; else the first line.
std::size_t line_of_broken_name(std::string_view text) {
  std::size_t line = 1;
  for (std::string_view rest = text; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view name = text::trim(rest.substr(0, end));
    const std::size_t begin = name.starts_with('[') ? name.find_first_not_of("[ \t") : 0;
    const bool is_name =
        begin != std::string_view::npos && (begin == 0 || text::is_letter(name[begin]) || text::is_digit(name[begin]) ||
                                            std::string_view("_-\"'").find(name[begin]) != std::string_view::npos);
    if (!is_name && !name.empty()) return line;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 1;
}

/// Goes through TOML by what its signs belong to: a text, a comment, or neither.
class OutsideTexts {
 public:
  explicit OutsideTexts(std::string_view text) : text_(text) {}

  /// The line of the first sign beyond ASCII that is in no text and no comment; nothing when there is none. TOML has no
  /// place for it, and the parser (3.3), which asks whether it is a blank, goes on where no code is.
  std::optional<std::size_t> line_of_foreign() {
    while (at_ < text_.size()) {
      const char sign = text_[at_];
      if ((static_cast<unsigned char>(sign) & 0x80U) != 0) return line_of(at_);
      if (sign == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (sign == '"' || sign == '\'') {
        skip_text(sign);
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  /// Behind the text that begins here; a text of one line ends with the line, whatever it lacks.
  void skip_text(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.substr(at_).starts_with(three);
    at_ += is_long ? 3 : 1;
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (quote == '"' && rest.front() == '\\') {
        at_ = std::min(at_ + 2, text_.size());
      } else if (is_long ? rest.starts_with(three) : rest.front() == quote || rest.front() == '\n') {
        at_ += is_long ? 3 : 1;
        return;
      } else {
        ++at_;
      }
    }
  }
  [[nodiscard]] std::size_t line_of(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::count(text_.substr(0, at), '\n')) + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<toml::table> parse_toml(std::string_view path, std::string_view text) {
  if (text::count_invalid_utf8(text) != 0) return malformed(path, 1, "", "is no UTF-8");
  const std::string_view behind_mark = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
  if (const auto line = OutsideTexts(behind_mark).line_of_foreign())
    return malformed(path, *line, "", "holds a sign beyond ASCII outside texts and comments; put it in quotes");
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return malformed(path, error.source().begin.line, "", error.description());
  } catch (const BrokenTomlClaim&) {
    return malformed(path, line_of_broken_name(text), "", "the name of a table is missing or broken");
  }
}

const toml::node* TomlReader::take(std::string_view key, Need need) {
  taken_.push_back(key);
  const toml::node* node = table_.get(key);
  if (node == nullptr && need == Need::required) fault(key, "is missing");
  return node;
}

void TomlReader::fault(std::string_view key, std::string_view says) {
  if (fault_) return;
  const toml::node* node = table_.get(key);
  fault_ = malformed(path_, node != nullptr ? line_of(*node) : line_of(table_), key, says).error();
}

bool TomlReader::text(std::string_view key, std::string& out, Need need) {
  const toml::node* node = take(key, need);
  if (node == nullptr) return false;
  const auto* value = node->as_string();
  if (value == nullptr) {
    fault(key, "must be a text");
    return false;
  }
  out = value->get();
  if (out.empty() && need == Need::required) fault(key, "is empty");
  return true;
}

bool TomlReader::texts(std::string_view key, std::vector<std::string>& out, Need need) {
  const toml::node* node = take(key, need);
  if (node == nullptr) return false;
  const auto* array = node->as_array();
  if (array == nullptr) {
    fault(key, "must be a list of texts");
    return false;
  }
  for (const toml::node& item : *array) {
    const auto* value = item.as_string();
    if (value == nullptr) {
      fault(key, "must be a list of texts");
      return false;
    }
    out.push_back(value->get());
  }
  return true;
}

std::optional<std::uint32_t> TomlReader::as_number(std::string_view key, const toml::node& node) {
  const auto* value = node.as_integer();
  if (value == nullptr || value->get() < 0 || value->get() > std::numeric_limits<std::int32_t>::max()) {
    fault(key, "must hold whole numbers from 0");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(value->get());
}

bool TomlReader::number(std::string_view key, std::uint32_t& out, Need need) {
  const toml::node* node = take(key, need);
  if (node == nullptr) return false;
  const auto value = as_number(key, *node);
  if (value) out = *value;
  return value.has_value();
}

bool TomlReader::numbers(std::string_view key, std::vector<std::uint32_t>& out, Need need) {
  const toml::node* node = take(key, need);
  if (node == nullptr) return false;
  const auto* array = node->as_array();
  if (array == nullptr) {
    fault(key, "must be a list of numbers");
    return false;
  }
  for (const toml::node& item : *array) {
    const auto value = as_number(key, item);
    if (!value) return false;
    out.push_back(*value);
  }
  return true;
}

bool TomlReader::flag(std::string_view key, bool& out) {
  const toml::node* node = take(key, Need::optional);
  if (node == nullptr) return false;
  const auto* value = node->as_boolean();
  if (value == nullptr) {
    fault(key, "must be true or false");
    return false;
  }
  out = value->get();
  return true;
}

bool TomlReader::languages(std::string_view key, std::map<std::string, std::string>& out) {
  const toml::table* found = table(key);
  if (found == nullptr) return false;
  for (const auto& [language, node] : *found) {
    const auto* value = node.as_string();
    if (value == nullptr) {
      fault(key, "must hold texts");
      return false;
    }
    out[std::string(language.str())] = value->get();
  }
  return true;
}

const toml::table* TomlReader::table(std::string_view key) {
  const toml::node* node = take(key, Need::optional);
  if (node == nullptr) return nullptr;
  if (node->as_table() == nullptr) fault(key, "must be a table");
  return node->as_table();
}

std::vector<const toml::table*> TomlReader::tables(std::string_view key) {
  std::vector<const toml::table*> out;
  const toml::node* node = take(key, Need::optional);
  if (node == nullptr) return out;
  const auto* array = node->as_array();
  if (array == nullptr) {
    fault(key, "must be a list of tables");
    return out;
  }
  for (const toml::node& item : *array) {
    if (item.as_table() == nullptr) {
      fault(key, "must be a list of tables");
      return {};
    }
    out.push_back(item.as_table());
  }
  return out;
}

void TomlReader::each_number(std::string_view key, std::map<std::string, std::uint32_t>& out) {
  const toml::table* found = table(key);
  if (found == nullptr) return;
  for (const auto& [name, node] : *found) {
    const auto value = as_number(key, node);
    if (value) out[std::string(name.str())] = *value;
  }
}

Status TomlReader::finish() {
  for (const auto& [key, node] : table_) {
    if (std::ranges::find(taken_, key.str()) == taken_.end()) fault(key.str(), "is no key that stands here");
  }
  if (fault_) return std::unexpected<Error>(std::move(*fault_));
  return {};
}

}  // namespace sidik::pack
