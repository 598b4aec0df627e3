#include "engine/overlap_part.hpp"

#include <algorithm>

#include "engine/engine_files_for_test.hpp"
#include "engine/examine.hpp"

namespace sidik::engine {
namespace {

/// Invented people: number `i` of them, as columns.
std::string nik(unsigned i) { return "327301010190" + std::to_string(1000 + i); }
std::string person(unsigned i) {
  return "Orang Nomor" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i);
}
std::string phone(unsigned i) { return "0812345" + std::to_string(60000 + i); }

class OverlapPartTest : public FolderTest {
 protected:
  static std::string csv(unsigned from, unsigned to) {
    std::string text = "nik,nama,no_hp\n";
    for (unsigned i = from; i < to; ++i) text += nik(i) + "," + person(i) + "," + phone(i) + "\n";
    return text;
  }
  findings::Document examine_with(const std::string& dump, std::vector<KnownFile> files) {
    ExamineRequest request;
    request.paths = {dump};
    request.compare_with = std::move(files);
    request.parts = "scan";
    auto examination = examine(request, Context{});
    EXPECT_TRUE(examination) << (examination ? "" : examination.error().what);
    return examination ? std::move(examination->document) : findings::Document{};
  }
  static const findings::Overlap* find(const findings::Document& document, const std::string& with,
                                       const std::string& field) {
    const auto found = std::ranges::find_if(
        document.overlaps, [&](const auto& overlap) { return overlap.with == with && overlap.field == field; });
    return found == document.overlaps.end() ? nullptr : &*found;
  }
};

TEST_F(OverlapPartTest, CountsRecycledPublishedAndNewExactly) {
  const auto dump = write("dump.csv", csv(0, 1000));
  std::string old = "NO_HP;NAMA;NIK\n";
  for (unsigned i = 300; i-- > 0;) {
    std::string name = person(i);
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    old += phone(i) + ";" + name + ";" + nik(i) + "\n";
  }
  const auto document =
      examine_with(dump, {{"old", write("old.txt", old), false}, {"roll", write("roll.csv", csv(250, 500)), true}});
  const auto* rows = find(document, "old", "row");
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->shared, 300U);
  EXPECT_EQ(rows->new_here, 700U);
  EXPECT_DOUBLE_EQ(rows->share_there, 1);
  EXPECT_EQ(rows->columns, 3U);
  ASSERT_FALSE(document.novelty.empty());
  EXPECT_EQ(document.novelty[0].field, "row");
  EXPECT_EQ(document.novelty[0].recycled, 300U);
  EXPECT_EQ(document.novelty[0].published, 200U);  // the other 50 leaked before
  EXPECT_EQ(document.novelty[0].fresh, 500U);
  ASSERT_NE(find(document, "roll", "id.national"), nullptr);
  EXPECT_EQ(find(document, "roll", "id.national")->shared, 250U);
}

TEST_F(OverlapPartTest, ComparesRowsInTheColumnsThatBothHave) {
  std::string narrow = "nama,nik\n";
  for (unsigned i = 0; i < 100; ++i) narrow += person(i) + "," + nik(i) + "\n";
  const auto document = examine_with(write("dump.csv", csv(0, 400)), {{"narrow", write("narrow.csv", narrow), false}});
  const auto* rows = find(document, "narrow", "row");
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->shared, 100U);
  EXPECT_EQ(rows->columns, 2U);
}

TEST_F(OverlapPartTest, SaysWhenRowsCannotBeCompared) {
  std::string other = "nik,x,y,z,u,v\n";
  for (unsigned i = 0; i < 100; ++i) other += nik(i) + ",1,2,3,4,5\n";
  const auto document = examine_with(write("dump.csv", csv(0, 400)), {{"other", write("other.csv", other), false}});
  EXPECT_EQ(find(document, "other", "row"), nullptr);
  EXPECT_TRUE(std::ranges::any_of(document.alarms, [](const auto& alarm) { return alarm.kind == "not_comparable"; }));
  ASSERT_NE(find(document, "other", "id.national"), nullptr);
  EXPECT_EQ(find(document, "other", "id.national")->shared, 100U);
}

TEST_F(OverlapPartTest, WhatWasPublishedIsNotLostAgain) {
  const auto dump = write("dump.csv", csv(0, 400));
  const auto roll = write("roll.csv", csv(0, 400));
  const auto before = examine_with(dump, {});
  const auto after = examine_with(dump, {{"roll", roll, true}});
  ASSERT_TRUE(before.severity && after.severity);
  EXPECT_DOUBLE_EQ(before.severity->cb - after.severity->cb, 0.5);
}

TEST_F(OverlapPartTest, RefusesTwoFilesOfOneNameAndNamesThatAreNone) {
  const auto dump = write("dump.csv", csv(0, 10));
  ExamineRequest request;
  request.paths = {dump};
  request.compare_with = {{"old", dump, false}, {"old", dump, true}};
  const auto examination = examine(request, Context{});
  ASSERT_FALSE(examination);
  EXPECT_EQ(examination.error().code.name(), "engine.known_twice");
  for (const char* bad : {"old", "=x", "old=", " a=b", "a/b=c", "a\nb=c"}) EXPECT_FALSE(parse_known(bad, false)) << bad;
  const auto good = parse_known("id.bpjs-kesehatan=a=b.csv", true);
  ASSERT_TRUE(good);
  EXPECT_EQ(good->path, "a=b.csv");
}

}  // namespace
}  // namespace sidik::engine
