#include "engine/linkage_model.hpp"

#include <fstream>
#include <string>

#include <fmt/format.h>

#include "engine/present.hpp"

namespace sidik::engine {

Result<std::optional<people::SavedModel>> saved_model_of(const ExamineRequest& request) {
  if (request.model_file.empty() && request.save_model_file.empty()) return std::nullopt;
  if (request.parts != "all" && request.parts != "people") {
    return fail(ErrorKind::usage, "engine.model_without_people",
                "--model and --save-model are about persons, and these parts look for none",
                "leave --parts out, or give --parts people");
  }
  if (request.model_file.empty()) return std::nullopt;
  std::ifstream file(request.model_file, std::ios::binary);
  std::string text(people::SavedModel::kMostBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad() || file.gcount() == 0) {
    return fail(ErrorKind::not_found, "engine.model_unreadable",
                fmt::format("the model {} cannot be read", request.model_file),
                "make one with: sidik people FILE --save-model MODEL");
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  SIDIK_TRY(auto saved, people::SavedModel::parse(text));
  return saved;
}

Result<std::optional<people::MatchModel>> model_for(const std::optional<people::SavedModel>& saved,
                                                    const people::RecordStore& store) {
  if (!saved) return std::nullopt;
  SIDIK_TRY(auto model, saved->fit_to(store.fields()));
  return model;
}

Status save_model(const ExamineRequest& request, const people::RecordStore& store, const people::MatchModel& model) {
  if (request.save_model_file.empty()) return {};
  return write_file(request.save_model_file, people::SavedModel(store.fields(), model).to_json());
}

}  // namespace sidik::engine
