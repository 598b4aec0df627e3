#include "rehearse/delimited_scenario.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/sim_2022_source.hpp"

namespace sidik::rehearse {

Status sim_2022(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  SIDIK_CHECK(check_options(options, {}));
  SIDIK_TRY(const std::unique_ptr<Sim2022Source> source, Sim2022Source::create(options, pack));
  return play_delimited(*source, {.name = "sim-2022", .members = {}, .national_id_columns = "the column NIK"}, options,
                        pack, context);
}

}  // namespace sidik::rehearse
