// Prints what the reader sees, for tests that compare fields: `{"table": ..., "columns": [...]}` before each run of
// records of one table, then one JSON array a record. Part of the tests, never of the program: it shows values
// unmasked.
#include <cstdio>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "ingest/reader.hpp"

namespace {

using nlohmann::json;

void print_line(const json& value) {
  const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fputc('\n', stdout);
}

class Printer : public sidik::ingest::RecordSink {
 public:
  sidik::Status on_exhibit(const std::string& path) override {
    (void)path;
    return {};
  }
  sidik::Status on_table(const sidik::ingest::TableInfo& info) override {
    (void)info;
    return {};
  }
  sidik::Status on_batch(const sidik::ingest::TableInfo& info, sidik::table::RecordBatch& batch) override {
    if (last_ != info.number || !has_last_) print_line({{"table", info.name}, {"columns", info.columns}});
    last_ = info.number;
    has_last_ = true;
    for (std::size_t record = 0; record < batch.records(); ++record) {
      json fields = json::array();
      for (const auto field : batch.record(record)) fields.push_back(std::string(field));
      print_line(fields);
    }
    return {};
  }
  sidik::Status on_reject(const sidik::ingest::TableInfo& info, const sidik::table::Reject& reject) override {
    (void)info, (void)reject;
    return {};
  }
  sidik::Status on_table_end(const sidik::ingest::TableInfo& info,
                             const sidik::ingest::TableAccount& account) override {
    (void)info, (void)account;
    return {};
  }
  sidik::Status on_exhibit_end(const sidik::ingest::ExhibitAccount& account) override {
    (void)account;
    return {};
  }

 private:
  std::uint32_t last_ = 0;
  bool has_last_ = false;
};

}  // namespace

int main(int count, char** words) {
  sidik::ingest::ReadOptions options;
  std::vector<std::string> paths;
  for (int index = 1; index < count; ++index) {
    const std::string word = words[index];
    if (word == "--header") {
      options.header = true;
    } else if (word == "--no-header") {
      options.header = false;
    } else {
      paths.push_back(word);
    }
  }
  Printer printer;
  const sidik::Context context;
  const auto status = sidik::ingest::read_exhibits(paths, options, context, printer);
  if (status) return 0;
  std::fprintf(stderr, "%s\n", sidik::to_line(status.error()).c_str());
  return sidik::exit_code(status.error().kind);
}
