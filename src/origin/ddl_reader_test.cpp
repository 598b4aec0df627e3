#include "origin/ddl_reader.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

TEST(DdlReader, ReadsColumnsAndPassesOverConstraints) {
  const auto tables = read_ddl(
      "-- CREATE TABLE no (x int);\n"
      "CREATE TABLE IF NOT EXISTS `shop`.`members` (\n"
      "  `id` int(11) NOT NULL AUTO_INCREMENT, -- a comment, with a comma\n"
      "  \"full name\" VARCHAR(60) DEFAULT 'a, b)',\n"
      "  [born] date,\n"
      "  balance decimal(10,2) CHECK (balance > 0),\n"
      "  PRIMARY KEY (`id`), KEY k (`born`)\n"
      ") ENGINE=InnoDB;\n"
      "create table b (one text)");
  ASSERT_TRUE(tables);
  ASSERT_EQ(tables->size(), 2U);
  const auto& columns = (*tables)[0].columns;
  EXPECT_EQ((*tables)[0].name, "members");
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_EQ(columns[0].name, "id");
  EXPECT_EQ(columns[0].length, 11U);
  EXPECT_EQ(columns[1].name, "full name");
  EXPECT_EQ(columns[1].length, 60U);
  EXPECT_EQ(columns[2].type, "date");
  EXPECT_EQ(columns[3].length, 10U);
  EXPECT_EQ((*tables)[1].columns[0].name, "one");
}

TEST(DdlReader, EndsOnTextThatStopsAnywhere) {
  const std::string whole = "CREATE TABLE t (`a` int(3), b varchar(9) DEFAULT 'x', KEY (a))";
  for (std::size_t end = 0; end <= whole.size(); ++end) (void)read_ddl(whole.substr(0, end));
  EXPECT_FALSE(read_ddl("SELECT 1"));
  EXPECT_FALSE(read_ddl(""));
}

}  // namespace
}  // namespace sidik::origin
