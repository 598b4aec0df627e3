#pragma once

#include <string>
#include <utility>

#include "pack/pack.hpp"

namespace sidik::origin {

/// The packs of the program; tests of profiles are about those that it ships.
inline const pack::Pack& real_pack() {
  static const pack::Pack kPack = [] {
    const std::string names[] = {"id"};
    auto pack = pack::load_pack(names);
    return pack ? std::move(*pack) : pack::Pack{};
  }();
  return kPack;
}

}  // namespace sidik::origin
