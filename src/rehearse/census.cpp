#include "rehearse/census.hpp"

#include "rehearse/national_id.hpp"

namespace sidik::rehearse {

Census::Census(const PersonModel& model, std::uint32_t persons) : model_(model), taken_(persons) {
  numbers_.reserve(persons);
  for (std::uint32_t index = 0; index < persons; ++index) {
    const Identity who = model.identity_of(index);
    std::uint32_t serial = who.serial;
    std::uint64_t number = rehearse::national_id(*who.area6, who.recorded_birth, who.recorded_female, serial);
    while (!taken_.insert(number)) {
      serial = serial % 9999 + 1;
      number = rehearse::national_id(*who.area6, who.recorded_birth, who.recorded_female, serial);
    }
    numbers_.push_back(number);
  }
}

}  // namespace sidik::rehearse
