#include "engine/reupload.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "crypto/sha256.hpp"
#include "engine/exhibit_in_memory.hpp"
#include "engine/fuzzy_hash.hpp"
#include "engine/tokens.hpp"
#include "engine/tokens_compare.hpp"
#include "report/clean.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

constexpr double kNearlyAll = 0.95;
constexpr int kAlikeBytes = 30;

/// A file as it is compared: its digest, its fuzzy hash, its tokens in memory.
struct Compared {
  std::string name;
  std::string path;
  std::string sha256;
  std::optional<std::string> fuzzy;
  MemoryFile tokens;
  TokenHead head;
};

Status digest(Compared& file, const Context& context) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  std::ifstream in(file.path, std::ios::binary);
  if (!in)
    return fail(ErrorKind::not_found, "engine.not_found", fmt::format("{} cannot be read", file.name),
                "check the path");
  crypto::Sha256 hash;
  FuzzyHash fuzzy;
  std::string piece(kPiece, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    if (context.is_cancelled()) return fail(ErrorKind::cancelled, "engine.cancelled", "stopped by the user", "");
    const std::string_view got(piece.data(), static_cast<std::size_t>(in.gcount()));
    hash.update(got);
    fuzzy.update(got);
  }
  file.sha256 = hash.finish_hex();
  file.fuzzy = fuzzy.finish();
  return {};
}

Result<std::unique_ptr<Compared>> prepare(std::string name, std::string path, const ReuploadRequest& request,
                                          const std::optional<Secret>& key, const Context& context) {
  auto file = std::make_unique<Compared>();
  file->name = std::move(name);
  file->path = std::move(path);
  SIDIK_CHECK(digest(*file, context));
  TokensRequest tokens;
  tokens.path = file->path;
  tokens.out = file->tokens.path();
  tokens.key_file = request.key_file;
  tokens.key_text = key;
  tokens.packs = request.packs;
  tokens.packs_directory = request.packs_directory;
  tokens.password_file = request.password_file;
  tokens.allows_no_sandbox = request.allows_no_sandbox;
  SIDIK_TRY(file->head, make_tokens(tokens, context));
  return file;
}

/// The names of columns that the two tables with most in common share.
void count_columns(const TokenHead& here, const TokenHead& there, Reupload& found) {
  for (const auto& table : here.tables) {
    for (const auto& other : there.tables) {
      std::set<std::string> names;
      for (const auto& column : other.columns) names.insert(text::normal_header(column.name));
      const auto shared = static_cast<std::uint64_t>(std::ranges::count_if(
          table.columns, [&](const TokenColumn& column) { return names.contains(text::normal_header(column.name)); }));
      if (shared < found.columns_shared || (shared == found.columns_shared && found.columns_here > 0)) continue;
      found.columns_shared = shared;
      found.columns_here = table.columns.size();
    }
  }
}

Result<Reupload> compare(const Compared& here, const Compared& there) {
  Reupload found;
  found.exhibit = there.name;
  if (here.fuzzy && there.fuzzy) found.fuzzy_distance = fuzzy_distance(*here.fuzzy, *there.fuzzy);
  SIDIK_TRY(auto compared, compare_tokens(here.tokens.path(), there.tokens.path()));
  found.overlaps = std::move(compared.overlaps);
  for (auto& overlap : found.overlaps) overlap.with = there.name;
  count_columns(here.head, there.head, found);
  found.likeness = likeness_of(here.sha256 == there.sha256, found.overlaps, found.fuzzy_distance);
  return found;
}

/// What a file is compared with: where it lies, and what keeps it in memory.
struct Candidate {
  std::string name;
  std::string path;
  std::unique_ptr<MemoryFile> opened;
};

Result<std::vector<Candidate>> candidates_of(const CaseAccess& access, const ReuploadRequest& request,
                                             const Context& context) {
  std::vector<Candidate> out;
  for (const auto& path : request.exhibits)
    out.push_back({std::filesystem::path(path).filename().string(), path, nullptr});
  if (access.folder.empty()) return out;
  SIDIK_TRY(const OpenCase open, open_to_write(access));
  for (const auto& exhibit : open.view.exhibits) {
    if (exhibit.is_deleted) continue;
    if (!exhibit.is_sealed) {
      out.push_back({exhibit.id, exhibit.path, nullptr});
      continue;
    }
    SIDIK_TRY(auto opened, open_exhibit(access, exhibit, context));
    std::string path = opened->path();
    out.push_back({exhibit.id, std::move(path), std::move(opened)});
  }
  return out;
}

std::string sentence_of(const Reupload& found, bool is_indonesian) {
  switch (found.likeness) {
    case Likeness::same_file:
      return is_indonesian ? "berkas yang sama, sampai ke byte" : "the same file, to the byte";
    case Likeness::same_rows:
      return is_indonesian ? "baris yang sama dalam bentuk lain" : "the same rows in another form";
    case Likeness::part:
      return is_indonesian ? "sebagian dari barang bukti" : "a part of the exhibit";
    case Likeness::more:
      return is_indonesian ? "memuat barang bukti, dan lebih" : "holds the exhibit, and more";
    case Likeness::shares_rows:
      return is_indonesian ? "sebagian baris sama" : "some rows are the same";
    case Likeness::shares_values:
      return is_indonesian ? "nomor yang sama, tanpa baris yang sama" : "the same identifiers, no row that is the same";
    case Likeness::alike_bytes:
      return is_indonesian ? "byte-nya mirip" : "the bytes are alike";
    case Likeness::other:
      break;
  }
  return is_indonesian ? "tidak ada kesamaan yang ditemukan" : "nothing in common was found";
}

}  // namespace

