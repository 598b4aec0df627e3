#include "engine/trace.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>
#include <map>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/decoy_search.hpp"
#include "engine/mark_seal.hpp"
#include "engine/read_request.hpp"
#include "engine/traced_table.hpp"
#include "origin/copy_exclusion.hpp"
#include "origin/copy_match.hpp"
#include "origin/decoy_chance.hpp"
#include "origin/guilt.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

constexpr double kMostWrong = origin::kMostWrong;
constexpr double kMostOfRows = 0.5;    ///< of the dump that copies must explain for a name by differences
constexpr double kMostOfFields = 0.6;  ///< of its fields that must stand in columns that copies hold
constexpr double kFewRows = 0.1;       ///< explained: the dump is of another register
constexpr std::size_t kLeastRows = 20;
/// What a bound rests on, that decoys were kept secret, that chance makes so few rows alike, is no surer than this.
constexpr double kSurestDecoys = 1e-6;
constexpr double kSurestDifferences = 1e-4;

struct CopyFile {
  std::string name;
  std::string path;
  const SealedCopy* sealed = nullptr;
};

bool is_mark_file(const fs::path& path, const TraceRequest& request) {
  const auto is_same = [&](const std::string& other) {
    std::error_code fault;
    return !other.empty() && fs::equivalent(path, other, fault);
  };
  const auto name = path.filename().string();
  return name == "marks.json" || name == "marks.key" || name.starts_with('.') || is_same(request.marks) ||
         is_same(request.key);
}

Result<std::vector<CopyFile>> copies_of(const TraceRequest& request, const std::optional<MarkSeal>& seal) {
  std::vector<CopyFile> out;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(request.copies, fault)) {
    if (!entry.is_regular_file(fault) || is_mark_file(entry.path(), request)) continue;
    CopyFile copy{entry.path().stem().string(), entry.path().string(), nullptr};
    if (seal) {
      const auto found = std::ranges::find(seal->copies, entry.path().filename().string(), &SealedCopy::file);
      if (found != seal->copies.end()) copy = {found->recipient, copy.path, &*found};
    }
    out.push_back(std::move(copy));
  }
  if (out.empty()) {
    return fail(ErrorKind::not_found, "engine.copies_none", fmt::format("{} holds no copy", request.copies),
                "give a folder with a file for each recipient, called by the recipient's name");
  }
  std::ranges::sort(out, {}, &CopyFile::name);
  return out;
}

origin::FormTable form_table(const TracedTable& table) { return {table.columns.size(), table.forms}; }

/// What the copies say, by recipient in the order of the files.
struct Differences {
  std::vector<std::string> names;
  std::vector<std::string> paths;
  std::vector<origin::CopyMatch> matches;
  std::vector<std::array<std::string, origin::kMostTogether>> lacking;  ///< a column, by how many leaked together
  std::vector<std::string> later;                                       ///< a column in which the dump has later days
  std::vector<std::string> columns;                                     ///< of the dump, by bit
  origin::ColumnMask held = 0;                                          ///< by any copy
};

std::string column_name(const std::vector<std::string>& names, std::size_t column) {
  return names[column].empty() ? fmt::format("column {}", column + 1) : names[column];
}

/// Which column of a copy the dump lacks a part of, for one, two and three sources.
std::array<std::string, origin::kMostTogether> lacking_parts(const TracedTable& table, const origin::CopyMatch& match) {
  std::array<std::string, origin::kMostTogether> out;
  for (std::size_t together = 1; together <= out.size(); ++together) {
    const auto column = origin::lacking_part(form_table(table), table.days, match.is_hit, together);
    if (!column) break;
    out[together - 1] = column_name(table.columns, *column);
  }
  return out;
}

