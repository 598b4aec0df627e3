// Contender of bench/parse: reads the files with Sidik's reader and touches every field. Prints one line of JSON:
// {"records": ..., "fields": ..., "bytes": ...}, where bytes are those of the unquoted fields.
// Usage: bench_parse THREADS FILE...
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ingest/reader.hpp"

namespace {

/// What one thread has touched.
struct alignas(128) Sums {
  std::size_t records = 0;
  std::size_t fields = 0;
  std::size_t bytes = 0;

  void add(const sidik::table::RecordBatch& batch) {
    records += batch.records();
    fields += batch.fields().size();
    for (const auto field : batch.fields()) bytes += field.size();
  }
};

class Touch final : public sidik::ingest::RecordSink {
 public:
  explicit Touch(std::size_t threads) : sums_(threads) {}
  sidik::Status on_exhibit(const std::string&) override { return {}; }
  sidik::Status on_table(const sidik::ingest::TableInfo&) override { return {}; }
  sidik::Status on_batch(const sidik::ingest::TableInfo&, sidik::table::RecordBatch& batch) override {
    sums_.front().add(batch);
    return {};
  }
  std::size_t lanes(const sidik::ingest::TableInfo&) override { return sums_.size(); }
  sidik::Status on_lane_batch(const sidik::ingest::TableInfo&, sidik::table::RecordBatch& batch,
                              std::size_t lane) override {
    sums_[lane].add(batch);
    return {};
  }
  sidik::Status on_reject(const sidik::ingest::TableInfo&, const sidik::table::Reject&) override { return {}; }
  sidik::Status on_table_end(const sidik::ingest::TableInfo&, const sidik::ingest::TableAccount&) override {
    return {};
  }
  sidik::Status on_exhibit_end(const sidik::ingest::ExhibitAccount&) override { return {}; }
  void print() const {
    Sums all;
    for (const Sums& sums : sums_) {
      all.records += sums.records;
      all.fields += sums.fields;
      all.bytes += sums.bytes;
    }
    fmt::print("{{\"records\": {}, \"fields\": {}, \"bytes\": {}}}\n", all.records, all.fields, all.bytes);
  }

 private:
  std::vector<Sums> sums_;
};

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_parse THREADS FILE...\n");
    return EXIT_FAILURE;
  }
  const std::size_t threads = std::strtoul(words[1], nullptr, 10);
  if (threads < 1 || threads > 256) {
    std::fprintf(stderr, "bench_parse: %s is no number of threads from 1 to 256\n", words[1]);
    return EXIT_FAILURE;
  }
  Touch touch(threads);
  const sidik::Context context;
  const std::vector<std::string> paths(words + 2, words + count);
  const auto status = sidik::ingest::read_exhibits(paths, {}, context, touch);
  if (!status) {
    std::fprintf(stderr, "%s\n", sidik::to_line(status.error()).c_str());
    return EXIT_FAILURE;
  }
  touch.print();
  return EXIT_SUCCESS;
}
