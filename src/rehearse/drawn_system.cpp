#include "rehearse/drawn_system.hpp"

#include <algorithm>

#include "rehearse/identifiers.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {
namespace {

constexpr std::array<ColumnFact, all_columns> make_columns() {
  std::array<ColumnFact, all_columns> out{};
  for (std::size_t i = 0; i < kColumns; ++i) out[i] = kColumnFacts[i];
  out[address] = {"ALAMAT", "contact.address"};
  out[postcode] = {"KODEPOS", "contact.postcode"};
  out[job] = {"PEKERJAAN", "person.occupation"};
  out[education] = {"PENDIDIKAN", "person.education"};
  out[balance] = {"SALDO", "unknown"};
  out[device] = {"PERANGKAT", "unknown"};
  out[plan_class] = {"KELAS", "unknown"};
  out[note] = {"CATATAN", "unknown"};
  return out;
}
constexpr auto kComposite = make_columns();

std::uint32_t draw_fill(RandomStream& stream) {
  switch (stream.weighted({50, 30, 20})) {
    case 0:
      return 1000;
    case 1:
      return static_cast<std::uint32_t>(stream.between(700, 999));
    default:
      return static_cast<std::uint32_t>(stream.between(50, 700));
  }
}

text::Date day_between(text::Date first, text::Date last, RandomStream& stream) {
  const std::int32_t low = text::day_number(first);
  const std::int32_t high = std::max(low, text::day_number(last));
  return text::from_day_number(low +
                               static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(high - low) + 1)));
}

}  // namespace

std::span<const ColumnFact> composite_columns() { return kComposite; }

DrawnSystem::DrawnSystem(std::uint64_t seed, std::uint64_t number)
    : seed_(seed), number_(number), habits_(draw_habits(seed, 300 + number)) {
  RandomStream stream(seed, Purpose::composite_system, number);
  first_ = text::from_day_number(text::day_number({2010, 1, 1}) + static_cast<std::int32_t>(stream.below(1500)));
  last_ = text::from_day_number(text::day_number({2018, 6, 1}) + static_cast<std::int32_t>(stream.below(1100)));
  draw_columns(stream);
  draw_groups(stream);
  draw_forms(stream);
}

DrawnSystem DrawnSystem::twin_of(const DrawnSystem& like, std::uint64_t number) {
  DrawnSystem twin = like;
  twin.number_ = number;
  RandomStream stream(like.seed_, Purpose::composite_system, number, 1);
  static constexpr std::size_t kCodes[] = {jenkel,   agama,       kdstawin, kdhubkel, kdgoldarah,
                                           kdnegara, kdstatuspst, daftar,   education};
  std::size_t changed = 0;
  for (std::size_t fact = 0; fact < kCodedFacts; ++fact) {
    const bool is_held = like.fill_[kCodes[fact]] > 0;
    if (changed >= 3 && stream.percent(35)) continue;
    const std::size_t lists = code_lists_of(static_cast<CodedFact>(fact));
    twin.lists_[fact] = (like.lists_[fact] + 1 + stream.below(lists - 1)) % lists;
    changed += is_held ? 1 : 0;
  }
  return twin;
}

void DrawnSystem::draw_columns(RandomStream& stream) {
  const std::uint64_t breadth = stream.between(25, 85);
  for (std::size_t c = 0; c < all_columns; ++c) {
    if (stream.percent(breadth)) fill_[c] = draw_fill(stream);
  }
  // Every system knows somebody by a name or a number, and codes some facts.
  if (stream.percent(94)) fill_[nama] = static_cast<std::uint32_t>(stream.between(900, 1000));
  if (fill_[nama] == 0) fill_[nik] = 1000;
  for (const Column always : {jenkel, tgllhr, agama, kdstawin, tsinput}) {
    if (stream.percent(60)) fill_[always] = std::max<std::uint32_t>(fill_[always], 950);
  }
  has_either_id_ = fill_[nik] > 0 && fill_[noktp] > 0 && stream.percent(40);
  if (stream.percent(45)) bulk_percent_ = stream.between(10, 60);
  for (std::size_t c = 0; c < all_columns; ++c) {
    const bool differs = fill_[c] > 0 && fill_[c] < 1000 && stream.percent(30);
    bulk_fill_[c] = differs ? static_cast<std::uint32_t>(stream.below(1000)) : fill_[c];
  }
}

void DrawnSystem::hold_codes() {
  for (const Column code : {jenkel, agama, kdstawin, kdstatuspst}) {
    fill_[code] = bulk_fill_[code] = std::max<std::uint32_t>(fill_[code], 950);
    for (Group& group : groups_) std::erase(group.columns, static_cast<std::size_t>(code));
  }
}

