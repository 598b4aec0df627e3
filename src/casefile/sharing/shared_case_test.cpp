#include "casefile/sharing/shared_case.hpp"

#include <gtest/gtest.h>

#include "casefile/sharing/case_graph.hpp"
#include "casefile/sharing/misp_event.hpp"
#include "casefile/sharing/stix_bundle.hpp"
#include "casefile/sharing/view_for_test.hpp"

namespace sidik::casefile {
namespace {

TEST(SharedCase, HoldsOnlyWhatTwoPersonsApproved) {
  const SharedCase shared = SharedCase::of(view_for_test());
  ASSERT_EQ(shared.facts.size(), 1U);
  EXPECT_EQ(shared.facts[0].name, "confirmed");
  EXPECT_EQ(shared.actors[0].claims[0].answered_by, "confirmed");
  EXPECT_EQ(shared.actors[0].claims[1].answered_by, "") << "that fact is not shared";
}

TEST(SharedCase, NamesNoPersonAndNoPlaceInAnyFormat) {
  const SharedCase shared = SharedCase::of(view_for_test());
  for (const Json& out : {misp_event(shared), stix_bundle(shared), case_graph(shared)}) {
    const std::string text = out.dump();
    for (const char* kept : {"Rahasia", "rahasia", "rina", "279,", ":279}", "guess"}) {
      EXPECT_EQ(text.find(kept), std::string::npos) << kept << " in " << text;
    }
    for (const char* shown :
         {"Invented Desk", "100002", "seller", "100,002 rows", "sample.csv", "https://files.example/f/1"})
      EXPECT_NE(text.find(shown), std::string::npos) << shown;
  }
}

TEST(SharedCase, HasTheSameIdsEachTime) {
  const SharedCase shared = SharedCase::of(view_for_test());
  EXPECT_EQ(stix_bundle(shared), stix_bundle(SharedCase::of(view_for_test())));
  auto other = view_for_test();
  other.persons[0].public_key = "11ff";
  EXPECT_NE(shared.id, SharedCase::of(other).id);
  EXPECT_EQ(shared.office_id(), SharedCase::of(other).office_id());
}

}  // namespace
}  // namespace sidik::casefile
