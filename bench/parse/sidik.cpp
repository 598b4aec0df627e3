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

class Touch final : public sidik::ingest::RecordSink {
 public:
  sidik::Status on_exhibit(const std::string&) override { return {}; }
  sidik::Status on_table(const sidik::ingest::TableInfo&) override { return {}; }
  sidik::Status on_batch(const sidik::ingest::TableInfo&, sidik::table::RecordBatch& batch) override {
    records_ += batch.records();
    fields_ += batch.fields().size();
    for (const auto field : batch.fields()) bytes_ += field.size();
    return {};
  }
  sidik::Status on_reject(const sidik::ingest::TableInfo&, const sidik::table::Reject&) override { return {}; }
  sidik::Status on_table_end(const sidik::ingest::TableInfo&, const sidik::ingest::TableAccount&) override {
    return {};
  }
  sidik::Status on_exhibit_end(const sidik::ingest::ExhibitAccount&) override { return {}; }
  void print() const { fmt::print("{{\"records\": {}, \"fields\": {}, \"bytes\": {}}}\n", records_, fields_, bytes_); }

 private:
  std::size_t records_ = 0;
  std::size_t fields_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_parse THREADS FILE...\n");
    return EXIT_FAILURE;
  }
  Touch touch;
  sidik::Context context;
  context.reading_threads = static_cast<unsigned>(std::strtoul(words[1], nullptr, 10));
  const std::vector<std::string> paths(words + 2, words + count);
  const auto status = sidik::ingest::read_exhibits(paths, {}, context, touch);
  if (!status) {
    std::fprintf(stderr, "%s\n", sidik::to_line(status.error()).c_str());
    return EXIT_FAILURE;
  }
  touch.print();
  return EXIT_SUCCESS;
}
