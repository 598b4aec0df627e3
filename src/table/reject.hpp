#pragma once

#include <cstdint>
#include <string_view>

#include "table/byte_span.hpp"

namespace sidik::table {

/// Why a stretch of bytes is no record of its table.
enum class RejectReason : std::uint8_t {
  too_few_fields,
  too_many_fields,
  quote_unclosed,
  quote_irregular,
  header_repeated,
  record_too_long,
  json_invalid,
  json_not_object,
  sql_unreadable,
  record_damaged,  ///< a record of a binary file whose bytes contradict one another
};
inline constexpr std::size_t kRejectReasons = 10;

/// The stable word of a reason, as it stands in the findings document.
[[nodiscard]] std::string_view reason_name(RejectReason reason);

/// A stretch that was refused; its bytes count as `rejected`.
struct Reject {
  RejectReason reason;
  ByteSpan span;
};

}  // namespace sidik::table
