#include "ingest/sqlite/sqlite_reader.hpp"

#include <charconv>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "ingest/sqlite/sqlite_pages.hpp"
#include "ingest/sqlite/sqlite_schema.hpp"
#include "ingest/sqlite/sqlite_table.hpp"
#include "ingest/sqlite/sqlite_tree.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

/// A line of sqlite_schema that tells of a table.
struct SchemaEntry {
  std::string name;
  std::uint32_t root = 0;
  std::string sql;
};

/// Gathers the tables that the schema names.
class SchemaReader final : public SqliteVisitor {
 public:
  SchemaReader(SqliteEncoding encoding, const ReadProgress& progress) : encoding_(encoding), progress_(progress) {}

  Status on_cell(const SqliteCell& cell) override {
    constexpr std::size_t kColumns = 5;  // type, name, tbl_name, rootpage, sql
    if (parse_record(cell.payload, kColumns, values_) != SqliteRecordFault::none || values_.size() < kColumns) {
      is_damaged_ = true;
      return {};
    }
    arena_.reset();
    if (value(0) != "table") return {};
    SchemaEntry entry{std::string(value(1)), 0, std::string(value(4))};
    const std::string_view root = value(3);
    const auto end = std::from_chars(root.data(), root.data() + root.size(), entry.root);
    if (end.ec != std::errc()) entry.root = 0;
    held_ += sizeof(entry) + entry.name.size() + entry.sql.size();
    if (held_ > progress_.context.limits.memory_bytes / 8) {
      return fail(ErrorKind::limit, "ingest.schema_too_large",
                  fmt::format("the statements of the database's tables are longer than {} bytes, an eighth of the "
                              "working memory",
                              progress_.context.limits.memory_bytes / 8),
                  "raise --memory");
    }
    entries_.push_back(std::move(entry));
    return {};
  }
  Status on_damage(table::RejectReason, table::ByteSpan) override {
    is_damaged_ = true;
    return {};
  }
  [[nodiscard]] bool goes_on() const override { return !progress_.context.is_cancelled(); }

  [[nodiscard]] const std::vector<SchemaEntry>& entries() const { return entries_; }
  [[nodiscard]] bool is_damaged() const { return is_damaged_; }

 private:
  std::string_view value(std::size_t column) {
    std::uint64_t invalid = 0;
    return value_in_words(values_[column], encoding_, arena_, invalid);
  }

  SqliteEncoding encoding_;
  const ReadProgress& progress_;
  TextArena arena_;
  std::vector<SqliteValue> values_;
  std::vector<SchemaEntry> entries_;
  std::uint64_t held_ = 0;
  bool is_damaged_ = false;
};

std::string_view encoding_name(SqliteEncoding encoding) {
  switch (encoding) {
    case SqliteEncoding::utf16le:
      return "UTF-16LE";
    case SqliteEncoding::utf16be:
      return "UTF-16BE";
    case SqliteEncoding::utf8:
      break;
  }
  return "UTF-8";
}

class DatabaseReader {
 public:
  DatabaseReader(SqlitePages& pages, const std::string& name, const ReadOptions& options, RecordSink& sink,
                 ReadProgress& progress, std::vector<SkippedMember>& skipped)
      : pages_(pages), sink_(sink), progress_(progress), skipped_(skipped), name_(name) {
    info_.format = "sqlite";
    info_.format_by = options.format ? Decider::user : Decider::mark;
    info_.encoding = encoding_name(pages.encoding());
    info_.encoding_by = Decider::mark;
    info_.has_header = true;
    info_.header_by = Decider::mark;
  }

  Status run(std::string& cut_because) {
    SchemaReader schema(pages_.encoding(), progress_);
    SIDIK_TRY(const bool has_schema,
              walk_tree(pages_, 1, SqliteTreeKind::table, progress_.context.limits.record_bytes, schema));
    cut_because = pages_.cut_because();
    if ((schema.is_damaged() || !has_schema) && cut_because.empty())
      cut_because = "the list of tables is damaged: some may be missing";
    for (const auto& entry : schema.entries()) {
      if (progress_.context.is_cancelled()) break;
      if (!text::fold(entry.name.substr(0, 7)).starts_with("sqlite_")) SIDIK_CHECK(read_table(entry));
    }
    if (told_) return end_told(!progress_.context.is_cancelled());
    if (progress_.context.is_cancelled()) return {};
    if (schema.is_damaged() && schema.entries().empty()) {
      return fail(ErrorKind::invalid_input, "ingest.sqlite_damaged", "the list of the database's tables is unreadable",
                  "check that the file was copied whole; sqlite3 .recover on a copy may help");
    }
    return fail(ErrorKind::invalid_input, "ingest.no_record",
                fmt::format("the database has {} tables and no readable record", schema.entries().size()),
                "check that the file was copied whole, and whether a file -wal lies beside it");
  }

