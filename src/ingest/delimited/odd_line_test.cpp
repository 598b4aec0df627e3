#include "ingest/delimited/odd_line.hpp"

#include <deque>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using table::RejectReason;
using Kind = OddLine::Verdict::Kind;

struct Settled {
  OddLine::Verdict verdict;
  std::vector<std::string> fields;
  std::size_t end = 0;
};

/// Settles the record that begins a text of two columns.
Settled settle(const std::string& text, RejectReason reason, bool pads = false, bool is_last = true) {
  Dialect dialect;
  dialect.columns = 2;
  dialect.pads_short_rows = pads;
  RecordParser parser(dialect);
  OddLine line(dialect, parser);
  std::deque<std::string> kept;
  Settled out;
  out.verdict = line.settle(text, 0, parser.line_end(text, 0, true), is_last, reason, kept);
  out.fields.assign(parser.fields().begin(), parser.fields().end());
  out.end = parser.end();
  return out;
}

TEST(OddLine, KeepsTheFirstLineWhenItFitsByItself) {
  const auto inner = settle("1,\"12\" screen\"\n2,x\n", RejectReason::quote_irregular);
  EXPECT_EQ(inner.verdict.kind, Kind::kept);
  EXPECT_EQ(inner.fields, (std::vector<std::string>{"1", "12\" screen"}));
  EXPECT_EQ(inner.end, 15U);
  const auto open = settle("1,\"ab\n2,x\n", RejectReason::quote_unclosed);
  EXPECT_EQ(open.verdict.kind, Kind::kept);
  EXPECT_EQ(open.end, 6U) << "only the line itself";
}

TEST(OddLine, KeepsARecordOfSeveralLinesWhenTheFirstAloneDoesNotFit) {
  const auto several = settle("\"a\nb \"c\" d\",x\n2,y\n", RejectReason::quote_irregular);
  EXPECT_EQ(several.verdict.kind, Kind::kept);
  EXPECT_EQ(several.fields, (std::vector<std::string>{"a\nb \"c\" d", "x"}));
}

TEST(OddLine, RefusesTheFirstLineOnly) {
  const std::string text = "a \"b\n2,x\n";
  const auto refused = settle(text, RejectReason::quote_irregular);
  EXPECT_EQ(refused.verdict.kind, Kind::refused);
  EXPECT_EQ(refused.verdict.reason, RejectReason::quote_irregular);
  EXPECT_EQ(refused.verdict.end, 5U);
}

TEST(OddLine, TakesAQuoteThatTheEndOfTheTextLeavesOpenForCut) {
  const auto cut = settle("1,\"ab", RejectReason::quote_unclosed);
  EXPECT_EQ(cut.verdict.kind, Kind::refused);
  EXPECT_EQ(cut.verdict.reason, RejectReason::quote_unclosed);
}

TEST(OddLine, WaitsForWhatFollowsTheLine) {
  Dialect dialect;
  dialect.columns = 2;
  RecordParser parser(dialect);
  OddLine line(dialect, parser);
  std::deque<std::string> kept;
  EXPECT_TRUE(line.is_open_behind("1,\"a\" b\"\n2,", 0, 9, kept));
  EXPECT_TRUE(line.is_open_behind("1,\"a\" b\"\n", 0, 9, kept)) << "nothing is known of the next line";
  EXPECT_TRUE(line.is_open_behind("1,\"a\" b\n2,x\n3,y\n", 0, 8, kept)) << "read literally, the quote is open";
  EXPECT_FALSE(line.is_open_behind("1,\"a\" b\"\n2,x\n3,y\n", 0, 9, kept));
}

}  // namespace
}  // namespace sidik::ingest
