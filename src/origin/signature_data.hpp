#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/coding.hpp"
#include "origin/signature_table.hpp"

namespace sidik::origin {

/// Signatures with weights, in the form that the class model works on: for every column the place of its category in
/// one long list of the categories of all columns.
struct SignatureData {
  /// What a category is; codings too rare to be told apart in a column are one category.
  struct Category {
    std::size_t column = 0;
    Coding coding = kEmpty;
    bool is_rest = false;
  };
  static constexpr std::size_t kMostCategories = 28;  ///< of a column

  std::size_t columns = 0;
  std::vector<Category> categories;   ///< column by column
  std::vector<std::uint32_t> first;   ///< first category of each column, and their number at the end
  std::vector<std::uint32_t> places;  ///< signature by signature, `columns` each
  std::vector<float> weights;         ///< by signature

  [[nodiscard]] std::size_t size() const { return weights.size(); }
  [[nodiscard]] std::span<const std::uint32_t> row(std::size_t signature) const {
    return {places.data() + signature * columns, columns};
  }
  /// The same categories, and only the signatures named, with weights of their own.
  [[nodiscard]] SignatureData subset(std::span<const std::uint32_t> signatures, std::span<const float> weights) const;
};

/// The signatures of a table in the order of `order`, see SignatureTable::ordered() and weight().
[[nodiscard]] SignatureData make_signature_data(const SignatureTable& table, std::span<const std::uint32_t> order);

}  // namespace sidik::origin
