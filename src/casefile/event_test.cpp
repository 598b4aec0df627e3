#include "casefile/event.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sidik::casefile {
namespace {

TEST(Event, IsReadAsItWasWritten) {
  const Event event{7, "2021-05-21T09:30:00Z", "rina", "note.added", {{"text", "tiga tautan"}}};
  const auto body = to_body(event, body_hash("before"));
  ASSERT_TRUE(body);
  const auto read = from_body(*body);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->event.number, 7U);
  EXPECT_EQ(read->event.at, event.at);
  EXPECT_EQ(read->event.by, "rina");
  EXPECT_EQ(read->event.kind, "note.added");
  EXPECT_EQ(read->event.data, event.data);
}

TEST(Event, WritesTheSecondInUtc) {
  EXPECT_EQ(time_text(std::chrono::sys_days(std::chrono::year{2024} / 2 / 29) + std::chrono::hours(23)),
            "2024-02-29T23:00:00Z");
  EXPECT_TRUE(is_time_text("2024-02-29T23:00:00Z"));
  for (const char* text : {"", "2024-02-29 23:00:00Z", "2024-02-29T23:00:00", "2024-02-29T23:00:0xZ"})
    EXPECT_FALSE(is_time_text(text)) << text;
}

TEST(Event, APartThatIsMissingOrOfAnotherTypeIsRefused) {
  const std::string whole = *to_body({0, "2021-05-21T09:30:00Z", "rina", "a.b", Json::object()}, {});
  ASSERT_TRUE(from_body(whole));
  const auto changed = [&](const char* key, const Json& value) {
    Json body = Json::parse(whole);
    if (value.is_discarded()) {
      body.erase(key);
    } else {
      body[key] = value;
    }
    return from_body(body.dump());
  };
  for (const char* key : {"at", "by", "kind", "previous", "number", "data"}) {
    EXPECT_FALSE(changed(key, Json(Json::value_t::discarded))) << key;
    EXPECT_FALSE(changed(key, Json::array())) << key;
  }
  EXPECT_FALSE(changed("number", -1));
  EXPECT_FALSE(changed("at", "yesterday"));
  EXPECT_FALSE(changed("more", "parts"));
}

}  // namespace
}  // namespace sidik::casefile
