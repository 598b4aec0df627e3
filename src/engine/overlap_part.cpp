#include "engine/overlap_part.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/overlap_of.hpp"
#include "origin/column_pairing.hpp"

namespace sidik::engine {
namespace {

constexpr std::uint32_t kNoStratum = ~std::uint32_t{0};

/// Where a record was seen before.
constexpr unsigned char kInLeak = 1;
constexpr unsigned char kInPublished = 2;

/// The part of the memory that the keys of records may fill, of all lanes and files together.
constexpr std::uint64_t kPartOfMemory = 4;

const char* kind_of(const KnownFile& file) { return file.is_published ? "published" : "leak"; }

std::vector<origin::ColumnLabel> labels_of(std::span<const std::string> names,
                                           std::span<const identify::ColumnMeaning> meanings) {
  std::vector<origin::ColumnLabel> labels(names.size());
  for (std::size_t c = 0; c < names.size(); ++c) labels[c] = {names[c], meanings[c].meaning};
  return labels;
}

LaneSets make_sets(std::size_t count, const CopySources& sources) {
  LaneSets sets(sources.budgets.size());
  for (std::size_t lane = 0; lane < sets.size(); ++lane) {
    while (sets[lane].size() < count) sets[lane].emplace_back(*sources.budgets[lane]);
  }
  return sets;
}

using Sets = std::vector<const runs::KeyPartitions*>;

void append(Sets& to, const Sets& more) { to.insert(to.end(), more.begin(), more.end()); }

Result<std::uint64_t> count_shared(const Sets& one, std::uint64_t in_one, const Sets& other, std::uint64_t in_other) {
  if (in_one == 0 || in_other == 0) return 0;
  Sets both = one;
  append(both, other);
  SIDIK_TRY(const std::uint64_t together, runs::count_distinct(both));
  return in_one + in_other - together;
}

Result<std::uint64_t> count_in_union(const Sets& one, std::uint64_t in_one, const Sets& others) {
  if (others.empty()) return 0;
  SIDIK_TRY(const std::uint64_t in_others, runs::count_distinct(others));
  return count_shared(one, in_one, others, in_others);
}

}  // namespace

OverlapLane::OverlapLane(ComparedTable& table, std::size_t lane, std::vector<runs::KeyPartitions>& sets,
                         const crypto::KeyedHash& hash, const identify::TableExaminer& examiner, const pack::Pack& pack)
    : sets_(sets),
      tokens_(
          [&] {
            std::vector<origin::ComparedRow> rows;
            for (const auto& comparison : table.rows) rows.push_back(comparison.columns);
            return rows;
          }(),
          table.fields, hash, examiner, pack) {
  for (auto& comparison : table.rows) rows_.push_back(comparison.rows_here[lane].get());
}

void OverlapLane::add(const table::RecordBatch& batch, std::span<const Hash128> written) {
  tokens_.read(batch, written);
  const std::uint64_t first = batch.first_record().value;
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    const auto tokens = tokens_.row_tokens(k);
    for (std::size_t r = 0; r < tokens.size(); ++r) {
      if (tokens[r] != Hash128{}) rows_[k]->add(tokens[r], first + r);
    }
  }
  for (std::size_t f = 0; f < tokens_.fields().size(); ++f) {
    for (const Hash128& token : tokens_.field_tokens(f)) {
      if (token != Hash128{}) sets_[tokens_.fields()[f].set].add(token);
    }
  }
}

OverlapPart::OverlapPart(const CopySources& sources)
    : sources_(sources),
      set_names_(origin::compared_meanings(sources.pack)),
      sets_(make_sets(set_names_.size(), sources)) {}

Result<std::unique_ptr<OverlapPart>> OverlapPart::open(std::vector<KnownFile> files, const CopySources& sources) {
  std::unique_ptr<OverlapPart> part(new OverlapPart(sources));
  std::set<std::string> names;
  for (KnownFile& file : files) {
    if (!names.insert(file.name).second) {
      return fail(ErrorKind::usage, "engine.known_twice",
                  fmt::format("two files to compare with are called {}", file.name), "give each a name of its own");
    }
    SIDIK_CHECK(part->survey(std::move(file)));
  }
  return part;
}

