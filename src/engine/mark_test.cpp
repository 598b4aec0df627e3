#include "engine/mark.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "engine/engine_files_for_test.hpp"
#include "engine/rehearse.hpp"
#include "engine/trace.hpp"
#include "engine/trace_present.hpp"

namespace sidik::engine {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// The insurer's register of a rehearsal, five recipients, copies and a seal.
class MarkTest : public FolderTest {
 protected:
  void SetUp() override {
    FolderTest::SetUp();
    RehearseRequest rehearsal;
    rehearsal.scenario = "bpjs-2021";
    rehearsal.directory = (folder_ / "rehearsal").string();
    rehearsal.rows = 6000;
    rehearsal.seed = 1;
    rehearsal.members = 700;
    ASSERT_TRUE(engine::rehearse(rehearsal, {}));
    request_.register_path = (folder_ / "rehearsal/registers/insurer.csv").string();
    request_.recipients = write("list", "A\nB\nC\nD\nE: NIK, NAMA, TGLLHR\n");
    request_.directory = (folder_ / "copies").string();
    request_.decoys = 12;
    request_.seed = 5;
  }
  [[nodiscard]] std::string copy(const std::string& name) const {
    return text_of(folder_ / "copies" / (name + ".csv"));
  }
  [[nodiscard]] TraceRequest tracing(const std::string& dump) const {
    TraceRequest request;
    request.dump = dump;
    request.marks = (folder_ / "copies/marks.json").string();
    request.key = (folder_ / "copies/marks.key").string();
    return request;
  }

