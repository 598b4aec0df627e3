#include "rehearse/output_folder.hpp"

#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sidik::rehearse {

namespace {

namespace fs = std::filesystem;

/// Persons and invented ones are numbered in 32 bits.
constexpr std::uint64_t kMostRows = 1000000000;

Status make_ready(const fs::path& folder) {
  std::error_code error;
  const bool is_rehearsal = fs::exists(folder / "truth.json", error);
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    return fail(ErrorKind::refused, "rehearse.exists", fmt::format("{} is a file", folder.string()),
                "give --out a folder");
  }
  if (fs::is_directory(folder, error) && !fs::is_empty(folder, error) && !is_rehearsal) {
    return fail(ErrorKind::refused, "rehearse.exists",
                fmt::format("{} holds files that are no rehearsal", folder.string()),
                "give --out an empty folder or a new one");
  }
  for (const char* name : {"dump.csv", "dump.csv.gz", "dump.sql", "dump.sql.gz", "rows.csv", "people.csv"})
    fs::remove(folder / name, error);
  for (const char* name : {"insurer", "bank", "telecom", "marketplace", "registry"})
    fs::remove(folder / "registers" / (std::string(name) + ".csv"), error);
  fs::create_directories(folder / "registers", error);
  if (error) {
    return fail(ErrorKind::io, "rehearse.unwritable",
                fmt::format("cannot make the folder {}: {}", folder.string(), error.message()),
                "choose a folder that you may write to with --out");
  }
  return {};
}

Status write_text(const fs::path& path, std::string_view text) {
  SIDIK_TRY(OutputFile file, OutputFile::open(path.string(), false));
  SIDIK_CHECK(file.write(text));
  return file.close();
}

}  // namespace

OutputFolder::OutputFolder(fs::path folder, OutputFile dump, OutputFile rows_list, OutputFile people_list)
    : folder_(std::move(folder)),
      dump_(std::move(dump)),
      rows_list_(std::move(rows_list)),
      people_list_(std::move(people_list)) {}

Result<OutputFolder> OutputFolder::prepare(const RehearsalOptions& options, std::string_view scenario,
                                           std::string_view dump) {
  const fs::path folder(options.directory);
  SIDIK_CHECK(make_ready(folder));
  // Marks the folder as ours, and as unfinished until the last step.
  const std::string begun = fmt::format("{{\"truth\": 1, \"scenario\": \"{}\", \"complete\": false}}\n", scenario);
  SIDIK_CHECK(write_text(folder / "truth.json", begun));
  const std::string name = std::string(dump) + (options.gzip ? ".gz" : "");
  SIDIK_TRY(OutputFile dump_file, OutputFile::open((folder / name).string(), options.gzip));
  SIDIK_TRY(OutputFile rows_list, OutputFile::open((folder / "rows.csv").string(), false));
  SIDIK_TRY(OutputFile people_list, OutputFile::open((folder / "people.csv").string(), false));
  return OutputFolder(folder, std::move(dump_file), std::move(rows_list), std::move(people_list));
}

std::string OutputFolder::register_path(std::string_view origin) const {
  return (folder_ / "registers" / (std::string(origin) + ".csv")).string();
}

Status OutputFolder::close() {
  SIDIK_CHECK(dump_.close());
  SIDIK_CHECK(rows_list_.close());
  return people_list_.close();
}

Status OutputFolder::finish(std::string_view truth) const { return write_text(folder_ / "truth.json", truth); }

Status check_rows(std::uint64_t rows) {
  if (rows == 0)
    return fail(ErrorKind::usage, "rehearse.no_rows", "a dump of 0 rows is no rehearsal", "give --rows 1 or more");
  if (rows > kMostRows) {
    return fail(ErrorKind::limit, "rehearse.rows_too_many", fmt::format("{} rows are more than {}", rows, kMostRows),
                "give a smaller --rows");
  }
  return {};
}

}  // namespace sidik::rehearse
