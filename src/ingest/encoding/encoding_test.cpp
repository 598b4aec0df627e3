#include "ingest/encoding/encoding.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

namespace sidik::ingest {
namespace {

TEST(Encoding, IsFoundByMarkPatternOrValidity) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"plain text", "UTF-8"},
      {"\xef\xbb\xbfx", "UTF-8"},
      {"na\xc3\xafve, caf\xc3\xa9", "UTF-8"},
      {std::string("\xff\xfe"
                   "a\0b\0",
                   6),
       "UTF-16LE"},
      {std::string("\xfe\xff\0a\0b", 6), "UTF-16BE"},
      {std::string("\xff\xfe\0\0a\0\0\0", 8), "UTF-32LE"},
      {std::string("a\0,\0b\0\n\0c\0,\0d\0\n\0", 16), "UTF-16LE"},
      {std::string("\0a\0,\0b\0\n\0c\0,\0d\0\n", 16), "UTF-16BE"},
      {"Jos\xe9,M\xfcnchen", "ISO-8859-1"},
      {"\x93quoted\x94", "windows-1252"},
  };
  for (const auto& [head, name] : cases) EXPECT_EQ(detect_encoding(head, {}).value().name, name) << name;
}

/// Invented persons in bytes of an encoding, one row and many.
struct Sample {
  const char* encoding;  ///< that ICU writes them in
  const char* expected;
  std::vector<std::string> rows;
};

std::string written_in(const std::string& utf8, const char* encoding) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                 static_cast<std::int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::vector<Sample> samples() {
  const std::vector<std::string> japanese = {"山田太郎,東京都千代田区", "鈴木花子,大阪府大阪市",
                                             "佐藤一郎,北海道札幌市"};
  const std::vector<std::string> simplified = {"张伟,北京市朝阳区,经理", "王芳,上海市浦东新区,会计",
                                               "李娜,广州市天河区,工程师"};
  const std::vector<std::string> traditional = {"張偉,臺北市中正區,經理", "王芳,高雄市前鎮區,會計",
                                                "李娜,臺中市西屯區,工程師"};
  const std::vector<std::string> russian = {"Иванов Пётр,Москва,инженер", "Смирнова Анна,Казань,врач",
                                            "Попова Мария,Омск,бухгалтер"};
  const std::vector<std::string> polish = {"Wiśniewski Łukasz,Łódź,księgowy", "Wójcik Małgorzata,Kraków,lekarz",
                                           "Dąbrowski Paweł,Poznań,kierowca"};
  const std::vector<std::string> greek = {"Παπαδόπουλος Γιώργος,Αθήνα,μηχανικός", "Νικολάου Μαρία,Πάτρα,γιατρός"};
  const std::vector<std::string> turkish = {"Yılmaz Ayşe,İstanbul,öğretmen", "Kaya Mehmet,İzmir,mühendis",
                                            "Şahin Çağrı,Ankara,doktor"};
  const std::vector<std::string> thai = {"สมชาย ใจดี,กรุงเทพมหานคร,วิศวกร", "สมหญิง รักไทย,เชียงใหม่,ครู"};
  const std::vector<std::string> korean = {"김철수,서울특별시 강남구,기술자", "이영희,부산광역시 해운대구,의사"};
  const std::vector<std::string> western = {"Müller Jörg,München,Bäcker", "Lefèvre André,Orléans,ingénieur",
                                            "Muñoz José,A Coruña,médico"};
  return {{"Shift_JIS", "Shift_JIS", japanese},  {"EUC-JP", "EUC-JP", japanese},
          {"GB18030", "GB18030", simplified},    {"Big5", "Big5", traditional},
          {"KOI8-R", "KOI8-R", russian},         {"windows-1251", "windows-1251", russian},
          {"ISO-8859-5", "ISO-8859-5", russian}, {"IBM866", "IBM866", russian},
          {"ISO-8859-2", "ISO-8859-2", polish},  {"windows-1250", "windows-1250", polish},
          {"ISO-8859-7", "ISO-8859-7", greek},   {"ISO-8859-9", "ISO-8859-9", turkish},
          {"TIS-620", "TIS-620", thai},          {"windows-949", "windows-949", korean},
          {"ISO-8859-1", "ISO-8859-1", western}, {"ISO-2022-JP", "ISO-2022-JP", japanese},
          {"UTF-16LE", "UTF-16LE", japanese},    {"UTF-16BE", "UTF-16BE", russian},
          {"UTF-32LE", "UTF-32LE", japanese},    {"UTF-32BE", "UTF-32BE", western},
          {"UTF-16LE", "UTF-16LE", western},     {"UTF-8", "UTF-8", japanese}};
}

TEST(Encoding, IsFoundInShortAndLongTexts) {
  for (const auto& sample : samples()) {
    std::string plain;
    std::string table = "id,name,place,mail\n";
    for (std::size_t i = 0; i < sample.rows.size(); ++i) plain += sample.rows[i] + "\n";
    for (std::size_t i = 0; i < 200; ++i)
      table += std::to_string(i) + "," + sample.rows[i % sample.rows.size()] + ",user@example.org\n";
    for (const auto& text : {plain, table}) {
      EXPECT_EQ(detect_encoding(written_in(text, sample.encoding), {}).value().name, sample.expected)
          << text.substr(0, 60);
    }
  }
}

TEST(Encoding, TellsWideTextFromDamage) {
  std::string damaged = "id,name\n1,Budi\n2,Siti\n3,Ani\n";
  damaged[11] = '\0';
  damaged[21] = '\0';
  EXPECT_EQ(detect_encoding(damaged, {}).value().name, "UTF-8");
  EXPECT_EQ(detect_encoding(std::string(64, '\0'), {}).value().name, "UTF-8");
}

TEST(Encoding, IsUtf8WhenLinesOfBothAreThere) {
  EXPECT_EQ(detect_encoding("J\xfcrgen\nJ\xc3\xbcrgen\nM\xfcller\nAndr\xc3\xa9\nM\xfcller\n", {}).value().name,
            "UTF-8");
}

TEST(Encoding, RefusesANameNobodyKnows) {
  EXPECT_EQ(detect_encoding("x", "no-such").error().kind, ErrorKind::usage);
  EXPECT_EQ(detect_encoding("\xef\xbb\xbfx", "utf-8").value().mark_bytes, 3U);
}

TEST(Encoding, TellsBinaryFromText) {
  EXPECT_FALSE(is_binary("a,b\n1,2\n"));
  EXPECT_FALSE(is_binary(std::string("a\0b,c\n", 6)));
  EXPECT_TRUE(is_binary(std::string(100, '\x01')));
  EXPECT_TRUE(is_binary(std::string(100, '\0')));
}

}  // namespace
}  // namespace sidik::ingest
