#include "ingest/survey.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/copy_text.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kPlaces = 32;
constexpr std::size_t kPlaceBytes = std::size_t{1} << 16;
constexpr std::uint64_t kLeastBytes = std::uint64_t{8} << 20;

/// Reads up to `size` bytes; fewer only at the end.
Result<std::string> read_block(ByteSource& source, std::size_t size) {
  std::string block(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    SIDIK_TRY(const std::size_t got, source.read({block.data() + filled, size - filled}));
    if (got == 0) break;
    filled += got;
  }
  block.resize(filled);
  return block;
}

Result<std::deque<std::string>> places_of_file(FileSource& file, const Context& context) {
  std::deque<std::string> blocks;
  for (std::size_t i = 0; i < kPlaces && !context.is_cancelled(); ++i) {
    if (!file.seek(file.size() / kPlaces * i)) break;
    SIDIK_TRY(blocks.emplace_back(), read_block(file, kPlaceBytes));
  }
  return blocks;
}

/// A packed text is read through. A block is kept every `stride` blocks; when there are twice as many as wanted, every
/// other one goes and the stride doubles, so that the places stay even whatever the length.
Result<std::deque<std::string>> places_of_stream(ByteSource& stream, const Context& context) {
  std::deque<std::string> blocks;
  std::uint64_t stride = 1;
  for (std::uint64_t number = 0; !context.is_cancelled(); ++number) {
    SIDIK_TRY(std::string block, read_block(stream, kPlaceBytes));
    if (block.empty()) break;
    if (number % stride != 0) continue;
    blocks.push_back(std::move(block));
    if (blocks.size() < 2 * kPlaces) continue;
    for (std::size_t i = 0; i < kPlaces; ++i) std::swap(blocks[i], blocks[2 * i]);
    blocks.resize(kPlaces);
    stride *= 2;
  }
  const bool is_short = stride * blocks.size() * kPlaceBytes < kLeastBytes;
  return is_short ? std::deque<std::string>() : std::move(blocks);
}

/// Whether a field that was written without quotes holds one. So does the end of a quoted field that is taken up in its
/// middle.
bool has_stray_quote(std::string_view block, std::span<const std::string_view> fields, char quote) {
  return std::ranges::any_of(fields, [&](std::string_view field) {
    const bool is_kept_apart = field.data() < block.data() || field.data() >= block.data() + block.size();
    if (is_kept_apart || field.find(quote) == std::string_view::npos) return false;
    return field.data() == block.data() || *(field.data() - 1) != quote;
  });
}

/// The whole records inside a block that begins anywhere.
///
/// Inside a quoted field of several lines every line can look like a record. So what is read waits for the first quote:
/// one that opens a field says that the block was taken up between records, any other that it was not.
class PlaceReader {
 public:
  PlaceReader(const Dialect& dialect, table::RecordBatch& batch) : dialect_(dialect), parser_(dialect), batch_(batch) {}

  void read(std::string_view block) {
    waiting_.clear();
    bool is_sure = dialect_.quote == 0;
    std::size_t at = parser_.line_end(block, 0, true);  // the first line is cut, or the header
    while (at < block.size()) {
      const auto status = parser_.parse(block, at, false, batch_.texts());
      if (status == ParseStatus::need_more) break;
      const bool is_read = status == ParseStatus::record || status == ParseStatus::blank;
      at = is_read ? parser_.end() : parser_.line_end(block, at, true);
      if (!is_sure) {
        const bool was_inside = !is_read || has_stray_quote(block, parser_.fields(), dialect_.quote);
        is_sure = was_inside || parser_.had_quotes();
        if (was_inside) {
          waiting_.clear();
          continue;
        }
      }
      if (status != ParseStatus::record || parser_.fields().size() != dialect_.columns) continue;
      const auto fields =
          dialect_.is_copy_text ? decode_copy_fields(parser_.fields(), batch_.texts(), decoded_) : parser_.fields();
      waiting_.insert(waiting_.end(), fields.begin(), fields.end());
    }
    for (std::size_t i = 0; i < waiting_.size(); i += dialect_.columns)
      batch_.append(std::span(waiting_).subspan(i, dialect_.columns), {});
  }

 private:
  const Dialect& dialect_;
  RecordParser parser_;
  table::RecordBatch& batch_;
  std::vector<std::string_view> decoded_;
  std::vector<std::string_view> waiting_;  ///< the fields of records, one after the other
};

}  // namespace

Result<Survey> survey_records(const Reopen& reopen, const Dialect& dialect, const Context& context) {
  SIDIK_TRY(const ReopenedText text, reopen());
  Survey survey;
  survey.batch.reset(dialect.columns, RecordIndex(0));
  if (text.unpacked == nullptr && text.file->size() < kLeastBytes) return survey;
  auto blocks =
      text.unpacked == nullptr ? places_of_file(*text.file, context) : places_of_stream(*text.unpacked, context);
  if (!blocks) return std::unexpected(std::move(blocks).error());
  survey.texts = std::move(*blocks);
  PlaceReader reader(dialect, survey.batch);
  for (const auto& block : survey.texts) reader.read(block);
  return survey;
}

}  // namespace sidik::ingest
