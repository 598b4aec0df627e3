#include "people/evaluation.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace sidik::people {
namespace {

double pairs_of(double rows) { return rows * (rows - 1) / 2; }

double harmonic_mean(double one, double other) { return one + other > 0 ? 2 * one * other / (one + other) : 0; }

std::vector<double> sizes_of(std::span<const std::uint32_t> numbers) {
  std::vector<double> sizes;
  for (const std::uint32_t number : numbers) {
    if (number >= sizes.size()) sizes.resize(number + std::size_t{1}, 0);
    ++sizes[number];
  }
  return sizes;
}

double all_pairs_of(const std::vector<double>& sizes) {
  double pairs = 0;
  for (const double size : sizes) pairs += pairs_of(size);
  return pairs;
}

}  // namespace

Evaluation evaluate(std::span<const std::uint32_t> found, std::span<const std::uint32_t> truth) {
  Evaluation out;
  out.rows = found.size();
  const auto found_sizes = sizes_of(found);
  const auto true_sizes = sizes_of(truth);
  for (const double size : true_sizes) out.true_persons += size > 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> cells;
  cells.reserve(found.size());
  for (std::size_t row = 0; row < found.size(); ++row) cells.emplace_back(found[row], truth[row]);
  std::ranges::sort(cells);
  double agreed = 0;
  double precision = 0;
  double recall = 0;
  for (std::size_t at = 0; at < cells.size();) {
    std::size_t end = at;
    while (end < cells.size() && cells[end] == cells[at]) ++end;
    const auto rows = static_cast<double>(end - at);
    agreed += pairs_of(rows);
    precision += rows * rows / found_sizes[cells[at].first];
    recall += rows * rows / true_sizes[cells[at].second];
    at = end;
  }
  const double found_pairs = all_pairs_of(found_sizes);
  const double true_pairs = all_pairs_of(true_sizes);
  out.pairwise.precision = found_pairs > 0 ? agreed / found_pairs : 1;
  out.pairwise.recall = true_pairs > 0 ? agreed / true_pairs : 1;
  out.pairwise.f1 = harmonic_mean(out.pairwise.precision, out.pairwise.recall);
  const double rows = std::max<double>(1, static_cast<double>(out.rows));
  out.b_cubed.precision = out.rows > 0 ? precision / rows : 1;
  out.b_cubed.recall = out.rows > 0 ? recall / rows : 1;
  out.b_cubed.f1 = harmonic_mean(out.b_cubed.precision, out.b_cubed.recall);
  return out;
}

}  // namespace sidik::people
