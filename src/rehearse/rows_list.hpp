#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rehearse/defects.hpp"
#include "rehearse/output_file.hpp"

namespace sidik::rehearse {

/// The files that list the records of a dump; null where nobody wants one.
struct ListFiles {
  OutputFile* rows = nullptr;    ///< rows.csv
  OutputFile* people = nullptr;  ///< people.csv
};

/// Writes rows.csv and people.csv: one line each a record of the dump.
class RowsList {
 public:
  /// The files outlive it.
  explicit RowsList(ListFiles files);
  /// `person`: kNobody leaves it empty; `first_record`: 0 when no record before has equal fields.
  void add(std::uint64_t record, std::string_view origin, std::uint32_t person, std::uint32_t first_record,
           DefectSet defects);
  /// Hands on what is gathered, when it is much or `all`.
  Status flush(bool all);

 private:
  void add_person(std::uint64_t record, std::uint32_t person);
  static Status flush(OutputFile* file, std::string& text, bool all);

  ListFiles files_;
  std::string text_;
  std::string people_;
};

}  // namespace sidik::rehearse
