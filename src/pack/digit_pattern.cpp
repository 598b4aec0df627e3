#include "pack/digit_pattern.hpp"

#include <cstddef>
#include <utility>

namespace sidik::pack {
namespace {

using Kind = DigitPattern::Kind;
using Step = DigitPattern::Step;

constexpr int kDeepestNesting = 16;
constexpr std::size_t kMostSteps = 20000;
constexpr int kMostRepeats = 30;
constexpr std::uint16_t kAllDigits = 0x3FF;
constexpr std::uint16_t kEnd = 0x400;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr std::uint16_t bit_of(char c) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(c - '0')); }
constexpr std::uint16_t set_at(std::string_view digits) {
  if (digits.empty()) return kEnd;
  return is_digit(digits[0]) ? bit_of(digits[0]) : std::uint16_t{0};
}

/// Compiled steps with relative jumps, and the characters with which they can begin.
struct Piece {
  std::vector<Step> steps;
  std::uint16_t first = 0;
  bool can_be_empty = false;
};

Piece piece_without_steps(std::uint16_t first, bool can_be_empty) {
  Piece piece;
  piece.first = first;
  piece.can_be_empty = can_be_empty;
  return piece;
}

struct Repeat {
  int least = 1;
  int most = 1;
};

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : pattern_(pattern) {}

  /// The whole pattern, or no steps when it is not one.
  Piece compile() {
    Piece piece = alternatives(0);
    if (is_broken_ || at_ != pattern_.size()) return {};
    piece.steps.push_back({.kind = Kind::accept});
    return piece;
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  bool take(char c) {
    if (!is_at(c)) return false;
    ++at_;
    return true;
  }
  Piece broken() {
    is_broken_ = true;
    return {};
  }

  Piece alternatives(int depth) {
    if (depth > kDeepestNesting) return broken();
    std::vector<Piece> pieces;
    do {
      pieces.push_back(sequence(depth));
      if (is_broken_) return {};
    } while (take('|'));
    return join(std::move(pieces));
  }

  /// fork, alternative, jump to the end; the last alternative alone.
  static Piece join(std::vector<Piece> pieces) {
    Piece out = std::move(pieces.back());
    pieces.pop_back();
    while (!pieces.empty()) {
      Piece piece = std::move(pieces.back());
      pieces.pop_back();
      piece.steps.push_back({.kind = Kind::jump, .offset = static_cast<std::int32_t>(out.steps.size()) + 1});
      put_fork(piece, piece.steps.size());
      piece.steps.insert(piece.steps.end(), out.steps.begin(), out.steps.end());
      piece.first |= out.first;
      piece.can_be_empty = piece.can_be_empty || out.can_be_empty;
      out = std::move(piece);
    }
    return out;
  }

  static void put_fork(Piece& piece, std::size_t steps_to_skip) {
    const std::uint16_t set = piece.can_be_empty ? std::uint16_t{kAllDigits | kEnd} : piece.first;
    piece.steps.insert(piece.steps.begin(),
                       {.kind = Kind::fork, .set = set, .offset = static_cast<std::int32_t>(steps_to_skip) + 1});
  }

  Piece sequence(int depth) {
    Piece out = piece_without_steps(0, true);
    while (at_ < pattern_.size() && !is_at('|') && !is_at(')')) {
      Piece piece = repeated(depth);
      if (is_broken_) return {};
      if (out.can_be_empty) out.first |= piece.first;
      out.can_be_empty = out.can_be_empty && piece.can_be_empty;
      out.steps.insert(out.steps.end(), piece.steps.begin(), piece.steps.end());
      if (out.steps.size() > kMostSteps) return broken();
    }
    return out;
  }

  Piece repeated(int depth) {
    Piece piece = atom(depth);
    if (is_broken_) return {};
    const Repeat repeat = quantifier();
    if (is_broken_) return {};
    if (repeat.least == 1 && repeat.most == 1) return piece;
    if (piece.steps.size() == 1 && piece.steps[0].kind == Kind::digits && piece.steps[0].most == 1) {
      piece.steps[0].least = static_cast<std::uint8_t>(repeat.least);
      piece.steps[0].most = static_cast<std::uint8_t>(repeat.most);
      piece.can_be_empty = repeat.least == 0;
      return piece;
    }
    return unrolled(piece, repeat);
  }

  Piece unrolled(const Piece& piece, Repeat repeat) {
    Piece out = piece_without_steps(piece.first, piece.can_be_empty || repeat.least == 0);
    for (int round = 0; round < repeat.most; ++round) {
      Piece copy = piece;
      if (round >= repeat.least) put_fork(copy, copy.steps.size());
      out.steps.insert(out.steps.end(), copy.steps.begin(), copy.steps.end());
      if (out.steps.size() > kMostSteps) return broken();
    }
    return out;
  }

  Piece atom(int depth) {
    if (take('(')) {
      if (take('?') && !take(':')) return broken();
      Piece piece = alternatives(depth + 1);
      return take(')') ? piece : broken();
    }
    if (take('[')) return digits_in(character_class());
    if (take('\\')) return take('d') ? digits_in(kAllDigits) : broken();
    if (at_ < pattern_.size() && is_digit(pattern_[at_])) return digits_in(bit_of(pattern_[at_++]));
    return broken();
  }

  static Piece digits_in(std::uint16_t set) { return {.steps = {{.kind = Kind::digits, .set = set}}, .first = set}; }

  std::uint16_t character_class() {
    std::uint16_t set = 0;
    while (!take(']')) {
      if (at_ >= pattern_.size() || !is_digit(pattern_[at_])) {
        is_broken_ = true;
        return 0;
      }
      const char low = pattern_[at_++];
      char high = low;
      if (take('-')) {
        if (at_ >= pattern_.size() || !is_digit(pattern_[at_])) {
          is_broken_ = true;
          return 0;
        }
        high = pattern_[at_++];
      }
      for (char c = low; c <= high; ++c) set |= bit_of(c);
    }
    return set;
  }

  int repeat_count() {
    int value = 0;
    const std::size_t start = at_;
    while (at_ < pattern_.size() && is_digit(pattern_[at_]) && value <= kMostRepeats) {
      value = value * 10 + (pattern_[at_++] - '0');
    }
    is_broken_ = is_broken_ || at_ == start || value > kMostRepeats;
    return value;
  }

  Repeat quantifier() {
    if (take('?')) return {0, 1};
    if (!take('{')) return {1, 1};
    Repeat repeat;
    repeat.least = repeat_count();
    repeat.most = take(',') ? repeat_count() : repeat.least;
    is_broken_ = is_broken_ || !take('}') || repeat.most < repeat.least || repeat.most == 0;
    return repeat;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool is_broken_ = false;
};

}  // namespace

