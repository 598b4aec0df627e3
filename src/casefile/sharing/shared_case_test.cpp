#include "casefile/sharing/shared_case.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "casefile/sharing/case_graph.hpp"
#include "casefile/sharing/misp_event.hpp"
#include "casefile/sharing/stix_bundle.hpp"

namespace sidik::casefile {
namespace {

CaseView view_for_test() {
  CaseView view;
  std::uint64_t number = 0;
  const auto add = [&](const char* kind, const char* by, Json data) {
    const std::string at = "2021-05-2" + std::to_string(number / 10) + "T0" + std::to_string(number % 10) + ":00:00Z";
    EXPECT_TRUE(view.apply({number++, at, by, kind, std::move(data)}));
  };
  add("case.opened", "rina", {{"name", "kasus"}, {"law", "id"}});
  add("person.added", "rina",
      {{"id", "rina"}, {"name", "Rina Rahasia"}, {"office", "Invented Desk"}, {"public_key", "00ff"}});
  add("exhibit.added", "rina",
      {{"id", "E1"},
       {"name", "sample.csv"},
       {"sha256", std::string(64, 'a')},
       {"bytes", 7},
       {"got_from", "an informant, Pak Rahasia"},
       {"path", "/home/rahasia/sample.csv"},
       {"sealed", false}});
  add("fact.stated", "rina", {{"name", "confirmed"}, {"value", 100002}, {"definition", "rows"}});
  add("fact.stated", "rina", {{"name", "guessed"}, {"value", 279}, {"definition", "a guess, Rahasia"}});
  add("fact.approved", "rina", {{"event", 3}});
  add("fact.approved", "budi", {{"event", 3}});
  add("fact.approved", "rina", {{"event", 4}});
  add("link.added", "rina",
      {{"link", "L1"},
       {"url", "https://files.example/f/1#rahasia-key"},
       {"site", "files.example"},
       {"host", "files.example"}});
  add("actor.seen", "rina", {{"handle", "seller"}, {"venue", "a forum"}, {"role", "seller"}});
  add("actor.claimed", "rina",
      {{"handle", "seller"}, {"subject", "persons"}, {"value", 279000000}, {"fact", "confirmed"}});
  add("actor.claimed", "rina", {{"handle", "seller"}, {"subject", "sample"}, {"value", 1000000}, {"fact", "guessed"}});
  add("note.added", "rina", {{"text", "Rahasia: the inside story"}});
  add("statement.issued", "rina",
      {{"language", "en"}, {"text", "100,002 rows are confirmed."}, {"facts", Json::object()}});
  return view;
}

/// Shows every text of a value.
void each_text(const Json& value, const std::function<void(const std::string&)>& take) {
  if (value.is_string()) take(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const Json& part : value) each_text(part, take);
}

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

TEST(StixBundle, RefersOnlyToWhatIsInIt) {
  const Json bundle = stix_bundle(SharedCase::of(view_for_test()));
  std::set<std::string> ids{"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"};
  for (const Json& object : bundle["objects"]) EXPECT_TRUE(ids.insert(object["id"]).second) << object["id"];
  for (const Json& object : bundle["objects"]) {
    for (const auto& [key, value] : object.items()) {
      if (key.ends_with("_ref")) {
        EXPECT_TRUE(ids.contains(value.get<std::string>())) << value;
      }
      if (key.ends_with("_refs")) each_text(value, [&](const std::string& id) { EXPECT_TRUE(ids.contains(id)) << id; });
    }
  }
}

TEST(CaseGraph, HasEachNodeOnce) {
  const Json graph = case_graph(SharedCase::of(view_for_test()));
  std::set<std::string> ids;
  for (const Json& node : graph["@graph"]) EXPECT_TRUE(ids.insert(node["@id"]).second) << node;
  EXPECT_GE(ids.size(), 5U);
}

TEST(MispEvent, IsForNobodyElseUntilSomebodyDecides) {
  const Json event = misp_event(SharedCase::of(view_for_test()))["Event"];
  EXPECT_EQ(event["distribution"], "0");
  EXPECT_EQ(event["published"], false);
  EXPECT_EQ(event["date"], "2021-05-20");
  EXPECT_EQ(event["Object"].size(), 2U) << "a file and a link";
  for (const Json& attribute : event["Attribute"]) EXPECT_EQ(attribute["to_ids"], false);
}

}  // namespace
}  // namespace sidik::casefile
