#include "ingest/unpack/stop.hpp"

#include <fmt/format.h>

namespace sidik::ingest {

std::string to_words(Stop stop, ContainerKind kind) {
  const std::string_view name = name_of(kind);
  const std::string_view whole = is_archive(kind) ? "archive" : "stream";
  switch (stop.code) {
    case StopCode::none:
    case StopCode::count_of_stop_codes:
      return {};
    case StopCode::cut_off:
      return is_archive(kind) ? fmt::format("the {} archive is cut off or damaged", name)
                              : fmt::format("the {} stream is cut off after {} packed bytes", name, stop.at);
    case StopCode::damaged:
      return is_archive(kind) ? "the member is cut off or damaged"
                              : fmt::format("the {} stream is damaged near packed byte {}", name, stop.at);
    case StopCode::left_over:
      return fmt::format("{} or more bytes behind the {} {} are no {} and were left out", stop.at, name, whole, name);
    case StopCode::no_directory:
      return fmt::format("the {} archive is cut off: its directory is missing", name);
    case StopCode::not_opened:
      return fmt::format("the {} {} cannot be opened: it is cut off or damaged", name, whole);
    case StopCode::password_needed:
      return "it is encrypted and no password is known";
    case StopCode::wrong_password:
      return "it is encrypted and no given password fits";
    case StopCode::cannot_decrypt:
      return fmt::format("it is encrypted, and encrypted {} is not supported", name);
    case StopCode::unknown_method:
      return "it is packed with a method that is not supported";
    case StopCode::too_many_entries:
      return "the archive has too many members";
    case StopCode::out_of_memory:
      return fmt::format("the {} {} asks for more memory than allowed", name, whole);
    case StopCode::not_a_file:
      return "it is a link or a device, not a file";
  }
  return {};
}

}  // namespace sidik::ingest
