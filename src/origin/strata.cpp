#include "origin/strata.hpp"

#include <algorithm>

#include "origin/blocks.hpp"
#include "origin/class_merging.hpp"
#include "origin/class_search.hpp"
#include "text/mask.hpp"

namespace sidik::origin {
namespace {

/// A stratum is in a stretch when it has this share of its rows, or the stretch has this share of the stratum.
constexpr double kIsThere = 0.02;
constexpr double kIsHere = 0.2;

using Counts = std::vector<std::pair<Coding, std::uint64_t>>;

/// The records by coding, a stratum and a column each; counts the strata's records besides.
std::vector<Counts> count_codings(const SignatureTable& table, Strata& out) {
  const std::size_t columns = table.columns();
  std::vector<Counts> seen(out.strata.size() * columns);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::size_t k = out.stratum_of_signature[i];
    out.strata[k].records += table.records(i);
    for (std::size_t c = 0; c < columns; ++c) {
      Counts& codings = seen[k * columns + c];
      const Coding coding = table.codings(i)[c];
      const auto found = std::ranges::find(codings, coding, &Counts::value_type::first);
      if (found == codings.end())
        codings.emplace_back(coding, table.records(i));
      else
        found->second += table.records(i);
    }
  }
  return seen;
}

ColumnLook look_at(const Counts& counts, std::uint64_t records) {
  ColumnLook look;
  std::uint64_t filled = 0;
  std::uint64_t most = 0;
  for (const auto& [coding, count] : counts) {
    if (is_nothing(coding)) continue;
    filled += count;
    if (count > most || (count == most && coding < look.coding)) most = count, look.coding = coding;
  }
  look.filled = static_cast<double>(filled) / static_cast<double>(std::max<std::uint64_t>(records, 1));
  look.coding_share = filled > 0 ? static_cast<double>(most) / static_cast<double>(filled) : 0;
  return look;
}

/// Of each column the first example that is written as most are. How often a column is filled that signatures take for
/// filled by chance is told by the examples alone.
void show_examples(const RowSigner& rows, Strata& out) {
  const std::size_t columns = rows.table().columns();
  std::vector<double> filled(out.strata.size() * columns, 0);
  std::vector<double> shown(out.strata.size(), 0);
  for (const auto* row : rows.sample().sorted()) {
    if (row->signature >= out.stratum_of_signature.size()) continue;
    const std::size_t k = out.stratum_of_signature[row->signature];
    ++shown[k];
    for (std::size_t c = 0; c < std::min(columns, rows.coders().size()); ++c) {
      ColumnLook& look = out.strata[k].columns[c];
      const Coding coding = rows.coders()[c].code_fully(row->field(c));
      filled[k * columns + c] += is_nothing(coding) ? 0 : 1;
      if (look.masked.empty() && coding == look.coding) look.masked = text::mask(row->field(c));
    }
  }
  for (std::size_t k = 0; k < out.strata.size(); ++k) {
    for (std::size_t c = 0; c < std::min(columns, rows.coders().size()); ++c) {
      if (rows.coders()[c].merges() && shown[k] >= 8)
        out.strata[k].columns[c].filled = filled[k * columns + c] / shown[k];
    }
  }
}

void describe(const RowSigner& rows, Strata& out) {
  const SignatureTable& table = rows.table();
  const auto seen = count_codings(table, out);
  for (std::size_t k = 0; k < out.strata.size(); ++k) {
    for (std::size_t c = 0; c < table.columns(); ++c) {
      ColumnLook look = look_at(seen[k * table.columns() + c], out.strata[k].records);
      look.column = c;
      if (c < rows.coders().size()) look.words = rows.coders()[c].words(look.coding);
      out.strata[k].columns.push_back(std::move(look));
    }
  }
  show_examples(rows, out);
}

void find_blocks(const RowSigner& rows, Strata& out) {
  std::vector<std::uint32_t> strata;
  std::vector<std::uint64_t> records;
  for (const auto& place : rows.places().sorted()) {
    if (place.signature >= out.stratum_of_signature.size()) continue;
    strata.push_back(out.stratum_of_signature[place.signature]);
    records.push_back(place.record);
  }
  const std::size_t kinds = out.strata.size();
  const auto stretches = find_stretches(strata, kinds);
  std::vector<double> all(kinds, 0);
  for (const std::uint32_t k : strata) ++all[k];
  std::vector<bool> was_there(kinds, false);
  for (const Stretch& stretch : stretches) {
    std::vector<double> here(kinds, 0);
    std::vector<Block> blocks(kinds);
    for (std::size_t i = stretch.first; i < stretch.last; ++i) {
      Block& block = blocks[strata[i]];
      if (here[strata[i]]++ == 0) block.first = records[i];
      block.last = records[i];
    }
    const auto length = static_cast<double>(stretch.last - stretch.first);
    for (std::size_t k = 0; k < kinds; ++k) {
      const bool is_there = here[k] > 0 && (here[k] >= kIsThere * length || here[k] >= kIsHere * all[k]);
      if (is_there) {
        blocks[k].share = here[k] / all[k];
        auto& known = out.strata[k].blocks;
        if (was_there[k]) {
          known.back().last = blocks[k].last;
          known.back().share += blocks[k].share;
        } else {
          known.push_back(blocks[k]);
        }
      }
      was_there[k] = is_there;
    }
  }
}

}  // namespace

Strata find_strata(const RowSigner& rows) {
  const SignatureTable& table = rows.table();
  Strata out;
  out.not_placed = table.not_kept();
  if (table.size() == 0) return out;
  const auto order = table.ordered();
  const SignatureData data = make_signature_data(table, order);
  const auto class_of = find_classes(data, {});
  std::vector<std::uint32_t> class_of_signature(table.size());
  for (std::size_t i = 0; i < order.size(); ++i) class_of_signature[order[i]] = class_of[i];
  const std::size_t classes = *std::ranges::max_element(class_of) + 1;
  const auto source_of =
      merge_classes(data, class_of, {}, varieties(rows.sample(), rows.coders(), class_of_signature, classes));
  out.classes = source_of.size();
  out.stratum_of_signature.resize(table.size());
  for (std::size_t i = 0; i < order.size(); ++i) out.stratum_of_signature[order[i]] = source_of[class_of[i]];
  out.strata.resize(*std::ranges::max_element(out.stratum_of_signature) + 1);
  describe(rows, out);
  find_blocks(rows, out);
  return out;
}

}  // namespace sidik::origin