Result<Differences> compare(const origin::LeakIndex& leak, const TracedTable& dump, const std::vector<CopyFile>& files,
                            const TracedReading& reading, const Context& context) {
  Differences out;
  for (const std::size_t column : leak.columns()) out.columns.push_back(column_name(dump.columns, column));
  for (const CopyFile& file : files) {
    if (context.is_cancelled())
      return fail(ErrorKind::cancelled, "engine.cancelled", "stopped before the copies were read");
    SIDIK_TRY(TracedFile copy, read_traced(file.path, reading, true, {}, context));
    if (file.sealed != nullptr && file.sealed->sha256 != copy.sha256) {
      return fail(ErrorKind::refused, "engine.copy_changed", fmt::format("{} is not as it was sealed", file.path),
                  "take the copy from where it was kept when it was given");
    }
    const auto largest = std::ranges::max_element(copy.tables, {}, &TracedTable::rows);
    if (largest == copy.tables.end()) continue;
    out.names.push_back(file.name);
    out.matches.push_back(origin::match_copy(leak, form_table(*largest)));
    out.lacking.push_back(lacking_parts(*largest, out.matches.back()));
    const auto later = origin::later_days(leak, out.matches.back(), dump.days, largest->days);
    out.later.push_back(later ? column_name(largest->columns, *later) : std::string());
    out.paths.push_back(file.path);
    out.held |= out.matches.back().held;
  }
  return out;
}

/// Takes out of the sets of several those copies whose own rows, that the one copy left does not hold, are not in the
/// dump. Reads the copies a second time.
Result<origin::Exclusion> without_others(const origin::ExplainedRows& rows, const Differences& differences,
                                         std::vector<std::uint8_t> lacks_parts, origin::Exclusion exclusion,
                                         const TracedReading& reading, const Context& context) {
  const bool has_rivals =
      exclusion.possible.size() > 1 && exclusion.possible.front().size() == 1 && exclusion.possible.back().size() > 1;
  if (!has_rivals) return exclusion;
  const std::size_t left = exclusion.possible.front().front();
  const auto largest_of = [](const TracedFile& file) -> const TracedTable& {
    return *std::ranges::max_element(file.tables, {}, &TracedTable::rows);
  };
  SIDIK_TRY(const TracedFile one, read_traced(differences.paths[left], reading, true, {}, context));
  const origin::LeakIndex held(form_table(largest_of(one)));
  for (std::size_t i = 0; i < differences.paths.size(); ++i) {
    if (i == left || lacks_parts[i] != 0) continue;
    SIDIK_TRY(const TracedFile other, read_traced(differences.paths[i], reading, true, {}, context));
    const auto match = origin::match_copy(held, form_table(largest_of(other)));
    lacks_parts[i] = origin::lacks_own_rows(differences.matches[i].is_hit, match.is_hit) ? 1 : 0;
  }
  return origin::exclude_copies(rows, lacks_parts);
}

/// A row is explained by a copy that has every field of it that any copy can have. Rows with much fewer fields than
/// others say nothing: chance explains them, and rows from elsewhere are such.
origin::ExplainedRows explained_rows(const origin::LeakIndex& leak, const Differences& differences) {
  const std::size_t rows = leak.leak().rows();
  origin::ExplainedRows out(differences.matches.size(), rows);
  const int least = origin::least_fields(leak, differences.held);
  for (std::size_t r = 0; r < rows; ++r) {
    const origin::ColumnMask asked = leak.filled(r) & differences.held;
    if (std::popcount(asked) < least) continue;
    for (std::size_t i = 0; i < differences.matches.size(); ++i) {
      if ((differences.matches[i].agreeing[r] & asked) == asked) out.set(i, r);
    }
  }
  return out;
}

double share_of_fields(const origin::LeakIndex& leak, origin::ColumnMask held) {
  std::uint64_t all = 0;
  std::uint64_t in_copies = 0;
  for (std::size_t r = 0; r < leak.leak().rows(); ++r) {
    all += static_cast<std::uint64_t>(std::popcount(leak.filled(r)));
    in_copies += static_cast<std::uint64_t>(std::popcount(leak.filled(r) & held));
  }
  return all == 0 ? 0 : static_cast<double>(in_copies) / static_cast<double>(all);
}

TracedRecipient& recipient(TraceFindings& findings, const std::string& name) {
  const auto found = std::ranges::find(findings.recipients, name, &TracedRecipient::name);
  if (found != findings.recipients.end()) return *found;
  findings.recipients.push_back({});
  findings.recipients.back().name = name;
  return findings.recipients.back();
}

