#include "rehearse/scenario.hpp"

#include <array>

namespace sidik::rehearse {

std::span<const Scenario> scenarios() {
  static constexpr std::array<Scenario, 5> kScenarios = {
      {{"bpjs-2021", "the insurer's leak of May 2021: CSV, 30 columns, several registers glued together", bpjs_2021},
       {"shop-2020", "the marketplace of May 2020: a PostgreSQL dump of accounts and shops, shared twice", shop_2020},
       {"sim-2022", "the SIM registrations of August 2022: CSV, 4 columns, many numbers of one person", sim_2022},
       {"registry-2023", "the population registry of July 2023: CSV, 69 columns, more rows than people", registry_2023},
       {"composite", "one to eight systems that nobody knows under one header: CSV, 38 columns", composite}}};
  return kScenarios;
}

}  // namespace sidik::rehearse
