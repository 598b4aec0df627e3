#include "origin/learn_profile.hpp"

#include <gtest/gtest.h>

#include "origin/facts_gatherer.hpp"

namespace sidik::origin {
namespace {

pack::Pack small_pack() {
  pack::Pack pack;
  for (const char* name : {"person.name", "id.national", "person.sex", "contact.phone"}) {
    pack::Meaning meaning;
    meaning.name = name;
    meaning.identifies = std::string(name) != "person.sex";
    pack.meanings.push_back(meaning);
  }
  return pack;
}

StratumFacts small_register(const pack::Pack& pack) {
  FactsGatherer gatherer({"NAME", "NIK", "SEX", "HP", "SEX2"},
                         {"person.name", "id.national", "person.sex", "contact.phone", "person.sex"}, pack);
  for (int r = 0; r < 200; ++r) {
    const std::string name = r % 2 == 0 ? "SINTA CANARY" : "BUDI CANARY";  // few names: still no code list
    const std::string nik = "31710101019" + std::to_string(10000 + r);
    const std::string phone = "0812" + std::to_string(3000000 + 17 * r);
    const std::string_view fields[] = {name, nik, r % 3 == 0 ? "L" : "P", phone, r == 7 ? "0812999111" : "L"};
    gatherer.add(fields);
  }
  return gatherer.finish();
}

TEST(LearnProfile, KeepsStructureAndNoValueOfAPerson) {
  const pack::Pack pack = small_pack();
  const auto profile = learn_profile(small_register(pack), "kind.small", pack);
  EXPECT_TRUE(pack::faults_of(profile, pack.meanings).empty());
  const std::string toml = pack::to_toml(profile);
  for (const char* canary : {"CANARY", "317101", "0812", "999111"}) EXPECT_EQ(toml.find(canary), std::string::npos);
  ASSERT_EQ(profile.columns[2].codes.size(), 2U);
  EXPECT_TRUE(profile.columns[0].codes.empty());
  EXPECT_TRUE(profile.columns[4].codes.empty()) << "a list with one number of a person is none";
  EXPECT_EQ(profile.columns[1].length, (std::vector<std::uint32_t>{16, 16}));
  const auto again = pack::read_origin_profile("small.toml", toml);
  ASSERT_TRUE(again);
  EXPECT_EQ(pack::to_toml(*again), toml);
  EXPECT_TRUE(differences(profile, *again).empty());
}

}  // namespace
}  // namespace sidik::origin
