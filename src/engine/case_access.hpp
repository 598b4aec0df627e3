#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "casefile/case_view.hpp"
#include "casefile/event_log.hpp"
#include "crypto/sealing.hpp"

namespace sidik::engine {

/// Which case, who acts, and where the keys lie, as written on the command line.
struct CaseAccess {
  std::string folder;
  std::string as;               ///< the id of the person who acts; empty: who opened the case
  std::string signer_file;      ///< empty: signer_path()
  std::string key_file;         ///< of the case; empty: case_key_path()
  std::string passphrase_file;  ///< its first line opens both, when they are locked
};

/// Keys lie beside the case and not in it, so that the folder can be handed on without them.
[[nodiscard]] std::string case_key_path(const CaseAccess& access);
[[nodiscard]] std::string signer_path(const CaseAccess& access, const std::string& id);

/// Errors   engine.password_unreadable.
[[nodiscard]] Result<std::optional<Secret>> passphrase_of(const CaseAccess& access);

/// Who acts, with the key that the case knows.
/// Errors   casefile.not_in_case (refused): the case has no such person, he has left, or his key is another; those of
///          casefile::read_key_file.
[[nodiscard]] Result<casefile::Signer> signer_of(const CaseAccess& access, const casefile::CaseView& view);

/// The key of the case. Errors as casefile::read_key_file.
[[nodiscard]] Result<crypto::SecretKey> case_key_of(const CaseAccess& access);
/// The same, and that it is the key with which the case was opened.
/// Errors   engine.case_key_other (refused).
[[nodiscard]] Result<crypto::SecretKey> case_key_of(const CaseAccess& access, const casefile::CaseView& view);
/// By which a case tells its key from others, and which tells nothing of it.
[[nodiscard]] std::string mark_of_key(const crypto::SecretKey& case_key);
/// The digits of the key for tokens, which follows from it.
[[nodiscard]] Secret token_digits(const crypto::SecretKey& case_key);

/// Writes a text that came out of a case, for its owner alone, and never over the case or the keys beside it.
/// Errors   engine.output_is_input (refused), engine.unwritable (io).
[[nodiscard]] Status write_out(const CaseAccess& access, const std::string& path, const std::string& text);

/// A case that is worked on.
struct OpenCase {
  casefile::EventLog log;
  casefile::CaseView view;
  casefile::Signer signer;
};
/// Errors   those of EventLog, CaseView and signer_of; engine.case_closed (refused).
[[nodiscard]] Result<OpenCase> open_to_write(const CaseAccess& access);

}  // namespace sidik::engine
