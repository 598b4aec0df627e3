#pragma once

#include <string>
#include <utility>

#include "ingest/reading_for_test.hpp"
#include "ingest/xlsx/xlsx_sheet.hpp"

namespace sidik::ingest {

inline std::string sheet_xml(const std::string& rows) {
  return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// Reads the XML of a sheet whose styles are: 0 general, 1 a date, 2 four digits; whose shared texts are Ani and Budi.
inline Reading read_sheet_xml(const std::string& xml, const ReadOptions& options = {}, const Limits& limits = {},
                              std::size_t piece = 1 << 16) {
  Reading reading;
  XlsxStrings strings(limits);
  MemorySource strings_xml("<sst><si><t>Ani</t></si><si><t>Budi</t></si></sst>");
  XlsxStyles styles;
  MemorySource styles_xml(
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0000'/></numFmts>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>");
  (void)read_xml(strings_xml, strings);
  (void)read_xml(styles_xml, styles);
  Context context;
  context.limits = limits;
  ReadProgress progress{context};
  MemorySource source(xml, piece);
  TableInfo info;
  info.name = "book.xlsx/Sheet";
  auto told =
      read_sheet(source, {strings, styles, false}, std::move(info), options, reading, progress, reading.cut_because);
  if (!told) reading.status = std::unexpected(std::move(told).error());
  return reading;
}

}  // namespace sidik::ingest
