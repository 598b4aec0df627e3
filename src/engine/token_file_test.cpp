#include "engine/token_file.hpp"

#include <array>
#include <fstream>
#include <iterator>

#include "engine/engine_files_for_test.hpp"
#include "engine/tokens.hpp"

namespace sidik::engine {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class TokenFileTest : public FolderTest {
 protected:
  void SetUp() override {
    FolderTest::SetUp();
    key_ = write("case.key", "00112233445566778899aabbccddeeff\n");
    dump_ = write("dump.csv",
                  "nik,nama,no_hp\n3273010101900001,SITI AMINAH,081234567890\n3273010101900001,siti aminah,"
                  "081234567890\n3273014203850002,BUDI,081234567891\n");
    request_ = {dump_, (folder_ / "dump.tokens").string(), key_, {"id"}, {}, {}, false};
  }
  Result<TokenHead> make() const { return make_tokens(request_, Context{}); }
  static crypto::KeyedHash hash() {
    std::array<std::uint8_t, 16> key{};
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i * 0x11);
    return crypto::KeyedHash(key);
  }

  std::string key_;
  std::string dump_;
  TokensRequest request_;
};

TEST_F(TokenFileTest, HoldsSetsAndNoValue) {
  const auto head = make();
  ASSERT_TRUE(head);
  ASSERT_EQ(head->tables.size(), 1U);
  EXPECT_EQ(head->tables[0].records, 3U);
  EXPECT_EQ(head->tables[0].rows, 2U);  // the second row is the first in another case
  const std::string bytes = read_file(request_.out);
  for (const char* value : {"3273010101900001", "SITI", "siti", "aminah", "081234567890", "BUDI"})
    EXPECT_EQ(bytes.find(value), std::string::npos) << value;
  EXPECT_TRUE(is_token_file(request_.out));
  EXPECT_FALSE(is_token_file(dump_));
  const auto perms = std::filesystem::status(request_.out).permissions();
  EXPECT_EQ(perms & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(TokenFileTest, IsReadBackWhole) {
  ASSERT_TRUE(make());
  const auto head = read_token_head(request_.out, hash());
  ASSERT_TRUE(head);
  runs::MemoryBudget budget(std::uint64_t{64} << 20, "/tmp");
  runs::KeyPartitions rows(budget);
  std::vector<runs::KeyPartitions*> sets(head->sets.size(), nullptr);
  runs::KeyPartitions* const wanted = &rows;
  ASSERT_TRUE(read_tokens(request_.out, std::span(&wanted, 1), sets));
  EXPECT_EQ(rows.count_distinct().value(), 2U);
}

TEST_F(TokenFileTest, RefusesAnotherKeyAndWhatIsCutOff) {
  ASSERT_TRUE(make());
  const auto other = read_token_head(request_.out, crypto::KeyedHash(std::array<std::uint8_t, 16>{5}));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code.name(), "engine.tokens_other_key");
  const std::string bytes = read_file(request_.out);
  for (const std::size_t size : {std::size_t{3}, std::size_t{20}, std::size_t{100}, bytes.size() - 1}) {
    const std::string cut = write("cut.tokens", bytes.substr(0, size));
    const auto head = read_token_head(cut, hash());
    if (!head) {
      EXPECT_EQ(head.error().code.name(), "engine.tokens_malformed") << size;
      continue;
    }
    std::vector<runs::KeyPartitions*> rows(head->tables.size(), nullptr);
    std::vector<runs::KeyPartitions*> sets(head->sets.size(), nullptr);
    const auto status = read_tokens(cut, rows, sets);
    ASSERT_FALSE(status) << size;
    EXPECT_EQ(status.error().code.name(), "engine.tokens_malformed") << size;
  }
}

TEST_F(TokenFileTest, TwoFilesAreComparedWithoutDumpAndKey) {
  ASSERT_TRUE(make());
  auto other = request_;
  other.path = write("other.csv",
                     "no_hp;nik;nama\n081234567890;3273010101900001;Siti Aminah\n081234567899;3273014203850009;ANI\n");
  other.out = (folder_ / "other.tokens").string();
  ASSERT_TRUE(make_tokens(other, Context{}));
  const auto compared = compare_tokens(request_.out, other.out);
  ASSERT_TRUE(compared);
  EXPECT_TRUE(compared->rows_compared);
  ASSERT_FALSE(compared->overlaps.empty());
  EXPECT_EQ(compared->overlaps[0].field, "row");
  EXPECT_EQ(compared->overlaps[0].shared, 1U);
  EXPECT_EQ(compared->overlaps[0].new_here, 1U);
  EXPECT_DOUBLE_EQ(compared->overlaps[0].share_there, 0.5);
  other.key_file = write("other.key", "ffeeddccbbaa99887766554433221100\n");
  ASSERT_TRUE(make_tokens(other, Context{}));
  const auto refused = compare_tokens(request_.out, other.out);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.name(), "engine.tokens_keys_differ");
  std::string bytes = read_file(request_.out);
  for (const std::size_t size : {bytes.size() - 8, bytes.size() + 8}) {
    bytes.resize(size, 'x');
    EXPECT_FALSE(compare_tokens(write("cut.tokens", bytes), request_.out)) << size;
  }
}

TEST_F(TokenFileTest, NeedsAKey) {
  request_.key_file.clear();
  const auto head = make();
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error().code.name(), "engine.key_missing");
}

TEST_F(TokenFileTest, NeverOverwritesTheDump) {
  request_.out = dump_;
  const auto head = make();
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error().code.name(), "engine.output_is_input");
}

}  // namespace
}  // namespace sidik::engine
