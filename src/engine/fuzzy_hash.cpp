#include "engine/fuzzy_hash.hpp"

#include <algorithm>

#include <tlsh.h>

namespace sidik::engine {

struct FuzzyHash::State {
  Tlsh hash;
};

FuzzyHash::FuzzyHash() : state_(std::make_unique<State>()) {}
FuzzyHash::~FuzzyHash() = default;
FuzzyHash::FuzzyHash(FuzzyHash&&) noexcept = default;
FuzzyHash& FuzzyHash::operator=(FuzzyHash&&) noexcept = default;

void FuzzyHash::update(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 24;  // the library counts in 32 bits
  while (!bytes.empty()) {
    const auto piece = bytes.substr(0, kPiece);
    state_->hash.update(reinterpret_cast<const unsigned char*>(piece.data()), static_cast<unsigned>(piece.size()));
    bytes.remove_prefix(piece.size());
  }
}

std::optional<std::string> FuzzyHash::finish() {
  state_->hash.final();
  const char* text = state_->hash.getHash();
  if (text == nullptr || *text == '\0') return std::nullopt;
  return std::string(text);
}

std::optional<int> fuzzy_distance(const std::string& left, const std::string& right) {
  Tlsh first;
  Tlsh second;
  if (left.size() != TLSH_STRING_LEN || right.size() != TLSH_STRING_LEN) return std::nullopt;
  if (first.fromTlshStr(left.c_str()) != 0 || second.fromTlshStr(right.c_str()) != 0) return std::nullopt;
  return first.totalDiff(&second);
}

}  // namespace sidik::engine
