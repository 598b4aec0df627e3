#include "rehearse/officers.hpp"

#include "rehearse/date_style.hpp"

namespace sidik::rehearse {

namespace {

RandomStream stream_of(std::uint64_t seed, std::uint32_t office, std::uint32_t number, std::uint64_t what) {
  return {seed, Purpose::scene, (std::uint64_t{office} << 32U) ^ number, 1000 + what};
}

}  // namespace

void Officers::append_name(std::string& out, std::uint32_t office, std::uint32_t number) const {
  RandomStream stream = stream_of(seed_, office, number, 1);
  const NameModel::Wish wish{.culture = Culture::java,
                             .female = number % 2 == 1,
                             .birth_year = 1975,
                             .child_number = 1,
                             .family_name = {},
                             .muslim = true};
  names_.append_name(out, wish, stream);
}

void Officers::append_number(std::string& out, std::uint32_t office, std::uint32_t number) const {
  RandomStream stream = stream_of(seed_, office, number, 2);
  const std::uint64_t year = stream.between(1963, 1994);
  append_padded(out, year, 4);
  append_padded(out, stream.between(1, 12), 2);
  append_padded(out, stream.between(1, 28), 2);
  append_padded(out, year + stream.between(22, 28), 4);
  append_padded(out, stream.between(1, 12), 2);
  out += number % 2 == 1 ? '2' : '1';
  append_padded(out, stream.between(1, 40), 3);
}

}  // namespace sidik::rehearse
