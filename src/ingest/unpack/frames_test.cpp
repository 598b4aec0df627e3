#include "ingest/unpack/frames.hpp"

#include <cstring>
#include <random>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string raw(int kind, int code = 0, std::uint32_t length = 0, std::uint64_t number = 0, int zero = 0) {
  std::string bytes(kFrameHeadBytes, '\0');
  bytes[0] = static_cast<char>(kind);
  bytes[1] = static_cast<char>(code);
  bytes[2] = static_cast<char>(zero);
  std::memcpy(&bytes[4], &length, sizeof length);
  std::memcpy(&bytes[8], &number, sizeof number);
  return bytes;
}

/// Reads frames until there is an error or the end, and gives the error's sentence or "end".
std::string read_all(const std::string& bytes, std::size_t piece = 7) {
  MemorySource source(bytes, piece);
  FrameReader reader(source);
  std::vector<char> buffer(1000);
  while (true) {
    const auto head = reader.next();
    if (!head) return head.error().what;
    if (head->kind == FrameKind::end) return "end";
    while (true) {
      const auto got = reader.read_data(buffer);
      if (!got) return got.error().what;
      if (*got == 0) break;
    }
  }
}

TEST(Frames, SayWhatWasWritten) {
  std::string bytes;
  FrameWriter writer([&bytes](std::string_view sent) {
    bytes += sent;
    return true;
  });
  writer.ready(true);
  writer.skipped("link", 3, StopCode::not_a_file);
  writer.member("../a.csv", 5, true);
  std::memcpy(writer.room().data(), "id\n1\n", 5);
  writer.data(5, 77);
  writer.member_end({StopCode::damaged, 78});
  writer.end({});
  MemorySource source(bytes, 3);
  FrameReader reader(source);
  EXPECT_EQ(reader.next()->code, 1);
  EXPECT_EQ(reader.next()->stop().code, StopCode::not_a_file);
  EXPECT_EQ(reader.read_name().value(), "link");
  const auto member = reader.next().value();
  EXPECT_EQ(member.number, 5U);
  EXPECT_EQ(member.code, kMemberIsEncrypted);
  EXPECT_EQ(reader.read_name().value(), "../a.csv");
  EXPECT_EQ(reader.next()->number, 77U);
  std::string text(5, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) filled += reader.read_data(std::span(text).subspan(filled)).value();
  EXPECT_EQ(text, "id\n1\n");
  EXPECT_EQ(reader.next()->stop().at, 78U);
  EXPECT_EQ(reader.next()->kind, FrameKind::end);
}

TEST(Frames, KeepTheEndOfALongName) {
  std::string bytes;
  FrameWriter writer([&bytes](std::string_view sent) {
    bytes += sent;
    return true;
  });
  writer.ready(true);
  writer.member(std::string(10 << 20, 'x') + ".csv", 0, false);
  MemorySource source(bytes);
  FrameReader reader(source);
  (void)reader.next();
  (void)reader.next();
  const std::string name = reader.read_name().value();
  EXPECT_EQ(name.size(), kFrameNameBytes);
  EXPECT_TRUE(name.ends_with(".csv"));
}

TEST(Frames, RefuseWhatIsOutOfOrderOrTooLong) {
  const std::string ready = raw(1);
  const std::string member = raw(2);
  EXPECT_EQ(read_all(ready + raw(7)), "end");
  EXPECT_EQ(read_all(ready + member + raw(5) + raw(7)), "end");
  EXPECT_NE(read_all(member), "end") << "before ready";
  EXPECT_NE(read_all(ready + ready), "end");
  EXPECT_NE(read_all(ready + member + member), "end");
  EXPECT_NE(read_all(ready + raw(3, 0, 1) + "x"), "end") << "data of no member";
  EXPECT_NE(read_all(ready + raw(5)), "end");
  EXPECT_NE(read_all(ready + member + raw(7)), "end");
  EXPECT_NE(read_all(ready + member + raw(6)), "end");
  EXPECT_NE(read_all(ready + raw(0)), "end");
  EXPECT_NE(read_all(ready + raw(200)), "end");
  EXPECT_NE(read_all(ready + raw(7, 200)), "end") << "an unknown reason";
  EXPECT_NE(read_all(ready + raw(7, 0, 0, 0, 1)), "end");
  EXPECT_NE(read_all(ready + raw(2, 0, kFrameNameBytes + 1)), "end");
  EXPECT_NE(read_all(ready + member + raw(3, 0, kFrameDataBytes + 1)), "end");
  EXPECT_NE(read_all(ready + member + raw(3, 0, 0xffffffffU)), "end");
  EXPECT_NE(read_all(ready + member + raw(3, 0, 10) + "short"), "end");
  EXPECT_NE(read_all(ready + raw(2, 0, 10) + "short"), "end");
  EXPECT_NE(read_all(ready), "end") << "it ends without saying so";
}

TEST(Frames, SurviveAnyBytes) {
  std::mt19937 random(17);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = raw(1);
    for (int i = 0; i < 8; ++i) {
      std::string frame = raw(static_cast<int>(random() % 9), static_cast<int>(random() % 14),
                              static_cast<std::uint32_t>(random() % 20));
      if (random() % 8 == 0) frame[random() % frame.size()] = static_cast<char>(random());
      bytes += frame + std::string(random() % 20, 'x');
    }
    (void)read_all(bytes, 1 + random() % 40);
  }
  SUCCEED() << "none of them harms";
}

}  // namespace
}  // namespace sidik::ingest
