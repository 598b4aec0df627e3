#include "ingest/sql/sql_reader.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"
#include "ingest/sql/sql_resume.hpp"
#include "ingest/sql/sql_tables.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

Reading read_sql_text(const std::string& text, const Limits& limits = {}, std::size_t piece = 1 << 16) {
  ReadOptions options;
  options.format = "sql";
  return read_text(text, options, limits, piece);
}

std::uint64_t bytes_of(const Reading& reading) {
  std::uint64_t bytes = 0;
  for (const auto& [number, told] : reading.of_number) {
    EXPECT_TRUE(told.is_ended);
    EXPECT_EQ(sum_of(told.account), told.account.total_bytes) << told.info.name;
    EXPECT_EQ(told.records.size(), told.account.records) << told.info.name;
    bytes += told.account.total_bytes;
  }
  return bytes;
}

std::uint64_t rejects_of(const ToldTable& told, RejectReason reason) {
  return told.account.reject_count[static_cast<std::size_t>(reason)];
}

std::string at(const std::string& text, const table::ByteSpan& span) {
  return text.substr(span.offset.value, span.length.value);
}

/// Invented, as all persons here.
const std::string kMysqldump =
    "-- MySQL dump 10.13\n"
    "/*!40101 SET NAMES utf8mb4 */;\n"
    "DROP TABLE IF EXISTS `anggota`;\n"
    "CREATE TABLE `anggota` (\n"
    "  `id` int(11) NOT NULL AUTO_INCREMENT,\n"
    "  `nama` varchar(50) DEFAULT 'it''s; (x)',\n"
    "  `foto` blob,\n"
    "  PRIMARY KEY (`id`),\n"
    "  KEY `nama` (`nama`)\n"
    ") ENGINE=InnoDB;\n"
    "LOCK TABLES `anggota` WRITE;\n"
    "/*!40000 ALTER TABLE `anggota` DISABLE KEYS */;\n"
    "INSERT INTO `anggota` VALUES (1,'O\\'Rimba',0x4D5A),(2,'Nusa \\\"A\\\"',NULL),\n(3,'a;b\\\\',_binary 'x');\n"
    "/*!40000 ALTER TABLE `anggota` ENABLE KEYS */;\n"
    "UNLOCK TABLES;\n"
    "DELIMITER ;;\n"
    "CREATE TRIGGER t AFTER INSERT ON anggota FOR EACH ROW BEGIN\n"
    "INSERT INTO log VALUES (1,'x');\n"
    "END;;\n"
    "DELIMITER ;\n"
    "REPLACE INTO `kota` (`kode`) VALUES ('3273');\n"
    "-- Dump completed\n";

TEST(SqlReader, ReadsWhatMysqldumpWrites) {
  const Reading reading = read_text(kMysqldump);
  ASSERT_TRUE(reading.status) << to_line(reading.status.error());
  EXPECT_EQ(reading.of_number.size(), 2U);
  const auto& members = reading.table("anggota");
  EXPECT_EQ(members.info.format, "sql_insert");
  EXPECT_EQ(members.info.columns, (std::vector<std::string>{"id", "nama", "foto"}));
  EXPECT_EQ(members.records, (Rows{{"1", "O'Rimba", "0x4D5A"}, {"2", "Nusa \"A\"", ""}, {"3", "a;b\\", "x"}}));
  EXPECT_EQ(at(kMysqldump, members.spans[2]), "(3,'a;b\\\\',_binary 'x')");
  EXPECT_EQ(reading.table("kota").records, (Rows{{"3273"}}));
  EXPECT_EQ(bytes_of(reading), kMysqldump.size());
  EXPECT_TRUE(reading.rejects.empty());
}

const std::string kPgDump =
    "--\n-- PostgreSQL database dump\n--\n\n"
    "SET standard_conforming_strings = on;\n"
    "CREATE FUNCTION public.f() RETURNS void LANGUAGE sql AS $_$\nINSERT INTO public.log VALUES (1);\n$_$;\n"
    "CREATE TABLE public.orang (\n    id integer NOT NULL,\n    nama character varying(50)\n);\n"
    "COPY public.orang (id, nama) FROM stdin;\n"
    "1\tNusa\\tRimba\n"
    "2\t\\N\n"
    "3\tC:\\\\\n"
    "4\n"
    "5\tINSERT INTO x VALUES (1);\n"
    "\\.\n\n"
    "INSERT INTO public.\"Kota\" VALUES ('3273', E'a\\nb', '2020-01-02'::date);\n"
    "INSERT INTO public.orang VALUES (6, 'C:\\');\n"
    "SELECT pg_catalog.setval('public.s', 3, true);\n";

