#include "rehearse/retyping_names.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "rehearse/retyping.hpp"
#include "rehearse/slips.hpp"

namespace sidik::rehearse {

namespace {

std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) out.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

/// Who retypes the name mostly prints it on the card as well.
bool take_name(RetypingDesk& desk, const std::string& changed) {
  std::string& name = desk.record[nama];
  if (changed.empty() || changed == name) return false;
  name = changed;
  if (!desk.record[nmcetak].empty() && desk.stream.percent(70)) desk.record[nmcetak] = changed.substr(0, 27);
  while (desk.record[nmcetak].ends_with(' ')) desk.record[nmcetak].pop_back();
  return true;
}

bool take_name_by(RetypingDesk& desk, bool (*act)(std::string&, RandomStream&)) {
  std::string name = desk.record[nama];
  return act(name, desk.stream) && take_name(desk, name);
}

}  // namespace

bool retype_slip(RetypingDesk& desk) { return take_name_by(desk, slip_in_word); }
bool retype_by_ear(RetypingDesk& desk) { return take_name_by(desk, spell_by_ear); }
bool retype_as_before(RetypingDesk& desk) { return take_name_by(desk, spell_as_before); }
bool retype_misread(RetypingDesk& desk) { return take_name_by(desk, misread_letter); }

bool retype_muhammad(RetypingDesk& desk) {
  static constexpr std::string_view kGroups[][9] = {
      {"MUHAMMAD", "MUHAMAD", "MOHAMMAD", "MOCHAMAD", "MOH", "M", "MUH.", "MOCH.", "MHD"},
      {"AHMAD", "ACHMAD", "AKHMAD", "A.", "AHMAT", "AHMED", "ACH.", "A", "AHMAD"},
      {"ABDUL", "ABD.", "ABD", "ABDOEL", "ABDUL", "AB.", "ABDU", "ABD", "ABDUL"},
      {"SITI", "ST.", "ST", "SITTI", "S.", "SITI", "SITY", "ST", "S"}};
  std::vector<std::string> parts = parts_of(desk.record[nama]);
  if (parts.size() < 2) return false;
  for (const auto& group : kGroups) {
    for (const std::string_view form : group) {
      if (parts[0] != form) continue;
      if (desk.stream.percent(12))
        parts.erase(parts.begin());
      else
        parts[0] = desk.stream.pick(group);
      return take_name(desk, joined(parts));
    }
  }
  return false;
}

bool retype_title(RetypingDesk& desk) {
  static constexpr std::string_view kBefore[] = {"H.", "H", "HAJI", "DRS.", "IR.", "DR.", "R.", "KH.", "PROF."};
  static constexpr std::string_view kBeforeHer[] = {"HJ.", "HJ", "DRA.", "DR.", "NY.", "IBU", "HAJJAH"};
  static constexpr std::string_view kBehind[] = {", S.H.",  " SH",    ", SE",   ", S.PD", " S.PD.I",
                                                 ", S.KOM", ", M.SI", ", AMD.", " ST",    ", S.SOS",
                                                 ", MM",    ", SKM",  " (ALM)", " S.E.",  ", A.MD.KEB"};
  const std::string& name = desk.record[nama];
  if (const std::size_t comma = name.find(','); comma != std::string::npos && desk.stream.percent(50))
    return take_name(desk, name.substr(0, comma));
  std::string changed = name;
  const std::uint64_t way = desk.stream.below(10);
  if (way < 6) {
    const std::string_view title =
        desk.person.identity.female ? desk.stream.pick(kBeforeHer) : desk.stream.pick(kBefore);
    changed = std::string(title) + ' ' + changed;
  }
  if (way >= 5) changed += desk.stream.pick(kBehind);
  return take_name(desk, changed);
}

bool retype_part(RetypingDesk& desk) {
  std::vector<std::string> parts = parts_of(desk.record[nama]);
  if (parts.size() < 2) return false;
  const std::size_t at = desk.stream.below(parts.size());
  switch (desk.stream.weighted({40, 20, 30, 10})) {
    case 0:
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      parts.push_back(parts.front());
      parts.erase(parts.begin());
      break;
    case 2:
      parts[at] = parts[at].substr(0, 1) + (desk.stream.percent(50) ? "." : "");
      break;
    default:
      // Written as one word.
      parts[0] += parts[1];
      parts.erase(parts.begin() + 1);
  }
  return take_name(desk, joined(parts));
}

bool retype_cut(RetypingDesk& desk) {
  std::string changed = desk.record[nama].substr(0, desk.stream.between(8, 16));
  while (changed.ends_with(' ')) changed.pop_back();
  return take_name(desk, changed);
}

bool retype_patronym(RetypingDesk& desk) {
  const NameModel::Wish wish{.culture = Culture::malay,
                             .female = false,
                             .birth_year = 1950,
                             .child_number = 1,
                             .family_name = {},
                             .muslim = true};
  std::string changed = desk.record[nama];
  changed += desk.person.identity.female ? (desk.stream.percent(70) ? " BINTI " : " BTE ") : " BIN ";
  desk.census.model().names().append_name(changed, wish, desk.stream);
  return take_name(desk, changed);
}

}  // namespace sidik::rehearse
