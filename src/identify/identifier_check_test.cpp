#include "identify/identifier_check.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

const AreaTable& areas() {
  static const AreaTable kTable(test_pack());
  return kTable;
}

FieldCheck check(const char* id, std::string_view value) {
  const pack::Identifier* identifier = test_pack().identifier(id);
  if (identifier == nullptr) {
    ADD_FAILURE() << "the packs have no " << id;
    return {};
  }
  CompactForm compact;
  return IdentifierChecker(*identifier, areas()).check(value, compact);
}

struct Case {
  const char* id;
  const char* value;
  bool valid;
  const char* fault;
};

// 317401: a district of South Jakarta. All numbers are invented; the days and serials are chosen to meet one rule each.
constexpr Case kCases[] = {
    {"id.nik", "3174010101900001", true, nullptr},
    {"id.nik", "3174014101900001", true, nullptr},
    {"id.nik", "31.74.01.010190.0001", true, nullptr},
    {"id.nik", "3174017201900001", false, "impossible_date"},
    {"id.nik", "3174013102900001", false, "impossible_date"},
    {"id.nik", "3174012902000001", true, nullptr},
    {"id.nik", "3174012902010001", false, "impossible_date"},
    {"id.nik", "3174010101900000", false, "serial_zero"},
    {"id.nik", "3.17401E+15", false, "spreadsheet_damage"},
    {"id.nik", "3,17E+15", false, "spreadsheet_damage"},
    {"id.nik", "9974010101900001", false, "unknown_area"},
    {"id.nik", "317401010190001", false, "wrong_length"},
    {"id.nik", "317401O101900001", false, "not_digits"},
    {"id.nik", "3174990101900001", true, "unknown_district"},
    {"id.kk", "3174010101100001", true, nullptr},
    {"id.kk", "3174014101100001", false, "impossible_date"},
    {"id.bpjs_card", "0001234567890", true, nullptr},
    {"id.bpjs_card", "1234567890", false, "zeros_lost"},
    {"id.bpjs_card", "11234567890", false, "zeros_lost"},
    {"id.bpjs_card", "1001234567890", false, "wrong_prefix"},
    {"id.npwp15", "01.312.166.0-091.000", true, nullptr},
    {"id.npwp15", "01.312.166.1-091.000", false, "check_digit"},
    {"id.npwp16", "0013121660091000", true, nullptr},
    {"id.passport", "B1234567", true, nullptr},
    {"id.passport", "12345678", false, "wrong_part"},
    {"us.ssn", "078-05-1120", true, nullptr},
    {"us.ssn", "000-12-3456", false, "serial_zero"},
    {"us.ssn", "666-12-3456", false, "wrong_part"},
    {"global.card", "4111 1111 1111 1111", true, nullptr},
    {"global.card", "4111111111111112", false, "check_digit"},
    {"global.iban", "DE89 3704 0044 0532 0130 00", true, nullptr},
    {"global.iban", "DE89 3704 0044 0532 0130 0", false, "check_digit"},
};

TEST(IdentifierChecker, NamesTheFault) {
  for (const Case& given : kCases) {
    const FieldCheck result = check(given.id, given.value);
    EXPECT_EQ(result.valid, given.valid) << given.id << ' ' << given.value << ' ' << (result.fault ? result.fault : "");
    EXPECT_STREQ(result.fault, given.fault) << given.id << ' ' << given.value;
  }
}

TEST(IdentifierChecker, RestoresLostZerosInTheCanonicalForm) {
  const IdentifierChecker card(*test_pack().identifier("id.bpjs_card"), areas());
  EXPECT_EQ(card.canonical("1234567890"), "0001234567890");
  EXPECT_EQ(card.canonical("0001234567890"), "0001234567890");
  EXPECT_EQ(card.canonical("123"), "");
  const IdentifierChecker nik(*test_pack().identifier("id.nik"), areas());
  EXPECT_EQ(nik.canonical(" 31.74.01.010190.0001 "), "3174010101900001");
  EXPECT_EQ(nik.canonical("3.17401E+15"), "");
}

TEST(IdentifierChecker, UnderstandsEveryRuleOfThePacks) {
  for (const pack::Identifier& identifier : test_pack().identifiers) {
    EXPECT_TRUE(IdentifierChecker(identifier, areas()).is_rule_known()) << identifier.id;
    EXPECT_NE(test_pack().meaning(identifier.meaning), nullptr) << identifier.id << " has a meaning that no pack lists";
  }
}