TEST(SqlReader, ReadsWhatPgDumpWrites) {
  const Reading reading = read_text(kPgDump);
  ASSERT_TRUE(reading.status) << to_line(reading.status.error());
  EXPECT_EQ(reading.of_number.size(), 2U);
  const auto& people = reading.table("public.orang");
  EXPECT_EQ(people.info.format, "sql_copy");
  EXPECT_EQ(people.records,
            (Rows{{"1", "Nusa\tRimba"}, {"2", ""}, {"3", "C:\\"}, {"5", "INSERT INTO x VALUES (1);"}, {"6", "C:\\"}}));
  EXPECT_EQ(at(kPgDump, people.spans[1]), "2\t\\N\n");
  EXPECT_EQ(rejects_of(people, RejectReason::too_few_fields), 1U);
  EXPECT_EQ(reading.table("public.Kota").records, (Rows{{"3273", "a\nb", "2020-01-02"}}));
  EXPECT_FALSE(reading.table("public.Kota").info.has_header);
  EXPECT_EQ(bytes_of(reading), kPgDump.size());
  EXPECT_EQ(reading.cut_because, "");
}

const std::string kTsql =
    "USE [Toko]\nGO\nSET ANSI_NULLS ON\nGO\n"
    "CREATE TABLE [dbo].[Orang](\n\t[Id] [int] IDENTITY(1,1) NOT NULL,\n\t[Nama] [nvarchar](50) NULL,\n"
    "\t[Lahir] [datetime] NULL,\n CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC))\nGO\n"
    "CREATE PROCEDURE p AS\nINSERT INTO [dbo].[Orang] VALUES (@a, @b)\nGO\n"
    "SET IDENTITY_INSERT [dbo].[Orang] ON \n"
    "INSERT [dbo].[Orang] ([Id], [Nama], [Lahir]) VALUES (1, N'Nusa ''A''', CAST(N'1990-01-02' AS DateTime))\n"
    "INSERT [dbo].[Orang] ([Id], [Nama], [Lahir]) VALUES (2, NULL, CAST(0x0000901A AS DateTime))\n"
    "SET IDENTITY_INSERT [dbo].[Orang] OFF\nGO\n"
    "INSERT INTO [dbo].[Orang] VALUES (N'Rimba', NULL);\n";

TEST(SqlReader, ReadsWhatSqlServerWrites) {
  for (const bool is_utf16 : {false, true}) {
    std::string text = kTsql;
    if (is_utf16) {
      text = "\xff\xfe";
      for (const char c : kTsql) text += std::string{c, '\0'};
    }
    const Reading reading = read_text(text);
    ASSERT_TRUE(reading.status) << to_line(reading.status.error());
    const auto& people = reading.table("dbo.Orang");
    EXPECT_EQ(people.info.columns, (std::vector<std::string>{"Id", "Nama", "Lahir"}));
    EXPECT_EQ(people.records, (Rows{{"1", "Nusa 'A'", "1990-01-02"}, {"2", "", "0x0000901A"}, {"", "Rimba", ""}}));
    EXPECT_EQ(people.spans[2].length.value, std::string_view("(N'Rimba', NULL)").size() * (is_utf16 ? 2 : 1));
    EXPECT_EQ(reading.of_number.size(), 1U);
    EXPECT_EQ(bytes_of(reading), text.size());
    EXPECT_TRUE(reading.rejects.empty());
  }
}

