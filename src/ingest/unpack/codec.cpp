#include "ingest/unpack/codec.hpp"

namespace sidik::ingest {

std::unique_ptr<Codec> make_codec(ContainerKind kind, std::uint64_t memory_bytes) {
  switch (kind) {
    case ContainerKind::gzip:
      return make_gzip_codec();
    case ContainerKind::bzip2:
      return make_bzip2_codec();
    case ContainerKind::xz:
      return make_xz_codec(memory_bytes);
    case ContainerKind::zstd:
      return make_zstd_codec(memory_bytes);
    default:
      return nullptr;
  }
}

}  // namespace sidik::ingest
