#include "casefile/sharing/stix_bundle.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "casefile/sharing/view_for_test.hpp"

namespace sidik::casefile {
namespace {

/// Shows every text of a value.
void each_text(const Json& value, const std::function<void(const std::string&)>& take) {
  if (value.is_string()) take(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const Json& part : value) each_text(part, take);
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

}  // namespace
}  // namespace sidik::casefile
