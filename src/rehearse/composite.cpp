#include <fmt/format.h>

#include "rehearse/composite_source.hpp"
#include "rehearse/delimited_scenario.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

Status composite(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  SIDIK_CHECK(check_options(options, {}));
  if (options.origins > kMostOrigins) {
    return fail(ErrorKind::usage, "rehearse.origins_too_many", fmt::format("{} origins are too many", options.origins),
                fmt::format("give --origins 1 to {}", kMostOrigins));
  }
  SIDIK_TRY(const std::unique_ptr<CompositeSource> source, CompositeSource::create(options, pack));
  return play_delimited(*source,
                        {.name = "composite", .members = {}, .national_id_columns = "the columns NIK and NOKTP"},
                        options, pack, context);
}

}  // namespace sidik::rehearse