  MarkRequest request_;
};

TEST_F(MarkTest, AddsDecoysAndAltersNothing) {
  const auto marked = mark_register(request_, {});
  ASSERT_TRUE(marked) << to_line(marked.error());
  const auto original = lines_of(text_of(request_.register_path));
  std::vector<std::string> all_decoys;
  for (const char* name : {"A", "B", "C", "D"}) {
    std::size_t next = 0;
    std::vector<std::string> decoys;
    for (const auto& line : lines_of(copy(name))) {
      if (next < original.size() && line == original[next])
        ++next;
      else
        decoys.push_back(line);
    }
    EXPECT_EQ(next, original.size()) << name;
    EXPECT_EQ(decoys.size(), 12U);
    all_decoys.insert(all_decoys.end(), decoys.begin(), decoys.end());
  }
  std::ranges::sort(all_decoys);
  EXPECT_TRUE(std::ranges::adjacent_find(all_decoys) == all_decoys.end());
  EXPECT_EQ(lines_of(copy("E")).front(), "NIK,NAMA,TGLLHR");
  EXPECT_EQ(lines_of(copy("E")).size(), original.size() + 12);
}

TEST_F(MarkTest, KeepsNoValueOfADecoyBesideTheCopies) {
  ASSERT_TRUE(mark_register(request_, {}));
  const std::string seal = text_of(folder_ / "copies/marks.json");
  const auto original = lines_of(text_of(request_.register_path));
  std::size_t values = 0;
  for (const auto& line : lines_of(copy("A"))) {
    if (std::ranges::find(original, line) != original.end()) continue;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) {
      if (field.size() < 8) continue;
      ++values;
      EXPECT_EQ(seal.find(field), std::string::npos);
    }
  }
  EXPECT_GT(values, 12U * 5);
  struct stat about{};
  ASSERT_EQ(::stat((folder_ / "copies/marks.key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat((folder_ / "copies/A.csv").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(MarkTest, ComesAgainWithItsSeedAndOtherwiseNot) {
  ASSERT_TRUE(mark_register(request_, {}));
  const std::string first = copy("A");
  request_.directory = (folder_ / "again").string();
  ASSERT_TRUE(mark_register(request_, {}));
  EXPECT_EQ(first, text_of(folder_ / "again/A.csv"));
  request_.seed.reset();
  request_.directory = (folder_ / "other").string();
  ASSERT_TRUE(mark_register(request_, {}));
  EXPECT_NE(first, text_of(folder_ / "other/A.csv"));
}

TEST_F(MarkTest, RefusesAFolderThatHoldsAnything) {
  std::filesystem::create_directories(folder_ / "copies");
  write("copies/old.csv", "x");
  EXPECT_EQ(mark_register(request_, {}).error().code, ErrorCode("engine.mark_folder"));
  EXPECT_EQ(text_of(folder_ / "copies/old.csv"), "x");
}

TEST_F(MarkTest, SaysWhatIsWrongWithARequest) {
  auto request = request_;
  request.decoys = 0;
  EXPECT_EQ(mark_register(request, {}).error().code, ErrorCode("engine.mark_decoys"));
  request = request_;
  request.recipients = write("list2", "A: NOWHERE\n");
  EXPECT_EQ(mark_register(request, {}).error().code, ErrorCode("engine.column_unknown"));
  request = request_;
  request.recipients = write("list3", "A\n");
  request.register_path = write("codes.csv", "KODE,JUMLAH\nA,1\nB,2\nC,3\n");
  EXPECT_EQ(mark_register(request, {}).error().code, ErrorCode("engine.mark_no_decoy"));
  request = request_;
  request.register_path = (folder_ / "none.csv").string();
  EXPECT_EQ(mark_register(request, {}).error().kind, ErrorKind::not_found);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "copies"));
}

TEST_F(MarkTest, IsTracedThroughOtherWriting) {
  ASSERT_TRUE(mark_register(request_, {}));
  // Half of C's rows, lower case, semicolons, without a header.
  std::string dump;
  const auto lines = lines_of(copy("C"));
  for (std::size_t i = 1; i < lines.size(); i += 2) {
    if (lines[i].find('"') != std::string::npos) continue;
    for (const char c : lines[i] + "\n")
      dump += c == ',' ? ';' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  const auto found = trace_dump(tracing(write("dump.csv", dump)), {});
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_EQ(found->verdict, TraceVerdict::named);
  EXPECT_EQ(found->named, std::vector<std::string>{"C"});
  EXPECT_LE(found->bound, 0.01);
  EXPECT_EQ(found->controls_found, 0U);
}

TEST_F(MarkTest, TracesTwoTogetherAndNobodyToTheRegister) {
  ASSERT_TRUE(mark_register(request_, {}));
  const auto one = lines_of(copy("A"));
  const auto two = lines_of(copy("D"));
  std::string dump = one.front() + "\n";
  for (std::size_t i = 1; i < one.size(); ++i) dump += (i % 2 == 0 ? one : two)[i] + "\n";
  const auto found = trace_dump(tracing(write("dump.csv", dump)), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->named, (std::vector<std::string>{"A", "D"}));
  const auto innocent = trace_dump(tracing(request_.register_path), {});
  ASSERT_TRUE(innocent);
  EXPECT_EQ(innocent->verdict, TraceVerdict::cannot_tell);
  EXPECT_TRUE(innocent->named.empty());
}

TEST_F(MarkTest, HoldsTheSealAndTheCopiesAgainstTheirHashes) {
  ASSERT_TRUE(mark_register(request_, {}));
  auto request = tracing(request_.register_path);
  request.copies = (folder_ / "copies").string();
  ASSERT_TRUE(trace_dump(request, {}));
  write("copies/B.csv", copy("B") + "x");
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.copy_changed"));
  std::string seal = text_of(folder_ / "copies/marks.json");
  const auto other_key = write("other.key", "00112233445566778899aabbccddeeff\n");
  request.key = other_key;
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.key_wrong"));
  seal.replace(seal.find("\"A\""), 3, "\"Z\"");
  request.marks = write("changed.json", seal);
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.seal_broken"));
  request.marks = write("no.json", "{\"seal\": 3}");
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.seal_malformed"));
  request.marks = write("cut.json", seal.substr(0, seal.size() / 2));
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.seal_malformed"));
}

class TraceTest : public FolderTest {
 protected:
  /// A register of people; `day` is when it was copied: who came later is not in it, and who changed later is as
  /// before.
  [[nodiscard]] static std::string copy_of(unsigned day, unsigned first_office, unsigned last_office) {
    std::string out = "NIK,NAMA,KDKANTOR,STATUS,TSUPDATE\n";
    for (unsigned p = 0; p < 900; ++p) {
      const unsigned office = p * 7 % 10;
      const unsigned changed = p * 13 % 300;
      if (office < first_office || office > last_office) continue;
      out += "32010" + std::to_string(10'000'000'000 + p * 1'000'003ULL) + ",ORANG " + name(p) + ",11" +
             std::to_string(10 + office) + "," + (changed > day ? "1" : "2") + "," +
             (changed > day ? "2019-01-01" : "2020-" + two(1 + changed / 28) + "-" + two(1 + changed % 28)) + "\n";
    }
    return out;
  }
  [[nodiscard]] static std::string some_rows(const std::string& copy, unsigned seed) {
    const auto lines = lines_of(copy);
    std::string out = lines.front() + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
      seed = seed * 1664525U + 1013904223U;
      if (seed >> 24U < 90) out += lines[i] + "\n";
    }
    return out;
  }
  [[nodiscard]] static std::string name(unsigned p) {
    std::string out;
    for (int i = 0; i < 6; ++i, p = p * 31 + 7) out += static_cast<char>('A' + p % 26);
    return out;
  }
  [[nodiscard]] static std::string two(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }
};

TEST_F(TraceTest, NamesByWhatOthersCannotHoldAndSaysWhenItCannotTell) {
  std::filesystem::create_directories(folder_ / "copies");
  write("copies/early.csv", copy_of(60, 0, 9));
  write("copies/middle.csv", copy_of(150, 0, 9));
  write("copies/late.csv", copy_of(240, 0, 9));
  write("copies/west.csv", copy_of(150, 0, 4));
  TraceRequest request;
  request.copies = (folder_ / "copies").string();
  request.dump = write("dump.csv", some_rows(copy_of(240, 0, 9), 1));
  auto found = trace_dump(request, {});
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_EQ(found->named, std::vector<std::string>{"late"}) << found->says;
  EXPECT_EQ(found->by, "differences");
  EXPECT_GE(found->bound, 1e-4);
  // What west holds, middle holds too.
  request.dump = write("dump.csv", some_rows(copy_of(150, 0, 4), 2));
  found = trace_dump(request, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->verdict, TraceVerdict::cannot_tell);
  // Of another day than any.
  request.dump = write("dump.csv", some_rows(copy_of(200, 0, 9), 3));
  found = trace_dump(request, {});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->named.empty()) << found->says;
  // Of nobody here.
  request.dump = write("dump.csv", "NIK,NAMA\n1234567890123456,X Y\n2234567890123456,Z Y\n");
  found = trace_dump(request, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->verdict, TraceVerdict::not_from_these);
}

TEST_F(TraceTest, WritesItsFindingsWithoutAValueOfTheDump) {
  std::filesystem::create_directories(folder_ / "copies");
  write("copies/a.csv", copy_of(60, 0, 9));
  write("copies/b.csv", copy_of(240, 0, 9));
  TraceRequest request;
  request.copies = (folder_ / "copies").string();
  request.dump = write("dump.csv", some_rows(copy_of(240, 0, 9), 1));
  const auto found = trace_dump(request, {});
  ASSERT_TRUE(found);
  for (const std::string& out : {to_json(*found), to_text(*found)}) {
    EXPECT_EQ(out.find("ORANG"), std::string::npos);
    EXPECT_EQ(out.find("32010"), std::string::npos);
    EXPECT_NE(out.find("the dump was made from something else"), std::string::npos);
  }
}

TEST_F(TraceTest, SaysWhatIsMissing) {
  TraceRequest request;
  request.dump = write("dump.csv", copy_of(10, 0, 9));
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.trace_nothing"));
  request.marks = "marks.json";
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.key_missing"));
  request.marks.clear();
  std::filesystem::create_directories(folder_ / "empty");
  request.copies = (folder_ / "empty").string();
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.copies_none"));
  request.elsewhere = 0;
  EXPECT_EQ(trace_dump(request, {}).error().code, ErrorCode("engine.elsewhere"));
}

}  // namespace
}  // namespace sidik::engine