Status OverlapPart::survey(KnownFile file) {
  Known known;
  known.sets = make_sets(set_names_.size(), sources_);
  if (is_token_file(file.path)) {
    SIDIK_TRY(known.head, read_token_head(file.path, sources_.hash));
    known.tables.resize(known.head->tables.size());
  } else {
    SIDIK_TRY(auto tables, survey_known(file.path, sources_.options, sources_.context, sources_.meanings));
    for (KnownTable& table : tables) {
      known.tables.emplace_back().known = std::move(table);
      known.tables.back().fields = fields_of(known.tables.back().known.meanings, set_names_);
    }
  }
  known.file = std::move(file);
  known_.push_back(std::move(known));
  return {};
}

ComparedTable& OverlapPart::begin_table(std::span<const std::string> names,
                                        std::span<const identify::ColumnMeaning> meanings) {
  ComparedTable& table = tables_.emplace_back();
  table.fields = fields_of(meanings, set_names_);
  for (std::size_t k = 0; k < known_.size(); ++k) {
    for (std::size_t t = 0; t < known_[k].tables.size(); ++t) plan(table, k, t, names, meanings);
  }
  const std::size_t lanes = sources_.crew.lanes();
  const std::uint64_t limit =
      sources_.context.limits.memory_bytes / kPartOfMemory / lanes / std::max<std::size_t>(table.rows.size(), 1);
  for (auto& comparison : table.rows) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      comparison.rows_here.push_back(std::make_unique<runs::RecordKeys>(limit, sources_.context.spill_directory));
    }
  }
  return table;
}

/// Pairs the columns of two tables and says in which form each pair is compared.
void OverlapPart::plan(ComparedTable& table, std::size_t known, std::size_t known_table,
                       std::span<const std::string> names, std::span<const identify::ColumnMeaning> meanings) {
  CopyTable& there = known_[known].tables[known_table];
  const TokenTable* const tokens = known_[known].head ? &known_[known].head->tables[known_table] : nullptr;
  std::vector<origin::ColumnLabel> labels;
  if (tokens != nullptr) {
    for (const auto& column : tokens->columns) labels.push_back({column.name, column.meaning});
  } else {
    labels = labels_of(there.known.columns, there.known.meanings);
  }
  const auto here_labels = labels_of(names, meanings);
  const auto pairs = origin::pair_columns(here_labels, labels);
  if (!origin::can_compare_rows(pairs.size(), here_labels.size(), labels.size())) return;
  TableComparison comparison{known, known_table, there.rows.size(), {}, {}};
  origin::ComparedRow columns_there;
  std::vector<bool> is_paired(labels.size(), false);
  for (const auto& pair : pairs) {
    const bool agree = here_labels[pair.here].meaning == labels[pair.there].meaning;
    const auto form = agree ? origin::form_of(labels[pair.there].meaning) : origin::ValueForm::as_text;
    const bool was_by_meaning = tokens != nullptr && tokens->columns[pair.there].by_meaning;
    if (tokens != nullptr && was_by_meaning != (form == origin::ValueForm::by_meaning)) continue;
    is_paired[pair.there] = true;
    comparison.columns.push_back({pair.here, form});
    columns_there.push_back({pair.there, form});
  }
  if (tokens != nullptr) {
    // Tokens of whole rows: every column that says something must be here, and each counts by its place there.
    for (std::size_t c = 0; c < labels.size(); ++c) {
      if (!is_paired[c] && tokens->columns[c].filled > 0) return;
    }
    origin::ComparedRow placed(labels.size(), {origin::kNoColumn, origin::ValueForm::as_text});
    for (std::size_t i = 0; i < columns_there.size(); ++i) placed[columns_there[i].place] = comparison.columns[i];
    comparison.columns = std::move(placed);
    comparison.known_row = 0;
  } else {
    there.rows.push_back(std::move(columns_there));
  }
  table.rows.push_back(std::move(comparison));
}

std::unique_ptr<OverlapLane> OverlapPart::make_lane(ComparedTable& table, std::size_t lane,
                                                    const identify::TableExaminer& examiner) {
  return std::make_unique<OverlapLane>(table, lane, sets_[lane], sources_.hash, examiner, sources_.pack);
}

