#include "rehearse/delimited_scenario.hpp"
#include "rehearse/registry_2023_source.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

Status registry_2023(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  SIDIK_CHECK(check_options(options, {}));
  SIDIK_TRY(const std::unique_ptr<Registry2023Source> source, Registry2023Source::create(options, pack));
  return play_delimited(
      *source, {.name = "registry-2023", .members = {}, .national_id_columns = "the columns nik and nomor_ktp"},
      options, pack, context);
}

}  // namespace sidik::rehearse
