#include "engine/profile.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/head_buffer.hpp"
#include "identify/meaning.hpp"
#include "ingest/reader.hpp"
#include "origin/ddl_reader.hpp"
#include "origin/facts_gatherer.hpp"
#include "origin/learn_profile.hpp"
#include "pack/pack.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr std::uintmax_t kLargestText = 16U << 20U;

/// Keeps the head of the first table.
class HeadSink final : public ingest::RecordSink {
 public:
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_survey(const table::RecordBatch& sample) override {
    if (columns_.empty()) survey_.add(sample);
    return {};
  }
  Status on_table(const ingest::TableInfo& info) override {
    if (!columns_.empty()) return {};
    number_ = info.number;
    columns_ = info.columns;
    return {};
  }
  Status on_batch(const ingest::TableInfo& info, table::RecordBatch& batch) override {
    if (info.number != number_) return {};
    if (!head_.is_enough()) {
      head_.add(batch);
      columns_ = info.columns;
    }
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo&, const ingest::TableAccount&) override { return {}; }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }

  [[nodiscard]] const HeadBuffer& seen() const { return survey_.is_empty() ? head_ : survey_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

 private:
  std::uint32_t number_ = 0;
  std::vector<std::string> columns_;
  HeadBuffer survey_;
  HeadBuffer head_;
};

bool is_profile_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && id.find('.') != std::string_view::npos &&
         std::ranges::all_of(id, [](char c) { return text::is_lower(c) || text::is_digit(c) || c == '.' || c == '-'; });
}

Result<std::string> read_text(const std::string& path) {
  std::error_code fault;
  if (!std::filesystem::is_regular_file(path, fault) || std::filesystem::file_size(path, fault) > kLargestText)
    return fail(ErrorKind::not_found, "engine.profile_unknown", fmt::format("there is no profile and no file {}", path),
                "see sidik profile list");
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

Result<pack::OriginProfile> find_profile(const std::string& name, const pack::Pack& pack) {
  const auto found = std::ranges::find(pack.origins, name, &pack::OriginProfile::id);
  if (found != pack.origins.end()) return *found;
  SIDIK_TRY(const std::string text, read_text(name));
  return pack::read_origin_profile(name, text);
}

int this_year(const Context& context) {
  return fmt::gmtime(std::chrono::system_clock::to_time_t(context.now())).tm_year + 1900;
}

std::vector<identify::ColumnMeaning> decide(const identify::MeaningReader& reader,
                                            const std::vector<std::string>& columns, const HeadBuffer& seen) {
  constexpr std::size_t kSampledValues = 3000;
  auto meanings = reader.decide(seen.samples(columns, kSampledValues));
  meanings.resize(columns.size());
  return meanings;
}

/// The facts of the records seen, evenly from all of them.
origin::StratumFacts gather_facts(const std::vector<std::string>& columns,
                                  const std::vector<identify::ColumnMeaning>& meanings, const HeadBuffer& seen,
                                  const pack::Pack& pack) {
  std::vector<std::string> words;
  words.reserve(meanings.size());
  for (const auto& meaning : meanings) words.push_back(meaning.meaning);
  origin::FactsGatherer gatherer(columns, std::move(words), pack);
  const std::size_t step = std::max<std::size_t>(1, seen.records() / origin::FactsGatherer::kMostRecords);
  std::size_t at = 0;
  for (const auto& batch : seen.batches()) {
    for (std::size_t r = 0; r < batch.records(); ++r) {
      if (at++ % step == 0) gatherer.add(batch.record(r));
    }
  }
  return gatherer.finish();
}

/// What a DDL says: names, the meanings that names have, and the longest value that a type takes.
pack::OriginProfile profile_of_ddl(const origin::DdlTable& table, const std::string& id,
                                   const identify::MeaningReader& reader, const pack::Pack& pack) {
  origin::StratumFacts facts;
  std::vector<std::string> names;
  for (const auto& column : table.columns) names.push_back(column.name);
  const auto meanings = decide(reader, names, {});
  for (std::size_t c = 0; c < names.size(); ++c) {
    origin::ColumnFacts& column = facts.columns.emplace_back();
    column.name = names[c];
    column.meaning = meanings[c].meaning;
  }
  pack::OriginProfile profile = origin::learn_profile(facts, id, pack);
  for (std::size_t c = 0; c < names.size(); ++c) {
    const std::uint32_t longest = table.columns[c].length;
    if (longest > 0 && longest <= 64) profile.columns[c].length = {1, longest};
  }
  return profile;
}

Result<std::string> settled(pack::OriginProfile profile, const pack::Pack& pack) {
  if (profile.is_institution())
    profile.sources.push_back({"made from a register by sidik profile learn", "add the public source here", "INF"});
  const auto faults = pack::faults_of(profile, pack.meanings);
  if (!faults.empty()) {
    return fail(ErrorKind::invalid_input, "engine.profile_unsound", faults.front(),
                "see docs/formats/origin-profile.md");
  }
  return pack::to_toml(profile);
}

Result<pack::Pack> packs_of(const ProfileRequest& request) {
  return pack::load_pack(request.packs, request.packs_directory);
}

}  // namespace

