#include "engine/token_file.hpp"

#include <string>

#include "engine/token_files_for_test.hpp"

namespace sidik::engine {
namespace {

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

}  // namespace
}  // namespace sidik::engine
