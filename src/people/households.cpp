#include "people/households.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "people/text_hash.hpp"

namespace sidik::people {
namespace {

using Key = std::uint64_t;

std::optional<std::size_t> field_of(const RecordStore& store, std::string_view meaning) {
  for (std::size_t f = 0; f < store.fields().size(); ++f) {
    if (store.fields()[f].meaning == meaning) return f;
  }
  return std::nullopt;
}

/// What two records of one household have in common; 0: not known.
struct KeyReader {
  const RecordStore& store;
  std::optional<std::size_t> family = field_of(store, "id.family");
  std::optional<std::size_t> head = field_of(store, "id.member_head");
  std::optional<std::size_t> address = field_of(store, "contact.address");
  std::optional<std::size_t> surname = field_of(store, "person.surname");
  std::optional<std::size_t> phone = field_of(store, "contact.phone");

  [[nodiscard]] bool is_fit() const { return family || head || (address && (surname || phone)); }
  [[nodiscard]] Key operator()(const Record& record) const {
    if (family) return key(1, *family, record);
    if (head) return key(2, *head, record);
    const std::size_t with = surname ? *surname : *phone;
    const Key street = key(3, *address, record);
    const Key name = key(4, with, record);
    return street != 0 && name != 0 ? spread_bits(street ^ (name << 1)) : 0;
  }
  [[nodiscard]] std::vector<std::string> by() const {
    if (family) return {"id.family"};
    if (head) return {"id.member_head"};
    return {"contact.address", surname ? "person.surname" : "contact.phone"};
  }

 private:
  [[nodiscard]] Key key(Key kind, std::size_t field, const Record& record) const {
    return record[field] == 0 ? 0 : spread_bits(kind << 60 | text_hash(store.text(field, record[field])) >> 4) | 1;
  }
};

/// Persons joined by the keys of their records.
class Joined {
 public:
  explicit Joined(std::size_t persons) : root_(persons), is_known_(persons, false) {
    std::iota(root_.begin(), root_.end(), 0U);
  }
  std::uint32_t root(std::uint32_t person) {
    while (root_[person] != person) person = root_[person] = root_[root_[person]];
    return person;
  }
  void join(std::uint32_t one, std::uint32_t other) { root_[root(one)] = root(other); }
  void note(std::uint32_t person) { is_known_[person] = true; }
  [[nodiscard]] bool is_known(std::uint32_t person) const { return is_known_[person]; }

 private:
  std::vector<std::uint32_t> root_;
  std::vector<bool> is_known_;
};

}  // namespace

Households find_households(const RecordStore& store, const Linkage& linkage) {
  Households out;
  const KeyReader key{store};
  if (!key.is_fit()) return out;
  out.by = key.by();
  Joined joined(linkage.persons);
  std::unordered_map<Key, std::uint32_t> first;
  for (std::size_t r = 0; r < store.records(); ++r) {
    const Key own = key(store.record(static_cast<RecordNumber>(r)));
    if (own == 0) continue;
    const std::uint32_t person = linkage.person_of_record[r];
    joined.note(person);
    joined.join(first.try_emplace(own, person).first->second, person);
  }
  std::unordered_map<std::uint32_t, std::uint64_t> size;
  for (std::uint32_t person = 0; person < linkage.persons; ++person) {
    if (joined.is_known(person)) ++size[joined.root(person)];
  }
  out.count = size.size();
  for (const auto& [root, persons] : size) {
    out.persons += persons;
    if (persons >= out.households_of.size()) out.households_of.resize(persons + 1, 0);
    ++out.households_of[persons];
  }
  return out;
}

}  // namespace sidik::people
