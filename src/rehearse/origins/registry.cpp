#include "rehearse/origins/registry.hpp"

namespace sidik::rehearse {

namespace {

enum RegistryColumn : std::size_t {
  identity,
  family,
  full_name,
  sex,
  place,
  birth_day,
  faith,
  marital,
  relation,
  blood,
  nation,
  entered,
  registry_columns
};
constexpr NativeColumn kRegistryColumns[] = {{"NIK", nik},
                                             {"NO_KK", noka},
                                             {"NAMA_LGKP", nama},
                                             {"JENIS_KLMIN", jenkel},
                                             {"TMPT_LHR", tmplhr},
                                             {"TGL_LHR", tgllhr},
                                             {"AGAMA", agama},
                                             {"STAT_KWN", kdstawin},
                                             {"STAT_HBKEL", kdhubkel},
                                             {"GOL_DRH", kdgoldarah},
                                             {"KWRNGRN", kdnegara},
                                             {"TGL_ENTRI", tsinput}};
static_assert(std::size(kRegistryColumns) == registry_columns);

}  // namespace

std::span<const NativeColumn> Registry::columns() const { return kRegistryColumns; }

void Registry::write_row(const Person& person, unsigned variant, std::span<std::string> out) const {
  RandomStream stream = row_stream(person, variant);
  const Identity& who = person.identity;
  static constexpr std::string_view kFaith[] = {"ISLAM", "KRISTEN", "KATHOLIK", "HINDU", "BUDHA", "KONGHUCU"};
  static constexpr std::string_view kMarital[] = {"BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI"};
  static constexpr std::string_view kBlood[] = {"TIDAK TAHU", "A", "B", "AB", "O"};
  static constexpr std::string_view kRelations[] = {"KEPALA KELUARGA", "ISTRI", "ANAK", "ORANG TUA", "FAMILI LAIN"};
  append_national_id(out[identity], person.national_id);
  out[family] = person.family_card;
  out[full_name] = person.name;
  out[sex] = who.female ? "PEREMPUAN" : "LAKI-LAKI";
  out[place] = person.birth_place;
  append_date(out[birth_day], who.birth, habits().dates);
  out[faith] = kFaith[static_cast<std::size_t>(person.religion)];
  out[marital] = kMarital[static_cast<std::size_t>(person.marital)];
  out[relation] = kRelations[static_cast<std::size_t>(who.relation)];
  if (who.relation == Relation::spouse && !who.female) out[relation] = "SUAMI";
  out[blood] = kBlood[person.blood];
  out[nation] = "WNI";
  append_timestamp(out[entered], day_between({2009, 6, 1}, window().last, stream), office_second(stream),
                   habits().timestamps);
}

}  // namespace sidik::rehearse
