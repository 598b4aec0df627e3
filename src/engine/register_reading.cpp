#include "engine/register_reading.hpp"

#include <utility>

#include <fmt/format.h>

#include "crypto/sha256.hpp"

namespace sidik::engine {
namespace {

constexpr std::size_t kSampledRows = 20'000;

ingest::ReadOptions options_for(const identify::MeaningReader& meanings) {
  ingest::ReadOptions options;
  options.is_header_word = [&meanings](std::string_view word) { return meanings.is_header_word(word); };
  return options;
}

/// What both readings have in common: nothing happens where nothing is said.
class QuietSink : public ingest::RecordSink {
 public:
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_table(const ingest::TableInfo&) override { return {}; }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo&, const ingest::TableAccount&) override { return {}; }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }
};

class RegisterSink final : public QuietSink {
 public:
  explicit RegisterSink(SecretDraw& draw) : draw_(draw) {}

  void on_raw_bytes(std::string_view bytes) override { hash_.update(bytes); }
  Status on_table(const ingest::TableInfo& info) override {
    ++tables_;
    reading_.info = info;
    return {};
  }
  Status on_batch(const ingest::TableInfo&, table::RecordBatch& batch) override {
    for (std::size_t r = 0; r < batch.records(); ++r) take(batch.record(r), batch.span(r).offset.value);
    return {};
  }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount& account) override {
    reading_.info = info;
    account_ = account;
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount& account) override {
    is_cut_ = is_cut_ || !account.complete;
    skipped_ += account.skipped.size();
    bytes_ = account.bytes;
    return {};
  }

  Result<RegisterReading> finish(const std::string& path) {
    if (tables_ != 1 || skipped_ > 0) {
      return fail(ErrorKind::invalid_input, "engine.register_tables", fmt::format("{} is not one table", path),
                  "give the table that the recipients get, in a file of its own");
    }
    if (account_.rejected > 0) {
      return fail(ErrorKind::invalid_input, "engine.register_rejects",
                  fmt::format("{} rows of {} cannot be read, and no copy would hold them", account_.rejected, path),
                  "sidik examine says where they are; mend the register first");
    }
    if (is_cut_) {
      return fail(ErrorKind::invalid_input, "engine.register_cut", fmt::format("{} ends early", path),
                  "give the whole register");
    }
    const auto& info = reading_.info;
    const bool is_utf8 = info.encoding == "UTF-8" || info.encoding == "US-ASCII" || info.encoding == "ASCII";
    reading_.is_plain = info.format == "delimited" && is_utf8 && bytes_ == account_.total_bytes &&
                        account_.padded == 0 && account_.invalid_bytes == 0;
    reading_.sha256 = hash_.finish_hex();
    reading_.sample.columns = info.columns;
    for (auto& row : reading_.sample.rows) row.resize(info.columns.size());
    return std::move(reading_);
  }

 private:
  /// Every row has the same chance to stay (Vitter's algorithm R).
  void take(std::span<const std::string_view> row, std::uint64_t offset) {
    auto& sample = reading_.sample;
    reading_.offsets.push_back(offset);
    const std::uint64_t place = reading_.rows++;
    std::vector<std::string> fields;
    if (sample.rows.size() < kSampledRows) {
      sample.rows.emplace_back(row.begin(), row.end());
      sample.places.push_back(place);
      return;
    }
    const std::size_t at = draw_.below(static_cast<std::size_t>(reading_.rows));
    if (at >= kSampledRows) return;
    sample.rows[at].assign(row.begin(), row.end());
    sample.places[at] = place;
  }

  SecretDraw& draw_;
  RegisterReading reading_;
  crypto::Sha256 hash_;
  ingest::TableAccount account_;
  std::uint64_t bytes_ = 0;
  std::size_t tables_ = 0;
  std::size_t skipped_ = 0;
  bool is_cut_ = false;
};

class RowSink final : public QuietSink {
 public:
  explicit RowSink(const RowTaker& take) : take_(take) {}
  Status on_batch(const ingest::TableInfo&, table::RecordBatch& batch) override {
    for (std::size_t r = 0; r < batch.records(); ++r) SIDIK_CHECK(take_(batch.record(r)));
    return {};
  }

 private:
  const RowTaker& take_;
};

}  // namespace

Result<RegisterReading> read_register(const std::string& path, const identify::MeaningReader& meanings,
                                      SecretDraw& draw, const Context& context) {
  RegisterSink sink(draw);
  SIDIK_CHECK(ingest::read_exhibits({path}, options_for(meanings), context, sink));
  return sink.finish(path);
}

Status for_each_row(const std::string& path, const identify::MeaningReader& meanings, const Context& context,
                    const RowTaker& take) {
  RowSink sink(take);
  return ingest::read_exhibits({path}, options_for(meanings), context, sink);
}

}  // namespace sidik::engine
