#include "ingest/sql/sql_tables.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostSchemaBytes = std::size_t{32} << 20;
/// With more tables open, a batch's memory is given back each time it is handed on.
constexpr std::size_t kFewTables = 16;

std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = text::to_lower(c);
  return out;
}

std::string_view last_part(std::string_view name) {
  const auto point = name.rfind('.');
  return point == std::string_view::npos ? name : name.substr(point + 1);
}

std::uint64_t sum_of_parts(const TableAccount& account) {
  return account.header_bytes + account.record_bytes + account.rejected_bytes + account.blank_bytes +
         account.other_bytes;
}

/// Adds what was spent on a table that is not told to one that is.
void move_account(TableAccount& from, TableAccount& to) {
  to.rejected_bytes += from.rejected_bytes;
  to.blank_bytes += from.blank_bytes;
  to.other_bytes += from.other_bytes;
  to.lines += from.lines;
  to.rejected += from.rejected;
  to.invalid_bytes += from.invalid_bytes;
  to.nul_bytes += from.nul_bytes;
  for (std::size_t i = 0; i < table::kRejectReasons; ++i) {
    if (from.reject_count[i] == 0) continue;
    const bool is_first = to.reject_count[i] == 0 || from.first_reject_offset[i] < to.first_reject_offset[i];
    if (is_first) to.first_reject_offset[i] = from.first_reject_offset[i];
    to.reject_count[i] += from.reject_count[i];
  }
  from = {};
}

}  // namespace

SqlTables::SqlTables(TableInfo model, RecordSink& sink, ReadProgress& progress)
    : model_(std::move(model)), sink_(sink), progress_(progress), preface_(sink, model_, progress) {}

void SqlTables::remember(const std::string& name, SqlSchema schema) {
  std::size_t bytes = 2 * name.size() + 128;
  for (const auto& column : schema.columns) bytes += column.size() + sizeof(std::string) + 1;
  if (schema_bytes_ + 2 * bytes > kMostSchemaBytes) return;
  schema_bytes_ += 2 * bytes;
  Schema kept{std::move(schema.columns), std::move(schema.is_generated)};
  const std::string key = folded(name);
  schemas_.try_emplace(std::string(last_part(key)), kept);
  schemas_.insert_or_assign(key, std::move(kept));
}

/// By the whole name, else by the table's alone: a dump may name the schema in one statement and not in the other.
const SqlTables::Schema* SqlTables::schema_of(std::string_view name) const {
  const std::string key = folded(name);
  auto found = schemas_.find(key);
  if (found == schemas_.end()) found = schemas_.find(std::string(last_part(key)));
  return found == schemas_.end() ? nullptr : &found->second;
}

Result<SqlTable*> SqlTables::open(const SqlHead& head) {
  SqlTable* table = nullptr;
  if (const auto found = open_.find(head.name); found != open_.end()) {
    table = found->second.get();
  } else {
    SIDIK_TRY(table, add_table(head));
  }
  table->last_use = ++uses_;
  table->is_bound = false;
  table->listed = head.columns;
  table->is_generated.clear();
  if (const Schema* schema = schema_of(head.name); head.columns.empty() && schema != nullptr) {
    table->listed = schema->columns;
    table->is_generated = schema->is_generated;
  }
  return table;
}

Result<SqlTable*> SqlTables::add_table(const SqlHead& head) {
  if (tables_++ == kMostTables) {
    return fail(ErrorKind::limit, "ingest.too_many_tables",
                fmt::format("the dump has more than {} tables", kMostTables), "split it and examine the parts");
  }
  if (open_.size() >= kMostOpen) SIDIK_CHECK(end_one());
  TableInfo info = model_;
  info.name = head.name;
  info.format = head.kind == SqlKind::copy ? "sql_copy" : "sql_insert";
  auto added = std::make_unique<SqlTable>(sink_, std::move(info), progress_);
  added->name = head.name;
  return open_.emplace(head.name, std::move(added)).first->second.get();
}

Status SqlTables::bind(SqlTable& table, std::size_t values) {
  table.is_bound = true;
  table.order.clear();
  auto& info = table.writer.info();
  if (table.listed.empty()) {
    if (info.columns.empty() && values > progress_.context.limits.columns) {
      return fail(ErrorKind::limit, "ingest.too_many_columns",
                  fmt::format("a tuple has more than {} values", progress_.context.limits.columns),
                  "raise --max-columns if this is right");
    }
    if (info.columns.empty()) {
      for (std::size_t c = 0; c < values; ++c) table.writer.add_column({});
    }
    table.expected = info.columns.size();
    return end_while_too_wide();
  }
  const auto generated = std::count(table.is_generated.begin(), table.is_generated.end(), true);
  if (generated > 0 && values + static_cast<std::size_t>(generated) == table.listed.size()) {
    std::vector<std::string> given;
    for (std::size_t c = 0; c < table.listed.size(); ++c) {
      if (!table.is_generated[c]) given.push_back(std::move(table.listed[c]));
    }
    table.listed = std::move(given);
  }
  return bind_list(table);
}

