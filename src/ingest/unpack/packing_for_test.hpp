#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/unpack/container.hpp"

namespace sidik::ingest {

struct PackedMember {
  std::string name;
  std::string text;
  unsigned type = AE_IFREG;
};

/// Packs a text or members as libarchive does. `password`: zip only, with AES-256 or the old cipher.
inline std::string pack(ContainerKind kind, const std::vector<PackedMember>& members, const std::string& password = {},
                        const char* cipher = "aes256") {
  std::size_t room = std::size_t{1} << 20;
  for (const auto& member : members) room += 2 * member.text.size() + 2 * member.name.size() + 4096;
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  if (kind == ContainerKind::zip) archive_write_set_format_zip(writer);
  if (kind == ContainerKind::seven_zip) archive_write_set_format_7zip(writer);
  // LZMA would take seconds for what only has to be large.
  if (kind == ContainerKind::seven_zip && room > std::size_t{64} << 20)
    archive_write_set_option(writer, "7zip", "compression", "deflate");
  if (kind == ContainerKind::tar) archive_write_set_format_pax_restricted(writer);
  if (!is_archive(kind)) archive_write_set_format_raw(writer);
  if (kind == ContainerKind::gzip) archive_write_add_filter_gzip(writer);
  if (kind == ContainerKind::bzip2) archive_write_add_filter_bzip2(writer);
  if (kind == ContainerKind::xz) archive_write_add_filter_xz(writer);
  if (kind == ContainerKind::zstd) archive_write_add_filter_zstd(writer);
  if (!password.empty()) {
    archive_write_set_option(writer, "zip", "encryption", cipher);
    archive_write_set_passphrase(writer, password.c_str());
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_filetype(entry, member.type);
    archive_entry_set_perm(entry, 0644);
    if (member.type == AE_IFLNK) archive_entry_set_symlink(entry, "/etc/passwd");
    if (member.type == AE_IFREG) archive_entry_set_size(entry, static_cast<la_int64_t>(member.text.size()));
    archive_write_header(writer, entry);
    if (member.type == AE_IFREG) archive_write_data(writer, member.text.data(), member.text.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

inline std::string pack(ContainerKind kind, const std::string& text) { return pack(kind, {{"dump.csv", text}}); }

constexpr ContainerKind kStreams[] = {ContainerKind::gzip, ContainerKind::bzip2, ContainerKind::xz,
                                      ContainerKind::zstd};
constexpr ContainerKind kWritableArchives[] = {ContainerKind::zip, ContainerKind::seven_zip, ContainerKind::tar};

}  // namespace sidik::ingest
