#include "identify/joint_rules.hpp"

#include "identify/joint_table.hpp"

namespace sidik::identify {

void apply_joint_rules(std::span<const ColumnProfile> profiles, const ValueReader& values,
                       std::vector<CandidateList>& candidates) {
  JointTable table(profiles, values, candidates);
  pair_coordinates(table);
  compare_dates(table);
  read_nik(table);
  read_ages(table);
  read_cards(table);
  read_emails(table);
  read_accounts(table);
  tell_names_apart(table);
  read_address_block(table);
  read_birth_places(table);
  read_body(table);
}

}  // namespace sidik::identify
