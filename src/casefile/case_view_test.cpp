#include "casefile/case_view.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

class Folded {
 public:
  Status add(const char* kind, Json data, const char* by = "rina") {
    return view.apply({next_++, "2021-05-20T09:00:00Z", by, kind, std::move(data)});
  }
  CaseView view;

 private:
  std::uint64_t next_ = 0;
};

TEST(CaseView, FoldsWhatIsKnownAndCountsTheRest) {
  Folded folded;
  ASSERT_TRUE(folded.add("case.opened", {{"name", "k"}, {"law", "id"}}));
  ASSERT_TRUE(folded.add("person.added", {{"id", "rina"}, {"name", "Rina"}}));
  ASSERT_TRUE(folded.add("exhibit.added", {{"id", "E1"}, {"sha256", "ab"}, {"bytes", 3}, {"sealed", true}}));
  ASSERT_TRUE(folded.add("examination.made", {{"exhibit", "E1"}, {"counts", {{"records", 3}}}}));
  ASSERT_TRUE(folded.add("milestone.reached", {{"name", "aware"}, {"when", "2021-05-20T02:00:00Z"}}));
  ASSERT_TRUE(folded.add("condition.decided", {{"name", "persons"}, {"value", 100002}}));
  ASSERT_TRUE(folded.add("condition.decided", {{"name", "risk"}, {"value", true}}));
  ASSERT_TRUE(folded.add("duty.met", {{"rule", "id.pm20-28"}, {"when", "2021-06-01T02:00:00Z"}}));
  ASSERT_TRUE(folded.add("statement.issued", {{"text", "x"}, {"facts", {{"confirmed", {{"shown", "1"}}}}}}));
  ASSERT_TRUE(folded.add("kind.ofLater", {{"anything", 1}}));
  const CaseView& view = folded.view;
  EXPECT_EQ(view.events, 10U);
  EXPECT_EQ(view.unknown, 1U);
  EXPECT_EQ(view.law, "id");
  EXPECT_EQ(view.exhibit("ab")->id, "E1");
  EXPECT_TRUE(view.exhibit("E1")->is_sealed);
  EXPECT_EQ(view.clock_facts.persons, 100002U);
  EXPECT_TRUE(view.clock_facts.conditions.at("risk"));
  EXPECT_TRUE(view.clock_facts.met.contains("id.pm20-28"));
  EXPECT_EQ(view.statements.front().facts.at("confirmed"), "1");
}

TEST(CaseView, AFactOfOnePersonOrOfTheSameTwiceIsNotUsable) {
  Folded folded;
  ASSERT_TRUE(folded.add("fact.stated", {{"name", "n"}, {"value", 1}}));
  EXPECT_FALSE(folded.view.fact("n")->is_usable());
  ASSERT_TRUE(folded.add("fact.approved", {{"event", 0}}));
  ASSERT_TRUE(folded.add("fact.approved", {{"event", 0}}));
  EXPECT_FALSE(folded.view.fact("n")->is_usable()) << "the same person twice";
  ASSERT_TRUE(folded.add("fact.approved", {{"event", 0}}, "budi"));
  EXPECT_TRUE(folded.view.fact("n")->is_usable());
}

TEST(CaseView, AKnownKindThatLacksItsPartsIsRefused) {
  const std::pair<const char*, Json> events[] = {{"person.added", Json::object()},
                                                 {"person.left", {{"id", "nobody"}}},
                                                 {"exhibit.added", {{"id", "E1"}}},
                                                 {"exhibit.deleted", {{"id", "E1"}}},
                                                 {"examination.made", {{"exhibit", "E1"}}},
                                                 {"fact.stated", {{"name", "n"}, {"value", Json::array()}}},
                                                 {"fact.stated", {{"value", 1}}},
                                                 {"fact.approved", {{"event", 99}}},
                                                 {"note.added", {{"text", 7}}},
                                                 {"milestone.reached", {{"name", "aware"}, {"when", "yesterday"}}},
                                                 {"condition.decided", {{"name", "risk"}, {"value", "perhaps"}}},
                                                 {"statement.issued", {{"text", "x"}, {"facts", {{"n", 1}}}}}};
  for (const auto& [kind, data] : events) {
    Folded folded;
    const Status status = folded.add(kind, data);
    ASSERT_FALSE(status) << kind;
    EXPECT_EQ(status.error().code, ErrorCode("casefile.event_malformed")) << kind;
  }
}

}  // namespace
}  // namespace sidik::casefile
