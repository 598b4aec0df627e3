#include "origin/class_model.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

/// Signatures over `columns` columns of three categories each; two kinds of rows that prefer different ones.
SignatureData drawn_data(std::size_t signatures, std::size_t columns, unsigned seed) {
  std::mt19937 engine(seed);
  const auto random = [&] { return static_cast<unsigned>(engine()); };
  SignatureData data;
  data.columns = columns;
  for (std::size_t c = 0; c < columns; ++c) {
    data.first.push_back(static_cast<std::uint32_t>(data.categories.size()));
    for (int i = 0; i < 3; ++i) data.categories.push_back({c, static_cast<Coding>(kFirstFormat + i), false});
  }
  data.first.push_back(static_cast<std::uint32_t>(data.categories.size()));
  for (std::size_t i = 0; i < signatures; ++i) {
    const unsigned kind = random() % 2;
    for (std::size_t c = 0; c < columns; ++c)
      data.places.push_back(data.first[c] + (random() % 10 < 8 ? kind : random() % 3));
    data.weights.push_back(static_cast<float>(1 + random() % 9));
  }
  return data;
}

std::vector<std::uint32_t> in_turn(std::size_t size, std::uint32_t classes) {
  std::vector<std::uint32_t> out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint32_t>(i) % classes;
  return out;
}

/// The slow twin: probabilities in double, multiplied out as the formulas stand.
class SlowModel {
 public:
  SlowModel(const SignatureData& data, const std::vector<std::uint32_t>& class_of, std::size_t classes)
      : data_(data), part_(data.size(), std::vector<double>(classes, 0)) {
    for (std::size_t i = 0; i < data.size(); ++i) part_[i][class_of[i]] = 1;
  }
  double step() {
    const std::size_t classes = part_.front().size();
    double all = 0;
    for (const float weight : data_.weights) all += weight;
    std::vector<double> rows(classes, 0);
    for (std::size_t i = 0; i < part_.size(); ++i) {
      for (std::size_t k = 0; k < classes; ++k) rows[k] += data_.weights[i] * part_[i][k];
    }
    std::vector<std::vector<double>> chance(data_.categories.size(), std::vector<double>(classes, 0));
    for (std::size_t at = 0; at < chance.size(); ++at) {
      double everywhere = 0;
      for (std::size_t i = 0; i < part_.size(); ++i) {
        if (data_.row(i)[data_.categories[at].column] != at) continue;
        everywhere += data_.weights[i] / all;
        for (std::size_t k = 0; k < classes; ++k) chance[at][k] += data_.weights[i] * part_[i][k];
      }
      for (std::size_t k = 0; k < classes; ++k) chance[at][k] = (chance[at][k] + everywhere) / (rows[k] + 1);
    }
    double likelihood = 0;
    for (std::size_t i = 0; i < part_.size(); ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < classes; ++k) {
        part_[i][k] = rows[k] / all;
        for (const std::uint32_t place : data_.row(i)) part_[i][k] *= chance[place][k];
        sum += part_[i][k];
      }
      for (double& part : part_[i]) part /= sum;
      likelihood += data_.weights[i] * std::log(sum);
    }
    return likelihood;
  }
  [[nodiscard]] const std::vector<double>& part(std::size_t i) const { return part_[i]; }

 private:
  const SignatureData& data_;
  std::vector<std::vector<double>> part_;
};

TEST(ClassModel, AgreesWithItsSlowTwin) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const SignatureData data = drawn_data(60, 6, seed);
    const std::uint32_t classes = 2 + seed % 4;
    const auto start = in_turn(data.size(), classes);
    ClassModel fast(data, classes);
    fast.start_from(start);
    SlowModel slow(data, start, classes);
    for (int i = 0; i < 12; ++i) {
      const double wanted = slow.step();
      EXPECT_NEAR(fast.step(), wanted, 1e-3 * std::abs(wanted)) << "seed " << seed << " step " << i;
    }
    slow.step();
    std::vector<double> part(classes);
    for (std::size_t i = 0; i < data.size(); ++i) {
      fast.posterior(i, part);
      for (std::size_t k = 0; k < classes; ++k) EXPECT_NEAR(part[k], slow.part(i)[k], 0.02);
    }
  }
}

TEST(ClassModel, FindsTheTwoKindsOfRows) {
  const SignatureData data = drawn_data(400, 8, 9);
  ClassModel model(data, 2);
  std::vector<std::uint32_t> start(data.size(), 0);
  for (std::size_t i = 0; i < data.size(); ++i) start[i] = data.row(i)[0] == data.first[0] ? 0 : 1;
  model.start_from(start);
  const double before = model.step();
  EXPECT_GT(model.fit(60), before);
  const auto found = model.assign();
  std::size_t agree = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    int second = 0;
    for (std::size_t c = 0; c < data.columns; ++c) second += data.row(i)[c] == data.first[c] + 1 ? 1 : 0;
    int first = 0;
    for (std::size_t c = 0; c < data.columns; ++c) first += data.row(i)[c] == data.first[c] ? 1 : 0;
    agree += (second > first ? 1U : 0U) == found[i] ? 1 : 0;
  }
  EXPECT_GT(agree, data.size() * 93 / 100);
}

}  // namespace
}  // namespace sidik::origin
