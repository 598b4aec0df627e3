#include "rehearse/origins/insurer.hpp"

#include "rehearse/identifiers.hpp"

namespace sidik::rehearse {

namespace {

constexpr std::array<NativeColumn, kColumns> all_columns() {
  std::array<NativeColumn, kColumns> out{};
  for (std::size_t i = 0; i < kColumns; ++i) out[i] = {kColumnFacts[i].name, static_cast<Column>(i)};
  return out;
}
constexpr auto kInsurerColumns = all_columns();

/// Registered in bulk from another list, as the poor are, or one by one at an office.
bool is_bulk(const Person& person) { return mix64(person.national_id) % 100 < 46; }

void append_user(std::string& out, std::uint32_t office, bool bulk, RandomStream& stream) {
  static constexpr std::string_view kBatch[] = {"MIGRASI", "BATCH_PBI", "SYSTEM", "INTERFACE"};
  if (bulk && stream.percent(92)) {
    out += kBatch[stream.weighted({46, 34, 12, 8})];
    return;
  }
  // Some ten people work with the register in an office, and few of them write most of it.
  out += 'U';
  append_padded(out, office, 4);
  append_padded(out, 1 + stream.below(1 + stream.below(14)), 2);
}

}  // namespace

Column Insurer::kept_id_column(std::uint32_t person) { return mix64(person + 77U) % 100 < 55 ? nik : noktp; }

std::span<const NativeColumn> Insurer::columns() const { return kInsurerColumns; }

void Insurer::write_numbers(const Person& person, unsigned variant, RandomStream& stream,
                            std::span<std::string> out) const {
  const std::uint32_t index = person.identity.index;
  const bool has_old = stream.percent(23);
  const bool has_older = has_old && stream.percent(12);
  out[psnoka] = person.card;
  if (has_old) out[psnokalama] = old_card_number(seed(), index, 1);
  if (has_older) out[psnokalama2] = old_card_number(seed(), index, 2);
  out[noka] = person.head_card;
  const Column kept = variant == 0 ? kept_id_column(index) : stream.percent(70) ? nik : noktp;
  const Column other = kept == nik ? noktp : nik;
  append_national_id(out[kept], person.national_id);
  if (stream.percent(86)) out[other] = out[kept];
  append_phone(out[nohp], person.phone);
  out[npwp] = person.npwp;
  out[email] = person.email;
}

void Insurer::write_codes(const Person& person, RandomStream& stream, std::span<std::string> out) const {
  const Identity& who = person.identity;
  static constexpr std::string_view kBlood[] = {"", "A", "B", "AB", "O"};
  out[jenkel] = who.female ? "P" : "L";
  if (stream.percent(94)) out[agama] = static_cast<char>('1' + static_cast<int>(person.religion));
  out[flagtanggungan] = who.relation == Relation::head ? "0" : "1";
  // One digit: 1 head, 2 husband or wife, 4 child, 3 and 5 others of the household.
  static constexpr char kRelations[] = {'1', '2', '4', '3', '5'};
  out[kdhubkel] = kRelations[static_cast<std::size_t>(who.relation)];
  out[kdstawin] = static_cast<char>('1' + static_cast<int>(person.marital));
  out[kdnegara] = stream.per_million(999000) ? "ID" : "";
  out[kdgoldarah] = kBlood[person.blood];
  out[kdstatuspst] = static_cast<char>('0' + static_cast<int>(stream.weighted({82, 3, 7, 6, 2})));
  append_padded(out[kdkantor], who.home->office, 4);
  if (stream.percent(72)) out[daftar] = static_cast<char>('1' + static_cast<int>(stream.weighted({50, 30, 14, 6})));
}

void Insurer::write_times(const Person& person, unsigned variant, RandomStream& stream,
                          std::span<std::string> out) const {
  const Identity& who = person.identity;
  const bool bulk = is_bulk(person);
  // The bulk came in on few days: the take-over of the older schemes and the yearly lists.
  static constexpr text::Date kBulkDays[] = {{2014, 1, 1}, {2014, 1, 1}, {2015, 1, 1}, {2016, 1, 1},
                                             {2017, 3, 1}, {2018, 4, 1}, {2019, 8, 1}};
  text::Date start = bulk ? stream.pick(kBulkDays) : day_between({2014, 1, 2}, window().last, stream);
  if (start < who.birth) start = day_between(who.birth, window().last, stream);
  if (start > window().last) start = window().last;
  const text::Date created = day_between(start, text::from_day_number(text::day_number(start) + 20), stream);
  const text::Date created_in = created > window().last ? window().last : created;
  text::Date updated = stream.percent(24) && variant == 0 ? created_in : day_between(created_in, window().last, stream);
  const std::uint32_t created_second = bulk ? static_cast<std::uint32_t>(stream.below(7200)) : office_second(stream);
  std::uint32_t updated_second = office_second(stream);
  if (updated == created_in && updated_second < created_second) updated_second = created_second;
  append_date(out[tmt], start, habits().dates);
  const text::Date open_end{static_cast<std::int16_t>(stream.percent(70) ? 2099 : 2050), 12, 31};
  append_date(out[tat], stream.percent(88) ? open_end : day_between(start, {2021, 12, 31}, stream), habits().dates);
  append_timestamp(out[tsinput], created_in, created_second, habits().timestamps);
  append_timestamp(out[tsupdate], updated, updated_second, habits().timestamps);
  append_user(out[userinput], who.home->office, bulk, stream);
  append_user(out[userupdate], who.home->office, stream.percent(30), stream);
  if (stream.percent(58))
    append_timestamp(out[tsstatus], day_between(created_in, updated, stream), office_second(stream),
                     habits().timestamps);
}

void Insurer::write_row(const Person& person, unsigned variant, std::span<std::string> out) const {
  RandomStream stream = row_stream(person, variant);
  write_numbers(person, variant, stream, out);
  write_codes(person, stream, out);
  write_times(person, variant, stream, out);
  out[nama] = person.name;
  // The card printer has room for 27 letters.
  if (stream.percent(93)) out[nmcetak] = person.name.substr(0, 27);
  if (out[nmcetak].ends_with(' ')) out[nmcetak].pop_back();
  if (stream.percent(97)) out[tmplhr] = person.birth_place;
  append_date(out[tgllhr], person.identity.birth, habits().dates);
}

}  // namespace sidik::rehearse
