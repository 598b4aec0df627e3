#pragma once

#include <optional>

#include "base/result.hpp"
#include "engine/examine.hpp"
#include "people/record_store.hpp"
#include "people/saved_model.hpp"

namespace sidik::engine {

/// The linkage model that --model names, or none. Read before the dump is, so that a bad file costs no reading.
///
/// Errors   engine.model_unreadable (not_found); those of people::SavedModel::parse; engine.model_without_people
/// (usage)
///          when --model or --save-model is given to an examination that does not look for persons.
[[nodiscard]] Result<std::optional<people::SavedModel>> saved_model_of(const ExamineRequest& request);

/// The model for the fields of a store: the saved one in their order, or none. Errors   people.model_unfit.
[[nodiscard]] Result<std::optional<people::MatchModel>> model_for(const std::optional<people::SavedModel>& saved,
                                                                  const people::RecordStore& store);

/// Writes the model to where --save-model says, as a file of its owner alone. Errors   engine.unwritable (io).
[[nodiscard]] Status save_model(const ExamineRequest& request, const people::RecordStore& store,
                                const people::MatchModel& model);

}  // namespace sidik::engine
