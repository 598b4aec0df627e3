#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehearse/columns.hpp"
#include "rehearse/date_style.hpp"
#include "rehearse/person.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// What a system's own column is called, and under which column of the dump the seller put it.
struct NativeColumn {
  std::string_view name;
  std::optional<Column> under;  ///< nothing: not in the dump
};

enum class QuoteHabit : std::uint8_t { minimal, texts, everything };
enum class PhoneHabit : std::uint8_t { trunk_zero, calling_code, plus_code, bare };

/// How a system writes; drawn from the seed for each origin.
struct Habits {
  DateStyle dates = DateStyle::iso;
  DateStyle timestamps = DateStyle::iso;
  PhoneHabit phones = PhoneHabit::trunk_zero;
  QuoteHabit quotes = QuoteHabit::minimal;
  std::string_view null_word;  ///< what stands for nothing
};
[[nodiscard]] Habits draw_habits(std::uint64_t seed, std::uint64_t origin_number);

/// The days over which the copy that leaked was filled; the last one is the day of extraction.
struct ExtractionWindow {
  text::Date first;
  text::Date last;
};

/// A system that holds persons: its columns, code lists, key ranges and gaps. A row follows from person and variant
/// alone. Variant 0 is the row of the register; a higher one is what the same system wrote at another time or for
/// another contract.
///
/// Threads  const calls may run side by side.
class Origin {
 public:
  Origin(std::string_view id, std::uint64_t seed, std::uint64_t number, ExtractionWindow window)
      : id_(id), seed_(seed), number_(number), window_(window), habits_(draw_habits(seed, number)) {}
  virtual ~Origin() = default;
  Origin(const Origin&) = delete;
  Origin& operator=(const Origin&) = delete;

  [[nodiscard]] std::string_view id() const { return id_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] const Habits& habits() const { return habits_; }
  [[nodiscard]] const ExtractionWindow& window() const { return window_; }
  [[nodiscard]] virtual std::span<const NativeColumn> columns() const = 0;
  /// Fills `out` with one text per column of columns(); `out` has that size already and its texts are empty.
  virtual void write_row(const Person& person, unsigned variant, std::span<std::string> out) const = 0;

  /// The row as the dump shows it, before any damage. `scratch` saves allocations.
  void write_record(const Person& person, unsigned variant, Record& out, std::vector<std::string>& scratch) const;

 protected:
  [[nodiscard]] RandomStream row_stream(const Person& person, unsigned variant) const {
    return {seed_, Purpose::row_content, (number_ << 40U) ^ person.identity.index, variant};
  }
  void append_phone(std::string& out, std::string_view national) const;
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  /// A day between `first` and `last`, both included; `first` when they are the wrong way round.
  static text::Date day_between(text::Date first, text::Date last, RandomStream& stream);
  /// A second of the day as offices work: mostly between 8 and 16 o'clock.
  static std::uint32_t office_second(RandomStream& stream);

 private:
  std::string_view id_;
  std::uint64_t seed_;
  std::uint64_t number_;
  ExtractionWindow window_;
  Habits habits_;
};

/// The national id with all its 16 digits.
void append_national_id(std::string& out, std::uint64_t national_id);

}  // namespace sidik::rehearse
