#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rehearse/output_file.hpp"
#include "rehearse/rows_list.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

/// The folder of a rehearsal: new, empty, or an earlier rehearsal whose files give way. truth.json says that the
/// rehearsal is incomplete until finish().
///
/// Errors   rehearse.exists (the folder holds files that are no rehearsal), rehearse.unwritable (io).
class OutputFolder {
 public:
  /// `dump`: the file name of the dump without .gz.
  static Result<OutputFolder> prepare(const RehearsalOptions& options, std::string_view scenario,
                                      std::string_view dump);
  OutputFile& dump() { return dump_; }
  ListFiles lists() { return {.rows = &rows_list_, .people = &people_list_}; }
  [[nodiscard]] std::string register_path(std::string_view origin) const;
  /// Ends the dump and its lists.
  Status close();
  /// REQUIRES close().
  Status finish(std::string_view truth) const;

 private:
  OutputFolder(std::filesystem::path folder, OutputFile dump, OutputFile rows_list, OutputFile people_list);
  std::filesystem::path folder_;
  OutputFile dump_;
  OutputFile rows_list_;
  OutputFile people_list_;
};

/// Refuses numbers of rows that no scenario can make.
Status check_rows(std::uint64_t rows);

}  // namespace sidik::rehearse
