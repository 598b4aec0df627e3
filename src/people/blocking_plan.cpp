#include "people/blocking_plan.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kSampled = 20000;

using Keys = std::vector<std::uint32_t>;

std::uint32_t join_keys(std::uint32_t one, std::uint32_t other) {
  if (one == 0 || other == 0) return 0;
  const auto joined = static_cast<std::uint32_t>(spread_bits(std::uint64_t{one} << 32 | other));
  return joined == 0 ? 1 : joined;
}

/// Pairs within the blocks of the keys.
double count_pairs(Keys& keys) {
  std::ranges::sort(keys);
  double pairs = 0;
  for (std::size_t at = 0; at < keys.size();) {
    std::size_t end = at;
    while (end < keys.size() && keys[end] == keys[at]) ++end;
    if (keys[at] != 0) pairs += static_cast<double>(end - at) * static_cast<double>(end - at - 1) / 2;
    at = end;
  }
  return pairs;
}

/// How often two values of one person agree in a form, as a rule; only their order matters.
double usual_agreement(FieldKind kind, KeyForm form) {
  const double whole = kind == FieldKind::digits || kind == FieldKind::date || kind == FieldKind::category ? 0.9 : 0.8;
  if (form == KeyForm::whole) return kind == FieldKind::address ? 0.6 : whole;
  return form == KeyForm::last_sound ? 0.6 : whole + 0.05;
}

struct Candidate {
  BlockingPass pass;
  double agreement = 0;  ///< likely share of the pairs of one person that it finds
  double score = 0;
};

/// Every n-th record of the store, with the keys of every part.
struct Sample {
  std::vector<KeyPart> parts;
  std::vector<Keys> keys;  ///< by part
  std::vector<double> agreement;
  double scale = 1;  ///< from pairs of the sample to pairs of the store
};

Sample draw_sample(const RecordStore& store) {
  Sample sample;
  const std::size_t step = std::max<std::size_t>(1, store.records() / kSampled);
  const double taken = static_cast<double>((store.records() + step - 1) / step);
  sample.scale = std::pow(static_cast<double>(store.records()) / std::max(1.0, taken), 2);
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    for (const KeyForm form : forms_of(store.fields()[f].kind)) {
      Keys keys;
      double filled = 0;
      for (std::size_t r = 0; r < store.records(); r += step) {
        const ValueCode code = store.record(static_cast<RecordNumber>(r))[f];
        keys.push_back(key_of(store.neutral(f, code), form));
        filled += keys.back() != 0;
      }
      const double share = filled / std::max(1.0, taken);
      if (keys.empty() || share < 0.02) continue;
      if (std::ranges::all_of(keys, [&](std::uint32_t key) { return key == 0 || key == keys.front(); })) continue;
      sample.parts.push_back({f, form});
      sample.agreement.push_back(usual_agreement(store.fields()[f].kind, form) * share * share);
      sample.keys.push_back(std::move(keys));
    }
  }
  return sample;
}

Candidate measure(const Sample& sample, std::size_t one, std::optional<std::size_t> other, bool crosses) {
  Candidate candidate;
  candidate.pass.parts.push_back(sample.parts[one]);
  candidate.agreement = sample.agreement[one];
  Keys keys = sample.keys[one];
  if (other) {
    candidate.pass.parts.push_back(sample.parts[*other]);
    candidate.pass.crosses = crosses;
    candidate.agreement *= sample.agreement[*other];
    for (std::size_t r = 0; r < keys.size(); ++r) {
      std::uint32_t left = keys[r];
      std::uint32_t right = sample.keys[*other][r];
      if (crosses && left > right) std::swap(left, right);
      keys[r] = join_keys(left, right);
    }
  }
  candidate.pass.likely_pairs = count_pairs(keys) * sample.scale;
  return candidate;
}

std::vector<Candidate> candidates_of(const RecordStore& store, const Sample& sample, double most_pairs) {
  std::vector<Candidate> fit;
  std::vector<bool> is_narrow(sample.parts.size(), false);
  for (std::size_t i = 0; i < sample.parts.size(); ++i) {
    auto single = measure(sample, i, std::nullopt, false);
    is_narrow[i] = single.pass.likely_pairs <= most_pairs;
    if (is_narrow[i]) fit.push_back(std::move(single));
  }
  for (std::size_t i = 0; i < sample.parts.size(); ++i) {
    for (std::size_t j = i + 1; j < sample.parts.size(); ++j) {
      const KeyPart& one = sample.parts[i];
      const KeyPart& other = sample.parts[j];
      const auto domain = store.fields()[one.field].domain;
      const bool crosses = domain == 1 && store.fields()[other.field].domain == 1 && one.form == other.form;
      if (one.field == other.field || (!crosses && (is_narrow[i] || is_narrow[j]))) continue;
      auto pair = measure(sample, i, j, crosses);
      if (pair.pass.likely_pairs <= most_pairs) fit.push_back(std::move(pair));
    }
  }
  return fit;
}

/// What a pass adds: less for each pass before that fails where it fails.
double worth(const Candidate& candidate, const std::vector<BlockingPass>& chosen, const RecordStore& store) {
  double score = candidate.agreement;
  for (const auto& part : candidate.pass.parts) {
    double uses = 0;
    for (const auto& pass : chosen) {
      for (const auto& used : pass.parts) {
        if (used.field == part.field) uses += candidate.pass.crosses == pass.crosses ? 1 : 0.3;
      }
    }
    score *= std::pow(candidate.pass.parts.size() == 1 ? 0.4 : 0.6, uses);
  }
  const double size = std::max(1.0, static_cast<double>(store.records()));
  return score / (1 + candidate.pass.likely_pairs / (20 * size));
}

}  // namespace

BlockingLimits limits_for(std::size_t records) {
  const auto count = static_cast<double>(records);
  return {std::max(4e5, 6 * count), std::max(3e6, 25 * count), 14};
}

std::vector<BlockingPass> plan_passes(const RecordStore& store, const BlockingLimits& limits) {
  if (store.records() <= kAllWithAll) return {BlockingPass{}};
  const Sample sample = draw_sample(store);
  auto candidates = candidates_of(store, sample, limits.pairs_of_pass);
  std::vector<BlockingPass> chosen;
  double pairs = 0;
  while (chosen.size() < limits.passes && !candidates.empty()) {
    for (auto& candidate : candidates) candidate.score = worth(candidate, chosen, store);
    const auto best = std::ranges::max_element(candidates, {}, &Candidate::score);
    if (best->score < 1e-3) break;
    if (pairs + best->pass.likely_pairs <= limits.pairs_of_all) {
      pairs += best->pass.likely_pairs;
      chosen.push_back(best->pass);
    }
    candidates.erase(best);
  }
  return chosen;
}

std::vector<std::uint32_t> keys_of(const RecordStore& store, const BlockingPass& pass) {
  std::vector<std::uint32_t> keys(store.records(), 1);
  if (pass.parts.empty()) return keys;
  const KeyColumn first(store, pass.parts.front());
  const KeyColumn second(store, pass.parts.back());
  const bool is_pair = pass.parts.size() > 1;
  for (std::size_t r = 0; r < keys.size(); ++r) {
    const Record& record = store.record(static_cast<RecordNumber>(r));
    std::uint32_t left = first(record);
    std::uint32_t right = second(record);
    if (pass.crosses && left > right) std::swap(left, right);
    keys[r] = is_pair ? join_keys(left, right) : left;
  }
  return keys;
}

}  // namespace sidik::people
