#include "origin/strata.hpp"

#include <functional>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

using Fields = std::vector<std::string>;
constexpr std::size_t kColumns = 9;

/// A batch of invented rows, and the strata found in it.
class Table {
 public:
  Table(std::size_t rows, const std::function<Fields(std::size_t)>& row) {
    batch_.reset(kColumns, RecordIndex(0));
    for (std::size_t i = 0; i < rows; ++i) {
      std::vector<std::string_view> fields;
      for (auto& field : row(i)) fields.push_back(batch_.keep(field));
      batch_.append(fields, {});
    }
    const table::RecordBatch* sample[] = {&batch_};
    coders_ = learn_coders(sample, kColumns);
    RowSigner signer(coders_);
    signer.add(batch_, {}, &signatures_);
    strata_ = find_strata(signer);
  }
  [[nodiscard]] std::size_t count() const { return strata_.strata.size(); }
  [[nodiscard]] const Strata& strata() const { return strata_; }
  [[nodiscard]] std::uint32_t of(std::size_t row) const { return strata_.stratum_of_signature[signatures_[row]]; }

 private:
  table::RecordBatch batch_;
  std::vector<ColumnCoder> coders_;
  std::vector<std::uint32_t> signatures_;
  Strata strata_;
};

unsigned roll() {
  static std::mt19937 random(7);
  return static_cast<unsigned>(random());
}
bool percent(unsigned share) { return roll() % 100 < share; }
std::string number(std::size_t digits) {
  std::string out;
  for (std::size_t i = 0; i < digits; ++i) out += static_cast<char>('1' + roll() % 9);
  return out;
}
std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }
std::string day(bool is_iso) {
  const std::string d = two(1 + roll() % 28);
  const std::string m = two(1 + roll() % 12);
  const std::string y = std::to_string(1950 + roll() % 50);
  return is_iso ? y + "-" + m + "-" + d : d + "/" + m + "/" + y;
}

/// A register with a group of columns that is empty in some rows, and a column that often is.
Fields insurer(std::size_t /*row*/) {
  const bool is_employed = percent(40);
  return {number(13),
          "INVENTED NAME",
          percent(50) ? "L" : "P",
          day(true),
          number(16),
          is_employed ? number(15) : "",
          is_employed ? day(true) : "",
          percent(30) ? "someone@example.com" : "",
          std::to_string(1 + roll() % 4)};
}
/// Another, which writes days, sexes and numbers otherwise.
Fields shop(std::size_t /*row*/) {
  return {number(8),  "Invented Name",       percent(50) ? "male" : "female", day(false), "", "",
          day(false), "someone@example.com", percent(70) ? "basic" : "power"};
}

TEST(Strata, TakesOneRegisterForOneSource) {
  const Table table(4000, insurer);
  ASSERT_EQ(table.count(), 1U);
  EXPECT_EQ(table.strata().strata.front().records, 4000U);
  ASSERT_EQ(table.strata().strata.front().blocks.size(), 1U);
}

TEST(Strata, TellsTwoRegistersApartRowByRow) {
  const Table table(4000, [](std::size_t row) { return row % 3 == 0 ? shop(row) : insurer(row); });
  ASSERT_EQ(table.count(), 2U);
  std::size_t right = 0;
  for (std::size_t row = 0; row < 4000; ++row) right += table.of(row) == (row % 3 == 0 ? 1U : 0U) ? 1 : 0;
  EXPECT_GE(right, 3996U);
}

TEST(Strata, FindsASourceOfHalfAPercent) {
  const Table table(6000, [](std::size_t row) { return row % 200 == 0 ? shop(row) : insurer(row); });
  ASSERT_EQ(table.count(), 2U);
  EXPECT_EQ(table.strata().strata.back().records, 30U);
}

TEST(Strata, TellsSourcesApartThatDifferInTheirCodesAlone) {
  const auto coded = [](bool is_other) {
    const unsigned sex = roll() % 2;
    const unsigned faith = roll() % 4;
    const unsigned status = roll() % 3;
    static const char* const kFaith[] = {"I", "P", "K", "H"};
    static const char* const kStatus[] = {"AKTIF", "TUTUP", "BLOKIR"};
    static const char* const kOther[] = {"ACTIVE", "CLOSED", "HELD"};
    return Fields{number(13),
                  "INVENTED NAME",
                  is_other ? (sex == 0 ? "M" : "F") : (sex == 0 ? "L" : "P"),
                  day(true),
                  number(16),
                  is_other ? std::to_string(1 + faith) : kFaith[faith],
                  is_other ? kOther[status] : kStatus[status],
                  percent(30) ? "someone@example.com" : "",
                  ""};
  };
  const Table table(4000, [&](std::size_t row) { return coded(row % 2 == 0); });
  ASSERT_EQ(table.count(), 2U);
  std::size_t right = 0;
  for (std::size_t row = 0; row < 4000; ++row) right += table.of(row) == table.of(row % 2) ? 1 : 0;
  EXPECT_GE(right, 3990U);
}

TEST(Strata, MakesNoSourceOfARowThatIsRepeated) {
  const Fields odd = {"X1", "", "?", "0", "", "", "", "none", "zz"};
  const Table table(4000, [&](std::size_t row) { return row % 20 == 0 ? odd : insurer(row); });
  EXPECT_EQ(table.count(), 1U);
}

TEST(Strata, ShowsWhereTheSourcesStandOneBehindTheOther) {
  const Table table(4000, [](std::size_t row) { return row >= 3000 ? shop(row) : insurer(row); });
  ASSERT_EQ(table.count(), 2U);
  const auto& second = table.strata().strata[1];
  ASSERT_EQ(second.blocks.size(), 1U);
  EXPECT_EQ(second.blocks.front().first, 3000U);
  EXPECT_EQ(second.blocks.front().last, 3999U);
}

TEST(Strata, ShowsExamplesMasked) {
  const Table table(1000, insurer);
  const auto& look = table.strata().strata.front().columns[1];
  EXPECT_FALSE(look.masked.empty());
  EXPECT_EQ(look.masked.find("INVENTED"), std::string::npos);
  EXPECT_EQ(table.strata().strata.front().columns[0].words, "digits 13");
}

}  // namespace
}  // namespace sidik::origin
