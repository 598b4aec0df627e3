#include <array>

#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 3> kNameColumns{"token", "use", "sex"};
constexpr std::size_t kExpectedNames = 60000;

/// The tokens stand folded in the file: folding 40,000 of them again would take longer than all else.
void add_name(Pack& into, NameToken token) {
  const auto [found, is_new] = into.name_tokens.try_emplace(token.token, token);
  if (is_new) return;
  NameToken& known = found->second;
  // Sex belongs to the use as a given name; a family name says nothing about it.
  if (token.given) known.sex = known.given && known.sex != token.sex ? char{0} : token.sex;
  known.given = known.given || token.given;
  known.family = known.family || token.family;
}

Status take_name(const PartSource& source, const TsvRow& row, Pack& into) {
  const std::string_view use = row.fields[1];
  const std::string_view sex = row.fields[2];
  if (use != "g" && use != "f" && use != "b") return malformed(source.path, row.line, "use", "must be g, f or b");
  if (sex != "m" && sex != "f" && !sex.empty()) return malformed(source.path, row.line, "sex", "must be m, f or empty");
  NameToken token;
  token.token = row.fields[0];
  token.given = use != "f";
  token.family = use != "g";
  if (token.token.empty()) return malformed(source.path, row.line, "token", "is empty");
  if (token.given && !sex.empty()) token.sex = sex[0];
  add_name(into, std::move(token));
  return {};
}

}  // namespace

Status read_names(const PartSource& source, Pack& into) {
  into.name_tokens.reserve(kExpectedNames);
  return read_tsv(source.path, source.text, kNameColumns,
                  [&](const TsvRow& row) { return take_name(source, row, into); });
}

}  // namespace sidik::pack
