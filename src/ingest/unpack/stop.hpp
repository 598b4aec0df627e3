#pragma once

#include <cstdint>
#include <string>

#include "ingest/unpack/container.hpp"

namespace sidik::ingest {

/// Why a decoder stopped, as a number: a decoder that hostile bytes have taken over can choose a wrong reason and no
/// words of its own.
enum class StopCode : std::uint8_t {
  none,
  cut_off,             ///< the bytes end before their time
  damaged,             ///< the bytes cannot be what they say
  left_over,           ///< `at` or more bytes behind the stream belong to nothing
  no_directory,        ///< a zip without its directory, read member by member
  not_opened,          ///< not even the first header is readable
  password_needed,     ///< encrypted, and no password was given
  wrong_password,      ///< encrypted, and no password fits
  cannot_decrypt,      ///< encrypted in a way that the decoder has no key for
  unknown_method,      ///< packed with a method that the decoder does not know
  too_many_entries,    ///< limits.archive_entries
  out_of_memory,       ///< the decoder may not have as much as the archive asks for
  not_a_file,          ///< a link or a device: never followed
  count_of_stop_codes  ///< none of them; what is above is valid
};

struct Stop {
  StopCode code = StopCode::none;
  std::uint64_t at = 0;  ///< packed bytes read until then, or how many are left over
};

/// A sentence part for `incomplete_because`; empty for none.
[[nodiscard]] std::string to_words(Stop stop, ContainerKind kind);

}  // namespace sidik::ingest
