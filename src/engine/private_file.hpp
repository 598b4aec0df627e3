#pragma once

#include <string>

namespace sidik::engine {

/// Opens a file for writing, empty, that only its owner can read and write from then on, whoever could before.
/// Devices and pipes are opened as they are.
///
/// Output   a descriptor that the caller closes; -1 with errno when it cannot be.
[[nodiscard]] int open_private(const std::string& path);

}  // namespace sidik::engine
