#include "casefile/verification.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>

#include "casefile/case_folder_for_test.hpp"

namespace sidik::casefile {
namespace {

constexpr int kNotes = 6;
constexpr int kEvents = kNotes + 2;

Signer rina() { return {"rina", crypto::SigningKey::random()}; }

Verification verified(const std::string& folder, const std::optional<Checkpoint>& against = std::nullopt) {
  auto log = EventLog::open_to_read(folder);
  EXPECT_TRUE(log);
  auto out = verify(*log, against);
  EXPECT_TRUE(out);
  return *out;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// Writes a body with its own hash, as somebody does who knows the form.
std::string set_body(int number, const std::string& body) {
  return "UPDATE events SET body=" + quoted(body) + ", hash=" + quoted(crypto::to_hex(body_hash(body))) +
         " WHERE number=" + std::to_string(number) + ";";
}

TEST(Verification, AnUntouchedCaseHolds) {
  const FolderForTest folder;
  make_case_for_test(folder.path(), rina(), kNotes);
  const auto out = verified(folder.path());
  EXPECT_FALSE(out.fault);
  EXPECT_EQ(out.events, kEvents);
  EXPECT_EQ(out.checkpoints, kNotes + 1);
  EXPECT_EQ(out.root.size(), 64U);
  EXPECT_TRUE(out.remarks.empty());
}

TEST(Verification, NamesTheFirstEventThatWasChanged) {
  for (int number = 0; number < kEvents; ++number) {
    const FolderForTest folder;
    make_case_for_test(folder.path(), rina(), kNotes);
    change_for_test(folder.path(),
                    "UPDATE events SET body=replace(body, '\"at\":\"2021', '\"at\":\"2022') WHERE number>=" +
                        std::to_string(number));
    const auto out = verified(folder.path());
    ASSERT_TRUE(out.fault) << number;
    EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(number));
    EXPECT_EQ(out.fault->kind, "changed");
  }
}

TEST(Verification, AHashThatWasWrittenAnewDoesNotHideAChange) {
  for (int number = 2; number < kEvents; ++number) {
    const FolderForTest folder;
    auto bodies = make_case_for_test(folder.path(), rina(), kNotes);
    std::string& body = bodies[static_cast<std::size_t>(number)];
    body.replace(body.find("note "), 5, "Note ");
    change_for_test(folder.path(), set_body(number, body));
    const auto out = verified(folder.path());
    ASSERT_TRUE(out.fault) << number;
    EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(number));
    EXPECT_EQ(out.fault->kind, "changed");
  }
}

TEST(Verification, AChainThatWasWrittenAnewDoesNotHideAChange) {
  const FolderForTest folder;
  auto bodies = make_case_for_test(folder.path(), rina(), kNotes);
  bodies[3].replace(bodies[3].find("note "), 5, "Note ");
  std::string sql = set_body(3, bodies[3]);
  for (int number = 4; number < kEvents; ++number) {
    auto read = *from_body(bodies[static_cast<std::size_t>(number)]);
    bodies[static_cast<std::size_t>(number)] =
        *to_body(read.event, body_hash(bodies[static_cast<std::size_t>(number - 1)]));
    sql += set_body(number, bodies[static_cast<std::size_t>(number)]);
  }
  change_for_test(folder.path(), sql);
  const auto out = verified(folder.path());
  ASSERT_TRUE(out.fault);
  EXPECT_EQ(out.fault->number, 3U);
}

TEST(Verification, NamesTheFirstEventThatWasDropped) {
  for (int number = 0; number < kEvents; ++number) {
    const FolderForTest folder;
    make_case_for_test(folder.path(), rina(), kNotes);
    change_for_test(folder.path(), "DELETE FROM events WHERE number=" + std::to_string(number));
    const auto out = verified(folder.path());
    ASSERT_TRUE(out.fault) << number;
    EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(number));
    EXPECT_EQ(out.fault->kind, "dropped");
  }
}