TEST(SqlReader, ReadsWhatSqliteWrites) {
  const std::string text =
      "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n"
      "CREATE TABLE IF NOT EXISTS \"orang\" (id INTEGER PRIMARY KEY, nama TEXT);\n"
      "INSERT INTO orang VALUES(1,'Nusa\\');\nINSERT INTO orang VALUES(2,X'4d5a');\n"
      "CREATE TRIGGER t AFTER INSERT ON orang BEGIN\n  INSERT INTO log VALUES(new.id);\nEND;\nCOMMIT;\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.of_number.size(), 1U);
  EXPECT_EQ(reading.table("orang").records, (Rows{{"1", "Nusa\\"}, {"2", "X'4d5a'"}}));
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, TellsTheSameWhateverTheWindow) {
  for (const auto& text : {kMysqldump, kPgDump, kTsql}) {
    const Reading whole = read_sql_text(text);
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U}) {
      ReadOptions options;
      options.format = "sql";
      Reading streamed;
      MemorySource source(text, piece);
      auto window = TextWindow::create(source, {});
      ASSERT_TRUE(window);
      const Context context;
      ReadProgress progress{context};
      streamed.status = read_sql(*window, guess_sql_dialect(text), {}, streamed, progress, streamed.cut_because);
      ASSERT_TRUE(streamed.status);
      ASSERT_EQ(streamed.of_number.size(), whole.of_number.size());
      for (const auto& [number, told] : whole.of_number) {
        const auto& other = streamed.table(told.info.name);
        EXPECT_EQ(other.records, told.records);
        EXPECT_EQ(other.account.other_bytes, told.account.other_bytes);
        EXPECT_EQ(other.account.lines, told.account.lines);
      }
    }
  }
}

TEST(SqlReader, LetsStatementsOfTablesInterleave) {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += "INSERT INTO a (x, y) VALUES (" + std::to_string(i) + ", 'a');\n";
    text += "INSERT INTO b (z) VALUES (" + std::to_string(i) + ");\n";
  }
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.of_number.size(), 2U);
  EXPECT_EQ(reading.table("a").records.size(), 300U);
  EXPECT_EQ(reading.table("b").records[299], (std::vector<std::string>{"299"}));
  EXPECT_EQ(reading.table("a").account.lines + reading.table("b").account.lines, 600U);
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, PutsValuesUnderTheNamesOfTheirList) {
  const std::string text =
      "CREATE TABLE t (a int, b int, c int);\n"
      "INSERT INTO t (b, a) VALUES (2, 1);\nINSERT INTO t (a, b) VALUES (3, 4);\nINSERT INTO t VALUES (5, 6, 7);\n"
      "INSERT INTO t (d) VALUES (8);\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  const auto& told = reading.table("t");
  EXPECT_EQ(told.info.columns, (std::vector<std::string>{"b", "a", "c", "d"}));
  auto records = told.records;
  for (auto& record : records) record.resize(4);
  EXPECT_EQ(records, (Rows{{"2", "1", "", ""}, {"4", "3", "", ""}, {"6", "5", "7", ""}, {"", "", "", "8"}}));
}

TEST(SqlReader, ReadsAssignments) {
  const std::string text =
      "INSERT INTO `warga` SET `id`=1, nama = 'O\\'Rimba; (x)', kota=NULL;\n"
      "REPLACE warga SET id=2,kota='Bogor', warga.nama=CONCAT('a',\"b\") ON DUPLICATE KEY UPDATE nama='x, y';\n"
      "UPDATE warga SET id=9;\n"
      "insert ignore into warga set nama=_utf8'Ani', id=-3\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_sql_text("ENGINE=x;" + text, {}, piece);
    ASSERT_TRUE(reading.status) << to_line(reading.status.error());
    const auto& told = reading.table("warga");
    EXPECT_EQ(told.info.columns, (std::vector<std::string>{"id", "nama", "kota"}));
    EXPECT_EQ(told.records, (Rows{{"1", "O'Rimba; (x)", ""}, {"2", "CONCAT('a',\"b\")", "Bogor"}, {"-3", "Ani", ""}}));
    EXPECT_EQ(told.account.rejected, 0U);
    EXPECT_EQ(at("ENGINE=x;" + text, told.spans[0]), "`id`=1, nama = 'O\\'Rimba; (x)', kota=NULL");
    EXPECT_EQ(bytes_of(reading), text.size() + 9);
  }
}

