#include "casefile/signature_checks.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

SignatureCheck check_for_test(const crypto::SigningKey& key, std::uint64_t number) {
  const std::string text = "checkpoint " + std::to_string(number);
  return {key.public_key(), text, key.sign(text), number, number, number};
}

TEST(SignatureChecks, FindsTheFirstThatDoesNotHoldWhateverTheOrderOfTheWork) {
  const auto key = crypto::SigningKey::random();
  for (const std::size_t lanes : {1U, 4U}) {
    SignatureChecks checks(lanes);
    for (std::uint64_t i = 0; i < 2000; ++i) {
      auto check = check_for_test(key, i);
      if (i == 700 || i == 1200 || i == 1999) check.signature[3] ^= 1U;
      checks.add(std::move(check));
    }
    const auto bad = checks.first_bad();
    ASSERT_TRUE(bad);
    EXPECT_EQ(bad->event, 700U) << lanes;
  }
}

TEST(SignatureChecks, FindsNothingWhereAllHold) {
  const auto key = crypto::SigningKey::random();
  SignatureChecks checks(2);
  EXPECT_FALSE(SignatureChecks(2).first_bad());
  for (std::uint64_t i = 0; i < 300; ++i) checks.add(check_for_test(key, i));
  EXPECT_FALSE(checks.first_bad());
}

TEST(SignatureChecks, MayBeLeftWithoutAnAnswer) {
  const auto key = crypto::SigningKey::random();
  SignatureChecks checks(3);
  for (std::uint64_t i = 0; i < 600; ++i) checks.add(check_for_test(key, i));
}

}  // namespace
}  // namespace sidik::casefile
