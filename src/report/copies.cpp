#include "report/copies.hpp"

#include <algorithm>
#include <cmath>

#include "report/clean.hpp"

namespace sidik::report {

std::string copies_title(const View& view) {
  if (!view.document.copies) return {};
  const findings::Copies& copies = *view.document.copies;
  const Words& words = view.words;
  if (copies.verdict == "named" && !copies.named.empty()) {
    std::vector<std::string> names;
    for (const auto& name : copies.named) names.push_back(cut(clean(name), 60));
    return words.say("copies.named", {words.joined(names), bound_in_words(view, copies.false_accusation_bound)});
  }
  return std::string(copies.verdict == "not_from_these" ? words.say("copies.not_from_these")
                                                        : words.say("copies.cannot_tell"));
}

std::string bound_in_words(const View& view, double bound) {
  constexpr double kSurest = 1e-6;
  if (!(bound < 1)) return "–";
  return view.words.say("copies.one_in",
                        {view.words.number(static_cast<std::uint64_t>(std::floor(1 / std::max(bound, kSurest))))});
}

std::string decoys_in_words(const View& view, const findings::CopyRecipient& recipient) {
  if (!recipient.decoys_found || !recipient.decoys_planted) return "–";
  return view.words.say("copies.of",
                        {view.words.number(*recipient.decoys_found), view.words.number(*recipient.decoys_planted)});
}

}  // namespace sidik::report
