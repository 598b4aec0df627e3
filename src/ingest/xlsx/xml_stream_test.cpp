#include "ingest/xlsx/xml_stream.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

/// Writes down what it hears.
struct Listener final : XmlVisitor {
  std::string heard;
  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override {
    heard += '<' + std::string(name) + '@' + std::to_string(begin);
    for (const auto& one : attributes) heard += ' ' + std::string(one.name) + '=' + std::string(one.value);
    return {};
  }
  Status on_end(std::string_view name, std::uint64_t end) override {
    if (name == "stop") return fail(ErrorKind::limit, "ingest.test", "stopped");
    heard += '>' + std::string(name) + '@' + std::to_string(end);
    return {};
  }
  Status on_text(std::string_view text) override {
    heard += text;
    return {};
  }
};

std::string damage_of(const std::string& xml) {
  Listener listener;
  MemorySource source(xml);
  const auto end = read_xml(source, listener);
  EXPECT_TRUE(end);
  EXPECT_EQ(end->bytes, xml.size());
  return end->damage;
}

TEST(XmlStream, TellsElementsWithTheirPlaces) {
  Listener listener;
  MemorySource source("<a:r x:i='1'><c/>t&lt;</a:r>", 1);
  ASSERT_TRUE(read_xml(source, listener));
  EXPECT_EQ(listener.heard, "<r@0 i=1<c@13>c@17t<>r@28");
}

TEST(XmlStream, RefusesWhatCouldGrowWithoutEnd) {
  EXPECT_EQ(damage_of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "the XML has a DTD, which no workbook has");
  std::string deep;
  for (int depth = 0; depth < 100; ++depth) deep += "<a>";
  EXPECT_EQ(damage_of(deep), "the XML is nested more than 64 deep");
  EXPECT_NE(damage_of("<a b='" + std::string(3'000'000, 'x')).find("too long"), std::string::npos);
}

TEST(XmlStream, SaysWhereXmlIsDamaged) {
  EXPECT_EQ(damage_of("<a></a>"), "");
  EXPECT_NE(damage_of("<a><b></a>").find("at byte"), std::string::npos);
  EXPECT_NE(damage_of("<a>").find("damaged"), std::string::npos);
  EXPECT_NE(damage_of("").find("damaged"), std::string::npos);
}

TEST(XmlStream, PassesOnTheVisitorsError) {
  Listener listener;
  MemorySource source("<a><stop/></a>");
  const auto end = read_xml(source, listener);
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code.name(), "ingest.test");
}

}  // namespace
}  // namespace sidik::ingest
