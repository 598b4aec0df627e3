#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace sidik::casefile {

/// One SQL statement, prepared. Rows are read one after the other; numbers of places start at 0, of values at 1.
class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, std::string_view value);
  /// True while there is a row. Errors as Database.
  [[nodiscard]] Result<bool> step();
  /// For statements without rows; may be called again with other values.
  [[nodiscard]] Status run();
  [[nodiscard]] std::int64_t number(int column) const;
  /// A view until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  /// Whether the column of this row is a whole number, or text.
  [[nodiscard]] bool is_number(int column) const;
  [[nodiscard]] bool is_text(int column) const;

 private:
  friend class Database;
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  sqlite3_stmt* statement_;
};

/// A SQLite file that nobody but this program writes.
///
/// Errors    casefile.busy (io): another program writes for more than ten seconds; casefile.disk_full (io);
///           casefile.damaged (invalid_input): no database, or a broken one; casefile.database (io): the rest.
/// Threads   one.
class Database {
 public:
  enum class Access { read_only, read_write, create };
  [[nodiscard]] static Result<Database> open(const std::string& path, Access access);
  ~Database();
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Status run(const char* sql);
  [[nodiscard]] Result<Statement> prepare(const char* sql);

 private:
  explicit Database(sqlite3* database) : database_(database) {}
  sqlite3* database_;
};

/// Begins a transaction that no other writer can be in; undone unless committed.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  [[nodiscard]] Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace sidik::casefile
