#include "engine/case_access.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

#include <fmt/format.h>

#include "casefile/key_file.hpp"
#include "crypto/hex.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/output_guard.hpp"
#include "engine/present.hpp"
#include "engine/read_request.hpp"

namespace sidik::engine {
namespace {

constexpr ErrorCode kNotInCase("casefile.not_in_case");

/// The folder without slashes at its end, so that what is put behind it lies beside it.
std::string beside(const CaseAccess& access) {
  auto path = std::filesystem::absolute(access.folder).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.string();
}

}  // namespace

std::string case_key_path(const CaseAccess& access) {
  return access.key_file.empty() ? beside(access) + ".key" : access.key_file;
}

std::string signer_path(const CaseAccess& access, const std::string& id) {
  return access.signer_file.empty() ? fmt::format("{}.{}.signer", beside(access), id) : access.signer_file;
}

Result<std::optional<Secret>> passphrase_of(const CaseAccess& access) {
  if (access.passphrase_file.empty()) return std::optional<Secret>();
  SIDIK_TRY(const auto lines, passwords_of(access.passphrase_file));
  return std::optional<Secret>(lines.front());
}

Result<casefile::Signer> signer_of(const CaseAccess& access, const casefile::CaseView& view) {
  const std::string id = !access.as.empty()      ? access.as
                         : !view.persons.empty() ? view.persons.front().id
                                                 : std::string();
  const casefile::Person* person = view.person(id);
  if (person == nullptr || person->has_left) {
    std::string known;
    for (const auto& each : view.persons) known += each.has_left ? "" : (known.empty() ? "" : ", ") + each.id;
    return fail(ErrorKind::refused, kNotInCase, fmt::format("the case has no person {}", id),
                fmt::format("name one of {} with --as, or add one with: sidik case person add", known));
  }
  SIDIK_TRY(const auto passphrase, passphrase_of(access));
  const std::string path = signer_path(access, id);
  SIDIK_TRY(const auto file, casefile::read_key_file(path, "signer", passphrase));
  casefile::Signer signer{id, crypto::SigningKey(file.secret.reveal())};
  if (crypto::to_hex(signer.key.public_key()) != person->public_key) {
    return fail(ErrorKind::refused, kNotInCase, fmt::format("the key in {} is not that of {}", path, id),
                "name the right file with --signer");
  }
  return signer;
}

Result<crypto::SecretKey> case_key_of(const CaseAccess& access) {
  SIDIK_TRY(const auto passphrase, passphrase_of(access));
  SIDIK_TRY(auto file, casefile::read_key_file(case_key_path(access), "case", passphrase));
  return std::move(file.secret);
}

std::string mark_of_key(const crypto::SecretKey& case_key) {
  constexpr std::size_t kBytes = 8;
  const crypto::SecretKey derived = case_key.derive("keymark");
  return crypto::to_hex(derived.reveal().first(kBytes));
}

Result<crypto::SecretKey> case_key_of(const CaseAccess& access, const casefile::CaseView& view) {
  SIDIK_TRY(auto key, case_key_of(access));
  if (view.key_mark.empty() || view.key_mark == mark_of_key(key)) return key;
  return fail(ErrorKind::refused, "engine.case_key_other",
              fmt::format("the key in {} is that of another case", case_key_path(access)),
              "name the right file with --key, or put it back beside the case");
}

Secret token_digits(const crypto::SecretKey& case_key) {
  const crypto::SecretKey derived = case_key.derive("tokens");
  return Secret(crypto::to_hex(derived.reveal().first(crypto::KeyedHash::kKeyBytes)));
}

Result<OpenCase> open_to_write(const CaseAccess& access) {
  SIDIK_TRY(auto log, casefile::EventLog::open(access.folder));
  SIDIK_TRY(auto view, casefile::CaseView::of(log));
  if (view.closed_at) {
    return fail(ErrorKind::refused, "engine.case_closed", fmt::format("the case was closed on {}", *view.closed_at),
                "it can be read, verified and exported");
  }
  SIDIK_TRY(auto signer, signer_of(access, view));
  return OpenCase{std::move(log), std::move(view), std::move(signer)};
}

Status write_out(const CaseAccess& access, const std::string& path, const std::string& text) {
  const std::string folder = beside(access);
  std::vector<std::string> kept = {folder, case_key_path(access), access.signer_file};
  std::error_code error;
  const auto name = std::filesystem::path(folder).filename().string() + ".";
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(folder).parent_path(), error)) {
    const std::string each = file.path().filename().string();
    if (each.starts_with(name) && (each.ends_with(".signer") || each.ends_with(".key"))) kept.push_back(file.path());
  }
  SIDIK_CHECK(guard_outputs(kept, {path}));
  return write_file(path, text);
}

}  // namespace sidik::engine
