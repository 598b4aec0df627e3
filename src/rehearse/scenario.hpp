#pragma once

#include <cstdint>
#include <string>

#include "base/context.hpp"
#include "base/result.hpp"
#include "pack/pack.hpp"

namespace sidik::rehearse {

struct RehearsalOptions {
  std::string directory;  ///< where dump.csv, registers/*.csv and truth.json go; "-": the dump alone to standard output
  std::uint64_t rows = 1000000;  ///< lines of records in the dump that are meant to be records
  std::uint64_t seed = 1;
  std::uint64_t members = 0;  ///< distinct members of the insurer's register in the dump; 0: rows x 0.100002 rounded
  bool gzip = false;          ///< dump.csv.gz instead of dump.csv
};

/// Rehearses the 2021 leak: a dump in the shape that the public descriptions give, the registers it came from, and the
/// truth. Everybody in it is invented.
///
/// Errors   rehearse.members_too_many, rehearse.exists (the folder holds files that are no rehearsal),
/// rehearse.unwritable (io),
///          rehearse.cancelled.
/// Cost     about 5 s and 100 MB of memory for 1,000,000 rows; memory does not grow with rows beyond some bytes a row.
Status bpjs_2021(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

}  // namespace sidik::rehearse
