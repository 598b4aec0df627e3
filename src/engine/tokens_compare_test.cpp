#include "engine/tokens_compare.hpp"

#include <string>

#include "engine/token_files_for_test.hpp"

namespace sidik::engine {
namespace {

using CompareTokensTest = TokenFileTest;

TEST_F(CompareTokensTest, TwoFilesAreComparedWithoutDumpAndKey) {
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

TEST_F(CompareTokensTest, RowsOfOtherColumnsAreNotCompared) {
  ASSERT_TRUE(make());
  auto other = request_;
  other.path = write("other.csv", "nik,kota\n3273010101900001,BANDUNG\n3273014203850009,GARUT\n");
  other.out = (folder_ / "other.tokens").string();
  ASSERT_TRUE(make_tokens(other, Context{}));
  const auto compared = compare_tokens(request_.out, other.out);
  ASSERT_TRUE(compared);
  EXPECT_FALSE(compared->rows_compared);
  ASSERT_EQ(compared->overlaps.size(), 1U);
  EXPECT_EQ(compared->overlaps[0].field, "id.national");
  EXPECT_EQ(compared->overlaps[0].shared, 1U);
  const std::string json = to_json(*compared);
  EXPECT_NE(json.find("\"shared\": 1"), std::string::npos) << json;
}

}  // namespace
}  // namespace sidik::engine
