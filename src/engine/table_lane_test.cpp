#include "engine/table_lane.hpp"

#include <array>
#include <string>
#include <vector>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Invented: the area is Bandung, the rest made up.
const Rows kRows = {{"3273010101900001", "0000000000001", "0000000000001"},
                    {"3273014203850002", "0000000000002", "0000000000001"},
                    {"3273014203850002", "0000000000002", "0000000000001"},
                    {"9999999999999999", "", "0000000000009"}};

table::RecordBatch batch_of(const Rows& rows, std::uint64_t first) {
  table::RecordBatch batch;
  batch.reset(3, RecordIndex(first));
  for (const auto& row : rows) {
    const std::vector<std::string_view> fields(row.begin(), row.end());
    batch.append(fields, {});
  }
  return batch;
}

class TableLaneTest : public testing::Test {
 protected:
  TableLaneTest() {
    for (const char* meaning : {"id.national", "id.member", "id.member_head"}) {
      meanings_.emplace_back();
      meanings_.back().meaning = meaning;
    }
    meanings_[0].identifier = "id.nik";
  }
  TableLane lane() {
    return {{"nik", "noka", "kepala"}, meanings_, ColumnRoles(meanings_), pack_for_test(), 2021, hash_, keys_};
  }

  std::vector<identify::ColumnMeaning> meanings_;
  crypto::KeyedHash hash_{std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes>{7}};
  LaneKeys keys_{std::uint64_t{64} << 20, "/tmp"};
};

std::uint64_t distinct(const runs::KeyPartitions& keys) {
  const runs::KeyPartitions* sets[] = {&keys};
  return runs::count_distinct(sets).value();
}

TEST_F(TableLaneTest, CountsRowsFieldsAndValidNationalNumbers) {
  TableLane lane = this->lane();
  lane.scan(batch_of(kRows, 0));
  EXPECT_EQ(distinct(keys_.rows), 3U);
  EXPECT_EQ(distinct(keys_.national_ids), 2U);
  EXPECT_EQ(keys_.records_with_national_id, 3U);
  EXPECT_EQ(distinct(lane.distinct()[1]), 2U);
}

TEST_F(TableLaneTest, RemembersSignaturesOnlyWhereTheyAreAskedFor) {
  const auto batch = batch_of(kRows, 5);
  const table::RecordBatch* sample[] = {&batch};
  const auto coders = origin::learn_coders(sample, 3);
  TableLane plain = lane();
  plain.sign_rows(coders, false);
  plain.scan(batch);
  EXPECT_FALSE(plain.trail());
  EXPECT_TRUE(plain.signatures().empty());
  TableLane followed = lane();
  followed.sign_rows(coders, true);
  followed.scan(batch);
  ASSERT_TRUE(followed.trail());
  std::vector<std::uint64_t> records;
  std::vector<std::uint32_t> numbers;
  followed.trail()->for_each([&](std::uint64_t record, std::uint32_t number) {
    records.push_back(record);
    numbers.push_back(number);
  });
  EXPECT_EQ(records, (std::vector<std::uint64_t>{5, 6, 7, 8}));
  EXPECT_EQ(numbers[1], numbers[2]);
  EXPECT_NE(numbers[0], numbers[3]);  // the last has no member number
}

TEST_F(TableLaneTest, NamesTheFailedChecksOfEachRecord) {
  TableLane lane = this->lane();
  std::vector<std::string> failed;
  lane.scan(batch_of(kRows, 0), &failed);
  ASSERT_EQ(failed.size(), 4U);
  EXPECT_TRUE(failed[0].empty());
  EXPECT_NE(failed[3].find("nik"), std::string::npos);
}

}  // namespace
}  // namespace sidik::engine
