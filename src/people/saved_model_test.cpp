#include "people/saved_model.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "people/invented_people_for_test.hpp"
#include "people/linker.hpp"

namespace sidik::people {
namespace {

std::string_view code_of(const Error& error) { return error.code.name(); }

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

class SavedModels : public testing::Test {
 protected:
  InventedPeople people_ = invent_people(400, 1);
  Linkage linkage_ = link(people_.store, {});
  std::string json_ = SavedModel(people_.store.fields(), linkage_.model).to_json();
};

TEST_F(SavedModels, ComeBackToTheLastBit) {
  const auto saved = SavedModel::parse(json_);
  ASSERT_TRUE(saved) << saved.error().what;
  EXPECT_EQ(saved->to_json(), json_);
  const auto model = saved->fit_to(people_.store.fields());
  ASSERT_TRUE(model);
  EXPECT_EQ(model->log2_prior, linkage_.model.log2_prior);
  EXPECT_EQ(model->cap, linkage_.model.cap);
  EXPECT_EQ(model->is_known, linkage_.model.is_known);
  for (std::size_t f = 0; f < model->fields.size(); ++f) {
    EXPECT_EQ(model->fields[f].m, linkage_.model.fields[f].m);
    EXPECT_EQ(model->fields[f].u, linkage_.model.fields[f].u);
    EXPECT_EQ(model->fields[f].kin, linkage_.model.fields[f].kin);
  }
  EXPECT_EQ(link(people_.store, {}, *model).person_of_record, linkage_.person_of_record);
}

TEST_F(SavedModels, DecideTheLinkageInPlaceOfTraining) {
  MatchModel never = linkage_.model;
  for (auto& field : never.fields) field.m = field.u = field.kin;
  EXPECT_GT(link(people_.store, {}, never).persons, linkage_.persons);
}

TEST_F(SavedModels, FollowTheFieldsInAnotherOrder) {
  auto fields = people_.store.fields();
  std::swap(fields[0], fields[1]);
  const auto model = SavedModel::parse(json_)->fit_to(fields);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->fields[0].m, linkage_.model.fields[1].m);
  EXPECT_EQ(model->fields[1].m, linkage_.model.fields[0].m);
  EXPECT_EQ(model->is_shared[0], fields[0].is_shared);
}

TEST_F(SavedModels, HoldNoHeaderAndNoValue) {
  const RecordStore& store = people_.store;
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    for (ValueCode code = 1; code < store.pool(f).size(); ++code)
      EXPECT_EQ(json_.find(store.text(f, code)), std::string::npos) << f << " " << code;
  }
  auto fields = people_.store.fields();
  fields[0].name = "CANARY";
  EXPECT_EQ(SavedModel(fields, linkage_.model).to_json(), json_);
}

TEST_F(SavedModels, SayWhenTheyDoNotFit) {
  const auto saved = SavedModel::parse(json_);
  auto fields = people_.store.fields();
  fields.back().meaning = "id.passport";
  EXPECT_EQ(code_of(saved->fit_to(fields).error()), "people.model_unfit");
  fields.pop_back();
  EXPECT_TRUE(saved->fit_to(fields));
  fields.push_back(fields.front());
  EXPECT_EQ(code_of(saved->fit_to(fields).error()), "people.model_unfit");
  EXPECT_EQ(code_of(SavedModel::parse(replaced(json_, "\"crossed\"", "\"swapped\"")).error()), "people.model_unfit");
}

TEST_F(SavedModels, SayWhenTheyAreMalformed) {
  const std::vector<std::pair<std::string, std::string>> damages = {
      {"\"log2_prior\"", "\"prior\""},
      {"\"log2_prior\": ", "\"log2_prior\": 1e9"},
      {"\"is_known\": ", "\"is_known\": 1"},
      {"\"fields\"", "\"columns\""},
      {"\"kind\": \"", "\"kind\": \"x"},
      {"\"m\"", "\"n\""},
      {"\"m\": [", "\"m\": [0.5,"},
      {"\"u\": [", "\"u\": [-"},
      {"\"bins\"", "\"boxes\""},
  };
  for (const auto& [what, with] : damages) {
    const auto read = SavedModel::parse(replaced(json_, what, with));
    ASSERT_FALSE(read) << with;
    EXPECT_EQ(code_of(read.error()), "people.model_malformed") << with;
  }
  for (std::size_t end = 0; end + 2 < json_.size(); end += 37)
    EXPECT_EQ(code_of(SavedModel::parse(json_.substr(0, end)).error()), "people.model_malformed") << end;
  EXPECT_EQ(code_of(SavedModel::parse(std::string(SavedModel::kMostBytes + 1, ' ')).error()), "people.model_malformed");
  EXPECT_EQ(code_of(SavedModel::parse(replaced(json_, "model\": 1", "model\": 2")).error()), "people.model_version");
}

}  // namespace
}  // namespace sidik::people
