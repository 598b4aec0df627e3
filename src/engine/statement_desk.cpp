#include "engine/statement_desk.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "casefile/verification.hpp"
#include "crypto/sha256.hpp"
#include "report/phrases.hpp"

namespace sidik::engine {
namespace {

using casefile::CaseView;
using casefile::EventLog;
using casefile::Json;

constexpr std::size_t kMostBytes = std::size_t{1} << 18;

Result<std::string> read_text(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(kMostBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad() || (text.empty() && !std::ifstream(file)) || text.size() > kMostBytes) {
    return fail(ErrorKind::not_found, "engine.not_found", fmt::format("the statement {} cannot be read", file),
                "it is a text of at most 256 KiB; draft one with: sidik statement draft --case DIR");
  }
  return text;
}

/// What is said outside rests on a log that is as it was written.
Status require_whole(EventLog& log) {
  SIDIK_TRY(const auto verified, casefile::verify(log));
  if (!verified.fault) return {};
  return fail(
      ErrorKind::refused, "casefile.not_as_written",
      fmt::format("event {} was {}, and a statement rests on the log", verified.fault->number, verified.fault->kind),
      "see sidik case verify; work on with a copy of the case that holds");
}

Result<CaseView> view_of(const std::string& folder) {
  SIDIK_TRY(auto log, EventLog::open_to_read(folder));
  SIDIK_CHECK(require_whole(log));
  return CaseView::of(log);
}

/// The definitions that the program itself wrote, in the language of the statement; persons write theirs in it.
casefile::DefineFact definitions_in(const std::string& language) {
  return [is_indonesian = language == "id"](const casefile::Fact& fact) -> std::string {
    if (!is_indonesian) return fact.definition;
    if (fact.name.starts_with("link.")) return fmt::format("keadaan tautan {} menurut buktinya", fact.name.substr(5));
    // The counts of an examination are called E1.records and the like.
    const std::size_t dot = fact.name.find('.');
    if (dot == std::string::npos || !fact.name.starts_with('E')) return fact.definition;
    const auto known = report::find_phrase("defined." + fact.name.substr(dot + 1), report::Language::indonesian);
    return known ? std::string(*known) : fact.definition;
  };
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

Result<CheckedStatement> check_statement(const std::string& folder, const std::string& file,
                                         const std::string& language) {
  SIDIK_TRY(const std::string text, read_text(file));
  SIDIK_TRY(const CaseView view, view_of(folder));
  CheckedStatement out{casefile::check_statement(text, view), {}, casefile::not_known(view, language), language};
  if (out.faults.empty()) {
    SIDIK_TRY(out.rendered, casefile::render_statement(text, view, language, definitions_in(language)));
  }
  return out;
}

Result<std::string> draft_statement(const std::string& folder, const std::string& language) {
  SIDIK_TRY(const CaseView view, view_of(folder));
  return casefile::draft_statement(view, language);
}

Status issue_statement(const CaseAccess& access, const std::string& file, const std::string& language,
                       const Context& context) {
  SIDIK_TRY(const std::string text, read_text(file));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_CHECK(require_whole(open.log));
  const auto appended = open.log.append(
      [&](EventLog& log) -> Result<std::vector<casefile::Draft>> {
        SIDIK_TRY(const auto view, CaseView::of(log));
        SIDIK_TRY(const auto rendered, casefile::render_statement(text, view, language, definitions_in(language)));
        crypto::Sha256 hash;
        hash.update(rendered.text);
        Json facts = Json::object();
        for (const auto& fact : rendered.facts) facts[fact.name] = {{"event", fact.event}, {"shown", fact.shown}};
        return std::vector<casefile::Draft>{{"statement.issued",
                                             {{"language", language},
                                              {"text", rendered.text},
                                              {"sha256", hash.finish_hex()},
                                              {"facts", std::move(facts)}}}};
      },
      open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

std::string to_text(const CheckedStatement& statement) {
  if (statement.faults.empty()) return statement.rendered.text;
  std::string out;
  for (const auto& fault : statement.faults)
    out += fmt::format("{}:{}: {}\n      {}\n", fault.line, fault.column, fault.says, fault.next);
  return out;
}

std::string to_json(const CheckedStatement& statement) {
  Json faults = Json::array();
  for (const auto& fault : statement.faults)
    faults.push_back({{"line", fault.line},
                      {"column", fault.column},
                      {"code", fault.code},
                      {"says", fault.says},
                      {"next", fault.next}});
  Json facts = Json::array();
  for (const auto& fact : statement.rendered.facts)
    facts.push_back({{"name", fact.name},
                     {"shown", fact.shown},
                     {"definition", fact.definition},
                     {"source", fact.source},
                     {"event", fact.event}});
  return Json{{"renders", statement.faults.empty()},
              {"faults", faults},
              {"text", statement.rendered.text},
              {"facts", facts},
              {"not_known", statement.not_known}}
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

std::string to_html(const CheckedStatement& statement) {
  const bool is_indonesian = statement.language == "id";
  const char* title = is_indonesian ? "Pernyataan" : "Statement";
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n"
      "<style>body{{font:17px/1.55 Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em;color:#1a1a1a}}"
      "pre{{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}}"
      "section{{border-top:1px solid #bbb;margin-top:2em;padding-top:.6em;color:#444;font-size:.92em}}</style>\n<pre>",
      statement.language, title);
  out += escaped(statement.rendered.text);
  out += "</pre>\n";
  if (!statement.not_known.empty()) {
    out +=
        fmt::format("<section><strong>{}</strong><ul>\n", is_indonesian ? "Yang belum diketahui" : "What is not known");
    for (const auto& line : statement.not_known) out += fmt::format("<li>{}</li>\n", escaped(line));
    out += "</ul></section>\n";
  }
  return out + "</html>\n";
}

}  // namespace sidik::engine
