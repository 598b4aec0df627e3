#include "rehearse/composite_source.hpp"

#include <algorithm>

#include "rehearse/alteration.hpp"

namespace sidik::rehearse {
namespace {

constexpr std::uint16_t kYear = 2021;
/// Numbers of the drawn systems among those that draw habits and defects.
constexpr std::uint64_t kFirstSystem = 400;

}  // namespace

CompositeSource::CompositeSource(const RehearsalOptions& options)
    : seed_(options.seed), shape_(draw_file_shape(options.seed)), mess_(draw_mess(options.seed, options.mess, shape_)) {
  RandomStream stream(seed_, Purpose::composite);
  origins_ = options.origins != 0 ? options.origins : stream.between(2, 8);
  draw_systems(stream);
  plan_rows(options.rows, stream);
}

Result<std::unique_ptr<CompositeSource>> CompositeSource::create(const RehearsalOptions& options,
                                                                 const pack::Pack& pack) {
  std::unique_ptr<CompositeSource> out(new CompositeSource(options));
  SIDIK_TRY(out->world_, World::create(options.seed, kYear, out->persons_, pack));
  return out;
}

void CompositeSource::draw_systems(RandomStream& stream) {
  has_twins_ = origins_ > 1 && stream.percent(25);
  has_small_one_ = origins_ > 1 && stream.percent(30);
  const std::uint64_t mess = stream.pick({10U, 30U, 100U, 100U, 200U});
  for (std::size_t i = 0; i < origins_; ++i) {
    if (has_twins_ && i == 1) {
      systems_.front().hold_codes();
      systems_.push_back(DrawnSystem::twin_of(systems_.front(), i));
    } else {
      systems_.emplace_back(seed_, i);
    }
    rates_.push_back(draw_defect_rates(seed_, kFirstSystem + i, static_cast<std::uint32_t>(mess)));
  }
}

std::vector<std::uint64_t> CompositeSource::draw_counts(std::uint64_t rows, RandomStream& stream) const {
  std::vector<std::uint64_t> weights;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < origins_; ++i) sum += weights.emplace_back(stream.between(15, 100));
  std::vector<std::uint64_t> counts(origins_);
  std::uint64_t left = rows;
  for (std::size_t i = 1; i < origins_; ++i) left -= counts[i] = rows * weights[i] / sum;
  counts[0] = left;
  if (!has_small_one_) return counts;
  const std::uint64_t few = rows / 200;
  counts[0] += counts.back() - std::min(few, counts.back());
  counts.back() = std::min(few, counts.back());
  return counts;
}

void CompositeSource::plan_rows(std::uint64_t rows, RandomStream& stream) {
  const std::uint64_t repeated = rows * stream.pick({0U, 5U, 30U, 100U}) / 1000;
  const std::uint64_t altered_percent = stream.below(6);
  persons_ = static_cast<std::uint32_t>(rows - rows / 4 + 16);
  const std::vector<std::uint64_t> counts = draw_counts(rows - repeated, stream);
  for (std::size_t part = 0; part < origins_; ++part) {
    for (std::uint64_t i = 0; i < counts[part]; ++i) {
      SceneRow row{.person = static_cast<std::uint32_t>(stream.below(persons_)),
                   .part = static_cast<std::uint8_t>(part)};
      if (stream.percent(altered_percent)) row.variant = static_cast<std::uint16_t>(1 + stream.below(200));
      rows_.push_back(row);
    }
  }
  repeat_rows(rows_, repeated, stream);
  order_rows(stream);
  tear_rows(rows_, static_cast<std::uint32_t>(stream.below(3000)), shape_.end, stream);
}

void CompositeSource::order_rows(RandomStream& stream) {
  layout_ = static_cast<Layout>(stream.weighted({45, 35, 20}));
  shape_.shuffled = layout_ == Layout::shuffled;
  shuffle_rows(rows_, stream);
  if (layout_ == Layout::shuffled) return;
  // Half and half: the first half stands origin by origin, the second as the cards fell.
  const auto end =
      layout_ == Layout::concatenated ? rows_.end() : rows_.begin() + static_cast<std::ptrdiff_t>(rows_.size() / 2);
  std::stable_sort(rows_.begin(), end, [](const SceneRow& a, const SceneRow& b) { return a.part < b.part; });
}

std::vector<std::string> CompositeSource::strata() const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < origins_; ++i) out.push_back("system" + std::to_string(i + 1));
  return out;
}

void CompositeSource::introduce(TruthTally& tally) const {
  for (std::size_t i = 0; i < origins_; ++i) tally.strata[i].extracted = systems_[i].last_day();
}

DumpRow CompositeSource::make_row(std::uint64_t number, Record& out) {
  const SceneRow& row = rows_[number];
  const DrawnSystem& system = systems_[row.part];
  DumpRow made{.person = row.person,
               .stratum = row.part,
               .shape = row.shape,
               .quotes = system.habits().quotes,
               .repeats = row.repeats};
  world_->census().person(row.person, person_);
  system.write(person_, row.variant, out);
  const std::uint64_t key = ((kFirstSystem + row.part) << 40U) ^ row.person;
  if (row.variant > 0) {
    RandomStream alteration(seed_, Purpose::alteration, key, row.variant);
    alter_record(out, alteration);
    made.writing = DumpRow::Writing::altered;
  }
  if (row.shape != RowShape::whole) return made;
  const DamageTarget target{
      .person = &person_, .kept_id = {}, .dates = system.habits().dates, .delimiter = shape_.delimiter};
  RandomStream stream(seed_, Purpose::row_defects, key, row.variant);
  made.defects = damage(out, target, rates_[row.part], world_->census(), stream);
  return made;
}

std::vector<ScenarioFact> CompositeSource::facts() const {
  return {{"origins", origins_},
          {"twins", has_twins_ ? 1 : 0},
          {"small_one", has_small_one_ ? 1 : 0},
          {"layout", static_cast<std::uint64_t>(layout_)}};
}

}  // namespace sidik::rehearse
