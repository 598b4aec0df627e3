#include "engine/token_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <fstream>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/private_file.hpp"

namespace sidik::engine {
namespace {

static_assert(std::endian::native == std::endian::little, "tokens are written as they lie in memory");

constexpr std::string_view kMagic = "sidik-tokens 1\n";
constexpr std::size_t kLongestHead = std::size_t{8} << 20;
constexpr std::size_t kPieceTokens = 8192;
constexpr std::size_t kPartitions = runs::PartitionStore::kPartitions;

std::unexpected<Error> malformed(const std::string& path, const char* what) {
  return fail(ErrorKind::invalid_input, "engine.tokens_malformed", fmt::format("the token file {} {}", path, what),
              "make it again with sidik tokens");
}

class File {
 public:
  File(std::FILE* file, std::string path) : file_(file, &std::fclose), path_(std::move(path)) {}
  explicit operator bool() const { return file_ != nullptr; }
  [[nodiscard]] bool write(const void* bytes, std::size_t size) {
    return std::fwrite(bytes, 1, size, file_.get()) == size;
  }
  [[nodiscard]] bool read(void* bytes, std::size_t size) { return std::fread(bytes, 1, size, file_.get()) == size; }
  [[nodiscard]] bool seek(std::uint64_t to) { return fseeko(file_.get(), static_cast<off_t>(to), SEEK_SET) == 0; }
  [[nodiscard]] std::uint64_t position() const { return static_cast<std::uint64_t>(ftello(file_.get())); }
  [[nodiscard]] std::uint64_t size() const {
    struct stat status{};
    return fstat(fileno(file_.get()), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  }
  [[nodiscard]] bool is_at_end() { return std::fgetc(file_.get()) == EOF; }
  [[nodiscard]] std::unexpected<Error> is_malformed(const char* what) const { return malformed(path_, what); }
  [[nodiscard]] bool close() { return std::fclose(file_.release()) == 0; }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string path_;
};

std::unexpected<Error> not_written(const std::string& path) {
  return fail(ErrorKind::io, "engine.write", fmt::format("cannot write {}", path),
              "see that the folder is there and has room");
}

nlohmann::json to_json(const TokenHead& head) {
  auto tables = nlohmann::json::array();
  for (const auto& table : head.tables) {
    auto columns = nlohmann::json::array();
    for (const auto& column : table.columns)
      columns.push_back({{"name", column.name},
                         {"meaning", column.meaning},
                         {"by_meaning", column.by_meaning},
                         {"filled", column.filled}});
    tables.push_back({{"name", table.name}, {"records", table.records}, {"columns", columns}, {"rows", table.rows}});
  }
  auto sets = nlohmann::json::array();
  for (const auto& set : head.sets) sets.push_back({{"meaning", set.meaning}, {"values", set.values}});
  return {
      {"sidik", head.sidik}, {"made", head.made}, {"key_check", head.key_check}, {"tables", tables}, {"sets", sets}};
}

TokenHead from_json(const nlohmann::json& json) {
  TokenHead head;
  head.sidik = json.at("sidik").get<std::string>();
  head.made = json.at("made").get<std::string>();
  head.key_check = json.at("key_check").get<std::string>();
  for (const auto& told : json.at("tables")) {
    TokenTable table;
    table.name = told.at("name").get<std::string>();
    table.records = told.at("records").get<std::uint64_t>();
    table.rows = told.at("rows").get<std::uint64_t>();
    for (const auto& column : told.at("columns")) {
      table.columns.push_back({column.at("name").get<std::string>(), column.at("meaning").get<std::string>(),
                               column.at("by_meaning").get<bool>(), column.at("filled").get<std::uint64_t>()});
    }
    head.tables.push_back(std::move(table));
  }
  for (const auto& set : json.at("sets"))
    head.sets.push_back({set.at("meaning").get<std::string>(), set.at("values").get<std::uint64_t>()});
  return head;
}

/// One set: how many tokens each partition has, then the tokens, sorted.
Status write_set(File& file, const std::string& path, std::span<const runs::KeyPartitions* const> lanes) {
  std::vector<std::uint64_t> keys;
  std::size_t open = 0;
  const auto flush_until = [&](std::size_t partition) {
    bool is_written = true;
    for (; open < partition; ++open) {
      std::ranges::sort(keys);
      const std::uint64_t count = keys.size();
      is_written = is_written && file.write(&count, sizeof count) &&
                   file.write(keys.data(), keys.size() * sizeof(std::uint64_t));
      keys.clear();
    }
    return is_written;
  };
  SIDIK_CHECK(runs::for_each_partition(lanes, {}, [&](std::size_t partition, const runs::KeyTable& table) -> Status {
    if (!flush_until(partition)) return not_written(path);
    table.for_each([&](std::uint64_t key) { keys.push_back(key); });
    return {};
  }));
  return flush_until(kPartitions) ? Status{} : not_written(path);
}

Status read_set(File& file, std::uint64_t expected, runs::KeyPartitions* set) {
  std::vector<std::uint64_t> piece;
  std::uint64_t seen = 0;
  for (std::uint64_t partition = 0; partition < kPartitions; ++partition) {
    std::uint64_t count = 0;
    if (!file.read(&count, sizeof count) || count > expected - seen)
      return file.is_malformed("is cut off or was altered");
    seen += count;
    for (std::uint64_t left = count; left > 0; left -= piece.size()) {
      piece.resize(std::min<std::uint64_t>(left, kPieceTokens));
      if (!file.read(piece.data(), piece.size() * sizeof(std::uint64_t))) return file.is_malformed("is cut off");
      if (set == nullptr) continue;
      for (const std::uint64_t key : piece) set->add(Hash128{key, partition << 56U});
    }
  }
  return seen == expected ? Status{} : file.is_malformed("holds other numbers of tokens than its head says");
}

struct Opened {
  File file;
  TokenHead head;
};

Result<Opened> open_tokens(const std::string& path) {
  File file(std::fopen(path.c_str(), "rb"), path);
  if (!file) {
    return fail(ErrorKind::not_found, "engine.tokens_unreadable", fmt::format("cannot open the token file {}", path),
                "check the path");
  }
  std::array<char, kMagic.size()> magic{};
  std::uint64_t size = 0;
  if (!file.read(magic.data(), magic.size()) || std::string_view(magic.data(), magic.size()) != kMagic ||
      !file.read(&size, sizeof size) || size > kLongestHead)
    return file.is_malformed("is none, or was made by another version");
  std::string text(size, '\0');
  if (!file.read(text.data(), text.size())) return file.is_malformed("is cut off");
  try {
    TokenHead head = from_json(nlohmann::json::parse(text));
    return Opened{std::move(file), std::move(head)};
  } catch (const nlohmann::json::exception&) {
    return file.is_malformed("has a head that cannot be read");
  }
}

}  // namespace

std::string key_check(const crypto::KeyedHash& hash) {
  const Hash128 check = hash("sidik token file: which key");
  return fmt::format("{:016x}{:016x}", check.high, check.low);
}

Status write_tokens(const std::string& path, TokenHead& head, std::span<const CopyTable> tables, const LaneSets& sets,
                    std::span<const std::size_t> set_numbers) {
  for (std::size_t t = 0; t < tables.size(); ++t) {
    SIDIK_TRY(head.tables[t].rows, runs::count_distinct(all_lanes(tables[t].row_sets, 0)));
  }
  for (std::size_t s = 0; s < set_numbers.size(); ++s) {
    SIDIK_TRY(head.sets[s].values, runs::count_distinct(all_lanes(sets, set_numbers[s])));
  }
  const int descriptor = open_private(path);
  File file(descriptor < 0 ? nullptr : fdopen(descriptor, "wb"), path);
  if (!file) return not_written(path);
  const std::string text = to_json(head).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  const std::uint64_t size = text.size();
  if (!file.write(kMagic.data(), kMagic.size()) || !file.write(&size, sizeof size) ||
      !file.write(text.data(), text.size()))
    return not_written(path);
  for (const auto& table : tables) SIDIK_CHECK(write_set(file, path, all_lanes(table.row_sets, 0)));
  for (const std::size_t number : set_numbers) SIDIK_CHECK(write_set(file, path, all_lanes(sets, number)));
  return file.close() ? Status{} : not_written(path);
}

/// Where sets begin follows from the head's counts, so any of them can be read.
struct TokenReader::State {
  Opened opened;
  std::vector<std::uint64_t> expected;  ///< tokens, by set
  std::vector<std::uint64_t> begins;    ///< in bytes, by set
  std::size_t set = 0;                  ///< that the file stands in,
  std::size_t partition = 0;            ///< and the next partition of it
  std::uint64_t left = 0;               ///< tokens of the set that are still to come
};

TokenReader::TokenReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TokenReader::~TokenReader() = default;
TokenReader::TokenReader(TokenReader&&) noexcept = default;
TokenReader& TokenReader::operator=(TokenReader&&) noexcept = default;

Result<TokenReader> TokenReader::open(const std::string& path) {
  SIDIK_TRY(Opened opened, open_tokens(path));
  auto state = std::make_unique<State>(State{std::move(opened), {}, {}, 0, 0, 0});
  for (const auto& table : state->opened.head.tables) state->expected.push_back(table.rows);
  for (const auto& set : state->opened.head.sets) state->expected.push_back(set.values);
  std::uint64_t at = state->opened.file.position();
  const std::uint64_t size = state->opened.file.size();
  for (const std::uint64_t tokens : state->expected) {
    if (tokens > size || at > size) break;  // before a sum that wraps
    state->begins.push_back(at);
    at += (kPartitions + tokens) * sizeof(std::uint64_t);
  }
  if (state->begins.size() != state->expected.size() || at != size)
    return state->opened.file.is_malformed("is cut off, or holds more than its head says");
  state->set = state->expected.size();
  return TokenReader(std::move(state));
}

const TokenHead& TokenReader::head() const { return state_->opened.head; }
std::size_t TokenReader::sets() const { return state_->expected.size(); }

Status TokenReader::read(std::size_t set, std::size_t partition, std::vector<std::uint64_t>& tokens) {
  State& state = *state_;
  if (partition == 0) {
    if (!state.opened.file.seek(state.begins[set])) return state.opened.file.is_malformed("cannot be read");
    state.set = set;
    state.partition = 0;
    state.left = state.expected[set];
  }
  std::uint64_t count = 0;
  if (state.set != set || state.partition != partition || !state.opened.file.read(&count, sizeof count) ||
      count > state.left)
    return state.opened.file.is_malformed("was altered");
  state.left -= count;
  ++state.partition;
  tokens.resize(count);
  return state.opened.file.read(tokens.data(), count * sizeof(std::uint64_t))
             ? Status{}
             : state.opened.file.is_malformed("is cut off");
}

bool is_token_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, kMagic.size()> magic{};
  return file.read(magic.data(), magic.size()) && std::string_view(magic.data(), magic.size()) == kMagic;
}

Result<TokenHead> read_token_head(const std::string& path, const crypto::KeyedHash& hash) {
  SIDIK_TRY(Opened opened, open_tokens(path));
  if (opened.head.key_check != key_check(hash)) {
    return fail(ErrorKind::refused, "engine.tokens_other_key",
                fmt::format("the tokens in {} were made with another key", path),
                "give the key that they were made with by --key FILE");
  }
  return std::move(opened.head);
}

Status read_tokens(const std::string& path, std::span<runs::KeyPartitions* const> rows,
                   std::span<runs::KeyPartitions* const> sets) {
  SIDIK_TRY(Opened opened, open_tokens(path));
  if (opened.head.tables.size() != rows.size() || opened.head.sets.size() != sets.size())
    return opened.file.is_malformed("was replaced while it was read");
  for (std::size_t t = 0; t < rows.size(); ++t) SIDIK_CHECK(read_set(opened.file, opened.head.tables[t].rows, rows[t]));
  for (std::size_t s = 0; s < sets.size(); ++s) SIDIK_CHECK(read_set(opened.file, opened.head.sets[s].values, sets[s]));
  return opened.file.is_at_end() ? Status{} : opened.file.is_malformed("goes on behind its end");
}

}  // namespace sidik::engine
