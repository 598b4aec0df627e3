#include "base/error.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"
#include "base/units.hpp"

namespace sidik {
namespace {

TEST(Error, HasTheExitCodeAndStatusOfItsKind) {
  EXPECT_EQ(exit_code(ErrorKind::usage), 64);
  EXPECT_EQ(exit_code(ErrorKind::invalid_input), 65);
  EXPECT_EQ(exit_code(ErrorKind::not_found), 66);
  EXPECT_EQ(exit_code(ErrorKind::io), 74);
  EXPECT_EQ(exit_code(ErrorKind::limit), 75);
  EXPECT_EQ(exit_code(ErrorKind::protocol), 76);
  EXPECT_EQ(exit_code(ErrorKind::refused), 77);
  EXPECT_EQ(exit_code(ErrorKind::cancelled), 130);
  EXPECT_EQ(exit_code(ErrorKind::bug), 70);
  EXPECT_EQ(http_status(ErrorKind::not_found), 404);
  EXPECT_EQ(http_status(ErrorKind::limit), 413);
}

TEST(Error, IsOneLineWithTheNextStep) {
  EXPECT_EQ(to_line({ErrorKind::io, "base.example", "the disk is full", "free some space"}),
            "base.example: the disk is full; free some space");
  EXPECT_EQ(to_line({ErrorKind::bug, "base.example", "this cannot be", {}}), "base.example: this cannot be");
}

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::invalid_input, "base.odd", "the number is odd");
  return number / 2;
}
Result<int> quarter(int number) {
  SIDIK_TRY(const int once, half(number));
  return half(once);
}

TEST(Result, PassesTheFirstErrorOn) {
  EXPECT_EQ(quarter(8).value(), 2);
  EXPECT_EQ(quarter(6).error().code.name(), "base.odd");
}

TEST(Units, DoNotMixAndCompareByValue) {
  static_assert(!std::is_convertible_v<ByteOffset, ByteCount>);
  EXPECT_LT(ByteOffset(3), ByteOffset(4));
  EXPECT_EQ((ByteCount(3) + ByteCount(4)).value, 7U);
}

}  // namespace
}  // namespace sidik
