#include "casefile/database.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

std::unexpected<Error> failure(sqlite3* database, int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorKind::io, "casefile.busy", "another program is writing to the case", "try again in a moment");
    case SQLITE_FULL:
      return fail(ErrorKind::io, "casefile.disk_full", "there is no room to write to the case; nothing was written",
                  "free some room on its disk and repeat the command");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(ErrorKind::invalid_input, "casefile.damaged", "case.db is damaged or no database",
                  "restore it from a copy; do not repair it, what is changed can no longer be proven");
    default:
      return fail(ErrorKind::io, "casefile.database",
                  std::string("case.db cannot be used: ") + (database != nullptr ? sqlite3_errmsg(database) : "memory"),
                  "check that its folder can be read and written");
  }
}

/// The path as a URI that says that nobody writes the file meanwhile: SQLite then needs no files of its own beside it.
std::string unchanging(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const bool is_plain = text::is_letter(c) || text::is_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
    if (is_plain) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[static_cast<unsigned char>(c) >> 4];
      uri += kDigits[static_cast<unsigned char>(c) & 15];
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::~Statement() { sqlite3_finalize(statement_); }
Statement::Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(statement_, other.statement_);
  return *this;
}

Statement& Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_, place, value);
  return *this;
}

Statement& Statement::bind(int place, std::string_view value) {
  sqlite3_bind_text64(statement_, place, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure(sqlite3_db_handle(statement_), code);
}

Status Statement::run() {
  const auto stepped = step();
  sqlite3_reset(statement_);
  return stepped ? Status{} : std::unexpected(stepped.error());
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return {bytes != nullptr ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::is_number(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
bool Statement::is_text(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_TEXT; }

Result<Database> Database::open(const std::string& path, Access access) {
  constexpr int kBusyMilliseconds = 10'000;
  int flags = SQLITE_OPEN_NOMUTEX;
  if (access == Access::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (access == Access::read_write) flags |= SQLITE_OPEN_READWRITE;
  if (access == Access::read_only) flags |= SQLITE_OPEN_READONLY;
  sqlite3* handle = nullptr;
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const bool is_frozen = access == Access::read_only && ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0;
  if (is_frozen) flags |= SQLITE_OPEN_URI;
  const int code = sqlite3_open_v2(is_frozen ? unchanging(path).c_str() : path.c_str(), &handle, flags, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return failure(handle, code);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // The file may come from anybody: no functions or triggers of its own.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16 << 20);
  return database;
}

Database::~Database() { sqlite3_close_v2(database_); }
Database::Database(Database&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
Database& Database::operator=(Database&& other) noexcept {
  std::swap(database_, other.database_);
  return *this;
}

Status Database::run(const char* sql) {
  const int code = sqlite3_exec(database_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(database_, code);
  return {};
}

Result<Statement> Database::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr);
  if (code != SQLITE_OK) return failure(database_, code);
  return Statement(statement);
}

Result<Transaction> Transaction::begin(Database& database) {
  SIDIK_CHECK(database.run("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->run("ROLLBACK"));
}

Status Transaction::commit() {
  SIDIK_CHECK(database_->run("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace sidik::casefile
