#include "rehearse/delimited_scenario.hpp"
#include "rehearse/output_folder.hpp"
#include "rehearse/scenario.hpp"
#include "rehearse/shop_2020_rows.hpp"
#include "rehearse/sql_dump_writer.hpp"

namespace sidik::rehearse {

Status shop_2020(const RehearsalOptions& options, const pack::Pack& pack, const Context& context) {
  SIDIK_CHECK(check_options(options, {.is_delimited = false}));
  SIDIK_TRY(const std::unique_ptr<Shop2020Rows> rows, Shop2020Rows::create(options, pack));
  FileShape shape;
  const Mess mess = draw_sql_mess(options.seed, options.mess, shape);
  const NationalIdRule rule(pack);
  if (options.directory == "-") {
    SIDIK_TRY(OutputFile dump, OutputFile::open("-", options.gzip));
    SqlDumpWriter writer(*rows, options.seed, shape, mess, rule, dump, {});
    SIDIK_CHECK(writer.write(context));
    return dump.close();
  }
  SIDIK_TRY(OutputFolder folder, OutputFolder::prepare(options, "shop-2020", "dump.sql"));
  SqlDumpWriter writer(*rows, options.seed, shape, mess, rule, folder.dump(), folder.lists());
  SIDIK_CHECK(writer.write(context));
  SIDIK_CHECK(folder.close());
  const TruthFrame frame{
      .scenario = "shop-2020",
      .seed = options.seed,
      .rows = options.rows,
      .members = {},
      .shape = shape,
      .is_sql = true,
      .mess = writer.mess(),
      .tables = {{.name = "accounts", .columns = kAccountColumns}, {.name = "shops", .columns = kShopColumns}},
      .national_id_columns = {},
      .has_ids_of_others = false,
      .facts = {{"accounts", rows->accounts()},
                {"second_accounts", rows->second_accounts()},
                {"deleted_accounts", writer.deleted()}},
      .altered = writer.altered(),
      .further_contracts = 0};
  return folder.finish(truth_json(writer.tally(), frame));
}

}  // namespace sidik::rehearse
