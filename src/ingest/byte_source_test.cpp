#include "ingest/byte_source.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(PeekedSource, GivesWhatWasPeekedAtAgain) {
  MemorySource inner("abcdefgh", 3);
  PeekedSource source(inner);
  EXPECT_EQ(source.peek(5).value(), "abcde");
  std::vector<char> buffer(2);
  std::string all;
  while (true) {
    const std::size_t got = source.read(buffer).value();
    if (got == 0) break;
    all.append(buffer.data(), got);
    if (all.size() == 2) {
      EXPECT_EQ(source.peek(100).value(), "cdefgh");
    }
  }
  EXPECT_EQ(all, "abcdefgh");
}

TEST(FileSource, TellsAMissingFileFromAnUnreadableOne) {
  EXPECT_EQ(FileSource::open("/nonexistent/file", nullptr).error().code.name(), "ingest.not_found");
  const auto folder = FileSource::open("/", nullptr);
  std::vector<char> buffer(10);
  ASSERT_TRUE(folder);
  EXPECT_EQ((*folder)->read(buffer).error().code.name(), "ingest.unreadable");
}

}  // namespace
}  // namespace sidik::ingest