void DrawnSystem::draw_groups(RandomStream& stream) {
  std::vector<std::size_t> held;
  for (std::size_t c = 0; c < all_columns; ++c) {
    if (fill_[c] > 0 && c != nama && c != nik) held.push_back(c);
  }
  const std::size_t groups = stream.weighted({35, 35, 20, 10});
  for (std::size_t g = 0; g < groups && held.size() > 6; ++g) {
    Group group;
    group.empty_percent = stream.between(5, 70);
    const std::size_t size = 2 + stream.below(std::min<std::size_t>(4, held.size() / 4));
    const std::size_t first = stream.below(held.size() - size);
    for (std::size_t i = 0; i < size; ++i) group.columns.push_back(held[first + i]);
    groups_.push_back(std::move(group));
  }
}

void DrawnSystem::draw_forms(RandomStream& stream) {
  for (std::size_t fact = 0; fact < kCodedFacts; ++fact)
    lists_[fact] = stream.below(code_lists_of(static_cast<CodedFact>(fact)));
  casing_ = static_cast<Casing>(stream.weighted({60, 32, 8}));
  careless_percent_ = stream.below(12);
  for (NumberForm* form : {&card_, &old_card_, &office_, &family_, &device_}) {
    form->kind = static_cast<Number>(stream.weighted({70, 14, 8, 8}));
    form->length = static_cast<unsigned>(stream.between(8, 16));
    form->letter = static_cast<char>('A' + static_cast<int>(stream.below(26)));
  }
  office_.kind = static_cast<Number>(stream.weighted({80, 20}));
  office_.length = static_cast<unsigned>(stream.between(3, 6));
  family_ = {Number::digits, stream.percent(60) ? 16U : 13U, 'F'};
  has_dotted_tax_ = stream.percent(50);
  user_form_ = stream.below(4);
  has_decimals_ = stream.percent(50);
}

void DrawnSystem::append_number(std::string& out, const NumberForm& form, std::uint64_t number) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (form.kind) {
    case Number::letter_first:
      out += form.letter;
      [[fallthrough]];
    case Number::digits:
      for (unsigned i = 0; i < form.length; ++i, number = mix64(number + i))
        out += static_cast<char>('0' + static_cast<int>(number % 10));
      return;
    case Number::dashed:
      append_padded(out, number % 10000, 4);
      out += '-';
      append_padded(out, number / 10000 % 1000000, 6);
      return;
    case Number::hexadecimal:
      for (unsigned i = 0; i < 16; ++i) out += kHex[(number >> (4 * i)) & 15U];
      return;
  }
}

void DrawnSystem::append_code(std::string& out, CodedFact fact, std::size_t value) const {
  out += code_list(fact, lists_[static_cast<std::size_t>(fact)])[value];
}

void DrawnSystem::append_cased(std::string& out, std::string_view words, RandomStream& stream) const {
  Casing casing = casing_;
  if (casing != Casing::upper && stream.percent(careless_percent_)) casing = static_cast<Casing>(stream.below(3));
  bool starts = true;
  for (const char c : words) {
    const bool is_small = casing == Casing::lower || (casing == Casing::mixed && !starts);
    out += is_small ? text::to_lower(c) : c;
    starts = c == ' ';
  }
}

void DrawnSystem::write_person(const Person& person, RandomStream& stream, Record& out) const {
  append_cased(out[nama], person.name, stream);
  out[nmcetak] = out[nama].substr(0, 27);
  append_cased(out[tmplhr], person.birth_place, stream);
  append_date(out[tgllhr], person.identity.birth, habits_.dates);
  if (!person.phone.empty()) {
    static constexpr std::string_view kBefore[] = {"0", "62", "+62", ""};
    out[nohp] += kBefore[static_cast<std::size_t>(habits_.phones)];
    out[nohp] += person.phone;
  }
  out[email] = person.email;
}

void DrawnSystem::write_codes(const Person& person, RandomStream& stream, Record& out) const {
  const Identity& who = person.identity;
  append_code(out[jenkel], CodedFact::sex, who.female ? 1 : 0);
  append_code(out[agama], CodedFact::religion, static_cast<std::size_t>(person.religion));
  append_code(out[kdstawin], CodedFact::marital, static_cast<std::size_t>(person.marital));
  append_code(out[kdhubkel], CodedFact::relation, static_cast<std::size_t>(who.relation));
  append_code(out[kdgoldarah], CodedFact::blood, person.blood);
  append_code(out[kdnegara], CodedFact::nation, stream.per_million(4000) ? 1 : 0);
  append_code(out[kdstatuspst], CodedFact::status, stream.weighted({80, 10, 6, 4}));
  append_code(out[daftar], CodedFact::channel, stream.weighted({50, 30, 14, 6}));
  append_code(out[education], CodedFact::education, stream.weighted({25, 20, 35, 8, 12}));
  out[flagtanggungan] = who.relation == Relation::head ? "0" : "1";
}

