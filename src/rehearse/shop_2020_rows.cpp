#include "rehearse/shop_2020_rows.hpp"

#include <numeric>

#include "rehearse/date_style.hpp"
#include "rehearse/identifiers.hpp"
#include "rehearse/truth.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

enum AccountColumn : std::size_t {
  a_no,
  a_login,
  a_name,
  a_sex,
  a_email,
  a_phone,
  a_hash,
  a_born,
  a_city,
  a_created,
  a_last_login,
  a_activation,
  a_reset,
  a_messenger,
  a_hobbies,
  a_education,
  a_about,
  a_status,
};
enum ShopColumn : std::size_t { s_no, s_owner, s_name, s_domain, s_city, s_opened };

constexpr std::uint16_t kYear = 2020;
constexpr text::Date kFirstDay{2012, 2, 1};
constexpr text::Date kSampleDay{2020, 3, 20};
constexpr text::Date kLastDay{2020, 4, 30};
constexpr std::uint64_t kOrigin = 400;

void append_hex(std::string& out, std::size_t digits, RandomStream& stream) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  while (digits > 0) {
    std::uint64_t bits = stream.next();
    for (int i = 0; i < 16 && digits > 0; ++i, --digits, bits >>= 4U) out += kHex[bits & 15U];
  }
}

std::string typed(const std::string& name) {
  std::string out;
  bool starts_word = true;
  for (const char c : name) {
    out += starts_word ? c : text::to_lower(c);
    starts_word = c == ' ';
  }
  return out;
}

}  // namespace

Shop2020Rows::Shop2020Rows(const RehearsalOptions& options) : seed_(options.seed), person_() {
  RandomStream stream(seed_, Purpose::scene);
  shops_ = options.rows * stream.between(50, 90) / 1000;
  sampled_ = options.rows * stream.between(60, 160) / 1000;
  accounts_ = options.rows - shops_ - sampled_;
  sample_from_ = stream.below(accounts_ - sampled_ + 1);
  const std::uint64_t second = accounts_ * stream.between(40, 110) / 1000;
  persons_ = static_cast<std::uint32_t>(accounts_ - second);
  deleted_percent_ = stream.between(2, 7);
  shift_ = stream.below(accounts_);
  stride_ = accounts_ / 2 + stream.below(accounts_ / 3 + 1) + 1;
  while (std::gcd(stride_, accounts_) != 1) ++stride_;
}

Result<std::unique_ptr<Shop2020Rows>> Shop2020Rows::create(const RehearsalOptions& options, const pack::Pack& pack) {
  std::unique_ptr<Shop2020Rows> out(new Shop2020Rows(options));
  SIDIK_TRY(out->world_, World::create(options.seed, kYear, out->persons_, pack));
  return out;
}

std::uint64_t Shop2020Rows::account_at(std::uint64_t place) const {
  // Both factors are below 2^31, and the stride shares no factor with the number of accounts.
  return (place * (stride_ % accounts_) + shift_) % accounts_;
}

std::uint32_t Shop2020Rows::person_of(std::uint64_t account) const {
  if (account < persons_) return static_cast<std::uint32_t>(account);
  return static_cast<std::uint32_t>((account - persons_) * persons_ / second_accounts());
}

bool Shop2020Rows::is_deleted(std::uint64_t place) const {
  return RandomStream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ place, 1).percent(deleted_percent_);
}

std::uint64_t Shop2020Rows::number_of(std::uint64_t place) const {
  return 1000 + place * 3 + RandomStream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ place, 2).below(3);
}

void Shop2020Rows::write_days(std::uint64_t place, bool is_sample, Record& out) {
  RandomStream stream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ place, 3);
  const auto second = [&] { return static_cast<std::uint32_t>(stream.below(86400)); };
  // Numbers and days rise together.
  const std::int32_t first = text::day_number(kFirstDay);
  const std::int32_t sample_day = text::day_number(kSampleDay);
  const std::int32_t last_day = text::day_number(kLastDay);
  const auto span = static_cast<std::uint64_t>(sample_day - first);
  const std::int32_t created = first + static_cast<std::int32_t>(place * span / accounts_);
  append_timestamp(out[a_created], text::from_day_number(created), second(), DateStyle::iso);
  if (!stream.percent(86)) return;
  const std::int32_t before =
      created + static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(sample_day - created) + 1));
  const std::uint32_t before_second = second();
  const bool came_again = stream.percent(30);
  const std::int32_t after =
      sample_day + 1 + static_cast<std::int32_t>(stream.below(static_cast<std::uint64_t>(last_day - sample_day)));
  const std::uint32_t after_second = second();
  const bool is_later = came_again && !is_sample;
  append_timestamp(out[a_last_login], text::from_day_number(is_later ? after : before),
                   is_later ? after_second : before_second, DateStyle::iso);
}

