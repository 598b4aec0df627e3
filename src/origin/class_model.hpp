#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/signature_data.hpp"

namespace sidik::origin {

/// Latent classes over signatures: within a class every column has its own distribution over its categories, and
/// columns do not depend on each other. Fitted by expectation and maximisation, in the log domain.
///
/// Smoothing   a class has seen one row more, distributed as the whole data are; so no category is impossible.
/// Source      Lazarsfeld and Henry 1968; Goodman 1974.
class ClassModel {
 public:
  ClassModel(const SignatureData& data, std::size_t classes);

  /// Sets the parameters from a class for each signature.
  void start_from(std::span<const std::uint32_t> class_of);
  /// One step; returns the log likelihood before it, natural logarithm, weights counted.
  double step();
  /// Steps until the likelihood grows by less than `least` of itself, at most `most` times; the last likelihood.
  double fit(std::size_t most, double least = 1e-7);
  /// The probability of each class for a signature.
  void posterior(std::size_t signature, std::span<double> out) const;
  /// The likeliest class of each signature.
  [[nodiscard]] std::vector<std::uint32_t> assign() const { return assign_others(data_); }
  /// The same for other signatures of the same categories.
  [[nodiscard]] std::vector<std::uint32_t> assign_others(const SignatureData& others) const;
  [[nodiscard]] std::size_t classes() const { return classes_; }
  /// Parameters that the data can tell: shares, and categories that occur in a class, less one a column.
  [[nodiscard]] std::size_t parameters() const;

 private:
  void maximise();
  /// Writes the logarithms of share times likelihood into `scores_` and returns the largest.
  float score(std::span<const std::uint32_t> row, float* scores) const;

  const SignatureData& data_;
  std::size_t classes_;
  std::size_t stride_;             ///< classes, rounded up
  std::vector<float> log_share_;   ///< by class
  std::vector<float> log_chance_;  ///< by category, then class
  std::vector<float> counts_;      ///< expected rows, by category, then class
  std::vector<float> rows_;        ///< expected rows by class
  std::vector<float> everywhere_;  ///< share of each category in the whole data
};

}  // namespace sidik::origin
