#include "rehearse/registry_2023_source.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "rehearse/date_style.hpp"
#include "rehearse/identifiers.hpp"
#include "rehearse/national_id.hpp"

namespace sidik::rehearse {

namespace {

constexpr std::uint16_t kYear = 2018;  ///< the newest rows of the sample were of 2018
constexpr std::uint64_t kOrigin = 300;
constexpr std::uint32_t kOfficersOfAnOffice = 12;

/// The pack with people in the chosen regencies and hardly any elsewhere.
pack::Pack with_people_in(const pack::Pack& pack, const std::vector<std::string>& regencies) {
  pack::Pack out = pack;
  for (pack::Area& area : out.areas) {
    if (area.code.size() != 4) continue;
    const bool is_chosen = std::find(regencies.begin(), regencies.end(), area.code) != regencies.end();
    area.population = is_chosen ? 1000000 : 500;
  }
  return out;
}

/// Regencies of one province as far as it has enough, then others.
std::vector<std::string> choose_regencies(const std::vector<Regency>& all, RandomStream& stream) {
  const std::size_t wanted = std::min<std::size_t>(stream.between(4, 11), all.size());
  const std::string province = all[stream.below(all.size())].code.substr(0, 2);
  std::vector<std::string> own;
  std::vector<std::string> other;
  for (const Regency& regency : all) (regency.code.starts_with(province) ? own : other).push_back(regency.code);
  std::vector<std::string> out;
  while (out.size() < wanted) {
    std::vector<std::string>& from = own.empty() ? other : own;
    const std::size_t at = stream.below(from.size());
    out.push_back(from[at]);
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

text::Date day_between(text::Date first, text::Date last, RandomStream& stream) {
  const std::int32_t low = text::day_number(first);
  const std::int32_t high = std::max(low, text::day_number(last));
  return text::from_day_number(low +
                               static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(high - low) + 1)));
}

text::Date years_after(text::Date date, int years) {
  return {static_cast<std::int16_t>(date.year + years), date.month, std::min<std::uint8_t>(date.day, 28)};
}

void append_certificate(std::string& out, std::string_view area, std::string_view kind, int year,
                        RandomStream& stream) {
  out += area;
  out += '-';
  out += kind;
  out += '-';
  append_padded(out, static_cast<std::uint64_t>(year), 4);
  out += '-';
  append_padded(out, stream.below(20000), 5);
}

}  // namespace

Registry2023Source::Registry2023Source(const RehearsalOptions& options)
    : seed_(options.seed),
      shape_(draw_file_shape(options.seed)),
      mess_(draw_mess(options.seed, options.mess, shape_)),
      person_() {}

Result<std::unique_ptr<Registry2023Source>> Registry2023Source::create(const RehearsalOptions& options,
                                                                       const pack::Pack& pack) {
  std::unique_ptr<Registry2023Source> out(new Registry2023Source(options));
  SIDIK_CHECK(out->settle_offices(pack, options));
  return out;
}

Status Registry2023Source::settle_offices(const pack::Pack& pack, const RehearsalOptions& options) {
  SIDIK_TRY(const AreaSampler areas, AreaSampler::create(pack, kYear));
  RandomStream stream(seed_, Purpose::scene, kOrigin);
  const std::vector<std::string> codes = choose_regencies(areas.regencies(), stream);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    Office office{.code = codes[i], .habits = draw_habits(seed_, kOrigin + i), .last_day = {}};
    office.last_day = day_between({2017, 6, 1}, {2018, 12, 28}, stream);
    // An exporting program writes nothing for nothing; other words for it would be another scenario.
    office.habits.null_word = stream.percent(80) ? "" : "-";
    offices_.push_back(std::move(office));
  }
  plan_rows(options.rows);
  SIDIK_TRY(world_, World::create(seed_, kYear, persons_, with_people_in(pack, codes)));
  officers_ = std::make_unique<Officers>(seed_, world_->names());
  order_rows();
  return {};
}

