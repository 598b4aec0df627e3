#include "rehearse/rehearsal.hpp"

#include "rehearse/alteration.hpp"
#include "rehearse/origins/bank.hpp"
#include "rehearse/origins/insurer.hpp"
#include "rehearse/origins/marketplace.hpp"
#include "rehearse/origins/registry.hpp"
#include "rehearse/origins/telecom.hpp"

namespace sidik::rehearse {

namespace {

/// The codes, ages and dates are those of the spring of 2021.
constexpr std::uint16_t kYear = 2021;

ExtractionWindow draw_window(std::uint64_t seed, std::uint64_t number) {
  RandomStream stream(seed, Purpose::origin_habits, 1000 + number);
  const auto days = [](text::Date date) { return text::day_number(date); };
  const std::int32_t last = days({2019, 3, 1}) + static_cast<std::int32_t>(stream.below(760));
  const std::int32_t first = days({2012, 1, 1}) + static_cast<std::int32_t>(stream.below(700));
  return {text::from_day_number(first), text::from_day_number(last)};
}

std::string_view id_of(OtherOrigin kind) {
  switch (kind) {
    case OtherOrigin::bank:
      return "bank";
    case OtherOrigin::telecom:
      return "telecom";
    case OtherOrigin::marketplace:
      return "marketplace";
    case OtherOrigin::registry:
      return "registry";
  }
  return "other";
}

std::unique_ptr<Origin> make_other(OtherOrigin kind, std::uint64_t seed, const PersonModel& persons) {
  const std::uint64_t number = 1 + static_cast<std::uint64_t>(kind);
  const ExtractionWindow window = draw_window(seed, number);
  switch (kind) {
    case OtherOrigin::bank:
      return std::make_unique<Bank>(id_of(kind), seed, number, window);
    case OtherOrigin::telecom:
      return std::make_unique<Telecom>(id_of(kind), seed, number, window, persons);
    case OtherOrigin::marketplace:
      return std::make_unique<Marketplace>(id_of(kind), seed, number, window);
    case OtherOrigin::registry:
      return std::make_unique<Registry>(id_of(kind), seed, number, window);
  }
  return nullptr;
}

constexpr std::uint64_t kInventedNumber = 99;

}  // namespace

Rehearsal::Rehearsal(const RehearsalOptions& options, AreaSampler areas, const NameModel::Tokens& everywhere,
                     const pack::Pack& pack)
    : seed_(options.seed),
      retyped_per_million_(options.altered_per_million),
      retyping_(draw_retyping_weights(seed_)),
      areas_(std::move(areas)),
      names_(pack, everywhere),
      persons_(seed_, kYear, areas_, names_, pack),
      shape_(draw_file_shape(seed_)),
      mess_(draw_mess(seed_, options.mess, shape_)) {}

Result<std::unique_ptr<Rehearsal>> Rehearsal::create(const RehearsalOptions& options, std::uint64_t members,
                                                     const pack::Pack& pack) {
  SIDIK_TRY(AreaSampler areas, AreaSampler::create(pack, kYear));
  // Names of the whole world stand in `global`; people of the country bear what its own pack adds.
  SIDIK_TRY(const pack::Pack global, pack::load_pack({}));
  const bool is_global_alone = pack.name_tokens.size() <= global.name_tokens.size();
  const NameModel::Tokens none;
  std::unique_ptr<Rehearsal> out(
      new Rehearsal(options, std::move(areas), is_global_alone ? none : global.name_tokens, pack));
  out->plan_ = draw_row_plan(options.seed, options.rows, members, out->shape_);
  out->census_ = std::make_unique<Census>(out->persons_, out->plan_.persons);
  out->invented_ = std::make_unique<Invented>(options.seed, *out->census_, kYear - 1);
  out->add_origins();
  return out;
}

void Rehearsal::add_origins() {
  origins_.push_back(std::make_unique<Insurer>("insurer", seed_, 0, draw_window(seed_, 0)));
  for (const RowPlan::Other& other : plan_.others) origins_.push_back(make_other(other.kind, seed_, persons_));
  for (const auto& origin : origins_) rates_.push_back(draw_defect_rates(seed_, origin->number()));
  // Made-up rows are damaged by those who passed the file on, rarely by anything else.
  rates_.push_back(draw_defect_rates(seed_, kInventedNumber, 10));
}

std::vector<std::string> Rehearsal::strata() const {
  std::vector<std::string> out;
  out.reserve(origins_.size() + 1);
  for (const auto& origin : origins_) out.emplace_back(origin->id());
  out.emplace_back("invented");
  return out;
}

std::size_t Rehearsal::stratum_of(const RowEntry& entry) const {
  return entry.origin == kInventedOrigin ? origins_.size() : entry.origin;
}

bool Rehearsal::is_retyped(std::uint64_t row, const RowEntry& entry) const {
  const bool is_further = entry.repeats || entry.variant > 0;
  if (!is_further || entry.origin == kInventedOrigin || entry.shape != RowShape::whole) return false;
  return RandomStream(seed_, Purpose::retyping, row, 1).per_million(retyped_per_million_);
}

void Rehearsal::write_by_origin(const RowEntry& entry, bool is_contract, std::uint64_t row_key, Record& out) {
  census_->person(entry.person, person_);
  origins_[entry.origin]->write_record(person_, entry.variant, out, scratch_);
  if (entry.variant == 0 || is_contract) return;
  RandomStream alteration(seed_, Purpose::alteration, row_key, entry.variant);
  alter_record(out, alteration);
}

Rehearsal::Made Rehearsal::make_record(std::uint64_t row, Record& out) {
  const RowEntry& entry = plan_.rows[row];
  DamageTarget target{.person = nullptr, .kept_id = {}, .dates = DateStyle::iso, .delimiter = shape_.delimiter};
  const std::size_t stratum = stratum_of(entry);
  const std::uint64_t row_key = (std::uint64_t{stratum} << 40U) ^ entry.person;
  Made made;
  std::uint64_t writing = entry.variant;
  if (entry.origin == kInventedOrigin) {
    invented_->write_record(entry.person - plan_.persons, out);
  } else {
    const bool is_contract = entry.origin > 0 && plan_.others[entry.origin - 1U].kind == OtherOrigin::telecom;
    write_by_origin(entry, is_contract, row_key, out);
    made.household = person_.identity.head_index;
    target.person = &person_;
    target.dates = origins_[entry.origin]->habits().dates;
    if (entry.origin == kInsurerOrigin && entry.variant == 0) target.kept_id = Insurer::kept_id_column(entry.person);
    made.is_retyped = is_retyped(row, entry);
    if (made.is_retyped) {
      RandomStream stream(seed_, Purpose::retyping, row, 2);
      retype_record({out, person_, *census_, target.dates, stream}, retyping_);
      // What was typed anew is damaged anew.
      writing = row + 1000;
      target.kept_id.reset();
    }
  }
  if (entry.shape != RowShape::whole) return made;
  RandomStream stream(seed_, Purpose::row_defects, row_key, writing);
  made.defects = damage(out, target, rates_[stratum], *census_, stream);
  return made;
}

}  // namespace sidik::rehearse
