#pragma once

#include <cstdint>
#include <vector>

#include "rehearse/random_stream.hpp"
#include "rehearse/row_writer.hpp"

namespace sidik::rehearse {

inline constexpr std::uint8_t kInsurerOrigin = 0;
inline constexpr std::uint8_t kInventedOrigin = 255;

/// One row that is meant to be a record.
struct RowEntry {
  std::uint32_t person = 0;
  std::uint8_t origin = kInsurerOrigin;  ///< kInsurerOrigin, 1.. into RowPlan::others, or kInventedOrigin
  std::uint8_t variant = 0;
  RowShape shape = RowShape::whole;
  bool repeats = false;  ///< planned as an exact repetition of another entry
};
static_assert(sizeof(RowEntry) == 8);

/// The origins besides the insurer that a scenario may glue in.
enum class OtherOrigin : std::uint8_t { bank, telecom, marketplace, registry };

/// Which persons exist and which row stands where. Persons are numbered: the insurer's register first, then a pool from
/// which the other origins draw, then those who stand in one other register only and did not leak.
struct RowPlan {
  struct Other {
    OtherOrigin kind;
    std::vector<std::uint32_t> persons;  ///< who leaked from it, in ascending order
    std::uint32_t kept_first = 0;        ///< persons of its register that did not leak: [kept_first, kept_end)
    std::uint32_t kept_end = 0;
  };
  std::uint32_t register_size = 0;    ///< the insurer's register: persons [0, register_size)
  std::vector<std::uint32_t> leaked;  ///< its members that are in the dump, in ascending order
  std::vector<Other> others;
  std::uint32_t persons = 0;  ///< of all registers; invented ones are numbered from here
  std::uint32_t invented = 0;
  std::vector<RowEntry> rows;                 ///< in the order of the file
  std::vector<std::uint64_t> headers_before;  ///< ascending places in `rows` before which the header is repeated
  std::vector<std::uint64_t> blanks_before;   ///< the same for blank lines; a place may stand more than once
};

/// Draws the plan. REQUIRES members <= rows < 2^31.
/// Cost     8 bytes a row and 4 a leaked person; linear time.
[[nodiscard]] RowPlan draw_row_plan(std::uint64_t seed, std::uint64_t rows, std::uint64_t members,
                                    const FileShape& shape);

}  // namespace sidik::rehearse