void note_decoys(const MarkSeal& seal, const DecoySearch& search, TraceFindings& findings) {
  findings.controls = seal.controls.size();
  findings.controls_found = search.controls_found();
  findings.controls_named = search.controls_named();
  const auto recipients = static_cast<double>(seal.copies.size());
  for (std::size_t i = 0; i < seal.copies.size(); ++i) {
    TracedRecipient& each = recipient(findings, seal.copies[i].recipient);
    each.decoys_planted = seal.copies[i].decoys.size();
    each.decoys_found = search.found(i);
    each.decoys_named = search.named(i);
    const auto chance = [&](std::uint64_t found, std::uint64_t controls_found) {
      return origin::innocent_chance({*each.decoys_planted, found, *findings.controls, controls_found}).value;
    };
    double least = std::min(chance(*each.decoys_found, *findings.controls_found),
                            chance(*each.decoys_named, *findings.controls_named));
    if (search.found_twice(i) > 0)
      least = std::min(least,
                       origin::chance_of_two(*each.decoys_planted, *findings.controls, *findings.controls_found).value);
    // Three ways to count are three chances to be wrong.
    each.decoy_chance = std::clamp(3 * recipients * least, kSurestDecoys, 1.0);
  }
}

/// The guilt formula over what is told apart best: rows that copies explain, or else the decoys found.
void note_guilt(const std::optional<Differences>& differences, const origin::ExplainedRows& rows,
                TraceFindings& findings) {
  const Probability elsewhere(findings.elsewhere);
  if (!differences) {
    for (TracedRecipient& each : findings.recipients) {
      const origin::HeldObjects held[] = {{1, each.decoys_found.value_or(0)}};
      each.log10_innocence = origin::log10_innocence(held, elsewhere);
    }
    return;
  }
  std::vector<std::map<std::uint32_t, std::uint64_t>> held(rows.copies());
  for (std::size_t r = 0; r < rows.rows(); ++r) {
    const std::uint32_t holders = rows.holders(r);
    for (std::size_t i = 0; holders > 0 && i < rows.copies(); ++i) {
      if (rows.has(i, r)) ++held[i][holders];
    }
  }
  for (std::size_t i = 0; i < rows.copies(); ++i) {
    std::vector<origin::HeldObjects> objects;
    for (const auto& [holders, count] : held[i]) objects.push_back({holders, count});
    recipient(findings, differences->names[i]).log10_innocence = origin::log10_innocence(objects, elsewhere);
  }
}

void note_differences(const Differences& differences, const origin::ExplainedRows& rows,
                      const origin::Exclusion& exclusion, TraceFindings& findings) {
  findings.rows_explained = exclusion.explained;
  for (std::size_t i = 0; i < differences.names.size(); ++i) {
    TracedRecipient& each = recipient(findings, differences.names[i]);
    const std::size_t alone[] = {i};
    each.rows_explained = rows.count(alone);
    each.rows_against = exclusion.against[i];
    each.against_chance = exclusion.chance[i];
    each.lacking = differences.lacking[i].front();
    each.later = differences.later[i];
    const origin::ColumnMask missing = differences.held & ~differences.matches[i].held;
    for (std::size_t c = 0; c < differences.columns.size(); ++c) {
      if ((missing >> c & 1U) != 0 && differences.matches[i].met > 0)
        each.columns_not_held.push_back(differences.columns[c]);
    }
  }
  for (const auto& set : exclusion.possible) {
    std::vector<std::string> names;
    for (const std::size_t i : set) names.push_back(differences.names[i]);
    findings.possible.push_back(std::move(names));
  }
}

void name(TraceFindings& findings, std::vector<std::string> names, std::string by, double bound) {
  findings.verdict = TraceVerdict::named;
  findings.by = std::move(by);
  findings.bound = bound;
  for (const auto& each : names) recipient(findings, each).is_named = true;
  findings.named = std::move(names);
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, " and ")); }

std::string counted(std::uint64_t decoys) { return fmt::format("{} decoy{}", decoys, decoys == 1 ? "" : "s"); }

