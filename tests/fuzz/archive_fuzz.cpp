// Any bytes as a packed stream or an archive: by the decoders themselves, in pieces, through the frames, and as a file
// that is read to records. Nothing is forked: the decoders run in this process. Bytes that are no container are taken
// for frames. Input: one choice (the size of the pieces), then the bytes.
#include <array>

#include "choice_reader.hpp"
#include "file_in_memory.hpp"
#include "ingest/reading_for_test.hpp"
#include "ingest/unpack/decompressor.hpp"
#include "ingest/unpack/in_process_decoder_for_test.hpp"
#include "ingest/unpack/unpacker.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 16;

Limits small_limits() {
  Limits limits;
  limits.record_bytes = 4096;
  limits.columns = 64;
  limits.archive_bytes = kMostUnpacked;
  limits.archive_entries = 16;
  limits.archive_depth = 3;
  limits.json_depth = 16;
  return limits;
}

struct Unpacked {
  std::string bytes;
  bool is_ok = true;
};

Unpacked unpack(ingest::ByteSource& source) {
  Unpacked out;
  std::array<char, 4096> buffer{};
  while (true) {
    const auto got = source.read(buffer);
    out.is_ok = got.has_value();
    if (!got || *got == 0) break;
    require(*got <= buffer.size(), "a source gives no more than was asked for");
    out.bytes.append(buffer.data(), *got);
    require(out.bytes.size() <= kMostUnpacked, "no more is unpacked than the limit allows");
  }
  return out;
}

/// At most kMostUnpacked bytes.
std::string unpack_some(ingest::Decompressor& source, std::size_t room) {
  std::string out;
  std::vector<char> buffer(room);
  while (out.size() < kMostUnpacked) {
    const auto got = source.read(buffer);
    require(got.has_value(), "memory can be read");
    require(*got <= buffer.size(), "a source gives no more than was asked for");
    if (*got == 0) break;
    out.append(buffer.data(), *got);
  }
  out.resize(std::min<std::size_t>(out.size(), kMostUnpacked));
  return out;
}

void read_stream(ingest::ContainerKind kind, const std::string& bytes, std::size_t piece) {
  constexpr std::uint64_t kMemory = std::uint64_t{64} << 20;
  ingest::MemorySource whole(bytes);
  ingest::MemorySource pieces(bytes, piece);
  ingest::Decompressor from_whole(kind, whole, kMemory);
  ingest::Decompressor from_pieces(kind, pieces, kMemory);
  const std::string left = unpack_some(from_whole, 4096);
  const std::string right = unpack_some(from_pieces, 100 * piece);
  // How much a codec gives before it notices damage depends on the pieces; what it gives does not.
  require(left.starts_with(right) || right.starts_with(left), "pieces unpack to the same bytes");
  if (left.size() >= kMostUnpacked || right.size() >= kMostUnpacked) return;
  const bool is_sound = from_whole.stop().code == ingest::StopCode::none;
  require(is_sound == (from_pieces.stop().code == ingest::StopCode::none), "pieces end alike");
  require(!is_sound || left == right, "pieces of what is sound unpack to as much");
}

ingest::UnpackTerms small_terms() {
  ingest::UnpackTerms terms;
  terms.limits = small_limits();
  terms.passwords.emplace_back("nusa");
  terms.start = ingest::InProcessDecoder::start;
  return terms;
}

/// `reads_all`: else every member is left in its middle.
void read_archive(ingest::ContainerKind kind, ingest::FileSource* file, ingest::ByteSource& stream, bool reads_all) {
  const auto terms = small_terms();
  const auto bytes = ingest::ArchiveBytes::of(kind, file, stream, terms);
  if (!bytes) return;
  const auto archive = ingest::ArchiveReader::open(*bytes, terms);
  if (!archive) return;
  for (std::uint32_t members = 0;; ++members) {
    const auto member = (*archive)->next();
    if (!member || *member == nullptr) break;
    require(members < terms.limits.archive_entries, "no more members than the limit allows");
    require((*member)->name.size() <= 255, "a label is short");
    if (reads_all) {
      (void)unpack(*(*member)->source);
    } else {
      std::array<char, 7> some{};
      (void)(*member)->source->read(some);
    }
  }
}

void read_frames(const std::string& bytes, std::size_t piece) {
  ingest::MemorySource source(bytes, piece);
  ingest::FrameReader frames(source);
  std::array<char, 100> buffer{};
  while (true) {
    const auto head = frames.next();
    if (!head) return;
    while (true) {
      const auto got = frames.read_data(buffer);
      if (!got) return;
      if (*got == 0) break;
    }
  }
}

void read_file(const std::string& path) {
  ingest::Reading reading;
  Context context;
  context.limits = small_limits();
  ingest::ReadOptions options;
  options.start_decoder = ingest::InProcessDecoder::start;
  (void)ingest::read_exhibits({path}, options, context, reading);
}

void run(ChoiceReader input) {
  const auto choice = input.below(14);
  const std::size_t piece = 1 + choice / 2;
  const std::string bytes(input.rest());
  if (bytes.empty()) return;
  const auto kind = ingest::container_of(bytes);
  static FileInMemory file;
  file.write(bytes);
  if (kind == ingest::ContainerKind::none) {
    read_frames(bytes, piece);
  } else if (!ingest::is_archive(kind)) {
    read_stream(kind, bytes, piece);
  } else {
    ingest::MemorySource stream(bytes, piece);
    read_archive(kind, nullptr, stream, choice % 2 == 0);
    const auto source = ingest::FileSource::open(file.path(), nullptr);
    require(source.has_value(), "the file can be opened");
    read_archive(kind, source->get(), **source, choice % 2 == 0);
  }
  read_file(file.path());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
