#include "origin/row_signer.hpp"

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

/// 40 rows, ten of them written four times.
table::RecordBatch make_batch() {
  table::RecordBatch batch;
  batch.reset(2, RecordIndex(0));
  for (std::size_t i = 0; i < 40; ++i) {
    const std::size_t person = i < 30 ? i % 10 : i;
    const std::vector<std::string_view> fields{batch.keep(std::to_string(10000 + person)),
                                               batch.keep(person % 2 == 0 ? "L" : "P")};
    batch.append(fields, {});
  }
  return batch;
}

std::vector<Hash128> hashes_of(const table::RecordBatch& batch, std::uint64_t key) {
  std::vector<Hash128> out;
  for (std::size_t c = 0; c < batch.columns(); ++c) {
    for (std::size_t r = 0; r < batch.records(); ++r)
      out.push_back({(std::hash<std::string_view>()(batch.field(r, c)) ^ key) * 0x9e3779b97f4a7c15U, key});
  }
  return out;
}

std::vector<std::uint64_t> weights_of(const RowSigner& signer) {
  std::vector<std::uint64_t> out;
  for (const std::uint32_t signature : signer.table().ordered()) out.push_back(signer.table().weight(signature));
  return out;
}

TEST(RowSigner, SaysTheSameUnderEveryKeyAndWithoutHashes) {
  const auto batch = make_batch();
  const table::RecordBatch* sample[] = {&batch};
  const auto coders = learn_coders(sample, 2);
  RowSigner plain(coders);
  plain.add(batch, {});
  const auto expected = weights_of(plain);
  ASSERT_FALSE(expected.empty());
  for (const std::uint64_t key : {1U, 77U, 123456U}) {
    RowSigner keyed(coders);
    keyed.add(batch, hashes_of(batch, key));
    EXPECT_EQ(weights_of(keyed), expected);
  }
}

TEST(RowSigner, CountsARowOnceHoweverOftenItIsWritten) {
  const auto batch = make_batch();
  const table::RecordBatch* sample[] = {&batch};
  const auto coders = learn_coders(sample, 2);
  RowSigner once(coders);
  once.add(batch, {});
  RowSigner often(coders);
  for (int i = 0; i < 50; ++i) often.add(batch, {});
  EXPECT_EQ(weights_of(often).size(), weights_of(once).size());
  std::uint64_t records = 0;
  for (std::uint32_t s = 0; s < often.table().size(); ++s) records += often.table().records(s);
  EXPECT_EQ(records, 2000U);
}

TEST(RowSigner, NumbersTheSignaturesOfAnotherLane) {
  const auto batch = make_batch();
  const table::RecordBatch* sample[] = {&batch};
  const auto coders = learn_coders(sample, 2);
  RowSigner left(coders);
  RowSigner right(coders);
  std::vector<std::uint32_t> left_numbers;
  std::vector<std::uint32_t> right_numbers;
  left.add(batch, {}, &left_numbers);
  right.add(batch, {}, &right_numbers);
  const auto renumber = left.merge(right);
  for (std::size_t r = 0; r < batch.records(); ++r) EXPECT_EQ(renumber[right_numbers[r]], left_numbers[r]);
}

}  // namespace
}  // namespace sidik::origin
