#include "engine/case_desk.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/case_examine.hpp"
#include "engine/case_present.hpp"
#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class CaseDesk : public FolderTest {
 protected:
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  CaseAccess access() const { return {path("case"), {}, {}, {}, {}}; }
  CaseAccess as(const std::string& id) const { return {path("case"), id, {}, {}, {}}; }
  void open() {
    const auto opened = open_case({as("rina"), "id", "", "Rina", "desk"}, context);
    ASSERT_TRUE(opened) << opened.error().what;
  }
  static std::string code(const auto& result) { return std::string(result.error().code.name()); }

  Context context;
};

TEST_F(CaseDesk, OpensWithTheKeysBesideIt) {
  open();
  EXPECT_TRUE(std::filesystem::exists(path("case.key")));
  EXPECT_TRUE(std::filesystem::exists(path("case.rina.signer")));
  EXPECT_EQ(code(open_case({as("rina"), "id", "", "", ""}, context)), "casefile.exists");
  EXPECT_EQ(code(open_case({{path("other"), "a/b", {}, {}, {}}, "id", "", "", ""}, context)), "engine.case_option");
  EXPECT_EQ(code(open_case({{path("other"), "a", {}, {}, {}}, "Indonesia", "", "", ""}, context)),
            "engine.case_option");
  EXPECT_FALSE(verify_case(path("case"), "")->fault);
}

TEST_F(CaseDesk, OnlyItsPersonsWithTheirOwnKeysWrite) {
  open();
  EXPECT_EQ(code(add_note(as("budi"), "x", {}, context)), "casefile.not_in_case");
  ASSERT_TRUE(add_person(access(), {"budi", "Budi", "desk", ""}, context));
  EXPECT_TRUE(add_note(as("budi"), "x", {}, context));
  CaseAccess borrowed = as("budi");
  borrowed.signer_file = path("case.rina.signer");
  EXPECT_EQ(code(add_note(borrowed, "x", {}, context)), "casefile.not_in_case");
  ASSERT_TRUE(let_person_go(access(), "budi", context));
  EXPECT_EQ(code(add_note(as("budi"), "x", {}, context)), "casefile.not_in_case");
  EXPECT_EQ(code(let_person_go(access(), "rina", context)), "engine.case_option");
  EXPECT_FALSE(verify_case(path("case"), "")->fault);
}

TEST_F(CaseDesk, AFactNeedsTwoPersonsAndALaterOneTakesItsPlace) {
  open();
  ASSERT_TRUE(add_person(access(), {"budi", "Budi", "desk", ""}, context));
  ASSERT_TRUE(state_fact(access(), {"confirmed", "100002", "rows that were confirmed", "letter 1"}, context));
  ASSERT_TRUE(approve_fact(access(), "confirmed", context));
  EXPECT_EQ(code(approve_fact(access(), "confirmed", context)), "engine.fact_approved");
  EXPECT_FALSE(view_case(path("case"))->fact("confirmed")->is_usable());
  ASSERT_TRUE(approve_fact(as("budi"), "confirmed", context));
  EXPECT_TRUE(view_case(path("case"))->fact("confirmed")->is_usable());
  ASSERT_TRUE(state_fact(access(), {"confirmed", "100003", "rows that were confirmed", "letter 2"}, context));
  const auto view = view_case(path("case"));
  ASSERT_EQ(view->facts.size(), 2U) << "both stay";
  EXPECT_TRUE(view->facts[0].superseded_by);
  EXPECT_FALSE(view->fact("confirmed")->is_usable());
  EXPECT_EQ(code(approve_fact(access(), "unknown", context)), "engine.fact_unknown");
}

