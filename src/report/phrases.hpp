#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "report/phrase_table.hpp"
#include "report/render.hpp"

/// The words of the report, by key, in every language that it speaks.
namespace sidik::report {

/// The key of a phrase. Only a literal that stands in the table makes one, so a missing phrase does not compile.
class PhraseKey {
 public:
  consteval PhraseKey(const char* name) : index_(place_of(name)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::size_t index() const { return index_; }

 private:
  static consteval std::size_t place_of(std::string_view name) {
    for (std::size_t place = 0; place < std::size(kPhraseTable); ++place) {
      if (kPhraseTable[place].key == name) return place;
    }
    throw "there is no such phrase";  // Ends the compilation.
  }

  std::size_t index_;
};

[[nodiscard]] std::string_view phrase(PhraseKey key, Language language);

/// The phrase of a key that comes from a document, for example `fault.check_digit`; nothing when there is none.
[[nodiscard]] std::optional<std::string_view> find_phrase(std::string_view key, Language language);

/// `pattern` with {0}, {1}, ... replaced by `parts`. Places without a part stay as written; parts are not looked into.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts);

}  // namespace sidik::report
