#include <fmt/format.h>

#include "concepts.hpp"

/// What systems write about accounts, machines and records.
namespace sidik::bench {
namespace {

std::string hexadecimal(unsigned count, Dice& dice) {
  std::string out;
  for (unsigned i = 0; i < count; ++i) out += "0123456789abcdef"[dice.below(16)];
  return out;
}
std::string scrambled(unsigned count, Dice& dice) {
  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string out;
  for (unsigned i = 0; i < count; ++i) out += kLetters[dice.below(kLetters.size())];
  return out;
}

std::string user_name(const Cell& cell) { return cell.person.handle; }
std::string password(const Cell& cell) {
  switch (cell.habit.form % 4 == 3 ? 2 : cell.dice.below(4)) {
    case 0:
      return made_up_word(cell.dice) + digits(static_cast<unsigned>(1 + cell.dice.below(4)), cell.dice);
    case 1:
      return title(made_up_word(cell.dice)) + std::string(pick_part("!|@|#|_|.", cell.dice)) + digits(2, cell.dice);
    case 2:
      return scrambled(static_cast<unsigned>(8 + cell.dice.below(5)), cell.dice) +
             std::string(pick_part("!|$|&|*|", cell.dice));
    default:
      return cell.person.given.substr(0, 4) + digits(3, cell.dice) + std::string(pick_part("|!|?", cell.dice));
  }
}
std::string password_hash(const Cell& cell) {
  switch (cell.habit.form % 4) {
    case 0:
      return hexadecimal(32, cell.dice);
    case 1:
      return hexadecimal(40, cell.dice);
    case 2:
      return "$2y$10$" + scrambled(53, cell.dice);
    default:
      return hexadecimal(64, cell.dice);
  }
}
std::string salt(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? hexadecimal(16, cell.dice) : scrambled(10, cell.dice);
}
std::string token(const Cell& cell) {
  return cell.habit.form % 2 == 0 ? scrambled(40, cell.dice)
                                  : "eyJ" + scrambled(30, cell.dice) + '.' + scrambled(43, cell.dice);
}
std::string pin(const Cell& cell) { return fmt::format("{:0{}}", cell.dice.below(10000), 4 + cell.habit.form % 2 * 2); }
std::string role(const Cell& cell) {
  return std::string(pick_part(
      cell.habit.form % 2 == 0 ? "user|user|user|admin|moderator" : "ADMIN|OPERATOR|VIEWER|VIEWER", cell.dice));
}
std::string account_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 3 == 0   ? "active|active|inactive|suspended"
                               : cell.habit.form % 3 == 1 ? "1|1|0"
                                                          : "AKTIF|NONAKTIF",
                               cell.dice));
}
std::string member_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 3 == 0   ? "AKTIF|AKTIF|TIDAK AKTIF|MENINGGAL"
                               : cell.habit.form % 3 == 1 ? "0|0|0|1|4|6"
                                                          : "gold|silver|bronze",
                               cell.dice));
}
std::string record_status(const Cell& cell) {
  return std::string(pick_part(cell.habit.form % 4 == 0   ? "0|1"
                               : cell.habit.form % 4 == 1 ? "OPEN|CLOSED|PENDING"
                               : cell.habit.form % 4 == 2 ? "Y|N"
                                                          : "A|B|C|D",
                               cell.dice));
}
std::string moment(const Cell& cell) {
  return write_moment(some_day(2017, 2024, cell.dice), static_cast<unsigned>(cell.dice.below(86400)), cell.habit.form);
}
std::string later_moment(const Cell& cell) {
  return write_moment(some_day(2022, 2025, cell.dice), static_cast<unsigned>(cell.dice.below(86400)), cell.habit.form);
}
std::string log_moment(const Cell& cell) {
  const text::Date day = text::from_day_number(19700 + static_cast<int>(cell.row / 200));
  return write_moment(day, static_cast<unsigned>(cell.row * 431 % 86400), cell.habit.form);
}
std::string start_day(const Cell& cell) { return write_day(some_day(2008, 2023, cell.dice), cell.habit.form); }
std::string end_day(const Cell& cell) { return write_day(some_day(2027, 2034, cell.dice), cell.habit.form); }
std::string event_day(const Cell& cell) { return write_day(some_day(2020, 2024, cell.dice), cell.habit.form); }
std::string staff(const Cell& cell) {
  Dice dice(cell.table, rehearse::Purpose::invented, cell.habit.column, cell.dice.below(12));
  if (cell.habit.form % 2 == 0) return fmt::format("{}{:02}", made_up_word(dice), dice.below(100));
  return std::string(pick_part("admin|system|import|batch|migrasi", cell.dice));
}
std::string ip(const Cell& cell) {
  if (cell.habit.form % 6 == 0)
    return fmt::format("2001:db8::{}:{}", hexadecimal(3, cell.dice), hexadecimal(4, cell.dice));
  return fmt::format("{}.{}.{}.{}", pick_part("192.0|198.51|203.0|10.4", cell.dice).substr(0, 3), cell.dice.below(256),
                     cell.dice.below(256), cell.dice.below(256));
}
std::string mac(const Cell& cell) {
  std::string out;
  for (int i = 0; i < 6; ++i) out += (i > 0 ? (cell.habit.form % 2 == 0 ? ":" : "-") : "") + hexadecimal(2, cell.dice);
  return out;
}
std::string url(const Cell& cell) {
  return "https://" + made_up_word(cell.dice) + ".example/" + made_up_word(cell.dice) + '/' + digits(4, cell.dice);
}
std::string domain(const Cell& cell) {
  return made_up_word(cell.dice) + std::string(pick_part(".example|.test|.invalid", cell.dice));
}
std::string uuid(const Cell& cell) {
  Dice& d = cell.dice;
  return fmt::format("{}-{}-4{}-a{}-{}", hexadecimal(8, d), hexadecimal(4, d), hexadecimal(3, d), hexadecimal(3, d),
                     hexadecimal(12, d));
}
std::string agent(const Cell& cell) {
  return fmt::format("Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36",
                     pick_part("Windows NT 10.0; Win64; x64|X11; Linux x86_64|Linux; Android 13; SM-A525F", cell.dice),
                     90 + cell.dice.below(35));
}
std::string device(const Cell& cell) {
  return std::string(
      pick_part("Samsung Galaxy A52|iPhone 12|Redmi Note 10|OPPO A54|vivo Y21|Pixel 6|SM-G991B", cell.dice));
}
std::string zone(const Cell& cell) {
  return std::string(pick_part("Asia/Jakarta|Europe/Berlin|America/New_York|Asia/Makassar|UTC", cell.dice));
}

