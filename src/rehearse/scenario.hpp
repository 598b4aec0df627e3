#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "base/result.hpp"
#include "pack/pack.hpp"

namespace sidik::rehearse {

struct RehearsalOptions {
  std::string directory;         ///< where the dump, rows.csv and truth.json go; "-": the dump alone to standard output
  std::uint64_t rows = 1000000;  ///< lines of records in the dump that are meant to be records
  std::uint64_t seed = 1;
  std::uint64_t members = 0;  ///< bpjs-2021: distinct members of the insurer's register; 0: rows x 0.100002 rounded
  bool gzip = false;          ///< pack the dump with gzip
  unsigned mess = 0;          ///< 0 to 3: how badly the file is broken, see mess.hpp
  /// bpjs-2021: of a million further rows of a person that many are written anew otherwise, see retyping.hpp.
  std::uint32_t altered_per_million = 0;
  std::string truth_column =
      {};                ///< delimited dumps: its name; the person stands in a last column; empty: no such column
  unsigned origins = 0;  ///< composite: how many systems, at most kMostOrigins; 0: 2 to 8, from the seed
};
inline constexpr unsigned kMostOrigins = 8;

/// A leak that can be rehearsed. Everybody in it is invented.
struct Scenario {
  std::string_view name;
  std::string_view says;  ///< one line for people
  Status (*play)(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);
};
[[nodiscard]] std::span<const Scenario> scenarios();

/// Each writes a dump in the shape that public descriptions give, and the truth about it.
///
/// Errors   rehearse.no_rows, rehearse.rows_too_many, rehearse.members_unused (usage; all but bpjs-2021),
///          rehearse.mess_unknown, rehearse.altered_unused (all but bpjs-2021), rehearse.altered_unfit,
///          rehearse.truth_column_unused (shop-2020), rehearse.truth_column_unfit, rehearse.exists (the folder holds
///          files that are no rehearsal), rehearse.unwritable (io), rehearse.cancelled.
/// Cost     below 10 s for 1,000,000 rows; memory does not grow with rows beyond some bytes a row.

/// The insurer's leak of May 2021, with the registers that it was put together from.
/// Errors   rehearse.members_too_many besides. Cost  100 MB of memory for 1,000,000 rows.
Status bpjs_2021(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

/// The marketplace of May 2020: a PostgreSQL dump of accounts and shops, in which a sample that was shared before comes
/// again; second accounts, deleted ones.
Status shop_2020(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

/// The SIM registrations of August 2022: national id, number, provider, date; few fields, many numbers of one person.
Status sim_2022(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

/// The population registry of July 2023: 69 columns, most of them empty, more rows than people, officers named in it.
Status registry_2023(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

/// Some systems that nobody knows, glued together under one header; for finding out how many they are.
/// Errors   rehearse.origins_too_many (usage) besides.
Status composite(const RehearsalOptions& options, const pack::Pack& pack, const Context& context);

}  // namespace sidik::rehearse
