#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "table/record_batch.hpp"

namespace sidik::engine {

/// The file of `--rows`: one CSV line a record with the header
/// `table,record,offset,length,stratum,person,checks,masked`. record counts from 1; checks are the failed ones joined
/// by `;`; masked are the masked fields joined by ` | ` (the fields themselves when the user gave a reason to unmask).
/// The file is readable by its owner only.
class RowsFile {
 public:
  /// Errors   engine.rows_unwritable (io).
  [[nodiscard]] static Result<std::unique_ptr<RowsFile>> create(const std::string& path, bool is_unmasked);
  Status write(std::string_view table, const table::RecordBatch& batch, const std::vector<std::string>& failed_checks);
  Status close();

 private:
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  RowsFile(File file, std::string path, bool is_unmasked)
      : file_(std::move(file)), path_(std::move(path)), is_unmasked_(is_unmasked) {}
  [[nodiscard]] std::unexpected<Error> unwritable() const;

  File file_;
  std::string path_;
  bool is_unmasked_;
  std::string line_;
};

}  // namespace sidik::engine
