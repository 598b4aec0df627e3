#include "rehearse/alteration.hpp"

#include <string_view>
#include <utility>

#include "rehearse/date_style.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

bool replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

bool shorten_first_name(std::string& name, RandomStream& stream) {
  static constexpr std::string_view kForms[] = {"MUHAMMAD", "MUHAMAD", "MOHAMMAD", "MOCHAMAD", "MOH", "M"};
  static constexpr std::string_view kOthers[] = {"M.", "MUH.", "MOH", "MOCH", "MUHAMMAD", "MUHAMAD", "MHD"};
  for (const std::string_view form : kForms) {
    if (!name.starts_with(form) || name.size() <= form.size() || name[form.size()] != ' ') continue;
    name.replace(0, form.size(), stream.pick(kOthers));
    return true;
  }
  return false;
}

bool use_old_spelling(std::string& name, RandomStream& stream) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"U", "OE"}, {"J", "DJ"}, {"C", "TJ"}, {"Y", "J"}, {"SY", "SJ"},
      {"I", "IE"}, {"D", "DH"}, {"Z", "J"},  {"F", "P"}, {"V", "F"}};
  const auto& pair = stream.pick(kPairs);
  return replace_first(name, pair.first, pair.second);
}

void slip(std::string& name, RandomStream& stream) {
  if (name.size() < 4) return;
  const std::size_t at = 1 + stream.below(name.size() - 2);
  if (!text::is_letter(name[at]) || !text::is_letter(name[at - 1])) return;
  switch (stream.below(3)) {
    case 0:
      name.erase(at, 1);
      break;
    case 1:
      name.insert(at, 1, name[at]);
      break;
    default:
      std::swap(name[at], name[at - 1]);
      break;
  }
}

void leave_out_or_turn(std::string& name, RandomStream& stream) {
  const std::size_t last = name.rfind(' ');
  if (last == std::string::npos || last < 3) return;
  if (stream.percent(60)) {
    name.erase(last);
    return;
  }
  name = name.substr(last + 1) + ' ' + name.substr(0, last);
}

}  // namespace

void respell_name(std::string& name, RandomStream& stream) {
  static constexpr std::string_view kTitles[] = {"H ", "HJ ", "H. ", "HJ. ", "DRS ", "IR ", "DR. "};
  switch (stream.weighted({26, 24, 22, 16, 12})) {
    case 0:
      if (shorten_first_name(name, stream)) return;
      return slip(name, stream);
    case 1:
      if (use_old_spelling(name, stream)) return;
      return slip(name, stream);
    case 2:
      return slip(name, stream);
    case 3:
      return leave_out_or_turn(name, stream);
    default:
      if (!name.empty()) name.insert(0, stream.pick(kTitles));
      return;
  }
}

void alter_record(Record& record, RandomStream& stream) {
  if (stream.percent(62)) {
    respell_name(record[nama], stream);
    if (stream.percent(40)) record[nmcetak] = record[nama];
  }
  if (!record[nohp].empty() && stream.percent(22)) {
    std::string& phone = record[nohp];
    const std::size_t kept = phone.size() / 2;
    for (std::size_t i = kept; i < phone.size(); ++i)
      phone[i] = static_cast<char>('0' + static_cast<int>(stream.below(10)));
  }
  if (stream.percent(10)) record[email].clear();
  if (stream.percent(6)) record[npwp].clear();
  if (stream.percent(8)) record[tmplhr].clear();
  if (stream.percent(5) && !record[kdstatuspst].empty()) record[kdstatuspst] = "2";
}

}  // namespace sidik::rehearse
