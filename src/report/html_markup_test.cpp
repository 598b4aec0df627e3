#include "report/html_markup.hpp"

#include <gtest/gtest.h>

namespace sidik::report {
namespace {

TEST(HtmlMarkup, EscapesCleansAndCuts) {
  EXPECT_EQ(shown("<a href='x'>&\"</a>"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(shown("a\xe2\x80\xae"
                  "b"),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(shown("abcdef", 4), "abc…");
  // Cut before escaping: never inside an entity.
  EXPECT_EQ(shown("&&&&&&", 3), "&amp;&amp;…");
}

TEST(HtmlMarkup, GivesTablesHeadersWithScope) {
  const std::string table = html_table("c<", {{"h<"}, {"n", true}}, {{"r<", "1"}});
  EXPECT_NE(table.find("<caption>c&lt;</caption>"), std::string::npos);
  EXPECT_NE(table.find("<th scope=\"col\">h&lt;</th><th scope=\"col\" class=\"n\">n</th>"), std::string::npos);
  EXPECT_NE(table.find("<th scope=\"row\"><bdi>r&lt;</bdi></th><td class=\"n\"><bdi>1</bdi></td>"), std::string::npos);
}

TEST(Chart, NamesItselfForThoseWhoDoNotSeeIt) {
  Chart chart("c", "t<", "d<");
  chart.label_left(0, 0.5, 14, "<x>");
  const std::string markup = chart.finish(20);
  EXPECT_NE(markup.find("role=\"img\" aria-labelledby=\"c-t c-d\""), std::string::npos);
  EXPECT_NE(markup.find("<title id=\"c-t\">t&lt;</title><desc id=\"c-d\">d&lt;</desc>"), std::string::npos);
  EXPECT_NE(markup.find("&lt;x&gt;"), std::string::npos);
}

TEST(Chart, KeepsBarsInTheBoxAndSliversVisible) {
  Chart chart("c", "t", "d");
  chart.bar(0.9999, 1, 0, 10, Ink::fault);
  chart.bar(0.5, 0.5, 0, 10, Ink::good);
  chart.bar(-3, 7, 0, 10, Ink::good);
  const std::string markup = chart.finish(10);
  EXPECT_NE(markup.find("x=\"99.700%\" y=\"0\" width=\"0.300%\""), std::string::npos) << markup;
  EXPECT_NE(markup.find("x=\"0.000%\" y=\"0\" width=\"100.000%\""), std::string::npos) << markup;
  EXPECT_EQ(markup.find("50.000%"), std::string::npos);
}

TEST(HtmlMarkup, SharesNothingWithoutAWhole) {
  EXPECT_EQ(share_of(3, 0), 0);
  EXPECT_EQ(share_of(1, 4), 0.25);
}

}  // namespace
}  // namespace sidik::report
