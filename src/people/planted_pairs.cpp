#include "people/planted_pairs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kPlanted = 4000;

/// Numbers that look drawn and are the same in every run.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return spread_bits(state_ += 0x9E3779B97F4A7C15ULL); }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

Level draw_level(const FieldModel& field, Draw& draw) {
  double left = draw.share();
  for (std::size_t l = 1; l < kLevels; ++l) {
    left -= field.m[l];
    if (left < 0) return static_cast<Level>(l);
  }
  return Level::exact;
}

/// One edit: two neighbours swapped, a byte left out, or a byte doubled in place of the next.
std::string edit(std::string text, Draw& draw) {
  if (text.size() < 3) return text;
  const std::size_t at = draw.below(text.size() - 1);
  switch (draw.below(3)) {
    case 0:
      std::swap(text[at], text[at + 1]);
      break;
    case 1:
      text.erase(at, 1);
      break;
    default:
      text[at + 1] = text[at];
  }
  return text;
}

/// The altered value of a field; empty where it gets lost.
std::string alter(const RecordStore& store, const MatchModel& model, std::size_t field, ValueCode code, Draw& draw) {
  const Record& other = store.record(static_cast<RecordNumber>(draw.below(store.records())));
  std::string text(store.text(field, code));
  if (other[field] == 0) return {};  // as often as the column is empty
  switch (draw_level(model.fields[field], draw)) {
    case Level::missing:
    case Level::exact:
      return text;
    case Level::near:
      return edit(std::move(text), draw);
    case Level::close:
      return edit(edit(std::move(text), draw), draw);
    default:
      return std::string(store.text(field, other[field]));
  }
}

std::string neutral_of(const RecordStore& store, std::size_t field, const std::string& text) {
  const bool is_name = store.fields()[field].kind == FieldKind::name && store.name_reader() != nullptr;
  return is_name ? store.name_reader()->read(text).neutral() : text;
}

struct PlantedPair {
  std::vector<std::string> left;  ///< values by field
  std::vector<std::string> right;
};

bool yields(const BlockingPass& pass, const PlantedPair& pair) {
  if (pass.parts.empty()) return true;
  const auto keys = [&](const std::vector<std::string>& values) {
    std::vector<std::uint32_t> out;
    for (const KeyPart& part : pass.parts) out.push_back(key_of(values[part.field], part.form));
    if (pass.crosses) std::ranges::sort(out);
    return out;
  };
  const auto left = keys(pair.left);
  return std::ranges::find(left, 0U) == left.end() && left == keys(pair.right);
}

PlantedPair plant(const RecordStore& store, const MatchModel& model, Draw& draw) {
  const Record& record = store.record(static_cast<RecordNumber>(draw.below(store.records())));
  PlantedPair pair;
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    pair.left.emplace_back(store.neutral(f, record[f]));
    pair.right.push_back(record[f] == 0 ? "" : neutral_of(store, f, alter(store, model, f, record[f], draw)));
  }
  return pair;
}

}  // namespace

BlockingRecall measure_blocking(const RecordStore& store, std::span<const BlockingPass> passes,
                                const MatchModel& model) {
  BlockingRecall recall;
  recall.by_pass.assign(passes.size(), 0);
  recall.planted = store.records() > 0 ? kPlanted : 0;
  if (recall.planted == 0 || passes.empty()) return recall;
  Draw draw(store.records());
  double found = 0;
  for (std::size_t i = 0; i < kPlanted; ++i) {
    const PlantedPair pair = plant(store, model, draw);
    bool is_found = false;
    for (std::size_t p = 0; p < passes.size(); ++p) {
      if (!yields(passes[p], pair)) continue;
      ++recall.by_pass[p];
      is_found = true;
    }
    found += is_found;
  }
  for (double& share : recall.by_pass) share /= kPlanted;
  recall.all = found / kPlanted;
  return recall;
}

}  // namespace sidik::people
