#include "origin/class_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "origin/class_model.hpp"

namespace sidik::origin {
namespace {

using Members = std::vector<std::uint32_t>;

/// How a class would fall in two.
struct Split {
  double gain = 0;  ///< in the information criterion; above 0: worth it
  Members first;
  Members second;
};

double sum_of(const std::vector<float>& weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); }

std::size_t distance(const SignatureData& data, std::size_t a, std::size_t b) {
  const auto left = data.row(a);
  const auto right = data.row(b);
  std::size_t out = 0;
  for (std::size_t c = 0; c < left.size(); ++c) out += left[c] != right[c] ? 1 : 0;
  return out;
}

class Splitter {
 public:
  Splitter(const SignatureData& data, const ClassSearch& search) : data_(data), search_(search), random_(search.seed) {}

  Split split(const Members& members) {
    std::vector<float> weights;
    weights.reserve(members.size());
    for (const std::uint32_t i : members) weights.push_back(data_.weights[i]);
    const SignatureData own = data_.subset(members, weights);
    Split out;
    if (members.size() < 2 || sum_of(weights) < 6) return out;
    ClassModel whole(own, 1);
    whole.start_from(std::vector<std::uint32_t>(own.size(), 0));
    const double before = whole.step();
    std::vector<std::uint32_t> best;
    double most = before;
    for (std::size_t start = 0; start < search_.starts; ++start) {
      ClassModel model(own, 2);
      model.start_from(start % 2 == 0 ? start_from_two(own) : start_from_category(own));
      const double likelihood = model.fit(7);
      if (likelihood <= most) continue;
      most = likelihood;
      best = model.assign();
    }
    if (best.empty()) return out;
    ClassModel model(own, 2);
    model.start_from(best);
    const double after = model.fit(25, 1e-6);
    const double parameters = static_cast<double>(model.parameters()) - static_cast<double>(whole.parameters());
    out.gain = 2 * (after - before) - std::max(parameters, 1.0) * std::log(std::max(sum_of(data_.weights), 2.0));
    const auto half = model.assign();
    for (std::size_t i = 0; i < members.size(); ++i) (half[i] == 0 ? out.first : out.second).push_back(members[i]);
    if (out.first.empty() || out.second.empty()) out.gain = 0;
    return out;
  }

 private:
  std::size_t draw(const std::vector<double>& chances) {
    return std::discrete_distribution<std::size_t>(chances.begin(), chances.end())(random_);
  }

  /// Everybody goes with the nearer of two signatures that are far from each other.
  std::vector<std::uint32_t> start_from_two(const SignatureData& own) {
    std::vector<double> chances(own.weights.begin(), own.weights.end());
    const std::size_t first = draw(chances);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const auto far = static_cast<double>(distance(own, i, first));
      chances[i] = own.weights[i] * far * far;
    }
    if (std::accumulate(chances.begin(), chances.end(), 0.0) <= 0) return std::vector<std::uint32_t>(own.size(), 0);
    const std::size_t second = draw(chances);
    std::vector<std::uint32_t> out(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) out[i] = distance(own, i, second) < distance(own, i, first) ? 1 : 0;
    return out;
  }

  /// Everybody goes by whether a column has one of its categories; those that divide evenly are likelier.
  std::vector<std::uint32_t> start_from_category(const SignatureData& own) {
    std::vector<double> chances(own.categories.size(), 0);
    for (std::size_t i = 0; i < own.size(); ++i) {
      for (const std::uint32_t place : own.row(i)) chances[place] += own.weights[i];
    }
    const double all = sum_of(own.weights);
    for (double& chance : chances) chance = std::max(0.0, chance * (all - chance));
    std::vector<std::uint32_t> out(own.size(), 0);
    if (std::accumulate(chances.begin(), chances.end(), 0.0) <= 0) return out;
    const auto chosen = static_cast<std::uint32_t>(draw(chances));
    for (std::size_t i = 0; i < own.size(); ++i) out[i] = std::ranges::count(own.row(i), chosen) > 0 ? 1 : 0;
    return out;
  }

  const SignatureData& data_;
  const ClassSearch& search_;
  std::mt19937_64 random_;
};

/// The signatures to look at: the most frequent ones, and others by chance, which then stand for those left out.
SignatureData choose_signatures(const SignatureData& data, const ClassSearch& search) {
  Members order(data.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<float> weights;
  if (data.size() > search.most_signatures) {
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
      return data.weights[a] != data.weights[b] ? data.weights[a] > data.weights[b] : a < b;
    });
    const std::size_t sure = search.most_signatures / 2;
    std::mt19937_64 random(search.seed ^ 0x5161d1cU);
    std::shuffle(order.begin() + static_cast<std::ptrdiff_t>(sure), order.end(), random);
    const double left = static_cast<double>(order.size() - sure);
    const double up = left / static_cast<double>(search.most_signatures - sure);
    order.resize(search.most_signatures);
    for (std::size_t i = 0; i < order.size(); ++i)
      weights.push_back(static_cast<float>(data.weights[order[i]] * (i < sure ? 1 : up)));
  } else {
    for (const std::uint32_t i : order) weights.push_back(data.weights[i]);
  }
  // What stands for others is no more evidence than it is itself.
  double looked_at = 0;
  for (const std::uint32_t i : order) looked_at += data.weights[i];
  const double all = sum_of(weights);
  const double rows = std::min(looked_at, search.most_rows);
  for (float& weight : weights) weight = static_cast<float>(weight * rows / all);
  return data.subset(order, weights);
}

/// Splits while it pays; a class of each signature.
std::vector<std::uint32_t> grow_classes(const SignatureData& data, const ClassSearch& search) {
  Splitter splitter(data, search);
  Members everybody(data.size());
  std::iota(everybody.begin(), everybody.end(), 0U);
  std::vector<Members> classes = {everybody};
  std::vector<Split> splits = {splitter.split(everybody)};
  while (classes.size() < search.most_classes) {
    const auto best = std::ranges::max_element(splits, {}, &Split::gain);
    if (best->gain <= 0) break;
    const auto at = static_cast<std::size_t>(best - splits.begin());
    Split split = std::move(*best);
    classes[at] = std::move(split.first);
    classes.push_back(std::move(split.second));
    splits[at] = splitter.split(classes[at]);
    splits.push_back(splitter.split(classes.back()));
  }
  std::vector<std::uint32_t> out(data.size());
  for (std::size_t k = 0; k < classes.size(); ++k) {
    for (const std::uint32_t i : classes[k]) out[i] = static_cast<std::uint32_t>(k);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> find_classes(const SignatureData& data, const ClassSearch& search) {
  if (data.size() == 0) return {};
  const SignatureData chosen = choose_signatures(data, search);
  const auto grown = grow_classes(chosen, search);
  const std::size_t classes = *std::ranges::max_element(grown) + 1;
  ClassModel model(chosen, classes);
  model.start_from(grown);
  model.fit(15, 1e-6);
  // The same parameters, over all signatures.
  return model.assign_others(data);
}

}  // namespace sidik::origin
