#include "engine/examine.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/present.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

class Examine : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_examine_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  std::string read(const std::string& name) {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  static std::uint64_t step(const findings::Document& document, const std::string& name) {
    for (const auto& entry : document.ledger) {
      if (entry.step == name) return entry.count;
    }
    return ~std::uint64_t{0};
  }
  fs::path folder_;
};

/// Invented: the area is Bandung, the rest made up.
const char* const kDump =
    "nik,nama,tgl_lahir\n"
    "3273010101900001,BUDI SANTOSO,1990-01-01\n"
    "3273014203850002,SITI AMINAH,1985-03-02\n"
    "3273014203850002,SITI AMINAH,1985-03-02\n"
    "3273,TORN\n"
    "9999999999999999,AGUS WIBOWO,1970-05-05\n";

TEST_F(Examine, CountsWhatIsThere) {
  ExamineRequest request;
  request.paths = {write("dump.csv", kDump)};
  request.ragged = "reject";
  request.claims = {"sample=1000"};
  const auto examination = examine(request, {});
  ASSERT_TRUE(examination) << to_line(examination.error());
  const auto& document = examination->document;
  EXPECT_EQ(step(document, "bytes"), std::string_view(kDump).size());
  EXPECT_EQ(step(document, "lines"), 6U);
  EXPECT_EQ(step(document, "records_and_rejects"), 5U);
  EXPECT_EQ(step(document, "records"), 4U);
  EXPECT_EQ(step(document, "exact_duplicates"), 1U);
  EXPECT_EQ(step(document, "distinct_records"), 3U);
  EXPECT_EQ(step(document, "distinct_national_id"), 2U);
  const auto& columns = document.exhibits.at(0).tables.at(0).columns;
  EXPECT_EQ(columns[0].meaning, "id.national");
  EXPECT_EQ(columns[0].valid, 3U);
  EXPECT_EQ(columns[0].distinct, 3U);
  EXPECT_EQ(columns[1].meaning, "person.name");
  ASSERT_EQ(document.claims.size(), 1U);
  EXPECT_EQ(document.claims[0].verdict, "refuted");
  EXPECT_EQ(document.exhibits[0].sha256.size(), 64U);
}

TEST_F(Examine, GivesTheSameCountsWhenKeysSpill) {
  std::ostringstream text;
  text << "id,value\n";
  for (std::int64_t i = 0; i < 300000; ++i) text << i * 7919 % 250000 << ",v" << i % 250000 << "\n";
  ExamineRequest request;
  request.paths = {write("dump.csv", text.str())};
  Context small;
  small.limits.memory_bytes = 1;
  const auto roomy = examine(request, {});
  const auto tight = examine(request, small);
  ASSERT_TRUE(roomy && tight);
  EXPECT_EQ(step(roomy->document, "distinct_records"), step(tight->document, "distinct_records"));
  EXPECT_EQ(roomy->document.exhibits[0].tables[0].columns[0].distinct, 250000U);
}

TEST_F(Examine, CountsEqualRowsOfSeveralFilesOnce) {
  write("a.csv", "id,name\n1,A\n2,B\n");
  write("b.csv", "id,name\n2,B\n3,C\n");
  ExamineRequest request;
  request.paths = {folder_.string()};
  const auto examination = examine(request, {});
  ASSERT_TRUE(examination);
  EXPECT_EQ(step(examination->document, "distinct_records"), 3U);
  EXPECT_EQ(step(examination->document, "exact_duplicates"), 1U);
}

TEST_F(Examine, KeepsTablesApartWhoseInsertsInterleave) {
  std::string dump = "-- made up\n";
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    dump += "INSERT INTO orang (nik, nama) VALUES ('3273010101900001','BUDI " + number + "');\n";
    dump += "INSERT INTO kota VALUES (" + std::to_string(i % 7) + ");\n";
  }
  dump += "INSERT INTO kota VALUES (1,2);\n";
  ExamineRequest request;
  request.paths = {write("dump.sql", dump)};
  const auto examination = examine(request, {});
  ASSERT_TRUE(examination) << to_line(examination.error());
  const auto& tables = examination->document.exhibits.at(0).tables;
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "orang");
  EXPECT_EQ(tables[0].format, "sql_insert");
  EXPECT_EQ(tables[0].records, 3000U);
  EXPECT_EQ(tables[0].columns[0].meaning, "id.national");
  EXPECT_EQ(tables[0].columns[0].distinct, 1U);
  EXPECT_EQ(tables[0].columns[1].distinct, 3000U);
  EXPECT_EQ(tables[1].name, "kota");
  EXPECT_EQ(tables[1].records, 3000U);
  EXPECT_EQ(tables[1].rejected, 1U);
  EXPECT_EQ(tables[1].columns[0].distinct, 7U);
  EXPECT_EQ(tables[0].bytes.total + tables[1].bytes.total, dump.size());
  EXPECT_EQ(step(examination->document, "distinct_national_id"), 1U);
  EXPECT_EQ(step(examination->document, "lines"), 6002U);
}

