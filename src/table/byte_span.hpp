#pragma once

#include "base/units.hpp"

namespace sidik::table {

/// Where a record lies in the bytes of its member, its line end included.
struct ByteSpan {
  ByteOffset offset;
  ByteCount length;
};

}  // namespace sidik::table