/// Kinds of the published vectors and the identifiers that carry them; a value is valid when one of them takes it.
const std::multimap<std::string, std::string> kKinds = {{"ar.cuit", "ar.cuit"},
                                                        {"at.vnr", "at.svnr"},
                                                        {"au.abn", "au.abn"},
                                                        {"au.tfn", "au.tfn"},
                                                        {"ba.jmbg", "ba.jmbg"},
                                                        {"be.nn", "be.nn"},
                                                        {"bg.egn", "bg.egn"},
                                                        {"br.cnpj", "br.cnpj"},
                                                        {"br.cpf", "br.cpf"},
                                                        {"ca.sin", "ca.sin"},
                                                        {"ch.ssn", "ch.ahv"},
                                                        {"cl.rut", "cl.rut8"},
                                                        {"cl.rut", "cl.rut9"},
                                                        {"cn.ric", "cn.ric"},
                                                        {"cz.rc", "cz.rc"},
                                                        {"cz.rc", "cz.rc9"},
                                                        {"de.idnr", "de.idnr"},
                                                        {"dk.cpr", "dk.cpr"},
                                                        {"do.cedula", "do.cedula"},
                                                        {"ec.ci", "ec.ci"},
                                                        {"ee.ik", "lt.asmens"},
                                                        {"es.dni", "es.dni"},
                                                        {"es.nie", "es.nie"},
                                                        {"fi.hetu", "fi.hetu"},
                                                        {"fi.hetu", "fi.hetu_a"},
                                                        {"fr.nir", "fr.nir"},
                                                        {"gb.nino", "gb.nino"},
                                                        {"gr.amka", "gr.amka"},
                                                        {"hk.hkid", "hk.hkid1"},
                                                        {"hk.hkid", "hk.hkid2"},
                                                        {"hr.oib", "hr.oib"},
                                                        {"id.npwp", "id.npwp15"},
                                                        {"id.npwp", "id.npwp16"},
                                                        {"il.idnr", "il.id"},
                                                        {"in.aadhaar", "in.aadhaar"},
                                                        {"in.epic", "in.epic"},
                                                        {"in.pan", "in.pan"},
                                                        {"is.kennitala", "is.kennitala"},
                                                        {"it.codicefiscale", "it.codice_fiscale"},
                                                        {"kr.rrn", "kr.rrn"},
                                                        {"lt.asmens", "lt.asmens"},
                                                        {"mx.clabe", "mx.clabe"},
                                                        {"mx.curp", "mx.curp"},
                                                        {"my.nric", "my.nric"},
                                                        {"nl.bsn", "nl.bsn"},
                                                        {"no.fodselsnummer", "no.fodselsnummer"},
                                                        {"pk.cnic", "pk.cnic"},
                                                        {"pl.pesel", "pl.pesel"},
                                                        {"pt.nif", "pt.nif"},
                                                        {"ro.cnp", "ro.cnp"},
                                                        {"se.personnummer", "se.personnummer"},
                                                        {"se.personnummer", "se.personnummer12"},
                                                        {"si.emso", "ba.jmbg"},
                                                        {"th.idnr", "th.id"},
                                                        {"tr.tckimlik", "tr.kimlik"},
                                                        {"ua.rntrc", "ua.rntrc"},
                                                        {"us.ssn", "us.ssn"},
                                                        {"uy.cedula", "uy.cedula"},
                                                        {"za.idnr", "za.id"}};

TEST(IdentifierChecker, RefusesNoPublishedValidValue) {
  const std::string text = read_text(data_folder() + "/id_stdnum/stdnum_js_vectors.tsv");
  if (text.empty()) GTEST_SKIP() << "third-party data is not in SIDIK_DATA";
  int refused = 0, passed_bad = 0, good = 0, bad = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto tab = line.find('\t');
    const auto second = line.find('\t', tab + 1);
    if (second == std::string::npos) continue;
    const std::string kind = line.substr(0, tab);
    const std::string value = line.substr(tab + 1, second - tab - 1);
    const std::string outcome = line.substr(second + 1, line.find('\t', second + 1) - second - 1);
    const auto [first, last] = kKinds.equal_range(kind);
    if (first == last) continue;
    bool passes = false;
    for (auto entry = first; entry != last; ++entry) {
      const FieldCheck result = check(entry->second.c_str(), value);
      passes |= result.valid || (result.fault != nullptr && std::string_view(result.fault) == "zeros_lost");
    }
    const bool valid = outcome.starts_with("valid");
    (valid ? good : bad) += 1;
    refused += valid && !passes ? 1 : 0;
    passed_bad += !valid && passes ? 1 : 0;
    if (valid && !passes) std::printf("  refused: %s %s\n", kind.c_str(), value.c_str());
    if (!valid && passes) std::printf("  passed: %s %s (%s)\n", kind.c_str(), value.c_str(), outcome.c_str());
  }
  std::printf("%d valid values, %d refused; %d invalid values, %d passed\n", good, refused, bad, passed_bad);
  EXPECT_LE(refused, good / 50);
  EXPECT_LE(passed_bad, bad / 10);
}

TEST(IdentifierChecker, AgreesWithTheGoldenflowVectors) {
  const std::string text = read_text(data_folder() + "/id_goldenflow/identifiers_corpus.jsonl");
  if (text.empty()) GTEST_SKIP() << "third-party data is not in SIDIK_DATA";
  const std::map<std::string, const char*> kinds = {
      {"cc_validate", "global.card"}, {"iban_validate", "global.iban"}, {"imei_validate", "global.imei"}};
  std::istringstream lines(text);
  int asked = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_discarded() || !row["input"].is_string() || !row["expected"].is_boolean()) continue;
    const auto kind = kinds.find(row["transform"].get<std::string>());
    if (kind == kinds.end()) continue;
    ++asked;
    EXPECT_EQ(check(kind->second, row["input"].get<std::string>()).valid, row["expected"].get<bool>())
        << kind->first << ' ' << row["input"].get<std::string>();
  }
  EXPECT_GT(asked, 20);
}

}  // namespace
}  // namespace sidik::identify