TEST_F(Examine, WritesOneMaskedLineARecord) {
  ExamineRequest request;
  request.paths = {write("dump.csv", kDump)};
  request.ragged = "reject";
  request.rows_file = (folder_ / "rows.csv").string();
  ASSERT_TRUE(examine(request, {}));
  const std::string rows = read("rows.csv");
  EXPECT_TRUE(rows.starts_with("table,record,offset,length,stratum,person,checks,masked\n\"dump.csv\",1,19,41,1,1,"));
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 5);
  EXPECT_EQ(rows.find("SANTOSO"), std::string::npos);
  request.unmask_reason = "court order";
  const auto unmasked = examine(request, {});
  ASSERT_TRUE(unmasked);
  EXPECT_NE(read("rows.csv").find("SANTOSO"), std::string::npos);
  EXPECT_EQ(unmasked->document.sidik.unmasked_because, "court order");
}

TEST_F(Examine, OverwritesNoFileThatItReads) {
  ExamineRequest request;
  request.paths = {write("dump.csv", "name,city\nAni,Bogor\nBudi,Solo\n")};
  request.password_file = write("passwords.txt", "kunci\n");
  request.rows_file = request.password_file;
  auto refused = examine(request, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.name(), "engine.output_is_input");
  EXPECT_EQ(read("passwords.txt"), "kunci\n");
  request.password_file.clear();
  request.key_file = write("key", "00112233445566778899aabbccddeeff\n");
  request.rows_file = request.key_file;
  refused = examine(request, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.name(), "engine.output_is_input");
}

TEST_F(Examine, StopsOnABadRequestBeforeReading) {
  ExamineRequest request;
  request.paths = {"/nonexistent"};
  request.claims = {"many"};
  EXPECT_EQ(examine(request, {}).error().kind, ErrorKind::usage);
  request.claims = {};
  request.packs = {"atlantis"};
  EXPECT_EQ(examine(request, {}).error().code.name(), "pack.unknown");
  request.packs = {"id"};
  request.key_file = write("key", "no key");
  EXPECT_EQ(examine(request, {}).error().code.name(), "engine.key_malformed");
}

TEST_F(Examine, ShowsItsDocumentAgain) {
  ExamineRequest request;
  request.paths = {write("dump.csv", kDump)};
  const auto examination = examine(request, {});
  ASSERT_TRUE(examination);
  ASSERT_TRUE(write_file((folder_ / "findings.json").string(), to_json(examination->document)));
  const auto again = read_document((folder_ / "findings.json").string());
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), to_json(examination->document));
  EXPECT_EQ(to_text(*again, {}).value(), to_text(examination->document, {}).value());
}

/// A text that is read in several windows, shared out among threads, with lines in it that need judgement.
std::string long_dump() {
  std::string text = "nik,nama,tgl_lahir\n";
  for (int i = 0; text.size() < (std::size_t{6} << 20); ++i) {
    const std::string serial = std::to_string(10000 + i % 7919).substr(1);
    switch (i % 500) {
      case 0:
        text += "3273010101900001,BUDI 12\" SANTOSO,1990-01-01\n";
        break;
      case 1:
        text += "TORN\n";
        break;
      case 2:
        text += "327301010190" + serial + ",\"SITI\nAMINAH\",1990-01-01\n";
        break;
      default:
        text += "327301010190" + serial + ",AGUS WIBOWO " + std::to_string(i % 1000) + ",1990-01-01\n";
    }
  }
  return text;
}

TEST_F(Examine, SaysTheSameWithAnyNumberOfThreads) {
  ExamineRequest request;
  request.paths = {write("dump.csv", long_dump())};
  std::vector<std::string> documents;
  for (const unsigned threads : {1U, 2U, 4U}) {
    Context context;
    context.threads = threads;
    auto examination = examine(request, context);
    ASSERT_TRUE(examination) << to_line(examination.error());
    examination->document.sidik = {};
    documents.push_back(to_json(examination->document));
  }
  EXPECT_EQ(documents[0], documents[1]);
  EXPECT_EQ(documents[0], documents[2]);
}

}  // namespace
}  // namespace sidik::engine
