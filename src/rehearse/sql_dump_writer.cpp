#include "rehearse/sql_dump_writer.hpp"

#include <algorithm>
#include <utility>

namespace sidik::rehearse {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20U;
constexpr std::uint64_t kRowsAtOnce = 4096;
constexpr std::string_view kAccounts = "public.accounts";
constexpr std::string_view kShops = "public.shops";

/// As COPY writes a text; an empty one is written as NULL, because most readers tell the two apart no further.
void append_copied(std::string& out, std::string_view field) {
  if (field.empty()) out += "\\N";
  for (const char c : field) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

SqlDumpWriter::SqlDumpWriter(Shop2020Rows& rows, std::uint64_t seed, const FileShape& shape, const Mess& mess,
                             NationalIdRule rule, OutputFile& dump, ListFiles lists)
    : rows_(rows),
      seed_(seed),
      crlf_(shape.crlf),
      byte_order_mark_(shape.byte_order_mark),
      torn_rate_(static_cast<std::uint32_t>(RandomStream(seed, Purpose::file_shape, 1).below(1500))),
      mess_(mess),
      dump_(dump),
      page_(mess.encoding),
      tally_(rows.accounts() + rows.sampled() + rows.shops(), rows.persons(), {"sample", "accounts", "shops"}, {},
             std::move(rule)),
      list_(lists) {
  tally_.strata[sample].extracted = {2020, 3, 20};
  tally_.strata[whole].extracted = tally_.strata[shops].extracted = {2020, 4, 30};
}

void SqlDumpWriter::write_other(std::string_view lines) {
  const std::size_t before = page_.text.size();
  for (const char c : lines) {
    if (c == '\n')
      append_line_end();
    else
      page_.text += c;
  }
  tally_.other_bytes += page_.bytes_since(before);
  tally_.lines += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
}

void SqlDumpWriter::write_comment() {
  if (!mess_.has(MessKind::comments)) return;
  // A statement that is commented out is none, in either way of commenting.
  static constexpr std::string_view kComments[] = {
      "-- COPY public.accounts (account_no, login_name) FROM stdin;\n",
      "/* INSERT INTO public.shops VALUES (1, 1, 'Toko', 'toko', NULL, NULL); */\n",
      "/*\nCOPY public.shops FROM stdin;\n1\t1\tToko\ttoko\t\\N\t\\N\n\\.\n*/\n", "-- it's part of the export; ( \n"};
  RandomStream stream(seed_, Purpose::mess_lines, 4, mess_.lines_of(MessKind::comments));
  write_other(stream.pick(kComments));
  mess_.count_line(MessKind::comments);
}

void SqlDumpWriter::write_head(std::string_view day) {
  write_other("--\n-- PostgreSQL database dump\n--\n\n-- Dumped from database version 9.6.15\n-- Dumped on ");
  write_other(day);
  write_other(
      "\n\nSET statement_timeout = 0;\nSET lock_timeout = 0;\nSET client_encoding = 'UTF8';\n"
      "SET standard_conforming_strings = on;\nSELECT pg_catalog.set_config('search_path', '', false);\n"
      "SET default_tablespace = '';\n\n");
  write_comment();
}

void SqlDumpWriter::write_table(std::string_view name, std::span<const ColumnFact> columns) {
  std::string text = "--\n-- Name: ";
  text += name;
  text += "; Type: TABLE; Schema: public; Owner: -\n--\n\nCREATE TABLE ";
  text += name;
  text += " (\n";
  for (std::size_t c = 0; c < columns.size(); ++c) {
    text += "    ";
    text += columns[c].name;
    text += c == 0 ? " bigint NOT NULL" : columns[c].name.ends_with("_at") ? " timestamp without time zone" : " text";
    text += c + 1 < columns.size() ? ",\n" : "\n";
  }
  text += ");\n\n\n";
  write_other(text);
}

void SqlDumpWriter::begin_copy(std::string_view name, std::span<const ColumnFact> columns) {
  write_comment();
  std::string text = "COPY ";
  text += name;
  text += " (";
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (c > 0) text += ", ";
    text += columns[c].name;
  }
  text += ") FROM stdin;\n";
  write_other(text);
}

void SqlDumpWriter::end_copy() { write_other("\\.\n\n\n"); }

void SqlDumpWriter::write_record(Record& record, const Shop2020Rows::Made& made, Stratum stratum, std::uint64_t row) {
  RandomStream stream(seed_, Purpose::row_encoding, 5 + stratum, row);
  const std::size_t columns = record.fields.size();
  const bool is_torn = stream.per_million(torn_rate_);
  // Torn behind a tab, so that both parts have two values or more and neither all of them.
  const std::size_t torn = 1 + stream.below(columns - 2);
  mess_cells(record, mess_);
  const std::size_t before = page_.text.size();
  for (std::size_t c = 0; c < columns; ++c) {
    if (c > 0) page_.text += '\t';
    if (is_torn && c == torn) append_line_end();
    append_copied(page_.text, record[c]);
  }
  append_line_end();
  const std::uint64_t bytes = page_.bytes_since(before);
  if (is_torn) {
    tally_.count_torn(stratum, RowShape::torn_in_two, 2, bytes);
    return;
  }
  std::uint32_t first_record = 0;
  tally_.count_record(record, made.person, stratum, 0, bytes, 1, first_record);
  altered_ += made.differs ? 1 : 0;
  deleted_ += made.is_deleted && stratum == whole ? 1 : 0;
  list_.add(tally_.records, tally_.strata[stratum].origin, made.person, first_record, 0);
}

Status SqlDumpWriter::write_rows(Stratum stratum, std::uint64_t first, std::uint64_t end, const Context& context) {
  for (std::uint64_t row = first; row < end; ++row) {
    if (stratum == shops)
      write_record(shop_, rows_.make_shop(row, shop_), stratum, row);
    else
      write_record(account_, stratum == sample ? rows_.make_sampled(row, account_) : rows_.make_account(row, account_),
                   stratum, row);
    if (row % kRowsAtOnce != 0) continue;
    if (context.is_cancelled()) {
      return fail(ErrorKind::cancelled, "rehearse.cancelled", "the rehearsal was stopped before the dump was whole",
                  "run it again");
    }
    if (context.progress != nullptr) {
      const std::uint64_t done = tally_.total_bytes();
      const std::uint64_t all = rows_.accounts() + rows_.sampled() + rows_.shops();
      context.progress->advance(done, done / (tally_.records + 1) * all, tally_.records);
    }
    SIDIK_CHECK(flush(false));
  }
  return {};
}

/// Blocks of both tables one after the other, as tools write that follow the keys.
Status SqlDumpWriter::write_tables_in_turns(const Context& context) {
  const std::uint64_t turns = mess_.has(MessKind::interleaved_tables) ? 7 : 1;
  for (std::uint64_t turn = 0; turn < turns; ++turn) {
    begin_copy(kAccounts, kAccountColumns);
    SIDIK_CHECK(write_rows(whole, rows_.accounts() * turn / turns, rows_.accounts() * (turn + 1) / turns, context));
    end_copy();
    begin_copy(kShops, kShopColumns);
    SIDIK_CHECK(write_rows(shops, rows_.shops() * turn / turns, rows_.shops() * (turn + 1) / turns, context));
    end_copy();
  }
  return {};
}

Status SqlDumpWriter::flush(bool all) {
  if (all || page_.text.size() >= kBuffer) SIDIK_CHECK(page_.flush_to(dump_));
  return list_.flush(all);
}

Status SqlDumpWriter::write(const Context& context) {
  if (byte_order_mark_) {
    page_.text += "\xef\xbb\xbf";
    tally_.other_bytes += page_.bytes_since(0);
  }
  write_head("2020-03-20");
  write_table(kAccounts, kAccountColumns);
  begin_copy(kAccounts, kAccountColumns);
  SIDIK_CHECK(write_rows(sample, 0, rows_.sampled(), context));
  end_copy();
  write_other("--\n-- PostgreSQL database dump complete\n--\n\n");
  write_head("2020-04-30");
  write_table(kAccounts, kAccountColumns);
  write_table(kShops, kShopColumns);
  SIDIK_CHECK(write_tables_in_turns(context));
  write_other("ALTER TABLE ONLY public.accounts\n    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_no);\n\n\n");
  write_other("--\n-- PostgreSQL database dump complete\n--\n\n");
  SIDIK_CHECK(flush(true));
  if (context.progress != nullptr)
    context.progress->advance(tally_.total_bytes(), tally_.total_bytes(), tally_.records);
  return {};
}

}  // namespace sidik::rehearse