TEST(SqlReader, ReadsSelectionsOfLiterals) {
  const std::string text =
      "INSERT [dbo].[warga] ([id], [nama])\nSELECT 1, N'Siti; UNION' UNION ALL\nSELECT 2, CAST(N'Budi' AS "
      "nvarchar(9))\n"
      "UNION ALL SELECT 3, NULL\n"
      "GO\n"
      "INSERT INTO kota SELECT 3273 AS kode, 'Bandung' AS nama UNION SELECT 3271, 'Bogor';\n"
      "INSERT INTO tua (a, b) SELECT 'x', DATE '2020-01-02' FROM dual UNION ALL SELECT 'y', NULL FROM DUAL;\n"
      "INSERT INTO salinan SELECT id, nama FROM warga WHERE id > 1;\n"
      "INSERT INTO semua SELECT * FROM warga;\n"
      "INSERT INTO warga (id, nama) VALUES (4, 'Agus');\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_sql_text(text, {}, piece);
    ASSERT_TRUE(reading.status) << to_line(reading.status.error());
    const auto& persons = reading.table("dbo.warga");
    EXPECT_EQ(persons.records, (Rows{{"1", "Siti; UNION"}, {"2", "Budi"}, {"3", ""}}));
    EXPECT_EQ(at(text, persons.spans[0]), "1, N'Siti; UNION'");
    const auto& towns = reading.table("kota");
    EXPECT_EQ(towns.info.columns, (std::vector<std::string>{"kode", "nama"}));
    EXPECT_EQ(towns.records, (Rows{{"3273", "Bandung"}, {"3271", "Bogor"}}));
    EXPECT_EQ(reading.table("tua").records, (Rows{{"x", "2020-01-02"}, {"y", ""}}));
    EXPECT_EQ(reading.table("warga").records, (Rows{{"4", "Agus"}}));
    EXPECT_EQ(reading.table("salinan").account.records, 0U) << "what is copied stands elsewhere";
    EXPECT_EQ(reading.of_number.size(), 4U);
    EXPECT_EQ(reading.account.rejected, 0U);
    EXPECT_EQ(bytes_of(reading), text.size());
  }
}

TEST(SqlReader, RefusesARowBehindUnionThatCannotBeRead) {
  const std::string text =
      "INSERT t (a, b) SELECT 1, 'x' UNION ALL SELECT 2 3 4, 'y';\nINSERT t (a, b) VALUES (5, 'z');\n";
  const Reading reading = read_sql_text(text);
  const auto& told = reading.table("t");
  EXPECT_EQ(told.records, (Rows{{"1", "x"}, {"5", "z"}}));
  EXPECT_EQ(rejects_of(told, RejectReason::sql_unreadable), 1U);
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, ReadsCopyInCsv) {
  const std::string lines = "1,\"Siti, \"\"S\"\"\nAminah\",\n2,Budi,Bogor\n3,too few\n\\.\n";
  for (const std::string options : {"WITH (FORMAT csv)", "CSV", "with csv", "WITH (FORMAT 'csv', NULL 'x')"}) {
    const std::string text = "COPY warga (id, nama, kota) FROM stdin " + options + ";\n" + lines + "SELECT 1;\n";
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
      const Reading reading = read_sql_text(text, {}, piece);
      ASSERT_TRUE(reading.status) << options;
      const auto& told = reading.table("warga");
      EXPECT_EQ(told.records, (Rows{{"1", "Siti, \"S\"\nAminah", ""}, {"2", "Budi", "Bogor"}})) << options;
      EXPECT_EQ(rejects_of(told, RejectReason::too_few_fields), 1U);
      EXPECT_EQ(bytes_of(reading), text.size());
    }
  }
}

TEST(SqlReader, HeedsTheOptionsOfCopy) {
  const Reading named = read_sql_text(
      "COPY warga FROM stdin WITH (FORMAT csv, HEADER true, DELIMITER ';', QUOTE '|', NULL '-');\n"
      "id;nama\n1;|a;b||c|\n2;-\n\\.\n");
  EXPECT_EQ(named.table("warga").info.columns, (std::vector<std::string>{"id", "nama"}));
  EXPECT_EQ(named.table("warga").records, (Rows{{"1", "a;b|c"}, {"2", ""}}));
  const Reading plain = read_sql_text("COPY t (a, b) FROM stdin WITH DELIMITER '|' NULL AS '';\n1|x\\|y\n\\N|z\n\\.\n");
  EXPECT_EQ(plain.table("t").records, (Rows{{"1", "x|y"}, {"", "z"}}));
  const Reading cut = read_sql_text("COPY t (a, b) FROM stdin CSV;\n1,2\n3,\"x\n");
  EXPECT_EQ(cut.table("t").records, (Rows{{"1", "2"}}));
  EXPECT_EQ(cut.account.rejected, 1U);
  EXPECT_FALSE(cut.cut_because.empty());
}

