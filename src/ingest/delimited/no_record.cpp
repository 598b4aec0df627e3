#include "ingest/delimited/no_record.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

namespace sidik::ingest {
namespace {

std::uint64_t first_reject(const TableAccount& account) {
  std::uint64_t first = ~std::uint64_t{0};
  for (std::size_t i = 0; i < table::kRejectReasons; ++i) {
    if (account.reject_count[i] > 0) first = std::min(first, account.first_reject_offset[i]);
  }
  return first;
}

}  // namespace

Status refuse_empty_table(const TableAccount& account, std::size_t columns, const Limits& limits) {
  if (account.reject_count[static_cast<std::size_t>(table::RejectReason::record_too_long)] > 0) {
    return fail(ErrorKind::limit, "ingest.record_too_long",
                fmt::format("no line ends within {} bytes", limits.record_bytes),
                "raise --max-record or name the line end's encoding with --encoding");
  }
  if (account.rejected > 0) {
    return fail(ErrorKind::invalid_input, "ingest.no_record",
                fmt::format("all {} lines were refused, the first at byte {}", account.rejected, first_reject(account)),
                "set --delimiter, --quote or --ragged pad");
  }
  return fail(ErrorKind::invalid_input, "ingest.no_record",
              fmt::format("a header of {} columns and no record behind it", columns),
              "use --header no if the first line is a record");
}

}  // namespace sidik::ingest