Result<DigitPattern> DigitPattern::compile(std::string_view pattern) {
  DigitPattern out;
  if (pattern.empty()) return out;
  Piece piece = Compiler(pattern).compile();
  if (piece.steps.empty()) {
    return fail(ErrorKind::invalid_input, "pack.malformed",
                "a digit pattern is not one that docs/formats/pack.md allows");
  }
  out.steps_ = std::move(piece.steps);
  return out;
}

bool DigitPattern::matches(std::string_view digits) const { return !steps_.empty() && run(0, digits); }

bool DigitPattern::run(std::size_t at, std::string_view digits) const {
  while (true) {
    const Step& step = steps_[at];
    switch (step.kind) {
      case Kind::accept:
        return digits.empty();
      case Kind::jump:
        at += static_cast<std::size_t>(step.offset);
        break;
      case Kind::fork:
        if ((step.set & set_at(digits)) != 0 && run(at + 1, digits)) return true;
        at += static_cast<std::size_t>(step.offset);
        break;
      case Kind::digits: {
        std::size_t taken = 0;
        while (taken < step.most && taken < digits.size() && (step.set & set_at(digits.substr(taken))) != 0) ++taken;
        if (taken < step.least) return false;
        for (; taken > step.least; --taken) {
          if (run(at + 1, digits.substr(taken))) return true;
        }
        digits.remove_prefix(step.least);
        ++at;
        break;
      }
    }
  }
}

}  // namespace sidik::pack