constexpr std::string_view kMoments = "record.created|record.updated|date.event|account.last_login|date.status";
constexpr Concept kConcepts[] = {
    {"user_name", "account.username", "",
     "username|user|login|benutzername|user_name|userid_login|identifiant|usuario|uname|nama_pengguna|usr|account",
     user_name},
    {"password", "credential.password", "",
     "password|pass|pwd|kata_sandi|passwort|plain_pass|sandi|contrasena|mot_de_passe|passwd|pw", password},
    {"password_hash", "credential.hash", "",
     "password_hash|pass_hash|hash|pwd_md5|hashed_password|sandi_hash|encrypted_password|digest_pw", password_hash},
    {"salt", "credential.salt", "", "salt|pw_salt|garam|hash_salt|password_salt", salt},
    {"token", "credential.token", "", "token|api_key|session_token|access_token|auth_token|refresh|jwt_token", token},
    {"pin", "credential.pin", "", "pin|pin_code|kode_pin|pin_atm|user_pin|secret_pin", pin},
    {"role", "account.role", "", "role|user_role|peran|hak_akses|level_user|usergroup|rolle|access_role", role},
    {"account_status", "account.status", "status.record|status.membership|status.registration",
     "account_status|is_active|aktif|enabled|status_akun|user_state|active_flag", account_status},
    {"member_status", "status.membership", "status.record|account.status|status.registration",
     "status_peserta|membership_status|member_status|kd_status|stat_peserta|tier", member_status},
    {"record_status", "status.record", "", "status|flag|state_cd|sts|kategori|record_flag|kode_status|type|stat",
     record_status},
    {"created", "record.created", kMoments,
     "created_at|tgl_input|create_date|registered_at|insert_time|created|tgl_daftar|erstellt_am|CREATED_ON|date_"
     "creation|waktu_input",
     moment},
    {"updated", "record.updated", kMoments,
     "updated_at|tgl_update|last_modified|modified|tgl_ubah|geaendert_am|LASTUPDATE|mtime|waktu_ubah", later_moment},
    {"last_login", "account.last_login", kMoments,
     "last_login|last_seen|login_terakhir|lastLoginAt|letzter_login|last_access|lastvisit", later_moment},
    {"log_moment", "record.created|date.event", kMoments,
     "timestamp|ts|time|event_time|logged_at|waktu|zeitstempel|@timestamp|log_date", log_moment},
    {"start_day", "date.start", "record.created|date.event",
     "start_date|tgl_mulai|valid_from|hire_date|tmt|tgl_masuk|eintritt|date_debut|join_date|effective_from", start_day},
    {"end_day", "date.end", "payment.card_expiry",
     "end_date|tgl_selesai|valid_until|expires|tat|berlaku_hingga|gueltig_bis|date_fin|exp_dt|kadaluarsa", end_day},
    {"event_day", "date.event", "record.created|record.updated|date.start|date.status",
     "order_date|tgl_transaksi|visit_date|tgl_kunjungan|purchase_dt|bestelldatum|tanggal|appointment|tgl_periksa|txn_"
     "date",
     event_day},
    {"author", "record.author", "account.username|record.editor",
     "created_by|user_input|inserted_by|petugas_input|creator|erstellt_von|userinput|entry_user", staff},
    {"editor", "record.editor", "account.username|record.author",
     "updated_by|user_update|modified_by|last_editor|changed_by|userupdate|geaendert_von", staff},
    {"ip", "network.ip", "", "ip|ip_address|alamat_ip|last_ip|IPv4|remote_addr|client_ip|ip_addr|ipaddr|login_ip", ip},
    {"mac", "network.mac", "", "mac|mac_address|hwaddr|mac_addr|wifi_mac|bssid", mac},
    {"url", "network.url", "", "url|link|website|referrer|homepage|tautan|webseite|page_url|avatar_url", url},
    {"domain", "network.domain", "", "domain|host|hostname|nama_domain|site_domain|fqdn", domain},
    {"uuid", "id.uuid|id.record", "id.customer|device.id", "uuid|guid|object_id|external_id|uid|rowguid|ref_uuid",
     uuid},
    {"agent", "device.user_agent", "", "user_agent|browser|ua|agent|useragent|http_user_agent|client", agent},
    {"device", "device.name", "", "device|device_model|perangkat|hp_model|handset|phone_model|tipe_hp", device},
    {"zone", "geo.timezone", "", "timezone|tz|zona_waktu|time_zone|zeitzone", zone},
};

}  // namespace

std::span<const Concept> system_concepts() { return kConcepts; }

}  // namespace sidik::bench
