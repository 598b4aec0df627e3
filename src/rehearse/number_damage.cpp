#include "rehearse/damage_acts.hpp"

#include <array>
#include <utility>

#include "rehearse/workshop.hpp"

namespace sidik::rehearse {

bool zeros_lost(Workshop& shop) {
  // A spreadsheet takes the whole row for numbers.
  bool changed = false;
  for (const Column column : {psnoka, psnokalama, noka, nohp, npwp, kdkantor}) {
    std::string& field = shop.record[column];
    const std::size_t first = field.find_first_not_of('0');
    if (first == 0 || first == std::string::npos || !Workshop::is_digits(field)) continue;
    field.erase(0, first);
    changed = true;
  }
  return changed;
}

bool scientific_id(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr || field->front() == '0') return false;
  const std::size_t digits = shop.stream.pick(std::array<std::size_t, 3>{2, 5, 5});
  *field = field->substr(0, 1) + '.' + field->substr(1, digits) + "E+15";
  return true;
}

bool rounded_id(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr) return false;
  // Fifteen significant digits.
  return shop.take_id(*field, field->substr(0, 15) + '0');
}

bool id_slip(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr) return false;
  std::string changed = *field;
  const std::size_t at = shop.stream.below(15);
  switch (shop.stream.below(4)) {
    case 0:
      std::swap(changed[at], changed[at + 1]);
      break;
    case 1:
      changed.erase(at, 1);
      break;
    case 2:
      changed.insert(at, 1, changed[at]);
      break;
    default:
      changed[at] = static_cast<char>('0' + static_cast<int>(shop.stream.below(10)));
      break;
  }
  return shop.take_id(*field, changed);
}

bool text_marker(Workshop& shop) {
  std::string* field = shop.loose_id();
  if (field == nullptr || shop.record[nik] != shop.record[noktp]) return false;
  field->insert(0, 1, '\'');
  return true;
}

bool phone_style(Workshop& shop) {
  std::string& field = shop.record[nohp];
  if (field.size() < 9 || !Workshop::is_digits(field)) return false;
  const std::string national = field.substr(field.starts_with("62") ? 2 : field.front() == '0' ? 1 : 0);
  const std::string tail = national.substr(3, 4) + '-' + national.substr(7);
  switch (shop.stream.below(6)) {
    case 0:
      field = "+62" + national;
      break;
    case 1:
      field = "62" + national;
      break;
    case 2:
      field = "0" + national.substr(0, 3) + '-' + tail;
      break;
    case 3:
      field = "+62 " + national.substr(0, 3) + '-' + tail;
      break;
    case 4:
      field = "(0" + national.substr(0, 3) + ") " + national.substr(3);
      break;
    default:
      field = "0" + national + "/021" + national.substr(2, 6);
      break;
  }
  return true;
}

}  // namespace sidik::rehearse