 private:
  /// A table that the sink has heard of. Its end is told when the next one begins, because only then is it known
  /// whether it was the last.
  struct Told {
    SqliteTable table;
    std::unique_ptr<SqliteTableReader> reader;
    std::uint64_t bytes = 0;
  };

  void skip(const SchemaEntry& entry, std::uint64_t bytes, std::string_view reason) {
    skipped_.push_back({fmt::format("{}/{}", name_, entry.name), bytes, std::string(reason)});
  }

  Status read_table(const SchemaEntry& entry) {
    auto now = std::make_unique<Told>();
    auto table = parse_create_table(entry.sql);
    if (!table && entry.root == 0) {
      skip(entry, 0, "ingest.virtual_table: it is computed by a module and has no records of its own");
      return {};
    }
    if (!table || table->stored_order.empty()) {
      skip(entry, 0, "ingest.no_table: the statement that made it is not understood");
      return {};
    }
    now->table = std::move(*table);
    TableInfo info = info_;
    info.name = fmt::format("{}/{}", name_, entry.name);
    for (const auto& column : now->table.columns) {
      if (column.is_stored) info.columns.push_back(column.name);
    }
    if (info.columns.size() > progress_.context.limits.columns) {
      return fail(ErrorKind::limit, "ingest.too_many_columns",
                  fmt::format("a table has {} columns", info.columns.size()), "raise --max-columns if this is right");
    }
    now->reader = std::make_unique<SqliteTableReader>(now->table, pages_.encoding(), std::move(info), sink_, progress_,
                                                      [this] { return end_told(false); });
    const std::uint64_t taken_before = pages_.taken();
    SIDIK_TRY(const bool has_root,
              walk_tree(pages_, entry.root, now->table.has_rowid ? SqliteTreeKind::table : SqliteTreeKind::index,
                        progress_.context.limits.record_bytes, *now->reader));
    SIDIK_CHECK(now->reader->flush());
    now->bytes = (pages_.taken() - taken_before) * pages_.page_bytes();
    const auto& account = now->reader->writer().account();
    if (account.records > 0) {
      told_ = std::move(now);
    } else if (!has_root) {
      skip(entry, 0, "ingest.sqlite_damaged: its first page is missing or belongs to another table");
    } else if (account.rejected > 0) {
      skip(entry, now->bytes, fmt::format("ingest.no_record: all {} records or pages are damaged", account.rejected));
    } else if (!progress_.context.is_cancelled()) {
      skip(entry, now->bytes,
           fmt::format("ingest.no_record: {} columns and no record", now->table.stored_order.size()));
    }
    return {};
  }

  /// Ends the table that was told, if there is one. The last has every byte of the file that no other has.
  Status end_told(bool is_last) {
    const auto told = std::exchange(told_, nullptr);
    if (!told) return {};
    auto& account = told->reader->writer().account();
    account.total_bytes = is_last ? pages_.file_bytes() - bytes_told_ : told->bytes;
    account.other_bytes = account.total_bytes - account.record_bytes - account.rejected_bytes;
    bytes_told_ += account.total_bytes;
    SIDIK_TRY([[maybe_unused]] const bool has_records, told->reader->writer().finish());
    return {};
  }

  SqlitePages& pages_;
  RecordSink& sink_;
  ReadProgress& progress_;
  std::vector<SkippedMember>& skipped_;
  std::string name_;
  TableInfo info_;
  std::unique_ptr<Told> told_;
  std::uint64_t bytes_told_ = 0;
};

}  // namespace

Status read_sqlite(SeekableSource& source, const std::string& name, const ReadOptions& options, RecordSink& sink,
                   ReadProgress& progress, std::string& cut_because, std::vector<SkippedMember>& skipped) {
  SIDIK_TRY(SqlitePages pages, SqlitePages::open(source));
  return DatabaseReader(pages, name, options, sink, progress, skipped).run(cut_because);
}

}  // namespace sidik::ingest
