#include "engine/takedown_notice.hpp"

#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "casefile/takedown_notice.hpp"
#include "engine/secret_draw.hpp"

namespace sidik::engine {
namespace {

/// A random UUID, RFC 9562 version 4.
std::string new_uuid() {
  SecretDraw draw(std::nullopt);
  const std::uint64_t high = (draw.next() & 0xFFFFFFFFFFFF0FFFU) | 0x4000U;
  const std::uint64_t low = (draw.next() & 0x3FFFFFFFFFFFFFFFU) | 0x8000000000000000U;
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU, high & 0xFFFFU,
                     low >> 48U, low & 0xFFFFFFFFFFFFU);
}

/// What the looks of the case tell: the address, when the content last came, and its hash when all of it came.
void add_looks(const casefile::Link& link, casefile::TakedownNotice& notice) {
  for (const auto& round : link.rounds) {
    for (const auto& look : round.looks) {
      if (!look.address.empty()) notice.address = look.address;
      const bool is_content = look.status() >= 200 && look.status() < 300 && look.bytes > 0;
      if (is_content) notice.verified_at = look.at;
      if (is_content && look.is_complete && look.type != "html") notice.sha256 = look.sha256;
    }
  }
}

Result<std::optional<std::uint64_t>> count_of(const casefile::CaseView& view, const std::string& name) {
  if (name.empty()) return std::nullopt;
  const auto* fact = view.fact(name);
  if (fact == nullptr || !fact->is_usable() || !fact->value.is_number_unsigned())
    return fail(ErrorKind::refused, "engine.fact_not_usable",
                fmt::format("{} is no number of the case that two persons have approved", name),
                "approve it with sidik case approve, as two persons, or leave the number out");
  return fact->value.get<std::uint64_t>();
}

}  // namespace

Result<std::string> draft_notice(const CaseAccess& access, const NoticeRequest& request, const Context&) {
  SIDIK_TRY(const OpenCase open, open_to_write(access));
  const auto* link = open.view.takedown.link(request.link);
  if (link == nullptr)
    return fail(ErrorKind::not_found, "engine.link_unknown",
                fmt::format("the case has no link {}", request.link.substr(0, 12)),
                "see sidik takedown list; links are named L1, L2, ...");
  const auto scope = casefile::scope_of(request.scope);
  if (!scope)
    return fail(ErrorKind::usage, "casefile.notice_field", "the notice has no proper scope",
                "operator, network or registrar");
  casefile::TakedownNotice notice;
  notice.report_id = new_uuid();
  notice.url = link->url;
  notice.host = link->host;
  notice.seen_at = link->history.changes.front().at;
  add_looks(*link, notice);
  notice.scope = *scope;
  notice.organisation = request.organisation;
  notice.contact = request.contact;
  notice.domain = request.domain.empty() ? request.contact.substr(request.contact.find('@') + 1) : request.domain;
  const auto* person = open.view.person(open.signer.id);
  notice.signer = person != nullptr ? person->name : "";
  notice.data_types = request.data_types;
  notice.exposure_method = request.exposure_method;
  notice.data_format = request.data_format;
  SIDIK_TRY(notice.record_count, count_of(open.view, request.records_fact));
  notice.affected_organisation = request.affected;
  notice.kinds_of_fields = request.kinds_of_fields;
  notice.legal_basis = request.legal_basis;
  if (request.form == "dsa") return casefile::to_dsa_notice(notice);
  if (request.form == "email") return casefile::to_email(notice, request.to, request.language);
  SIDIK_TRY(const auto report, casefile::to_xarf(notice));
  return report.dump(2, ' ', false, casefile::Json::error_handler_t::replace) + "\n";
}

}  // namespace sidik::engine
