#include "casefile/event_log.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "crypto/hex.hpp"

namespace sidik::casefile {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kDigestDigits = 64;

std::string file_in(const std::string& folder) { return (std::filesystem::path(folder) / EventLog::kFile).string(); }

template <class Array>
bool read_hex(std::string_view text, Array& out) {
  const auto bytes = crypto::from_hex(text);
  if (!bytes || bytes->size() != out.size()) return false;
  std::ranges::copy(*bytes, out.begin());
  return true;
}

std::string peaks_text(const std::vector<crypto::Digest>& peaks) {
  std::string text;
  for (const auto& peak : peaks) text += crypto::to_hex(peak);
  return text;
}

std::optional<crypto::MerkleRoot> resume(std::uint64_t size, std::string_view text) {
  std::vector<crypto::Digest> peaks(text.size() / kDigestDigits);
  for (std::size_t i = 0; i < peaks.size(); ++i) {
    if (!read_hex(text.substr(i * kDigestDigits, kDigestDigits), peaks[i])) return std::nullopt;
  }
  return crypto::MerkleRoot::resume(size, std::move(peaks));
}

/// Where the log stands: what the next event needs to know.
struct End {
  std::uint64_t size = 0;
  crypto::Digest last_body{};
  crypto::MerkleRoot tree;
};

std::unexpected<Error> broken_end() {
  return fail(ErrorKind::refused, "casefile.end_broken", "the newest events and their checkpoint do not fit together",
              "run sidik case verify; nothing is added to a case that was changed");
}

Result<End> end_of(Database& database) {
  End end;
  SIDIK_TRY(Statement last, database.prepare("SELECT number, body FROM events ORDER BY number DESC LIMIT 1"));
  SIDIK_TRY(const bool has_last, last.step());
  if (!has_last) return end;
  end.size = static_cast<std::uint64_t>(last.number(0)) + 1;
  end.last_body = body_hash(last.text(1));
  SIDIK_TRY(Statement checkpoint, database.prepare("SELECT size, peaks FROM checkpoints ORDER BY size DESC LIMIT 1"));
  SIDIK_TRY(const bool has_checkpoint, checkpoint.step());
  if (!has_checkpoint || static_cast<std::uint64_t>(checkpoint.number(0)) != end.size) return broken_end();
  auto tree = resume(end.size, checkpoint.text(1));
  if (!tree) return broken_end();
  end.tree = std::move(*tree);
  return end;
}

Status write_checkpoint(Database& database, const Checkpoint& checkpoint, const std::vector<crypto::Digest>& peaks) {
  SIDIK_TRY(
      Statement insert,
      database.prepare("INSERT INTO checkpoints (size, root, at, by, signature, peaks) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(1, static_cast<std::int64_t>(checkpoint.size))
      .bind(2, crypto::to_hex(checkpoint.root))
      .bind(3, checkpoint.at)
      .bind(4, checkpoint.by)
      .bind(5, crypto::to_hex(checkpoint.signature))
      .bind(6, peaks_text(peaks));
  return insert.run();
}

Result<Database> open_file(const std::string& folder, Database::Access access) {
  const std::string path = file_in(folder);
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return fail(ErrorKind::not_found, "casefile.not_a_case", fmt::format("{} is no case: it has no case.db", folder),
                fmt::format("make one with: sidik case open {}", folder));
  }
  SIDIK_TRY(Database database, Database::open(path, access));
  SIDIK_TRY(Statement version, database.prepare("PRAGMA user_version"));
  SIDIK_TRY(const bool has_version, version.step());
  if (!has_version || version.number(0) != kVersion) {
    return fail(ErrorKind::invalid_input, "casefile.other_version",
                fmt::format("case.db is no case of form {}", kVersion), "read it with the program that made it");
  }
  return database;
}

}  // namespace

Result<EventLog> EventLog::create(const std::string& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(file_in(folder), ignored)) {
    return fail(ErrorKind::refused, "casefile.exists", fmt::format("{} is a case already", folder),
                "choose another folder");
  }
  SIDIK_TRY(Database database, Database::open(file_in(folder), Database::Access::create));
  std::filesystem::permissions(file_in(folder),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
  SIDIK_CHECK(database.run("PRAGMA journal_mode=WAL"));
  SIDIK_CHECK(database.run("PRAGMA synchronous=FULL"));
  {
    SIDIK_TRY(Transaction transaction, Transaction::begin(database));
    SIDIK_CHECK(database.run(
        "CREATE TABLE events (number INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT"));
    SIDIK_CHECK(database.run(
        "CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, root TEXT NOT NULL, at TEXT NOT NULL, by TEXT "
        "NOT NULL, signature TEXT NOT NULL, peaks TEXT NOT NULL) STRICT"));
    SIDIK_CHECK(database.run("PRAGMA user_version=1"));
    SIDIK_CHECK(transaction.commit());
  }
  return EventLog(std::move(database));
}

Result<EventLog> EventLog::open(const std::string& folder) {
  SIDIK_TRY(Database database, open_file(folder, Database::Access::read_write));
  SIDIK_CHECK(database.run("PRAGMA synchronous=FULL"));
  return EventLog(std::move(database));
}

Result<EventLog> EventLog::open_to_read(const std::string& folder) {
  SIDIK_TRY(Database database, open_file(folder, Database::Access::read_only));
  return EventLog(std::move(database));
}

Result<std::vector<Event>> EventLog::append(std::span<const Draft> drafts, const Signer& signer,
                                            std::chrono::system_clock::time_point now) {
  return append([&](EventLog&) { return std::vector<Draft>(drafts.begin(), drafts.end()); }, signer, now);
}

Result<std::vector<Event>> EventLog::append(const Compose& compose, const Signer& signer,
                                            std::chrono::system_clock::time_point now) {
  SIDIK_TRY(Transaction transaction, Transaction::begin(database_));
  SIDIK_TRY(const auto drafts, compose(*this));
  SIDIK_TRY(auto events, write(drafts, signer, now));
  SIDIK_CHECK(transaction.commit());
  return events;
}

Result<std::vector<Event>> EventLog::write(std::span<const Draft> drafts, const Signer& signer,
                                           std::chrono::system_clock::time_point now) {
  SIDIK_TRY(End end, end_of(database_));
  SIDIK_TRY(Statement insert, database_.prepare("INSERT INTO events (number, body, hash) VALUES (?, ?, ?)"));
  std::vector<Event> events;
  crypto::Digest previous = end.last_body;
  for (const Draft& draft : drafts) {
    Event event{end.size + events.size(), time_text(now), signer.id, draft.kind, draft.data};
    SIDIK_TRY(const std::string body, to_body(event, previous));
    if (const auto again = from_body(body); !again) return std::unexpected(again.error());
    previous = body_hash(body);
    SIDIK_CHECK(
        insert.bind(1, static_cast<std::int64_t>(event.number)).bind(2, body).bind(3, crypto::to_hex(previous)).run());
    end.tree.add(crypto::leaf_hash(body));
    events.push_back(std::move(event));
  }
  Checkpoint checkpoint{end.tree.size(), end.tree.root(), time_text(now), signer.id, {}};
  checkpoint.signature = signer.key.sign(signed_text(checkpoint));
  if (!events.empty()) SIDIK_CHECK(write_checkpoint(database_, checkpoint, end.tree.peaks()));
  return events;
}

Status EventLog::for_each(const std::function<bool(const Row&)>& take) {
  SIDIK_TRY(Statement select, database_.prepare("SELECT number, body, hash FROM events ORDER BY number"));
  for (;;) {
    SIDIK_TRY(const bool has_row, select.step());
    if (!has_row || !take({select.number(0), select.text(1), select.text(2)})) return {};
  }
}

Result<std::vector<Checkpoint>> EventLog::checkpoints() {
  std::vector<Checkpoint> out;
  SIDIK_TRY(Statement select, database_.prepare("SELECT size, root, at, by, signature FROM checkpoints ORDER BY size"));
  for (;;) {
    SIDIK_TRY(const bool has_row, select.step());
    if (!has_row) return out;
    Checkpoint checkpoint{
        static_cast<std::uint64_t>(select.number(0)), {}, std::string(select.text(2)), std::string(select.text(3)), {}};
    if (!read_hex(select.text(1), checkpoint.root) || !read_hex(select.text(4), checkpoint.signature)) checkpoint = {};
    out.push_back(std::move(checkpoint));
  }
}

Result<std::uint64_t> EventLog::size() {
  SIDIK_TRY(Statement count, database_.prepare("SELECT count(*) FROM events"));
  SIDIK_TRY(const bool has_row, count.step());
  return has_row ? static_cast<std::uint64_t>(count.number(0)) : 0;
}

}  // namespace sidik::casefile
