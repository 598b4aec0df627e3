#include "origin/signature_data.hpp"

#include <algorithm>
#include <unordered_map>

namespace sidik::origin {

SignatureData SignatureData::subset(std::span<const std::uint32_t> signatures, std::span<const float> own) const {
  SignatureData out;
  out.columns = columns;
  out.categories = categories;
  out.first = first;
  out.places.reserve(signatures.size() * columns);
  for (const std::uint32_t signature : signatures) {
    const auto from = row(signature);
    out.places.insert(out.places.end(), from.begin(), from.end());
  }
  out.weights.assign(own.begin(), own.end());
  return out;
}

SignatureData make_signature_data(const SignatureTable& table, std::span<const std::uint32_t> order) {
  SignatureData data;
  data.columns = table.columns();
  data.places.resize(order.size() * data.columns);
  for (std::size_t i = 0; i < order.size(); ++i) data.weights.push_back(static_cast<float>(table.weight(order[i])));
  for (std::size_t c = 0; c < data.columns; ++c) {
    std::unordered_map<Coding, double> weight_of;
    for (std::size_t i = 0; i < order.size(); ++i) weight_of[table.codings(order[i])[c]] += data.weights[i];
    std::vector<std::pair<double, Coding>> ranks;
    for (const auto& [coding, weight] : weight_of) ranks.emplace_back(-weight, coding);
    std::ranges::sort(ranks);
    const auto base = static_cast<std::uint32_t>(data.categories.size());
    data.first.push_back(base);
    std::unordered_map<Coding, std::uint32_t> place_of;
    for (const auto& [weight, coding] : ranks) {
      if (place_of.size() >= SignatureData::kMostCategories - 1) break;
      place_of.emplace(coding, static_cast<std::uint32_t>(data.categories.size()));
      data.categories.push_back({c, coding, false});
    }
    const auto rest = static_cast<std::uint32_t>(data.categories.size());
    if (place_of.size() < ranks.size()) data.categories.push_back({c, kFirstFormat, true});
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto found = place_of.find(table.codings(order[i])[c]);
      data.places[i * data.columns + c] = found == place_of.end() ? rest : found->second;
    }
  }
  data.first.push_back(static_cast<std::uint32_t>(data.categories.size()));
  return data;
}

}  // namespace sidik::origin
