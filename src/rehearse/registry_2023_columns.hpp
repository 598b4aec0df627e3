#pragma once

#include <array>
#include <cstddef>

#include "rehearse/columns.hpp"

namespace sidik::rehearse {

/// 69 columns, of which 28 are usually filled, some rarely and the others never. Public reports describe the fields in
/// words; the names are invented here, and no leak was looked at for them.
enum RegistryField : std::size_t {
  r_nik,
  r_old_nik,
  r_passport,
  r_passport_until,
  r_name,
  r_sex,
  r_birth_place,
  r_birth_date,
  r_has_birth_certificate,
  r_birth_certificate,
  r_blood,
  r_religion,
  r_marital,
  r_has_marriage_certificate,
  r_marriage_certificate,
  r_marriage_date,
  r_has_divorce_certificate,
  r_divorce_certificate,
  r_divorce_date,
  r_relation,
  r_disability,
  r_education,
  r_occupation,
  r_mother_nik,
  r_mother_name,
  r_father_nik,
  r_father_name,
  r_neighbourhood_head,
  r_ward_head,
  r_registrar,
  r_registrar_number,
  r_clerk,
  r_clerk_number,
  r_entered,
  r_died,
  r_death_certificate,
  r_first_spare,
};
inline constexpr std::size_t kRegistryFields = 69;

inline constexpr std::array<ColumnFact, kRegistryFields> kRegistryFieldFacts = {{
    {"nik", "id.national"},
    {"nomor_ktp", "id.national"},
    {"nomor_paspor", "id.passport"},
    {"paspor_berlaku_sampai", "date.end"},
    {"nama", "person.name"},
    {"jenis_kelamin", "person.sex"},
    {"tempat_lahir", "birth.place"},
    {"tanggal_lahir", "birth.date"},
    {"punya_akta_kelahiran", "status.holds_certificate"},
    {"nomor_akta_kelahiran", "id.certificate"},
    {"golongan_darah", "person.blood_group"},
    {"agama", "person.religion"},
    {"status_perkawinan", "person.marital_status"},
    {"punya_akta_perkawinan", "status.holds_certificate"},
    {"nomor_akta_perkawinan", "id.certificate"},
    {"tanggal_perkawinan", "date.marriage"},
    {"punya_akta_perceraian", "status.holds_certificate"},
    {"nomor_akta_perceraian", "id.certificate"},
    {"tanggal_perceraian", "date.divorce"},
    {"hubungan_keluarga", "relation.family"},
    {"penyandang_disabilitas", "person.disability"},
    {"pendidikan", "person.education"},
    {"pekerjaan", "person.occupation"},
    {"nik_ibu", "id.national_mother"},
    {"nama_ibu", "person.mother_name"},
    {"nik_ayah", "id.national_father"},
    {"nama_ayah", "person.father_name"},
    {"nama_ketua_rt", "person.officer_name"},
    {"nama_ketua_rw", "person.officer_name"},
    {"nama_pejabat_pencatat", "person.officer_name"},
    {"nip_pejabat_pencatat", "id.employee"},
    {"nama_petugas_entri", "person.officer_name"},
    {"nip_petugas_entri", "id.employee"},
    {"waktu_entri", "record.created"},
    {"tanggal_meninggal", "date.death"},
    {"nomor_akta_kematian", "id.certificate"},
    {"cadangan_01", "empty"}, {"cadangan_02", "empty"}, {"cadangan_03", "empty"}, {"cadangan_04", "empty"},
    {"cadangan_05", "empty"}, {"cadangan_06", "empty"}, {"cadangan_07", "empty"}, {"cadangan_08", "empty"},
    {"cadangan_09", "empty"}, {"cadangan_10", "empty"}, {"cadangan_11", "empty"}, {"cadangan_12", "empty"},
    {"cadangan_13", "empty"}, {"cadangan_14", "empty"}, {"cadangan_15", "empty"}, {"cadangan_16", "empty"},
    {"cadangan_17", "empty"}, {"cadangan_18", "empty"}, {"cadangan_19", "empty"}, {"cadangan_20", "empty"},
    {"cadangan_21", "empty"}, {"cadangan_22", "empty"}, {"cadangan_23", "empty"}, {"cadangan_24", "empty"},
    {"cadangan_25", "empty"}, {"cadangan_26", "empty"}, {"cadangan_27", "empty"}, {"cadangan_28", "empty"},
    {"cadangan_29", "empty"}, {"cadangan_30", "empty"}, {"cadangan_31", "empty"}, {"cadangan_32", "empty"},
    {"cadangan_33", "empty"},
}};
static_assert(r_first_spare + 33 == kRegistryFields);

}  // namespace sidik::rehearse