void Registry2023Source::plan_rows(std::uint64_t rows) {
  RandomStream stream(seed_, Purpose::scene);
  const std::uint64_t repeated = rows * stream.between(2, 25) / 1000;
  const std::uint64_t moved = rows * stream.between(60, 150) / 1000;
  const std::uint64_t moved_twice = moved * stream.between(5, 20) / 100;
  const std::uint64_t firsts = rows - repeated - moved - moved_twice;
  persons_ = static_cast<std::uint32_t>(firsts);
  rows_.reserve(rows);
  for (std::uint32_t person = 0; person < persons_; ++person) rows_.push_back({.person = person});
  // Who moved is spread over all: steps of a fixed width through the persons.
  const auto add_moves = [&](std::uint64_t count, std::uint16_t variant) {
    for (std::uint64_t i = 0; i < count; ++i)
      rows_.push_back({.person = static_cast<std::uint32_t>(i * firsts / count), .variant = variant});
  };
  add_moves(moved, 1);
  add_moves(moved_twice, 2);
  repeat_rows(rows_, repeated, stream);
  shuffle_rows(rows_, stream);
}

void Registry2023Source::order_rows() {
  // A person stands in the database of the own regency, where there is one, and after a move in the next ones.
  for (SceneRow& row : rows_) {
    const std::string& home = world_->persons().identity_of(row.person).home->code;
    const auto found =
        std::find_if(offices_.begin(), offices_.end(), [&](const Office& office) { return office.code == home; });
    const std::size_t own = found != offices_.end() ? static_cast<std::size_t>(found - offices_.begin())
                                                    : mix64(row.person) % offices_.size();
    row.part = static_cast<std::uint8_t>((own + row.variant) % offices_.size());
  }
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const SceneRow& left, const SceneRow& right) { return left.part < right.part; });
  shape_.shuffled = false;
  RandomStream stream(seed_, Purpose::layout);
  tear_rows(rows_, static_cast<std::uint32_t>(stream.below(3000)), shape_.end, stream);
  // Some of the databases came with their own header.
  for (std::uint64_t row = 1; row < rows_.size(); ++row) {
    if (rows_[row].part != rows_[row - 1].part && stream.percent(30)) headers_.push_back(row);
  }
}

std::vector<std::string> Registry2023Source::strata() const {
  std::vector<std::string> out;
  out.reserve(offices_.size());
  for (const Office& office : offices_) out.push_back("regency_" + office.code);
  return out;
}

void Registry2023Source::introduce(TruthTally& tally) const {
  for (std::size_t i = 0; i < offices_.size(); ++i) tally.strata[i].extracted = offices_[i].last_day;
}

