#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "casefile/case_view.hpp"

namespace sidik::casefile {

/// A case with something of each kind, of which much may not leave the house.
inline CaseView view_for_test() {
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

}  // namespace sidik::casefile
