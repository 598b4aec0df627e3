#include "engine/traced_table.hpp"

#include <memory>
#include <unordered_map>
#include <utility>

#include "crypto/sha256.hpp"
#include "engine/head_buffer.hpp"
#include "engine/mark_seal.hpp"
#include "engine/shown_names.hpp"
#include "engine/traced_form.hpp"
#include "ingest/reader.hpp"
#include "text/dates.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kSampledValues = 2000;
constexpr std::size_t kRemembered = 8192;

/// One table on its way into tokens. What a column holds is decided on its first rows.
class TableTracing {
 public:
  TableTracing(const TracedReading& with, bool keeps_rows, const TokenTaker& take)
      : with_(with), keeps_rows_(keeps_rows), take_(take) {}

  void add(const ingest::TableInfo& info, const table::RecordBatch& batch) {
    if (!columns_.empty()) return trace(batch);
    head_.add(batch);
    if (head_.is_enough()) decide(info);
  }
  TracedTable finish(const ingest::TableInfo& info) {
    if (columns_.empty()) decide(info);
    // Columns that came late are not traced. A name that may be the value of a first record is none.
    table_.columns.assign(columns_.size(), {});
    for (std::size_t c = 0; info.has_header && info.header_is_sure && c < columns_.size(); ++c) {
      if (!looks_like_a_value(info.columns[c])) table_.columns[c] = info.columns[c];
    }
    return std::move(table_);
  }

 private:
  /// What a field became, so that a value that comes again is not read again.
  struct Seen {
    Hash128 field;
    Hash128 token;
    std::int32_t day = TracedTable::kNoDay;
  };

  void decide(const ingest::TableInfo& info) {
    for (std::size_t c = 0; c < info.columns.size(); ++c) {
      const auto values = head_.sample(c, kSampledValues);
      columns_.emplace_back(values, with_.pack, with_.reference_year);
      table_.holds_dates.push_back(columns_.back().holds_dates());
    }
    table_.days.resize(columns_.size());
    tokens_.resize(columns_.size());
    seen_.assign(columns_.size(), std::vector<Seen>(kRemembered));
    for (const auto& batch : head_.batches()) trace(batch);
    head_.clear();
  }
  void trace(const table::RecordBatch& batch) {
    for (std::size_t r = 0; r < batch.records(); ++r) {
      for (std::size_t c = 0; c < columns_.size(); ++c)
        tokens_[c] = c < batch.columns() ? token_of(c, batch.field(r, c)) : Hash128{};
      if (take_) take_(tokens_);
      ++table_.rows;
      if (!keeps_rows_) continue;
      for (const auto& token : tokens_) table_.forms.push_back(token.low);
    }
  }
  Hash128 token_of(std::size_t column, std::string_view field) {
    static constexpr Seen kNothing{{}, {}, TracedTable::kNoDay};
    const Seen& seen = field.empty() ? kNothing : seen_of(column, field);
    if (keeps_rows_ && columns_[column].holds_dates()) table_.days[column].push_back(seen.day);
    return seen.token;
  }
  const Seen& seen_of(std::size_t column, std::string_view field) {
    const Hash128 hash = with_.key(field);
    Seen& seen = seen_[column][hash.low % kRemembered];
    if (seen.field == hash) return seen;
    seen = {hash, {}, TracedTable::kNoDay};
    const std::string form = columns_[column].form(field);
    if (!form.empty()) seen.token = trace_token(with_.key, form);
    if (columns_[column].holds_dates() && form.size() == 10) {
      if (const auto read = text::parse_date(form, text::DateOrder::year_month_day, with_.pack.months, 0))
        seen.day = text::day_number(read->date);
    }
    return seen;
  }

  const TracedReading& with_;
  bool keeps_rows_;
  const TokenTaker& take_;
  HeadBuffer head_;
  std::vector<TracedColumn> columns_;
  std::vector<Hash128> tokens_;
  std::vector<std::vector<Seen>> seen_;  ///< by column
  TracedTable table_;
};

class TracingSink final : public ingest::RecordSink {
 public:
  TracingSink(const TracedReading& with, bool keeps_rows, const TokenTaker& take)
      : with_(with), keeps_rows_(keeps_rows), take_(take) {}
  void on_raw_bytes(std::string_view bytes) override { hash_.update(bytes); }
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_table(const ingest::TableInfo& info) override {
    tables_.emplace(info.number, std::make_unique<TableTracing>(with_, keeps_rows_, take_));
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    file_.rows += batch.records();
    tables_.at(info.number)->add(info, batch);
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount&) override {
    file_.tables.push_back(tables_.extract(info.number).mapped()->finish(info));
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }
  TracedFile finish() {
    file_.sha256 = hash_.finish_hex();
    return std::move(file_);
  }

 private:
  const TracedReading& with_;
  bool keeps_rows_;
  const TokenTaker& take_;
  crypto::Sha256 hash_;
  std::unordered_map<std::uint32_t, std::unique_ptr<TableTracing>> tables_;
  TracedFile file_;
};

}  // namespace

Result<TracedFile> read_traced(const std::string& path, const TracedReading& with, bool keeps_rows,
                               const TokenTaker& take, const Context& context) {
  ingest::ReadOptions options;
  options.is_header_word = [&with](std::string_view word) { return with.meanings.is_header_word(word); };
  TracingSink sink(with, keeps_rows, take);
  SIDIK_CHECK(ingest::read_exhibits({path}, options, context, sink));
  return sink.finish();
}

}  // namespace sidik::engine
