#include "identify/joint_rules.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "identify/shapes.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

using Lists = std::vector<CandidateList>;
constexpr std::size_t kRowsAtMost = 300;

class Table {
 public:
  Table(std::span<const ColumnProfile> profiles, const ValueReader& values, Lists& lists)
      : profiles_(profiles), values_(values), lists_(lists) {}

  void apply() {
    pair_coordinates();
    read_dates();
    compare_dates();
    read_nik();
    read_ages();
    read_cards();
    read_emails();
    tell_names_apart();
    read_address_block();
    read_birth_places();
    read_body();
  }

 private:
  [[nodiscard]] bool aligned(std::size_t a, std::size_t b) const {
    return a != b && profiles_[a].rows.size() == profiles_[b].rows.size() && !profiles_[a].rows.empty();
  }
  [[nodiscard]] std::size_t rows(std::size_t column) const {
    return std::min(kRowsAtMost, profiles_[column].rows.size());
  }
  /// Columns whose best meaning is this one, with some certainty.
  [[nodiscard]] std::vector<std::size_t> columns_of(std::string_view meaning, double at_least = 2) const {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      if (lists_[c].is_best(meaning) && lists_[c].total(meaning) >= at_least) out.push_back(c);
    }
    return out;
  }
  void add(std::size_t column, std::string_view meaning, double evidence) {
    lists_[column].at(meaning).joint += evidence;
  }

  void pair_coordinates() {
    for (std::size_t c = 0; c + 1 < lists_.size(); ++c) {
      const double both = lists_[c].find("geo.latitude") != nullptr && lists_[c + 1].find("geo.longitude") != nullptr;
      if (both == 0 || lists_[c].total("geo.latitude") < 2 || lists_[c + 1].total("geo.longitude") < 2) continue;
      add(c, "geo.latitude", 2.5);
      add(c + 1, "geo.longitude", 2.5);
    }
  }

  void read_dates() {
    dates_.resize(profiles_.size());
    for (std::size_t c = 0; c < profiles_.size(); ++c) {
      const DateHabit habit = values_.date_habit(profiles_[c]);
      if (habit.share < 0.5) continue;
      for (std::size_t r = 0; r < rows(c); ++r) {
        dates_[c].push_back(
            text::parse_date(profiles_[c].rows[r], habit.order, values_.pack().months, values_.reference_year()));
      }
    }
  }

  /// Of two time stamps that always stand in the same order, the earlier is when the record was made.
  void compare_dates() {
    for (std::size_t a = 0; a < lists_.size(); ++a) {
      for (std::size_t b = 0; b < lists_.size(); ++b) {
        if (a == b || dates_[a].empty() || dates_[b].empty() || !aligned(a, b)) continue;
        std::size_t both = 0, earlier = 0, same = 0, timed = 0;
        for (std::size_t r = 0; r < std::min(dates_[a].size(), dates_[b].size()); ++r) {
          if (!dates_[a][r] || !dates_[b][r]) continue;
          ++both;
          const auto left = std::pair(dates_[a][r]->date, dates_[a][r]->second_of_day);
          const auto right = std::pair(dates_[b][r]->date, dates_[b][r]->second_of_day);
          earlier += left < right ? 1 : 0;
          same += left == right ? 1 : 0;
          timed += dates_[a][r]->second_of_day >= 0 && dates_[b][r]->second_of_day >= 0 ? 1 : 0;
        }
        if (both < 8 || (earlier + same) * 100 < both * 98 || earlier * 20 < both) continue;
        if (timed * 2 > both) {
          add(a, "record.created", 0.7);
          add(b, "record.updated", 1.3);
        }
      }
    }
  }

  void read_nik() {
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      const Candidate* nik = lists_[c].find("id.national");
      if (nik == nullptr || nik->identifier != "id.nik") continue;
      bool birth_known = false;
      std::vector<std::size_t> others;
      for (std::size_t d = 0; d < lists_.size(); ++d) {
        if (dates_[d].empty() || !aligned(c, d)) continue;
        std::size_t both = 0, agree = 0;
        for (std::size_t r = 0; r < dates_[d].size(); ++r) {
          const std::string_view number = profiles_[c].rows[r];
          if (!dates_[d][r] || number.size() != 16 || !std::ranges::all_of(number, text::is_digit)) continue;
          ++both;
          const auto part = [&](std::size_t at) { return (number[at] - '0') * 10 + (number[at + 1] - '0'); };
          const int day = part(6) > 40 ? part(6) - 40 : part(6);
          agree += day == dates_[d][r]->date.day && part(8) == dates_[d][r]->date.month ? 1 : 0;
        }
        if (both < 5) continue;
        if (agree * 2 >= both) {
          add(d, "birth.date", 8);
          add(c, "id.national", 4);
          birth_known = true;
        } else if (agree * 5 < both) {
          others.push_back(d);
        }
      }
      for (const std::size_t other : others) {
        if (birth_known) add(other, "birth.date", -6);
      }
      read_sex(c);
      // The family's number has the same form; a repeated one is the family's.
      if (lists_[c].find("id.family") != nullptr && profiles_[c].repeats < 0.85) {
        for (const std::size_t other : columns_of("id.national")) {
          if (other != c && profiles_[other].repeats > 0.97) add(c, "id.family", 3);
        }
      }
    }
  }

  /// A column of few values of which each goes with one half of the NIKs tells the sex.
  void read_sex(std::size_t nik) {
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      if (!aligned(nik, c) || profiles_[c].distinct.size() < 2 || profiles_[c].distinct.size() > 6) continue;
      std::map<std::string_view, std::pair<std::size_t, std::size_t>> counts;
      std::size_t all = 0, women = 0;
      for (std::size_t r = 0; r < rows(c); ++r) {
        const std::string_view number = profiles_[nik].rows[r];
        if (number.size() != 16 || !text::is_digit(number[6])) continue;
        const bool woman = number[6] >= '4';
        auto& [men_here, women_here] = counts[profiles_[c].rows[r]];
        (woman ? women_here : men_here) += 1;
        women += woman ? 1 : 0;
        ++all;
      }
      std::size_t explained = 0;
      for (const auto& [value, pair] : counts) explained += std::max(pair.first, pair.second);
      const bool mixed = women * 10 > all && women * 10 < all * 9;
      if (all >= 20 && mixed && explained * 10 >= all * 9) add(c, "person.sex", 7);
    }
  }

  void read_ages() {
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      if (profiles_[c].numeric < 0.9 || profiles_[c].decimal > 0.05 || profiles_[c].most > 130 ||
          profiles_[c].least < 0)
        continue;
      for (std::size_t d = 0; d < lists_.size(); ++d) {
        if (dates_[d].empty() || !aligned(c, d)) continue;
        std::map<int, std::size_t> sums;
        std::size_t both = 0;
        for (std::size_t r = 0; r < dates_[d].size(); ++r) {
          double age = 0;
          if (!dates_[d][r] || !read_number(profiles_[c].rows[r], age)) continue;
          ++both;
          ++sums[dates_[d][r]->date.year + static_cast<int>(age)];
        }
        std::size_t most = 0;
        for (const auto& [year, count] : sums) {
          const auto next = sums.find(year + 1);
          most = std::max(most, count + (next == sums.end() ? 0 : next->second));
        }
        if (both < 8 || most * 10 < both * 9 || profiles_[c].distinct.size() < 5) continue;
        add(c, "person.age", 7);
        add(d, "birth.date", 5);
      }
    }
  }

  /// What stands near a card number: its brand, its security code, its expiry.
  void read_cards() {
    for (const std::size_t card : columns_of("payment.card", 4)) {
      for (std::size_t c = card >= 3 ? card - 3 : 0; c < std::min(card + 4, lists_.size()); ++c) {
        if (c == card || profiles_[c].is_empty()) continue;
        const ColumnProfile& profile = profiles_[c];
        const auto distance = static_cast<double>(c > card ? c - card : card - c);
        const bool three =
            profile.digits_only > 0.9 && profile.shortest >= 2 && profile.longest <= 4 && profile.mean_length > 2.6;
        if (three && profile.repeats > 0.5) add(c, "payment.card_security_code", 5 - distance);
        if (lists_[c].find("payment.card_expiry") != nullptr) add(c, "payment.card_expiry", 6.5 - distance);
        if (profile.distinct.size() <= 12 && profile.with_letter > 0.9 && is_brand_of(c, card))
          add(c, "payment.card_type", 6);
      }
    }
  }

  /// Whether each first digit of the card number goes with one value of the column.
  [[nodiscard]] bool is_brand_of(std::size_t column, std::size_t card) const {
    if (!aligned(column, card) || profiles_[column].distinct.size() < 2) return false;
    std::map<char, std::map<std::string, std::size_t>> values;
    std::map<std::string, std::size_t> all;
    std::size_t total = 0;
    for (std::size_t r = 0; r < rows(card); ++r) {
      const std::string_view number = profiles_[card].rows[r];
      if (number.empty()) continue;
      const std::string value = text::fold(profiles_[column].rows[r]);
      ++values[number[0]][value];
      ++all[value];
      ++total;
    }
    const auto most_of = [](const std::map<std::string, std::size_t>& counts) {
      std::size_t most = 0;
      for (const auto& [value, count] : counts) most = std::max(most, count);
      return most;
    };
    std::size_t explained = 0;
    for (const auto& [digit, counts] : values) explained += most_of(counts);
    const std::size_t without = most_of(all);
    if (total < 8 || values.size() < 2 || without == total) return false;
    return static_cast<double>(explained - without) > 0.6 * static_cast<double>(total - without);
  }

  /// Names stand in the e-mail addresses of their owners.
  void read_emails() {
    for (const std::size_t email : columns_of("contact.email", 4)) {
      for (std::size_t c = 0; c < lists_.size(); ++c) {
        const ColumnProfile& profile = profiles_[c];
        if (!aligned(email, c) || profile.with_letter < 0.8 || profile.mean_length < 3 || profile.mean_length > 40)
          continue;
        if (lists_[c].is_best("contact.email") || profile.distinct.size() < 5) continue;
        std::size_t both = 0, inside = 0, first = 0, last = 0, whole = 0;
        for (std::size_t r = 0; r < rows(c); ++r) {
          const std::string_view address = profiles_[email].rows[r];
          const auto at = address.find('@');
          const auto words = text::words(text::fold_plain(profile.rows[r]));
          if (at == std::string_view::npos || words.empty() || words[0].size() < 3) continue;
          std::string local;
          for (const char ch : text::fold_plain(address.substr(0, at))) {
            if (text::is_letter(ch)) local += ch;
          }
          ++both;
          const auto found = local.find(words[0]);
          const auto found_last = local.find(words.back());
          inside += found != std::string::npos || found_last != std::string::npos ? 1 : 0;
          whole += words.size() > 1 && found != std::string::npos && found_last != std::string::npos ? 1 : 0;
          first += found == 0 ? 1 : 0;
          last += found_last != std::string::npos && found_last > 0 ? 1 : 0;
        }
        if (both < 8 || inside * 10 < both * 4) continue;
        if (profile.with_digit > 0.2) {
          if (profile.with_blank < 0.1) add(c, "account.username", 2);
          continue;
        }
        if (profile.mean_words > 1.6)
          add(c, "person.name", whole * 2 > both ? 4 : 2.5);
        else if (first > last)
          add(c, "person.given_name", 4);
        else
          add(c, "person.surname", 4.5);
      }
    }
  }

  [[nodiscard]] static double name_total(const CandidateList& list) {
    return std::max({list.total("person.given_name"), list.total("person.surname"), list.total("person.name")});
  }

  /// Of the columns of single names, the most given one is the given name; the others are surnames of some kind.
  void tell_names_apart() {
    std::vector<std::size_t> singles;
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      if (profiles_[c].single_word < 0.5 || name_total(lists_[c]) < 1.5) continue;
      const bool leads = lists_[c].is_best("person.given_name") || lists_[c].is_best("person.surname") ||
                         lists_[c].is_best("person.name");
      if (leads) singles.push_back(c);
    }
    if (singles.size() < 2) {
      // One word that is a name, and no other name in the table: the name.
      if (singles.size() == 1 && columns_of("person.name", 3).empty()) add(singles[0], "person.name", 1);
      return;
    }
    const auto lean = [&](std::size_t c) {
      return lists_[c].total("person.given_name") - lists_[c].total("person.surname");
    };
    const auto most_given = *std::ranges::max_element(singles, {}, lean);
    add(most_given, "person.given_name", 2.5);
    for (const std::size_t c : singles) {
      if (c != most_given) add(c, "person.surname", 2.5);
    }
  }

  [[nodiscard]] bool is_best_of(std::size_t column, std::initializer_list<std::string_view> meanings) const {
    return std::ranges::any_of(meanings, [&](std::string_view meaning) {
      return lists_[column].is_best(meaning) && lists_[column].total(meaning) > 2;
    });
  }

  /// Address, town, region, postcode and country stand together.
  void read_address_block() {
    const auto is_part = [&](std::size_t c) {
      return is_best_of(c, {"contact.address", "contact.region", "contact.postcode", "contact.country", "contact.city",
                            "contact.district", "contact.village"});
    };
    std::vector<bool> part(lists_.size(), false);
    for (std::size_t c = 0; c < lists_.size(); ++c) part[c] = is_part(c);
    const auto near = [&](std::size_t c, std::size_t reach) {
      std::size_t count = 0;
      for (std::size_t d = c >= reach ? c - reach : 0; d < std::min(c + reach + 1, part.size()); ++d)
        count += d != c && part[d] ? 1 : 0;
      return count;
    };
    for (std::size_t c = 0; c < lists_.size(); ++c) {
      const ColumnProfile& profile = profiles_[c];
      const std::size_t around = near(c, 3);
      if (around == 0 || profile.is_empty()) continue;
      const double weight = 1 + 0.7 * static_cast<double>(std::min<std::size_t>(around, 3));
      for (const std::string_view meaning : {"contact.postcode", "contact.region", "contact.country"}) {
        if (lists_[c].find(meaning) != nullptr) add(c, meaning, weight);
      }
      if (lists_[c].find("contact.city") != nullptr) add(c, "contact.city", weight);
      const bool beside_address =
          (c > 0 && lists_[c - 1].is_best("contact.address")) || (c > 1 && lists_[c - 2].is_best("contact.address"));
      const bool words = profile.letters_only > 0.85 && profile.mean_length > 3 && profile.mean_words < 3 &&
                         profile.capital_first > 0.8;
      const bool code =
          profile.with_letter > 0.9 && profile.longest <= 4 && profile.shortest >= 1 && profile.distinct.size() >= 8;
      if (beside_address && words && profile.distinct.size() >= 8) add(c, "contact.city", 1.5 + weight);
      // Behind a town: names or codes of its region.
      const bool beside_city =
          c > 0 && (lists_[c - 1].is_best("contact.city") || lists_[c - 1].is_best("contact.region"));
      if (beside_city && around >= 2 && (words || code)) add(c, "contact.region", 1.5 + (code ? 1.5 : 0.5));
    }
  }

  /// A town beside the birth date and away from an address is where the person was born.
  void read_birth_places() {
    for (const std::size_t date : columns_of("birth.date", 3)) {
      for (const std::size_t c : {date - 1, date + 1}) {
        if (c >= lists_.size() || lists_[c].find("birth.place") == nullptr) continue;
        const bool address = (c > 0 && lists_[c - 1].is_best("contact.address")) ||
                             (c + 1 < lists_.size() && lists_[c + 1].is_best("contact.address"));
        if (!address) add(c, "birth.place", 2.5);
      }
    }
  }

  /// Height and weight of a body agree in nearly every record.
  void read_body() {
    for (std::size_t h = 0; h < lists_.size(); ++h) {
      const Candidate* height = lists_[h].find("person.height");
      if (height == nullptr || height->total() < 2.5 || profiles_[h].numeric < 0.9) continue;
      for (std::size_t w = 0; w < lists_.size(); ++w) {
        if (!aligned(h, w) || profiles_[w].numeric < 0.9 || profiles_[w].distinct.size() < 8) continue;
        for (const double unit : {1.0, 0.45359237}) {
          std::size_t both = 0, fits = 0;
          double sum = 0;
          for (std::size_t r = 0; r < rows(h); ++r) {
            double centimetres = 0;
            double weight = 0;
            if (!read_number(profiles_[h].rows[r], centimetres) || !read_number(profiles_[w].rows[r], weight) ||
                centimetres <= 0)
              continue;
            const double index = weight * unit / (centimetres * centimetres / 10000);
            ++both;
            sum += index;
            fits += index > 14 && index < 48 ? 1 : 0;
          }
          if (both < 8 || fits * 100 < both * 98) continue;
          const double mean = sum / static_cast<double>(both);
          if (mean < 20 || mean > 32) continue;
          add(w, "person.weight", 4);
          add(h, "person.height", 1.5);
        }
      }
    }
  }

  std::span<const ColumnProfile> profiles_;
  const ValueReader& values_;
  Lists& lists_;
  std::vector<std::vector<std::optional<text::DateTime>>> dates_;
};

}  // namespace

void apply_joint_rules(std::span<const ColumnProfile> profiles, const ValueReader& values,
                       std::vector<CandidateList>& candidates) {
  Table(profiles, values, candidates).apply();
}

}  // namespace sidik::identify