/// By decoys: each recipient whose decoys were found as those of an innocent one hardly are.
void judge_decoys(TraceFindings& findings) {
  std::vector<std::string> names;
  double bound = 0;
  for (TracedRecipient& each : findings.recipients) {
    if (!each.decoy_chance) continue;
    each.false_accusation_bound = *each.decoy_chance;
    if (*each.decoy_chance > kMostWrong) continue;
    names.push_back(each.name);
    bound += *each.decoy_chance;
  }
  if (names.empty()) return;
  const bool is_several = names.size() > 1;
  findings.says = fmt::format(
      "{} of {} in the dump, which nobody else was given. Were {} innocent, so much would be found with a probability "
      "of "
      "at most {:.1e}: of {} controls, decoys that nobody was given, {} are in it, {} with those of whom only the name "
      "is. It says that the dump was made from {}, not by whom.",
      is_several ? "Decoys" : counted(*recipient(findings, names[0]).decoys_named),
      joined(names) + (is_several || *recipient(findings, names[0]).decoys_named > 1 ? " are" : " is"),
      is_several ? "any of them" : "that recipient", std::min(bound, 1.0), *findings.controls, *findings.controls_found,
      *findings.controls_named, is_several ? "these copies together" : "this copy");
  name(findings, std::move(names), "decoys", std::min(bound, 1.0));
}

/// By differences: what remains, when all that a name needs is there.
void judge_differences(const origin::LeakIndex& leak, const Differences& differences,
                       const origin::Exclusion& exclusion, TraceFindings& findings) {
  const double explained =
      findings.rows == 0 ? 0 : static_cast<double>(exclusion.explained) / static_cast<double>(findings.rows);
  if (explained < kFewRows) {
    findings.verdict = TraceVerdict::not_from_these;
    findings.says = fmt::format(
        "Of {} rows {} stand in any copy in all that copies hold: the dump was not made from these copies, or too much "
        "was altered in it.",
        findings.rows, exclusion.explained);
    return;
  }
  const auto cannot = [&](std::string because) { findings.says = "Cannot tell: " + std::move(because) + "."; };
  if (exclusion.explained < kLeastRows)
    return cannot(fmt::format("only {} rows stand in any copy", exclusion.explained));
  if (explained < kMostOfRows || findings.fields_held < kMostOfFields) {
    return cannot(
        fmt::format("{:.0f} % of the rows and {:.0f} % of the fields stand in the copies; the rest came from "
                    "elsewhere, and so may these",
                    100 * explained, 100 * findings.fields_held));
  }
  if (exclusion.possible.empty()) {
    return cannot(
        fmt::format("no set of up to {} copies holds what the dump holds; it was made from more, or from one "
                    "that is not among these",
                    origin::kMostTogether));
  }
  if (exclusion.possible.size() > 1)
    return cannot(fmt::format("{} of these copies, or sets of up to {}, can hold what the dump holds",
                              exclusion.possible.size(), exclusion.possible.back().size()));
  if (exclusion.possible.front().size() > 1)
    return cannot(
        fmt::format("no copy alone can hold what the dump holds, but {} can together; without decoys no set is "
                    "named",
                    joined(findings.possible.front())));
  if (!exclusion.names())
    return cannot(fmt::format("another than {} would look so with a probability of up to {:.1e}",
                              joined(findings.possible.front()), exclusion.wrong.value));
  const auto& set = exclusion.possible.front();
  for (const std::size_t i : set) {
    const std::string& lacking = differences.lacking[i][set.size() - 1];
    if (lacking.empty()) continue;
    return cannot(
        fmt::format("only {} can hold all rows among these copies, but the dump lacks whole parts of that copy "
                    "by {}: somebody outside who holds just the rest is not ruled out",
                    joined(findings.possible.front()), lacking));
  }
  for (const std::size_t i : set) {
    if (set.size() > 1 || differences.later[i].empty()) continue;
    return cannot(
        fmt::format("only {} can hold all rows among these copies, but the dump has later days than that copy in {}",
                    joined(findings.possible.front()), differences.later[i]));
  }
  const auto changing = origin::changing_columns(leak, differences.matches, differences.held);
  if (origin::field_differences(leak, differences.matches, set, differences.held, changing).tell_another_day()) {
    return cannot(
        fmt::format("only {} can hold all rows among these copies, but what changes from day to day differs more often "
                    "than what stands: it was taken on another day",
                    joined(findings.possible.front())));
  }
  const double bound = std::max(exclusion.wrong.value, kSurestDifferences);
  for (const std::size_t i : set) recipient(findings, differences.names[i]).false_accusation_bound = bound;
  findings.says = fmt::format(
      "Of these copies only {} can hold the {} rows that any holds; every other set of up to {} lacks more rows, "
      "columns "
      "or values than chance makes (up to {:.1f} % by assumption), with a probability of at most {:.1e}. Against it "
      "stands whoever holds the same rows and is not among these.",
      joined(findings.possible.front()), exclusion.explained, set.size(), 100 * origin::kCoincidence, bound);
  name(findings, findings.possible.front(), "differences", bound);
}

