#include "engine/rehearse_case.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "engine/case_desk.hpp"
#include "engine/case_examine.hpp"
#include "engine/clock_desk.hpp"
#include "engine/present.hpp"
#include "engine/rehearsal_hosts.hpp"
#include "engine/statement_desk.hpp"
#include "engine/takedown.hpp"
#include "text/instant.hpp"

namespace sidik::engine {
namespace {

using casefile::Json;

constexpr std::array<const char*, 3> kHosts = {"berkas-satu.test", "berkas-dua.test", "berkas-tiga.test"};
constexpr const char* kSeller = "penjual-rekaan";

/// One rehearsal, step by step.
class Timeline {
 public:
  Timeline(std::string rehearsal, const std::string& folder, const Context& context)
      : rehearsal_(std::move(rehearsal)), context_(context) {
    rina_.folder = folder;
    rina_.as = "rina";
    budi_.folder = folder;
    budi_.as = "budi";
  }

  Status play() {
    SIDIK_TRY(hosts_, RehearsalHosts::start());
    SIDIK_CHECK(day_one());
    SIDIK_CHECK(day_two());
    SIDIK_CHECK(day_three());
    SIDIK_CHECK(weeks_after());
    std::error_code ignored;
    std::filesystem::remove(scratch("looks.json"), ignored);
    std::filesystem::remove(scratch("text.txt"), ignored);
    return {};
  }

 private:
  /// From now on it is then.
  void at(const char* written) {
    const auto instant = *text::parse_instant(written);
    context_.now = [instant] { return std::chrono::system_clock::time_point(instant); };
  }

  [[nodiscard]] std::string scratch(const char* name) const { return rehearsal_ + "/" + name; }

  Result<std::string> dump() const {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(rehearsal_, error)) {
      if (entry.path().filename().string().starts_with("dump")) return entry.path().string();
    }
    return fail(ErrorKind::not_found, "engine.truth_unreadable", fmt::format("{} holds no dump", rehearsal_),
                "make the rehearsal anew");
  }

  /// The insurer's persons, who stand for what the ministry counted.
  Result<std::uint64_t> confirmed() const {
    std::ifstream file(scratch("truth.json"));
    const Json truth = Json::parse(file, nullptr, false);
    const Json ledger = truth.is_object() ? truth.value("ledger", Json()) : Json();
    if (ledger.is_object() && ledger.value("confirmed", Json()).is_number_unsigned())
      return ledger["confirmed"].get<std::uint64_t>();
    return fail(ErrorKind::invalid_input, "engine.truth_unreadable",
                fmt::format("{} does not say how many persons are the insurer's", scratch("truth.json")),
                "only bpjs-2021 is played into a case");
  }

  Status approve(const std::string& name) {
    SIDIK_CHECK(approve_fact(rina_, name, context_));
    return approve_fact(budi_, name, context_);
  }

  Status state(const std::string& name, const std::string& value, const std::string& definition,
               const std::string& source) {
    SIDIK_CHECK(state_fact(rina_, {name, value, definition, source}, context_));
    return approve(name);
  }

  Status letter(const char* kind, const char* party, const char* to, const char* basis, const char* about,
                const char* due) {
    const auto id = file_letter(rina_, {kind, party, to, basis, about, due, {}, {}}, context_);
    return id ? Status{} : std::unexpected(id.error());
  }

  Status issue(const std::string& text) {
    SIDIK_CHECK(write_file(scratch("text.txt"), text));
    return issue_statement(rina_, scratch("text.txt"), "id", context_);
  }

