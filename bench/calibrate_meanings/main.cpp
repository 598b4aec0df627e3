#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "calls.hpp"
#include "fit.hpp"
#include "reliability.hpp"

/// How right the recogniser of meanings is when it says how sure it is, over rehearsed schemas.
///
///   calibrate_meanings [--tables N] [--svg FILE] [--errors]   measures on seeds and on kinds that were never fitted on
///   calibrate_meanings --fit [--tables N]                     writes packs/global/calibration.tsv to standard output
///
/// N tables of each kind. A call is right when its meaning is that of the rehearsed column; siblings are wrong (a given
/// name called a name), except those that a column's concept accepts, see concepts.hpp. `unknown` is no call.
namespace sidik::bench {
namespace {

struct Options {
  bool fit = false;
  bool errors = false;
  std::uint64_t tables = 60;
  std::string svg;
};

bool read_options(int argc, char** argv, Options& out) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const std::string_view next = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--fit") {
      out.fit = true;
    } else if (word == "--errors") {
      out.errors = true;
    } else if (word == "--svg" && !next.empty()) {
      out.svg = next;
      ++i;
    } else if (word == "--tables") {
      const auto [end, error] = std::from_chars(next.data(), next.data() + next.size(), out.tables);
      if (error != std::errc() || end != next.data() + next.size() || out.tables == 0) return false;
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

enum class Heads { all, with_header, blind };

Reliability measure(std::span<const Call> calls, Heads heads) {
  std::vector<Forecast> forecasts;
  for (const Call& call : calls) {
    const bool wanted = heads == Heads::all || call.with_header == (heads == Heads::with_header);
    if (call.is_call() && wanted) forecasts.push_back({call.confidence, call.right});
  }
  return measure_reliability(std::move(forecasts));
}

void print_set(std::string_view name, std::span<const Call> calls, std::vector<NamedReliability>* drawn) {
  const auto known = std::ranges::count_if(calls, [](const Call& call) { return !call.truth.empty(); });
  const auto found = std::ranges::count_if(calls, [](const Call& call) { return call.right; });
  fmt::print("\n## {}: {} columns, {} with a meaning, of which {} found ({:.1f} %)\n", name, calls.size(), known, found,
             100.0 * static_cast<double>(found) / static_cast<double>(std::max<std::ptrdiff_t>(known, 1)));
  for (const auto& [title, heads] :
       {std::pair{"all", Heads::all}, {"with header", Heads::with_header}, {"blind", Heads::blind}}) {
    const Reliability reliability = measure(calls, heads);
    fmt::print("{}", reliability_text(title, reliability));
    if (drawn != nullptr) drawn->push_back({title, reliability});
  }
}

/// Which columns stay unknown though they mean something, of those without a header that tells.
void print_missed(std::span<const Call> calls) {
  std::map<std::string_view, std::pair<int, int>> of;
  for (const Call& call : calls) {
    if (call.with_header || call.truth.empty()) continue;
    ++of[call.concept_name].second;
    of[call.concept_name].first += call.is_call() ? 0 : 1;
  }
  fmt::print("\n## unknown of blind columns\n");
  for (const auto& [name, count] : of) fmt::print("{} {}/{}, ", name, count.first, count.second);
  fmt::print("\n");
}

/// Where calls are wrong most often.
void print_errors(std::span<const Call> calls) {
  print_missed(calls);
  std::map<std::string, std::pair<int, std::string>> wrong;
  for (const Call& call : calls) {
    if (!call.is_call() || call.right) continue;
    auto& entry =
        wrong[fmt::format("{} {} {} called {} by {}", call.with_header ? "header" : "blind ", call.concept_name,
                          call.truth.empty() ? "-" : call.truth, call.called, call.grounds.ground)];
    if (entry.first++ < 4)
      entry.second +=
          fmt::format(" [{}|{}|{:.1f}{}]", call.header, call.grounds.values, call.grounds.score, call.identifier);
  }
  std::vector<std::pair<int, std::string>> most;
  for (const auto& [what, count] : wrong) most.emplace_back(count.first, what + count.second);
  std::ranges::sort(most, std::greater<>());
  fmt::print("\n## wrong calls\n");
  for (std::size_t i = 0; i < std::min<std::size_t>(most.size(), 90); ++i)
    fmt::print("{:>5} {}\n", most[i].first, most[i].second);
}

int run(const Options& options) {
  const std::string names[] = {"id"};
  const auto pack = pack::load_pack(names);
  if (!pack) {
    fmt::print(stderr, "{}\n", to_line(pack.error()));
    return 1;
  }
  const auto world = World::create(*pack);
  if (!world) {
    fmt::print(stderr, "{}\n", to_line(world.error()));
    return 1;
  }
  if (options.fit) {
    fmt::print("{}", curves_text(fit_curves(rehearse_calls(**world, *pack, false, kFitSeeds, options.tables))));
    return 0;
  }
  const auto seeds = rehearse_calls(**world, *pack, false, kNewSeeds, options.tables);
  auto all = rehearse_calls(**world, *pack, true, kNewKindSeeds, options.tables);
  std::vector<NamedReliability> drawn;
  print_set("seeds never fitted on", seeds, nullptr);
  print_set("kinds of schema never fitted on", all, nullptr);
  all.insert(all.end(), seeds.begin(), seeds.end());
  print_set("both together", all, &drawn);
  if (options.errors) print_errors(all);
  if (options.svg.empty()) return 0;
  std::ofstream file(options.svg, std::ios::binary);
  file << reliability_svg(drawn);
  return file.good() ? 0 : 1;
}

}  // namespace
}  // namespace sidik::bench

int main(int argc, char** argv) {
  sidik::bench::Options options;
  if (!sidik::bench::read_options(argc, argv, options)) {
    fmt::print(stderr, "usage: calibrate_meanings [--fit] [--tables N] [--svg FILE] [--errors]\n");
    return 64;
  }
  return sidik::bench::run(options);
}
