#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "measures.hpp"
#include "tippett.hpp"

/// attribute_origin [FIRST LAST [SVG]]: error rates of origins over simulated leaks of every profile, seeds FIRST to
/// LAST. The noise model was fitted on seeds 1 to 3; the default, 101 to 150, was not looked at while fitting.
namespace {

void print(const char* name, const sidik::bench::Measures& found) {
  fmt::print(
      "{:<9} {:>5} leaks  first {:6.2f} %  unknown first without truth {:6.2f} %  Cllr {:.3f} (least {:.3f})  "
      "wrong above 1 {:.3f} %  true below 1 {:.2f} %  wrong above 1,000 {:.2f} % of leaks\n",
      name, found.leaks, 100 * found.first, 100 * found.unknown_first, found.cllr, found.cllr_least,
      100 * found.misleading_for, 100 * found.misleading_against, 100 * found.wrong_strong);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  using sidik::rehearse::LeakNoise;
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[1], nullptr, 10) : 101;
  const std::uint64_t last = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 150;
  const std::string names[] = {"id"};
  const auto pack = sidik::pack::load_pack(names);
  if (!pack) {
    std::fprintf(stderr, "%s\n", sidik::to_line(pack.error()).c_str());
    return 1;
  }
  fmt::print("{} profiles, seeds {} to {}\n", pack->origins.size(), first, last);
  const std::pair<LeakNoise, const char*> levels[] = {
      {LeakNoise::light, "light"}, {LeakNoise::moderate, "moderate"}, {LeakNoise::heavy, "heavy"}};
  for (const auto& [noise, name] : levels) {
    const auto found = sidik::bench::measure(sidik::bench::attribute_leaks(*pack, noise, first, last), *pack);
    print(name, found);
    if (noise != LeakNoise::moderate) continue;
    fmt::print("{}", sidik::bench::tippett_table(found.same, found.other));
    if (argc > 3) std::ofstream(argv[3]) << sidik::bench::tippett_svg(found.same, found.other);
    fmt::print("taken for another (moderate):\n");
    for (const auto& [pair, count] : found.confusion)
      fmt::print("  {:<26} for {:<26} {}\n", pair.first, pair.second, count);
  }
  return 0;
}
