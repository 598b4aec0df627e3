#include "engine/person_columns.hpp"

#include <string>
#include <vector>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Invented people; the second and third rows write one person in two ways.
const Rows kRows = {{"3273010101900001", "BUDI SANTOSO", "Bandung"},
                    {"3273014203850002", "SITI AMINAH", "Bandung"},
                    {"3273.0142.0385.0002", "Siti Aminah", "Bandung"}};

class PersonColumnsTest : public testing::Test {
 protected:
  void add(const std::vector<std::string>& headers, const std::vector<const char*>& words, const Rows& rows,
           std::size_t left_out = PersonColumns::kNone) {
    std::vector<identify::ColumnSample> samples(headers.size());
    std::vector<identify::ColumnMeaning> meanings(headers.size());
    table::RecordBatch batch;
    batch.reset(headers.size(), RecordIndex(0));
    for (const auto& row : rows) {
      const std::vector<std::string_view> fields(row.begin(), row.end());
      batch.append(fields, {});
    }
    for (std::size_t c = 0; c < headers.size(); ++c) {
      samples[c].header = headers[c];
      for (const auto& row : rows) samples[c].values.emplace_back(row[c]);
      meanings[c].meaning = words[c];
      if (meanings[c].meaning == "id.national") meanings[c].identifier = "id.nik";
    }
    PersonColumns columns(samples, headers, meanings, pack_for_test(), 2021, left_out, persons_.store);
    count_ = columns.count();
    columns.add(batch);
  }

  PersonGathering persons_{pack_for_test(), std::uint64_t{64} << 20};
  std::size_t count_ = 0;
};

TEST_F(PersonColumnsTest, WritesOneIdentifierInOneWay) {
  add({"nik", "nama", "kota"}, {"id.national", "person.name", "unknown"}, kRows);
  ASSERT_EQ(persons_.store.rows(), 3U);
  const auto records = persons_.store.record_of_row();
  EXPECT_EQ(persons_.store.record(records[1])[0], persons_.store.record(records[2])[0]);
  EXPECT_NE(persons_.store.record(records[0])[0], persons_.store.record(records[1])[0]);
}

TEST_F(PersonColumnsTest, SharesAFieldBetweenTablesOfOneMeaning) {
  add({"nik", "nama", "kota"}, {"id.national", "person.name", "unknown"}, kRows);
  const std::size_t fields = persons_.store.fields().size();
  add({"full_name", "national_id"}, {"person.name", "id.national"},
      {{"BUDI SANTOSO", "3273010101900001"}, {"AGUS WIBOWO", "3273011111700003"}});
  EXPECT_EQ(persons_.store.fields().size(), fields);
  const auto records = persons_.store.record_of_row();
  EXPECT_EQ(persons_.store.record(records[0])[0], persons_.store.record(records[3])[0]);
}

TEST_F(PersonColumnsTest, LeavesOutTheColumnOfTruth) {
  add({"nik", "nama", "kota"}, {"id.national", "person.name", "unknown"}, kRows);
  const std::size_t with = count_;
  add({"nik", "nama", "kota"}, {"id.national", "person.name", "unknown"}, kRows, 0);
  EXPECT_EQ(count_, with - 1);
}

}  // namespace
}  // namespace sidik::engine
