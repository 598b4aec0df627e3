#include "ingest/unpack/unpack_guard.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sidik::ingest {
namespace {
/// Small archives of blanks have extreme ratios and do no harm.
constexpr std::uint64_t kHarmless = std::uint64_t{64} << 20;
}  // namespace

Status UnpackGuard::add(std::uint64_t unpacked, std::uint64_t packed) {
  unpacked_ += unpacked;
  if (unpacked_ > limits_.archive_bytes) {
    return fail(ErrorKind::limit, "ingest.archive_bytes",
                fmt::format("the archive unpacks to more than {} bytes", limits_.archive_bytes),
                "raise --max-unpacked if you trust the archive");
  }
  if (unpacked_ > kHarmless && unpacked_ / std::max<std::uint64_t>(packed, 1) > limits_.archive_ratio) {
    return fail(ErrorKind::limit, "ingest.archive_ratio",
                fmt::format("{} packed bytes unpacked to {} so far, more than {} to one: an archive bomb", packed,
                            unpacked_, limits_.archive_ratio),
                "raise --max-ratio if you trust the archive");
  }
  return {};
}

Status UnpackGuard::add_entry() {
  if (++entries_ <= limits_.archive_entries) return {};
  return fail(ErrorKind::limit, "ingest.archive_entries",
              fmt::format("the archive has more than {} members", limits_.archive_entries),
              "raise --max-entries if you trust the archive");
}

}  // namespace sidik::ingest
