#include "ingest/xlsx/xlsx_parts.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

template <class Visitor>
Visitor read_part(const std::string& xml, Visitor visitor = {}) {
  MemorySource source(xml, 5);
  const auto end = read_xml(source, visitor);
  EXPECT_TRUE(end && end->damage.empty());
  return visitor;
}

TEST(XlsxParts, JoinsRunsAndLeavesHintsOut) {
  const auto strings = read_part(
      "<x:sst xmlns:x='m'><x:si><x:t>a</x:t></x:si><si><r><t>b </t></r><r><rPr/><t>c</t></r>"
      "<rPh sb='0'><t>hint</t></rPh></si><si/><si><t>x_x0041_</t></si></x:sst>",
      XlsxStrings(Limits{}));
  ASSERT_EQ(strings.size(), 4U);
  EXPECT_EQ(strings[0], "a");
  EXPECT_EQ(strings[1], "b c");
  EXPECT_EQ(strings[2], "");
  EXPECT_EQ(strings[3], "xA");
}

TEST(XlsxParts, BoundsTheSharedTexts) {
  Limits limits;
  limits.memory_bytes = 400;
  XlsxStrings strings(limits);
  MemorySource source("<sst><si><t>" + std::string(101, 'x') + "</t></si></sst>");
  const auto end = read_xml(source, strings);
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code.name(), "ingest.strings_too_large");
}

TEST(XlsxParts, UnescapesCharacters) {
  for (const auto& [written, shown] : std::vector<std::pair<std::string, std::string>>{{"_x000D_", "\r"},
                                                                                       {"_x005F_x000D_", "_x000D_"},
                                                                                       {"_x00", "_x00"},
                                                                                       {"_xD800_", "_xD800_"},
                                                                                       {"a_x20AC_b_x",
                                                                                        "a\xe2\x82\xac"
                                                                                        "b_x"},
                                                                                       {"_x-001_", "_x-001_"},
                                                                                       {"", ""}}) {
    std::string text = written;
    unescape_xstring(text);
    EXPECT_EQ(text, shown) << written;
  }
}

TEST(XlsxParts, FindsSheetsAndTheirPaths) {
  const auto workbook = read_part<XlsxWorkbook>(
      "<workbook xmlns:r='r'><workbookPr date1904='true'/><sheets><sheet name='A &amp; B' "
      "r:id='rId1'/></sheets></workbook>");
  ASSERT_EQ(workbook.sheets().size(), 1U);
  EXPECT_EQ(workbook.sheets()[0].name, "A & B");
  EXPECT_EQ(workbook.sheets()[0].relationship, "rId1");
  EXPECT_TRUE(workbook.since_1904());
  const auto links = read_part<XlsxRelationships>(
      "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' Target='worksheets/s.xml'/>"
      "<Relationship Id='rId2' Type='http://x/styles' Target='/xl/styles.xml'/></Relationships>");
  EXPECT_EQ(links.parts().at("rId1").path, "xl/worksheets/s.xml");
  EXPECT_EQ(links.path_of("styles"), "xl/styles.xml");
  EXPECT_EQ(links.path_of("sharedStrings"), "");
}

}  // namespace
}  // namespace sidik::ingest
