#include <algorithm>

#include "identify/shapes.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

constexpr bool is_atom(char c) {
  if (text::is_letter(c) || text::is_digit(c) || is_high(c)) return true;
  return std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

/// Reads the grammar of RFC 5322 with its obsolete forms. `at_` never passes the end.
class AddressReader {
 public:
  explicit AddressReader(std::string_view text) : text_(text) {}

  bool read() {
    if (!read_local() || !take('@') || !read_domain()) return false;
    return at_ == text_.size();
  }

 private:
  [[nodiscard]] bool is_end() const { return at_ == text_.size(); }
  bool take(char c) {
    if (is_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// Blanks, folded lines and comments; false when a comment or a fold is broken.
  bool skip_blank() {
    while (!is_end()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t') {
        ++at_;
      } else if (c == '\r') {
        if (!skip_fold()) return false;
      } else if (c == '(') {
        if (!skip_comment()) return false;
      } else {
        break;
      }
    }
    return true;
  }
  bool skip_fold() {
    if (at_ + 2 >= text_.size() || text_[at_ + 1] != '\n') return false;
    at_ += 2;
    return text_[at_] == ' ' || text_[at_] == '\t';
  }
  bool skip_comment() {
    int depth = 0;
    while (!is_end()) {
      const char c = text_[at_];
      if (c == '\r') {
        if (!skip_fold()) return false;
        continue;
      }
      if (c == '\n' || c == '\0') return false;
      ++at_;
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) return true;
      if (c == '\\' && !skip_escaped()) return false;
    }
    return false;
  }
  bool skip_escaped() {
    if (is_end() || is_high(text_[at_])) return false;
    ++at_;
    return true;
  }
  bool read_quoted() {
    while (!is_end()) {
      const char c = text_[at_];
      if (c == '\r') {
        if (!skip_fold()) return false;
        continue;
      }
      if (c == '\n' || c == '\0') return false;
      ++at_;
      if (c == '"') return true;
      if (c == '\\' && !skip_escaped()) return false;
    }
    return false;
  }
  bool read_word() {
    if (!skip_blank() || is_end()) return false;
    if (take('"')) {
      if (!read_quoted()) return false;
    } else {
      const std::size_t start = at_;
      while (!is_end() && is_atom(text_[at_])) ++at_;
      if (at_ == start) return false;
    }
    return skip_blank();
  }
  bool read_local() {
    do {
      if (!read_word()) return false;
    } while (take('.'));
    return true;
  }
  bool read_literal() {
    while (!is_end()) {
      const char c = text_[at_];
      if (c == '\r') {
        if (!skip_fold()) return false;
        continue;
      }
      if (c == '\n' || c == '\0' || c == '[') return false;
      ++at_;
      if (c == ']') return skip_blank();
      if (c == '\\' && !skip_escaped()) return false;
    }
    return false;
  }
  bool read_domain() {
    if (!skip_blank()) return false;
    if (take('[')) return read_literal();
    do {
      if (!skip_blank()) return false;
      const std::size_t start = at_;
      while (!is_end() && is_atom(text_[at_])) ++at_;
      if (at_ == start || text_[start] == '-' || text_[at_ - 1] == '-') return false;
      if (!skip_blank()) return false;
    } while (take('.'));
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// The part that nearly every address is; one pass.
bool is_usual(std::string_view field) {
  const auto at = field.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || field.size() > 254 || field.size() < at + 5) return false;
  char last = '.';
  for (std::size_t i = 0; i < at; ++i) {
    const char c = field[i];
    if (c == '.' ? last == '.' : !is_atom(c)) return false;
    last = c;
  }
  return last != '.' && is_domain(field.substr(at + 1));
}

}  // namespace

EmailForm email_form(std::string_view field) {
  if (is_usual(field)) return EmailForm::usual;
  if (field.size() > 1000 || field.find('@') == std::string_view::npos) return EmailForm::none;
  return AddressReader(field).read() ? EmailForm::unusual : EmailForm::none;
}

}  // namespace sidik::identify
