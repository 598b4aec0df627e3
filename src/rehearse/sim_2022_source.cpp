#include "rehearse/sim_2022_source.hpp"

#include <algorithm>

#include "rehearse/date_style.hpp"
#include "rehearse/national_id.hpp"

namespace sidik::rehearse {

namespace {

/// Column names of this file are invented here; public reports describe the four fields in words.
enum SimColumn : std::size_t { holder, number, provider, registered, sim_columns };
constexpr ColumnFact kSimColumns[] = {{"NIK", "id.national"},
                                      {"NOMOR_HP", "contact.phone"},
                                      {"OPERATOR", "contact.phone_operator"},
                                      {"TGL_REGISTRASI", "date.event"}};
static_assert(std::size(kSimColumns) == sim_columns);

constexpr std::uint16_t kYear = 2022;
constexpr text::Date kFirstDay{2017, 10, 31};
constexpr text::Date kLastDay{2022, 8, 31};
/// The numbers of the largest holder that was found in the sample of 2022.
constexpr std::uint64_t kMostNumbers = 1368;
constexpr std::uint64_t kOrigin = 200;  ///< number of this source among those that draw habits

/// How many numbers the holders have, the largest first; they sum to `total`.
std::vector<std::uint32_t> draw_holdings(std::uint64_t total, RandomStream& stream) {
  std::vector<std::uint32_t> out;
  std::uint64_t left = total;
  const auto give = [&](std::uint64_t count) {
    count = std::min(count, left);
    if (count > 0) out.push_back(static_cast<std::uint32_t>(count));
    left -= count;
  };
  // Dealers and those who register for others: each next one has some tenths less, down to a dozen. They hold a tenth
  // of all at most.
  for (std::uint64_t many = std::min(kMostNumbers, total / 40 + 1); many >= 12;
       many = many * stream.between(60, 90) / 100)
    give(many);
  while (left > 0) {
    const std::size_t kind = stream.weighted({560, 230, 110, 60, 30, 10});
    give(kind < 5 ? kind + 1 : 6 + stream.below(6));
  }
  return out;
}

}  // namespace

Sim2022Source::Sim2022Source(const RehearsalOptions& options, const pack::Pack& pack)
    : seed_(options.seed),
      shape_(draw_file_shape(options.seed)),
      mess_(draw_mess(options.seed, options.mess, shape_)),
      habits_(draw_habits(options.seed, kOrigin)),
      operators_(pack),
      numbers_(options.rows) {
  // Days, not times; the exports of one operator and the next differ in nothing else.
  if (habits_.dates == DateStyle::iso_midnight) habits_.dates = DateStyle::iso;
}

Result<std::unique_ptr<Sim2022Source>> Sim2022Source::create(const RehearsalOptions& options, const pack::Pack& pack) {
  std::unique_ptr<Sim2022Source> out(new Sim2022Source(options, pack));
  out->plan_rows(options.rows);
  SIDIK_TRY(out->world_, World::create(options.seed, kYear, out->persons_, pack));
  return out;
}

void Sim2022Source::plan_rows(std::uint64_t rows) {
  RandomStream stream(seed_, Purpose::scene);
  const std::uint64_t repeated = rows * stream.between(2, 30) / 1000;
  const std::uint64_t made_up = rows * stream.below(12) / 1000;
  ported_percent_ = stream.between(1, 6);
  slip_rate_ = static_cast<std::uint32_t>(stream.between(500, 15000));
  scientific_rate_ = stream.percent(30) ? static_cast<std::uint32_t>(stream.below(4000)) : 0;
  rows_.reserve(rows);
  const std::vector<std::uint32_t> holdings = draw_holdings(rows - repeated - made_up, stream);
  persons_ = static_cast<std::uint32_t>(holdings.size());
  for (std::uint32_t person = 0; person < persons_; ++person) {
    for (std::uint32_t i = 0; i < holdings[person]; ++i)
      rows_.push_back({.person = person, .variant = static_cast<std::uint16_t>(i)});
  }
  for (std::uint64_t i = 0; i < made_up; ++i) rows_.push_back({.person = persons_ + made_up_++, .part = 1});
  repeat_rows(rows_, repeated, stream);
  shuffle_rows(rows_, stream);
  tear_rows(rows_, static_cast<std::uint32_t>(stream.below(4000)), shape_.end, stream);
}

std::span<const ColumnFact> Sim2022Source::columns() const { return kSimColumns; }

void Sim2022Source::introduce(TruthTally& tally) const {
  for (StratumCount& stratum : tally.strata) stratum.extracted = kLastDay;
}

void Sim2022Source::write_identity(const SceneRow& row, RandomStream& stream, std::string& out) const {
  if (row.part == 0) {
    append_national_id(out, world_->census().national_id(row.person));
    return;
  }
  // Made up at the counter: a run of one digit, or a number that nobody has.
  if (stream.percent(25)) {
    out.assign(16, static_cast<char>('1' + static_cast<int>(stream.below(9))));
    return;
  }
  std::uint64_t id = stream.below(10000000000000000U);
  while (world_->census().knows(id)) ++id;
  append_padded(out, id, 16);
}

void Sim2022Source::damage_row(const SceneRow& row, Record& out, DefectSet& done) const {
  RandomStream stream(seed_, Purpose::row_defects, (kOrigin << 40U) ^ row.person, row.variant);
  std::string& id = out[holder];
  if (stream.per_million(slip_rate_)) {
    std::string slipped = id;
    slipped[stream.below(slipped.size())] = static_cast<char>('0' + static_cast<int>(stream.below(10)));
    // A slip never makes the number of another person.
    std::uint64_t value = 0;
    for (const char c : slipped) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (slipped != id && !world_->census().knows(value)) {
      id = slipped;
      done |= bit(Defect::id_slip);
    }
  } else if (stream.per_million(scientific_rate_)) {
    id = id.substr(0, 1) + '.' + id.substr(1, 2) + "E+15";
    done |= bit(Defect::scientific_id);
  }
  if (stream.per_million(1500)) {
    out[provider] += ' ';
    done |= bit(Defect::padded);
  }
}

DumpRow Sim2022Source::make_row(std::uint64_t number_of_row, Record& out) {
  const SceneRow& row = rows_[number_of_row];
  DumpRow made{
      .person = row.person, .stratum = row.part, .shape = row.shape, .quotes = habits_.quotes, .repeats = row.repeats};
  RandomStream stream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ row.person, row.variant);
  out.clear();
  write_identity(row, stream, out[holder]);
  national_.clear();
  world_->persons().append_mobile(national_, stream);
  static constexpr std::string_view kBefore[] = {"0", "62", "+62", ""};
  out[number] += kBefore[static_cast<std::size_t>(habits_.phones)];
  out[number] += national_;
  const std::string_view own = operators_.of(national_);
  const std::string_view serving = stream.percent(ported_percent_) ? operators_.any(stream) : own;
  out[provider] = serving;
  // Everybody had to register anew in the first half year.
  const std::int32_t first = text::day_number(kFirstDay);
  const std::int32_t last = text::day_number(kLastDay);
  const std::int32_t span = stream.percent(42) ? 180 : last - first;
  const auto day = first + static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(span) + 1));
  append_date(out[registered], text::from_day_number(day), habits_.dates);
  if (row.shape != RowShape::whole) return made;
  damage_row(row, out, made.defects);
  if (row.variant > 0) made.writing = DumpRow::Writing::further_contract;
  std::uint64_t value = 0;
  for (const char c : national_) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  numbers_.insert(value);
  if (!row.repeats) {
    of_largest_holder_ += row.person == 0 ? 1 : 0;
    ported_ += serving != own ? 1 : 0;
  }
  return made;
}

std::vector<ScenarioFact> Sim2022Source::facts() const {
  return {{"distinct_numbers", numbers_.size()},
          {"numbers_of_largest_holder", of_largest_holder_},
          {"ported_numbers", ported_}};
}

}  // namespace sidik::rehearse