Result<std::optional<MarkSeal>> seal_of(const TraceRequest& request, const crypto::KeyedHash& key) {
  if (request.marks.empty()) return std::optional<MarkSeal>();
  SIDIK_TRY(MarkSeal seal, read_seal(request.marks));
  if (key_check_of(key) != seal.key_check) {
    return fail(ErrorKind::refused, "engine.key_wrong",
                fmt::format("{} is not the key of {}", request.key, request.marks),
                "give the marks.key that was made with the seal");
  }
  return std::optional(std::move(seal));
}

Status check(const TraceRequest& request) {
  if (request.marks.empty() && request.copies.empty()) {
    return fail(ErrorKind::usage, "engine.trace_nothing", "there is nothing to lay the dump beside",
                "give --marks with --key, or --copies, or both");
  }
  if (!request.marks.empty() && request.key.empty()) {
    return fail(ErrorKind::usage, "engine.key_missing", "a seal is read with its key", "give --key marks.key");
  }
  if (!(request.elsewhere > 0 && request.elsewhere <= 1)) {
    return fail(ErrorKind::usage, "engine.elsewhere", "p is a probability above 0", "give --elsewhere 0.5");
  }
  return {};
}

}  // namespace

std::string_view word_of(TraceVerdict verdict) {
  if (verdict == TraceVerdict::named) return "named";
  return verdict == TraceVerdict::cannot_tell ? "cannot_tell" : "not_from_these";
}

Result<TraceFindings> trace_dump(const TraceRequest& request, const Context& context) {
  SIDIK_CHECK(check(request));
  SIDIK_TRY(const crypto::KeyedHash key, token_key(request.marks.empty() ? std::string() : request.key));
  SIDIK_TRY(const auto seal, seal_of(request, key));
  std::vector<CopyFile> files;
  if (!request.copies.empty()) {
    SIDIK_TRY(files, copies_of(request, seal));
  }
  SIDIK_TRY(const pack::Pack pack, pack::load_pack(request.packs, request.packs_directory));
  const int year = fmt::gmtime(std::chrono::system_clock::to_time_t(context.now())).tm_year + 1900;
  const identify::MeaningReader meanings(pack, year);
  const TracedReading reading{pack, meanings, key, year};
  std::optional<DecoySearch> search;
  TokenTaker take;
  if (seal) {
    search.emplace(*seal);
    take = [&search](std::span<const Hash128> tokens) { search->add_row(tokens); };
  }
  SIDIK_TRY(const TracedFile dump, read_traced(request.dump, reading, !files.empty(), take, context));
  TraceFindings findings;
  findings.elsewhere = request.elsewhere;
  findings.rows = dump.rows;
  if (seal) note_decoys(*seal, *search, findings);
  const TracedTable none;
  std::optional<Differences> differences;
  std::optional<origin::LeakIndex> leak;
  origin::ExplainedRows rows(0, 0);
  origin::Exclusion exclusion;
  if (!files.empty()) {
    const auto largest = std::ranges::max_element(dump.tables, {}, &TracedTable::rows);
    const TracedTable& table = largest == dump.tables.end() ? none : *largest;
    leak.emplace(form_table(table));
    SIDIK_TRY(differences, compare(*leak, table, files, reading, context));
    rows = explained_rows(*leak, *differences);
    std::vector<std::uint8_t> lacks_parts;
    for (const auto& lacking : differences->lacking) lacks_parts.push_back(lacking.back().empty() ? 0 : 1);
    exclusion = origin::exclude_copies(rows, lacks_parts);
    SIDIK_TRY(exclusion,
              without_others(rows, *differences, std::move(lacks_parts), std::move(exclusion), reading, context));
    findings.fields_held = share_of_fields(*leak, differences->held);
    note_differences(*differences, rows, exclusion, findings);
  }
  note_guilt(differences, rows, findings);
  if (seal) judge_decoys(findings);
  if (findings.verdict == TraceVerdict::named) return findings;
  if (differences) {
    judge_differences(*leak, *differences, exclusion, findings);
  } else {
    findings.says = "Cannot tell: too few decoys of any recipient are in the dump.";
  }
  return findings;
}

}  // namespace sidik::engine
