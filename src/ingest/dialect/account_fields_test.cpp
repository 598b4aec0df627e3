#include "ingest/dialect/account_fields.hpp"

#include <string>

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using Fields = std::vector<std::string_view>;

Fields joined(std::string_view line, std::size_t columns) {
  Fields raw;
  for (std::size_t at = 0;;) {
    const auto end = line.find(':', at);
    raw.push_back(line.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  Fields out;
  join_addresses(raw, columns, out);
  return out;
}

TEST(AccountFields, KeepAddressesWhole) {
  const std::pair<std::string_view, Fields> cases[] = {
      {"https://example.org/login:siti:kucing1", {"https://example.org/login", "siti", "kucing1"}},
      {"https://example.org:8443/a:siti:kucing1", {"https://example.org:8443/a", "siti", "kucing1"}},
      {"https://example.org:8443:siti:kucing1", {"https://example.org:8443", "siti", "kucing1"}},
      {"https://example.org:12345:kucing1", {"https://example.org", "12345", "kucing1"}},
      {"https://example.org/:12345:kucing1", {"https://example.org/", "12345", "kucing1"}},
      {"android://k9==@com.example.app/:siti:x", {"android://k9==@com.example.app/", "siti", "x"}},
      {"example.org:8080/a:siti:kucing1", {"example.org:8080/a", "siti", "kucing1"}},
      {"https://example.org/:siti:ku:ci:ng", {"https://example.org/", "siti", "ku:ci:ng"}},
      {"siti@example.org:ku:ci:https://example.org:80/a", {"siti@example.org", "ku:ci", "https://example.org:80/a"}},
      {"siti:kucing:1", {"siti", "kucing", "1"}}};
  for (const auto& [line, fields] : cases) EXPECT_EQ(joined(line, 3), fields) << line;
}

TEST(AccountFields, AreFewerThanTheColumnsWhereALineIsShort) {
  EXPECT_EQ(joined("https://example.org/login:siti", 3).size(), 2U);
  EXPECT_EQ(joined("https://example.org", 3).size(), 1U);
  EXPECT_EQ(joined("", 3), Fields{""});
  EXPECT_EQ(joined("://", 3), (Fields{"", "//"})) << "nothing is no scheme";
}

TEST(AccountFields, AreCountedWithoutKnowingTheColumns) {
  EXPECT_EQ(joined("https://example.org:8443:siti:kucing1", 0).size(), 3U);
  EXPECT_EQ(joined("https://example.org/:siti:ku:ci", 0).size(), 4U);
}

}  // namespace
}  // namespace sidik::ingest
