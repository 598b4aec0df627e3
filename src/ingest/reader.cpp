#include "ingest/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "ingest/byte_source.hpp"
#include "ingest/member_buffer.hpp"
#include "ingest/member_reader.hpp"
#include "ingest/sqlite/sqlite_pages.hpp"
#include "ingest/sqlite/sqlite_reader.hpp"
#include "ingest/unpack/unpacker.hpp"
#include "ingest/xlsx/xlsx_reader.hpp"

namespace sidik::ingest {
namespace {

namespace fs = std::filesystem;

/// A path to open, and whether the user named it (then an error ends the work) or a folder brought it (then it is
/// skipped).
struct Target {
  std::string path;
  bool is_named = true;
  bool is_link = false;  ///< a symbolic link in a folder: it may lead out of it and is not followed
};

Status add_folder(const std::string& folder, std::vector<Target>& targets) {
  std::error_code error;
  std::vector<Target> files;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end; at.increment(error)) {
    const bool is_link = at->is_symlink(error);
    if (is_link || at->is_regular_file(error)) files.push_back({at->path().string(), false, is_link});
  }
  if (error) {
    return fail(ErrorKind::io, "ingest.unreadable", fmt::format("{} cannot be listed: {}", folder, error.message()),
                "check the permissions of the folder");
  }
  if (files.empty()) {
    return fail(ErrorKind::not_found, "ingest.no_file", fmt::format("the folder {} holds no file", folder),
                "name the folder that holds the dump");
  }
  std::sort(files.begin(), files.end(), [](const Target& left, const Target& right) { return left.path < right.path; });
  targets.insert(targets.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
  return {};
}

/// Reads one path and keeps its account.
class ExhibitReader {
 public:
  ExhibitReader(const ReadOptions& options, const Context& context, RecordSink& sink, std::uint64_t records_before,
                std::uint32_t next_number)
      : options_(options), sink_(sink), progress_{context, nullptr, records_before, next_number} {
    terms_.limits = context.limits;
    terms_.passwords = options.passwords;
    terms_.decoder.allows_no_sandbox = options.allows_no_sandbox;
    terms_.decoder.cancel = context.cancel;
    terms_.start = options.start_decoder;
  }

  Status read(const std::string& path) {
    account_.path = path;
    SIDIK_TRY(auto file,
              FileSource::open(
                  path, [this](std::string_view bytes) { sink_.on_raw_bytes(bytes); }, progress_.context.cancel));
    progress_.file = file.get();
    terms_.exhibit =
        std::make_shared<ExhibitGuard>(UnpackGuard(terms_.limits), [at = file.get()] { return at->position(); });
    SIDIK_CHECK(sink_.on_exhibit(path));
    const std::string name = path == "-" ? "standard input" : fs::path(path).filename().string();
    Reopen reopen;
    if (file->size() > 0) {
      reopen = [path]() -> Result<ReopenedText> {
        SIDIK_TRY(auto again, FileSource::open(path, nullptr));
        return ReopenedText{std::move(again), nullptr};
      };
    }
    SIDIK_CHECK(read_stream(*file, file.get(), name, 0, reopen));
    SIDIK_CHECK(drain(*file));
    account_.bytes = file->size() > 0 ? file->size() : file->position();
    if (progress_.context.is_cancelled()) cut("reading was stopped");
    SIDIK_CHECK(sink_.on_exhibit_end(account_));
    return {};
  }

  [[nodiscard]] std::size_t tables() const { return tables_; }
  /// Whether reading broke off inside a table that the sink knows of: its counts are no longer whole.
  [[nodiscard]] bool is_inside_table() const { return progress_.open_tables > 0; }
  [[nodiscard]] std::uint64_t records() const { return progress_.records; }
  [[nodiscard]] std::uint32_t next_number() const { return progress_.next_number; }

 private:
  void cut(const std::string& because) {
    account_.complete = false;
    if (account_.incomplete_because.empty()) account_.incomplete_because = because;
  }

  /// What the reader left of the file still counts for its hash.
  Status drain(FileSource& file) {
    std::vector<char> rest(std::size_t{1} << 16);
    while (!progress_.context.is_cancelled()) {
      SIDIK_TRY(const std::size_t got, file.read(rest));
      if (got == 0) break;
    }
    return {};
  }

