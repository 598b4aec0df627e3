// A token file from anybody: it is read whole or refused with engine.tokens_malformed, in bounded memory, and compared
// with itself it shares all that it holds.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/token_file.hpp"
#include "engine/tokens_compare.hpp"
#include "file_in_memory.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

bool is_refused(const Error& error) {
  return error.code.name() == "engine.tokens_malformed" || error.code.name() == "engine.tokens_unreadable";
}

void examine(std::string_view bytes) {
  FileInMemory file;
  file.write(std::string(bytes));
  const std::string path = file.path();
  auto reader = engine::TokenReader::open(path);
  if (!reader) {
    require(is_refused(reader.error()), "another error than that the file is no token file");
    return;
  }
  bool is_whole = true;
  std::uint64_t tokens = 0;
  std::vector<std::uint64_t> piece;
  for (std::size_t set = 0; set < reader->sets(); ++set) {
    for (std::size_t partition = 0; is_whole && partition < runs::PartitionStore::kPartitions; ++partition) {
      const auto status = reader->read(set, partition, piece);
      is_whole = status.has_value();
      require(is_whole || is_refused(status.error()), "another error while tokens are read");
      tokens += piece.size();
    }
  }
  require(tokens * sizeof(std::uint64_t) <= bytes.size(), "more tokens than bytes");
  const auto compared = engine::compare_tokens(path, path);
  require(compared.has_value() || is_refused(compared.error()), "another error while files are compared");
  if (!is_whole) return;
  std::vector<runs::KeyPartitions*> rows(reader->head().tables.size(), nullptr);
  std::vector<runs::KeyPartitions*> sets(reader->head().sets.size(), nullptr);
  const auto status = engine::read_tokens(path, rows, sets);
  require(status.has_value() || is_refused(status.error()), "another error while sets are filled");
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::examine({reinterpret_cast<const char*>(data), size});
  return 0;
}
