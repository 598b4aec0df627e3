#include "identify/area_table.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

constexpr std::string_view kPrefixes[] = {"KABUPATEN", "PROVINSI", "KODYA", "KAB",         "KOTA",
                                          "KODYA",     "PROV",     "ADM",   "ADMINISTRASI"};

std::string_view without_prefixes(std::string_view name) {
  for (bool again = true; again;) {
    again = false;
    name = text::trim(name);
    for (const std::string_view prefix : kPrefixes) {
      if (name.size() <= prefix.size() + 1) continue;
      bool same = true;
      for (std::size_t i = 0; i < prefix.size() && same; ++i) same = text::to_upper(name[i]) == prefix[i];
      const char next = name[prefix.size()];
      if (!same || (next != ' ' && next != '.')) continue;
      name.remove_prefix(prefix.size() + 1);
      again = true;
      break;
    }
  }
  return name;
}

}  // namespace

std::uint64_t place_hash(std::string_view name) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : without_prefixes(name)) {
    if (!text::is_letter(c) && !text::is_digit(c) && static_cast<unsigned char>(c) < 0x80) continue;
    hash = (hash ^ static_cast<unsigned char>(text::to_lower(c))) * 1099511628211ULL;
  }
  return hash;
}

AreaTable::AreaTable(const pack::Pack& pack) : regency_(10000 / 64 + 1), district_(1000000 / 64 + 1) {
  for (const pack::Area& area : pack.areas) {
    const auto size = area.code.size();
    if (size != 2 && size != 4 && size != 6) continue;
    if (!std::ranges::all_of(area.code, text::is_digit)) continue;
    empty_ = false;
    const std::size_t code = number(area.code, size);
    if (size == 6) {
      district_[code / 64] |= std::uint64_t{1} << (code % 64);
      continue;
    }
    if (size == 4) regency_[code / 64] |= std::uint64_t{1} << (code % 64);
    if (size == 2) province_[code] = true;
    names_.push_back({place_hash(area.name), static_cast<std::uint32_t>(code)});
  }
  std::ranges::sort(names_, {}, &Named::hash);
}

std::uint64_t AreaTable::area_name(std::string_view name) const {
  const std::uint64_t hash = place_hash(name);
  return std::ranges::binary_search(names_, hash, {}, &Named::hash) ? hash : 0;
}

bool AreaTable::is_name_of(std::uint64_t area_name, std::string_view code) const {
  const auto same = std::ranges::equal_range(names_, area_name, {}, &Named::hash);
  const std::size_t regency = number(code, 4);
  return std::ranges::any_of(same,
                             [&](const Named& named) { return named.code == regency || named.code == regency / 100; });
}

}  // namespace sidik::identify
