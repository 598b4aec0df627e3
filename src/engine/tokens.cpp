#include "engine/tokens.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "engine/output_guard.hpp"
#include "engine/read_request.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

/// Every column, in the form that its meaning asks for; by name, so that files of one register whose columns stand in
/// another order can be compared.
origin::ComparedRow whole_row(const KnownTable& table) {
  std::vector<std::size_t> places(table.meanings.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, {}, [&](std::size_t c) { return text::normal_header(table.columns[c]); });
  origin::ComparedRow row;
  for (const std::size_t c : places) row.push_back({c, origin::form_of(table.meanings[c].meaning)});
  return row;
}

std::vector<TokenTable> describe(const std::vector<CopyTable>& tables) {
  std::vector<TokenTable> out;
  for (const auto& table : tables) {
    TokenTable& told = out.emplace_back();
    told.name = table.known.name;
    told.records = table.records;
    for (std::size_t i = 0; i < table.rows.front().size(); ++i) {
      const std::size_t c = table.rows.front()[i].place;
      const auto& meaning = table.known.meanings[c].meaning;
      told.columns.push_back({table.known.shown[c], meaning, origin::form_of(meaning) == origin::ValueForm::by_meaning,
                              table.filled_in.empty() ? 0 : table.filled_in.front()[i]});
    }
  }
  return out;
}

}  // namespace

Result<TokenHead> make_tokens(const TokensRequest& request, const Context& context) {
  SIDIK_CHECK(guard_outputs({request.path, request.key_file, request.password_file}, {request.out}));
  if (request.key_file.empty() && !request.key_text) {
    return fail(ErrorKind::usage, "engine.key_missing",
                "tokens can be compared only by who has their key, and none was given",
                "give a file of 32 hexadecimal digits by --key FILE, for example from: openssl rand -hex 16");
  }
  SIDIK_TRY(const crypto::KeyedHash hash,
            request.key_text ? token_key_of(*request.key_text) : token_key(request.key_file));
  SIDIK_TRY(const auto pack, pack::load_pack(request.packs, request.packs_directory));
  const auto now = std::chrono::system_clock::to_time_t(context.now());
  const int year = fmt::gmtime(now).tm_year + 1900;
  const identify::MeaningReader meanings(pack, year);
  ExamineRequest guessing;
  guessing.password_file = request.password_file;
  guessing.allows_no_sandbox = request.allows_no_sandbox;
  SIDIK_TRY(ingest::ReadOptions options, read_options(guessing));
  options.is_header_word = [&meanings](std::string_view word) { return meanings.is_header_word(word); };
  SIDIK_TRY(auto surveyed, survey_known(request.path, options, context, meanings));

  Crew crew(context.threads);
  std::vector<std::unique_ptr<runs::MemoryBudget>> budgets;
  CopySources sources{pack, meanings, hash, crew, {}, std::move(options), context, year};
  for (std::size_t lane = 0; lane < crew.lanes(); ++lane) {
    budgets.push_back(
        std::make_unique<runs::MemoryBudget>(context.limits.memory_bytes / crew.lanes(), context.spill_directory));
    sources.budgets.push_back(budgets.back().get());
  }
  const auto names = origin::compared_meanings(pack);
  LaneSets sets(crew.lanes());
  for (std::size_t lane = 0; lane < crew.lanes(); ++lane) {
    while (sets[lane].size() < names.size()) sets[lane].emplace_back(*budgets[lane]);
  }
  std::vector<CopyTable> tables;
  for (KnownTable& known : surveyed) {
    CopyTable& table = tables.emplace_back();
    table.known = std::move(known);
    table.fields = fields_of(table.known.meanings, names);
    table.rows.push_back(whole_row(table.known));
  }
  SIDIK_CHECK(read_copy(request.path, tables, sets, sources));

  TokenHead head{
      SIDIK_VERSION, fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now)), key_check(hash), describe(tables), {}};
  std::vector<std::size_t> numbers;
  for (std::size_t s = 0; s < names.size(); ++s) {
    SIDIK_TRY(const std::uint64_t values, runs::count_distinct(all_lanes(sets, s)));
    if (values == 0) continue;
    numbers.push_back(s);
    head.sets.push_back({names[s], values});
  }
  SIDIK_CHECK(write_tokens(request.out, head, tables, sets, numbers));
  return head;
}

}  // namespace sidik::engine
