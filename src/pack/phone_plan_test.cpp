#include "pack/phone_plan.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace sidik::pack {
namespace {

const Pack& indonesia() {
  static const Pack kPack = [] {
    const std::array<std::string, 1> names{"id"};
    return load_pack(names).value_or(Pack());
  }();
  return kPack;
}

TEST(PhonePlan, ReadsEveryUsualWriting) {
  const struct {
    const char* written;
    const char* country;
    const char* e164;
  } cases[] = {
      {"081234567890", "ID", "+6281234567890"},         {"0812-3456-7890", "ID", "+6281234567890"},
      {"(0812) 3456 7890", "ID", "+6281234567890"},     {"81234567890", "ID", "+6281234567890"},
      {"6281234567890", "ID", "+6281234567890"},        {"+62 812 3456 7890", "ID", "+6281234567890"},
      {"+62 812 3456 7890", "", "+6281234567890"},      {"+62 (0)812 3456 7890", "US", "+6281234567890"},
      {"006281234567890", "ID", "+6281234567890"},      {"0062 812.3456.7890", "", "+6281234567890"},
      {"(021) 3456789", "ID", "+62213456789"},          {"021/3456789", "id", "+62213456789"},
      {"(201) 555-0123", "US", "+12015550123"},         {"1-201-555-0123", "US", "+12015550123"},
      {"201.555.0123 x123", "US", "+12015550123"},      {"201-555-0123 ext. 4", "US", "+12015550123"},
      {"011 62 812 3456 7890", "US", "+6281234567890"}, {"+44 (0)20 7946 0018", "ID", "+442079460018"},
      {"020 7946 0018", "GB", "+442079460018"},         {"+39 06 698 12345", "ID", "+390669812345"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(to_e164(test.written, test.country, indonesia()).value_or("nothing"), test.e164) << test.written;
  }
}

TEST(PhonePlan, RefusesWhatNoPlanAllows) {
  for (const char* const written :
       {"", "+", "12", "0812", "08123", "0812345678901234", "+999123456789", "3175010101900001", "08l234567890",
        "0812+34567890", "1990-04-03", "++6281234567890", "0000000000", "+62", "siti@mail.id", "081234567890 x",
        "192.168.1.1", "0842345678901", "x1234567"}) {
    EXPECT_FALSE(to_e164(written, "ID", indonesia()).has_value()) << written;
  }
  EXPECT_FALSE(to_e164("081234567890", "", indonesia()).has_value());
  EXPECT_FALSE(to_e164("081234567890", "??", indonesia()).has_value());
}

TEST(PhonePlan, TellsKindCountryAndOperator) {
  const auto mobile = read_phone("0812-3456-7890", "ID", indonesia());
  ASSERT_TRUE(mobile.has_value());
  EXPECT_EQ(mobile->kind, PhoneKind::mobile);
  EXPECT_EQ(mobile->plan->country, "ID");
  EXPECT_EQ(operator_of(*mobile), "Telkomsel");
  const auto fixed = read_phone("(021) 3456789", "ID", indonesia());
  ASSERT_TRUE(fixed.has_value());
  EXPECT_EQ(fixed->kind, PhoneKind::fixed);
  EXPECT_EQ(operator_of(*fixed), "");
  EXPECT_EQ(phone_plan_of("ID", indonesia())->mobile_prefixes.size(), 38U);
  EXPECT_EQ(phone_plan_of("XX", indonesia()), nullptr);
}

TEST(PhonePlan, EveryPublishedExampleIsValid) {
  const char* folder = std::getenv("SIDIK_DATA");
  const std::filesystem::path data = folder != nullptr ? folder : SIDIK_SOURCE_DIR "/../shared/data";
  std::ifstream stream(data / "phone_examples/examples.mobile.json");
  if (!stream) GTEST_SKIP() << "no phone_examples in SIDIK_DATA";
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  // {"AC":"40123",...}: pieces between quotes, countries and numbers in turn.
  std::vector<std::string> pieces;
  for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at)) {
    const std::size_t end = text.find('"', at + 1);
    pieces.push_back(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  std::size_t valid = 0;
  for (std::size_t at = 0; at + 1 < pieces.size(); at += 2) {
    const auto number = read_phone(pieces[at + 1], pieces[at], indonesia());
    EXPECT_TRUE(number.has_value() && number->kind == PhoneKind::mobile) << pieces[at] << " " << pieces[at + 1];
    if (!number) continue;
    ++valid;
    const auto again = to_e164(number->e164, "", indonesia());
    EXPECT_EQ(again.value_or("nothing"), number->e164) << pieces[at];
  }
  EXPECT_EQ(valid, 245U);
}

}  // namespace
}  // namespace sidik::pack