Result<std::string> learn_profile(const std::string& id, const std::string& path, const ProfileRequest& request,
                                  const Context& context) {
  if (!is_profile_id(id)) {
    return fail(ErrorKind::usage, "engine.profile_name",
                "a profile is called by lower-case letters, digits, - and dots",
                "for example kind.clinic, or id.my-institution");
  }
  SIDIK_TRY(const pack::Pack pack, packs_of(request));
  const identify::MeaningReader reader(pack, this_year(context));
  ingest::ReadOptions options;
  options.is_header_word = [&reader](std::string_view word) { return reader.is_header_word(word); };
  HeadSink sink;
  const Status read = ingest::read_exhibits({path}, options, context, sink);
  if (sink.seen().is_empty()) {
    // Statements that make tables and fill none are no table to `ingest`.
    SIDIK_TRY(const std::string text, read_text(path));
    const auto tables = origin::read_ddl(text);
    if (!tables) return read ? std::unexpected(tables.error()) : std::unexpected(read.error());
    const auto largest = std::ranges::max_element(*tables, {}, [](const auto& table) { return table.columns.size(); });
    return settled(profile_of_ddl(*largest, id, reader, pack), pack);
  }
  SIDIK_CHECK(read);
  const auto meanings = decide(reader, sink.columns(), sink.seen());
  const auto facts = gather_facts(sink.columns(), meanings, sink.seen(), pack);
  return settled(origin::learn_profile(facts, id, pack), pack);
}

Result<std::string> show_profile(const std::string& name, const ProfileRequest& request) {
  SIDIK_TRY(const pack::Pack pack, packs_of(request));
  SIDIK_TRY(const pack::OriginProfile profile, find_profile(name, pack));
  return pack::to_toml(profile);
}

Result<std::string> list_profiles(const ProfileRequest& request) {
  SIDIK_TRY(const pack::Pack pack, packs_of(request));
  std::string out;
  for (const pack::OriginProfile& profile : pack.origins) {
    const auto says = profile.says.find("en");
    out += fmt::format("{:<26} {:<12} {:>3} columns  {}\n", profile.id,
                       profile.is_institution() ? "institution" : "archetype", profile.columns.size(),
                       says == profile.says.end() ? "" : says->second);
  }
  return out;
}

Result<std::string> diff_profiles(const std::string& left, const std::string& right, const ProfileRequest& request) {
  SIDIK_TRY(const pack::Pack pack, packs_of(request));
  SIDIK_TRY(const pack::OriginProfile one, find_profile(left, pack));
  SIDIK_TRY(const pack::OriginProfile two, find_profile(right, pack));
  const auto lines = origin::differences(one, two);
  return lines.empty() ? std::string("no difference\n") : fmt::format("{}\n", fmt::join(lines, "\n"));
}

Result<std::string> check_profile(const std::string& name, const ProfileRequest& request) {
  SIDIK_TRY(const pack::Pack pack, packs_of(request));
  SIDIK_TRY(const pack::OriginProfile profile, find_profile(name, pack));
  const auto faults = pack::faults_of(profile, pack.meanings);
  if (!faults.empty()) {
    return fail(ErrorKind::invalid_input, "engine.profile_unsound", fmt::format("{}", fmt::join(faults, "; ")),
                "see docs/formats/origin-profile.md");
  }
  return fmt::format("{}: {} columns, sound; no value of a person can be in it\n", profile.id, profile.columns.size());
}

}  // namespace sidik::engine
