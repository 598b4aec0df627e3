#include "rehearse/name_habits.hpp"

namespace sidik::rehearse {

namespace {

constexpr NameWeight kMuslimMale[] = {{"MUHAMMAD", 42}, {"MUHAMAD", 14}, {"MOHAMMAD", 8}, {"MOCHAMAD", 7},
                                      {"MOH", 7},       {"M", 12},       {"AHMAD", 22},   {"ACHMAD", 8},
                                      {"ABDUL", 16},    {"NUR", 6},      {"ABDULLAH", 2}};
constexpr NameWeight kMuslimFemale[] = {{"SITI", 46}, {"NUR", 26},    {"NURUL", 9}, {"NOR", 4},
                                        {"UMI", 5},   {"HALIMAH", 2}, {"AISYAH", 4}};

constexpr NameWeight kJavaMale[] = {
    {"AGUS", 30},   {"BUDI", 18},     {"SLAMET", 18},  {"BAMBANG", 14}, {"EKO", 20},      {"DWI", 16},
    {"TRI", 14},    {"WAHYU", 14},    {"JOKO", 14},    {"SUPARMAN", 8}, {"SUTRISNO", 12}, {"SUGENG", 9},
    {"SUYANTO", 8}, {"SUPRIYADI", 8}, {"SUMARNO", 7},  {"SUWARNO", 6},  {"SUKIMIN", 3},   {"NGATIMIN", 2},
    {"PAIJO", 2},   {"WAGIMAN", 3},   {"HERI", 11},    {"ARIF", 12},    {"ANDI", 12},     {"RUDI", 8},
    {"HENDRA", 6},  {"YULI", 4},      {"TEGUH", 7},    {"IMAM", 9},     {"DIDIK", 4},     {"SUROSO", 3},
    {"MULYONO", 6}, {"SANTOSO", 7},   {"PRASETYO", 6}, {"SETIAWAN", 9}, {"KURNIAWAN", 7}, {"RIZKY", 9},
    {"DIMAS", 7},   {"BAYU", 7},      {"FAJAR", 7},    {"YUSUF", 6},    {"IBRAHIM", 3},   {"ISMAIL", 4}};
constexpr NameWeight kJavaFemale[] = {
    {"SRI", 44},    {"DEWI", 20},  {"ENDANG", 12}, {"WAHYUNI", 10}, {"SULASTRI", 8},  {"RINI", 8},    {"TRI", 12},
    {"DWI", 16},    {"EKA", 10},   {"YULI", 8},    {"SUTINI", 4},   {"SUMIATI", 5},   {"SUPARTI", 4}, {"SUMINI", 4},
    {"PARTINI", 3}, {"NGATMI", 2}, {"TUMINAH", 2}, {"WAGIYEM", 2},  {"RATNA", 8},     {"LESTARI", 9}, {"INDAH", 8},
    {"FITRI", 9},   {"AYU", 10},   {"PUTRI", 11},  {"ANI", 6},      {"KARTINI", 4},   {"MURNI", 3},   {"RAHAYU", 8},
    {"SUSANTI", 7}, {"DIAN", 8},   {"NIA", 4},     {"MAYA", 4},     {"ANGGRAINI", 4}, {"NABILA", 5},  {"SAFITRI", 5}};
constexpr NameWeight kSundaMale[] = {
    {"ASEP", 40}, {"DEDI", 18},  {"UJANG", 14}, {"AGUS", 16},  {"CECEP", 10}, {"DADANG", 12}, {"ENDANG", 8},
    {"YAYAN", 8}, {"IWAN", 12},  {"AJAT", 4},   {"TATANG", 7}, {"ENTIS", 3},  {"OMAN", 4},    {"MAMAN", 8},
    {"NANA", 6},  {"RAHMAT", 7}, {"HENDRA", 7}, {"RIZKI", 9},  {"SOLEH", 4},  {"GUNAWAN", 8}, {"SUPRIATNA", 5}};
constexpr NameWeight kSundaFemale[] = {
    {"EUIS", 18}, {"AI", 12},     {"NENG", 12}, {"IIS", 8},      {"IMAS", 7},   {"ENENG", 6},     {"YANI", 7},
    {"LILIS", 8}, {"ENTIN", 4},   {"CUCU", 5},  {"TETI", 5},     {"NINING", 4}, {"DEWI", 12},     {"RINA", 8},
    {"SRI", 12},  {"ROHAETI", 4}, {"EEN", 3},   {"MARYAMAH", 2}, {"FITRI", 8},  {"NURHAYATI", 7}, {"WIDIA", 3}};
constexpr NameWeight kBatakMale[] = {{"JHON", 8},   {"PARLINDUNGAN", 6}, {"HOTMAN", 4}, {"SAHAT", 5}, {"TIGOR", 4},
                                     {"BONAR", 4},  {"RAMLI", 6},        {"DANIEL", 9}, {"JOSUA", 5}, {"MARTUA", 4},
                                     {"ROBERT", 5}, {"HASAN", 6},        {"AHMAD", 10}, {"RUDI", 5}};
constexpr NameWeight kBatakFemale[] = {
    {"ROSMAWATI", 6}, {"TIURMA", 4}, {"DAME", 3},   {"RUTH", 6}, {"MARIA", 6}, {"ROMAULI", 4}, {"LASMA", 3},
    {"NURHAYATI", 6}, {"ERNI", 5},   {"MASITA", 2}, {"SARI", 6}, {"TETTY", 3}, {"LAMRIA", 2},  {"DERMAWATI", 3}};
constexpr NameWeight kBatakFamily[] = {
    {"SIREGAR", 14}, {"NASUTION", 14}, {"HARAHAP", 10}, {"LUBIS", 10},  {"SITUMORANG", 6}, {"SIMANJUNTAK", 7},
    {"SINAGA", 7},   {"SIHOMBING", 6}, {"TARIGAN", 6},  {"GINTING", 7}, {"SEMBIRING", 6},  {"HUTAGALUNG", 3},
    {"MANURUNG", 5}, {"PANJAITAN", 5}, {"HASIBUAN", 6}, {"RITONGA", 4}, {"PURBA", 5},      {"NAINGGOLAN", 4}};
constexpr NameWeight kMinangMale[] = {{"SYAFRIL", 5}, {"AFRIZAL", 6}, {"ZULKIFLI", 6}, {"HENDRI", 8},
                                      {"YULIZAR", 3}, {"RAHMAT", 6},  {"FERI", 6},     {"ILHAM", 6}};
constexpr NameWeight kMinangFemale[] = {{"YUSNI", 4}, {"ERMAWATI", 5}, {"ROSNI", 3}, {"DESMAWATI", 4},
                                        {"FITRI", 6}, {"SILVIA", 4},   {"YENI", 5},  {"UPIK", 2}};
constexpr NameWeight kAcehMale[] = {{"TEUKU", 6},  {"SAID", 4},   {"ZULFIKAR", 5}, {"MUHAMMAD", 24},
                                    {"RIDWAN", 5}, {"SAIFUL", 6}, {"ISKANDAR", 5}, {"USMAN", 4}};
constexpr NameWeight kAcehFemale[] = {{"CUT", 10},     {"NURHAYATI", 6}, {"FATIMAH", 5}, {"RAUDHATUL", 4},
                                      {"SYARIFAH", 4}, {"MARIANI", 4},   {"AISYAH", 5}};
constexpr NameWeight kMalayMale[] = {{"ZAINAL", 6}, {"RUSDI", 5},    {"HERMAN", 7}, {"ISKANDAR", 5},
                                     {"ABDUL", 12}, {"RAMADHAN", 4}, {"EDI", 7},    {"YUSUF", 5}};
constexpr NameWeight kMalayFemale[] = {{"NURAINI", 6}, {"MARIANI", 5},  {"ROHANI", 4}, {"YULIANA", 5},
                                       {"SITI", 14},   {"ERNAWATI", 5}, {"LENI", 4},   {"FATIMAH", 5}};
constexpr NameWeight kBetawiMale[] = {{"MUHAMMAD", 20}, {"ROHMAN", 4}, {"SANUSI", 3}, {"JAELANI", 4}, {"HERU", 5},
                                      {"ANDRI", 5},     {"RUDI", 5},   {"ADI", 7},    {"FIRMAN", 4}};
constexpr NameWeight kBetawiFemale[] = {{"ROHANAH", 3}, {"NURLELA", 4}, {"MARYATI", 4}, {"SITI", 14},
                                        {"LIA", 5},     {"RINA", 5},    {"YANTI", 5},   {"PUTRI", 8}};
constexpr NameWeight kBaliBoth[] = {{"SUARDANA", 5}, {"SUDIARTA", 5}, {"WIRAWAN", 4}, {"ARTAWAN", 4}, {"SUTAMA", 4},
                                    {"MERTA", 4},    {"SUKERTI", 4},  {"ADNYANI", 3}, {"SARI", 5},    {"DARMA", 4},
                                    {"YASA", 4},     {"PUSPA", 3},    {"RAI", 3},     {"WIDIANI", 3}};
constexpr NameWeight kSasakMale[] = {{"LALU", 14},    {"AMAQ", 4},   {"MUHAMMAD", 14}, {"SAPRUDIN", 5},
                                     {"HAERUDIN", 4}, {"JUMADI", 4}, {"SAHNAN", 3}};
constexpr NameWeight kSasakFemale[] = {{"BAIQ", 14},   {"INAQ", 4},   {"SITI", 8},   {"SAKNAH", 3},
                                       {"HAERANI", 3}, {"NURMAH", 2}, {"MULIANI", 3}};
constexpr NameWeight kChristianMale[] = {
    {"YOHANES", 16}, {"YOSEPH", 9},    {"PETRUS", 10}, {"PAULUS", 8}, {"MARKUS", 6}, {"ANDREAS", 6}, {"STEFANUS", 5},
    {"MARTINUS", 6}, {"DOMINIKUS", 4}, {"YAKOBUS", 4}, {"FRANS", 5},  {"SEMUEL", 5}, {"DANIEL", 6},  {"THOMAS", 4}};
constexpr NameWeight kChristianFemale[] = {{"MARIA", 26},   {"YULIANA", 7},  {"MARTHA", 6},   {"AGNES", 5},
                                           {"YOSEFINA", 5}, {"KATARINA", 6}, {"THERESIA", 6}, {"ELISABETH", 7},
                                           {"ROSALIA", 4},  {"DEBORA", 4},   {"ESTER", 4},    {"NATALIA", 5}};
constexpr NameWeight kFloresFamily[] = {{"NAHAK", 3}, {"SERAN", 4}, {"TAEK", 3}, {"LEBA", 2}, {"DA COSTA", 2},
                                        {"DJAWA", 2}, {"BRIA", 2},  {"KLAU", 2}, {"MANEK", 2}};
constexpr NameWeight kDayakFamily[] = {{"USOP", 1}, {"GARANG", 1}, {"SALEH", 2}, {"BAYAU", 1}};
constexpr NameWeight kMinahasaFamily[] = {{"RUMAMBI", 3}, {"MAMAHIT", 3},    {"LUMENTUT", 3}, {"WOWOR", 3},
                                          {"TUMEWU", 2},  {"PANGEMANAN", 3}, {"KAUNANG", 2},  {"MANOPPO", 3}};
constexpr NameWeight kMalukuFamily[] = {{"PATTIASINA", 3}, {"LATUPONO", 3},     {"TUASIKAL", 3}, {"SAHETAPY", 2},
                                        {"RUMATIGA", 2},   {"LEIWAKABESSY", 2}, {"UMASUGI", 2}};
constexpr NameWeight kPapuaFamily[] = {{"WENDA", 6}, {"TABUNI", 5}, {"KOGOYA", 6},  {"GOBAI", 3}, {"YIKWA", 3},
                                       {"MOTE", 2},  {"WONDA", 4},  {"RUMBIAK", 3}, {"KAYAME", 2}};
constexpr NameWeight kBugisMale[] = {{"ANDI", 18}, {"MUHAMMAD", 20}, {"SYAMSUDDIN", 5}, {"BASO", 4},
                                     {"DAENG", 4}, {"AMIRUDDIN", 4}, {"RUSLAN", 4},     {"HAMZAH", 4}};
constexpr NameWeight kBugisFemale[] = {{"ANDI", 10}, {"BESSE", 6},   {"HASNAH", 5},  {"NURHAYATI", 6},
                                       {"ST", 5},    {"ROSMINI", 3}, {"SALMIAH", 3}, {"HJ", 2}};
constexpr NameWeight kChineseMale[] = {{"HENDRA", 6}, {"ANTON", 5}, {"JOHAN", 4}, {"KEVIN", 5},
                                       {"STEVEN", 4}, {"BUDI", 4},  {"RUDY", 4},  {"WILLIAM", 4}};
constexpr NameWeight kChineseFemale[] = {{"LINDA", 5}, {"MEI LING", 2}, {"JESSICA", 5}, {"SUSI", 3},
                                         {"LILY", 4},  {"VERONICA", 4}, {"FELICIA", 3}, {"ANITA", 3}};
constexpr NameWeight kChineseFamily[] = {{"WIJAYA", 8}, {"HALIM", 6}, {"SALIM", 5},   {"TANJAYA", 4}, {"GUNAWAN", 6},
                                         {"LIM", 3},    {"TAN", 3},   {"HARTONO", 5}, {"SUSANTO", 5}};

constexpr NameHabit kJava{kJavaMale, kJavaFemale, {}, 48, 62};
constexpr NameHabit kSunda{kSundaMale, kSundaFemale, {}, 34, 62};
constexpr NameHabit kBatak{kBatakMale, kBatakFemale, kBatakFamily, 0, 55};
constexpr NameHabit kMinang{kMinangMale, kMinangFemale, {}, 24, 45};
constexpr NameHabit kAceh{kAcehMale, kAcehFemale, {}, 20, 50};
constexpr NameHabit kMalay{kMalayMale, kMalayFemale, {}, 24, 48};
constexpr NameHabit kBetawi{kBetawiMale, kBetawiFemale, {}, 16, 50};
constexpr NameHabit kBali{kBaliBoth, kBaliBoth, {}, 0, 70};
constexpr NameHabit kSasak{kSasakMale, kSasakFemale, {}, 38, 60};
constexpr NameHabit kFlores{kChristianMale, kChristianFemale, kFloresFamily, 4, 80};
constexpr NameHabit kDayak{kMalayMale, kMalayFemale, kDayakFamily, 20, 40};
constexpr NameHabit kMinahasa{kChristianMale, kChristianFemale, kMinahasaFamily, 0, 60};
constexpr NameHabit kBugis{kBugisMale, kBugisFemale, {}, 34, 55};
constexpr NameHabit kMaluku{kChristianMale, kChristianFemale, kMalukuFamily, 2, 60};
constexpr NameHabit kPapua{kChristianMale, kChristianFemale, kPapuaFamily, 2, 75};
constexpr NameHabit kChinese{kChineseMale, kChineseFemale, kChineseFamily, 2, 70};

}  // namespace

const NameHabit& name_habit(Culture culture) {
  switch (culture) {
    case Culture::java:
      return kJava;
    case Culture::sunda:
      return kSunda;
    case Culture::batak:
      return kBatak;
    case Culture::minang:
      return kMinang;
    case Culture::aceh:
      return kAceh;
    case Culture::malay:
      return kMalay;
    case Culture::betawi:
      return kBetawi;
    case Culture::bali:
      return kBali;
    case Culture::sasak:
      return kSasak;
    case Culture::flores:
      return kFlores;
    case Culture::dayak:
      return kDayak;
    case Culture::minahasa:
      return kMinahasa;
    case Culture::bugis:
      return kBugis;
    case Culture::maluku:
      return kMaluku;
    case Culture::papua:
      return kPapua;
    case Culture::chinese:
      return kChinese;
  }
  return kJava;
}

std::span<const NameWeight> muslim_first_names(bool female) {
  return female ? std::span<const NameWeight>(kMuslimFemale) : std::span<const NameWeight>(kMuslimMale);
}

}  // namespace sidik::rehearse
