#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/linkage_field.hpp"
#include "people/match_model.hpp"

namespace sidik::people {

/// A model that was trained once, to be applied to other files: the weights of the fields and nothing of their values.
///
/// Format   JSON, version kVersion: the levels and bins it was made for, the prior, and of each field its meaning, how
///          it is compared and its probabilities. Headers are left out: where a file has none, a header is a value.
///          The frequencies of values are not part of it either; they are those of the file that it is applied to.
/// Threads  any number of readers.
class SavedModel {
 public:
  static constexpr int kVersion = 1;
  static constexpr std::size_t kMostBytes = std::size_t{1} << 20;

  /// `fields`: those that the model was trained on, in its order.
  SavedModel(std::span<const LinkageField> fields, const MatchModel& model);

  /// Errors   people.model_malformed (invalid_input): no such JSON, a part is missing or out of its range;
  ///          people.model_version (invalid_input); people.model_unfit (invalid_input): made for other levels or bins.
  [[nodiscard]] static Result<SavedModel> parse(std::string_view json);

  [[nodiscard]] std::string to_json() const;

  /// The model in the order of other fields. Fields are the same when their meaning and the way they are compared are;
  /// of several such the first goes to the first. What the model knows of fields that are not there is left out.
  ///
  /// Errors   people.model_unfit (invalid_input): a field that the model was not trained on.
  [[nodiscard]] Result<MatchModel> fit_to(std::span<const LinkageField> fields) const;

 private:
  SavedModel() = default;

  std::vector<LinkageField> fields_;  ///< without names
  MatchModel model_;
};

}  // namespace sidik::people
