#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "crypto/hex.hpp"
#include "engine/case_desk.hpp"
#include "engine/present.hpp"

namespace sidik::engine {
namespace {

using casefile::Draft;
using casefile::Json;

/// Deletes one sealed exhibit; what is gone already is as good.
Status erase(const CaseAccess& access, const casefile::Exhibit& exhibit) {
  std::error_code error;
  std::filesystem::remove(std::filesystem::path(access.folder) / "exhibits" / (exhibit.sha256 + ".sealed"), error);
  if (!error) return {};
  return fail(ErrorKind::io, "engine.case_unwritable",
              fmt::format("{} cannot be deleted: {}", exhibit.id, error.message()),
              "the case stays open; mend that and close it again");
}

/// Sealed copies that were never finished, for example since the machine went down.
Result<std::uint64_t> erase_unfinished(const CaseAccess& access) {
  std::uint64_t count = 0;
  std::error_code error;
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(access.folder) / "exhibits", error)) {
    std::error_code failed;
    std::filesystem::remove(file.path(), failed);
    if (failed)
      return fail(ErrorKind::io, "engine.case_unwritable",
                  fmt::format("{} cannot be deleted: {}", file.path().string(), failed.message()),
                  "the case stays open; mend that and close it again");
    ++count;
  }
  return count;
}

Json named(const casefile::Exhibit& exhibit) {
  return {{"id", exhibit.id}, {"name", exhibit.name}, {"sha256", exhibit.sha256}, {"bytes", exhibit.bytes}};
}

}  // namespace

Result<std::string> close_case(const CaseAccess& access, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  Json gone = Json::array();
  Json elsewhere = Json::array();
  std::vector<Draft> drafts;
  for (const auto& exhibit : open.view.exhibits) {
    if (exhibit.is_deleted) continue;
    if (!exhibit.is_sealed) {
      elsewhere.push_back(named(exhibit));
      continue;
    }
    gone.push_back(named(exhibit));
    drafts.push_back({"exhibit.deleted", {{"id", exhibit.id}}});
  }
  // That it is meant stands in the log before anything is gone; a log that cannot be written ends it here.
  const auto meant =
      open.log.append(std::vector<Draft>{{"case.closing", {{"gone", gone}}}}, open.signer, context.now());
  if (!meant) return std::unexpected(meant.error());
  for (const auto& exhibit : open.view.exhibits) {
    if (exhibit.is_sealed && !exhibit.is_deleted) SIDIK_CHECK(erase(access, exhibit));
  }
  SIDIK_TRY(const std::uint64_t unfinished, erase_unfinished(access));
  Json certificate{{"case", open.view.name},
                   {"closed", casefile::time_text(context.now())},
                   {"by", open.signer.id},
                   {"gone", std::move(gone)},
                   {"unfinished_copies_gone", unfinished},
                   {"stays_elsewhere", std::move(elsewhere)},
                   {"stays", {"the log of events with its signatures", "findings documents, which hold no value"}},
                   {"not_known", {"copies of the case folder or of its key that were made before"}}};
  drafts.push_back({"case.closed", {{"certificate", certificate}}});
  SIDIK_TRY(const std::string signed_text, casefile::to_canonical(certificate));
  const auto appended = open.log.append(drafts, open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  certificate["signature"] = crypto::to_hex(open.signer.key.sign(signed_text));
  certificate["public_key"] = crypto::to_hex(open.signer.key.public_key());
  const std::string text = certificate.dump(2) + "\n";
  SIDIK_CHECK(write_file((std::filesystem::path(access.folder) / "certificate.json").string(), text));
  return text;
}

}  // namespace sidik::engine
