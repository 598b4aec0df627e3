#include "rehearse/truth.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

namespace sidik::rehearse {

namespace {

using Json = nlohmann::ordered_json;

/// Eight bytes a step, length first.
std::uint64_t fold_product(std::uint64_t left, std::uint64_t right) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint64_t hash_record(const Record& record) {
  static constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15U;
  std::uint64_t hash = 0x2545f4914f6cdd1dU;
  for (const std::string& field : record.fields) {
    hash = fold_product(hash ^ (field.size() + kOdd), 0xa0761d6478bd642fU);
    for (std::size_t at = 0; at < field.size(); at += 8) {
      std::uint64_t chunk = 0;
      std::memcpy(&chunk, field.data() + at, std::min<std::size_t>(8, field.size() - at));
      hash = fold_product(hash ^ chunk ^ kOdd, 0xe7037ed1a0b428dbU + at * 2);
    }
  }
  return mix64(hash);
}

namespace {

std::string iso(text::Date date) {
  std::string out;
  append_date(out, date, DateStyle::iso);
  return out;
}

Json ledger_of(const TruthTally& tally, const TruthFrame& frame) {
  Json out{{"bytes", tally.total_bytes()},
           {"lines", tally.lines},
           {"records_and_rejects", tally.records + tally.rejects},
           {"records", tally.records},
           {"exact_duplicates", tally.records - tally.distinct_records()},
           {"distinct_records", tally.distinct_records()}};
  if (tally.has_national_ids()) out["distinct_national_id"] = tally.distinct_national_ids();
  out["persons"] = tally.persons;
  if (frame.members) out["confirmed"] = tally.members;
  return out;
}

/// The steps that every right reader finds, whatever was done to the file.
Json holds_of(const Json& ledger, const TruthFrame& frame) {
  Json out = Json::array();
  for (const auto& [step, count] : ledger.items()) {
    const bool is_lost =
        step == "distinct_national_id" && frame.has_ids_of_others && frame.mess.has(MessKind::header_missing);
    if (!is_lost) out.push_back(step);
  }
  return out;
}

Json definitions(const TruthTally& tally, const TruthFrame& frame) {
  const std::string width = std::to_string(frame.tables.front().columns.size());
  Json out{{"bytes", "bytes of the dump, unpacked"}};
  out["lines"] =
      frame.shape.line_ends == FileShape::LineEnd::usual
          ? "line ends (LF, with or without CR before it; those inside quotes too), plus one for a last line without"
          : "line ends (LF, CR LF or CR; those inside quotes too), plus one for a last line without";
  out["records_and_rejects"] = "records plus rejects; the header, blank lines and comments are neither";
  if (frame.is_sql) {
    out["records"] = "lines of COPY ... FROM stdin, up to the line that ends it, with a value for each column listed";
    out["rejects"] = "the same with another number of values; a row torn in two is two rejects";
  } else {
    out["records"] =
        "stretches outside of quotes between two line ends that have " + width + " fields and do not repeat the header";
    if (frame.mess.has(MessKind::second_table))
      out["records"] = out["records"].get<std::string>() + "; and the rows of the second table, under its own header";
    if (frame.shape.trailing_delimiter)
      out["records"] = out["records"].get<std::string>() + "; the empty field behind the last delimiter is not counted";
    out["rejects"] = "the same with another number of fields, and repeated headers; a row torn in two is two rejects";
  }
  out["exact_duplicates"] = "records minus distinct records";
  out["distinct_records"] = frame.is_sql ? "records of a table that differ in a decoded value; NULL is as an empty one"
                                         : "records that differ in a decoded, unquoted field; fields are not trimmed";
  if (tally.has_national_ids()) {
    out["distinct_national_id"] = "distinct valid values over " + frame.national_id_columns +
                                  ": 16 digits once blanks at the ends are gone, province and regency known (retired "
                                  "codes too), a day of birth that exists in 19xx or 20xx (40 added for women), serial "
                                  "not 0000";
  }
  out["persons"] =
      frame.members ? "persons that the records describe, invented ones included" : "persons that the records describe";
  if (tally.households > 0)
    out["households"] = "households that the persons described belong to; an invented person belongs to none";
  if (frame.members) {
    out["confirmed"] = "persons of the insurer's register that the records describe, whichever origin wrote the record";
  }
  return out;
}

Json strata_of(const TruthTally& tally) {
  Json out = Json::array();
  for (const StratumCount& stratum : tally.strata) {
    Json entry{{"origin", stratum.origin},
               {"records", stratum.records},
               {"distinct_records", stratum.distinct_records},
               {"torn_rows", stratum.torn_rows},
               {"persons", stratum.persons}};
    if (stratum.register_persons > 0) {
      entry["register"] = "registers/" + stratum.origin + ".csv";
      entry["register_persons"] = stratum.register_persons;
    }
    if (stratum.extracted.year != 0) entry["extracted"] = iso(stratum.extracted);
    out.push_back(std::move(entry));
  }
  return out;
}

std::string_view line_end_of(const FileShape& shape) {
  if (shape.line_ends == FileShape::LineEnd::lone_cr) return "CR";
  if (shape.line_ends == FileShape::LineEnd::any) return "mixed";
  return shape.crlf ? "CRLF" : "LF";
}

Json file_of(const TruthTally& tally, const TruthFrame& frame) {
  static constexpr const char* kEnds[] = {"line_end", "no_line_end", "trailer", "cut"};
  const FileShape& shape = frame.shape;
  Json out;
  if (frame.is_sql) {
    out["format"] = "sql_copy";
  } else {
    out["delimiter"] = std::string(1, shape.delimiter);
    out["quote"] = std::string(1, shape.quote);
    if (shape.backslash) out["escape"] = "\\";
  }
  out["byte_order_mark"] = shape.byte_order_mark;
  if (frame.mess.encoding != TextEncoding::utf8) out["encoding"] = encoding_name(frame.mess.encoding);
  out["line_end"] = line_end_of(shape);
  if (frame.is_sql) return out;
  out["layout"] = shape.shuffled ? "shuffled" : "concatenated";
  out["end"] = kEnds[static_cast<std::size_t>(shape.end)];
  out["blank_lines"] = tally.blank_lines;
  return out;
}

Json columns_of(const TableFact& table) {
  Json out = Json::object();
  for (const ColumnFact& column : table.columns) out[std::string(column.name)] = column.meaning;
  return out;
}

Json mess_of(const Mess& mess) {
  Json out = Json::array();
  for (const MessKind kind : mess.kinds()) {
    Json entry{{"kind", mess_name(kind)}};
    if (mess.lines_of(kind) > 0) entry["lines"] = mess.lines_of(kind);
    if (mess.cells_of(kind) > 0) entry["cells"] = mess.cells_of(kind);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

TruthTally::TruthTally(std::uint64_t rows, std::uint64_t all_persons, std::vector<std::string> origins,
                       std::vector<std::size_t> id_columns, NationalIdRule rule)
    : rule_(std::move(rule)),
      id_columns_(std::move(id_columns)),
      rows_(rows),
      ids_(id_columns_.empty() ? 16 : rows / 2),
      seen_(all_persons, false),
      seen_heads_(all_persons, false) {
  for (std::string& origin : origins) {
    strata.push_back({.origin = std::move(origin), .extracted = {}});
    seen_in_.emplace_back(all_persons, false);
  }
}

void TruthTally::count_record(const Record& record, std::uint32_t person, std::size_t stratum, DefectSet done,
                              std::uint64_t bytes, std::uint64_t line_ends, std::uint32_t& first_record) {
  ++records;
  lines += line_ends;
  record_bytes += bytes;
  bool is_new = false;
  const std::uint32_t first = rows_.insert(hash_record(record), static_cast<std::uint32_t>(records), is_new);
  first_record = is_new ? 0 : first;
  for (const std::size_t column : id_columns_) {
    if (const auto number = rule_.valid(record[column])) ids_.insert(*number);
  }
  for (std::size_t i = 0; i < kDefects; ++i) defects[i] += (done >> i) & 1U;
  StratumCount& part = strata[stratum];
  ++part.records;
  part.distinct_records += is_new ? 1 : 0;
  if (person == kNobody) return;
  if (!seen_in_[stratum][person]) {
    seen_in_[stratum][person] = true;
    ++part.persons;
  }
  if (seen_[person]) return;
  seen_[person] = true;
  ++persons;
  if (person < member_limit) ++members;
}

void TruthTally::count_torn(std::size_t stratum, RowShape shape, std::uint64_t count, std::uint64_t bytes) {
  ++strata[stratum].torn_rows;
  ++torn_rows[static_cast<std::size_t>(shape)];
  rejects += count;
  lines += count;
  rejected_bytes += bytes;
}

std::string truth_json(const TruthTally& tally, const TruthFrame& frame) {
  Json out{{"truth", 1}, {"scenario", frame.scenario}, {"complete", true}, {"seed", frame.seed}, {"rows", frame.rows}};
  if (frame.members) out["members"] = *frame.members;
  out["ledger"] = ledger_of(tally, frame);
  out["holds"] = holds_of(out["ledger"], frame);
  out["rejects"] = tally.rejects;
  out["persons"] = tally.persons;
  if (tally.households > 0) out["households"] = tally.households;
  out["definitions"] = definitions(tally, frame);
  out["bytes_by_kind"] = Json{{"header", tally.header_bytes},
                              {"records", tally.record_bytes},
                              {"rejected", tally.rejected_bytes},
                              {"blank", tally.blank_bytes},
                              {"other", tally.other_bytes}};
  out["file"] = file_of(tally, frame);
  out["mess"] = mess_of(frame.mess);
  const auto torn = [&](RowShape shape) { return tally.torn_rows[static_cast<std::size_t>(shape)]; };
  out["rejected"] = Json{{"rows_torn_in_two", torn(RowShape::torn_in_two)},
                         {"rows_cut_short", torn(RowShape::cut_short)},
                         {"rows_with_extra_delimiters", torn(RowShape::extra_delimiters)},
                         {"repeated_headers", tally.repeated_headers},
                         {"trailer_lines", tally.trailers},
                         {"last_line_cut", tally.ends_cut}};
  if (tally.extra_rejects > 0) out["rejected"]["lines_of_mess"] = tally.extra_rejects;
  if (frame.tables.size() == 1 && frame.tables.front().name.empty()) {
    out["columns"] = columns_of(frame.tables.front());
  } else {
    for (const TableFact& table : frame.tables) out["columns"][std::string(table.name)] = columns_of(table);
  }
  if (!frame.facts.empty()) {
    for (const auto& [name, number] : frame.facts) out["facts"][std::string(name)] = number;
  }
  out["strata"] = strata_of(tally);
  out["duplicates"] = Json{{"exact", tally.records - tally.distinct_records()},
                           {"altered", frame.altered},
                           {"further_contracts", frame.further_contracts}};
  out["defects"] = Json::object();
  for (std::size_t i = 0; i < kDefects; ++i)
    out["defects"][std::string(defect_name(static_cast<Defect>(i)))] = tally.defects[i];
  return out.dump(2) + '\n';
}

}  // namespace sidik::rehearse
