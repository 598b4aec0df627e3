// The strata of any table: every record is in one stratum, whatever the fields are, and twice the same. Input: the
// number of columns, then fields split at line ends and commas.
#include <cstdint>
#include <string_view>
#include <vector>

#include "choice_reader.hpp"
#include "origin/column_coder.hpp"
#include "origin/row_signer.hpp"
#include "origin/strata.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

constexpr std::size_t kMostRecords = 3000;

void fill(table::RecordBatch& batch, std::size_t columns, std::string_view text) {
  batch.reset(columns, RecordIndex(0));
  std::vector<std::string_view> fields;
  while (!text.empty() && batch.records() < kMostRecords) {
    const std::size_t end = text.find_first_of(",\n");
    fields.push_back(text.substr(0, end));
    const bool is_line = end == std::string_view::npos || text[end] == '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (fields.size() < columns && !is_line) continue;
    batch.append(fields, {});
    fields.clear();
  }
}

void examine(const std::uint8_t* data, std::size_t size) {
  ChoiceReader choices(data, size);
  const std::size_t columns = 1 + choices.below(12);
  table::RecordBatch batch;
  fill(batch, columns, choices.rest());
  const table::RecordBatch* sample[] = {&batch};
  const auto coders = origin::learn_coders(sample, columns);
  origin::RowSigner signer(coders);
  std::vector<std::uint32_t> signatures;
  signer.add(batch, {}, &signatures);
  const auto found = origin::find_strata(signer);
  std::uint64_t records = 0;
  for (const auto& stratum : found.strata) {
    require(stratum.records > 0, "no stratum is empty");
    records += stratum.records;
  }
  require(records == batch.records(), "every record is in one stratum");
  for (const std::uint32_t signature : signatures) {
    require(signature < found.stratum_of_signature.size(), "every record has a signature");
    require(found.stratum_of_signature[signature] < found.strata.size(), "that is of a stratum");
  }
  const auto again = origin::find_strata(signer);
  require(again.stratum_of_signature == found.stratum_of_signature, "the same rows give the same strata");
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::examine(data, size);
  return 0;
}
