#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "rehearse/columns.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/world.hpp"

namespace sidik::rehearse {

/// Column names of both tables are invented here; public reports describe the fields in words.
inline constexpr std::array<ColumnFact, 18> kAccountColumns = {{
    {"account_no", "account.id"},
    {"login_name", "account.username"},
    {"full_name", "person.name"},
    {"sex", "person.sex"},
    {"email", "contact.email"},
    {"phone", "contact.phone"},
    {"password_hash", "credential.hash"},
    {"born_on", "birth.date"},
    {"city", "address.city"},
    {"created_at", "record.created"},
    {"last_login_at", "account.last_login"},
    {"email_activation_code", "credential.token"},
    {"reset_code", "credential.token"},
    {"messenger_id", "contact.messenger"},
    {"hobbies", "person.interests"},
    {"education", "person.education"},
    {"about_me", "text.note"},
    {"status", "account.status"},
}};
inline constexpr std::array<ColumnFact, 6> kShopColumns = {{
    {"shop_no", "account.id"},
    {"owner_account", "account.id"},
    {"shop_name", "org.name"},
    {"domain", "account.username"},
    {"city", "address.city"},
    {"opened_at", "record.created"},
}};

/// The accounts and shops of a marketplace by their place in its tables; everything follows from seed and place.
///
/// Some persons have two accounts. A deleted account keeps its number and its days and describes nobody; a sample that
/// was taken before shows it whole.
class Shop2020Rows {
 public:
  static Result<std::unique_ptr<Shop2020Rows>> create(const RehearsalOptions& options, const pack::Pack& pack);

  [[nodiscard]] std::uint64_t accounts() const { return accounts_; }
  [[nodiscard]] std::uint64_t sampled() const { return sampled_; }
  [[nodiscard]] std::uint64_t shops() const { return shops_; }
  [[nodiscard]] std::uint32_t persons() const { return persons_; }
  [[nodiscard]] std::uint64_t second_accounts() const { return accounts_ - persons_; }

  struct Made {
    std::uint32_t person = 0;  ///< kNobody for a deleted account and its shop
    bool differs = false;      ///< the sample's row is not that of the whole
    bool is_deleted = false;
  };
  /// Row `place` of the accounts as the whole has it.
  Made make_account(std::uint64_t place, Record& out);
  /// Row `number` of the sample, some weeks before the whole.
  Made make_sampled(std::uint64_t number, Record& out);
  Made make_shop(std::uint64_t number, Record& out);

 private:
  Shop2020Rows(const RehearsalOptions& options);
  [[nodiscard]] std::uint64_t account_at(std::uint64_t place) const;
  [[nodiscard]] std::uint32_t person_of(std::uint64_t account) const;
  [[nodiscard]] bool is_deleted(std::uint64_t place) const;
  [[nodiscard]] std::uint64_t number_of(std::uint64_t place) const;
  void write_account(std::uint64_t place, bool is_sample, Record& out);
  void write_profile(std::uint64_t place, Record& out);
  void write_days(std::uint64_t place, bool is_sample, Record& out);

  std::uint64_t seed_;
  std::uint64_t accounts_ = 0;
  std::uint64_t sampled_ = 0;
  std::uint64_t sample_from_ = 0;
  std::uint64_t shops_ = 0;
  std::uint64_t stride_ = 1;
  std::uint64_t shift_ = 0;
  std::uint64_t deleted_percent_ = 0;
  std::uint32_t persons_ = 0;
  std::unique_ptr<World> world_;
  Person person_;
};

}  // namespace sidik::rehearse
