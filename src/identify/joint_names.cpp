#include <algorithm>
#include <string>
#include <vector>

#include "identify/joint_table.hpp"
#include "text/letters.hpp"

namespace sidik::identify {
namespace {

double name_total(const CandidateList& list) {
  return std::max({list.total("person.given_name"), list.total("person.surname"), list.total("person.name")});
}

}  // namespace

void read_emails(JointTable& table) {
  for (const std::size_t email : table.columns_of("contact.email", 4)) {
    for (std::size_t c = 0; c < table.columns(); ++c) {
      const ColumnProfile& profile = table.profile(c);
      if (!table.aligned(email, c) || profile.with_letter < 0.8 || profile.mean_length < 3 || profile.mean_length > 40)
        continue;
      if (table.is_best(c, "contact.email") || profile.distinct.size() < 5) continue;
      std::size_t both = 0, inside = 0, first = 0, last = 0, whole = 0;
      for (std::size_t r = 0; r < table.rows(c); ++r) {
        const std::string_view address = table.profile(email).rows[r];
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
        if (profile.with_blank < 0.1) table.add(c, "account.username", 2);
        continue;
      }
      if (profile.mean_words > 1.6)
        table.add(c, "person.name", whole * 2 > both ? 4 : 2.5);
      else if (first > last)
        table.add(c, "person.given_name", 4);
      else
        table.add(c, "person.surname", 4.5);
    }
  }
}

void tell_names_apart(JointTable& table) {
  std::vector<std::size_t> singles;
  for (std::size_t c = 0; c < table.columns(); ++c) {
    if (table.profile(c).single_word < 0.5 || name_total(table.list(c)) < 1.5) continue;
    const bool leads =
        table.is_best(c, "person.given_name") || table.is_best(c, "person.surname") || table.is_best(c, "person.name");
    if (leads) singles.push_back(c);
  }
  if (singles.size() < 2) {
    // One word that is a name, and no other name in the table: the name.
    if (singles.size() == 1 && table.columns_of("person.name", 3).empty()) table.add(singles[0], "person.name", 1);
    return;
  }
  const auto lean = [&](std::size_t c) {
    return table.list(c).total("person.given_name") - table.list(c).total("person.surname");
  };
  const auto most_given = *std::ranges::max_element(singles, {}, lean);
  table.add(most_given, "person.given_name", 2.5);
  for (const std::size_t c : singles) {
    if (c != most_given) table.add(c, "person.surname", 2.5);
  }
}

}  // namespace sidik::identify