  /// `file` is given when the stream is the file itself, so that an archive in it can be opened by its directory.
  /// `reopen` opens the stream's bytes again; empty when they cannot be.
  Status read_stream(ByteSource& stream, FileSource* file, const std::string& name, std::uint32_t depth,
                     const Reopen& reopen = {}) {
    PeekedSource peeked(stream);
    SIDIK_TRY(const std::string_view head, peeked.peek(kContainerHead));
    if (is_sqlite(head) && options_.format.value_or("sqlite") == "sqlite") return read_database(peeked, file, name);
    SIDIK_CHECK(refuse_container(head));
    const ContainerKind kind = container_of(head);
    if (kind == ContainerKind::none) {
      SIDIK_CHECK(check_format());
      std::string because;
      SIDIK_CHECK(read_member(peeked, name, options_, sink_, progress_, because, reopen));
      ++tables_;
      if (!because.empty()) cut(because);
      return {};
    }
    if (depth >= terms_.limits.archive_depth) {
      return fail(ErrorKind::limit, "ingest.archive_depth",
                  fmt::format("archives lie more than {} deep in one another", terms_.limits.archive_depth),
                  "raise --max-depth if you trust the archive");
    }
    if (is_archive(kind)) return read_archive(kind, peeked, file, name, depth);
    SIDIK_TRY(const auto unpacked, open_packed(kind, peeked, terms_));
    const std::string inner(without_ending(name, kind));
    const auto status =
        read_stream(*unpacked, nullptr, inner, depth + 1, depth == 0 ? unpacked_again(kind, reopen) : Reopen());
    if (auto because = unpacked->cut_because(); !because.empty()) cut(because);
    return status;
  }

  /// The unpacked bytes of a packed file once more; the survey's unpacking has bounds of its own.
  Reopen unpacked_again(ContainerKind kind, const Reopen& reopen) const {
    if (!reopen) return {};
    UnpackTerms terms = terms_;
    terms.exhibit = nullptr;
    return [kind, reopen, terms]() -> Result<ReopenedText> {
      SIDIK_TRY(ReopenedText text, reopen());
      SIDIK_TRY(text.unpacked, open_packed(kind, *text.file, terms));
      return text;
    };
  }

  /// A database or a workbook is known by its bytes; what comes as text is none.
  Status check_format() const {
    if (options_.format != "sqlite" && options_.format != "xlsx") return {};
    return fail(ErrorKind::invalid_input, "ingest.other_format",
                fmt::format("this is no {}", options_.format == "sqlite" ? "SQLite database" : "Excel workbook (XLSX)"),
                "leave --table-format away");
  }

  Status read_database(PeekedSource& peeked, FileSource* file, const std::string& name) {
    SeekableSource* source = nullptr;
    std::unique_ptr<MemberBuffer> buffer;
    if (file != nullptr && file->size() > 0) {
      SIDIK_CHECK(drain(*file));  // for its hash; the pages are then read by position
      file->stop_observing();
      if (file->seek(0)) source = file;
    }
    if (source == nullptr) {
      SIDIK_TRY(buffer, MemberBuffer::read_all(peeked, progress_.context.limits));
      if (auto because = peeked.cut_because(); !because.empty()) cut(because);
      source = buffer.get();
    }
    std::error_code error;
    const auto log_bytes = file != nullptr ? fs::file_size(account_.path + "-wal", error) : 0;
    if (!error && log_bytes > 0) cut("the newest changes are in the file -wal beside it, which is not read");
    std::string because;
    SIDIK_CHECK(read_sqlite(*source, name, options_, sink_, progress_, because, account_.skipped));
    ++tables_;
    if (!because.empty()) cut(because);
    return {};
  }

  /// Reads the archive when it is a workbook; false when it is none.
  Result<bool> read_workbook(const ArchiveBytes& archive, const std::string& name) {
    SIDIK_TRY(const bool is_workbook, is_xlsx(archive, terms_));
    if (!is_workbook) return false;
    std::string because;
    SIDIK_CHECK(read_xlsx(archive, terms_, name, options_, sink_, progress_, because, account_.skipped));
    ++tables_;
    if (!because.empty()) cut(because);
    return true;
  }

  void note_skipped(ArchiveReader& archive) {
    for (auto& skipped : archive.take_skipped())
      account_.skipped.push_back({std::move(skipped.name), skipped.bytes, "ingest.not_a_file: " + skipped.reason});
  }

