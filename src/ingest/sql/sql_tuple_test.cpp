#include "ingest/sql/sql_tuple.hpp"

#include <optional>
#include <random>

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using Fields = std::vector<std::string>;

const SqlDialect kStandard{};
const SqlDialect kMysql{true, true, false};

struct Parsed {
  TupleStatus status;
  Fields fields;
  std::size_t end;
};

Parsed parse(const std::string& text, SqlDialect dialect = kStandard, bool is_last = true) {
  SqlTupleParser parser(dialect, 64);
  std::deque<std::string> kept;
  const auto status = parser.parse(text, 0, is_last, kept);
  return {status, Fields(parser.fields().begin(), parser.fields().end()), parser.end()};
}

struct Case {
  std::string text;
  Fields fields;
};

TEST(SqlTuple, ReadsTheValuesOfEveryDialect) {
  const std::vector<Case> cases = {
      {"(1,'a',NULL)", {"1", "a", ""}},
      {"( -1.5e+3 , null , TRUE , 0x4D2F )", {"-1.5e+3", "", "TRUE", "0x4D2F"}},
      {"('it''s','',N'Ünal',n'''')", {"it's", "", "Ünal", "'"}},
      {"()", {}},
      {"(X'4D',x'',b'01',B'1')", {"X'4D'", "x''", "b'01'", "B'1'"}},
      {"('2020-01-02'::date,'{1,2}'::integer[],5::numeric(10,2),NULL::text,'x'::character varying(3))",
       {"2020-01-02", "{1,2}", "5", "", "x"}},
      {"(E'a\\tb\\'c\\x41\\101\\u00e9',e'\\\\')", {"a\tb'cAA\u00e9", "\\"}},
      {"($$it's$$,$tag$a $$ b$tag$)", {"it's", "a $$ b"}},
      {"(CAST(N'2020-01-02T03:04:05' AS DateTime),CAST(0x0000A1 AS DateTime),CAST(-1.50 AS Decimal(9, 2)))",
       {"2020-01-02T03:04:05", "0x0000A1", "-1.50"}},
      {"(CONVERT(datetime2(3), N'2020', 121),CONVERT('abc' USING utf8),CAST(NULL AS int))", {"2020", "abc", ""}},
      {"(DATE '2020-01-02',TIMESTAMP'2020',to_date('02-JAN-20','DD-MON-RR'))", {"2020-01-02", "2020", "02-JAN-20"}},
      {"(now(),1 + 2,'a' || 'b',ARRAY['x','y'],nextval('s'::regclass))",
       {"now()", "1 + 2", "'a' || 'b'", "ARRAY['x','y']", "nextval('s'::regclass)"}},
      {"('a' COLLATE \"C\",/* one, */ 2 -- two,\n, 3)", {"a", "2", "3"}},
      {"(\"text\",[Order Details])", {"text", "[Order Details]"}},
      {"('C:\\','b')", {"C:\\", "b"}},
      {"(replace('it''s\\nb','\\n',char(10)),replace(replace('\\r\\n','\\r',char(13)),'\\n',char(10)))",
       {"it's\nb", "\r\n"}},
      {"(replace('a','',char(10)),replace(x,'a',char(10)))", {"replace('a','',char(10))", "replace(x,'a',char(10))"}},
  };
  for (const auto& [text, fields] : cases) {
    const Parsed parsed = parse(text);
    EXPECT_EQ(parsed.status, TupleStatus::record) << text;
    EXPECT_EQ(parsed.fields, fields) << text;
    EXPECT_EQ(parsed.end, text.size()) << text;
  }
}

TEST(SqlTuple, ReadsTheEscapesOfMysql) {
  const std::vector<Case> cases = {
      {"('it\\'s','a\\\\','\\0\\n\\r\\t\\Z\\b\\q\\%\\_')", {"it's", "a\\", std::string("\0\n\r\t\x1a\b\\q\\%\\_", 12)}},
      {"(_binary 'a\\0b',_utf8mb4'x',_binary 0x4D,_latin1\"y\\\"\")", {std::string("a\0b", 3), "x", "0x4D", "y\""}},
      {"(\"it's\",1 # one\n,'2')", {"it's", "1", "2"}},
  };
  for (const auto& [text, fields] : cases) EXPECT_EQ(parse(text, kMysql).fields, fields) << text;
}

TEST(SqlTuple, RefusesWhatIsNoListOfValues) {
  for (const std::string text : {"(1,,2)", "(1,)", "(,1)", "('a'b)", "('a' 'b')", "('O'Brien')", "(Budi Santoso)",
                                 "(1;2)", "('abc,'def')", "(Budi','x')"}) {
    EXPECT_EQ(parse(text + ",(2,'x');").status, TupleStatus::unreadable) << text;
  }
}

TEST(SqlTuple, SaysWhenTheTextEndsInside) {
  const std::string text = "(1, 'it''s', CAST(N'x' AS nvarchar(9)), -2)";
  for (std::size_t size = 1; size < text.size(); ++size) {
    EXPECT_EQ(parse(text.substr(0, size), kStandard, false).status, TupleStatus::need_more) << size;
    EXPECT_EQ(parse(text.substr(0, size)).status, TupleStatus::unclosed) << size;
  }
  EXPECT_EQ(parse(text, kStandard, false).status, TupleStatus::record);
}

