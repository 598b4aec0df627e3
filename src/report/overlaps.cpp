#include "report/overlaps.hpp"

#include <algorithm>

namespace sidik::report {

std::string overlaps_title(const View& view) {
  const auto& novelty = view.document.novelty;
  if (view.document.overlaps.empty() || novelty.empty()) return {};
  const Words& words = view.words;
  const findings::Novelty& first = novelty.front();
  const std::string total = words.number(first.total);
  return first.field == "row"
             ? words.say("overlap.title",
                         {total, words.percent(first.fresh, first.total), words.percent(first.recycled, first.total),
                          words.percent(first.published, first.total)})
             : words.say("overlap.title_values",
                         {words.percent(first.fresh, first.total), field_in_words(view, first.field), total});
}

std::string compared_in_words(const View& view, const findings::Overlap& overlap) {
  if (overlap.field != "row") return field_in_words(view, overlap.field);
  return overlap.columns ? view.words.say("overlap.rows_in", {view.words.number(*overlap.columns)})
                         : std::string(view.words.say("overlap.rows"));
}

std::string field_in_words(const View& view, const std::string& field) {
  return field == "row" ? std::string(view.words.say("overlap.rows")) : view.words.meaning(field);
}

}  // namespace sidik::report
