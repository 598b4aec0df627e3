#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// The signatures of a batch's records, and the number of the table that they are of.
struct BatchSignatures {
  std::uint32_t table = 0;
  std::span<const std::uint32_t> of_record;  ///< empty: no strata are looked for
};

/// What the signatures of a table turned out to be.
struct SettledStrata {
  std::vector<std::uint32_t> stratum_of_signature;
  std::size_t strata_before = 0;  ///< of other tables; ids count from 1 over all of them
};

/// The file of `--rows`: one CSV line a record with the header
/// `table,record,offset,length,stratum,person,checks,masked`. record counts from 1; checks are the failed ones joined
/// by `;`; masked are the masked fields joined by ` | ` (the fields themselves when the user gave a reason to unmask).
/// The file is readable by its owner only.
///
/// The stratum of a row is known when its table is read, and its person when all are linked; until then lines stand in
/// a draft without a name, beside the file, and close() writes them out. A run that is given up leaves the header
/// alone. Order of calls   write*, settle once a table, close.
class RowsFile {
 public:
  /// Errors   engine.rows_unwritable (io).
  [[nodiscard]] static Result<std::unique_ptr<RowsFile>> create(const std::string& path, bool is_unmasked);
  Status write(std::string_view table, const table::RecordBatch& batch, const BatchSignatures& signatures,
               const std::vector<std::string>& failed_checks);
  void settle(std::uint32_t table, SettledStrata strata) { settled_[table] = std::move(strata); }
  /// `persons`: of the lines in the order in which they were written, from 0; the file counts from 1. Empty: not known.
  Status close(std::span<const std::uint32_t> persons = {});

 private:
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  /// What stands before a line in the draft.
  struct DraftHead {
    std::uint32_t table;
    std::uint32_t signature;
    std::uint32_t before;  ///< bytes in front of the stratum
    std::uint32_t after;
  };
  RowsFile(File file, File draft, std::string path, bool is_unmasked)
      : file_(std::move(file)), draft_(std::move(draft)), path_(std::move(path)), is_unmasked_(is_unmasked) {}
  [[nodiscard]] std::unexpected<Error> unwritable() const;
  [[nodiscard]] std::string stratum_of(const DraftHead& head) const;

  File file_;
  File draft_;
  std::string path_;
  bool is_unmasked_;
  std::string line_;
  std::unordered_map<std::uint32_t, SettledStrata> settled_;  ///< by the number of the table
};

}  // namespace sidik::engine
