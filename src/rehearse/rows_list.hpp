#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rehearse/defects.hpp"
#include "rehearse/output_file.hpp"

namespace sidik::rehearse {

/// Writes rows.csv: one line a record of the dump.
class RowsList {
 public:
  /// `file`: null when nobody wants the list; outlives it otherwise.
  explicit RowsList(OutputFile* file);
  /// `person`: kNobody leaves it empty; `first_record`: 0 when no record before has equal fields.
  void add(std::uint64_t record, std::string_view origin, std::uint32_t person, std::uint32_t first_record,
           DefectSet defects);
  /// Hands on what is gathered, when it is much or `all`.
  Status flush(bool all);

 private:
  OutputFile* file_;
  std::string text_;
};

}  // namespace sidik::rehearse
