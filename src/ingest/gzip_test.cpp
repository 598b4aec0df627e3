#include "ingest/gzip.hpp"

#include <zlib.h>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

struct Unpacked {
  std::string text;
  std::string cut_because;
  Status status;
};
Unpacked unpack(const std::string& packed, const Limits& limits = {}) {
  MemorySource inner(packed, 1000);
  const auto source = open_gzip(inner, limits);
  Unpacked out;
  std::vector<char> buffer(3000);
  while (true) {
    auto got = source->read(buffer);
    if (!got) {
      out.status = std::unexpected(got.error());
      break;
    }
    if (*got == 0) break;
    out.text.append(buffer.data(), *got);
  }
  out.cut_because = source->cut_because();
  return out;
}

std::string sample() {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + ",x\n";
  return text;
}

TEST(Gzip, UnpacksOneMemberOrMany) {
  EXPECT_EQ(unpack(gzip(sample())).text, sample());
  const auto two = unpack(gzip("a\n") + gzip("b\n"));
  EXPECT_EQ(two.text, "a\nb\n");
  EXPECT_EQ(two.cut_because, "");
}

TEST(Gzip, GivesAllThatCameBeforeACut) {
  const std::string packed = gzip(sample());
  const auto cut = unpack(packed.substr(0, packed.size() / 2));
  EXPECT_GT(cut.text.size(), sample().size() / 4);
  EXPECT_TRUE(sample().starts_with(cut.text));
  EXPECT_NE(cut.cut_because, "");
  EXPECT_NE(unpack(packed.substr(0, packed.size() - 2)).cut_because, "") << "the checksum is missing";
}

TEST(Gzip, SaysWhereItIsDamaged) {
  std::string packed = gzip(sample());
  packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
  EXPECT_NE(unpack(packed).cut_because, "");
  EXPECT_NE(unpack(gzip("a\n") + "garbage").cut_because, "");
}

TEST(Gzip, StopsABomb) {
  const auto bomb = unpack(gzip(std::string(200 << 20, '\0')));
  ASSERT_FALSE(bomb.status);
  EXPECT_EQ(bomb.status.error().code.name(), "ingest.archive_ratio");
}

}  // namespace
}  // namespace sidik::ingest
