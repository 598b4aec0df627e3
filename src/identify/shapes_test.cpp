#include "identify/shapes.hpp"

#include <gtest/gtest.h>

#include <regex>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

/// The test set writes control characters as U+2400 plus their number, and marks with XML entities.
std::string decoded(std::string text) {
  static constexpr std::pair<const char*, const char*> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.compare(i, 3, "&#x") == 0) {
      const auto end = text.find(';', i);
      const unsigned long code = std::stoul(text.substr(i + 3, end - i - 3), nullptr, 16);
      if (code >= 0x2400 && code < 0x2421)
        out += static_cast<char>(code - 0x2400);
      else if (code < 0x80)
        out += static_cast<char>(code);
      else
        out += "\xC2", out += static_cast<char>(0x80 | (code & 0x3F));
      i = end + 1;
      continue;
    }
    bool replaced = false;
    for (const auto& [entity, plain] : kEntities) {
      if (text.compare(i, std::string_view(entity).size(), entity) != 0) continue;
      out += plain;
      i += std::string_view(entity).size();
      replaced = true;
      break;
    }
    if (!replaced) out += text[i++];
  }
  return out;
}

TEST(EmailForm, AgreesWithTheIsEmailTestSet) {
  const std::string text = read_text(data_folder() + "/isemail/tests.xml");
  if (text.empty()) GTEST_SKIP() << "third-party data is not in SIDIK_DATA";
  const std::regex test("<address>([^<]*)</address>\\s*(?:<comment>[^<]*</comment>\\s*)?<category>([^<]*)</category>");
  int asked = 0;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), test); it != std::sregex_iterator(); ++it) {
    const std::string address = decoded((*it)[1]);
    const bool expected = (*it)[2] != "ISEMAIL_ERR";
    const bool found = email_form(address) != EmailForm::none;
    ++asked;
    EXPECT_EQ(found, expected) << (*it)[1] << ' ' << (*it)[2];
  }
  EXPECT_GT(asked, 150);
}

struct Case {
  const char* value;
  bool expected;
};

template <std::size_t kSize>
void expect_all(const Case (&cases)[kSize], bool (*passes)(std::string_view)) {
  for (const Case& given : cases) EXPECT_EQ(passes(given.value), given.expected) << given.value;
}

TEST(Shapes, KnowInternetAddresses) {
  expect_all({{"192.0.2.1", true},
              {"255.255.255.255", true},
              {"256.1.1.1", false},
              {"1.2.3", false},
              {"1.2.3.4.5", false},
              {"1.2.3.", false},
              {"", false}},
             &is_ipv4);
  expect_all({{"2001:db8::1", true},
              {"::1", true},
              {"::", true},
              {"1:2:3:4:5:6:7:8", true},
              {"1:2:3:4:5:6:7", false},
              {"::ffff:192.0.2.1", true},
              {"fe80::1%eth0", true},
              {"2001:db8::/32", true},
              {"1::2::3", false},
              {"12345::", false},
              {"10:20:30", false}},
             &is_ipv6);
  expect_all({{"00:1A:2b:3c:4d:5e", true},
              {"00-1A-2b-3c-4d-5e", true},
              {"001a.2b3c.4d5e", true},
              {"00:1A:2b:3c:4d", false},
              {"00:1A-2b:3c:4d:5e", false}},
             &is_mac);
  expect_all({{"https://example.org/a?b", true},
              {"www.example.org", true},
              {"ftp://x.y", true},
              {"example", false},
              {"://", false},
              {"http://", false}},
             &is_url);
  expect_all({{"example.org", true},
              {"a.b.co.id", true},
              {"-a.org", false},
              {"1.5", false},
              {"a..b", false},
              {"xn--mnchen-3ya.xn--p1ai", true}},
             &is_domain);
  expect_all({{"6781b04d-7b5f-4c1a-bceb-b953e6ef70d7", true},
              {"{6781B04D-7B5F-4C1A-BCEB-B953E6EF70D7}", true},
              {"6781b04d7b5f4c1abcebb953e6ef70d7", false}},
             &is_uuid);
}

TEST(Shapes, NameTheKindOfAPasswordHash) {
  const std::pair<std::string, const char*> cases[] = {{std::string(32, 'a'), "md5_or_ntlm"},
                                                       {std::string(40, '0'), "sha1"},
                                                       {std::string(64, 'f'), "sha256"},
                                                       {std::string(96, 'F'), "sha384"},
                                                       {std::string(128, '1'), "sha512"},
                                                       {"$2y$10$" + std::string(53, 'x'), "bcrypt"},
                                                       {"$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", "argon2"},
                                                       {"$P$B" + std::string(30, 'x'), "phpass"},
                                                       {"pbkdf2_sha256$260000$salt$" + std::string(44, 'x'), "pbkdf2"},
                                                       {"*" + std::string(40, 'A'), "mysql41"},
                                                       {std::string(32, 'a') + ":" + std::string(32, 'b'), "lm_nt"}};
  for (const auto& [value, kind] : cases) EXPECT_STREQ(password_hash_kind(value), kind) << value;
  EXPECT_EQ(password_hash_kind("secret"), nullptr);
  EXPECT_EQ(password_hash_kind(std::string(33, 'a')), nullptr);
}

TEST(Shapes, KnowUserAgentsAndDegrees) {
  EXPECT_TRUE(is_user_agent("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101"));
  EXPECT_FALSE(is_user_agent("a visitor"));
  EXPECT_TRUE(is_degrees("-6.2", 90));
  EXPECT_FALSE(is_degrees("106.8", 90));
  EXPECT_FALSE(is_degrees("6 S", 90));
}

}  // namespace
}  // namespace sidik::identify
