#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

#include <fmt/format.h>

#include "rehearse/dump_writer.hpp"
#include "rehearse/register_writer.hpp"
#include "rehearse/rehearsal.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegun = "{\"truth\": 1, \"scenario\": \"bpjs-2021\", \"complete\": false}\n";
/// Persons and invented ones are numbered in 32 bits.
constexpr std::uint64_t kMostRows = 1000000000;

/// 100,002 of 1,000,000, in integers.
std::uint64_t members_of(const RehearsalOptions& options) {
  if (options.members != 0) return options.members;
  const std::uint64_t millions = options.rows / 1000000;
  const std::uint64_t left = options.rows % 1000000;
  return millions * 100002 + (left * 100002 + 500000) / 1000000;
}

Status check_options(const RehearsalOptions& options, std::uint64_t members) {
  if (options.rows == 0)
    return fail(ErrorKind::usage, "rehearse.no_rows", "a dump of 0 rows is no rehearsal", "give --rows 1 or more");
  if (options.rows > kMostRows) {
    return fail(ErrorKind::limit, "rehearse.rows_too_many",
                fmt::format("{} rows are more than {}", options.rows, kMostRows), "give a smaller --rows");
  }
  if (members > options.rows) {
    return fail(ErrorKind::usage, "rehearse.members_too_many",
                fmt::format("{} members do not fit into {} rows", members, options.rows),
                "give a smaller --members or a larger --rows");
  }
  return {};
}

/// Makes the folder ready: new, empty, or an earlier rehearsal whose files give way.
Status prepare_folder(const fs::path& folder) {
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
  for (const char* name : {"dump.csv", "dump.csv.gz", "rows.csv"}) fs::remove(folder / name, error);
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

Status write_stream(Rehearsal& rehearsal, const RehearsalOptions& options, const NationalIdRule& rule,
                    const Context& context) {
  SIDIK_TRY(OutputFile dump, OutputFile::open("-", options.gzip));
  DumpWriter writer(rehearsal, options, rule, dump, nullptr);
  SIDIK_CHECK(writer.write(context));
  return dump.close();
}

Status write_folder(Rehearsal& rehearsal, const RehearsalOptions& options, const NationalIdRule& rule,
                    std::uint64_t members, const Context& context) {
  const fs::path folder(options.directory);
  SIDIK_CHECK(prepare_folder(folder));
  // Marks the folder as ours, and as unfinished until the last step.
  SIDIK_CHECK(write_text(folder / "truth.json", kBegun));
  SIDIK_TRY(OutputFile dump,
            OutputFile::open((folder / (options.gzip ? "dump.csv.gz" : "dump.csv")).string(), options.gzip));
  SIDIK_TRY(OutputFile rows_list, OutputFile::open((folder / "rows.csv").string(), false));
  DumpWriter writer(rehearsal, options, rule, dump, &rows_list);
  SIDIK_CHECK(writer.write(context));
  SIDIK_CHECK(dump.close());
  SIDIK_CHECK(rows_list.close());
  for (std::size_t i = 0; i < rehearsal.origins().size(); ++i) {
    const std::string name = std::string(rehearsal.origins()[i]->id()) + ".csv";
    SIDIK_CHECK(write_register(rehearsal, i, (folder / "registers" / name).string(), context));
  }
  const TruthFrame frame{.scenario = "bpjs-2021",
                         .seed = options.seed,
                         .rows = options.rows,
                         .members = members,
                         .shape = rehearsal.shape(),
                         .altered = writer.altered(),
                         .further_contracts = writer.further_contracts()};
  return write_text(folder / "truth.json", truth_json(writer.tally(), frame));
}

}  // namespace

Status bpjs_2021(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  const std::uint64_t members = members_of(options);
  SIDIK_CHECK(check_options(options, members));
  SIDIK_TRY(std::unique_ptr<Rehearsal> rehearsal, Rehearsal::create(options, members, pack));
  const NationalIdRule rule(pack);
  if (options.directory == "-") return write_stream(*rehearsal, options, rule, context);
  return write_folder(*rehearsal, options, rule, members, context);
}

}  // namespace sidik::rehearse
