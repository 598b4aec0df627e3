#include "ingest/sqlite/sqlite_schema.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

std::string names_of(std::string_view sql) {
  const auto table = parse_create_table(sql);
  if (!table) return "none";
  std::string names;
  for (const auto& column : table->columns) {
    if (!names.empty()) names += '|';
    names += column.name;
    if (column.is_rowid) names += " rowid";
    if (!column.is_stored) names += " virtual";
    if (!column.if_missing.empty()) names += " =" + column.if_missing;
  }
  return names;
}

TEST(SqliteSchema, NamesTheColumns) {
  struct Case {
    std::string_view sql;
    std::string_view names;
  };
  const Case cases[] = {
      {"CREATE TABLE t(a, b)", "a|b"},
      {"create temp table if not exists main.\"t t\" (\"a \"\"b\", [c,d], `e`, 'f')", "a \"b|c,d|e|f"},
      {"CREATE TABLE t(a VARCHAR(10,2) DEFAULT 'x,y', b -- note, )\n, /* , */ c)", "a =x,y|b|c"},
      {"CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, b)", "id rowid|b"},
      {"CREATE TABLE t(id INTEGER PRIMARY KEY DESC, b)", "id|b"},
      {"CREATE TABLE t(id INT PRIMARY KEY, b)", "id|b"},
      {"CREATE TABLE t(id INTEGER(8) PRIMARY KEY, b)", "id|b"},
      {"CREATE TABLE t(b, id integer, PRIMARY KEY(ID DESC))", "b|id rowid"},
      {"CREATE TABLE t(a INTEGER, b INTEGER, PRIMARY KEY(a, b))", "a|b"},
      {"CREATE TABLE t(a, CHECK (a > 0 AND a < ')'), UNIQUE (a) FOREIGN KEY (a) REFERENCES u(x))", "a"},
      {"CREATE TABLE t(a CHECK (PRIMARY > 1), b NOT NULL ON CONFLICT ABORT)", "a|b"},
      {"CREATE TABLE t(a, b AS (a + 1), c INT GENERATED ALWAYS AS (a) STORED, d AS (a) VIRTUAL)",
       "a|b virtual|c|d virtual"},
      {"CREATE TABLE t(a DEFAULT -1.5, b DEFAULT (7), c DEFAULT (1+1), d DEFAULT x'0A', e DEFAULT false)",
       "a =-1.5|b =7|c|d =0x0a|e =0"},
      {"CREATE TABLE t(nama_lengkap TEXT, größe INT)", "nama_lengkap|größe"},
      {"CREATE VIEW v AS SELECT 1", "none"},
      {"CREATE VIRTUAL TABLE v USING fts5(a)", "none"},
      {"CREATE TABLE t(a, b", "none"},
      {"CREATE TABLE t(a, 'b", "none"},
      {"CREATE TABLE t", "none"},
      {"", "none"},
  };
  for (const auto& one : cases) EXPECT_EQ(names_of(one.sql), one.names) << one.sql;
}

TEST(SqliteSchema, PutsTheKeyFirstWithoutRowid) {
  const auto table =
      parse_create_table("CREATE TABLE t(a, b INTEGER, c AS (a), d, PRIMARY KEY(d, b, d)) STRICT, WITHOUT ROWID");
  ASSERT_TRUE(table);
  EXPECT_FALSE(table->has_rowid);
  EXPECT_EQ(table->stored_order, (std::vector<std::size_t>{3, 1, 0}));
  const auto one = parse_create_table("CREATE TABLE t(a, b INTEGER PRIMARY KEY) WITHOUT ROWID");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->stored_order, (std::vector<std::size_t>{1, 0}));
  EXPECT_FALSE(one->columns[1].is_rowid);
}

}  // namespace
}  // namespace sidik::ingest
