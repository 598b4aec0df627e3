#include "identify/header_reader.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

const HeaderReader& reader() {
  static const HeaderReader kHeaders(test_pack());
  return kHeaders;
}

std::string best(std::string_view header) {
  const auto votes = reader().read(header);
  return votes.empty() || votes[0].evidence < 1 ? "" : test_pack().meanings[votes[0].meaning].name;
}

struct Case {
  const char* header;
  const char* meaning;
};

constexpr Case kCases[] = {{"EmailAddress", "contact.email"},
                           {"e-mail", "contact.email"},
                           {"cust_email", "contact.email"},
                           {"DateOfBirth", "birth.date"},
                           {"dob", "birth.date"},
                           {"TGLLHR", "birth.date"},
                           {"tgl_lahir", "birth.date"},
                           {"Geburtsdatum", "birth.date"},
                           {"date de naissance", "birth.date"},
                           {"NOHP", "contact.phone"},
                           {"No. Telp", "contact.phone"},
                           {"user_mobile_no", "contact.phone"},
                           {"NMCETAK", "person.name_printed"},
                           {"KDHUBKEL", "relation.family"},
                           {"JENIS_KLMIN", "person.sex"},
                           {"STAT_HBKEL", "relation.family"},
                           {"nm_ibu_kandung", "person.mother_name"},
                           {"NIK_IBU", "id.national_mother"},
                           {"PSNOKALAMA2", "id.member_old"},
                           {"KDNEGARA", "nationality"},
                           {"TSUPDATE", "record.updated"},
                           {"MothersMaiden", "person.mother_name"},
                           {"codice fiscale", "id.national"},
                           {"contraseña", "credential.password"}};

TEST(HeaderReader, ReadsHeadersWholeCutAndAbbreviated) {
  for (const Case& given : kCases) EXPECT_EQ(best(given.header), given.meaning) << given.header;
}

TEST(HeaderReader, HearsNothingInMeaninglessHeaders) {
  for (const char* header : {"c1", "column_3", "field7", "x", "", "17", "col", "_", "Unnamed: 0", "V12"})
    EXPECT_EQ(best(header), "") << header;
}

TEST(HeaderReader, TellsSilentHeadersFromThoseItDoesNotUnderstand) {
  for (const std::string_view header : {"", "c1", "field 3", "Kolom 12", "Column7", "x", "17"})
    EXPECT_TRUE(HeaderReader::is_silent(header)) << header;
  for (const std::string_view header : {"email", "zqwrt", "tgl_masuk"})
    EXPECT_FALSE(HeaderReader::is_silent(header)) << header;
}

TEST(HeaderReader, KnowsHeaderWordsFromValues) {
  for (const char* header : {"NAMA", "tgl_lahir", "phone number"}) {
    EXPECT_TRUE(reader().is_known(header)) << header;
  }
  for (const char* value : {"3174010101900001", "quixotic zebra", ""}) {
    EXPECT_FALSE(reader().is_known(value)) << value;
  }
}

}  // namespace
}  // namespace sidik::identify
