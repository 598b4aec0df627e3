#pragma once

// No exception of the parser leaves this room: parse_toml() catches them. The parser (3.3) asserts that a table's name
// begins as one, of whatever stands behind a bracket; that too is an exception here.
namespace sidik::pack {
/// A claim of the TOML parser that does not hold of a text.
struct BrokenTomlClaim {};
[[noreturn]] inline void refuse_claim() { throw BrokenTomlClaim(); }
}  // namespace sidik::pack
#define TOML_EXCEPTIONS 1
#define TOML_ASSERT(claim) ((claim) ? void() : sidik::pack::refuse_claim())
#include <toml++/toml.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "pack/tsv.hpp"

namespace sidik::pack {

/// Parses a TOML file of a pack. Errors   pack.malformed with the line.
[[nodiscard]] Result<toml::table> parse_toml(std::string_view path, std::string_view text);

/// Takes the keys of one TOML table, each at most once, and remembers the first fault: a value of the wrong kind, a key
/// that is missing, and in finish() a key that nobody asked for.
///
/// Order of calls: (text | texts | number | numbers | flag | languages | table | tables)* finish.
/// Keeps views of the table and of the path: both must outlive it.
class TomlReader {
 public:
  enum class Need : std::uint8_t { optional, required };

  TomlReader(std::string_view path, const toml::table& table) : path_(path), table_(table) {}

  /// False when the key is absent; `out` is then untouched.
  bool text(std::string_view key, std::string& out, Need need = Need::optional);
  bool texts(std::string_view key, std::vector<std::string>& out, Need need = Need::optional);
  bool number(std::string_view key, std::uint32_t& out, Need need = Need::optional);
  bool numbers(std::string_view key, std::vector<std::uint32_t>& out, Need need = Need::optional);
  bool flag(std::string_view key, bool& out);
  /// A table of texts, for example says = {en = "", id = ""}; entries are added to `out`.
  bool languages(std::string_view key, std::map<std::string, std::string>& out);
  [[nodiscard]] const toml::table* table(std::string_view key);
  /// An array of tables, [[key]].
  [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key);

  /// Every key of the table with its number, for tables whose keys are free.
  void each_number(std::string_view key, std::map<std::string, std::uint32_t>& out);

  /// Notes a fault at a key that was read; the first one counts.
  void fault(std::string_view key, std::string_view says);
  [[nodiscard]] Status finish();

 private:
  const toml::node* take(std::string_view key, Need need);
  std::optional<std::uint32_t> as_number(std::string_view key, const toml::node& node);

  std::string_view path_;
  const toml::table& table_;
  std::vector<std::string_view> taken_;
  std::optional<Error> fault_;
};

}  // namespace sidik::pack