  Status read_archive(ContainerKind kind, PeekedSource& peeked, FileSource* file, const std::string& name,
                      std::uint32_t depth) {
    SIDIK_TRY(const std::string_view head, peeked.peek(kContainerHead));
    const bool may_be_workbook =
        kind == ContainerKind::zip && may_be_xlsx(head, name) && options_.format.value_or("xlsx") == "xlsx";
    const bool can_seek = file != nullptr && file->size() > 0 && likes_seeking(kind);
    if (can_seek) {
      SIDIK_CHECK(drain(*file));  // for its hash; the members are then read by position
      file->stop_observing();
    }
    SIDIK_TRY(const ArchiveBytes bytes, ArchiveBytes::of(kind, can_seek ? file : nullptr, peeked, terms_));
    if (may_be_workbook && bytes.can_open_again()) {
      SIDIK_TRY(const bool is_done, read_workbook(bytes, name));
      if (is_done) return {};
    }
    SIDIK_TRY(const auto archive, ArchiveReader::open(bytes, terms_));
    std::optional<Error> last_error;
    const std::size_t tables_before = tables_;
    while (!progress_.context.is_cancelled()) {
      SIDIK_TRY(const ArchiveReader::Member* member, archive->next());
      note_skipped(*archive);
      if (member == nullptr) break;
      Status status = read_stream(*member->source, nullptr, member->name, depth + 1);
      if (auto because = member->source->cut_because(); !because.empty()) cut(because);
      if (status) continue;
      if (is_inside_table() || status.error().kind == ErrorKind::limit || status.error().kind == ErrorKind::bug)
        return status;
      account_.skipped.push_back({member->name, member->bytes, to_line(status.error())});
      last_error = std::move(status).error();
    }
    const std::string because = archive->cut_because();
    if (!because.empty()) cut(because);
    if (tables_ > tables_before || progress_.context.is_cancelled()) return {};
    if (last_error) {
      last_error->what = fmt::format("{} in the archive: {}",
                                     account_.skipped.size() == 1
                                         ? "the only member"
                                         : fmt::format("none of {} members is readable", account_.skipped.size()),
                                     last_error->what);
      return std::unexpected(*last_error);
    }
    return fail(ErrorKind::invalid_input, "ingest.no_table", because.empty() ? "the archive holds no file" : because,
                "check that the file was copied whole");
  }

  const ReadOptions& options_;
  RecordSink& sink_;
  ReadProgress progress_;
  UnpackTerms terms_;
  ExhibitAccount account_;
  std::size_t tables_ = 0;
};

/// What was told of a table cannot be taken back, so nothing else of the run is told either.
Error broken_off(Error error) {
  if (error.kind == ErrorKind::limit)
    error.what += ", inside a table that was being counted: this run gives no report, not even of the other files";
  return error;
}

std::unexpected<Error> at_path(Error error, const std::string& path) {
  if (error.what.find(path) == std::string::npos)
    error.what = fmt::format("{}: {}", path == "-" ? "standard input" : path, error.what);
  return std::unexpected(std::move(error));
}

}  // namespace

Status read_exhibits(const std::vector<std::string>& paths, const ReadOptions& options, const Context& context,
                     RecordSink& sink) {
  std::vector<Target> targets;
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error))
      SIDIK_CHECK(add_folder(path, targets));
    else
      targets.push_back({path, true});
  }
  std::size_t tables = 0;
  std::uint64_t records = 0;
  std::uint32_t next_number = 0;
  std::optional<Error> last_error;
  std::string last_path;
  for (const auto& target : targets) {
    if (context.is_cancelled()) break;
    ExhibitReader reader(options, context, sink, records, next_number);
    auto status = target.is_link ? Status(fail(ErrorKind::refused, "ingest.link", "a symbolic link is not followed",
                                               "name its target to examine it"))
                                 : reader.read(target.path);
    tables += reader.tables();
    records = reader.records();
    next_number = reader.next_number();
    if (status) continue;
    if (context.is_cancelled() && !reader.is_inside_table()) {
      // What ends because it was stopped looks like what is empty or cut.
      ExhibitAccount stopped;
      stopped.path = target.path;
      stopped.complete = false;
      stopped.incomplete_because = "reading was stopped";
      SIDIK_CHECK(sink.on_exhibit_end(stopped));
      break;
    }
    if (reader.is_inside_table()) return at_path(broken_off(std::move(status).error()), target.path);
    if (target.is_named || status.error().kind == ErrorKind::bug)
      return at_path(std::move(status).error(), target.path);
    ExhibitAccount skipped;
    skipped.path = target.path;
    std::error_code error;
    skipped.bytes = fs::file_size(target.path, error);
    skipped.skipped.push_back({fs::path(target.path).filename().string(), skipped.bytes, to_line(status.error())});
    SIDIK_CHECK(sink.on_exhibit_end(skipped));
    last_error = std::move(status).error();
    last_path = target.path;
  }
  if (tables == 0 && last_error && !context.is_cancelled()) {
    if (targets.size() == 1) return at_path(std::move(*last_error), last_path);
    return fail(ErrorKind::invalid_input, "ingest.no_table",
                fmt::format("none of the {} files is a table; the last one: {}", targets.size(), last_error->what),
                last_error->next);
  }
  return {};
}

}  // namespace sidik::ingest