void OverlapPart::end_table(ComparedTable& table, std::uint64_t records, std::vector<std::uint32_t> stratum_of_record) {
  table.records = records;
  table.stratum_of_record = std::move(stratum_of_record);
}

Status OverlapPart::read_in_tokens(Known& known) {
  const auto& head = *known.head;
  std::vector<runs::KeyPartitions*> rows(head.tables.size(), nullptr);
  std::vector<runs::KeyPartitions*> sets(head.sets.size(), nullptr);
  for (std::size_t t = 0; t < head.tables.size(); ++t) {
    auto& lanes = known.tables[t].row_sets;
    lanes.resize(1);
    lanes.front().emplace_back(*sources_.budgets.front());
    rows[t] = &lanes.front().front();
    known.tables[t].records = head.tables[t].records;
  }
  for (std::size_t s = 0; s < head.sets.size(); ++s) {
    const auto found = std::ranges::find(set_names_, head.sets[s].meaning);
    if (found != set_names_.end()) sets[s] = &known.sets.front()[static_cast<std::size_t>(found - set_names_.begin())];
  }
  return read_tokens(known.file.path, rows, sets);
}

Status OverlapPart::read(Known& known) {
  return known.head ? read_in_tokens(known) : read_copy(known.file.path, known.tables, known.sets, sources_);
}

Status OverlapPart::count_fields(findings::Document& document) {
  for (std::size_t s = 0; s < set_names_.size(); ++s) {
    const Sets here = all_lanes(sets_, s);
    SIDIK_TRY(const std::uint64_t in_here, runs::count_distinct(here));
    if (in_here == 0) continue;
    Sets leaked;
    Sets published;
    std::vector<std::uint64_t> leaks;  ///< shared with each of them
    for (const Known& known : known_) {
      const Sets there = all_lanes(known.sets, s);
      SIDIK_TRY(const std::uint64_t in_there, runs::count_distinct(there));
      if (in_there == 0) continue;
      SIDIK_TRY(const std::uint64_t shared, count_shared(here, in_here, there, in_there));
      document.overlaps.push_back(overlap_of(known.file.name, kind_of(known.file), set_names_[s], "values",
                                             {shared, in_here, in_there, shared}));
      append(known.file.is_published ? published : leaked, there);
      if (!known.file.is_published) leaks.push_back(shared);
    }
    if (leaked.empty() && published.empty()) continue;
    SIDIK_TRY(const std::uint64_t recycled,
              leaks.size() == 1 ? Result<std::uint64_t>(leaks.front()) : count_in_union(here, in_here, leaked));
    Sets any = leaked;
    append(any, published);
    SIDIK_TRY(const std::uint64_t seen,
              published.empty() ? Result<std::uint64_t>(recycled) : count_in_union(here, in_here, any));
    document.novelty.push_back({set_names_[s], "values", in_here, recycled, seen - recycled, in_here - seen});
  }
  return {};
}

/// Every thread of the crew takes some of the partitions; a record's key stands in one of them.
Result<std::uint64_t> OverlapPart::find_side_by_side(std::span<const runs::RecordKeys* const> keys,
                                                     std::span<const runs::KeyPartitions* const> members,
                                                     std::vector<unsigned char>& is_found) {
  constexpr std::size_t kRange = 16;
  constexpr std::size_t kRanges = runs::PartitionStore::kPartitions / kRange;
  std::vector<Result<std::uint64_t>> found(kRanges, 0);
  for (std::size_t i = 0; i < kRanges; ++i) {
    sources_.crew.submit([&, i](std::size_t) {
      found[i] = runs::find_contained(keys, members, {i * kRange, (i + 1) * kRange}, [&](std::uint64_t record) {
        if (record < is_found.size()) is_found[record] = 1;
      });
    });
  }
  sources_.crew.wait();
  std::uint64_t distinct = 0;
  for (auto& one : found) {
    SIDIK_TRY(const std::uint64_t count, std::move(one));
    distinct += count;
  }
  return distinct;
}

