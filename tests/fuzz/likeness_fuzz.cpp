// Two texts: edit distance and Jaro-Winkler against their slow twins, the level at which they agree, and their
// canonical forms. Input: two choices (kind of field, the most edits that are of interest), then both texts with a line
// feed between.
#include <cmath>

#include "choice_reader.hpp"
#include "people/canonical_value.hpp"
#include "people/comparison.hpp"
#include "people/edit_distance.hpp"
#include "people/edit_distance_twin.hpp"
#include "people/jaro_winkler.hpp"
#include "people/jaro_winkler_twin.hpp"
#include "people/word_agreement.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using people::FieldKind;
using people::Level;

/// Of dates, addresses of e-mail and numbers the marks are kept, and of some marks a blank is left.
void try_canonical(FieldKind kind, std::string_view text) {
  if (kind == FieldKind::date || kind == FieldKind::email || kind == FieldKind::number) return;
  const std::string canonical = people::canonical_value(kind, text, "");
  require(people::canonical_value(kind, canonical, "") == canonical, "a canonical value is its own canonical form");
}

void try_pair(FieldKind kind, std::string_view left, std::string_view right) {
  const double likeness = people::jaro_winkler(left, right);
  require(std::abs(likeness - people::jaro_winkler_slowly(left, right)) < 1e-12, "Jaro-Winkler is its slow twin's");
  require(likeness >= 0 && likeness <= 1, "a likeness lies between 0 and 1");
  const double share = people::share_of_common_words(left, right);
  require(share >= 0 && share <= 1, "a share lies between 0 and 1");
  if (left.empty() || right.empty()) return;
  const Level level = people::compare_values(kind, left, right);
  require(level != Level::missing && level != Level::crossed, "two values agree at a level of values");
  require((level == Level::exact) == (left == right), "only equal values agree exactly");
}

void run(ChoiceReader input) {
  const auto kind = static_cast<FieldKind>(input.below(9));
  const std::size_t most = input.below(70);
  const std::string_view texts = input.rest();
  const std::size_t end = texts.find('\n');
  const std::string_view left = texts.substr(0, end);
  const std::string_view right = end == std::string_view::npos ? std::string_view() : texts.substr(end + 1);
  const std::size_t edits = people::edit_distance(left, right, most);
  require(edits == people::edit_distance_slowly(left, right, most), "an edit distance is its slow twin's");
  require(edits == people::edit_distance(right, left, most), "an edit distance is the same both ways");
  try_pair(kind, left, right);
  try_pair(kind, right, left);
  try_canonical(kind, left);
  try_canonical(kind, right);
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