std::string_view word_of(Likeness likeness) {
  constexpr std::array<std::string_view, 8> kWords{"same_file",   "same_rows",     "part",        "more",
                                                   "shares_rows", "shares_values", "alike_bytes", "other"};
  return kWords[static_cast<std::size_t>(likeness)];
}

Likeness likeness_of(bool is_same_file, const std::vector<findings::Overlap>& overlaps,
                     std::optional<int> fuzzy_distance) {
  if (is_same_file) return Likeness::same_file;
  const auto rows = std::ranges::find(overlaps, "row", &findings::Overlap::field);
  if (rows != overlaps.end() && rows->shared > 0) {
    const bool is_inside = rows->share_here >= kNearlyAll;
    const bool is_covered = rows->share_there >= kNearlyAll;
    if (is_inside) return is_covered ? Likeness::same_rows : Likeness::part;
    return is_covered ? Likeness::more : Likeness::shares_rows;
  }
  if (std::ranges::any_of(overlaps, [](const auto& each) { return each.shared > 0; })) return Likeness::shares_values;
  return fuzzy_distance && *fuzzy_distance <= kAlikeBytes ? Likeness::alike_bytes : Likeness::other;
}

Result<std::vector<Reupload>> compare_reupload(const CaseAccess& access, const ReuploadRequest& request,
                                               const Context& context) {
  std::optional<Secret> key;
  if (!access.folder.empty()) {
    SIDIK_TRY(const auto case_key, case_key_of(access));
    key = token_digits(case_key);
  } else if (request.key_file.empty()) {
    key = token_digits(crypto::SecretKey::random());
  }
  SIDIK_TRY(const auto candidates, candidates_of(access, request, context));
  if (candidates.empty())
    return fail(ErrorKind::not_found, "engine.exhibit_unknown", "there is no exhibit to compare with",
                "name the case with --case, or a file with --exhibit");
  SIDIK_TRY(const auto here, prepare(request.path, request.path, request, key, context));
  std::vector<Reupload> out;
  for (const Candidate& candidate : candidates) {
    SIDIK_TRY(const auto there, prepare(candidate.name, candidate.path, request, key, context));
    SIDIK_TRY(Reupload found, compare(*here, *there));
    out.push_back(std::move(found));
  }
  std::ranges::stable_sort(out, {}, &Reupload::likeness);
  return out;
}

std::string to_text(const std::vector<Reupload>& found, const std::string& language) {
  const bool is_indonesian = language == "id";
  std::string text;
  for (const Reupload& each : found) {
    text += fmt::format("{}: {}\n", report::clean(each.exhibit), sentence_of(each, is_indonesian));
    for (const auto& overlap : each.overlaps) {
      if (overlap.shared == 0) continue;
      text += fmt::format(
          fmt::runtime(is_indonesian ? "  {:<22}{:>12} sama, {:.1f} % berkas ini, {:.1f} % barang bukti\n"
                                     : "  {:<22}{:>12} in common, {:.1f} % of this file, {:.1f} % of the exhibit\n"),
          overlap.field == "row" ? (is_indonesian ? "baris" : "rows") : report::clean(overlap.field), overlap.shared,
          overlap.share_here * 100, overlap.share_there * 100);
    }
    text += fmt::format(fmt::runtime(is_indonesian ? "  kolom                 {:>12} dari {} bernama sama\n"
                                                   : "  columns               {:>12} of {} by name\n"),
                        each.columns_shared, each.columns_here);
    if (each.fuzzy_distance)
      text += fmt::format(
          fmt::runtime(is_indonesian ? "  jarak TLSH            {:>12} (0 sama, di atas 100 lain)\n"
                                     : "  TLSH distance         {:>12} (0 the same, above 100 different)\n"),
          *each.fuzzy_distance);
  }
  return text;
}

std::string to_json(const std::vector<Reupload>& found) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const Reupload& each : found) {
    Json overlaps = Json::array();
    for (const auto& overlap : each.overlaps)
      overlaps.push_back({{"field", overlap.field},
                          {"shared", overlap.shared},
                          {"share_here", overlap.share_here},
                          {"share_there", overlap.share_there}});
    list.push_back({{"exhibit", each.exhibit},
                    {"likeness", word_of(each.likeness)},
                    {"fuzzy_distance", each.fuzzy_distance ? Json(*each.fuzzy_distance) : Json()},
                    {"columns_shared", each.columns_shared},
                    {"columns", each.columns_here},
                    {"overlaps", std::move(overlaps)}});
  }
  return Json{{"compared", std::move(list)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sidik::engine
