#include "engine/people.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

using FindPeople = FolderTest;

/// Invented people in four rows; who is the truth.
const std::string kTable =
    "nik,nama,email,who\n"
    "3273010101900001,BUDI SANTOSO,budi@example.org,1\n"
    "3273014203850002,SITI AMINAH,siti@example.org,2\n"
    "3273014203850002,SITI AMINAH,siti.a@example.org,2\n"
    "3273011111700003,AGUS WIBOWO,agus@example.org,3\n";

PeopleRequest request_for(const std::string& path) {
  PeopleRequest request;
  request.reading.paths = {path};
  return request;
}

TEST_F(FindPeople, IsRightAgainstATruthThatItDoesNotSee) {
  auto request = request_for(write("people.csv", kTable));
  request.truth = "who";
  const auto found = find_people(request, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->rows, 4U);
  EXPECT_EQ(found->persons, 3U);
  ASSERT_TRUE(found->evaluation);
  EXPECT_DOUBLE_EQ(found->evaluation->pairwise.f1, 1);
  for (const auto& weight : found->weights) EXPECT_NE(weight.field, "who");
}

TEST_F(FindPeople, TakesTheTruthByItsNumberToo) {
  auto request = request_for(write("people.csv", kTable));
  request.truth = "4";
  const auto found = find_people(request, {});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->evaluation);
}

TEST_F(FindPeople, SaysWhatIsWrongWithTheRequest) {
  auto request = request_for(write("people.csv", kTable));
  request.truth = "nobody";
  auto found = find_people(request, {});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code.name(), "engine.truth_unknown");
  request.truth.reset();
  request.explain = {1, 99};
  found = find_people(request, {});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code.name(), "engine.row_unknown");
  found = find_people(request_for(write("things.csv", "weight,height\n12,3\n14,5\n15,7\n")), {});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code.name(), "engine.no_linkage_column");
}

TEST_F(FindPeople, ExplainsAPairWithoutItsValues) {
  auto request = request_for(write("people.csv", kTable));
  request.explain = {2, 3};
  const auto found = find_people(request, {});
  ASSERT_TRUE(found);
  ASSERT_GE(found->explained.size(), 3U);
  EXPECT_EQ(found->explained.front().what, "before");
  EXPECT_EQ(found->explained.back().what, "total");
  for (const auto& step : found->explained) EXPECT_EQ(step.masked.find("AMINAH"), std::string::npos);
}

}  // namespace
}  // namespace sidik::engine
