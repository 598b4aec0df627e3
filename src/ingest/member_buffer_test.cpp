#include "ingest/member_buffer.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(MemberBuffer, GivesTheBytesFromAnyPlace) {
  MemorySource stream("0123456789", 3);
  const auto buffer = MemberBuffer::read_all(stream, {});
  ASSERT_TRUE(buffer);
  EXPECT_EQ((*buffer)->size(), 10U);
  std::string some(4, ' ');
  ASSERT_TRUE((*buffer)->seek(5));
  EXPECT_EQ((*buffer)->read(some).value(), 4U);
  EXPECT_EQ(some, "5678");
  EXPECT_EQ((*buffer)->read(some).value(), 1U);
  ASSERT_TRUE((*buffer)->seek(99));
  EXPECT_EQ((*buffer)->read(some).value(), 0U);
}

TEST(MemberBuffer, RefusesMoreThanItsPartOfTheMemory) {
  Limits limits;
  limits.memory_bytes = 40;
  MemorySource fits("0123456789");
  EXPECT_TRUE(MemberBuffer::read_all(fits, limits));
  MemorySource large("0123456789a");
  const auto refused = MemberBuffer::read_all(large, limits);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.name(), "ingest.member_too_large");
  EXPECT_EQ(refused.error().kind, ErrorKind::limit);
  EXPECT_NE(refused.error().next.find("--memory"), std::string::npos);
}

}  // namespace
}  // namespace sidik::ingest