void DrawnSystem::write_numbers(const Person& person, unsigned variant, RandomStream& stream, Record& out) const {
  const std::uint64_t key = mix64(seed_ ^ (number_ << 40U) ^ person.identity.index);
  append_number(out[psnoka], card_, key ^ variant);
  append_number(out[psnokalama], old_card_, mix64(key + 1));
  if (stream.percent(30)) append_number(out[psnokalama2], old_card_, mix64(key + 2));
  append_number(out[noka], family_, mix64(seed_ ^ (number_ << 40U) ^ person.identity.head_index));
  append_number(out[kdkantor], office_, mix64(number_ ^ person.identity.home->office));
  append_number(out[device], device_, mix64(key + 3));
  append_national_id(out[nik], person.national_id);
  out[noktp] = out[nik];
  if (has_either_id_) out[stream.percent(50) ? nik : noktp].clear();
  if (!person.npwp.empty()) out[npwp] = has_dotted_tax_ ? dotted_tax_number(person.npwp) : person.npwp;
}

void DrawnSystem::write_times(const Person& person, bool is_bulk, RandomStream& stream, Record& out) const {
  const bool is_late = person.identity.birth > first_ && person.identity.birth < last_;
  const text::Date start = is_bulk ? first_ : day_between(is_late ? person.identity.birth : first_, last_, stream);
  const text::Date updated = day_between(start, last_, stream);
  append_date(out[tmt], start, habits_.dates);
  append_date(out[tat], stream.percent(85) ? text::Date{2099, 12, 31} : updated, habits_.dates);
  const auto second = [&] { return static_cast<std::uint32_t>(stream.below(86400)); };
  append_timestamp(out[tsinput], start, second(), habits_.timestamps);
  append_timestamp(out[tsupdate], updated, second(), habits_.timestamps);
  append_timestamp(out[tsstatus], updated, second(), habits_.timestamps);
}

void DrawnSystem::write_more(const Person& person, bool is_bulk, RandomStream& stream, Record& out) const {
  const auto user = [&](std::string& field) {
    static constexpr std::string_view kBulk[] = {"MIGRASI", "batch", "SYSTEM", "import01"};
    static constexpr std::string_view kBefore[] = {"U", "adm", "TLR", "op."};
    if (is_bulk && stream.percent(90)) {
      field += kBulk[user_form_];
      return;
    }
    field += kBefore[user_form_];
    append_padded(field, stream.below(400), 4);
  };
  user(out[userinput]);
  user(out[userupdate]);
  append_cased(out[address], stream.percent(80) ? "JL " : "DUSUN ", stream);
  append_cased(out[address], person.birth_place, stream);
  if (stream.percent(65)) append_padded(out[address] += " NO ", stream.between(1, 200), 1);
  append_padded(out[postcode], stream.between(10110, 99999), 5);
  static constexpr std::string_view kJobs[] = {"WIRASWASTA",      "PETANI/PEKEBUN", "BURUH", "PNS",
                                               "KARYAWAN SWASTA", "PELAJAR",        "GURU"};
  append_cased(out[job], stream.pick(kJobs), stream);
  append_padded(out[balance], stream.below(90000000) >> stream.below(14), 1);
  if (has_decimals_) append_padded(out[balance] += '.', stream.below(100), 2);
  out[plan_class] = static_cast<char>('1' + static_cast<int>(stream.below(3)));
  if (stream.percent(20)) append_cased(out[note], stream.percent(50) ? "SUDAH DIHUBUNGI" : "DATA LENGKAP", stream);
}

void DrawnSystem::leave_out(bool is_bulk, RandomStream& stream, Record& out) const {
  const auto& fill = is_bulk ? bulk_fill_ : fill_;
  for (std::size_t c = 0; c < all_columns; ++c) {
    if (fill_[c] == 0 || stream.below(1000) >= fill[c]) out[c].clear();
  }
  for (const Group& group : groups_) {
    if (!stream.percent(group.empty_percent)) continue;
    for (const std::size_t c : group.columns) out[c].clear();
  }
  for (std::size_t c = 0; c < all_columns; ++c) {
    if (fill_[c] > 0 && out[c].empty()) out[c] = habits_.null_word;
  }
}

void DrawnSystem::write(const Person& person, unsigned variant, Record& out) const {
  RandomStream stream(seed_, Purpose::scene_row, ((400 + number_) << 40U) ^ person.identity.index, variant);
  const bool is_bulk = stream.percent(bulk_percent_);
  out.clear();
  write_person(person, stream, out);
  write_codes(person, stream, out);
  write_numbers(person, variant, stream, out);
  write_times(person, is_bulk, stream, out);
  write_more(person, is_bulk, stream, out);
  leave_out(is_bulk, stream, out);
}

}  // namespace sidik::rehearse
