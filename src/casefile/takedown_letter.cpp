#include <fmt/format.h>
#include <fmt/ranges.h>

#include "casefile/takedown_notice.hpp"

namespace sidik::casefile {
namespace {

std::string listed(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string line(std::string_view label, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("{}: {}\n", label, value);
}

std::string english(const TakedownNotice& notice, const std::string& url) {
  std::string text =
      "A file with personal data that was taken without authorisation is offered for download on your service. We ask\n"
      "you to remove it and its copies, and to keep what your records tell of its upload for the authorities.\n\n";
  text += line("Address", url) + line("First seen", notice.seen_at) + line("Last seen there", notice.verified_at);
  text += line("What it holds", listed(notice.kinds_of_fields)) +
          line("Records", notice.record_count ? std::to_string(*notice.record_count) : std::string());
  text += line("Taken from", notice.affected_organisation) + line("Why it is unlawful", notice.legal_basis);
  text += line("SHA-256 of the file", notice.sha256) + line("Our reference", notice.report_id);
  return text +
         "\nPlease answer what you did and when, and whether the file was deleted or only made unreachable in some\n"
         "countries. The address leads to the data of the people concerned: please do not publish it, and leave it "
         "out\n"
         "of any public archive of notices.\n\n" +
         fmt::format("{}\n{}\n{}\n", notice.signer, notice.organisation, notice.contact);
}

std::string indonesian(const TakedownNotice& notice, const std::string& url) {
  std::string text =
      "Pada layanan Anda ditawarkan untuk diunduh sebuah berkas berisi data pribadi yang diambil tanpa hak. Kami "
      "minta\n"
      "berkas itu dan salinannya dihapus, dan catatan tentang pengunggahannya disimpan untuk pihak berwenang.\n\n";
  text +=
      line("Alamat", url) + line("Pertama terlihat", notice.seen_at) + line("Terakhir terlihat", notice.verified_at);
  text += line("Isi", listed(notice.kinds_of_fields)) +
          line("Jumlah rekaman", notice.record_count ? std::to_string(*notice.record_count) : std::string());
  text += line("Diambil dari", notice.affected_organisation) + line("Dasar hukum", notice.legal_basis);
  text += line("SHA-256 berkas", notice.sha256) + line("Nomor kami", notice.report_id);
  return text +
         "\nMohon dijawab apa yang dilakukan dan kapan, dan apakah berkas dihapus atau hanya tidak dapat dibuka dari\n"
         "negara tertentu. Alamat di atas mengarah ke data orang-orang yang bersangkutan: mohon tidak diumumkan dan\n"
         "tidak dimasukkan ke arsip pemberitahuan yang terbuka.\n\n" +
         fmt::format("{}\n{}\n{}\n", notice.signer, notice.organisation, notice.contact);
}

}  // namespace

Result<std::string> to_email(const TakedownNotice& notice, const std::string& to, const std::string& language) {
  SIDIK_TRY(const std::string url, link_for(notice));
  if (to.find('@') == std::string::npos || to.find_first_of("\r\n,;<> ") != std::string::npos)
    return fail(ErrorKind::usage, "casefile.notice_field", "the notice has no proper recipient",
                "give one e-mail address with --to");
  const bool is_english = language != "id";
  const std::string subject = is_english
                                  ? "Notice: unlawfully obtained personal data offered for download"
                                  : "Pemberitahuan: data pribadi yang diambil tanpa hak ditawarkan untuk diunduh";
  return fmt::format(
      "From: {}\nTo: {}\nSubject: {} [{}]\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: 8bit\n\n{}",
      notice.contact, to, subject, notice.report_id, is_english ? english(notice, url) : indonesian(notice, url));
}

Result<std::string> to_dsa_notice(const TakedownNotice& notice) {
  SIDIK_TRY(const std::string url, link_for(notice));
  if (notice.legal_basis.empty() || notice.signer.empty())
    return fail(ErrorKind::usage, "casefile.notice_field",
                "such a notice needs a legal basis and the name of who signs",
                "give --legal-basis and act as a person of the case whose name is filed");
  std::string text = "Notice under article 16 of Regulation (EU) 2022/2065\n\n";
  text += fmt::format(
      "16(2)(a) Why the information is illegal\n"
      "The file holds personal data ({}) taken without authorisation{}. Offering it for download processes them "
      "without\n"
      "a legal basis: {}.\n\n",
      notice.kinds_of_fields.empty() ? listed(notice.data_types) : listed(notice.kinds_of_fields),
      notice.affected_organisation.empty() ? "" : " from " + notice.affected_organisation, notice.legal_basis);
  text += fmt::format("16(2)(b) Where it is\n{}\n{}First seen {}.\n\n", url,
                      notice.sha256.empty() ? "" : "SHA-256 of the file: " + notice.sha256 + "\n", notice.seen_at);
  text += fmt::format("16(2)(c) Who tells you\n{}\n{}, {}\n\n", notice.signer, notice.organisation, notice.contact);
  text += "16(2)(d) Good faith\nThe sender believes in good faith that what is said here is accurate and complete.\n\n";
  return text + line("Our reference", notice.report_id) +
         "The address leads to the data of the people concerned: please do not publish it.\n";
}

}  // namespace sidik::casefile
