// Any bytes as a gzip file or a zip archive: by the classes themselves, in pieces, and as a file that is read to
// records. Input: one choice (the size of the pieces), then the archive.
#include <array>

#include "choice_reader.hpp"
#include "file_in_memory.hpp"
#include "ingest/gzip.hpp"
#include "ingest/reading_for_test.hpp"
#include "ingest/zip.hpp"
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

void read_gzip(const std::string& bytes, std::size_t piece) {
  const Limits limits = small_limits();
  ingest::MemorySource whole(bytes);
  ingest::MemorySource pieces(bytes, piece);
  const auto from_whole = ingest::open_gzip(whole, limits);
  const auto from_pieces = ingest::open_gzip(pieces, limits);
  const Unpacked left = unpack(*from_whole);
  const Unpacked right = unpack(*from_pieces);
  require(left.is_ok == right.is_ok, "pieces meet a limit where the whole does");
  if (!left.is_ok) return;
  require(left.bytes == right.bytes, "pieces unpack to the same bytes");
  require(from_whole->cut_because().empty() == from_pieces->cut_because().empty(), "pieces end alike");
}

/// `reads_all`: else every member is left in its middle.
void read_zip(ingest::SeekableSource* file, ingest::ByteSource& stream, bool reads_all) {
  const Limits limits = small_limits();
  const auto zip = ingest::ZipReader::open(file, stream, limits);
  if (!zip) return;
  for (std::uint32_t members = 0;; ++members) {
    const auto member = (*zip)->next();
    if (!member || *member == nullptr) break;
    require(members < limits.archive_entries, "no more members than the limit allows");
    if (reads_all) {
      if (!unpack(*(*member)->source).is_ok) break;
    } else {
      std::array<char, 7> some{};
      (void)(*member)->source->read(some);
    }
  }
}

void read_file(const std::string& path) {
  ingest::Reading reading;
  Context context;
  context.limits = small_limits();
  (void)ingest::read_exhibits({path}, {}, context, reading);
}

void run(ChoiceReader input) {
  const auto choice = input.below(14);
  const std::size_t piece = 1 + choice / 2;
  const std::string bytes(input.rest());
  if (bytes.empty()) return;
  if (ingest::is_gzip(bytes)) {
    read_gzip(bytes, piece);
  } else {
    ingest::MemorySource stream(bytes, piece);
    read_zip(nullptr, stream, choice % 2 == 0);
  }
  static FileInMemory file;
  file.write(bytes);
  if (ingest::is_zip(bytes)) {
    const auto source = ingest::FileSource::open(file.path(), nullptr);
    require(source.has_value(), "the file can be opened");
    read_zip(source->get(), **source, choice % 2 == 0);
  }
  read_file(file.path());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
