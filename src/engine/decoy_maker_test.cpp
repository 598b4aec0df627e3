#include "engine/decoy_maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

/// A register of invented members in families of three, heads first.
class DecoyMakerTest : public testing::Test {
 protected:
  enum Column : std::size_t { member, head, name, printed, sex, birth, national, phone, status, created };

  DecoyMakerTest() {
    static constexpr const char* kMen[] = {"AGUS", "BUDI", "JOKO", "HERU", "DEDI", "EKO", "TONO", "RUDI"};
    static constexpr const char* kWomen[] = {"SITI", "DEWI", "RINA", "WATI", "YULI", "LINA", "MAYA", "NURI"};
    static constexpr const char* kBegin[] = {"SAN", "WIJA", "HAR", "SETIA", "KUSU", "SAPU", "NUGRO", "PRA"};
    static constexpr const char* kEnd[] = {"TOSO", "YANTO", "TONO", "WAN", "MADI", "TRANTO", "HONO", "BOWO"};
    sample_.columns = {"NOKA", "NOKAKEPALA", "NAMA", "NMCETAK", "JENKEL", "TGLLHR", "NIK", "NOHP", "STATUS", "TSINPUT"};
    for (const char* meaning : {"id.member", "id.member_head", "person.name", "person.name_printed", "person.sex",
                                "birth.date", "id.national", "contact.phone", "status.membership", "record.created"}) {
      auto& added = sample_.meanings.emplace_back();
      added.meaning = meaning;
      added.confidence = 1;
    }
    sample_.meanings[national].identifier = "id.nik";
    SecretDraw draw(1);
    for (std::size_t r = 0; r < 600; ++r) {
      const bool is_woman = draw.below(2) == 0;
      const std::size_t day = 1 + draw.below(28);
      const std::size_t month = 1 + draw.below(12);
      const std::size_t year = 1950 + draw.below(50);
      const std::string full = fmt::format("{} {}", is_woman ? kWomen[draw.below(8)] : kMen[draw.below(8)],
                                           std::string(kBegin[draw.below(8)]) + kEnd[draw.below(8)]);
      const std::string number = fmt::format("{:013}", 970'000'000 + r * 3);
      sample_.rows.push_back(
          {number, fmt::format("{:013}", 970'000'000 + r / 3 * 9), full, full.substr(0, 12), is_woman ? "P" : "L",
           fmt::format("{}-{:02}-{:02}", year, month, day),
           fmt::format("317101{:02}{:02}{:02}{:04}", day + (is_woman ? 40 : 0), month, year % 100, 1 + draw.below(3)),
           r % 4 == 0 ? "" : fmt::format("0812{:08}", draw.below(100'000'000)), r % 5 == 0 ? "PST" : "AKTIF",
           fmt::format("2018-{:02}-{:02} {:02}:{:02}:{:02}", 1 + draw.below(12), 1 + draw.below(28), draw.below(24),
                       draw.below(60), draw.below(60))});
      sample_.places.push_back(r);
    }
  }

  std::vector<Decoy> make(std::size_t count) {
    SecretDraw draw(2);
    DecoyMaker maker(sample_, pack_for_test(), 2021, draw);
    std::vector<Decoy> out;
    for (std::size_t d = 0; d < count; ++d) {
      auto made = maker.make(out);
      EXPECT_TRUE(made);
      if (made) out.push_back(std::move(*made));
    }
    return out;
  }

  RegisterSample sample_;
};

TEST_F(DecoyMakerTest, MakesPersonsWhoseFieldsAgreeAndWhomNobodyIs) {
  std::map<std::size_t, std::set<std::string>> known;
  for (const auto& row : sample_.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) known[c].insert(row[c]);
  }
  for (const Decoy& decoy : make(60)) {
    const auto& row = decoy.fields;
    for (const std::size_t c : {member, name, national}) EXPECT_FALSE(known[c].contains(row[c])) << c;
    if (!row[phone].empty()) {
      EXPECT_FALSE(known[phone].contains(row[phone]));
    }
    EXPECT_TRUE(known[status].contains(row[status]));
    const bool is_woman = row[sex] == "P";
    const int day = std::stoi(row[birth].substr(8)) + (is_woman ? 40 : 0);
    EXPECT_EQ(row[national].substr(0, 12),
              fmt::format("317101{:02}{}{}", day, row[birth].substr(5, 2), row[birth].substr(2, 2)));
    EXPECT_GT(std::stoi(row[national].substr(12)), 3);
    EXPECT_LT(std::stoi(row[national].substr(12)), 100);
    EXPECT_EQ(row[printed], row[name].substr(0, 12));
    EXPECT_EQ(row[member].size(), 13U);
    EXPECT_FALSE(decoy.strong.empty());
  }
}

TEST_F(DecoyMakerTest, PutsDependantsIntoFamiliesOfTheirCopy) {
  const auto decoys = make(60);
  std::set<std::string> heads;
  for (const Decoy& decoy : decoys) {
    if (decoy.fields[head] == decoy.fields[member]) heads.insert(decoy.fields[member]);
  }
  std::size_t dependants = 0;
  for (const Decoy& decoy : decoys) {
    if (decoy.fields[head] == decoy.fields[member]) continue;
    ++dependants;
    EXPECT_TRUE(heads.contains(decoy.fields[head]));
    // What the family shares is no token of the dependant.
    EXPECT_EQ(std::ranges::count(decoy.strong, decoy.fields[head].substr(decoy.fields[head].find_first_not_of('0'))),
              0);
  }
  EXPECT_GT(dependants, 20U);
  EXPECT_LT(dependants, 55U);
}

TEST_F(DecoyMakerTest, GivesNoTwoDecoysWhatTheyAreKnownBy) {
  std::set<std::string> strong;
  for (const Decoy& decoy : make(200)) {
    for (const auto& form : decoy.strong) EXPECT_TRUE(strong.insert(form).second);
  }
}

TEST_F(DecoyMakerTest, MakesNobodyFromCodes) {
  RegisterSample codes;
  codes.columns = {"KODE", "JUMLAH"};
  codes.meanings.resize(2);
  codes.rows = {{"A", "1"}, {"B", "2"}};
  codes.places = {0, 1};
  SecretDraw draw(1);
  DecoyMaker maker(codes, pack_for_test(), 2021, draw);
  EXPECT_FALSE(maker.make({}));
}

}  // namespace
}  // namespace sidik::engine