TEST_F(CaseDesk, AnExhibitIsSealedOrLeftAndTakenOnce) {
  open();
  const std::string dump = write("dump.csv", "nik,nama\n3174010101900001,SITI REKAAN\n");
  const auto sealed = add_exhibit(access(), {dump, "https://host.example", "downloaded", false, {}}, context);
  ASSERT_TRUE(sealed) << sealed.error().what;
  EXPECT_EQ(sealed->id, "E1");
  EXPECT_EQ(code(add_exhibit(access(), {dump, "", "", true, {}}, context)), "engine.exhibit_known");
  const std::string other = write("other.csv", "a\n1\n");
  const auto left = add_exhibit(access(), {other, "", "", true, {}}, context);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->path, other);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path("case"))) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(bytes.find("SITI"), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find("3174010101"), std::string::npos) << entry.path();
  }
}

TEST_F(CaseDesk, AnExaminationOfASealedExhibitBecomesFacts) {
  open();
  std::string rows = "nik,nama\n";
  for (int i = 0; i < 50; ++i)
    rows += "31740101019" + std::to_string(10000 + i) + ",ORANG " + std::to_string(i % 7) + "\n";
  ASSERT_TRUE(add_exhibit(access(), {write("dump.csv", rows), "", "", false, {}}, context));
  ExamineRequest request;
  request.parts = "scan";
  const auto examination = examine_exhibits(access(), {}, request, context);
  ASSERT_TRUE(examination) << examination.error().what;
  EXPECT_EQ(examination->document.exhibits.front().path, "dump.csv");
  const auto view = view_case(path("case"));
  ASSERT_EQ(view->examinations.size(), 1U);
  ASSERT_NE(view->fact("E1.records"), nullptr);
  EXPECT_EQ(view->fact("E1.records")->value, 50);
  EXPECT_TRUE(std::filesystem::exists(path("case/documents/" + view->examinations.front().document_sha256 + ".json")));
  ASSERT_TRUE(approve_fact(access(), "E1.records", context));
  ASSERT_TRUE(examine_exhibits(access(), {"E1"}, request, context));
  EXPECT_EQ(view_case(path("case"))->fact("E1.records")->approved_by.size(), 1U) << "the same count keeps its approval";
  EXPECT_EQ(code(examine_exhibits(access(), {"E9"}, request, context)), "engine.exhibit_unknown");
}

TEST_F(CaseDesk, AnExhibitThatWasLeftAndChangedIsRefused) {
  open();
  const std::string dump = write("dump.csv", "a,b\n1,2\n");
  ASSERT_TRUE(add_exhibit(access(), {dump, "", "", true, {}}, context));
  write("dump.csv", "a,b\n1,3\n");
  ExamineRequest request;
  request.parts = "scan";
  EXPECT_EQ(code(examine_exhibits(access(), {}, request, context)), "engine.exhibit_changed");
}

TEST_F(CaseDesk, ClosingDeletesWhatIsSealedAndSaysSo) {
  open();
  ASSERT_TRUE(add_exhibit(access(), {write("dump.csv", "a\n1\n"), "", "", false, {}}, context));
  ASSERT_TRUE(add_exhibit(access(), {write("left.csv", "a\n2\n"), "", "", true, {}}, context));
  const auto certificate = close_case(access(), context);
  ASSERT_TRUE(certificate) << certificate.error().what;
  EXPECT_NE(certificate->find("dump.csv"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_empty(path("case/exhibits")));
  EXPECT_TRUE(std::filesystem::exists(path("left.csv")));
  EXPECT_EQ(code(add_note(access(), "late", {}, context)), "engine.case_closed");
  EXPECT_FALSE(verify_case(path("case"), "")->fault);
  EXPECT_NE(to_text(*view_case(path("case")), text::Instant()).find("deleted"), std::string::npos);
}

TEST_F(CaseDesk, ACheckpointThatWasKeptShowsACutEnd) {
  open();
  ASSERT_TRUE(add_note(access(), "one", {}, context));
  const std::string kept = write("kept.json", *export_checkpoint(path("case")));
  EXPECT_FALSE(verify_case(path("case"), kept)->fault);
  EXPECT_EQ(code(verify_case(path("case"), write("bad.json", "{}"))), "engine.checkpoint_malformed");
  EXPECT_EQ(code(verify_case(path("none"), "")), "casefile.not_a_case");
}

}  // namespace
}  // namespace sidik::engine
