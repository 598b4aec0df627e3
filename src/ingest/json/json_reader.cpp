#include "ingest/json/json_reader.hpp"

#include <utility>

#include <fmt/format.h>

#include "ingest/json/json_form.hpp"
#include "ingest/json/json_parser.hpp"
#include "ingest/json/json_record.hpp"
#include "ingest/json/json_shape.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

class JsonReader {
 public:
  JsonReader(TextWindow& window, TableInfo info, RecordSink& sink, ReadProgress& progress, std::string& cut_because)
      : window_(window),
        writer_(sink, std::move(info), progress),
        progress_(progress),
        cut_because_(cut_because),
        parser_(progress.context.limits.json_depth, writer_.batch().texts()),
        record_(writer_, progress.context.limits.columns, progress.context.limits.json_depth) {}

  Status run() {
    writer_.account().other_bytes += window_.source_offset(0).value;
    SIDIK_CHECK(take_white(writer_.account().blank_bytes));
    SIDIK_CHECK(find_records());
    writer_.info().format = is_map_ ? "json_map" : form_ == JsonForm::array ? "json_array" : "json_lines";
    if (is_map_) writer_.add_column("key");
    record_.expect(is_map_ ? JsonRecordKind::entries : has_rows_ ? JsonRecordKind::rows : JsonRecordKind::objects);
    if (form_ == JsonForm::array || is_map_) {
      SIDIK_CHECK(read_elements());
      SIDIK_CHECK(read_tail());
    } else {
      SIDIK_CHECK(read_values());
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view text() const { return window_.text(); }
  [[nodiscard]] bool is_last() const { return window_.is_at_end(); }
  [[nodiscard]] table::ByteSpan span_to(std::size_t end) const {
    const ByteOffset offset = window_.source_offset(at_);
    return {offset, ByteCount(window_.source_offset(end).value - offset.value)};
  }
  [[nodiscard]] bool goes_on() const { return !progress_.context.is_cancelled(); }

  Result<bool> more() {
    SIDIK_CHECK(writer_.flush());
    drop();
    return window_.fill();
  }
  void drop() {
    if (at_ > 0) ends_line_ = text()[at_ - 1] == '\n';
    writer_.count_text(text().substr(0, at_), false);
    window_.consume(at_);
    at_ = 0;
  }

  void take(std::size_t end, std::uint64_t& bucket) {
    bucket += span_to(end).length.value;
    at_ = end;
  }

  /// White space from here on, across windows.
  Status take_white(std::uint64_t& bucket) {
    while (true) {
      std::size_t end = at_;
      JsonParser::skip_white(text(), end);
      take(end, bucket);
      if (at_ < text().size() || is_last()) return {};
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  /// Decides where the records are and moves there.
  Status find_records() {
    const std::uint32_t most_depth = progress_.context.limits.json_depth;
    SIDIK_CHECK(bring_in_head());
    const char first = at_ < text().size() ? text()[at_] : '\0';
    form_ = first == '[' ? JsonForm::array : JsonForm::lines;
    if (first == '[') {
      has_rows_ = holds_rows(text(), at_, most_depth);
      if (is_lines_of_rows(text(), at_, most_depth)) {
        has_rows_ = true;
        form_ = JsonForm::lines;
      }
      if (is_first_of_lines(text(), at_, most_depth)) form_ = JsonForm::lines;
    }
    if (first != '{') return {};
    is_map_ = is_map_of_records(text(), at_, is_last(), true, most_depth);
    return is_map_ ? Status{} : open_wrapper();
  }

  /// What is decided must not depend on how the bytes arrive.
  Status bring_in_head() {
    constexpr std::size_t kHead = std::size_t{1} << 19;
    while (text().size() - at_ < kHead && !is_last()) {
      SIDIK_TRY([[maybe_unused]] const bool got, window_.fill());
    }
    return {};
  }

  /// When the text is one object that wraps the table's array or map, moves to that.
  Status open_wrapper() {
    const std::uint64_t most = progress_.context.limits.record_bytes * 4;
    while (true) {
      std::size_t end = at_;
      const auto status = parser_.skip_value(text(), end, is_last());
      if (status == JsonStatus::ok) {
        JsonParser::skip_white(text(), end);
        if (end < text().size()) return {};
        if (!is_last()) {
          SIDIK_TRY([[maybe_unused]] const bool got, window_.fill());
          continue;
        }
        const JsonStretch array = find_wrapped_array(text(), at_, progress_.context.limits.json_depth, 2);
        if (array.end == array.begin) return open_wrapped_map();
        take(array.begin, writer_.account().other_bytes);
        form_ = JsonForm::array;
        has_rows_ = holds_rows(text(), at_, progress_.context.limits.json_depth);
        is_wrapped_ = true;
        return {};
      }
      if (status == JsonStatus::incomplete && text().size() > most) return open_wrapped_map();
      if (status != JsonStatus::incomplete || is_last()) return {};
      SIDIK_TRY([[maybe_unused]] const bool got, window_.fill());
    }
  }

  Status open_wrapped_map() {
    const std::size_t map = find_wrapped_map(text(), at_, is_last(), progress_.context.limits.json_depth);
    if (map == std::string_view::npos) return {};
    take(map, writer_.account().other_bytes);
    is_map_ = is_wrapped_ = true;
    return {};
  }

  /// Brings in text until the value at at_ is whole, in JSON lines with its line end, or wrong; `end` is behind it.
  Result<JsonStatus> read_value(std::size_t& end) {
    while (true) {
      end = at_;
      const auto status = record_.parse(text(), end, is_last());
      const bool lacks_line_end = status == JsonStatus::ok && form_ == JsonForm::lines &&
                                  text().find_first_not_of(" \t\r", end) == std::string_view::npos;
      if (is_last() || (status != JsonStatus::incomplete && !lacks_line_end)) return status;
      if (text().size() - at_ > progress_.context.limits.record_bytes)
        return lacks_line_end ? status : JsonStatus::too_deep;
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  Status keep(std::size_t end) {
    if (record_.has_too_many_columns()) {
      return fail(ErrorKind::limit, "ingest.too_many_columns",
                  fmt::format("the objects have more than {} different members", progress_.context.limits.columns),
                  "raise --max-columns if this is right");
    }
    writer_.add(record_.fields(), span_to(end));
    at_ = end;
    return writer_.is_full() ? writer_.flush() : Status{};
  }

  Status refuse(std::size_t end, RejectReason reason) {
    const auto span = span_to(end);
    at_ = end;
    saw_invalid_ = saw_invalid_ || reason == RejectReason::json_invalid;
    return writer_.reject(reason, span);
  }

  /// Refuses from here to the end of the line.
  Status refuse_line() {
    const ByteOffset begin = window_.source_offset(at_);
    saw_invalid_ = true;
    while (true) {
      const auto end = text().find('\n', at_);
      if (end != std::string_view::npos || is_last()) {
        at_ = end == std::string_view::npos ? text().size() : end + 1;
        return writer_.reject(RejectReason::json_invalid,
                              {begin, ByteCount(window_.source_offset(at_).value - begin.value)});
      }
      at_ = text().size();
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  Status refuse_cut() {
    cut_because_ = "the JSON text ends inside a value";
    return refuse(text().size(), RejectReason::json_invalid);
  }

  /// Values one after the other; an object's span reaches over its line end.
  Status read_values() {
    bool is_behind_object = false;
    while (goes_on()) {
      SIDIK_CHECK(take_white(writer_.account().blank_bytes));
      if (at_ == text().size()) return {};
      if (is_behind_object && text()[at_] == ',') {
        SIDIK_TRY(const bool got, take_comma());
        is_behind_object = false;
        if (got) continue;
      }
      is_behind_object = false;
      std::size_t end = 0;
      SIDIK_TRY(const auto status, read_value(end));
      if (status == JsonStatus::incomplete) return refuse_cut();
      if (status != JsonStatus::ok) {
        SIDIK_CHECK(refuse_line());
        continue;
      }
      if (!record_.is_record()) {
        SIDIK_CHECK(refuse(end, RejectReason::json_not_object));
        continue;
      }
      while (end < text().size() && (text()[end] == ' ' || text()[end] == '\t' || text()[end] == '\r')) ++end;
      if (end < text().size() && text()[end] == '\n') ++end;
      SIDIK_CHECK(keep(end));
      is_behind_object = true;
    }
    return {};
  }

  /// Takes the comma at at_ with the white space behind it when it ends a line and another object follows: lines cut
  /// out of an array end so. Else nothing is taken.
  Result<bool> take_comma() {
    while (true) {
      std::size_t end = at_ + 1;
      JsonParser::skip_white(text(), end);
      if (end == text().size() && !is_last()) {
        SIDIK_TRY([[maybe_unused]] const bool got, more());
        continue;
      }
      if (end == text().size() || text()[end] != '{') return false;
      if (text().substr(at_, end - at_).find('\n') == std::string_view::npos) return false;
      take(end, writer_.account().other_bytes);
      return true;
    }
  }

  /// From the opening bracket of an array, or brace of a map, to the closing one.
  Status read_elements() {
    const char closing = is_map_ ? '}' : ']';
    auto& other = writer_.account().other_bytes;
    take(at_ + 1, other);
    bool needs_value = false;
    bool needs_comma = false;
    while (goes_on()) {
      SIDIK_CHECK(take_white(other));
      if (at_ == text().size()) {
        cut_because_ = is_map_ ? "the JSON object is not closed" : "the JSON array is not closed";
        saw_invalid_ = true;
        return {};
      }
      const char c = text()[at_];
      if (c == closing) {
        if (needs_value) return refuse(at_ + 1, RejectReason::json_invalid);
        take(at_ + 1, other);
        return {};
      }
      if (c == ',' && needs_comma) {
        take(at_ + 1, other);
        needs_comma = false;
        needs_value = true;
        continue;
      }
      std::size_t end = 0;
      SIDIK_TRY(const auto status, read_value(end));
      if (status == JsonStatus::incomplete) return refuse_cut();
      if (status != JsonStatus::ok || needs_comma) {
        SIDIK_CHECK(status == JsonStatus::ok ? refuse(end, RejectReason::json_invalid) : refuse_line());
        needs_value = false;
        needs_comma = status == JsonStatus::ok;
        if (status != JsonStatus::ok) needs_comma = at_ < text().size() && text()[at_] == ',';
        continue;
      }
      needs_comma = true;
      needs_value = false;
      SIDIK_CHECK(record_.is_record() ? keep(end) : refuse(end, RejectReason::json_not_object));
    }
    return {};
  }

  /// Nothing but white space may stand behind the array (unless it is wrapped: then the wrapper's rest does).
  Status read_tail() {
    if (!goes_on()) return {};
    while (is_wrapped_ && goes_on()) {
      take(text().size(), writer_.account().other_bytes);
      if (is_last()) return {};
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
    SIDIK_CHECK(take_white(writer_.account().blank_bytes));
    while (goes_on() && at_ < text().size()) {
      SIDIK_CHECK(refuse_line());
      SIDIK_CHECK(take_white(writer_.account().blank_bytes));
    }
    return {};
  }

  Status finish() {
    auto& account = writer_.account();
    const bool was_cancelled = !goes_on();
    account.total_bytes = window_.source_offset(at_).value;
    SIDIK_CHECK(writer_.flush());
    drop();
    if (account.total_bytes > 0 && !ends_line_ && !was_cancelled) ++account.lines;
    account.invalid_bytes += window_.unconvertible();
    SIDIK_TRY(const bool had_records, writer_.finish());
    if (had_records || was_cancelled) return {};
    if (saw_invalid_) {
      return fail(ErrorKind::invalid_input, "ingest.json_invalid",
                  "the text begins like JSON and is not valid JSON, and holds no whole object",
                  "check that the file was copied whole, or use --table-format delimited");
    }
    return fail(ErrorKind::invalid_input, "ingest.no_table", "the JSON holds no objects that could be records",
                "JSON lines or an array of objects are read");
  }

  TextWindow& window_;
  TableWriter writer_;
  ReadProgress& progress_;
  std::string& cut_because_;
  JsonParser parser_;
  JsonRecord record_;
  JsonForm form_ = JsonForm::lines;
  bool is_wrapped_ = false;
  bool is_map_ = false;    ///< the records are the members of an object
  bool has_rows_ = false;  ///< the records are arrays
  bool saw_invalid_ = false;
  bool ends_line_ = true;
  std::size_t at_ = 0;
};

}  // namespace

Status read_json(TextWindow& window, TableInfo info, RecordSink& sink, ReadProgress& progress,
                 std::string& cut_because) {
  return JsonReader(window, std::move(info), sink, progress, cut_because).run();
}

}  // namespace sidik::ingest
