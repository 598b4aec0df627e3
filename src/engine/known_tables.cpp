#include "engine/known_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "engine/shown_names.hpp"
#include "engine/table_head.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr ErrorCode kSeenEnough("engine.seen_enough");

/// Keeps the head of every table until it is understood.
class HeadsSink final : public ingest::RecordSink {
 public:
  HeadsSink(const std::string& path, const identify::MeaningReader& meanings)
      : file_name_(std::filesystem::path(path).filename().string()), meanings_(meanings) {}

  Status on_exhibit(const std::string&) override { return {}; }
  Status on_survey(const table::RecordBatch& sample) override {
    survey_.add(sample);
    return {};
  }
  Status on_table(const ingest::TableInfo& info) override {
    open_.emplace(info.number, Open{tables_.size(), TableHead(std::exchange(survey_, {}))});
    tables_.push_back({info.name, info.columns, {}, {}});
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    const auto found = open_.find(info.number);
    if (found == open_.end()) return {};
    found->second.head.add(batch);
    if (!found->second.head.is_enough()) return {};
    decide(info, found->second);
    open_.erase(found);
    const bool is_all = info.format == "delimited" && info.name == file_name_;
    return is_all ? Status(fail(ErrorKind::cancelled, kSeenEnough, "the columns are understood")) : Status{};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo& info, const ingest::TableAccount&) override {
    const auto found = open_.extract(info.number);
    if (!found.empty()) decide(info, found.mapped());
    return {};
  }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }

  [[nodiscard]] std::vector<KnownTable>& tables() { return tables_; }

 private:
  struct Open {
    std::size_t place = 0;
    TableHead head;
  };
  void decide(const ingest::TableInfo& info, const Open& open) {
    tables_[open.place].columns = info.columns;
    tables_[open.place].shown = shown_names(info, meanings_);
    tables_[open.place].meanings = open.head.decide(info, meanings_);
  }

  std::string file_name_;
  const identify::MeaningReader& meanings_;
  HeadBuffer survey_;  ///< of the table that comes next
  std::unordered_map<std::uint32_t, Open> open_;
  std::vector<KnownTable> tables_;
};

bool is_name(std::string_view name) {
  constexpr std::size_t kLongest = 80;
  return !name.empty() && name.size() <= kLongest && text::trim(name) == name && std::ranges::all_of(name, [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '.' || c == ' ' || c == '_' || c == '-';
  });
}

}  // namespace

Result<KnownFile> parse_known(const std::string& typed, bool is_published) {
  const char* const flag = is_published ? "--published" : "--known";
  const std::size_t equals = typed.find('=');
  if (equals == std::string::npos || !is_name(std::string_view(typed).substr(0, equals)) ||
      equals + 1 == typed.size()) {
    return fail(ErrorKind::usage, "engine.known_malformed",
                fmt::format("{} takes NAME=FILE, the name of letters, digits, dots, blanks, _ and -", flag),
                fmt::format("for example {} market-2020=old.csv.gz", flag));
  }
  return KnownFile{typed.substr(0, equals), typed.substr(equals + 1), is_published};
}

Result<std::vector<KnownTable>> survey_known(const std::string& path, const ingest::ReadOptions& options,
                                             const Context& context, const identify::MeaningReader& meanings) {
  if (path == "-") {
    return fail(ErrorKind::usage, "engine.known_stream", "a file to compare with is read twice; it cannot be -",
                "write it to a file first");
  }
  HeadsSink sink(path, meanings);
  const Status status = ingest::read_exhibits({path}, options, context, sink);
  if (!status && status.error().code != kSeenEnough) return std::unexpected(status.error());
  return std::move(sink.tables());
}

}  // namespace sidik::engine
