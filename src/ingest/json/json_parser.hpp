#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace sidik::ingest {

enum class JsonStatus : std::uint8_t { ok, invalid, incomplete, too_deep };
enum class JsonKind : std::uint8_t { object, array, string, number, literal };

/// A strict reader of JSON texts (RFC 8259) that gives an object's members flat: {"a":{"b":1}} is the member a.b.
///
/// Values come as written: strings unescaped, numbers digit by digit (a long identifier stays whole), true and false as
/// words, null as an empty field, an array as its JSON text. Invalid UTF-8 inside strings is kept. A lone surrogate
/// escape is U+FFFD. Lifetime  views into the text, or into `kept` where a string had escapes; names only until the
/// callback returns. Cost      one pass; recursion bounded by `most_depth`.
class JsonParser {
 public:
  using Member = std::function<void(std::string_view name, std::string_view value)>;
  JsonParser(std::uint32_t most_depth, std::deque<std::string>& kept) : most_depth_(most_depth), kept_(kept) {}

  /// Moves `at` past white space.
  static void skip_white(std::string_view text, std::size_t& at);
  /// Checks the value at text[at] and moves `at` past it; `kind()` is its kind. `is_last`: nothing comes behind the
  /// text, so a number may end with it. Not ok: `at` is where the fault or the end is.
  JsonStatus skip_value(std::string_view text, std::size_t& at, bool is_last);
  /// The same for an object, and tells its members in the order written; when a name recurs, each time.
  JsonStatus read_object(std::string_view text, std::size_t& at, bool is_last, const Member& member);
  /// Reads the string at text[at] unescaped and moves `at` past it.
  JsonStatus read_string(std::string_view text, std::size_t& at, std::string_view& unescaped) {
    return string(text, at, &unescaped);
  }
  [[nodiscard]] JsonKind kind() const { return kind_; }

 private:
  JsonStatus value(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth, const Member* member);
  JsonStatus object(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth, const Member* member);
  JsonStatus array(std::string_view text, std::size_t& at, bool is_last, std::uint32_t depth);
  JsonStatus string(std::string_view text, std::size_t& at, std::string_view* unescaped);
  static JsonStatus number(std::string_view text, std::size_t& at, bool is_last);

  std::uint32_t most_depth_;
  std::deque<std::string>& kept_;
  JsonKind kind_ = JsonKind::literal;
  std::string path_;
};

}  // namespace sidik::ingest