TEST(SqlReader, RefusesATupleOfAnotherLength) {
  const std::string text = "INSERT INTO t (a, b) VALUES (1, 2),(3),(4, 5, 6),(7, 8);\n";
  const Reading reading = read_text(text);
  const auto& told = reading.table("t");
  EXPECT_EQ(told.records, (Rows{{"1", "2"}, {"7", "8"}}));
  EXPECT_EQ(rejects_of(told, RejectReason::too_few_fields), 1U);
  EXPECT_EQ(rejects_of(told, RejectReason::too_many_fields), 1U);
  EXPECT_EQ(at(text, told.rejects[0].span), "(3)");
  EXPECT_EQ(told.account.rejected_bytes, 12U);
}

TEST(SqlReader, LosesOnlyTheTupleThatLostItsQuote) {
  const std::string text =
      "INSERT INTO t (a, b) VALUES (1,'a'),(2,'b),(3,'c'),(4,'d');\n"
      "INSERT INTO t (a, b) VALUES (5,e'),(6,'f');\n"
      "INSERT INTO t (a, b) VALUES (7,'g);\n"
      "INSERT INTO t (a, b) VALUES (8,'h');\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  const auto& told = reading.table("t");
  EXPECT_EQ(told.records, (Rows{{"1", "a"}, {"3", "c"}, {"4", "d"}, {"6", "f"}, {"8", "h"}}));
  EXPECT_EQ(told.account.rejected, 3U);
  EXPECT_EQ(at(text, told.rejects[0].span), "(2,'b),");
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, FindsStatementsBehindAQuoteThatNeverCloses) {
  const std::string text =
      "INSERT INTO t (a) VALUES (1);\nCOMMENT ON TABLE t IS 'never closed;\n"
      "INSERT INTO t (a) VALUES (2);\nSELECT 'x;\nINSERT INTO t (a) VALUES ('it''s');\n/* never closed\n"
      "INSERT INTO t (a) VALUES (4);\nINSERT INTO t (a) VALUES ('5);\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.table("t").records, (Rows{{"1"}, {"2"}, {"it's"}, {"4"}}));
  EXPECT_EQ(reading.table("t").account.rejected, 1U);
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, ReadsTuplesOfTheOtherDialectToo) {
  const std::string text =
      "INSERT INTO t (a, b) VALUES (1,'C:\\'),(2,'x');\nINSERT INTO t (a, b) VALUES (3,'O\\'Rimba');\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.table("t").records, (Rows{{"1", "C:\\"}, {"2", "x"}, {"3", "O'Rimba"}}));
}

TEST(SqlReader, SaysThatADumpEndsInsideItsData) {
  EXPECT_EQ(read_text("COPY t (a) FROM stdin;\n1\n2\n").cut_because, "the SQL ends inside a COPY");
  EXPECT_EQ(read_text("INSERT INTO t (a) VALUES (1),\n").cut_because, "the SQL ends inside an INSERT");
  EXPECT_EQ(read_text("INSERT INTO t (a) VALUES (1),(2").cut_because, "the SQL ends inside an INSERT");
  EXPECT_EQ(read_text("INSERT INTO t (a) VALUES (1);\n").cut_because, "");
}