void Registry2023Source::write_person(const SceneRow& row, const Office& office, RandomStream& stream, Record& out) {
  static constexpr std::string_view kFaith[] = {"ISLAM", "KRISTEN", "KATOLIK", "HINDU", "BUDDHA", "KONGHUCU"};
  static constexpr std::string_view kMarital[] = {"BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI"};
  static constexpr std::string_view kBlood[] = {"TIDAK TAHU", "A", "B", "AB", "O"};
  static constexpr std::string_view kRelations[] = {"KEPALA KELUARGA", "ISTRI", "ANAK", "ORANG TUA", "FAMILI LAIN"};
  static constexpr std::string_view kSchools[] = {"TIDAK/BELUM SEKOLAH", "TAMAT SD/SEDERAJAT", "SLTP/SEDERAJAT",
                                                  "SLTA/SEDERAJAT",      "DIPLOMA III",        "DIPLOMA IV/STRATA I"};
  static constexpr std::string_view kWork[] = {"PETANI/PEKEBUN",
                                               "MENGURUS RUMAH TANGGA",
                                               "PELAJAR/MAHASISWA",
                                               "WIRASWASTA",
                                               "KARYAWAN SWASTA",
                                               "BELUM/TIDAK BEKERJA",
                                               "GURU"};
  world_->census().person(row.person, person_);
  const Identity& who = person_.identity;
  append_national_id(out[r_nik], person_.national_id);
  if (stream.percent(64)) out[r_old_nik] = out[r_nik];
  out[r_name] = person_.name;
  out[r_sex] = who.female ? "PEREMPUAN" : "LAKI-LAKI";
  out[r_birth_place] = person_.birth_place;
  append_date(out[r_birth_date], who.birth, office.habits.dates);
  out[r_blood] = kBlood[person_.blood];
  out[r_religion] = kFaith[static_cast<std::size_t>(person_.religion)];
  out[r_marital] = kMarital[static_cast<std::size_t>(person_.marital)];
  out[r_relation] =
      who.relation == Relation::spouse && !who.female ? "SUAMI" : kRelations[static_cast<std::size_t>(who.relation)];
  out[r_education] = kSchools[stream.weighted({24, 26, 17, 24, 3, 6})];
  out[r_occupation] = kWork[stream.weighted({20, 19, 17, 15, 10, 16, 3})];
  if (stream.per_million(9000)) out[r_disability] = "DISABILITAS FISIK";
  if (!stream.per_million(14000)) return;
  out[r_passport] = static_cast<char>('A' + static_cast<int>(stream.below(3)));
  append_padded(out[r_passport], stream.below(10000000), 7);
  append_date(out[r_passport_until], day_between({2015, 1, 1}, {2023, 1, 1}, stream), office.habits.dates);
}

void Registry2023Source::write_certificates(const Office& office, RandomStream& stream, Record& out) const {
  const Identity& who = person_.identity;
  const DateStyle dates = office.habits.dates;
  const bool has_birth = stream.percent(kYear - who.birth.year < 25 ? 82 : 38);
  out[r_has_birth_certificate] = has_birth ? "ADA" : "TIDAK ADA";
  if (has_birth && stream.percent(80))
    append_certificate(out[r_birth_certificate], office.code, "LU", who.birth.year + 1, stream);
  if (person_.marital == Marital::single) return;
  const text::Date wedding = day_between(years_after(who.birth, 19), years_after(who.birth, 33), stream);
  out[r_has_marriage_certificate] = stream.percent(77) ? "ADA" : "TIDAK ADA";
  if (out[r_has_marriage_certificate] == "ADA") {
    append_certificate(out[r_marriage_certificate], office.code, "KW", wedding.year, stream);
    append_date(out[r_marriage_date], wedding, dates);
  }
  if (person_.marital != Marital::divorced) return;
  out[r_has_divorce_certificate] = stream.percent(60) ? "ADA" : "TIDAK ADA";
  if (out[r_has_divorce_certificate] != "ADA") return;
  append_certificate(out[r_divorce_certificate], office.code, "CR", wedding.year + 4, stream);
  append_date(out[r_divorce_date], years_after(wedding, 4), dates);
}

void Registry2023Source::write_parents(RandomStream& stream, Record& out) const {
  const Identity& who = person_.identity;
  for (const bool female : {true, false}) {
    const NameModel::Wish wish{.culture = who.origin->culture,
                               .female = female,
                               .birth_year = who.birth.year - 26,
                               .child_number = 1,
                               .family_name = {},
                               .muslim = person_.religion == Religion::islam};
    world_->names().append_name(out[female ? r_mother_name : r_father_name], wish, stream);
    if (!stream.percent(46)) continue;
    const text::Date birth = day_between(years_after(who.birth, -38), years_after(who.birth, -18), stream);
    append_national_id(out[female ? r_mother_nik : r_father_nik],
                       national_id(*who.area6, birth, female, static_cast<std::uint32_t>(stream.between(1, 9))));
  }
}

