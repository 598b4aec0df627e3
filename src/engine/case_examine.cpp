#include "engine/case_examine.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "casefile/sealed_file.hpp"
#include "crypto/sha256.hpp"
#include "engine/exhibit_in_memory.hpp"
#include "engine/present.hpp"

namespace sidik::engine {
namespace {

using casefile::Draft;
using casefile::EventLog;
using casefile::Json;

Draft count_fact(const std::string& exhibit, const findings::LedgerStep& step, const std::string& document) {
  return {"fact.stated",
          {{"name", exhibit + "." + step.step},
           {"value", step.count},
           {"definition", step.defined_as},
           {"source", fmt::format("examination of {}, document {}", exhibit, document)}}};
}

Draft exhibit_left(const findings::Exhibit& examined, const std::string& id) {
  const auto path = std::filesystem::absolute(examined.path).lexically_normal();
  return {"exhibit.added",
          {{"id", id},
           {"name", path.filename().string()},
           {"sha256", examined.sha256},
           {"bytes", examined.bytes},
           {"got_from", ""},
           {"got_how", "examined where it lies"},
           {"path", path.string()},
           {"sealed", false}}};
}

/// Whose data each source is, as a fact by source.
std::vector<Draft> origin_facts(const std::string& exhibit, const findings::Document& document,
                                const std::string& document_hash) {
  std::vector<Draft> facts;
  for (const auto& stratum : document.strata) {
    if (!stratum.origin) continue;
    const auto found = std::ranges::find_if(document.origins, [&](const findings::Origin& origin) {
      return origin.candidate == *stratum.origin && origin.stratum == stratum.id;
    });
    const std::string support = found != document.origins.end() ? found->support : std::string();
    facts.push_back(
        {"fact.stated",
         {{"name", fmt::format("{}.origin.{}", exhibit, stratum.id)},
          {"value", support.empty() ? *stratum.origin : fmt::format("{}, {}", *stratum.origin, support)},
          {"definition",
           fmt::format("Where the {} records of source {} come from, with the support for it against another origin.",
                       stratum.records, stratum.id)},
          {"source", fmt::format("examination of {}, document {}", exhibit, document_hash)}}});
  }
  return facts;
}

/// When each source was copied, where its records tell.
std::vector<Draft> window_facts(const std::string& exhibit, const findings::Document& document,
                                const std::string& document_hash) {
  std::vector<Draft> facts;
  for (const auto& stratum : document.strata) {
    if (!stratum.origin || !stratum.window.from || !stratum.window.to) continue;
    facts.push_back({"fact.stated",
                     {{"name", fmt::format("{}.window.{}", exhibit, stratum.id)},
                      {"value", fmt::format("{} to {}", *stratum.window.from, *stratum.window.to)},
                      {"definition", fmt::format("When source {} was copied, with 95 %: {}.", stratum.id,
                                                 fmt::join(stratum.window.because, "; "))},
                      {"source", fmt::format("examination of {}, document {}", exhibit, document_hash)}}});
  }
  return facts;
}

/// What is filed of an examination: exhibits that are new, the examination, its counts as facts.
std::vector<Draft> drafts_of(const findings::Document& document, const casefile::CaseView& view,
                             const std::string& document_hash) {
  std::vector<Draft> drafts;
  std::string ids;
  std::size_t known = view.exhibits.size();
  for (const auto& examined : document.exhibits) {
    const auto* exhibit = view.exhibit(examined.sha256);
    std::string id = exhibit != nullptr ? exhibit->id : fmt::format("E{}", ++known);
    if (exhibit == nullptr) drafts.push_back(exhibit_left(examined, id));
    ids += (ids.empty() ? "" : "+") + id;
  }
  Json counts = Json::object();
  for (const auto& step : document.ledger) counts[step.step] = step.count;
  drafts.push_back({"examination.made",
                    {{"exhibit", ids.substr(0, ids.find('+'))},
                     {"exhibits", ids},
                     {"document_sha256", document_hash},
                     {"counts", std::move(counts)}}});
  for (const auto& step : document.ledger) {
    // What was found before stays as it is, with its approvals.
    const auto* earlier = view.fact(ids + "." + step.step);
    if (earlier == nullptr || earlier->value != Json(step.count) || earlier->definition != step.defined_as)
      drafts.push_back(count_fact(ids, step, document_hash));
  }
  auto told = origin_facts(ids, document, document_hash);
  std::ranges::move(window_facts(ids, document, document_hash), std::back_inserter(told));
  for (Draft& draft : told) {
    const auto* earlier = view.fact(draft.data["name"].get<std::string>());
    if (earlier == nullptr || earlier->value != draft.data["value"]) drafts.push_back(std::move(draft));
  }
  return drafts;
}

/// Keeps the document under its hash, and what is filed of it.
Status file_examination(const CaseAccess& access, const findings::Document& document, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const std::string text = to_json(document);
  crypto::Sha256 hash;
  hash.update(text);
  const std::string document_hash = hash.finish_hex();
  const auto folder = std::filesystem::path(access.folder) / "documents";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  SIDIK_CHECK(write_file((folder / (document_hash + ".json")).string(), text));
  const auto appended = open.log.append(
      [&](EventLog& log) -> Result<std::vector<Draft>> {
        SIDIK_TRY(const auto view, casefile::CaseView::of(log));
        return drafts_of(document, view, document_hash);
      },
      open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

}  // namespace

Result<Examination> examine_for_case(const CaseAccess& access, ExamineRequest request, const Context& context) {
  if (std::ranges::find(request.paths, "-") != request.paths.end()) {
    return fail(ErrorKind::usage, "engine.case_stream", "standard input leaves nothing that could be an exhibit",
                "write it to a file first");
  }
  SIDIK_TRY(const OpenCase open, open_to_write(access));
  SIDIK_TRY(const auto key, case_key_of(access, open.view));
  request.key_text = token_digits(key);
  SIDIK_TRY(auto examination, examine(request, context));
  if (!examination.was_cancelled) SIDIK_CHECK(file_examination(access, examination.document, context));
  return examination;
}

Result<Examination> examine_exhibits(const CaseAccess& access, const std::vector<std::string>& exhibits,
                                     ExamineRequest request, const Context& context) {
  SIDIK_TRY(const OpenCase open, open_to_write(access));
  SIDIK_TRY(const auto key, case_key_of(access, open.view));
  request.key_text = token_digits(key);
  std::vector<const casefile::Exhibit*> chosen;
  for (const auto& each : open.view.exhibits) {
    if (!each.is_deleted && (exhibits.empty() || std::ranges::find(exhibits, each.id) != exhibits.end()))
      chosen.push_back(&each);
  }
  if (chosen.empty() || (!exhibits.empty() && chosen.size() != exhibits.size())) {
    return fail(ErrorKind::not_found, "engine.exhibit_unknown", "the case has no such exhibit, or it was deleted",
                "see sidik case show");
  }
  std::vector<std::unique_ptr<MemoryFile>> opened;
  request.paths.clear();
  for (const auto* exhibit : chosen) {
    if (!exhibit->is_sealed) {
      request.paths.push_back(exhibit->path);
      continue;
    }
    SIDIK_TRY(auto file, open_exhibit(access, *exhibit, context));
    request.paths.push_back(file->path());
    opened.push_back(std::move(file));
  }
  SIDIK_TRY(auto examination, examine(request, context));
  auto& read = examination.document.exhibits;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (i >= read.size() || read[i].sha256 != chosen[i]->sha256) {
      return fail(ErrorKind::refused, "engine.exhibit_changed",
                  fmt::format("{} is not the file that was taken in", chosen[i]->id),
                  "find out who changed it; the case still has its hash");
    }
    read[i].path = chosen[i]->name;
  }
  if (!examination.was_cancelled) SIDIK_CHECK(file_examination(access, examination.document, context));
  return examination;
}

}  // namespace sidik::engine
