// How long `sidik case verify` takes: verify_case FOLDER EVENTS A_CHECKPOINT makes a case of so many invented events in
// FOLDER, so many between two checkpoints, and verifies it five times.
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "casefile/verification.hpp"
#include "crypto/hex.hpp"

namespace {

using namespace sidik;  // NOLINT(google-build-using-namespace): a program of one file

int make(const std::string& folder, std::uint64_t events, std::uint64_t each) {
  auto log = casefile::EventLog::create(folder);
  if (!log) return 1;
  const casefile::Signer signer{"rina", crypto::SigningKey::random()};
  std::vector<casefile::Draft> drafts = {
      {"case.opened", {{"name", "bench"}, {"law", "id"}}},
      {"person.added", {{"id", "rina"}, {"public_key", crypto::to_hex(signer.key.public_key())}}}};
  for (std::uint64_t made = 0; made < events; made += drafts.size(), drafts.clear()) {
    for (std::uint64_t i = 0; drafts.size() < each && made + drafts.size() < events; ++i)
      drafts.push_back(
          {"note.added", {{"text", fmt::format("probe {} of a link: status 404, 0 bytes, vantage desk", i)}}});
    if (!log->append(drafts, signer, std::chrono::system_clock::now())) return 1;
  }
  return 0;
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 64;
  const std::string folder = argv[1];
  if (make(folder, number(argv[2]), number(argv[3])) != 0) return 1;
  for (int round = 0; round < 5; ++round) {
    const auto begun = std::chrono::steady_clock::now();
    auto log = casefile::EventLog::open_to_read(folder);
    const auto out = casefile::verify(*log);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    if (!out || out->fault) return 1;
    fmt::print("{} events, {} checkpoints: {:.3f} s\n", out->events, out->checkpoints, took.count());
  }
  return 0;
}
