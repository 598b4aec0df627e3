#include "sidik/sizes.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sidik::apps {

Result<std::uint64_t> parse_size(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::uint64_t>, 14> kUnits = {{{"", 1},
                                                                                  {"B", 1},
                                                                                  {"k", 1000},
                                                                                  {"kB", 1000},
                                                                                  {"K", 1024},
                                                                                  {"KiB", 1024},
                                                                                  {"M", 1024 * 1024},
                                                                                  {"MB", 1000 * 1000},
                                                                                  {"MiB", 1024 * 1024},
                                                                                  {"G", std::uint64_t{1} << 30},
                                                                                  {"GB", 1000ULL * 1000 * 1000},
                                                                                  {"GiB", std::uint64_t{1} << 30},
                                                                                  {"TB", 1000ULL * 1000 * 1000 * 1000},
                                                                                  {"TiB", std::uint64_t{1} << 40}}};
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  for (const auto& [name, factor] : kUnits) {
    if (error == std::errc() && unit == name && number <= ~std::uint64_t{0} / factor) return number * factor;
  }
  return fail(ErrorKind::usage, "apps.size_malformed", fmt::format("{} is no size", text),
              "write for example 512MiB or 1GiB");
}

}  // namespace sidik::apps
