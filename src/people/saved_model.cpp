#include "people/saved_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sidik::people {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kKinds[] = {"name",  "text",  "address",  "digits", "date",
                                       "phone", "email", "category", "number"};
/// Beyond this no weight of a model comes near.
constexpr double kMostLogOdds = 1000;
constexpr std::size_t kLongestMeaning = 64;

std::unexpected<Error> malformed(std::string what) {
  return fail(ErrorKind::invalid_input, "people.model_malformed", "the model is malformed: " + std::move(what),
              "save it again with sidik people FILE --save-model MODEL");
}

std::unexpected<Error> unfit(std::string what) {
  return fail(ErrorKind::invalid_input, "people.model_unfit", "the model does not fit: " + std::move(what),
              "train one on a file with these columns: sidik people FILE --save-model MODEL");
}

Json levels_json() {
  Json levels = Json::array();
  for (std::size_t l = 0; l < kLevels; ++l) levels.push_back(level_name(static_cast<Level>(l)));
  return levels;
}

const Json* find(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::optional<double> number_in(const Json* value, double least, double most) {
  if (value == nullptr || !value->is_number()) return std::nullopt;
  const double number = value->get<double>();
  if (!(number >= least && number <= most)) return std::nullopt;
  return number;
}

std::optional<bool> flag_in(const Json* value) {
  if (value == nullptr || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

/// One probability a level but `missing`, each above 0 as a weight is the logarithm of two of them.
bool read_levels(const Json* list, std::array<double, kLevels>& out) {
  if (list == nullptr || !list->is_array() || list->size() != kLevels - 1) return false;
  for (std::size_t l = 1; l < kLevels; ++l) {
    const auto share = number_in(&(*list)[l - 1], 0, 1);
    if (!share || *share <= 0) return false;
    out[l] = *share;
  }
  return true;
}

Json levels_of(const std::array<double, kLevels>& shares) {
  return std::vector<double>(shares.begin() + 1, shares.end());
}

std::optional<FieldKind> read_kind(const Json* value) {
  if (value == nullptr || !value->is_string()) return std::nullopt;
  const auto* found = std::ranges::find(kKinds, value->get_ref<const std::string&>());
  if (found == std::end(kKinds)) return std::nullopt;
  return static_cast<FieldKind>(found - std::begin(kKinds));
}

bool read_field(const Json& from, LinkageField& field, FieldModel& model) {
  const Json* meaning = find(from, "meaning");
  if (meaning == nullptr || !meaning->is_string() || meaning->get_ref<const std::string&>().size() > kLongestMeaning)
    return false;
  field.meaning = meaning->get<std::string>();
  const auto kind = read_kind(find(from, "kind"));
  const auto is_shared = flag_in(find(from, "is_shared"));
  const auto proves = flag_in(find(from, "proves"));
  const auto holds_birth = flag_in(find(from, "holds_birth"));
  if (!kind || !is_shared || !proves || !holds_birth) return false;
  field.kind = *kind;
  field.is_shared = *is_shared;
  field.proves = *proves;
  field.holds_birth = *holds_birth;
  return read_levels(find(from, "m"), model.m) && read_levels(find(from, "u"), model.u) &&
         read_levels(find(from, "kin"), model.kin);
}

Status read_bins(const Json* list, MatchModel& model) {
  if (list == nullptr || !list->is_array()) return malformed("bins are missing");
  if (list->size() != MatchModel::kBins) return unfit("it has other bins");
  for (std::size_t b = 0; b < model.cap.size(); ++b) {
    const auto cap = number_in(find((*list)[b], "log2_odds"), -kMostLogOdds, kMostLogOdds);
    const auto is_known = flag_in(find((*list)[b], "is_known"));
    if (!cap || !is_known) return malformed(fmt::format("bin {} is none", b + 1));
    model.cap[b] = *cap;
    model.is_known[b] = *is_known;
  }
  return {};
}

bool are_alike(const LinkageField& one, const LinkageField& other) {
  return one.meaning == other.meaning && one.kind == other.kind && one.is_shared == other.is_shared &&
         one.proves == other.proves && one.holds_birth == other.holds_birth;
}

}  // namespace

SavedModel::SavedModel(std::span<const LinkageField> fields, const MatchModel& model)
    : fields_(fields.begin(), fields.end()), model_(model) {
  for (auto& field : fields_) field.name.clear();
}

Result<SavedModel> SavedModel::parse(std::string_view json) {
  if (json.size() > kMostBytes) return malformed(fmt::format("it has more than {} bytes", kMostBytes));
  const Json all = Json::parse(json, nullptr, false);
  if (all.is_discarded() || !all.is_object()) return malformed("it is not a JSON object");
  const Json* version = find(all, "sidik_linkage_model");
  if (version == nullptr || !version->is_number_unsigned()) return malformed("it does not say sidik_linkage_model");
  if (version->get<std::uint64_t>() != kVersion) {
    return fail(ErrorKind::invalid_input, "people.model_version",
                fmt::format("the model is of another version than {}", kVersion),
                "save it again with this sidik: sidik people FILE --save-model MODEL");
  }
  const Json* levels = find(all, "levels");
  if (levels == nullptr || !levels->is_array()) return malformed("levels are missing");
  if (*levels != levels_json()) return unfit("it has other levels of agreement");
  SavedModel saved;
  const auto prior = number_in(find(all, "log2_prior"), -kMostLogOdds, kMostLogOdds);
  if (!prior) return malformed("log2_prior is no such number");
  saved.model_.log2_prior = *prior;
  SIDIK_CHECK(read_bins(find(all, "bins"), saved.model_));
  const Json* fields = find(all, "fields");
  if (fields == nullptr || !fields->is_array() || fields->empty() || fields->size() > kMostFields)
    return malformed(fmt::format("fields are not 1 to {}", kMostFields));
  for (const Json& from : *fields) {
    LinkageField field;
    FieldModel weights;
    if (!read_field(from, field, weights)) return malformed(fmt::format("field {} is none", saved.fields_.size() + 1));
    saved.model_.is_shared.push_back(field.is_shared);
    saved.model_.fields.push_back(weights);
    saved.fields_.push_back(std::move(field));
  }
  return saved;
}

std::string SavedModel::to_json() const {
  Json all;
  all["sidik_linkage_model"] = kVersion;
  all["levels"] = levels_json();
  all["log2_prior"] = model_.log2_prior;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    Json field;
    field["meaning"] = fields_[f].meaning;
    field["kind"] = kKinds[static_cast<std::size_t>(fields_[f].kind)];
    field["is_shared"] = fields_[f].is_shared;
    field["proves"] = fields_[f].proves;
    field["holds_birth"] = fields_[f].holds_birth;
    field["m"] = levels_of(model_.fields[f].m);
    field["u"] = levels_of(model_.fields[f].u);
    field["kin"] = levels_of(model_.fields[f].kin);
    all["fields"].push_back(std::move(field));
  }
  for (std::size_t b = 0; b < model_.cap.size(); ++b)
    all["bins"].push_back({{"log2_odds", model_.cap[b]}, {"is_known", model_.is_known[b]}});
  return all.dump(1) + "\n";
}

Result<MatchModel> SavedModel::fit_to(std::span<const LinkageField> fields) const {
  MatchModel model = model_;
  model.fields.clear();
  model.is_shared.clear();
  std::vector<bool> is_taken(fields_.size(), false);
  for (const LinkageField& field : fields) {
    std::size_t own = 0;
    while (own < fields_.size() && (is_taken[own] || !are_alike(fields_[own], field))) ++own;
    if (own == fields_.size()) {
      return unfit(fmt::format("field {} of the file, of the meaning {}, was not among those it was trained on",
                               model.fields.size() + 1, field.meaning));
    }
    is_taken[own] = true;
    model.fields.push_back(model_.fields[own]);
    model.is_shared.push_back(model_.is_shared[own]);
  }
  return model;
}

}  // namespace sidik::people
