#include "casefile/event_log.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "casefile/case_folder_for_test.hpp"
#include "casefile/verification.hpp"

namespace sidik::casefile {
namespace {

std::vector<Draft> note(const std::string& text) { return {{"note.added", {{"text", text}}}}; }

TEST(EventLog, KeepsEventsInTheOrderInWhichTheyWereWritten) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  const auto bodies = make_case_for_test(folder.path(), signer, 2);
  ASSERT_EQ(bodies.size(), 4U);
  const auto read = from_body(bodies[3]);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->event.number, 3U);
  EXPECT_EQ(read->event.at, "2021-05-20T00:00:02Z");
  EXPECT_EQ(read->event.by, "rina");
  EXPECT_EQ(read->event.data["text"], "note 1");
  EXPECT_EQ(read->previous, crypto::to_hex(body_hash(bodies[2])));
}

TEST(EventLog, IsMadeOnceAndOnlyReadWhereItIs) {
  const FolderForTest folder;
  EXPECT_EQ(EventLog::open(folder.path()).error().code, ErrorCode("casefile.not_a_case"));
  make_case_for_test(folder.path(), {"rina", crypto::SigningKey::random()}, 0);
  EXPECT_EQ(EventLog::create(folder.path()).error().code, ErrorCode("casefile.exists"));
  EXPECT_EQ(EventLog::open(folder.path())->size(), 2U);
}

TEST(EventLog, ADamagedFileIsSaidToBeDamaged) {
  const FolderForTest folder;
  std::ofstream(folder.path() + "/case.db")
      << "no database at all, but long enough to be looked at, for a hundred bytes" << std::string(200, 'x');
  EXPECT_EQ(EventLog::open(folder.path()).error().code, ErrorCode("casefile.damaged"));
  std::ofstream(folder.path() + "/case.db", std::ios::trunc) << "";
  EXPECT_EQ(EventLog::open(folder.path()).error().code, ErrorCode("casefile.other_version"));
}

TEST(EventLog, NothingIsAddedBehindABrokenEnd) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 2);
  change_for_test(folder.path(), "DELETE FROM events WHERE number=3");
  auto log = *EventLog::open(folder.path());
  EXPECT_EQ(log.append(note("more"), signer, second_for_test(9)).error().code, ErrorCode("casefile.end_broken"));
}

TEST(EventLog, TextThatIsNoUtf8IsRefusedAndLeavesNothing) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 1);
  auto log = *EventLog::open(folder.path());
  EXPECT_FALSE(log.append(note("\xff\xfe"), signer, second_for_test(9)));
  EXPECT_EQ(log.size(), 3U);
  EXPECT_FALSE(verify(log)->fault);
}

/// Appends until it is killed.
[[noreturn]] void write_for_ever(const std::string& folder, const Signer& signer) {
  auto log = EventLog::open(folder);
  for (int i = 0;; ++i) {
    const std::vector<Draft> drafts = {{"note.added", {{"text", std::string(200, 'a')}}},
                                       {"note.added", {{"text", std::to_string(i)}}}};
    (void)log->append(drafts, signer, second_for_test(i));
  }
}

TEST(EventLog, AKilledWriterLeavesACaseThatOpensAndHolds) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 1);
  std::uint64_t before = 0;
  for (int round = 0; round < 25; ++round) {
    const pid_t child = fork();
    if (child == 0) write_for_ever(folder.path(), signer);
    ::usleep(static_cast<useconds_t>(2000 + round * 1700));  // the moment of the kill, not a wait for something
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    auto log = EventLog::open(folder.path());
    ASSERT_TRUE(log) << log.error().what;
    const auto out = verify(*log);
    ASSERT_TRUE(out);
    EXPECT_FALSE(out->fault) << out->fault->says;
    EXPECT_EQ(out->events % 2, 1U) << "half of what belongs together";
    EXPECT_GE(out->events, before);
    before = out->events;
  }
  EXPECT_GT(before, 3U) << "no writer came to write";
}

TEST(EventLog, WritersSideBySideContinueOneChain) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 0);
  constexpr int kWriters = 4;
  constexpr int kEach = 25;
  std::vector<pid_t> children;
  for (int w = 0; w < kWriters; ++w) {
    const pid_t child = fork();
    if (child == 0) {
      auto log = EventLog::open(folder.path());
      bool is_done = log.has_value();
      for (int i = 0; i < kEach && is_done; ++i)
        is_done = log->append(note(std::to_string(w)), signer, second_for_test(i)).has_value();
      _exit(is_done ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  auto log = *EventLog::open(folder.path());
  const auto out = verify(log);
  EXPECT_FALSE(out->fault);
  EXPECT_EQ(out->events, 2U + kWriters * kEach);
}

TEST(EventLog, AFullDiskLeavesWhatWasThere) {
  const FolderForTest folder;
  const Signer signer{"rina", crypto::SigningKey::random()};
  make_case_for_test(folder.path(), signer, 1);
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{40'000, 40'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    auto log = EventLog::open(folder.path());
    if (!log) _exit(2);
    for (int i = 0; i < 200; ++i) {
      const auto appended = log->append(note(std::string(500, 'x')), signer, second_for_test(i));
      if (appended) continue;
      const bool is_clear = appended.error().kind == ErrorKind::io;
      _exit(is_clear ? 0 : 3);
    }
    _exit(4);
  }
  int status = 1;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  auto log = EventLog::open(folder.path());
  ASSERT_TRUE(log);
  EXPECT_FALSE(verify(*log)->fault);
  EXPECT_TRUE(log->append(note("again"), signer, second_for_test(999)));
}

}  // namespace
}  // namespace sidik::casefile