  /// A look at each link from abroad, then one from the country, as one round.
  Status look(bool is_third_blocked) {
    for (std::size_t i = 0; i < kHosts.size(); ++i) {
      const std::string url = hosts_->url(kHosts[i]);
      LookOptions abroad{.vantage = "geneva",
                         .country = "CH",
                         .resolvers = {},
                         .names = {fmt::format("{}=127.0.0.1", kHosts[i])},
                         .allows_private = true,
                         .authorities_file = {}};
      SIDIK_TRY(const auto looks, look_at_link(url, abroad, context_));
      SIDIK_CHECK(write_file(scratch("looks.json"), looks_to_json(url, looks)));
      ProbeRequest probe{{fmt::format("L{}", i + 1)}, abroad, {scratch("looks.json")}, true};
      probe.look.vantage = "jakarta";
      probe.look.country = "ID";
      if (i == 2 && is_third_blocked) probe.look.names = {fmt::format("{}=127.0.0.2", kHosts[i])};
      const auto probed = probe_links(rina_, probe, context_);
      if (!probed) return std::unexpected(probed.error());
    }
    return {};
  }

  Status day_one() {
    at("2021-05-20 10:00 WIB");
    const auto opened =
        open_case({rina_, "id", "rehearsal of May 2021", "Rina Rekaan", "supervising ministry"}, context_);
    if (!opened) return std::unexpected(opened.error());
    const auto added = add_person(rina_, {"budi", "Budi Rekaan", "national CSIRT", {}}, context_);
    if (!added) return std::unexpected(added.error());
    SIDIK_CHECK(
        add_note(rina_,
                 "REHEARSAL. Persons, hosts and rows are invented. Which link was removed and which was blocked is "
                 "invented too: the public record does not tell.",
                 {}, context_));
    SIDIK_CHECK(file_milestone(rina_, "aware", "2021-05-20 09:00 WIB", context_));
    SIDIK_CHECK(file_condition(rina_, "bank", "no", context_));
    SIDIK_CHECK(file_actor(rina_, {kSeller, "forum", "seller"}, context_));
    SIDIK_CHECK(file_post(rina_,
                          {kSeller,
                           "forum",
                           "2021-05-12 12:00 WIB",
                           "the whole for 0.15 BTC, a sample of \"1 million\" free at three hosts",
                           {}},
                          context_));
    for (std::size_t i = 0; i < kHosts.size(); ++i) {
      const auto link = add_link(rina_, {hosts_->url(kHosts[i]), "in the post"}, context_);
      if (!link) return std::unexpected(link.error());
    }
    at("2021-05-20 14:00 WIB");
    SIDIK_TRY(const std::string path, dump());
    const auto exhibit = add_exhibit(
        rina_, {path, hosts_->url(kHosts[0]), "downloaded from the first link, on an isolated machine", true, {}},
        context_);
    if (!exhibit) return std::unexpected(exhibit.error());
    ExamineRequest request;
    request.claims = {"sample=1000000", "total=279000000"};
    request.command = "examine E1 --claim sample=1000000 --claim total=279000000";
    const auto examined = examine_exhibits(rina_, {"E1"}, request, context_);
    if (!examined) return std::unexpected(examined.error());
    SIDIK_CHECK(look(false));
    for (const char* name : {"E1.lines", "E1.records", "link.L1", "link.L2", "link.L3"}) SIDIK_CHECK(approve(name));
    SIDIK_CHECK(
        state("claimed", "279000000", "Persons that the seller claims, not what was found.", "post at the forum"));
    SIDIK_CHECK(file_claim(rina_, {kSeller, "persons", "279000000", {}}, context_));
    SIDIK_CHECK(file_claim(rina_, {kSeller, "sample", "1000000", "E1.records"}, context_));
    at("2021-05-20 20:00 WIB");
    return issue(
        "Pernyataan {{date:2021-05-20}}\n\nSampel yang beredar memuat {{fact:E1.lines}} baris dan {{fact:E1.records}} "
        "rekaman. "
        "Penjual menyebut {{fact:claimed}} orang; angka itu belum terbukti.\n"
        "Tautan masih dapat dibuka: {{fact:link.L1}}, {{fact:link.L2}}, {{fact:link.L3}}.\n");
  }

