#include "engine/register_habits.hpp"

#include <algorithm>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

using Part = RegisterHabits::Part;

/// Forty invented members of twenty families.
RegisterSample members() {
  RegisterSample sample;
  sample.columns = {"noka", "kepala", "nik", "nama", "lahir", "kode", "dibuat", "hp"};
  for (const char* meaning : {"id.member", "id.member_head", "id.national", "person.name", "birth.date", "unknown",
                              "record.created", "contact.phone"}) {
    sample.meanings.emplace_back().meaning = meaning;
  }
  sample.meanings[2].identifier = "id.nik";
  for (unsigned i = 0; i < 40; ++i) {
    const std::string own = "00010000" + std::to_string(10000 + i);
    const std::string head = "00010000" + std::to_string(10000 + i / 2 * 2);
    const std::string day = i % 2 == 0 ? "10" : "52";
    sample.rows.push_back({own, head, "327301" + day + "0190" + (i < 10 ? "000" : "00") + std::to_string(i),
                           "ORANG NOMOR " + std::string(1, static_cast<char>('A' + i % 26)),
                           i % 2 == 0 ? "1990-01-10" : "1990-01-12", i % 2 == 0 ? "X" : "Y",
                           "2020-01-01 10:00:" + std::to_string(10 + i), "0812345" + std::to_string(10000 + i)});
    sample.places.push_back(i);
  }
  return sample;
}

TEST(RegisterHabits, TellsWhatNamesAPersonFromWhatIsACode) {
  const auto sample = members();
  const RegisterHabits habits(sample, pack_for_test(), 2021);
  EXPECT_EQ(habits.part(0), Part::number);
  EXPECT_EQ(habits.part(2), Part::national);
  EXPECT_EQ(habits.part(3), Part::name);
  EXPECT_EQ(habits.part(4), Part::birth);
  EXPECT_EQ(habits.part(5), Part::keep);
  EXPECT_EQ(habits.part(6), Part::stamp);
  EXPECT_EQ(habits.part(7), Part::phone);
  EXPECT_EQ(habits.columns_of(Part::name), std::vector<std::size_t>{3});
  EXPECT_TRUE(habits.is_code(5, "X"));
  EXPECT_TRUE(habits.is_code(7, "-"));
  EXPECT_FALSE(habits.is_code(7, sample.rows[0][7]));
  EXPECT_TRUE(habits.has_seconds(6));
}

TEST(RegisterHabits, KnowsWhoBelongsToWhomAndWhoARowIsAbout) {
  const auto sample = members();
  const RegisterHabits habits(sample, pack_for_test(), 2021);
  EXPECT_TRUE(habits.roles().has_heads());
  EXPECT_FALSE(habits.is_dependent(sample.rows[0]));
  EXPECT_TRUE(habits.is_dependent(sample.rows[1]));
  EXPECT_EQ(habits.sex_of(sample.rows[0]), 'm');
  EXPECT_EQ(habits.sex_of(sample.rows[1]), 'f');
  ASSERT_TRUE(habits.birth_of(sample.rows[0]));
  EXPECT_EQ(habits.birth_of(sample.rows[0])->day, 10);
  EXPECT_TRUE(habits.is_same_place(sample.rows[0], sample.rows[5]));
  EXPECT_GE(habits.usual_serial(), 38U);
  const auto forms = habits.naming_forms();
  EXPECT_NE(std::ranges::find(forms, habits.form(7, sample.rows[3][7])), forms.end());
}

}  // namespace
}  // namespace sidik::engine
