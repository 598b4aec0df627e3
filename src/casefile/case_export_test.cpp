#include "casefile/case_export.hpp"

#include <gtest/gtest.h>

#include "casefile/case_folder_for_test.hpp"

namespace sidik::casefile {
namespace {

std::string exported() {
  const FolderForTest folder;
  make_case_for_test(folder.path(), {"rina", crypto::SigningKey::random()}, 4);
  auto log = *EventLog::open_to_read(folder.path());
  return *export_log(log);
}

TEST(CaseExport, HoldsElsewhereAsItDidAtHome) {
  const std::string text = exported();
  const auto log = read_export(text);
  ASSERT_TRUE(log);
  EXPECT_EQ(log->bodies.size(), 6U);
  const auto out = verify_export(*log);
  ASSERT_TRUE(out);
  EXPECT_FALSE(out->fault);
  EXPECT_EQ(out->checkpoints, 5U);
}

TEST(CaseExport, NamesWhatWasChangedDroppedOrReordered) {
  const auto log = *read_export(exported());
  for (std::size_t number = 2; number < log.bodies.size(); ++number) {
    ExportedLog changed = log;
    changed.bodies[number].replace(changed.bodies[number].find("note "), 5, "Note ");
    EXPECT_EQ(verify_export(changed)->fault->number, number);
    ExportedLog dropped = log;
    dropped.bodies.erase(dropped.bodies.begin() + static_cast<std::ptrdiff_t>(number));
    EXPECT_EQ(verify_export(dropped)->fault->number, number);
    if (number + 1 == log.bodies.size()) continue;
    ExportedLog reordered = log;
    std::swap(reordered.bodies[number], reordered.bodies[number + 1]);
    EXPECT_EQ(verify_export(reordered)->fault->number, number);
  }
}

TEST(CaseExport, WhatIsNoneIsRefusedWithItsLine) {
  for (const char* text :
       {"", "x", "{}", "{\"sidik_case\":2}\n", "{\"sidik_case\":1}\n", "{\"sidik_case\":1}\n{\"body\":7}\n",
        "{\"sidik_case\":1}\n{\"body\":\"x\",\"more\":1}\n", "{\"sidik_case\":1}\n{\"checkpoint\":{\"size\":1}}\n"})
    EXPECT_FALSE(read_export(text)) << text;
  EXPECT_NE(read_export("{\"sidik_case\":1}\n{\"body\":7}\n").error().what.find("line 2"), std::string::npos);
}

TEST(CaseExport, TheTableKeepsFormulasFromBeingOnes) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 0);
  auto log = *EventLog::open(folder.path());
  ASSERT_TRUE(log.append(std::vector<Draft>{{"=kind", {{"text", "a,\"b\""}}}}, signer, second_for_test(5)));
  const std::string table = *export_csv(log);
  EXPECT_NE(table.find("\"'=kind\",\"{\"\"text\"\":\"\"a,\\\"\"b\\\"\"\"\"}\""), std::string::npos) << table;
  EXPECT_TRUE(table.starts_with("number,at,by,kind,data\n0,2021-05-20T00:00:00Z,\"rina\","));
}

}  // namespace
}  // namespace sidik::casefile
