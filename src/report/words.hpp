#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "report/phrases.hpp"
#include "report/render.hpp"

namespace sidik::report {

/// Numbers and words as a reader of one language expects them: 100,002 and 97.4 % in English, 100.002 and 97,4 % in
/// Indonesian. The pack outlives it.
class Words {
 public:
  Words(Language language, const pack::Pack& pack) : language_(language), pack_(pack) {}

  [[nodiscard]] std::string_view say(PhraseKey key) const { return phrase(key, language_); }
  [[nodiscard]] std::string say(PhraseKey key, std::initializer_list<std::string_view> parts) const;
  /// The phrase `kind.word` for a word of the document, else the word itself made readable (`check_digit` -> check
  /// digit).
  [[nodiscard]] std::string word(std::string_view kind, std::string_view name) const;

  [[nodiscard]] std::string number(std::uint64_t number) const;
  [[nodiscard]] std::string decimal(double number, int digits) const;
  /// With one decimal and a blank before the sign. Never 100.0 % or 0.0 % unless exactly so: `> 99.9 %`, `< 0.1 %`.
  /// `whole` 0 gives a dash.
  [[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole) const;
  /// percent() without the sign, for tables.
  [[nodiscard]] std::string percent_figure(std::uint64_t part, std::uint64_t whole) const;
  /// `1 record`, `2 records`: `unit` is a word of the phrases unit.*.
  [[nodiscard]] std::string count(std::uint64_t number, std::string_view unit) const;
  /// 812 B, 1.2 MB, 3.4 GB: powers of 1000.
  [[nodiscard]] std::string size(std::uint64_t bytes) const;
  [[nodiscard]] std::string seconds(double seconds) const;
  /// a, b and c.
  [[nodiscard]] std::string joined(const std::vector<std::string>& items) const;
  /// What a reader calls a meaning, from the pack; the dotted word when the pack does not say.
  [[nodiscard]] std::string meaning(std::string_view name) const;

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const pack::Pack& pack() const { return pack_; }

 private:
  Language language_;
  const pack::Pack& pack_;
};

}  // namespace sidik::report
