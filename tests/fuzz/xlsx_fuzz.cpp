// Any bytes as the XML of a sheet, whole and in pieces, and as the other parts of a workbook. Input: three choices (the
// header, the size of the pieces, the longest record), then the XML.
#include <array>
#include <cstdint>
#include <string>

#include "choice_reader.hpp"
#include "ingest/xlsx/xlsx_for_test.hpp"
#include "reading_claims.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

void read_part(const std::string& xml, ingest::XmlVisitor& visitor) {
  ingest::MemorySource source(xml);
  const auto end = ingest::read_xml(source, visitor);
  require(!end || end->bytes == xml.size(), "a part is read to its end");
}

void run(ChoiceReader input) {
  ingest::ReadOptions options;
  if (const auto header = input.below(3); header > 0) options.header = header == 1;
  const std::size_t piece = 1 + input.below(7);
  Limits limits;
  limits.record_bytes = input.one_of<std::uint64_t, 3>({4096, 64, 4});
  limits.columns = 64;
  limits.memory_bytes = std::uint64_t{1} << 20;
  const std::string xml(input.rest());

  const auto whole = ingest::read_sheet_xml(xml, options, limits);
  auto pieces = ingest::read_sheet_xml(xml, options, limits, piece);
  require(whole.status.has_value() == pieces.status.has_value(), "what is read whole is read in pieces");
  if (whole.status && whole.tables > 0) {
    require_whole_account(whole, xml.size());
    // Expat finds damage at once; which of two faults that stand together it names depends on where a piece ends.
    require(whole.cut_because.empty() == pieces.cut_because.empty(), "both readings find the damage");
    pieces.cut_because = whole.cut_because;
    require_same(whole, pieces);
  }
  ingest::XlsxStrings strings(limits);
  ingest::XlsxStyles styles;
  ingest::XlsxWorkbook workbook;
  ingest::XlsxRelationships relationships;
  for (ingest::XmlVisitor* visitor : std::array<ingest::XmlVisitor*, 4>{&strings, &styles, &workbook, &relationships}) {
    read_part(xml, *visitor);
  }
  for (std::size_t index = 0; index < strings.size(); ++index)
    require(strings[index].size() <= xml.size(), "no text is longer than the XML");
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
