#include "rehearse/alteration.hpp"

#include <set>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

TEST(Alteration, WritesANameInManyWays) {
  std::set<std::string> ways;
  for (std::uint64_t i = 0; i < 400; ++i) {
    RandomStream stream(1, Purpose::alteration, i);
    std::string name = "MUHAMMAD SUJONO";
    respell_name(name, stream);
    EXPECT_FALSE(name.empty());
    ways.insert(name);
  }
  EXPECT_GT(ways.size(), 25U);
  EXPECT_TRUE(ways.contains("MUH. SUJONO"));
  EXPECT_TRUE(ways.contains("MUHAMMAD SUDJONO"));
  EXPECT_TRUE(ways.contains("H. MUHAMMAD SUJONO"));
}

TEST(Alteration, LeavesNumbersThatIdentifyAlone) {
  for (std::uint64_t i = 0; i < 200; ++i) {
    RandomStream stream(2, Purpose::alteration, i);
    Record record;
    record[nama] = "SITI AMINAH";
    record[nik] = record[noktp] = "3204014304900012";
    record[psnoka] = "0001234567890";
    record[nohp] = "081234567890";
    alter_record(record, stream);
    EXPECT_EQ(record[nik], "3204014304900012");
    EXPECT_EQ(record[psnoka], "0001234567890");
    EXPECT_EQ(record[nohp].size(), 12U);
  }
}

}  // namespace
}  // namespace sidik::rehearse
