#include "engine/case_desk.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "casefile/case_export.hpp"
#include "casefile/key_file.hpp"
#include "casefile/sealed_file.hpp"
#include "casefile/sharing/case_graph.hpp"
#include "casefile/sharing/misp_event.hpp"
#include "casefile/sharing/stix_bundle.hpp"
#include "crypto/hex.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

using casefile::CaseView;
using casefile::Draft;
using casefile::EventLog;
using casefile::Json;

constexpr ErrorCode kOption("engine.case_option");

/// Ids become parts of file names and of sentences.
bool is_id(std::string_view id) {
  constexpr std::size_t kLongest = 40;
  return !id.empty() && id.size() <= kLongest && id.front() != '.' && std::ranges::all_of(id, [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

std::unexpected<Error> bad_id(const std::string& id) {
  return fail(ErrorKind::usage, kOption, fmt::format("{} is no id", id.empty() ? "nothing" : id),
              "letters, digits, dots, - and _, at most 40; for example --as rina");
}

std::string user_name() {
  const char* name = std::getenv("USER");  // NOLINT(concurrency-mt-unsafe): before any thread
  return name != nullptr && is_id(name) ? name : "desk";
}

Draft person_added(const std::string& id, const std::string& name, const std::string& office,
                   const crypto::SigningKey& key) {
  return {"person.added",
          {{"id", id}, {"name", name}, {"office", office}, {"public_key", crypto::to_hex(key.public_key())}}};
}

Status write_signer(const CaseAccess& access, const std::string& path, const std::string& id,
                    const crypto::SigningKey& key) {
  SIDIK_TRY(const auto passphrase, passphrase_of(access));
  return casefile::write_key_file(path, {"signer", id, crypto::SecretKey(key.reveal_seed())}, passphrase);
}

Status append(OpenCase& open, Draft draft, const Context& context) {
  const auto appended = open.log.append(std::vector<Draft>{std::move(draft)}, open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

/// A whole number as such, else text.
Json value_of(const std::string& written) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  const bool is_number = error == std::errc() && end == written.data() + written.size() && written != "-0" &&
                         (written.front() != '0' || written.size() == 1);
  return is_number ? Json(number) : Json(written);
}

}  // namespace

Result<OpenedCase> open_case(const CaseOpening& opening, const Context& context) {
  const CaseAccess& access = opening.access;
  if (access.folder.empty()) return fail(ErrorKind::usage, kOption, "no folder is named", "for example: kasus");
  OpenedCase opened{access.as.empty() ? user_name() : access.as, case_key_path(access), {}};
  if (!is_id(opened.person)) return bad_id(opened.person);
  if (opening.law.size() != 2 || !std::ranges::all_of(opening.law, [](char c) { return c >= 'a' && c <= 'z'; }))
    return fail(ErrorKind::usage, kOption, "--law takes a country of two small letters", "for example --law id");
  opened.signer_file = signer_path(access, opened.person);
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::path(access.folder) / EventLog::kFile, error))
    return std::unexpected(EventLog::create(access.folder).error());
  const bool is_fresh =
      !std::filesystem::exists(access.folder, error) || std::filesystem::is_empty(access.folder, error);
  std::filesystem::create_directories(std::filesystem::path(access.folder) / "exhibits", error);
  if (error) {
    return fail(ErrorKind::io, "engine.case_unwritable",
                fmt::format("the folder {} cannot be made: {}", access.folder, error.message()), "choose another one");
  }
  // A folder that holds something else besides keeps its rights.
  if (is_fresh) ::chmod(access.folder.c_str(), S_IRWXU);
  auto name = opening.name;
  if (name.empty()) name = std::filesystem::absolute(access.folder).lexically_normal().filename().string();
  SIDIK_TRY(const auto passphrase, passphrase_of(access));
  const auto case_key = crypto::SecretKey::random();
  const std::string key_mark = mark_of_key(case_key);
  SIDIK_CHECK(
      casefile::write_key_file(opened.key_file, {"case", name, crypto::SecretKey(case_key.reveal())}, passphrase));
  casefile::Signer signer{opened.person, crypto::SigningKey::random()};
  SIDIK_CHECK(write_signer(access, opened.signer_file, opened.person, signer.key));
  SIDIK_TRY(EventLog log, EventLog::create(access.folder));
  const std::vector<Draft> drafts = {
      {"case.opened", {{"name", name}, {"law", opening.law}, {"form", 1}, {"key_mark", key_mark}}},
      person_added(signer.id, opening.person_name, opening.office, signer.key)};
  const auto appended = log.append(drafts, signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  return opened;
}

Result<std::string> add_person(const CaseAccess& access, const NewPerson& person, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  if (!is_id(person.id)) return bad_id(person.id);
  if (open.view.person(person.id) != nullptr)
    return fail(ErrorKind::refused, kOption, fmt::format("the case has a person {}", person.id), "choose another id");
  CaseAccess beside = access;
  beside.signer_file = person.signer_out;
  const std::string path = signer_path(beside, person.id);
  const auto key = crypto::SigningKey::random();
  SIDIK_CHECK(write_signer(access, path, person.id, key));
  SIDIK_CHECK(append(open, person_added(person.id, person.name, person.office, key), context));
  return path;
}

Status let_person_go(const CaseAccess& access, const std::string& id, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const auto* person = open.view.person(id);
  if (person == nullptr || person->has_left || id == open.signer.id) {
    return fail(ErrorKind::refused, kOption, fmt::format("{} cannot be let go", id),
                "somebody else who is in the case must do it; see sidik case show");
  }
  return append(open, {"person.left", {{"id", id}}}, context);
}

Result<casefile::Exhibit> add_exhibit(const CaseAccess& access, const NewExhibit& exhibit, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  casefile::FileDigest digest;
  std::string stays_at;
  if (exhibit.is_left) {
    SIDIK_TRY(digest, casefile::digest_file(exhibit.path, context));
    stays_at = std::filesystem::absolute(exhibit.path).lexically_normal().string();
  } else {
    SIDIK_TRY(const auto key, case_key_of(access, open.view));
    const auto folder = std::filesystem::path(access.folder) / "exhibits";
    const std::string unnamed = (folder / fmt::format("new-{}", ::getpid())).string();
    SIDIK_TRY(digest, casefile::seal_file(exhibit.path, unnamed, key.derive("exhibits"), context));
    std::error_code error;
    const auto named = folder / (digest.sha256 + ".sealed");
    if (std::filesystem::exists(named, error)) {
      std::filesystem::remove(unnamed, error);
    } else {
      std::filesystem::rename(unnamed, named, error);
    }
  }
  const std::string name =
      exhibit.name.empty() ? std::filesystem::path(exhibit.path).filename().string() : exhibit.name;
  const auto appended = open.log.append(
      [&](EventLog& log) -> Result<std::vector<Draft>> {
        SIDIK_TRY(const auto view, CaseView::of(log));
        if (const auto* known = view.exhibit(digest.sha256); known != nullptr && !known->is_deleted) {
          return fail(ErrorKind::refused, "engine.exhibit_known",
                      fmt::format("the case has this file already, as {}", known->id), "see sidik case show");
        }
        return std::vector<Draft>{{"exhibit.added",
                                   {{"id", fmt::format("E{}", view.exhibits.size() + 1)},
                                    {"name", name},
                                    {"sha256", digest.sha256},
                                    {"bytes", digest.bytes},
                                    {"got_from", exhibit.got_from},
                                    {"got_how", exhibit.got_how},
                                    {"path", stays_at},
                                    {"sealed", !exhibit.is_left}}}};
      },
      open.signer, context.now());
  if (!appended) return std::unexpected(appended.error());
  SIDIK_CHECK(open.view.apply(appended->front()));
  return open.view.exhibits.back();
}

Status state_fact(const CaseAccess& access, const NewFact& fact, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  if (!is_id(fact.name)) return bad_id(fact.name);
  const bool is_of_exhibit = fact.name.size() > 1 && fact.name.front() == 'E' && text::is_digit(fact.name[1]) &&
                             fact.name.find('.') != std::string::npos;
  if (is_of_exhibit || fact.name.starts_with("link."))
    return fail(ErrorKind::refused, kOption,
                fmt::format("{} is a name for what the program finds by itself", fact.name), "choose another name");
  if (fact.value.empty() || fact.definition.empty())
    return fail(ErrorKind::usage, kOption, "a fact needs a value and what it means",
                "for example: sidik case fact DIR confirmed 100002 --definition \"rows that the insurer confirmed\"");
  return append(open,
                {"fact.stated",
                 {{"name", fact.name},
                  {"value", value_of(fact.value)},
                  {"definition", fact.definition},
                  {"source", fact.source}}},
                context);
}

Status approve_fact(const CaseAccess& access, const std::string& name, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const auto* fact = open.view.fact(name);
  if (fact == nullptr)
    return fail(ErrorKind::not_found, "engine.fact_unknown", fmt::format("the case has no fact {}", name),
                "see sidik case show");
  if (fact->approved_by.contains(open.signer.id))
    return fail(ErrorKind::refused, "engine.fact_approved", fmt::format("{} has approved it before", open.signer.id),
                "a second person approves it, with --as");
  return append(open, {"fact.approved", {{"event", fact->event}}}, context);
}

Status add_note(const CaseAccess& access, const std::string& text, std::optional<std::uint64_t> corrects,
                const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  if (text.empty()) return fail(ErrorKind::usage, kOption, "a note needs a text", "put it in quotes");
  Json data{{"text", text}};
  if (corrects) {
    if (*corrects >= open.view.events)
      return fail(ErrorKind::not_found, kOption, fmt::format("the case has no event {}", *corrects),
                  "see sidik case log");
    data["corrects"] = *corrects;
  }
  return append(open, {"note.added", std::move(data)}, context);
}

Result<CaseView> view_case(const std::string& folder) {
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  return CaseView::of(log);
}

Result<std::vector<casefile::Event>> read_events(const std::string& folder) {
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  std::vector<casefile::Event> events;
  Status status;
  SIDIK_CHECK(log.for_each([&](const EventLog::Row& row) {
    auto read = casefile::from_body(row.body);
    if (!read)
      status = fail(ErrorKind::invalid_input, read.error().code,
                    fmt::format("event {} cannot be read: {}", row.number, read.error().what),
                    "run sidik case verify to see what was changed");
    else
      events.push_back(std::move(read->event));
    return status.has_value();
  }));
  SIDIK_CHECK(std::move(status));
  return events;
}

namespace {

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A checkpoint that was kept elsewhere; nothing when none is named.
Result<std::optional<casefile::Checkpoint>> kept_checkpoint(const std::string& path) {
  if (path.empty()) return std::optional<casefile::Checkpoint>();
  const Json value = Json::parse(read_whole(path), nullptr, false);
  casefile::Checkpoint kept;
  const Json digits = value.is_object() ? value.value("root", Json()) : Json();
  const auto root = crypto::from_hex(digits.is_string() ? digits.get<std::string>() : std::string());
  if (!root || root->size() != kept.root.size() || !value.value("size", Json()).is_number_unsigned()) {
    return fail(ErrorKind::invalid_input, "engine.checkpoint_malformed", fmt::format("{} holds no checkpoint", path),
                "make one with: sidik case checkpoint DIR --out FILE");
  }
  kept.size = value["size"].get<std::uint64_t>();
  std::ranges::copy(*root, kept.root.begin());
  return std::optional<casefile::Checkpoint>(kept);
}

/// What its place and size tell of an exhibit; what is in it is read when it is examined.
std::string what_is_wrong(const std::string& folder, const casefile::Exhibit& exhibit) {
  if (exhibit.is_deleted) return {};
  const auto path = exhibit.is_sealed ? std::filesystem::path(folder) / "exhibits" / (exhibit.sha256 + ".sealed")
                                      : std::filesystem::path(exhibit.path);
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  if (error) return exhibit.is_sealed ? "is not in the case any more" : "does not lie any more where it was left";
  const auto expected = exhibit.is_sealed ? casefile::sealed_size(exhibit.bytes) : exhibit.bytes;
  return bytes == expected ? "" : "has another size than what was taken in";
}

}  // namespace

Result<casefile::Verification> verify_case(const std::string& folder, const std::string& against) {
  SIDIK_TRY(const auto kept, kept_checkpoint(against));
  std::error_code error;
  if (std::filesystem::is_regular_file(folder, error)) {
    SIDIK_TRY(const auto exported, casefile::read_export(read_whole(folder)));
    return casefile::verify_export(exported, kept);
  }
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  SIDIK_TRY(auto verification, casefile::verify(log, kept));
  if (verification.fault) return verification;
  SIDIK_TRY(const auto view, CaseView::of(log));
  for (const auto& exhibit : view.exhibits) {
    if (const std::string wrong = what_is_wrong(folder, exhibit); !wrong.empty())
      verification.remarks.push_back(fmt::format("{} {}", exhibit.id, wrong));
  }
  return verification;
}

Result<std::string> export_case(const std::string& folder, const std::string& format) {
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  if (format == "log") return casefile::export_log(log);
  if (format == "csv") return casefile::export_csv(log);
  SIDIK_TRY(const auto view, CaseView::of(log));
  const auto shared = casefile::SharedCase::of(view);
  constexpr int kIndent = 2;
  if (format == "misp") return casefile::misp_event(shared).dump(kIndent) + "\n";
  if (format == "stix") return casefile::stix_bundle(shared).dump(kIndent) + "\n";
  if (format == "case") return casefile::case_graph(shared).dump(kIndent) + "\n";
  return fail(ErrorKind::usage, kOption, fmt::format("{} is no format of an export", format),
              "log, csv, misp, stix or case");
}

Result<std::string> export_checkpoint(const std::string& folder) {
  SIDIK_TRY(EventLog log, EventLog::open_to_read(folder));
  SIDIK_TRY(const auto checkpoints, log.checkpoints());
  if (checkpoints.empty())
    return fail(ErrorKind::invalid_input, "engine.checkpoint_malformed", "the case has no checkpoint",
                "run sidik case verify");
  const auto& last = checkpoints.back();
  return Json{{"size", last.size},
              {"root", crypto::to_hex(last.root)},
              {"at", last.at},
              {"by", last.by},
              {"signature", crypto::to_hex(last.signature)}}
             .dump() +
         "\n";
}

}  // namespace sidik::engine
