#include "casefile/link_state.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

constexpr LinkState S = LinkState::seen;
constexpr LinkState N = LinkState::noticed;
constexpr LinkState A = LinkState::acknowledged;
constexpr LinkState R = LinkState::removed;
constexpr LinkState D = LinkState::dead;
constexpr LinkState B = LinkState::blocked;
constexpr LinkState K = LinkState::back;

/// Written by hand from decision 23. Rows: the state before; columns in the order of kLinkEvidences.
constexpr LinkState kTable[7][8] = {
    // notice ack  says_removed  up  removed  dead  blocked  undecided
    {N, A, R, S, R, D, B, S},  // seen
    {N, A, R, N, R, D, B, N},  // noticed
    {A, A, R, A, R, D, B, A},  // acknowledged
    {R, R, R, K, R, D, B, R},  // removed at source
    {D, D, D, K, R, D, B, D},  // link dead
    {B, B, R, K, R, D, B, B},  // blocked in a country
    {N, A, R, K, R, D, B, K},  // back again
};

LinkVerdict verdict(Finding finding, std::set<std::string> countries = {}) {
  return {finding, std::move(countries), {}, {}};
}

TEST(LinkState, EveryPieceOfEvidenceLeadsWhereTheTableSays) {
  for (std::size_t s = 0; s < kLinkStates.size(); ++s) {
    for (std::size_t e = 0; e < kLinkEvidences.size(); ++e) {
      EXPECT_EQ(next_state(kLinkStates[s], kLinkEvidences[e]), kTable[s][e])
          << word_of(kLinkStates[s]) << " + " << word_of(kLinkEvidences[e]);
    }
  }
}

TEST(LinkState, NoWordStandsForTwoStates) {
  std::set<std::string_view> words;
  for (const LinkState state : kLinkStates) words.insert(word_of(state));
  EXPECT_EQ(words.size(), kLinkStates.size());
}

TEST(LinkHistory, ABlockIsLiftedOnlyByContentThatComesInThatCountry) {
  auto link = LinkHistory::begin("2021-05-20T00:00:00Z", 1);
  EXPECT_TRUE(link.apply_verdict(verdict(Finding::blocked, {"ID", "MY"}), "2021-05-21T00:00:00Z", 2));
  EXPECT_FALSE(link.apply_verdict(verdict(Finding::up, {"SG"}), "2021-05-21T01:00:00Z", 3));
  EXPECT_EQ(link.state, B);
  EXPECT_TRUE(link.apply_verdict(verdict(Finding::up, {"MY"}), "2021-05-21T02:00:00Z", 4));
  EXPECT_EQ(link.state, B);
  EXPECT_EQ(link.blocked_in, std::set<std::string>{"ID"});
  EXPECT_TRUE(link.apply_verdict(verdict(Finding::up, {"ID"}), "2021-05-21T03:00:00Z", 5));
  EXPECT_EQ(link.state, K);
  EXPECT_TRUE(link.blocked_in.empty());
}

TEST(LinkHistory, ABlockDoesNotCountAsGone) {
  auto link = LinkHistory::begin("2021-05-20T00:00:00Z", 1);
  link.apply_verdict(verdict(Finding::blocked, {"ID"}), "2021-05-21T00:00:00Z", 2);
  EXPECT_FALSE(link.gone_at());
  link.apply_verdict(verdict(Finding::removed), "2021-05-22T00:00:00Z", 3);
  EXPECT_EQ(link.gone_at(), "2021-05-22T00:00:00Z");
  EXPECT_TRUE(link.blocked_in.empty());
}

TEST(LinkHistory, ANoticeOfABlockedLinkIsRememberedAndLeavesItBlocked) {
  auto link = LinkHistory::begin("2021-05-20T00:00:00Z", 1);
  link.apply_verdict(verdict(Finding::blocked, {"ID"}), "2021-05-21T00:00:00Z", 2);
  EXPECT_FALSE(link.apply_letter(LinkEvidence::notice, "2021-05-21T01:00:00Z", 3));
  EXPECT_EQ(link.state, B);
  EXPECT_EQ(link.noticed_at, "2021-05-21T01:00:00Z");
}

TEST(LinkHistory, EveryChangeNamesTheEventThatIsItsEvidence) {
  auto link = LinkHistory::begin("2021-05-20T00:00:00Z", 1);
  link.apply_letter(LinkEvidence::notice, "2021-05-20T01:00:00Z", 5);
  link.apply_verdict(verdict(Finding::undecided), "2021-05-20T02:00:00Z", 6);
  link.apply_verdict(verdict(Finding::removed), "2021-05-20T03:00:00Z", 7);
  link.apply_verdict(verdict(Finding::up, {"ID"}), "2021-05-23T03:00:00Z", 9);
  ASSERT_EQ(link.changes.size(), 4U);
  EXPECT_EQ(link.changes[1].event, 5U);
  EXPECT_EQ(link.changes[2].event, 7U);
  EXPECT_EQ(link.changes[3].to, K);
}

}  // namespace
}  // namespace sidik::casefile
