#include "ingest/survey.hpp"

#include <algorithm>
#include <utility>

#include "ingest/record_parser.hpp"

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

/// The whole records inside a block that begins anywhere.
void take_records(std::string_view block, RecordParser& parser, const Dialect& dialect, table::RecordBatch& batch) {
  std::size_t at = parser.line_end(block, 0, true);  // the first line is cut, or the header
  while (at < block.size()) {
    const auto status = parser.parse(block, at, false, batch.texts());
    if (status == ParseStatus::need_more) return;
    if (status != ParseStatus::record && status != ParseStatus::blank) {
      at = parser.line_end(block, at, true);
      continue;
    }
    if (status == ParseStatus::record && parser.fields().size() == dialect.columns) batch.append(parser.fields(), {});
    at = parser.end();
  }
}

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
  RecordParser parser(dialect);

  for (const auto& block : survey.texts) take_records(block, parser, dialect, survey.batch);
  return survey;
}

}  // namespace sidik::ingest
