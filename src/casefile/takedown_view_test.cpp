#include "casefile/takedown_view.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

LinkLook look(const std::string& country, std::int64_t status, const std::string& type) {
  LinkLook out;
  out.at = "2021-05-21T00:00:00Z";
  out.vantage = country + "-desk";
  out.country = country;
  out.resolver = "system";
  out.addresses = {"198.51.100.7"};
  out.address = out.addresses.front();
  out.hops = {{"https://files.example", status}};
  out.type = type;
  out.sha256 = std::string(64, 'a');
  out.bytes = 10;
  out.is_tls_verified = true;
  return out;
}

class LinksForTest {
 public:
  TakedownView view;
  Status apply(const std::string& kind, const Json& data) {
    const auto hour = static_cast<int>(number_);
    return view.apply({number_++, fmt_time(hour), "rina", kind, data});
  }
  Status add(const std::string& id, const std::string& host = "files.example") {
    return apply("link.added",
                 {{"link", id}, {"url", "https://" + host + "/" + id}, {"site", "https://" + host}, {"host", host}});
  }
  Status looked(const std::string& id, const LinkLook& seen) {
    return apply("link.looked", {{"link", id}, {"looks", Json::array({to_json(seen)})}});
  }
  Status letter(const std::string& kind, const std::string& id, const Json& more = Json::object()) {
    Json data{{"link", id}, {"sha256", std::string(64, 'b')}, {"with", "abuse@files.example"}};
    data.update(more);
    return apply(kind, data);
  }
  [[nodiscard]] LinkState state(const std::string& id) const { return view.link(id)->history.state; }
  static std::string fmt_time(int hour) {
    return "2021-05-20T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + ":00:00Z";
  }

 private:
  std::uint64_t number_ = 0;
};

TEST(TakedownView, FollowsALinkFromSightToRemovalAndBack) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1"));                             // 00
  ASSERT_TRUE(links.looked("L1", look("ID", 200, "zip")));  // 01
  EXPECT_EQ(links.state("L1"), LinkState::seen);
  ASSERT_TRUE(links.letter("link.noticed", "L1"));  // 02
  EXPECT_EQ(links.state("L1"), LinkState::noticed);
  ASSERT_TRUE(links.letter("link.answered", "L1", {{"says", "acknowledged"}}));  // 03
  EXPECT_EQ(links.state("L1"), LinkState::acknowledged);
  ASSERT_TRUE(links.looked("L1", look("ID", 410, "html")));  // 04
  EXPECT_EQ(links.state("L1"), LinkState::removed);
  ASSERT_TRUE(links.looked("L1", look("ID", 200, "zip")));  // 05
  EXPECT_EQ(links.state("L1"), LinkState::back);
  EXPECT_EQ(links.view.link("L1")->known_type, "zip");
  const auto hosts = links.view.hosts("2021-05-21T00:00:00Z");
  ASSERT_EQ(hosts.size(), 1U);
  EXPECT_EQ(hosts[0].hours_to_removal, std::vector<std::int64_t>{2});
  EXPECT_EQ(hosts[0].back, 1U);
}

TEST(TakedownView, AVerdictWrittenBesideTheLooksIsNotBelieved) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1"));
  ASSERT_TRUE(links.apply(
      "link.looked",
      {{"link", "L1"}, {"looks", Json::array({to_json(look("ID", 200, "zip"))})}, {"verdict", "removed_at_source"}}));
  EXPECT_EQ(links.state("L1"), LinkState::seen);
}

TEST(TakedownView, ARefusalIsKeptAndChangesNothing) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1"));
  ASSERT_TRUE(links.letter("link.noticed", "L1"));
  ASSERT_TRUE(links.letter("link.answered", "L1", {{"says", "refused"}}));
  EXPECT_EQ(links.state("L1"), LinkState::noticed);
  EXPECT_EQ(links.view.link("L1")->letters.size(), 2U);
}

TEST(TakedownView, ALinkThatStillHangsWaits) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1", "slow.example"));
  ASSERT_TRUE(links.letter("link.noticed", "L1", {{"on", "2021-05-20T00:30:00Z"}}));
  const auto hosts = links.view.hosts("2021-05-21T01:29:59Z");
  EXPECT_EQ(hosts[0].hours_waiting, std::vector<std::int64_t>{24});
  EXPECT_TRUE(hosts[0].hours_to_removal.empty());
}

TEST(TakedownView, ALinkThatWentBeforeItsNoticeGivesNoTime) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1"));
  ASSERT_TRUE(links.looked("L1", look("ID", 404, "html")));
  ASSERT_TRUE(links.letter("link.noticed", "L1"));
  const auto hosts = links.view.hosts("2021-05-21T00:00:00Z");
  EXPECT_TRUE(hosts[0].hours_to_removal.empty());
  EXPECT_EQ(hosts[0].gone, 1U);
}

TEST(TakedownView, EventsThatLackWhatTheyMustSayAreRefused) {
  LinksForTest links;
  ASSERT_TRUE(links.add("L1"));
  EXPECT_FALSE(links.add("L1"));
  EXPECT_FALSE(links.apply("link.added", {{"link", "L2"}}));
  EXPECT_FALSE(links.apply("link.looked", {{"link", "L9"}, {"looks", Json::array({to_json(look("ID", 200, "zip"))})}}));
  EXPECT_FALSE(links.apply("link.looked", {{"link", "L1"}, {"looks", Json::array()}}));
  EXPECT_FALSE(links.apply("link.looked", {{"link", "L1"}, {"looks", Json::array({1})}}));
  EXPECT_FALSE(links.apply("link.noticed", {{"link", "L1"}, {"sha256", "short"}}));
  EXPECT_FALSE(links.letter("link.answered", "L1", {{"says", "gone, trust me"}}));
  EXPECT_FALSE(links.letter("link.noticed", "L1", {{"on", "yesterday"}}));
}

TEST(TakedownView, TimesThatAreNoneHaveNothingBetween) {
  EXPECT_EQ(seconds_between("2024-02-28T23:59:59Z", "2024-03-01T00:00:00Z"), 86401);
  EXPECT_FALSE(seconds_between("2023-02-29T00:00:00Z", "2023-03-01T00:00:00Z"));
  EXPECT_FALSE(seconds_between("", "2023-03-01T00:00:00Z"));
}

}  // namespace
}  // namespace sidik::casefile
