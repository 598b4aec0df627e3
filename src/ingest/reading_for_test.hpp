#pragma once

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ingest/byte_source.hpp"
#include "ingest/member_reader.hpp"
#include "ingest/reader.hpp"

namespace sidik::ingest {

/// A text in memory as a source, given out in pieces of `piece` bytes so that every window boundary is met.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string text, std::size_t piece = 1 << 16) : text_(std::move(text)), piece_(piece) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t given = std::min({buffer.size(), piece_, text_.size() - at_});
    std::memcpy(buffer.data(), text_.data() + at_, given);
    at_ += given;
    return given;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

/// What a reading told of one of its tables.
struct ToldTable {
  TableInfo info;
  TableAccount account;
  std::vector<std::vector<std::string>> records;
  std::vector<table::ByteSpan> spans;
  std::vector<table::Reject> rejects;
  bool is_ended = false;
};

/// All that a reading told, by copy; of all tables together, and by table.
struct Reading : RecordSink {
  std::map<std::uint32_t, ToldTable> of_number;
  TableInfo info;
  TableAccount account;
  std::vector<std::vector<std::string>> records;
  std::vector<table::ByteSpan> spans;
  std::vector<table::Reject> rejects;
  std::vector<ExhibitAccount> exhibits;
  std::size_t tables = 0;
  Status status;
  std::string cut_because;
  std::string raw_bytes;
  std::size_t threads = 1;
  std::shared_ptr<std::mutex> mutex = std::make_shared<std::mutex>();
  /// Records that came from other lanes, by their number in the table; on_table_end puts them in their places. Such a
  /// reading has one table.
  std::map<std::uint64_t, std::pair<std::vector<std::string>, table::ByteSpan>> of_lanes;

  [[nodiscard]] std::size_t lanes(const TableInfo&) override { return threads; }
  Status on_lane_batch(const TableInfo&, table::RecordBatch& batch, std::size_t) override {
    const std::lock_guard lock(*mutex);
    for (std::size_t r = 0; r < batch.records(); ++r) {
      const auto fields = batch.record(r);
      of_lanes[batch.first_record().value + r] = {{fields.begin(), fields.end()}, batch.span(r)};
    }
    return {};
  }
  void put_in_order() {
    if (of_lanes.empty()) return;
    auto own_records = std::exchange(records, {});
    const auto own_spans = std::exchange(spans, {});
    for (std::size_t own = 0; own < own_records.size() || of_lanes.contains(records.size());) {
      const auto found = of_lanes.find(records.size());
      records.push_back(found == of_lanes.end() ? std::move(own_records[own]) : std::move(found->second.first));
      spans.push_back(found == of_lanes.end() ? own_spans[own++] : found->second.second);
    }
  }

  void on_raw_bytes(std::string_view bytes) override { raw_bytes += bytes; }
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_table(const TableInfo&) override {
    ++tables;
    return {};
  }
  Status on_batch(const TableInfo& told, table::RecordBatch& batch) override {
    info = told;
    for (std::size_t r = 0; r < batch.records(); ++r) {
      records.emplace_back(batch.record(r).begin(), batch.record(r).end());
      spans.push_back(batch.span(r));
      of_number[told.number].records.push_back(records.back());
      of_number[told.number].spans.push_back(batch.span(r));
    }
    of_number[told.number].info = told;
    return {};
  }
  Status on_reject(const TableInfo& told, const table::Reject& reject) override {
    rejects.push_back(reject);
    of_number[told.number].rejects.push_back(reject);
    return {};
  }
  Status on_table_end(const TableInfo& told, const TableAccount& spent) override {
    put_in_order();
    info = told;
    account = spent;
    of_number[told.number].info = told;
    of_number[told.number].account = spent;
    of_number[told.number].is_ended = true;
    return {};
  }
  /// The table of this name that was told first; an empty one when there is none.
  [[nodiscard]] const ToldTable& table(std::string_view name) const {
    for (const auto& [number, told] : of_number) {
      if (told.info.name == name) return told;
    }
    static const ToldTable kNone;
    return kNone;
  }
  Status on_exhibit_end(const ExhibitAccount& told) override {
    exhibits.push_back(told);
    return {};
  }
};

inline Reading read_text(const std::string& text, const ReadOptions& options = {}, const Limits& limits = {},
                         std::size_t piece = 1 << 16, const std::string& name = "text", unsigned threads = 1) {
  Reading reading;
  reading.threads = threads;
  MemorySource source(text, piece);
  Context context;
  context.limits = limits;
  ReadProgress progress{context};
  reading.status = read_member(source, name, options, reading, progress, reading.cut_because);
  return reading;
}

inline std::uint64_t sum_of(const TableAccount& account) {
  return account.header_bytes + account.record_bytes + account.rejected_bytes + account.blank_bytes +
         account.other_bytes;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace sidik::ingest
