#include "ingest/unpack/container.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::string_view kRarMagic("Rar!\x1a\x07", 6);
constexpr std::size_t kBzip2Head = 10;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

/// `BZh`, a level, and the six bytes of pi that begin a block or of its root that end a stream: three letters alone
/// could be a column's name.
bool is_bzip2(std::string_view head) {
  if (head.size() < kBzip2Head || !head.starts_with("BZh") || head[3] < '1' || head[3] > '9') return false;
  const std::string_view mark = head.substr(4, 6);
  return mark == "1AY&SY" || mark == "\x17\x72\x45\x38\x50\x90";
}

bool is_zstd(std::string_view head) {
  if (head.size() < 4) return false;
  const bool is_skippable = (byte_at(head, 0) & 0xf0U) == 0x50 && head.substr(1).starts_with("\x2a\x4d\x18");
  return is_skippable || head.starts_with("\x28\xb5\x2f\xfd");
}

bool is_zip(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"); }

/// The octal checksum of a tar header, which counts its own field as blanks. Writers differ in signed and unsigned.
bool is_tar(std::string_view head) {
  constexpr std::size_t kField = 148;
  constexpr std::size_t kFieldBytes = 8;
  if (head.size() < kContainerHead) return false;
  std::uint32_t told = 0;
  std::size_t digits = 0;
  for (const char letter : head.substr(kField, kFieldBytes)) {
    if (letter >= '0' && letter <= '7') {
      told = told * 8 + static_cast<std::uint32_t>(letter - '0');
      ++digits;
    } else if (letter != ' ' && letter != '\0') {
      return false;
    } else if (digits > 0) {
      break;
    }
  }
  std::int64_t sum = 0;
  std::int64_t signed_sum = 0;
  for (std::size_t i = 0; i < kContainerHead; ++i) {
    const bool is_field = i >= kField && i < kField + kFieldBytes;
    sum += is_field ? ' ' : byte_at(head, i);
    signed_sum += is_field ? ' ' : static_cast<signed char>(head[i]);
  }
  return digits > 0 && head[0] != '\0' && (told == sum || told == signed_sum);
}

/// A RAR 5 number: seven bits a byte, the highest says that more follow.
std::optional<std::uint64_t> take_number(std::string_view bytes, std::size_t& at) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 63 && at < bytes.size(); shift += 7) {
    const std::uint8_t byte = byte_at(bytes, at++);
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

bool is_rar_volume(std::string_view head) {
  constexpr std::size_t kMainFlags = 10;
  if (!head.starts_with(kRarMagic) || head.size() < 24) return false;
  if (head[6] == '\0') return (byte_at(head, kMainFlags) & 1U) != 0;
  std::size_t at = 12;  // 8 bytes of magic, 4 of checksum
  (void)take_number(head, at);
  if (take_number(head, at).value_or(0) != 1) return false;
  const auto flags = take_number(head, at);
  if (flags.value_or(0) & 1U) (void)take_number(head, at);
  return (take_number(head, at).value_or(0) & 1U) != 0;
}

bool is_windows_program(std::string_view head) {
  constexpr std::size_t kOffsetField = 0x3c;
  if (!head.starts_with("MZ") || head.size() < kOffsetField + 4) return false;
  const std::size_t at = byte_at(head, kOffsetField) + 256U * byte_at(head, kOffsetField + 1);
  return at + 4 <= head.size() && head.substr(at, 4) == std::string_view("PE\0\0", 4);
}

}  // namespace

ContainerKind container_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b\x08")) return ContainerKind::gzip;
  if (is_bzip2(head)) return ContainerKind::bzip2;
  if (head.starts_with(std::string_view("\xfd"
                                        "7zXZ\0",
                                        6)))
    return ContainerKind::xz;
  if (is_zstd(head)) return ContainerKind::zstd;
  if (is_zip(head)) return ContainerKind::zip;
  if (head.starts_with(std::string_view("7z\xbc\xaf\x27\x1c", 6))) return ContainerKind::seven_zip;
  if (head.starts_with(kRarMagic) && head.size() > 7 && head[6] == '\0') return ContainerKind::rar;
  if (head.starts_with(kRarMagic) && head.size() > 7 && head[6] == '\1' && head[7] == '\0') return ContainerKind::rar5;
  if (is_tar(head)) return ContainerKind::tar;
  return ContainerKind::none;
}

std::string_view name_of(ContainerKind kind) {
  constexpr std::array<std::string_view, 10> kNames = {"plain", "gzip", "bzip2", "xz",  "zstd",
                                                       "zip",   "7z",   "rar",   "rar", "tar"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view without_ending(std::string_view name, ContainerKind kind) {
  constexpr std::array<std::string_view, 5> kEndings = {"", ".gz", ".bz2", ".xz", ".zst"};
  constexpr std::array<std::string_view, 5> kTarEndings = {"", ".tgz", ".tbz2", ".txz", ".tzst"};
  if (kind == ContainerKind::none || is_archive(kind)) return name;
  const std::string folded = text::fold(name);
  for (const auto& endings : {kEndings, kTarEndings}) {
    const std::string_view ending = endings[static_cast<std::size_t>(kind)];
    if (name.size() > ending.size() && folded.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

Status refuse_container(std::string_view head) {
  if (is_rar_volume(head) || head.starts_with("PK\x07\x08")) {
    return fail(ErrorKind::refused, "ingest.archive_volume", "this is one volume of an archive in several",
                "join the volumes into one archive, or unpack it and examine the files");
  }
  if (is_windows_program(head)) {
    return fail(ErrorKind::refused, "ingest.self_extracting",
                "this is a Windows program, perhaps a self-extracting archive",
                "unpack it with an archive program, without running it, and examine the files");
  }
  return {};
}

}  // namespace sidik::ingest
