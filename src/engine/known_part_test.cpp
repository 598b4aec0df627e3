#include "engine/known_part.hpp"

#include <array>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

findings::Document two_strata() {
  findings::Document document;
  document.strata.resize(2);
  document.strata[0].records = 100;
  document.strata[1].records = 50;
  document.strata[0].seen_in.push_back({"id.example", "leak", 25});
  return document;
}

TEST(KnownPart, ContainmentIsAShareOfEachStratumWhereRowsWereCompared) {
  auto document = two_strata();
  const std::array files{KnownFile{"id.example", "x", false}};
  std::vector<origin::StratumFacts> facts(2);
  note_containment(document, files, facts);
  EXPECT_TRUE(facts[0].contained_in.empty());  // no row was compared: it says nothing
  document.overlaps.push_back({"id.example", "leak", "row", "records", 25, 0.2, 1, 125, 3});
  note_containment(document, files, facts);
  EXPECT_DOUBLE_EQ(facts[0].contained_in.at("id.example"), 0.25);
  EXPECT_DOUBLE_EQ(facts[1].contained_in.at("id.example"), 0);
}

TEST(KnownPart, WhatWasPublishedCountsWhetherOrNotItLeakedBefore) {
  auto document = two_strata();
  EXPECT_DOUBLE_EQ(share_published(document), 0);
  document.overlaps.push_back({"old", "leak", "row", "records", 150, 1, 1, 0, 3});
  EXPECT_DOUBLE_EQ(share_published(document), 0);
  document.overlaps.push_back({"roll", "published", "row", "records", 120, 0.8, 1, 30, 3});
  document.novelty.push_back({"row", "records", 150, 150, 0, 0});
  EXPECT_DOUBLE_EQ(share_published(document), 0.8);
  document.novelty[0] = {"row", "records", 150, 0, 150, 0};  // two rolls together hold all of it
  EXPECT_DOUBLE_EQ(share_published(document), 1);
}

}  // namespace
}  // namespace sidik::engine
