#include "engine/clock_desk.hpp"

#include <gtest/gtest.h>

#include "engine/case_desk.hpp"
#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class ClockDesk : public FolderTest {
 protected:
  CaseAccess access() const { return {(folder_ / "case").string(), "rina", {}, {}, {}}; }
  static std::string code(const auto& result) { return std::string(result.error().code.name()); }
  Context context;
};

TEST_F(ClockDesk, WhatIsSaidOnTheLineCountsBesideTheCase) {
  ASSERT_TRUE(open_case({access(), "id", "", "", ""}, context));
  ASSERT_TRUE(file_milestone(access(), "aware", "2021-05-20 09:00 WIB", context));
  ASSERT_TRUE(file_condition(access(), "bank", "no", context));
  ClockRequest request;
  request.folder = access().folder;
  request.at = "2021-06-10T00:00Z";
  const auto from_case = list_clocks(request, context);
  ASSERT_TRUE(from_case);
  EXPECT_NE(to_text(*from_case, "en").find("LATE\n  id.pm20-28"), std::string::npos) << to_text(*from_case, "en");
  EXPECT_NE(to_text(*from_case, "id").find("TERLAMBAT"), std::string::npos);
  request.met = {"id.pm20-28=2021-06-01T09:00+07:00"};
  EXPECT_EQ(to_text(*list_clocks(request, context), "en").find("LATE\n  id.pm20-28"), std::string::npos);
  request.events = {"aware=2022-12-01T09:00+07:00"};
  request.at = "2022-12-02T00:00Z";
  EXPECT_NE(to_text(*list_clocks(request, context), "en").find("RUNNING\n  id.pdp-46"), std::string::npos);
}

TEST_F(ClockDesk, WhatCannotBeReadIsRefusedWithItsForm) {
  ClockRequest request;
  EXPECT_EQ(code(list_clocks(request, context)), "engine.clock_option");
  request.laws = {"id"};
  for (const char* event : {"aware", "=2021-05-20T09:00Z", "aware=2021-05-20", "a b=2021-05-20T09:00Z"}) {
    request.events = {event};
    EXPECT_EQ(code(list_clocks(request, context)), "engine.clock_option") << event;
  }
  request.events.clear();
  request.laws = {"xx"};
  EXPECT_EQ(code(list_clocks(request, context)), "pack.law_unknown");
}

TEST_F(ClockDesk, OnlyRulesOfTheLawOfTheCaseAreMet) {
  ASSERT_TRUE(open_case({access(), "sg", "", "", ""}, context));
  EXPECT_EQ(code(file_duty_met(access(), "id.pm20-28", "2021-06-01T09:00Z", "letter", context)), "engine.clock_rule");
  EXPECT_TRUE(file_duty_met(access(), "sg.pdpa-26d", "2021-06-01T09:00Z", "letter", context));
  EXPECT_EQ(code(file_condition(access(), "persons", "many", context)), "engine.clock_option");
  EXPECT_EQ(code(file_condition(access(), "risk", "1", context)), "engine.clock_option");
  EXPECT_EQ(code(file_milestone(access(), "aware", "noon", context)), "engine.clock_option");
}

TEST_F(ClockDesk, RulesAreShownWithTheirSources) {
  for (const auto& country : countries_with_law()) {
    const auto text = rules_of(country, {}, "id");
    ASSERT_TRUE(text) << country;
    EXPECT_NE(text->find("source: "), std::string::npos) << country;
  }
}

}  // namespace
}  // namespace sidik::engine
