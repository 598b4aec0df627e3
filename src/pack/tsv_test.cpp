#include "pack/tsv.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 2> kColumns{"code", "name"};

Status read(std::string_view text, std::vector<std::string>* rows = nullptr) {
  return read_tsv("x/y.tsv", text, kColumns, [&](const TsvRow& row) -> Status {
    if (rows != nullptr)
      rows->push_back(std::to_string(row.line) + std::string(row.fields[0]) + "=" + std::string(row.fields[1]));
    return {};
  });
}

TEST(Tsv, ReadsRecordsWithTheirLines) {
  std::vector<std::string> rows;
  ASSERT_TRUE(read("# remark\ncode\tname\n\n11\tAceh\r\n12\t", &rows).has_value());
  EXPECT_EQ(rows, (std::vector<std::string>{"411=Aceh", "512="}));
}

TEST(Tsv, NamesFileLineAndColumn) {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {{"code\tnme\n", "x/y.tsv, line 1, name"},
               {"code\tname\n11\n", "x/y.tsv, line 2"},
               {"code\tname\n11\tAceh\tmore\n", "x/y.tsv, line 2"}};
  for (const auto& test : cases) {
    const Status status = read(test.text);
    ASSERT_FALSE(status.has_value()) << test.text;
    EXPECT_EQ(status.error().code, ErrorCode("pack.malformed"));
    EXPECT_NE(status.error().what.find(test.says), std::string::npos) << status.error().what;
  }
}

TEST(Tsv, NumbersAreWholeAndMayBeEmpty) {
  EXPECT_EQ(number_field("f", 1, "c", "", 7).value(), 7U);
  EXPECT_EQ(number_field("f", 1, "c", "2026", 7).value(), 2026U);
  for (const char* const field : {"-1", "1.5", "x", "99999999999999999999"}) {
    EXPECT_FALSE(number_field("f", 1, "c", field, 0).has_value()) << field;
  }
}

}  // namespace
}  // namespace sidik::pack
