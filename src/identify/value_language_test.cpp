#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "identify/test_table.hpp"
#include "identify/value_reader.hpp"

namespace sidik::identify {
namespace {

using Values = std::vector<std::string>;

double evidence(const Values& values, std::string_view meaning) {
  static const ValueReader kReader(test_pack(), 2021);
  const auto votes = kReader.read(profile_of({"", {values.begin(), values.end()}}));
  const auto found = std::ranges::find(votes, meaning, &ValueVote::meaning);
  return found == votes.end() ? 0 : found->evidence;
}

/// The values again and again, as columns of codes are.
Values repeated(const Values& values, std::size_t count = 40) {
  Values out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(values[i * 7 % values.size()]);
  return out;
}

const Values kFullNames = {"SITI AMINAH", "BUDI SANTOSO", "AGUS WIBOWO",  "DEWI LESTARI", "RINA WULANDARI",
                           "Joko Susilo", "Sri Wahyuni",  "Eko Prasetyo", "ANDI SAPUTRA", "FITRI HANDAYANI"};

TEST(ValueLanguage, ReadsVocabulariesByWordAndByCode) {
  EXPECT_GT(evidence(repeated({"ISLAM", "KRISTEN", "KATOLIK", "HINDU"}), "person.religion"), 5);
  EXPECT_GT(evidence(repeated({"islam", "Kristen"}), "person.religion"), 5) << "case says nothing";
  EXPECT_GT(evidence(repeated({"L", "P"}), "person.sex"), 4);
  EXPECT_GT(evidence(repeated({"M", "F"}), "person.sex"), 4);
  EXPECT_EQ(evidence(repeated({"L", "P", "Q", "Z", "K", "T"}), "person.sex"), 0);
  EXPECT_GT(evidence(repeated({"A", "B", "AB", "O"}), "person.blood_group"), 4);
  EXPECT_LT(evidence(repeated({"A", "B", "C", "D"}), "person.blood_group"), 2) << "marks of a school";
}

TEST(ValueLanguage, DoesNotTakeWordsOfEverythingForAVocabulary) {
  Values many;
  for (int i = 0; i < 100; ++i) many.push_back(fmt::format("ISLAM {}", i));
  EXPECT_EQ(evidence(many, "person.religion"), 0);
}

TEST(ValueLanguage, KnowsBrandsSignsAndTitles) {
  EXPECT_GT(evidence(repeated({"Visa", "MasterCard", "American Express"}), "payment.card_type"), 5);
  EXPECT_GT(evidence(repeated({"Leo", "Virgo", "Aries", "Gemini"}), "person.zodiac"), 5);
  EXPECT_GT(evidence(repeated({"Mr.", "Mrs.", "Ms."}), "person.title"), 4);
  EXPECT_GT(evidence(repeated({"Telkomsel", "Indosat", "XL"}), "contact.phone_operator"), 3);
}

TEST(ValueLanguage, TellsFullNamesFromTheirParts) {
  EXPECT_GT(evidence(kFullNames, "person.name"), 2);
  const Values given = {"SITI", "BUDI", "AGUS", "DEWI", "RINA", "JOKO", "SRI", "EKO", "ANDI", "FITRI"};
  EXPECT_GT(evidence(given, "person.given_name"), 1);
  EXPECT_GT(evidence(given, "person.given_name"), evidence(given, "person.name"));
  EXPECT_EQ(evidence({"J.", "A.", "B", "C.", "D.", "E", "F.", "G.", "H."}, "person.given_name"), 0);
  EXPECT_GT(evidence({"J.", "A.", "B", "C.", "D.", "E", "F.", "G.", "H."}, "person.middle_name"), 2);
}

TEST(ValueLanguage, TakesTownsForPlacesAndNotForNames) {
  const Values towns = {"BANDUNG", "SURABAYA", "MEDAN", "SEMARANG", "MAKASSAR", "DENPASAR", "KOTA BOGOR", "KAB. GARUT"};
  EXPECT_GT(evidence(repeated(towns), "contact.city"), 3);
  EXPECT_GT(evidence(repeated(towns), "birth.place"), 3);
  EXPECT_GT(evidence(repeated(towns), "contact.city"), evidence(repeated(towns), "person.name"));
  EXPECT_GT(evidence(repeated({"JAWA BARAT", "BALI", "ACEH", "PROVINSI BANTEN"}), "contact.region"), 5);
  EXPECT_GT(evidence(repeated({"Indonesia", "Malaysia", "Cyprus (Anglicized)"}), "contact.country"), 5);
}

TEST(ValueLanguage, KnowsAddressesOfStreets) {
  Values streets;
  for (int i = 0; i < 20; ++i) streets.push_back(fmt::format("JL. MERDEKA NO. {} RT 0{}/02", i + 1, i % 9 + 1));
  EXPECT_GT(evidence(streets, "contact.address"), 4);
  Values german;
  for (int i = 0; i < 20; ++i)
    german.push_back(
        fmt::format("Lindenstra\xC3\x9F"
                    "e {}",
                    i + 1));
  EXPECT_GT(evidence(german, "contact.address"), 4);
  EXPECT_EQ(evidence(kFullNames, "contact.address"), 0);
}

TEST(ValueLanguage, KnowsPostcodes) {
  Values digits;
  for (int i = 0; i < 30; ++i) digits.push_back(std::to_string(40111 + i * 37));
  EXPECT_GT(evidence(digits, "contact.postcode"), 1);
  Values letters;
  for (int i = 0; i < 30; ++i) letters.push_back(fmt::format("AB{} {}CD", i % 9 + 1, i % 8 + 1));
  EXPECT_GT(evidence(letters, "contact.postcode"), 2);
}

TEST(ValueLanguage, TakesUnitsYearsAndCardIndexesForNoPostcodes) {
  Values heights;
  Values years;
  Values index;
  for (int i = 0; i < 30; ++i) {
    heights.push_back(fmt::format("{} cm", 150 + i));
    years.push_back(std::to_string(1990 + i));
    index.push_back(fmt::format("{:02}-{:02}-{:02}", i * 7 % 100, i * 31 % 100, i * 13 % 100));
  }
  for (const Values& values : {heights, years, index})
    EXPECT_LE(evidence(values, "contact.postcode"), 0.5) << values[0];
  EXPECT_LE(evidence(index, "contact.phone"), 0);
}

TEST(ValueLanguage, KnowsUserNamesWithALineAndNoCodesOfIllnesses) {
  Values users;
  Values codes;
  for (int i = 0; i < 20; ++i) {
    users.push_back(fmt::format("budi_s{}{}", static_cast<char>('a' + i), i));
    codes.push_back(fmt::format("{}{:02}.{}", static_cast<char>('A' + i % 9), 10 + i * 3, i % 10));
  }
  EXPECT_GT(evidence(users, "account.username"), 3);
  EXPECT_LE(evidence(users, "credential.password"), 0);
  EXPECT_LE(evidence(codes, "account.username"), 0);
}

TEST(ValueLanguage, TakesAFewPairsOfLettersForNoCountries) {
  EXPECT_LT(evidence(repeated({"LK", "PR"}), "contact.country"), evidence(repeated({"LK", "PR"}), "person.sex"));
  EXPECT_LT(evidence(repeated({"ID", "DE", "US"}), "contact.country"), 3.5);
  EXPECT_GT(evidence(repeated({"ID", "DE", "US", "FR", "ES", "IT", "GB", "NL"}), "contact.country"), 4);
}

TEST(ValueLanguage, TellsPasswordsFromUserNamesAndFromCodesOfOneForm) {
  const Values passwords = {"hunter2!A", "Tr0ub4dor&3", "x9$kLm2p", "qW3!rty9", "P@55w0rdX", "z7Yx!2aa",
                            "aB3$dE5f",  "L0ng#3rPw",   "s3cR3t!!", "m1X3d%Up", "9aBc!dEf",  "kK8&jJ1h"};
  EXPECT_GT(evidence(passwords, "credential.password"), 2);
  Values users;
  for (int i = 0; i < 20; ++i) users.push_back(fmt::format("{}{}", i % 2 == 0 ? "siti" : "budisantoso", 10 + i));
  EXPECT_GT(evidence(users, "account.username"), 1);
  EXPECT_EQ(evidence(users, "credential.password"), 0);
  Values codes;
  for (int i = 0; i < 40; ++i) codes.push_back(fmt::format("KW-{}/A-{}", 100 + i, 20 + i));
  EXPECT_EQ(evidence(codes, "credential.password"), 0) << "codes of one issuer share their form";
}

TEST(ValueLanguage, KnowsTradesOccupationsAndNotes) {
  EXPECT_GT(evidence({"PT MAJU JAYA", "CV SINAR", "Example Ltd", "Acme Inc", "PT TELADAN", "Example & Sons"},
                     "person.employer"),
            1);
  EXPECT_GT(evidence({"software engineer", "dentist", "baker", "teacher", "electrician", "nurse"}, "person.occupation"),
            1);
  Values notes;
  for (int i = 0; i < 10; ++i)
    notes.push_back(fmt::format("the member came in and asked for {} cards at once",
                                std::string(static_cast<std::size_t>(i) + 1, 'n')));
  EXPECT_GT(evidence(notes, "text.note"), 2);
}

}  // namespace
}  // namespace sidik::identify
