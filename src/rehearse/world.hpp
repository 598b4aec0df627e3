#pragma once

#include <memory>

#include "base/result.hpp"
#include "pack/pack.hpp"
#include "rehearse/areas.hpp"
#include "rehearse/census.hpp"
#include "rehearse/names.hpp"
#include "rehearse/person.hpp"

namespace sidik::rehearse {

/// Places, names and persons of a rehearsal, in a year; the same for the same seed.
///
/// Errors    rehearse.pack_without_areas.
/// Lifetime  neither copied nor moved, because the parts refer to each other.
class World {
 public:
  static Result<std::unique_ptr<World>> create(std::uint64_t seed, std::uint16_t year, std::uint32_t persons,
                                               const pack::Pack& pack);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  [[nodiscard]] const AreaSampler& areas() const { return areas_; }
  [[nodiscard]] const NameModel& names() const { return names_; }
  [[nodiscard]] const PersonModel& persons() const { return persons_; }
  [[nodiscard]] const Census& census() const { return *census_; }

 private:
  World(std::uint64_t seed, std::uint16_t year, AreaSampler areas, const NameModel::Tokens& everywhere,
        const pack::Pack& pack);

  AreaSampler areas_;
  NameModel names_;
  PersonModel persons_;
  std::unique_ptr<Census> census_;
};

}  // namespace sidik::rehearse