TEST(SqlReader, EndsACopyThatLostItsEnd) {
  const std::string text =
      "COPY t (a, b) FROM stdin;\n1\t2\nCOPY u (c) FROM stdin;\nx\n\\.\nCOPY t (a, b) FROM stdin;\n3\t4\n\\.\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.table("t").records, (Rows{{"1", "2"}, {"3", "4"}}));
  EXPECT_EQ(reading.table("u").records, (Rows{{"x"}}));
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, NeverTellsATableWithoutARecord) {
  const std::string text =
      "CREATE TABLE empty (a int);\nINSERT INTO broken (a) VALUES (1, 2);\nINSERT INTO t (a) VALUES (1);\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.of_number.size(), 1U);
  EXPECT_EQ(reading.tables, 1U);
  EXPECT_EQ(rejects_of(reading.table("t"), RejectReason::too_many_fields), 1U);
  EXPECT_EQ(bytes_of(reading), text.size());
  EXPECT_EQ(read_text("CREATE TABLE empty (a int);\n").status.error().code.name(), "ingest.no_record");
}

TEST(SqlReader, EndsTheTableUsedLongestAgoWhenTooManyAreOpen) {
  std::string text;
  const int tables = static_cast<int>(SqlTables::kMostOpen) + 5;
  for (int i = 0; i < tables; ++i) text += "INSERT INTO t" + std::to_string(i) + " (a) VALUES (1);\n";
  text += "INSERT INTO t0 (a) VALUES (2);\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.of_number.size(), static_cast<std::size_t>(tables) + 1);
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, RefusesTooManyTables) {
  std::string text;
  for (std::size_t i = 0; i <= SqlTables::kMostTables; ++i)
    text += "INSERT INTO t" + std::to_string(i) + " (a) VALUES (1);\n";
  EXPECT_EQ(read_text(text).status.error().code.name(), "ingest.too_many_tables");
}

TEST(SqlReader, RefusesATupleLongerThanTheLimit) {
  Limits limits;
  limits.record_bytes = 1000;
  const std::string text = "INSERT INTO t (a) VALUES (1),('" + std::string(5000, 'x') +
                           "'),(3);\nCOPY t (a) FROM stdin;\n" + std::string(5000, 'y') + "\n4\n\\.\n";
  for (const std::size_t piece : {std::size_t{100}, std::size_t{1} << 16}) {
    const Reading reading = read_sql_text(text, limits, piece);
    EXPECT_EQ(reading.table("t").records, (Rows{{"1"}, {"3"}, {"4"}}));
    EXPECT_EQ(rejects_of(reading.table("t"), RejectReason::record_too_long), 2U);
    EXPECT_EQ(bytes_of(reading), text.size());
  }
}

/// Comments that never close, each with a good tuple behind it: every look at one runs to its end in vain.
TEST(SqlReader, StaysInTimeWhenEveryLookIsInVain) {
  std::string text = "INSERT INTO t (a) VALUES (1)";
  for (int i = 0; i < 200000; ++i) text += ",(/*),(1)";
  const Reading reading = read_sql_text(text + ";\n");
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(bytes_of(reading), text.size() + 2);
}

TEST(SqlReader, StaysInTimeWhenSelectionsNeverEnd) {
  std::string text = "INSERT INTO t (a) VALUES (1);\n";
  for (int i = 0; i < 60000; ++i) text += "INSERT INTO t SELECT f(a,\nINSERT INTO t SET a=f(b,\n";
  const Reading reading = read_sql_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.table("t").account.records, 1U);
  EXPECT_EQ(bytes_of(reading), text.size());
}

TEST(SqlReader, KeepsTextWithSqlInItsCellsDelimited) {
  const std::string csv = "id,query\n1,\"INSERT INTO t VALUES (1);\"\n2,\"CREATE TABLE t (a int);\"\n";
  for (const auto* name : {"x.csv", "x.txt"}) EXPECT_EQ(read_text(csv, {}, {}, 1 << 16, name).info.format, "delimited");
  const std::string sql = "INSERT INTO t VALUES (1,'a');\nINSERT INTO t VALUES (2,'b');\n";
  EXPECT_EQ(read_text(sql, {}, {}, 1 << 16, "x.csv").info.format, "delimited");
  EXPECT_EQ(read_text(sql).info.format, "sql_insert");
  EXPECT_EQ(read_text(sql).info.format_by, Decider::guessed);
  ReadOptions options;
  options.format = "sql";
  EXPECT_EQ(read_text(sql, options, {}, 1 << 16, "x.csv").info.format, "sql_insert");
}

}  // namespace
}  // namespace sidik::ingest
