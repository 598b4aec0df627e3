#include "engine/mark_seal.hpp"

#include <array>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class MarkSealTest : public FolderTest {
 protected:
  MarkSeal seal() const {
    MarkSeal out;
    out.made = "2026-05-01T00:00:00Z";
    out.version = "0.1.0";
    out.register_sha256 = std::string(64, 'a');
    out.register_rows = 100;
    out.key_check = key_check_of(key_);
    const SealedDecoy decoy{{trace_token(key_, "one")}, {trace_token(key_, "name"), trace_token(key_, "day")}};
    out.copies.push_back({"A", "A.csv", std::string(64, 'b'), 101, {"nik", "nama"}, {decoy}});
    out.controls.push_back(decoy);
    return out;
  }
  crypto::KeyedHash key_{std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{5}};
};

TEST_F(MarkSealTest, ComesBackWhole) {
  const auto read = read_seal(write("marks.json", to_json(seal())));
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_EQ(read->copies.size(), 1U);
  EXPECT_EQ(read->copies[0].recipient, "A");
  EXPECT_EQ(read->copies[0].decoys[0].strong[0], trace_token(key_, "one"));
  EXPECT_EQ(read->controls[0].weak.size(), 2U);
  EXPECT_EQ(read->key_check, key_check_of(key_));
  EXPECT_EQ(read->sha256.size(), 64U);
}

TEST_F(MarkSealTest, RefusesEveryChangeAndEveryCut) {
  const std::string whole = to_json(seal());
  for (std::size_t at = 0; at + 2 < whole.size(); at += 17) {
    std::string changed = whole;
    changed[at] = changed[at] == '1' ? '2' : '1';
    const auto read = read_seal(write("changed.json", changed));
    EXPECT_TRUE(!read || to_json(*read) == whole) << at;
    const auto cut = read_seal(write("cut.json", whole.substr(0, at)));
    ASSERT_FALSE(cut) << at;
    EXPECT_EQ(cut.error().code.name(), "engine.seal_malformed") << at;
  }
  EXPECT_EQ(read_seal((folder_ / "none").string()).error().code.name(), "engine.not_found");
}

TEST_F(MarkSealTest, TokensOfTwoKeysNeverMeet) {
  const crypto::KeyedHash other(std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{6});
  EXPECT_NE(trace_token(key_, "one"), trace_token(other, "one"));
  EXPECT_NE(trace_token(key_, "one"), trace_token(key_, "two"));
  EXPECT_NE(trace_token(key_, "one"), key_("one"));
  EXPECT_NE(key_check_of(key_), key_check_of(other));
}

}  // namespace
}  // namespace sidik::engine
