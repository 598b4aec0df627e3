#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "findings/json.hpp"
#include "pack/pack.hpp"

/// What the tests of this room share: the golden documents, a small pack of their own so that goldens do not change
/// with the country packs, and the comparison with a golden rendering.
namespace sidik::report {

inline std::string golden_path(const std::string& name) {
  return std::string(SIDIK_SOURCE_DIR) + "/tests/golden/" + name;
}

inline std::string read_golden(const std::string& name) {
  std::ifstream file(golden_path(name), std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline findings::Document golden_document(const std::string& name) {
  auto document = findings::from_json(read_golden(name));
  EXPECT_TRUE(document) << name;
  return document ? *document : findings::Document{};
}

inline pack::Pack example_pack() {
  struct Row {
    const char* name;
    const char* category;
    bool identifies;
    const char* english;
    const char* indonesian;
  };
  static constexpr Row kRows[] = {
      {"id.national", "simple", true, "national id", "nomor identitas nasional"},
      {"id.member", "simple", true, "member card", "nomor kartu peserta"},
      {"id.member_old", "simple", true, "former member card", "nomor kartu lama"},
      {"id.member_head", "simple", true, "card of the family head", "kartu kepala keluarga"},
      {"id.tax", "financial", true, "tax number", "nomor pajak"},
      {"person.name", "simple", true, "name", "nama"},
      {"person.name_printed", "simple", true, "name as printed", "nama tercetak"},
      {"person.sex", "simple", false, "sex", "jenis kelamin"},
      {"person.religion", "sensitive", false, "religion", "agama"},
      {"person.blood_group", "sensitive", false, "blood group", "golongan darah"},
      {"person.marital_status", "simple", false, "marital status", "status perkawinan"},
      {"birth.date", "simple", false, "birth date", "tanggal lahir"},
      {"birth.place", "simple", false, "birthplace", "tempat lahir"},
      {"contact.phone", "simple", true, "phone", "telepon"},
      {"contact.email", "simple", true, "e-mail", "surel"},
      {"record.created", "none", false, "created at", "waktu dibuat"},
      {"record.updated", "none", false, "updated at", "waktu diubah"},
      {"date.start", "none", false, "start date", "tanggal mulai"},
      {"date.end", "none", false, "end date", "tanggal akhir"},
      {"office.code", "none", false, "office code", "kode kantor"}};
  pack::Pack pack;
  for (const Row& row : kRows) {
    pack::Meaning meaning;
    meaning.name = row.name;
    meaning.category = row.category;
    meaning.identifies = row.identifies;
    meaning.says = {{"en", row.english}, {"id", row.indonesian}};
    pack.meanings.push_back(std::move(meaning));
  }
  return pack;
}

/// Compares with tests/golden/`name`. With SIDIK_RENEW_GOLDEN=1 in the environment the golden is written anew instead:
/// look at the difference before you commit it.
inline void expect_golden(const std::string& name, const std::string& rendering) {
  const char* renew = std::getenv("SIDIK_RENEW_GOLDEN");
  if (renew != nullptr && std::string(renew) == "1") {
    std::ofstream(golden_path(name), std::ios::binary) << rendering;
    return;
  }
  EXPECT_TRUE(read_golden(name) == rendering) << "the rendering differs from tests/golden/" << name
                                              << "; run with SIDIK_RENEW_GOLDEN=1 and look at the difference";
}

}  // namespace sidik::report
