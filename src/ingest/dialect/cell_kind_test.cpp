#include "ingest/dialect/cell_kind.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(CellKind, TellsValuesFromWords) {
  const std::vector<std::pair<const char*, CellKind>> cases = {
      {"", CellKind::empty},           {"  ", CellKind::empty},
      {"12", CellKind::number},        {"-1,234.50", CellKind::number},
      {"$5.00", CellKind::number},     {"2021-05-20", CellKind::date},
      {"20/5/21", CellKind::date},     {"2021-05-20 10:00:00", CellKind::date},
      {"Dec 8, 2022", CellKind::date}, {"10:30", CellKind::time},
      {"name", CellKind::token},       {"user_id", CellKind::token},
      {"two words", CellKind::words},  {"a@example.com", CellKind::address},
      {"10.0.0.1", CellKind::address}, {"{x}|", CellKind::other},
  };
  for (const auto& [cell, kind] : cases) EXPECT_EQ(cell_kind(cell), kind) << cell;
}

TEST(CellKind, TellsAValueFromSeveral) {
  for (const char* cell : {"a.b@example.com", "https://example.com:80/x", "10:05", "2020-01-02 10:05:00",
                           "aa:bb:cc:00:11:22", "$2a$10$abcdefghijklmnopqrstuv"})
    EXPECT_TRUE(is_whole_value(cell)) << cell;
  for (const char* cell : {"a@example.com:pw", "https://example.com/login:user:pw", "1:2", "word", "a@b", "a,b"})
    EXPECT_FALSE(is_whole_value(cell)) << cell;
}

}  // namespace
}  // namespace sidik::ingest
