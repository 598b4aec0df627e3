#include "engine/linkage_model.hpp"

#include <fstream>
#include <iterator>

#include "engine/engine_files_for_test.hpp"
#include "people/invented_people_for_test.hpp"
#include "people/linker.hpp"

namespace sidik::engine {
namespace {

class LinkageModelTest : public FolderTest {};

TEST_F(LinkageModelTest, IsReadOnlyWhereItIsNamedAndPersonsAreLookedFor) {
  ExamineRequest request;
  const auto none = saved_model_of(request);
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->has_value());
  request.model_file = (folder_ / "none").string();
  EXPECT_EQ(saved_model_of(request).error().code.name(), "engine.model_unreadable");
  request.model_file = write("empty", "");
  EXPECT_EQ(saved_model_of(request).error().code.name(), "engine.model_unreadable");
  request.model_file = write("bad", "[1]");
  EXPECT_EQ(saved_model_of(request).error().code.name(), "people.model_malformed");
  request.parts = "scan";
  EXPECT_EQ(saved_model_of(request).error().code.name(), "engine.model_without_people");
}

TEST_F(LinkageModelTest, ComesBackAsItWasWrittenAndRefusesOtherFields) {
  people::InventedPeople invented = people::invent_people(200, 1);
  people::RecordStore& store = invented.store;
  const people::MatchModel model = people::link(store, {}).model;
  ExamineRequest request;
  ASSERT_TRUE(save_model(request, store, model));  // not asked for: nothing is written
  request.save_model_file = (folder_ / "model.json").string();
  ASSERT_TRUE(save_model(request, store, model));
  std::ifstream file(request.save_model_file);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(text.empty());
  request.model_file = request.save_model_file;
  const auto saved = saved_model_of(request);
  ASSERT_TRUE(saved) << to_line(saved.error());
  EXPECT_TRUE(model_for(*saved, store));
  people::LinkageField passport;
  passport.name = passport.meaning = "id.passport";
  passport.kind = people::FieldKind::digits;
  store.add_field(passport);
  const auto unfit = model_for(*saved, store);
  ASSERT_FALSE(unfit);
  EXPECT_EQ(unfit.error().code.name(), "people.model_unfit");
}

}  // namespace
}  // namespace sidik::engine