void Registry2023Source::write_officers(const SceneRow& row, const Office& office, RandomStream& stream, Record& out) {
  const std::uint32_t village = static_cast<std::uint32_t>(100 + stream.below(400));
  if (stream.percent(81)) officers_->append_name(out[r_neighbourhood_head], row.part, village * 2);
  if (stream.percent(76)) officers_->append_name(out[r_ward_head], row.part, village * 2 + 1);
  officers_->append_name(out[r_registrar], row.part, 0);
  officers_->append_number(out[r_registrar_number], row.part, 0);
  clerk_ = 1 + static_cast<std::uint32_t>(stream.below(kOfficersOfAnOffice - 1));
  officers_->append_name(out[r_clerk], row.part, clerk_);
  officers_->append_number(out[r_clerk_number], row.part, clerk_);
  append_timestamp(out[r_entered], day_between({2009, 6, 1}, office.last_day, stream),
                   static_cast<std::uint32_t>(stream.between(28800, 57600)), office.habits.timestamps);
}

/// What another office writes about the same person: the number stays, the words differ.
void Registry2023Source::write_otherwise(RandomStream& stream, Record& out) const {
  std::string& name = out[r_name];
  const std::size_t blank = name.find(' ');
  switch (stream.below(4)) {
    case 0:  // the first name as a letter
      if (blank != std::string::npos && blank > 2) name.replace(1, blank - 1, ".");
      break;
    case 1:  // the last name left out
      if (blank != std::string::npos) name.resize(name.rfind(' '));
      break;
    case 2:  // a letter slipped
      name[stream.below(name.size())] = static_cast<char>('A' + static_cast<int>(stream.below(26)));
      break;
    default:
      break;
  }
  if (stream.percent(15)) out[r_birth_place].clear();
  if (stream.percent(20)) out[r_occupation] = "LAINNYA";
}

DumpRow Registry2023Source::make_row(std::uint64_t number_of_row, Record& out) {
  const SceneRow& row = rows_[number_of_row];
  const Office& office = offices_[row.part];
  DumpRow made{.person = row.person,
               .stratum = row.part,
               .shape = row.shape,
               .quotes = office.habits.quotes,
               .repeats = row.repeats};
  if (row.variant > 0) made.writing = DumpRow::Writing::altered;
  // What the person is stays with the person; what an office wrote depends on the office.
  RandomStream own(seed_, Purpose::scene_row, (kOrigin << 40U) ^ row.person);
  RandomStream written(seed_, Purpose::scene_row, ((kOrigin + 1) << 40U) ^ row.person, row.variant);
  out.clear();
  write_person(row, office, written, out);
  write_certificates(office, written, out);
  write_parents(own, out);
  write_officers(row, office, written, out);
  const int age = kYear - person_.identity.birth.year;
  const bool is_dead = own.percent(age > 80 ? 55 : age > 60 ? 16 : 2);
  if (is_dead && written.percent(70)) {
    const text::Date died = day_between(years_after(person_.identity.birth, age * 9 / 10), office.last_day, own);
    append_date(out[r_died], died, office.habits.dates);
    append_certificate(out[r_death_certificate], office.code, "KM", died.year, written);
  }
  if (row.variant > 0) write_otherwise(written, out);
  for (std::size_t c = 0; c < r_first_spare; ++c) {
    if (out[c].empty()) out[c] = office.habits.null_word;
  }
  if (row.shape != RowShape::whole) return made;
  officers_seen_.insert(std::uint64_t{row.part} * kOfficersOfAnOffice);
  officers_seen_.insert(std::uint64_t{row.part} * kOfficersOfAnOffice + clerk_);
  if (is_dead) {
    dead_.insert(row.person);
    ++rows_of_dead_;
  }
  return made;
}

std::vector<ScenarioFact> Registry2023Source::facts() const {
  return {{"officers_with_number", officers_seen_.size()},
          {"deceased_persons", dead_.size()},
          {"records_of_deceased", rows_of_dead_}};
}

}  // namespace sidik::rehearse
