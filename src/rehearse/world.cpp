#include "rehearse/world.hpp"

#include <utility>

namespace sidik::rehearse {

World::World(std::uint64_t seed, std::uint16_t year, AreaSampler areas, const NameModel::Tokens& everywhere,
             const pack::Pack& pack)
    : areas_(std::move(areas)), names_(pack, everywhere), persons_(seed, year, areas_, names_, pack) {}

Result<std::unique_ptr<World>> World::create(std::uint64_t seed, std::uint16_t year, std::uint32_t persons,
                                             const pack::Pack& pack) {
  SIDIK_TRY(AreaSampler areas, AreaSampler::create(pack, year));
  // Names of the whole world stand in `global`; people of the country bear what its own pack adds.
  SIDIK_TRY(const pack::Pack global, pack::load_pack({}));
  const bool is_global_alone = pack.name_tokens.size() <= global.name_tokens.size();
  const NameModel::Tokens none;
  std::unique_ptr<World> out(
      new World(seed, year, std::move(areas), is_global_alone ? none : global.name_tokens, pack));
  out->census_ = std::make_unique<Census>(out->persons_, persons);
  return out;
}

}  // namespace sidik::rehearse
