#include "rehearse/identifiers.hpp"

#include "rehearse/date_style.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

/// Blocks of sixteen numbers; 16 x this stays below 3 x 10^9, so a card begins 0000, 0001 or 0002. A prime.
constexpr std::uint64_t kCardBlocks = 187499983;

std::uint64_t scattered_block(std::uint64_t seed, Purpose purpose, std::uint64_t block) {
  RandomStream stream(seed, purpose);
  const std::uint64_t factor = 1 + stream.below(kCardBlocks - 1);
  const std::uint64_t shift = stream.below(kCardBlocks);
  return (block % kCardBlocks * factor + shift) % kCardBlocks;
}

struct PrefixWeight {
  std::string_view prefix;
  std::uint32_t weight;
};
constexpr PrefixWeight kMobile[] = {
    {"811", 5},  {"812", 60}, {"813", 60}, {"821", 44}, {"822", 40}, {"823", 34}, {"852", 52}, {"853", 32}, {"814", 6},
    {"815", 18}, {"816", 10}, {"855", 8},  {"856", 22}, {"857", 30}, {"858", 24}, {"817", 12}, {"818", 12}, {"819", 16},
    {"859", 12}, {"877", 20}, {"878", 20}, {"831", 12}, {"832", 4},  {"833", 3},  {"838", 14}, {"881", 4},  {"882", 4},
    {"888", 6},  {"895", 12}, {"896", 14}, {"897", 10}, {"898", 10}, {"899", 8}};

}  // namespace

std::string card_number(std::uint64_t seed, std::uint32_t index) {
  std::string out = "000";
  append_padded(out, scattered_block(seed, Purpose::card, index / 16) * 16 + index % 16, 10);
  return out;
}

std::string old_card_number(std::uint64_t seed, std::uint32_t index, unsigned generation) {
  std::string out = "000";
  append_padded(
      out,
      std::uint64_t{3000000000U} * generation + scattered_block(seed, Purpose::old_card, index / 16) * 16 + index % 16,
      10);
  return out;
}

void append_tax_number(std::string& out, RandomStream& stream) {
  static constexpr std::string_view kTypes[] = {"07", "08", "09", "47", "48", "49", "57",
                                                "58", "67", "68", "77", "78", "79", "89"};
  const std::size_t start = out.size();
  out += kTypes[stream.weighted({20, 24, 14, 6, 5, 4, 3, 3, 4, 3, 3, 3, 2, 2})];
  append_padded(out, stream.below(1000000), 6);
  unsigned sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const unsigned product = static_cast<unsigned>(out[start + i] - '0') * (i % 2 == 0 ? 1U : 2U);
    sum += product / 10 + product % 10;
  }
  append_padded(out, (10 - sum % 10) % 10, 1);
  append_padded(out, 1 + stream.below(980), 3);
  out += stream.percent(93) ? "000" : "001";
}

std::string dotted_tax_number(const std::string& digits) {
  if (digits.size() != 15) return digits;
  return digits.substr(0, 2) + '.' + digits.substr(2, 3) + '.' + digits.substr(5, 3) + '.' + digits[8] + '-' +
         digits.substr(9, 3) + '.' + digits.substr(12, 3);
}

void append_family_card(std::string& out, const std::string& area6, RandomStream& stream) {
  out += area6;
  append_padded(out, stream.between(1, 28), 2);
  append_padded(out, stream.between(1, 12), 2);
  append_padded(out, stream.between(5, 20), 2);
  append_padded(out, 1 + stream.below(60) * (1 + stream.below(20)), 4);
}

void append_email(std::string& out, const std::string& name, int birth_year, RandomStream& stream) {
  static constexpr std::string_view kDomains[] = {"example.com",   "mail.example",   "example.net",
                                                  "surel.example", "example.org",    "pos.example",
                                                  "kantor.test",   "kampus.example", "surat.invalid"};
  static constexpr std::string_view kJoints[] = {"", ".", "_", ""};
  const std::string_view joint = stream.pick(kJoints);
  const std::size_t start = out.size();
  unsigned words = 0;
  for (const char c : name) {
    if (text::is_letter(c))
      out += text::to_lower(c);
    else if (c == ' ' && ++words < 2)
      out += joint;
    else if (c == ' ')
      break;
  }
  if (out.size() == start) out += "warga";
  switch (stream.weighted({30, 30, 25, 15})) {
    case 0:
      break;
    case 1:
      append_padded(out, static_cast<std::uint64_t>(birth_year % 100), 2);
      break;
    case 2:
      append_padded(out, stream.below(1000), 1);
      break;
    default:
      append_padded(out, static_cast<std::uint64_t>(birth_year), 4);
      break;
  }
  out += '@';
  out += kDomains[stream.weighted({44, 18, 10, 8, 6, 5, 4, 3, 2})];
}

std::uint32_t mobile_prefix_weight(std::string_view prefix) {
  for (const PrefixWeight& known : kMobile) {
    if (known.prefix == prefix) return known.weight;
  }
  return 0;
}

std::vector<std::string> known_mobile_prefixes() {
  std::vector<std::string> out;
  for (const PrefixWeight& known : kMobile) out.emplace_back(known.prefix);
  return out;
}

}  // namespace sidik::rehearse
