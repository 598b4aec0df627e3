#include "pack/origin_profile.hpp"

#include <gtest/gtest.h>

#include "pack/pack.hpp"

namespace sidik::pack {
namespace {

const Pack& real_pack() {
  static const Pack kPack = [] {
    const std::string names[] = {"id"};
    auto pack = load_pack(names);
    return pack ? std::move(*pack) : Pack{};
  }();
  return kPack;
}

TEST(OriginProfile, ThirtyAndMoreAreInThePacksAndSound) {
  EXPECT_GE(real_pack().origins.size(), 30U);
  for (const OriginProfile& profile : real_pack().origins) {
    EXPECT_TRUE(faults_of(profile, real_pack().meanings).empty()) << profile.id;
    EXPECT_TRUE(profile.says.contains("en") && profile.says.contains("id")) << profile.id;
  }
}

TEST(OriginProfile, EveryInstitutionCitesAPublicSource) {
  for (const OriginProfile& profile : real_pack().origins) {
    if (!profile.is_institution()) continue;
    ASSERT_FALSE(profile.sources.empty()) << profile.id;
    EXPECT_NE(profile.sources.front().mark, "K") << profile.id;
  }
}

TEST(OriginProfile, ReadsBackWhatItWrites) {
  for (const OriginProfile& profile : real_pack().origins) {
    const std::string text = to_toml(profile);
    const auto again = read_origin_profile("again.toml", text);
    ASSERT_TRUE(again) << profile.id;
    EXPECT_EQ(to_toml(*again), text);
  }
}

OriginProfile with_code(const char* meaning, const char* code) {
  OriginProfile profile;
  profile.id = "kind.test";
  profile.columns.resize(3);
  profile.columns[0].name = "A";
  profile.columns[1].name = "B";
  profile.columns[2].name = "C";
  profile.columns[0].meaning = meaning;
  profile.columns[0].codes = {{code, 0}};
  return profile;
}

TEST(OriginProfile, RefusesCodesThatCouldBeSomebodys) {
  const auto& meanings = real_pack().meanings;
  EXPECT_TRUE(faults_of(with_code("person.sex", "L"), meanings).empty());
  for (const char* meaning : {"person.name", "id.national", "contact.phone", "birth.date", "person.mother_name",
                              "credential.password", "text.note", "geo.latitude", "network.ip", "record.author"})
    EXPECT_EQ(faults_of(with_code(meaning, "X"), meanings).size(), 1U) << meaning;
  for (const char* code : {"317101", "a@b", "abcdefghijklmnopqrstuvwxyz"})
    EXPECT_EQ(faults_of(with_code("person.sex", code), meanings).size(), 1U) << code;
}

TEST(OriginProfile, TellsArchetypesAndInstitutionsApartByTheirIds) {
  OriginProfile profile = with_code("person.sex", "L");
  profile.id = "id.test";
  EXPECT_FALSE(faults_of(profile, real_pack().meanings).empty());
  profile.kind = ProfileKind::institution;
  EXPECT_FALSE(faults_of(profile, real_pack().meanings).empty()) << "without a source";
  profile.sources.push_back({"a report", "somewhere", "H"});
  EXPECT_TRUE(faults_of(profile, real_pack().meanings).empty());
}

TEST(OriginProfile, NamesTheFaultOfAFile) {
  const auto missing =
      read_origin_profile("x.toml", "id = \"kind.x\"\nkind = \"archetype\"\ncolumn = [{ nam = \"A\" }]\n");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode("pack.malformed"));
  EXPECT_TRUE(missing.error().next.contains("docs/formats/origin-profile.md")) << missing.error().next;
  EXPECT_FALSE(read_origin_profile("x.toml", "id = \"kind.x\"\nkind = \"none\"\n"));
  EXPECT_FALSE(read_origin_profile(
      "x.toml", "id = \"kind.x\"\nkind = \"archetype\"\ncolumn = [{ name = \"A\", length = [9, 1] }]\n"));
}

}  // namespace
}  // namespace sidik::pack