  Status day_two() {
    at("2021-05-21 09:00 WIB");
    SIDIK_CHECK(letter("takedown", "host", "abuse desk, first host", "Permenkominfo 5/2020", "take the file down",
                       "2021-05-22 09:00 WIB"));
    SIDIK_CHECK(letter("takedown", "host", "abuse desk, second host", "Permenkominfo 5/2020", "take the file down",
                       "2021-05-22 09:00 WIB"));
    SIDIK_CHECK(letter("takedown", "host", "abuse desk, third host", "Permenkominfo 5/2020", "take the file down",
                       "2021-05-22 09:00 WIB"));
    SIDIK_CHECK(letter("summons", "custodian", "board of directors of the insurer", "PP 71/2019",
                       "come for clarification, and notify the data owners in writing", "2021-05-21 16:00 WIB"));
    SIDIK_CHECK(file_milestone(rina_, "ordered", "2021-05-21 09:00 WIB", context_));
    hosts_->remove(kHosts[0]);
    hosts_->remove(kHosts[1]);
    at("2021-05-21 15:00 WIB");
    SIDIK_CHECK(file_answer(rina_, "P4", "resembles our data; not established that it is ours", {}, context_));
    SIDIK_CHECK(look(false));
    for (const char* name : {"link.L1", "link.L2"}) SIDIK_CHECK(approve(name));
    SIDIK_TRY(const std::uint64_t persons, confirmed());
    SIDIK_CHECK(state("confirmed", std::to_string(persons),
                      "Persons of the sample whose rows are the insurer's, by card, office and family codes.",
                      "truth of the rehearsal, in place of the ministry's check"));
    SIDIK_CHECK(file_claim(rina_, {kSeller, "sample", "1000000", "confirmed"}, context_));
    at("2021-05-21 19:00 WIB");
    return issue(
        "Pernyataan {{date:2021-05-21}}\n\nDari {{fact:E1.records}} rekaman, {{fact:confirmed}} orang sangat mungkin "
        "peserta "
        "penyelenggara jaminan kesehatan.\nTautan pertama dan kedua tidak dapat diakses lagi: {{fact:link.L1}}, "
        "{{fact:link.L2}}. "
        "Tautan ketiga masih diupayakan: {{fact:link.L3}}.\nDireksi dipanggil untuk memberi penjelasan.\n");
  }

  Status day_three() {
    at("2021-05-22 12:00 WIB");
    SIDIK_CHECK(look(true));
    SIDIK_CHECK(approve("link.L3"));
    SIDIK_CHECK(
        letter("other", "police", "criminal investigation, cyber directorate", "KUHAP", "report of the findings", ""));
    at("2021-05-22 17:00 WIB");
    return issue(
        "Pernyataan {{date:2021-05-22}}\n\nKetiga tautan tidak dapat diakses lagi dari Indonesia, dengan sebab yang "
        "berbeda: "
        "{{fact:link.L1}}, {{fact:link.L2}}, {{fact:link.L3}}; yang diblokir masih dapat diambil dari luar negeri, "
        "{{fact:link.L3}}.\n"
        "Rekaman: {{fact:E1.records}}. Orang yang dipastikan: {{fact:confirmed}}.\n");
  }

  Status weeks_after() {
    at("2021-05-31 10:00 WIB");
    SIDIK_CHECK(
        letter("summons", "vendor", "directors of the vendors of the insurer", "KUHAP", "statements as witnesses", ""));
    at("2021-06-25 10:00 WIB");
    SIDIK_CHECK(add_note(
        rina_,
        "Server of the recovery site seized; report of the penetration test obtained; legal assistance abroad planned.",
        {}, context_));
    at("2021-10-25 13:00 WIB");
    return add_note(rina_, "Investigation of the custodian finished; a formal decision is to follow.", {}, context_);
  }

  std::string rehearsal_;
  Context context_;
  CaseAccess rina_;
  CaseAccess budi_;
  std::unique_ptr<RehearsalHosts> hosts_;
};

}  // namespace

Status rehearse_case(const std::string& rehearsal, const std::string& folder, const Context& context) {
  return Timeline(rehearsal, folder, context).play();
}

}  // namespace sidik::engine
