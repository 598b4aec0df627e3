#include "ingest/cell_kind.hpp"

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

}  // namespace
}  // namespace sidik::ingest
