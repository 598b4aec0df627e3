#include "rehearse/row_writer.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

Record sample() {
  Record record;
  for (std::size_t i = 0; i < kColumns; ++i) record[i] = "F" + std::to_string(i);
  return record;
}

TEST(RowWriter, QuotesOnlyWhatMustBeQuoted) {
  Record record;
  record[0] = "A \"B\" C";
  record[1] = "\"A";
  record[2] = "A,B";
  record[3] = "A\nB";
  record[4] = " \"A";
  record[5] = "PLAIN";
  std::string out;
  RandomStream stream(1, Purpose::row_encoding);
  RowWriter({}).append_record(out, record, QuoteHabit::minimal, false, stream);
  EXPECT_TRUE(out.starts_with("A \"B\" C,\"\"\"A\",\"A,B\",\"A\nB\",\" \"\"A\",PLAIN,,")) << out;
  EXPECT_TRUE(out.ends_with(",\n"));
}

TEST(RowWriter, TornRowsNeverHaveThirtyFieldsOrOne) {
  RandomStream stream(9, Purpose::row_encoding);
  const RowWriter writer({});
  for (int i = 0; i < 3000; ++i) {
    Record record = sample();
    record[3] = "A,\"B\"\nC";
    std::string out;
    const auto shape = static_cast<RowShape>(1 + i % 3);
    writer.append_torn(out, record, shape, stream);
    EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), shape == RowShape::torn_in_two ? 2 : 1);
    EXPECT_EQ(out.find('"'), std::string::npos);
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find('\n', at);
      const auto fields = 1 + std::count(out.begin() + static_cast<std::ptrdiff_t>(at),
                                         out.begin() + static_cast<std::ptrdiff_t>(end), ',');
      EXPECT_NE(fields, 30);
      EXPECT_NE(fields, 1);
      at = end + 1;
    }
  }
}

}  // namespace
}  // namespace sidik::rehearse
