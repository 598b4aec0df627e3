#include "identify/header_words.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

/// The slow twin: looks through every header of the packs.
bool has_slowly(std::string_view header) {
  const auto words = text::header_words(header);
  if (words.empty()) return false;
  std::vector<bool> known(words.size(), false);
  for (const pack::Meaning& meaning : test_pack().meanings) {
    for (const auto* list : {&meaning.headers, &meaning.header_words}) {
      for (const std::string& entry : *list) {
        if (without_blanks(entry) == without_blanks(text::normal_header(header))) return true;
        for (std::size_t i = 0; i < words.size(); ++i)
          known[i] = known[i] || (' ' + entry + ' ').find(' ' + words[i] + ' ') != std::string::npos;
      }
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!known[i] || words[i].size() < 2 || text::is_digit(words[i].front())) return false;
  }
  return true;
}

const HeaderWords& header_words() {
  static const HeaderWords kWords(test_pack());
  return kWords;
}

TEST(HeaderWords, TellsHeadersFromValues) {
  for (const char* header : {"NAMA", "tgl_lahir", "phone number", "TanggalLahir", "alamatEmail"})
    EXPECT_TRUE(header_words().has(header)) << header;
  for (const char* value : {"3174010101900001", "quixotic zebra", "", "A", "Y", "TEST2", "SITI AMINAH", "___"})
    EXPECT_FALSE(header_words().has(value)) << value;
}

TEST(HeaderWords, AgreesWithItsSlowTwin) {
  std::vector<std::string> asked = {"nama lahir", "nama x", "x nama", "email2", "2email",
                                    "c1",         "col",    "id",     "i d",    "no"};
  std::size_t number = 0;
  for (const pack::Meaning& meaning : test_pack().meanings) {
    for (const auto* list : {&meaning.headers, &meaning.header_words}) {
      for (const std::string& entry : *list) {
        if (++number % 23 != 0) continue;  // the twin is slow
        asked.push_back(entry);
        asked.push_back(without_blanks(entry));
        asked.push_back(entry + "s");
        asked.push_back(entry.substr(0, entry.size() / 2));
        asked.push_back("nama " + entry);
        asked.push_back(entry + " zebra");
      }
    }
  }
  ASSERT_GT(asked.size(), 300U);
  for (const auto& header : asked) ASSERT_EQ(header_words().has(header), has_slowly(header)) << header;
}

}  // namespace
}  // namespace sidik::identify