TEST(SqlTuple, LimitsFieldsAndDepth) {
  std::string wide = "(1";
  for (int i = 0; i < 100; ++i) wide += ",1";
  EXPECT_EQ(parse(wide + ")").status, TupleStatus::unreadable);
  const auto deep = [](std::size_t depth) {
    return "(f" + std::string(depth, '(') + "1" + std::string(depth, ')') + ")";
  };
  EXPECT_EQ(parse(deep(SqlTupleParser::kDeepest)).status, TupleStatus::record);
  EXPECT_EQ(parse(deep(SqlTupleParser::kDeepest + 1)).status, TupleStatus::unreadable);
}

/// A tuple as one would write it down first: character by character, one value after the other, whole text at hand.
class PlainReader {
 public:
  PlainReader(std::string text, SqlDialect dialect) : text_(std::move(text)), dialect_(dialect) {}

  std::optional<Fields> read() {
    Fields fields;
    if (!take('(')) return std::nullopt;
    do {
      auto value = read_value();
      if (!value) return std::nullopt;
      fields.push_back(*value);
    } while (take(','));
    return take(')') ? std::optional(fields) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char c) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    skip_blanks();
    if (!std::string_view(text_).substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::optional<std::string> read_value() {
    if (take("CAST(")) {
      auto inner = read_value();
      while (at_ < text_.size() && text_[at_] != ')') ++at_;
      ++at_;
      return inner;
    }
    std::optional<std::string> value;
    if (take("E'"))
      value = read_string(true, true);
    else if (take("N'") || take("'"))
      value = read_string(dialect_.has_backslashes, false);
    else
      value = read_bare();
    if (value && take("::")) (void)read_bare();
    return value;
  }
  std::string read_bare() {
    skip_blanks();
    std::string value;
    while (at_ < text_.size() && std::string_view(",) :\n").find(text_[at_]) == std::string_view::npos)
      value += text_[at_++];
    return value == "NULL" ? "" : value;
  }
  std::optional<std::string> read_string(bool has_backslashes, bool is_e) {
    std::string value;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\'' && (at_ >= text_.size() || text_[at_] != '\'')) return value;
      if (c == '\'') ++at_;
      if (c != '\\' || !has_backslashes) {
        value += c;
        continue;
      }
      const char escaped = text_[at_++];
      switch (escaped) {
        case 'n':
          value += '\n';
          break;
        case 't':
          value += '\t';
          break;
        case 'Z':
          value += is_e ? 'Z' : '\x1a';
          break;
        case '\\':
        case '\'':
        case '"':
          value += escaped;
          break;
        default:
          value += is_e ? std::string{escaped} : std::string{'\\', escaped};
      }
    }
    return std::nullopt;
  }

  std::string text_;
  SqlDialect dialect_;
  std::size_t at_ = 0;
};

class RandomTuple {
 public:
  RandomTuple(unsigned seed, SqlDialect dialect) : random_(seed), dialect_(dialect) {}

  std::string write() {
    std::string text = "(";
    for (std::size_t left = 1 + below(6); left > 0; --left) {
      text += blanks() + value() + blanks();
      if (left > 1) text += ',';
    }
    return text + ')';
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  std::string blanks() { return std::array<const char*, 4>{"", "", " ", "\n\t"}[below(4)]; }
  std::string value() {
    switch (below(dialect_.has_backslashes ? 5 : 9)) {
      case 0:
        return std::array<const char*, 6>{"NULL", "0", "-12.5", "1e+5", "0xBEEF", "true"}[below(6)];
      case 1:
        return "N" + string(dialect_.has_backslashes);
      case 5:
        return "E" + string(true);
      case 6:
        return string(false) + blanks() + "::text";
      case 7:
        return "CAST(N" + string(false) + " AS nvarchar)";
      case 8:
        return "12::bigint";
      default:
        return string(dialect_.has_backslashes);
    }
  }
  std::string string(bool has_backslashes) {
    static const std::array<const char*, 16> kPieces = {"a",  "é", " ",  ",",  ")", "(", "''", ";",
                                                        "--", "b", "/*", "\n", "$", "]", "::", "#"};
    static const std::array<const char*, 8> kEscapes = {"\\'", "\\\\", "\\n", "\\t", "\\Z", "\\%", "\\q", "\\\""};
    std::string text = "'";
    for (std::size_t left = below(8); left > 0; --left) {
      const bool is_escape = has_backslashes && below(3) == 0;
      text += is_escape ? kEscapes[below(8)] : kPieces[below(16)];
      if (!has_backslashes && below(8) == 0) text += '\\';
    }
    return text + "'";
  }

  std::mt19937 random_;
  SqlDialect dialect_;
};

TEST(SqlTuple, AgreesWithItsSlowTwin) {
  for (const auto dialect : {kStandard, kMysql}) {
    for (unsigned seed = 0; seed < 20000; ++seed) {
      const std::string text = RandomTuple(seed, dialect).write();
      const auto slow = PlainReader(text, dialect).read();
      const Parsed fast = parse(text, dialect);
      ASSERT_TRUE(slow) << text;
      ASSERT_EQ(fast.status, TupleStatus::record) << text;
      ASSERT_EQ(fast.fields, *slow) << text;
      ASSERT_EQ(fast.end, text.size()) << text;
    }
  }
}

}  // namespace
}  // namespace sidik::ingest
