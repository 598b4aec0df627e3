#include "origin/place_sample.hpp"

#include <algorithm>

namespace sidik::origin {

void PlaceSample::thin() {
  std::erase_if(places_, [this](const Place& place) { return !draw_.wants(place.record); });
}

void PlaceSample::merge(const PlaceSample& other, std::span<const std::uint32_t> renumber) {
  if (draw_.join(other.draw_)) thin();
  for (const Place& place : other.places_) {
    const bool is_numbered = place.signature < renumber.size();
    add(place.record, is_numbered ? renumber[place.signature] : place.signature);
  }
}

std::vector<PlaceSample::Place> PlaceSample::sorted() const {
  std::vector<Place> out = places_;
  std::ranges::sort(out, {}, &Place::record);
  return out;
}

}  // namespace sidik::origin
