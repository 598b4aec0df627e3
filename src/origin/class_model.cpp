#include "origin/class_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sidik::origin {
namespace {

constexpr std::size_t kLanes = 4;
constexpr std::size_t kMostStride = 64;
/// What a class has less of a signature than this is left out of its counts.
constexpr float kNegligible = 1e-4F;
constexpr float kNever = -1e30F;

}  // namespace

ClassModel::ClassModel(const SignatureData& data, std::size_t classes)
    : data_(data),
      classes_(std::min(classes, kMostStride)),
      stride_((classes_ + kLanes - 1) / kLanes * kLanes),
      log_share_(stride_, kNever),
      log_chance_(data.categories.size() * stride_, 0),
      counts_(log_chance_.size(), 0),
      rows_(stride_, 0),
      everywhere_(data.categories.size(), 0) {
  double all = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    all += data.weights[i];
    for (const std::uint32_t place : data.row(i)) everywhere_[place] += data.weights[i];
  }
  for (float& share : everywhere_) share = all > 0 ? static_cast<float>(share / all) : 0;
}

void ClassModel::start_from(std::span<const std::uint32_t> class_of) {
  std::ranges::fill(counts_, 0);
  std::ranges::fill(rows_, 0);
  for (std::size_t i = 0; i < data_.size(); ++i) {
    rows_[class_of[i]] += data_.weights[i];
    for (const std::uint32_t place : data_.row(i)) counts_[place * stride_ + class_of[i]] += data_.weights[i];
  }
  maximise();
}

void ClassModel::maximise() {
  double all = 0;
  for (std::size_t k = 0; k < classes_; ++k) all += rows_[k];
  for (std::size_t k = 0; k < classes_; ++k)
    log_share_[k] = rows_[k] > 0 && all > 0 ? static_cast<float>(std::log(rows_[k] / all)) : kNever;
  for (std::size_t category = 0; category < everywhere_.size(); ++category) {
    for (std::size_t k = 0; k < classes_; ++k) {
      const float chance =
          (counts_[category * stride_ + k] + everywhere_[category] + 1e-6F) / (rows_[k] + 1.0F + 1e-6F);
      log_chance_[category * stride_ + k] = std::log(chance);
    }
  }
}

float ClassModel::score(std::span<const std::uint32_t> row, float* scores) const {
  for (std::size_t k = 0; k < stride_; ++k) scores[k] = log_share_[k];
  for (const std::uint32_t place : row) {
    const float* chance = log_chance_.data() + place * stride_;
    for (std::size_t at = 0; at < stride_; at += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) scores[at + lane] += chance[at + lane];
    }
  }
  return *std::max_element(scores, scores + classes_);
}

double ClassModel::step() {
  std::ranges::fill(counts_, 0);
  std::ranges::fill(rows_, 0);
  std::array<float, kMostStride> scores;
  double likelihood = 0;
  for (std::size_t i = 0; i < data_.size(); ++i) {
    const float weight = data_.weights[i];
    if (weight <= 0) continue;
    const float most = score(data_.row(i), scores.data());
    float sum = 0;
    for (std::size_t k = 0; k < classes_; ++k) {
      scores[k] = scores[k] - most < -30 ? 0 : std::exp(scores[k] - most);
      sum += scores[k];
    }
    likelihood += weight * (most + std::log(static_cast<double>(sum)));
    for (std::size_t k = 0; k < classes_; ++k) {
      const float part = scores[k] / sum;
      if (part < kNegligible) continue;
      rows_[k] += weight * part;
      for (const std::uint32_t place : data_.row(i)) counts_[place * stride_ + k] += weight * part;
    }
  }
  maximise();
  return likelihood;
}

double ClassModel::fit(std::size_t most, double least) {
  double before = 0;
  for (std::size_t i = 0; i < most; ++i) {
    const double now = step();
    if (i > 0 && now - before < least * std::abs(now)) return now;
    before = now;
  }
  return before;
}

void ClassModel::posterior(std::size_t signature, std::span<double> out) const {
  std::array<float, kMostStride> scores;
  const float most = score(data_.row(signature), scores.data());
  double sum = 0;
  for (std::size_t k = 0; k < classes_; ++k) sum += out[k] = std::exp(static_cast<double>(scores[k] - most));
  for (std::size_t k = 0; k < classes_; ++k) out[k] /= sum;
}

std::vector<std::uint32_t> ClassModel::assign_others(const SignatureData& others) const {
  std::array<float, kMostStride> scores;
  std::vector<std::uint32_t> out(others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    score(others.row(i), scores.data());
    out[i] = static_cast<std::uint32_t>(
        std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(classes_)) - scores.begin());
  }
  return out;
}

std::size_t ClassModel::parameters() const {
  std::size_t out = classes_ - 1;
  for (std::size_t k = 0; k < classes_; ++k) {
    for (std::size_t c = 0; c < data_.columns; ++c) {
      std::size_t occurring = 0;
      for (std::uint32_t at = data_.first[c]; at < data_.first[c + 1]; ++at)
        occurring += counts_[at * stride_ + k] > 0.5F ? 1 : 0;
      out += occurring > 0 ? occurring - 1 : 0;
    }
  }
  return out;
}

}  // namespace sidik::origin
