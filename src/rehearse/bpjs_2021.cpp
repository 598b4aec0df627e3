#include <fmt/format.h>

#include "rehearse/bpjs_2021_source.hpp"
#include "rehearse/delimited_scenario.hpp"
#include "rehearse/register_writer.hpp"
#include "rehearse/rehearsal.hpp"
#include "rehearse/scenario.hpp"

namespace sidik::rehearse {

namespace {

/// 100,002 of 1,000,000, in integers.
std::uint64_t members_of(const RehearsalOptions& options) {
  if (options.members != 0) return options.members;
  const std::uint64_t millions = options.rows / 1000000;
  const std::uint64_t left = options.rows % 1000000;
  return millions * 100002 + (left * 100002 + 500000) / 1000000;
}

}  // namespace

Status bpjs_2021(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  SIDIK_CHECK(check_options(options, {.takes_members = true, .takes_altered = true}));
  const std::uint64_t members = members_of(options);
  if (members > options.rows) {
    return fail(ErrorKind::usage, "rehearse.members_too_many",
                fmt::format("{} members do not fit into {} rows", members, options.rows),
                "give a smaller --members or a larger --rows");
  }
  SIDIK_TRY(std::unique_ptr<Rehearsal> rehearsal, Rehearsal::create(options, members, pack));
  Bpjs2021Source source(*rehearsal);
  const auto write_registers = [&](const OutputFolder& folder) -> Status {
    for (std::size_t i = 0; i < rehearsal->origins().size(); ++i)
      SIDIK_CHECK(write_register(*rehearsal, i, folder.register_path(rehearsal->origins()[i]->id()), context));
    return {};
  };
  return play_delimited(source,
                        {.name = "bpjs-2021",
                         .members = members,
                         .national_id_columns = "the columns NIK and NOKTP",
                         .write_registers = write_registers},
                        options, pack, context);
}

}  // namespace sidik::rehearse