TEST(Verification, NamesTheFirstEventThatWasReordered) {
  for (int number = 0; number + 1 < kEvents; ++number) {
    const FolderForTest folder;
    const auto bodies = make_case_for_test(folder.path(), rina(), kNotes);
    const auto at = static_cast<std::size_t>(number);
    change_for_test(folder.path(), set_body(number, bodies[at + 1]) + set_body(number + 1, bodies[at]));
    const auto out = verified(folder.path());
    ASSERT_TRUE(out.fault) << number;
    EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(number));
    EXPECT_EQ(out.fault->kind, "reordered");
  }
}

TEST(Verification, AnEventThatNobodySignedIsFound) {
  const FolderForTest folder;
  const auto bodies = make_case_for_test(folder.path(), rina(), kNotes);
  auto read = *from_body(bodies.back());
  ++read.event.number;
  const std::string added = *to_body(read.event, body_hash(bodies.back()));
  change_for_test(folder.path(), "INSERT INTO events VALUES (" + std::to_string(kEvents) + "," + quoted(added) + "," +
                                     quoted(crypto::to_hex(body_hash(added))) + ")");
  const auto out = verified(folder.path());
  ASSERT_TRUE(out.fault);
  EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(kEvents));
  EXPECT_EQ(out.fault->kind, "unsigned");
}

TEST(Verification, ASignatureOfSomebodyElseIsFound) {
  const FolderForTest folder;
  const Signer owner = rina();
  make_case_for_test(folder.path(), owner, kNotes);
  {
    auto log = *EventLog::open(folder.path());
    const Signer thief{"rina", crypto::SigningKey::random()};
    ASSERT_TRUE(
        log.append(std::vector<Draft>{{"note.added", {{"text", "by another key"}}}}, thief, second_for_test(90)));
  }
  const auto out = verified(folder.path());
  ASSERT_TRUE(out.fault);
  EXPECT_EQ(out.fault->number, static_cast<std::uint64_t>(kEvents));
  EXPECT_EQ(out.fault->kind, "unsigned");
}

TEST(Verification, ACutEndIsFoundByACheckpointKeptElsewhere) {
  const FolderForTest folder;
  make_case_for_test(folder.path(), rina(), kNotes);
  const auto kept = EventLog::open_to_read(folder.path())->checkpoints()->back();
  EXPECT_FALSE(verified(folder.path(), kept).fault);
  change_for_test(folder.path(), "DELETE FROM events WHERE number>=5; DELETE FROM checkpoints WHERE size>5");
  EXPECT_FALSE(verified(folder.path()).fault) << "what cannot be seen from inside";
  const auto out = verified(folder.path(), kept);
  ASSERT_TRUE(out.fault);
  EXPECT_EQ(out.fault->number, 5U);
  EXPECT_EQ(out.fault->kind, "dropped");
}

TEST(Verification, APersonMayOnlyBeAddedByOneWhoIsThere) {
  const FolderForTest folder;
  const Signer owner = rina();
  make_case_for_test(folder.path(), owner, 1);
  auto log = *EventLog::open(folder.path());
  const Signer budi{"budi", crypto::SigningKey::random()};
  ASSERT_TRUE(log.append(std::vector<Draft>{person_for_test(budi)}, owner, second_for_test(50)));
  ASSERT_TRUE(log.append(std::vector<Draft>{{"note.added", {{"text", "b"}}}}, budi, second_for_test(51)));
  EXPECT_FALSE(verified(folder.path()).fault);
  const Signer stranger{"stranger", crypto::SigningKey::random()};
  ASSERT_TRUE(log.append(std::vector<Draft>{person_for_test(stranger)}, stranger, second_for_test(52)));
  EXPECT_TRUE(verified(folder.path()).fault) << "who adds himself is nobody's colleague";
}

TEST(Verification, AClockThatWentBackIsRemarked) {
  const FolderForTest folder;
  const Signer owner = rina();
  make_case_for_test(folder.path(), owner, 3);
  auto log = *EventLog::open(folder.path());
  ASSERT_TRUE(log.append(std::vector<Draft>{{"note.added", {{"text", "earlier"}}}}, owner, second_for_test(-3600)));
  const auto out = verified(folder.path());
  EXPECT_FALSE(out.fault);
  ASSERT_EQ(out.remarks.size(), 1U);
  EXPECT_NE(out.remarks.front().find("event 5"), std::string::npos);
}

}  // namespace
}  // namespace sidik::casefile
