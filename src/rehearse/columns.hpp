#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::rehearse {

/// The 30 columns of the 2021 sample as Dukcapil published them on 20 May 2021, in that order.
enum Column : std::size_t {
  psnoka,
  psnokalama,
  psnokalama2,
  nama,
  nmcetak,
  jenkel,
  agama,
  tmplhr,
  tgllhr,
  flagtanggungan,
  nohp,
  nik,
  noktp,
  tmt,
  tat,
  npwp,
  email,
  noka,
  kdhubkel,
  kdstawin,
  kdnegara,
  kdgoldarah,
  kdstatuspst,
  kdkantor,
  tsinput,
  tsupdate,
  userinput,
  userupdate,
  tsstatus,
  daftar,
};
inline constexpr std::size_t kColumns = 30;

struct ColumnFact {
  std::string_view name;
  std::string_view meaning;  ///< a word of packs/global/meanings.toml
};
inline constexpr std::array<ColumnFact, kColumns> kColumnFacts = {{
    {"PSNOKA", "id.member"},
    {"PSNOKALAMA", "id.member_old"},
    {"PSNOKALAMA2", "id.member_old"},
    {"NAMA", "person.name"},
    {"NMCETAK", "person.name_printed"},
    {"JENKEL", "person.sex"},
    {"AGAMA", "person.religion"},
    {"TMPLHR", "birth.place"},
    {"TGLLHR", "birth.date"},
    {"FLAGTANGGUNGAN", "status.dependant"},
    {"NOHP", "contact.phone"},
    {"NIK", "id.national"},
    {"NOKTP", "id.national"},
    {"TMT", "date.start"},
    {"TAT", "date.end"},
    {"NPWP", "id.tax"},
    {"EMAIL", "contact.email"},
    {"NOKA", "id.member_head"},
    {"KDHUBKEL", "relation.family"},
    {"KDSTAWIN", "person.marital_status"},
    {"KDNEGARA", "nationality"},
    {"KDGOLDARAH", "person.blood_group"},
    {"KDSTATUSPST", "status.membership"},
    {"KDKANTOR", "office.code"},
    {"TSINPUT", "record.created"},
    {"TSUPDATE", "record.updated"},
    {"USERINPUT", "record.author"},
    {"USERUPDATE", "record.editor"},
    {"TSSTATUS", "date.status"},
    {"DAFTAR", "status.registration"},
}};

/// One row of a dump as decoded fields: what a right reader hands on.
struct Record {
  explicit Record(std::size_t columns = kColumns) : fields(columns) {}

  std::vector<std::string> fields;
  std::uint32_t wants_quotes = 0;  ///< bit c: column c is written in quotes although its text may not need them

  void clear() {
    wants_quotes = 0;
    for (std::string& field : fields) field.clear();
  }
  std::string& operator[](std::size_t column) { return fields[column]; }
  const std::string& operator[](std::size_t column) const { return fields[column]; }
};

}  // namespace sidik::rehearse
