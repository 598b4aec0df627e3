#include "ingest/sql/sql_row.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

struct Row {
  TupleStatus status = TupleStatus::unreadable;
  std::vector<std::string> fields;
  std::vector<std::string> names;
  std::string rest;
};

Row read(SqlRowForm form, std::string_view text, bool is_last = true, std::size_t most = 100) {
  SqlRowParser parser({}, most);
  std::deque<std::string> kept;
  Row out;
  out.status = parser.parse(form, text, 0, is_last, kept);
  out.fields.assign(parser.fields().begin(), parser.fields().end());
  out.names = parser.names();
  out.rest = text.substr(parser.end());
  return out;
}

TEST(SqlRow, ReadsAssignmentsUpToTheirEnd) {
  const Row row = read(SqlRowForm::assignments, "a=1, t.\"b c\" = 'it''s', `d`=NULL; SELECT");
  EXPECT_EQ(row.status, TupleStatus::record);
  EXPECT_EQ(row.fields, (std::vector<std::string>{"1", "it's", ""}));
  EXPECT_EQ(row.names, (std::vector<std::string>{"a", "b c", "d"}));
  EXPECT_EQ(row.rest, "; SELECT");
  EXPECT_EQ(read(SqlRowForm::assignments, "a=f(1, 2), b=3 ON DUPLICATE KEY").rest, " ON DUPLICATE KEY");
}

TEST(SqlRow, ReadsASelectionOfValues) {
  const Row row = read(SqlRowForm::selection, "1 AS id, N'x' nama, DATE '2020-01-02', -2.5 UNION ALL SELECT 2");
  EXPECT_EQ(row.status, TupleStatus::unreadable) << "a name without AS is taken only in quotes";
  const Row named = read(SqlRowForm::selection, "1 AS id, N'x' [nama] UNION ALL SELECT 2");
  EXPECT_EQ(named.fields, (std::vector<std::string>{"1", "x"}));
  EXPECT_EQ(named.names, (std::vector<std::string>{"id", "nama"}));
  EXPECT_EQ(named.rest, " UNION ALL SELECT 2");
  const Row dated = read(SqlRowForm::selection, "DATE '2020-01-02', -2.5 FROM dual");
  EXPECT_EQ(dated.fields, (std::vector<std::string>{"2020-01-02", "-2.5"}));
  EXPECT_TRUE(dated.names.empty());
}

TEST(SqlRow, RefusesWhatComesFromATable) {
  for (const char* text :
       {"a, b FROM c", "* FROM c", "1 AS x FROM c", "DISTINCT 1", "", ";", "1,", "1, , 2", "(1", "1)"})
    EXPECT_NE(read(SqlRowForm::selection, text).status, TupleStatus::record) << text;
  for (const char* text : {"a", "a=", "a=1,", "=1", "a 1", "a=1, b", "a='x"})
    EXPECT_NE(read(SqlRowForm::assignments, text).status, TupleStatus::record) << text;
}

TEST(SqlRow, AsksForMoreWhileARowMayGoOn) {
  const std::string_view text = "a=1, b='x y', c=f(2);";
  for (std::size_t size = 0; size + 1 < text.size(); ++size)
    EXPECT_EQ(read(SqlRowForm::assignments, text.substr(0, size), false).status, TupleStatus::need_more) << size;
  EXPECT_EQ(read(SqlRowForm::assignments, text, false).status, TupleStatus::record);
}

TEST(SqlRow, KeepsToItsBounds) {
  EXPECT_NE(read(SqlRowForm::selection, "1,2,3,4", true, 3).status, TupleStatus::record);
  const std::string deep(100, '(');
  EXPECT_NE(read(SqlRowForm::selection, deep + "1").status, TupleStatus::record);
}

}  // namespace
}  // namespace sidik::ingest
