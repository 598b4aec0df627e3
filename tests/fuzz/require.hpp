#pragma once

#include <cstdio>
#include <cstdlib>

namespace sidik::fuzz {

/// Ends the program when a claim does not hold, so that libFuzzer keeps the input that broke it. Works in every build
/// type, unlike assert().
inline void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "broken claim: %s\n", claim);
  std::abort();
}

}  // namespace sidik::fuzz
