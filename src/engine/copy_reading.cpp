#include "engine/copy_reading.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sidik::engine {
namespace {

/// One thread's work on one table.
class CopyLane {
 public:
  CopyLane(CopyTable& table, std::size_t lane, std::vector<runs::KeyPartitions>& sets, const CopySources& sources)
      : rows_(table.row_sets[lane]),
        sets_(sets),
        examiner_(table.known.columns, table.known.meanings, sources.pack, sources.reference_year),
        tokens_(table.rows, table.fields, sources.hash, examiner_, sources.pack) {}
  CopyLane(const CopyLane&) = delete;
  CopyLane& operator=(const CopyLane&) = delete;

  void add(const table::RecordBatch& batch) {
    tokens_.read(batch, {});
    for (std::size_t k = 0; k < tokens_.rows(); ++k) add_to(rows_[k], tokens_.row_tokens(k));
    for (std::size_t f = 0; f < tokens_.fields().size(); ++f)
      add_to(sets_[tokens_.fields()[f].set], tokens_.field_tokens(f));
  }
  [[nodiscard]] const origin::CopyTokens& tokens() const { return tokens_; }

 private:
  static void add_to(runs::KeyPartitions& set, std::span<const Hash128> tokens) {
    for (const Hash128& token : tokens) {
      if (token != Hash128{}) set.add(token);
    }
  }

  std::vector<runs::KeyPartitions>& rows_;
  std::vector<runs::KeyPartitions>& sets_;
  identify::TableExaminer examiner_;
  origin::CopyTokens tokens_;
};

class CopySink final : public ingest::RecordSink {
 public:
  CopySink(std::span<CopyTable> tables, LaneSets& sets, const CopySources& sources)
      : tables_(tables), sets_(sets), sources_(sources) {}

  Status on_exhibit(const std::string&) override { return {}; }
  Status on_table(const ingest::TableInfo& info) override {
    if (told_ == tables_.size()) return {};  // behind what the survey saw of a delimited text
    CopyTable& table = tables_[told_++];
    if (table.known.name != info.name) {
      return fail(ErrorKind::invalid_input, "engine.known_changed",
                  "the file to compare with has other tables than a moment ago", "leave it alone while it is read");
    }
    auto& lanes = open_[info.number];
    lanes.table = &table;
    for (std::size_t lane = 0; lane < sources_.crew.lanes(); ++lane)
      lanes.lanes.push_back(std::make_unique<CopyLane>(table, lane, sets_[lane], sources_));
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    return on_lane_batch(info, batch, 0);
  }
  std::size_t lanes(const ingest::TableInfo&) override { return sources_.crew.lanes(); }
  Status on_lane_batch(const ingest::TableInfo& info, table::RecordBatch& batch, std::size_t lane) override {
    const auto found = open_.find(info.number);
    if (found != open_.end()) found->second.lanes[lane]->add(batch);
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount& account) override {
    const auto found = open_.extract(info.number);
    if (found.empty()) return {};
    CopyTable& table = *found.mapped().table;
    table.records += account.records;
    table.filled_in.resize(table.rows.size());
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
      for (const auto& column : table.rows[k]) {
        std::uint64_t filled = 0;
        for (const auto& lane : found.mapped().lanes) filled += lane->tokens().filled(column);
        table.filled_in[k].push_back(filled);
      }
    }
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }

 private:
  struct Open {
    CopyTable* table = nullptr;
    std::vector<std::unique_ptr<CopyLane>> lanes;
  };
  std::span<CopyTable> tables_;
  LaneSets& sets_;
  const CopySources& sources_;
  std::size_t told_ = 0;
  std::unordered_map<std::uint32_t, Open> open_;
};

}  // namespace

std::vector<const runs::KeyPartitions*> all_lanes(const LaneSets& sets, std::size_t number) {
  std::vector<const runs::KeyPartitions*> same;
  same.reserve(sets.size());
  for (const auto& lane : sets) same.push_back(&lane[number]);
  return same;
}

std::vector<origin::ComparedField> fields_of(std::span<const identify::ColumnMeaning> meanings,
                                             std::span<const std::string> set_names) {
  std::vector<origin::ComparedField> fields;
  for (std::size_t c = 0; c < meanings.size(); ++c) {
    const auto found = std::ranges::find(set_names, meanings[c].meaning);
    if (found != set_names.end()) fields.push_back({c, static_cast<std::size_t>(found - set_names.begin())});
  }
  return fields;
}

Status read_copy(const std::string& path, std::span<CopyTable> tables, LaneSets& sets, const CopySources& sources) {
  for (CopyTable& table : tables) {
    table.row_sets.resize(sources.crew.lanes());
    for (std::size_t lane = 0; lane < table.row_sets.size(); ++lane) {
      while (table.row_sets[lane].size() < table.rows.size())
        table.row_sets[lane].emplace_back(*sources.budgets[lane], runs::Repeats::kept);
    }
  }
  CopySink sink(tables, sets, sources);
  return ingest::read_exhibits({path}, sources.options, sources.context, sink);
}

}  // namespace sidik::engine