/// Finds the records of one table of the dump in a known file.
Result<bool> OverlapPart::find_rows(std::size_t k, const ComparedTable& table, FoundRows& found,
                                    std::vector<unsigned char>& is_found) {
  bool is_compared = false;
  for (const TableComparison& comparison : table.rows) {
    if (comparison.known != k) continue;
    is_compared = true;
    const auto columns = std::ranges::count_if(
        comparison.columns, [](const origin::ComparedColumn& column) { return column.place != origin::kNoColumn; });
    found.columns = std::max(found.columns, static_cast<std::uint64_t>(columns));
    const Sets members = all_lanes(known_[k].tables[comparison.known_table].row_sets, comparison.known_row);
    std::vector<const runs::RecordKeys*> keys;
    for (const auto& lane : comparison.rows_here) keys.push_back(lane.get());
    SIDIK_TRY(const std::uint64_t distinct, find_side_by_side(keys, members, is_found));
    found.shared_there += distinct;
    if (found.counted.insert({comparison.known_table, comparison.known_row}).second) {
      SIDIK_TRY(const std::uint64_t in_there, runs::count_distinct(members));
      found.rows_there += in_there;
    }
  }
  return is_compared;
}

/// Rows against one known file: its overlap, and the strata's share of it. Notes in `seen` where each record stands.
Result<std::optional<findings::Overlap>> OverlapPart::count_rows_in(std::size_t k, SeenRecords& seen,
                                                                    std::vector<findings::Stratum>& strata) {
  const KnownFile& file = known_[k].file;
  FoundRows found;
  bool is_compared = false;
  std::uint64_t records = 0;
  std::uint64_t shared = 0;
  std::vector<std::uint64_t> in_stratum(strata.size(), 0);
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    std::vector<unsigned char> is_found(tables_[t].records, 0);
    SIDIK_TRY(const bool has_table, find_rows(k, tables_[t], found, is_found));
    is_compared = is_compared || has_table;
    records += tables_[t].records;
    const auto& stratum_of_record = tables_[t].stratum_of_record;
    for (std::size_t r = 0; r < is_found.size(); ++r) {
      if (is_found[r] == 0) continue;
      ++shared;
      seen[t][r] |= file.is_published ? kInPublished : kInLeak;
      if (r < stratum_of_record.size() && stratum_of_record[r] != kNoStratum) ++in_stratum[stratum_of_record[r]];
    }
  }
  if (!is_compared) return std::nullopt;
  for (std::size_t s = 0; s < in_stratum.size(); ++s) {
    if (in_stratum[s] > 0) strata[s].seen_in.push_back({file.name, kind_of(file), in_stratum[s]});
  }
  auto overlap =
      overlap_of(file.name, kind_of(file), "row", "records", {shared, records, found.rows_there, found.shared_there});
  overlap.columns = found.columns;
  return overlap;
}

Status OverlapPart::count_rows(findings::Document& document) {
  SeenRecords seen;
  for (const auto& table : tables_) seen.emplace_back(table.records, 0);
  std::vector<findings::Overlap> overlaps;
  for (std::size_t k = 0; k < known_.size(); ++k) {
    SIDIK_TRY(auto overlap, count_rows_in(k, seen, document.strata));
    if (overlap) {
      overlaps.push_back(std::move(*overlap));
      continue;
    }
    document.alarms.push_back(
        {"not_comparable",
         fmt::format("Rows could not be compared with {}: the tables share too few columns. Their identifiers are "
                     "compared one by one.",
                     known_[k].file.name)});
  }
  if (overlaps.empty()) return {};
  findings::Novelty novelty{"row", "records", 0, 0, 0, 0};
  for (const auto& table : seen) {
    novelty.total += table.size();
    for (const unsigned char in : table) {
      novelty.recycled += (in & kInLeak) != 0 ? 1 : 0;
      novelty.published += in == kInPublished ? 1 : 0;
    }
  }
  novelty.fresh = novelty.total - novelty.recycled - novelty.published;
  document.novelty.insert(document.novelty.begin(), std::move(novelty));
  document.overlaps.insert(document.overlaps.begin(), overlaps.begin(), overlaps.end());
  return {};
}

Status OverlapPart::compare(findings::Document& document) {
  for (Known& known : known_) SIDIK_CHECK(read(known));
  SIDIK_CHECK(count_fields(document));
  return count_rows(document);
}

}  // namespace sidik::engine
