/// How well the sources of composite dumps are told apart: find_strata FIRST_SEED LAST_SEED [--single] [--verbose].
///
/// Every seed gives a composite of 2 to 8 drawn systems (--single: of one); its rows go to the strata as a reader hands
/// them on, and what comes out is held against who wrote them. Rows: 3,000 to 200,000, by the seed.

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "origin/class_merging.hpp"
#include "origin/column_coder.hpp"
#include "origin/row_signer.hpp"
#include "origin/signature_data.hpp"
#include "origin/strata.hpp"
#include "pack/pack.hpp"
#include "rehearse/composite_source.hpp"

namespace {

using namespace sidik;

double pairs_of(double n) { return n * (n - 1) / 2; }

/// Hubert and Arabie 1985.
double adjusted_rand(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> cells;
  std::map<std::uint32_t, double> rows;
  std::map<std::uint32_t, double> columns;
  for (std::size_t i = 0; i < a.size(); ++i) ++cells[{a[i], b[i]}], ++rows[a[i]], ++columns[b[i]];
  double together = 0;
  double in_rows = 0;
  double in_columns = 0;
  for (const auto& cell : cells) together += pairs_of(cell.second);
  for (const auto& row : rows) in_rows += pairs_of(row.second);
  for (const auto& column : columns) in_columns += pairs_of(column.second);
  const double expected = in_rows * in_columns / pairs_of(static_cast<double>(a.size()));
  const double most = (in_rows + in_columns) / 2;
  return most == expected ? 1 : (together - expected) / (most - expected);
}

std::uint64_t rows_of(std::uint64_t seed) {
  static constexpr std::uint64_t kRows[] = {3000, 5000, 8000, 12000, 20000, 30000, 50000, 80000, 200000};
  return kRows[(seed * 2654435761U >> 8U) % std::size(kRows)];
}

struct Outcome {
  double rand = 0;
  std::size_t found = 0;
  std::size_t truth = 0;
  std::size_t signatures = 0;
  std::size_t classes = 0;
  double seconds_signing = 0;
  double seconds_finding = 0;
};

double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The rows of a composite in batches, and who wrote each.
struct Rows {
  std::deque<table::RecordBatch> batches;  ///< stay where they are
  std::vector<std::uint32_t> truth;
};

Rows make_rows(rehearse::CompositeSource& source) {
  Rows out;
  rehearse::Record record(source.columns().size());
  for (std::uint64_t row = 0; row < source.rows(); ++row) {
    const auto made = source.make_row(row, record);
    if (made.shape != rehearse::RowShape::whole) continue;
    if (out.truth.size() % 512 == 0) {
      out.batches.emplace_back();
      out.batches.back().reset(source.columns().size(), RecordIndex(out.truth.size()));
    }
    std::vector<std::string_view> fields;
    for (const auto& field : record.fields) fields.push_back(out.batches.back().keep(field));
    out.batches.back().append(fields, {});
    out.truth.push_back(static_cast<std::uint32_t>(made.stratum));
  }
  return out;
}

/// What keeps the strata apart, column by column.
void explain(const origin::RowSigner& signer, const origin::Strata& strata) {
  const auto order = signer.table().ordered();
  const auto data = origin::make_signature_data(signer.table(), order);
  std::vector<origin::ClassCounts> counts(strata.strata.size(), {std::vector<double>(data.categories.size(), 0), 0});
  for (std::size_t i = 0; i < data.size(); ++i) {
    auto& of = counts[strata.stratum_of_signature[order[i]]];
    of.rows += data.weights[i];
    for (const auto place : data.row(i)) of.of[place] += data.weights[i];
  }
  for (std::size_t a = 0; a < counts.size(); ++a) {
    for (std::size_t b = a + 1; b < counts.size(); ++b) {
      const auto apart = origin::separation(data, counts[a], counts[b]);
      fmt::print("    {} | {}: codings {:.2f} gaps {:.2f} {:.2f}:", a + 1, b + 1, apart.codings, apart.mutual_gaps,
                 apart.gaps);
      for (std::size_t c = 0; c < data.columns; ++c) {
        std::string text;
        double differs = 0;
        for (auto at = data.first[c]; at < data.first[c + 1]; ++at) {
          const double p = counts[a].of[at] / counts[a].rows;
          const double q = counts[b].of[at] / counts[b].rows;
          differs += std::abs(p - q) / 2;
          if (p > 0.03 || q > 0.03) text += fmt::format(" {:x}={:.2f}/{:.2f}", data.categories[at].coding, p, q);
        }
        if (differs > 0.5) fmt::print(" [{}{}]", rehearse::composite_columns()[c].name, text);
      }
      fmt::print("\n");
    }
  }
}

Outcome run(const rehearse::RehearsalOptions& options, const pack::Pack& pack, bool is_verbose) {
  auto source = rehearse::CompositeSource::create(options, pack);
  if (!source) std::abort();
  Rows rows = make_rows(**source);
  // As the engine does: what is learnt, is learnt from the head.
  std::vector<const table::RecordBatch*> head;
  for (std::size_t i = 0; i < rows.batches.size() && i * 512 < 20000; ++i) head.push_back(&rows.batches[i]);
  auto start = std::chrono::steady_clock::now();
  const auto coders = origin::learn_coders(head, (*source)->columns().size());
  origin::RowSigner signer(coders);
  std::vector<std::uint32_t> signatures;
  std::vector<std::uint32_t> all;
  for (const auto& batch : rows.batches) {
    signer.add(batch, {}, &signatures);
    all.insert(all.end(), signatures.begin(), signatures.end());
  }
  Outcome out;
  out.seconds_signing = since(start);
  start = std::chrono::steady_clock::now();
  const auto strata = origin::find_strata(signer);
  out.seconds_finding = since(start);
  std::vector<std::uint32_t> found;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> cells;
  for (std::size_t i = 0; i < all.size(); ++i) {
    found.push_back(all[i] < strata.stratum_of_signature.size() ? strata.stratum_of_signature[all[i]] : ~0U);
    ++cells[{rows.truth[i], found.back()}];
  }
  out.rand = adjusted_rand(found, rows.truth);
  out.found = strata.strata.size();
  out.truth = (*source)->strata().size();
  out.signatures = signer.table().size();
  out.classes = strata.classes;
  if (is_verbose) {
    for (const auto& [cell, count] : cells)
      fmt::print("    truth {} found {}: {}\n", cell.first + 1, cell.second + 1, count);
    explain(signer, strata);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "find_strata FIRST_SEED LAST_SEED [--single] [--rows N] [--verbose]\n");
    return 64;
  }
  bool is_single = false;
  bool is_verbose = false;
  std::uint64_t fixed_rows = 0;
  for (int i = 3; i < argc; ++i) {
    if (std::strcmp(argv[i], "--single") == 0) is_single = true;
    if (std::strcmp(argv[i], "--verbose") == 0) is_verbose = true;
    if (std::strcmp(argv[i], "--rows") == 0 && i + 1 < argc) fixed_rows = std::strtoull(argv[++i], nullptr, 10);
  }
  const std::vector<std::string> packs = {"id"};
  const auto pack = pack::load_pack(packs);
  if (!pack) return 70;
  double sum = 0;
  std::size_t right = 0;
  std::size_t runs = 0;
  for (std::uint64_t seed = std::strtoull(argv[1], nullptr, 10); seed <= std::strtoull(argv[2], nullptr, 10); ++seed) {
    rehearse::RehearsalOptions options;
    options.seed = seed;
    options.rows = fixed_rows != 0 ? fixed_rows : rows_of(seed);
    options.origins = is_single ? 1 : 0;
    const Outcome out = run(options, *pack, is_verbose);
    sum += out.rand;
    right += out.found == out.truth ? 1 : 0;
    ++runs;
    fmt::print("seed {} rows {} origins {} found {} rand {:.4f} classes {} signatures {} sign {:.3f} s find {:.3f} s\n",
               seed, options.rows, out.truth, out.found, out.rand, out.classes, out.signatures, out.seconds_signing,
               out.seconds_finding);
    std::fflush(stdout);
  }
  fmt::print("{} dumps: adjusted Rand index {:.4f} on average, number of sources right in {} ({:.0f} %)\n", runs,
             sum / static_cast<double>(runs), right, 100.0 * static_cast<double>(right) / static_cast<double>(runs));
}