/// Finds the column of each name; a new name makes a new column.
Status SqlTables::bind_list(SqlTable& table) {
  auto& info = table.writer.info();
  table.expected = table.listed.size();
  if (info.columns == table.listed) return {};
  std::unordered_map<std::string, std::size_t> column_of;
  std::vector<bool> is_taken(info.columns.size());
  for (std::size_t c = 0; c < info.columns.size(); ++c) column_of.try_emplace(folded(info.columns[c]), c);
  for (const auto& name : table.listed) {
    const auto [found, is_new] = column_of.try_emplace(folded(name), info.columns.size());
    if (is_new || is_taken[found->second]) {
      if (info.columns.size() == progress_.context.limits.columns) {
        return fail(ErrorKind::limit, "ingest.too_many_columns",
                    fmt::format("a table has more than {} columns", progress_.context.limits.columns),
                    "raise --max-columns if this is right");
      }
      table.order.push_back(info.columns.size());
      table.writer.add_column(name);
      info.has_header = true;
      is_taken.push_back(true);
    } else {
      table.order.push_back(found->second);
      is_taken[found->second] = true;
    }
  }
  if (info.columns == table.listed) table.order.clear();
  return end_while_too_wide();
}

Status SqlTables::end_while_too_wide() {
  while (true) {
    std::size_t columns = 0;
    for (const auto& [name, table] : open_) columns += table->writer.info().columns.size();
    const std::size_t before = open_.size();
    if (columns <= kMostOpenColumns) return {};
    SIDIK_CHECK(end_one());
    if (open_.size() == before) return {};
  }
}

void SqlTables::mark_dirty(SqlTable& table) {
  if (table.is_dirty) return;
  table.is_dirty = true;
  dirty_.push_back(&table);
}

Status SqlTables::add(SqlTable& table, std::span<const std::string_view> values, table::ByteSpan span) {
  mark_dirty(table);
  home_ = &table;
  had_records_ = true;
  if (table.order.empty()) {
    table.writer.add(values, span);
  } else {
    fields_.assign(table.writer.info().columns.size(), {});
    for (std::size_t i = 0; i < values.size(); ++i) fields_[table.order[i]] = values[i];
    table.writer.add(fields_, span);
  }
  return table.writer.is_full() ? table.writer.flush() : Status{};
}

Status SqlTables::flush() {
  for (SqlTable* table : dirty_) {
    SIDIK_CHECK(table->writer.flush());
    table->is_dirty = false;
    if (open_.size() <= kFewTables) continue;
    auto& batch = table->writer.batch();
    const RecordIndex next = batch.first_record();
    batch = {};
    batch.reset(table->writer.info().columns.size(), next);
  }
  dirty_.clear();
  return {};
}

Status SqlTables::end_one() {
  SqlTable* oldest = nullptr;
  for (const auto& [name, table] : open_) {
    const bool is_older = oldest == nullptr || table->last_use < oldest->last_use;
    if (table.get() != home_ && table->last_use != uses_ && is_older) oldest = table.get();
  }
  if (oldest == nullptr) return {};
  if (oldest->is_dirty) std::erase(dirty_, oldest);
  SIDIK_CHECK(end(*oldest));
  open_.erase(std::string(oldest->name));
  return {};
}

Status SqlTables::end(SqlTable& table) {
  auto& account = table.writer.account();
  if (account.records == 0) {
    move_account(account, preface_.account());
    return {};
  }
  SIDIK_CHECK(table.writer.flush());
  account.total_bytes = sum_of_parts(account);
  SIDIK_TRY([[maybe_unused]] const bool was_told, table.writer.finish());
  return {};
}

Result<bool> SqlTables::finish() {
  SIDIK_CHECK(flush());
  std::vector<SqlTable*> told;
  for (const auto& [name, table] : open_) {
    if (table->writer.account().records == 0)
      move_account(table->writer.account(), preface_.account());
    else
      told.push_back(table.get());
  }
  std::sort(told.begin(), told.end(),
            [](SqlTable* left, SqlTable* right) { return left->writer.info().number < right->writer.info().number; });
  if (!told.empty()) move_account(preface_.account(), told.front()->writer.account());
  for (SqlTable* table : told) SIDIK_CHECK(end(*table));
  return had_records_;
}

}  // namespace sidik::ingest
