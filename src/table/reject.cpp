#include "table/reject.hpp"

namespace sidik::table {

std::string_view reason_name(RejectReason reason) {
  switch (reason) {
    case RejectReason::too_few_fields:
      return "too_few_fields";
    case RejectReason::too_many_fields:
      return "too_many_fields";
    case RejectReason::quote_unclosed:
      return "quote_unclosed";
    case RejectReason::quote_irregular:
      return "quote_irregular";
    case RejectReason::header_repeated:
      return "header_repeated";
    case RejectReason::record_too_long:
      return "record_too_long";
    case RejectReason::json_invalid:
      return "json_invalid";
    case RejectReason::json_not_object:
      return "json_not_object";
    case RejectReason::sql_unreadable:
      return "sql_unreadable";
    case RejectReason::record_damaged:
      return "record_damaged";
  }
  return "unknown";
}

}  // namespace sidik::table