void Shop2020Rows::write_profile(std::uint64_t place, Record& out) {
  RandomStream stream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ place, 4);
  static constexpr std::string_view kHobbies[] = {"membaca", "memasak, berkebun", "olahraga", "musik; film",
                                                  "memancing"};
  static constexpr std::string_view kSchools[] = {"SMA", "SMK", "D3", "S1", "S2"};
  // What people write about themselves has tabs, line ends and backslashes in it.
  static constexpr std::string_view kAbout[] = {"Hobi belanja",
                                                "Jual beli barang bekas\nHubungi lewat pesan",
                                                "Pecinta kopi\tdan teh",
                                                "C:\\foto\\toko",
                                                "Kirim cepat!\r\nBarang asli",
                                                "\\N bukan kosong",
                                                "Kata orang \"baik\" 'sekali'",
                                                "\\.",
                                                "Senang bertemu; COPY dari mana saja"};
  append_hex(out[a_hash], 96, stream);
  if (stream.percent(12)) append_hex(out[a_activation], 32, stream);
  if (stream.percent(5)) append_hex(out[a_reset], 40, stream);
  if (stream.percent(7)) {
    out[a_messenger] = "id.";
    append_hex(out[a_messenger], 8, stream);
  }
  if (stream.percent(9)) out[a_hobbies] = stream.pick(kHobbies);
  if (stream.percent(11)) out[a_education] = stream.pick(kSchools);
  if (stream.percent(8)) out[a_about] = stream.pick(kAbout);
}

void Shop2020Rows::write_account(std::uint64_t place, bool is_sample, Record& out) {
  const std::uint64_t account = account_at(place);
  RandomStream stream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ place);
  out.clear();
  append_padded(out[a_no], number_of(place), 1);
  write_days(place, is_sample, out);
  if (!is_sample && is_deleted(place)) {
    out[a_login] = "deleted_" + out[a_no];
    out[a_status] = "deleted";
    return;
  }
  const std::uint32_t person = person_of(account);
  world_->census().person(person, person_);
  const Identity& who = person_.identity;
  out[a_name] = typed(person_.name);
  append_email(out[a_email], person_.name, who.birth.year, stream);
  if (account < persons_ && !person_.email.empty()) out[a_email] = person_.email;
  out[a_login] = out[a_email].substr(0, out[a_email].find('@'));
  append_padded(out[a_login], stream.below(100000), 1);
  if (!person_.phone.empty()) out[a_phone] = "62" + person_.phone;
  if (stream.percent(52)) out[a_sex] = who.female ? "2" : "1";
  if (stream.percent(38)) append_date(out[a_born], who.birth, DateStyle::iso);
  if (stream.percent(44)) out[a_city] = typed(who.home->name);
  write_profile(place, out);
  out[a_status] = stream.percent(91) ? "active" : "unverified";
}

Shop2020Rows::Made Shop2020Rows::make_account(std::uint64_t place, Record& out) {
  write_account(place, false, out);
  const bool gone = is_deleted(place);
  return {.person = gone ? kNobody : person_of(account_at(place)), .is_deleted = gone};
}

Shop2020Rows::Made Shop2020Rows::make_sampled(std::uint64_t number, Record& out) {
  const std::uint64_t place = sample_from_ + number;
  Record whole(kAccountColumns.size());
  write_account(place, false, whole);
  write_account(place, true, out);
  return {.person = person_of(account_at(place)), .differs = out.fields != whole.fields};
}

Shop2020Rows::Made Shop2020Rows::make_shop(std::uint64_t number, Record& out) {
  const std::uint64_t place = number * accounts_ / shops_;
  RandomStream stream(seed_, Purpose::scene_row, (kOrigin << 40U) ^ number, 5);
  static constexpr std::string_view kFirst[] = {"Toko", "Warung", "Grosir", "Butik", "Pusat"};
  static constexpr std::string_view kSecond[] = {"Berkah", "Jaya", "Makmur", "Sinar", "Murah", "Abadi"};
  out.clear();
  append_padded(out[s_no], 100 + number * 2 + stream.below(2), 1);
  append_padded(out[s_owner], number_of(place), 1);
  out[s_name] = stream.pick(kFirst);
  out[s_name] += ' ';
  out[s_name] += stream.pick(kSecond);
  out[s_name] += ' ';
  append_padded(out[s_name], stream.below(10000), 1);
  for (const char c : out[s_name]) {
    if (c != ' ') out[s_domain] += text::to_lower(c);
  }
  if (stream.percent(80)) out[s_city] = typed(world_->areas().draw(stream).name);
  const std::int32_t first = text::day_number(kFirstDay);
  const auto span = static_cast<std::uint64_t>(text::day_number(kLastDay) - first);
  append_timestamp(out[s_opened], text::from_day_number(first + static_cast<std::int32_t>(number * span / shops_)),
                   static_cast<std::uint32_t>(stream.below(86400)), DateStyle::iso);
  const bool gone = is_deleted(place);
  return {.person = gone ? kNobody : person_of(account_at(place)), .is_deleted = gone};
}

}  // namespace sidik::rehearse
