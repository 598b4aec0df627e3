#include <gtest/gtest.h>

#include "report/clean.hpp"
#include "report/golden_for_test.hpp"
#include "report/render.hpp"

namespace sidik::report {
namespace {

struct Rendering {
  const char* document;
  const char* golden;
  Language language;
  unsigned width;
};

constexpr Rendering kTexts[] = {{"rich.json", "rich.en.txt", Language::english, 100},
                                {"rich.json", "rich.id.txt", Language::indonesian, 80},
                                {"minimal.json", "minimal.en.txt", Language::english, 80},
                                {"incomplete.json", "incomplete.id.txt", Language::indonesian, 140}};
constexpr Rendering kPages[] = {{"rich.json", "rich.en.html", Language::english, 100},
                                {"rich.json", "rich.id.html", Language::indonesian, 100},
                                {"incomplete.json", "incomplete.en.html", Language::english, 100}};

TEST(RenderText, LooksAsTheGoldenDoes) {
  const pack::Pack pack = example_pack();
  for (const auto& one : kTexts) {
    expect_golden(one.golden, render_text(golden_document(one.document), pack, {one.language, false, one.width}));
  }
}

TEST(RenderHtml, LooksAsTheGoldenDoes) {
  const pack::Pack pack = example_pack();
  for (const auto& one : kPages) {
    expect_golden(one.golden, render_html(golden_document(one.document), pack, {one.language, false, one.width}));
  }
}

/// A document in which every text is `hostile`.
findings::Document hostile_document(const std::string& hostile) {
  findings::Document document = golden_document("rich.json");
  document.sidik.command = document.sidik.version = document.sidik.started = hostile;
  for (auto& exhibit : document.exhibits) {
    exhibit.complete = false;
    exhibit.path = exhibit.sha256 = exhibit.incomplete_because = hostile;
    for (auto& skipped : exhibit.skipped) skipped.name = skipped.reason = hostile;
    for (auto& table : exhibit.tables) {
      table.name = table.format = table.encoding = table.delimiter = table.quote = table.newline = hostile;
      table.decided_by = {{hostile, hostile}};
      for (auto& reject : table.rejects) reject.reason = hostile;
      for (auto& rule : table.coherence) rule.rule = rule.says = hostile;
      for (auto& column : table.columns) {
        column.name = column.meaning = column.identifier = column.shape = hostile;
        column.faults = {{hostile, 1}};
      }
    }
  }
  for (auto& step : document.ledger) step.step = step.defined_as = hostile;
  for (auto& claim : document.claims) claim.subject = claim.verdict = claim.says = hostile;
  for (auto& alarm : document.alarms) alarm.kind = alarm.says = hostile;
  findings::People& people = *document.people;
  for (auto& linked : people.linked_by) linked.how = hostile;
  for (auto& pass : people.blocking) pass.by = {hostile, hostile + " tail"};
  for (auto& weight : people.weights) weight.field = weight.level = hostile;
  for (auto& example : people.examples) example.writings = {hostile};
  for (auto& origin : document.origins) {
    origin.candidate = origin.stratum = origin.support = hostile;
    origin.never_held = {hostile};
    for (auto& evidence : origin.evidence) evidence.group = evidence.says = hostile;
  }
  document.severity->method = document.severity->level = hostile;
  document.severity->flags = document.severity->because = {hostile};
  return document;
}

const std::string kHostile =
    "<script>alert(1)</script>\"'><img src=http://x "
    "onerror=y>\x1b[31m\x07\n\r\t\xe2\x80\xae\xe2\x81\xa6\xc2\x9b\xff{0}&amp;";

TEST(RenderText, LetsNoControlCharacterOut) {
  const pack::Pack pack = example_pack();
  for (const auto language : {Language::english, Language::indonesian}) {
    const std::string text = render_text(hostile_document(kHostile), pack, {language, false, 100});
    for (const char c : text) EXPECT_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F);
    for (const char* mark : {"\xe2\x80\xae", "\xe2\x81\xa6", "\xc2\x9b", "\xff"})
      EXPECT_EQ(text.find(mark), std::string::npos);
  }
}

TEST(RenderHtml, NeutralisesHostileTexts) {
  const pack::Pack pack = example_pack();
  for (const auto language : {Language::english, Language::indonesian}) {
    const std::string page = render_html(hostile_document(kHostile), pack, {language, false, 100});
    for (const char* mark : {"<script", "<img", "\x1b", "\x07", "\xe2\x80\xae", "\xe2\x81\xa6", "\xc2\x9b", "\xff"}) {
      EXPECT_EQ(page.find(mark), std::string::npos) << mark;
    }
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  }
}

TEST(RenderHtml, LoadsAndRunsNothing) {
  const std::string page = render_html(golden_document("rich.json"), example_pack(), {});
  for (const char* mark : {"<script", "<link", "<img", "<iframe", "<object", "@import",
                           "http:", "https:", "javascript:", " onload=", " onerror=", "style=\"", "src="}) {
    EXPECT_EQ(page.find(mark), std::string::npos) << mark;
  }
  EXPECT_NE(page.find("Content-Security-Policy\" content=\"default-src 'none'"), std::string::npos);
}

TEST(RenderText, FitsItsWidthWithLongAndWideNames) {
  const pack::Pack pack = example_pack();
  std::string wide;
  for (int at = 0; at < 300; ++at) wide += "王x ";
  for (const std::string& name : {std::string(5000, 'A'), wide, kHostile}) {
    for (const unsigned width : {80U, 97U, 100U, 140U}) {
      for (const auto language : {Language::english, Language::indonesian}) {
        std::istringstream lines(render_text(hostile_document(name), pack, {language, false, width}));
        for (std::string line; std::getline(lines, line);) EXPECT_LE(cells(line), width) << line;
      }
    }
  }
}

TEST(RenderText, FitsItsWidthOnTheGoldenDocuments) {
  const pack::Pack pack = example_pack();
  for (const char* name : {"rich.json", "minimal.json", "incomplete.json"}) {
    for (unsigned width = 80; width <= 140; ++width) {
      std::istringstream lines(render_text(golden_document(name), pack, {Language::indonesian, false, width}));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(cells(line), width) << line;
    }
  }
}

TEST(RenderText, ColoursOnlyWhenAskedAndSaysTheSame) {
  const pack::Pack pack = example_pack();
  const findings::Document document = golden_document("rich.json");
  const std::string plain = render_text(document, pack, {Language::english, false, 100});
  std::string coloured = render_text(document, pack, {Language::english, true, 100});
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(coloured.find('\x1b'), std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  // A line that ends in blanks within a style keeps them when coloured.
  std::string trimmed;
  std::istringstream lines(coloured);
  for (std::string line; std::getline(lines, line);) trimmed += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  EXPECT_EQ(trimmed, plain);
}

TEST(Render, NeverPrintsAnUnmaskedExample) {
  findings::Document document = golden_document("rich.json");
  for (auto& column : document.exhibits[0].tables[0].columns)
    column.examples_masked = {"CANARYVALUE", "3201234567890123"};
  const pack::Pack pack = example_pack();
  for (const std::string& out : {render_text(document, pack, {}), render_html(document, pack, {})}) {
    EXPECT_EQ(out.find("CANARY"), std::string::npos);
    EXPECT_EQ(out.find("3201"), std::string::npos);
  }
}

TEST(Render, StaysSmallForManyColumnsAndTables) {
  findings::Document document = golden_document("rich.json");
  auto& tables = document.exhibits[0].tables;
  tables[0].columns.resize(16384, tables[0].columns[0]);
  const findings::Table small = golden_document("incomplete.json").exhibits[0].tables[0];
  tables.resize(1000, small);
  const pack::Pack pack = example_pack();
  EXPECT_LT(render_text(document, pack, {}).size(), 400'000U);
  EXPECT_LT(render_html(document, pack, {}).size(), 2'000'000U);
}

TEST(Render, TakesAnEmptyDocument) {
  const pack::Pack pack;
  EXPECT_FALSE(render_text({}, pack, {}).empty());
  EXPECT_FALSE(render_html({}, pack, {}).empty());
}

}  // namespace
}  // namespace sidik::report
