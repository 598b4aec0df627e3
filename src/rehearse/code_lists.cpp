#include "rehearse/code_lists.hpp"

namespace sidik::rehearse {
namespace {

using Word = std::string_view;

constexpr Word kSexLP[] = {"L", "P"}, kSexWords[] = {"LAKI-LAKI", "PEREMPUAN"}, kSexPria[] = {"PRIA", "WANITA"},
               kSexDigits[] = {"1", "2"}, kSexZero[] = {"0", "1"}, kSexMF[] = {"M", "F"},
               kSexEnglish[] = {"Male", "Female"}, kSexLower[] = {"pria", "wanita"},
               kSexMixed[] = {"Laki-laki", "Perempuan"};
constexpr CodeList kSex[] = {kSexLP, kSexWords,   kSexPria,  kSexDigits, kSexZero,
                             kSexMF, kSexEnglish, kSexLower, kSexMixed};

constexpr Word kFaithDigits[] = {"1", "2", "3", "4", "5", "6"},
               kFaithWords[] = {"ISLAM", "KRISTEN", "KATHOLIK", "HINDU", "BUDHA", "KONGHUCU"},
               kFaithMixed[] = {"Islam", "Protestan", "Katolik", "Hindu", "Buddha", "Konghucu"},
               kFaithPadded[] = {"01", "02", "03", "04", "05", "06"}, kFaithLetters[] = {"I", "P", "K", "H", "B", "C"},
               kFaithShort[] = {"ISL", "PRO", "KAT", "HIN", "BUD", "KHC"};
constexpr CodeList kFaith[] = {kFaithDigits, kFaithWords, kFaithMixed, kFaithPadded, kFaithLetters, kFaithShort};

constexpr Word kMaritalDigits[] = {"1", "2", "3", "4"},
               kMaritalWords[] = {"BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI"},
               kMaritalBank[] = {"BELUM MENIKAH", "MENIKAH", "CERAI", "JANDA/DUDA"},
               kMaritalMixed[] = {"Lajang", "Menikah", "Cerai", "Janda"}, kMaritalLetters[] = {"S", "M", "D", "W"},
               kMaritalTax[] = {"TK", "K", "C", "J"};
constexpr CodeList kMarital[] = {kMaritalDigits, kMaritalWords,   kMaritalBank,
                                 kMaritalMixed,  kMaritalLetters, kMaritalTax};

constexpr Word kRelationDigits[] = {"1", "2", "4", "3", "5"},
               kRelationWords[] = {"KEPALA KELUARGA", "ISTRI", "ANAK", "ORANG TUA", "FAMILI LAIN"},
               kRelationLetters[] = {"P", "I", "A", "T", "L"}, kRelationShort[] = {"KK", "IST", "ANK", "ORT", "LN"},
               kRelationPadded[] = {"01", "03", "04", "07", "09"};
constexpr CodeList kRelation[] = {kRelationDigits, kRelationWords, kRelationLetters, kRelationShort, kRelationPadded};

constexpr Word kBloodPlain[] = {"", "A", "B", "AB", "O"}, kBloodDash[] = {"-", "A", "B", "AB", "O"},
               kBloodWords[] = {"TIDAK TAHU", "A", "B", "AB", "O"}, kBloodDigits[] = {"0", "1", "2", "3", "4"},
               kBloodNumbers[] = {"13", "1", "2", "3", "4"};
constexpr CodeList kBlood[] = {kBloodPlain, kBloodDash, kBloodWords, kBloodDigits, kBloodNumbers};

constexpr Word kNationId[] = {"ID", "MY"}, kNationWni[] = {"WNI", "WNA"}, kNationWord[] = {"INDONESIA", "MALAYSIA"},
               kNationThree[] = {"IDN", "MYS"}, kNationDigits[] = {"360", "458"}, kNationFlag[] = {"1", "2"};
constexpr CodeList kNation[] = {kNationId, kNationWni, kNationWord, kNationThree, kNationDigits, kNationFlag};

constexpr Word kStatusDigits[] = {"0", "1", "2", "3"}, kStatusWords[] = {"ACTIVE", "GRACE", "CLOSED", "BLOCKED"},
               kStatusLetters[] = {"A", "N", "T", "B"}, kStatusNative[] = {"Aktif", "Nonaktif", "Tutup", "Blokir"},
               kStatusYes[] = {"Y", "N", "N", "N"};
constexpr CodeList kStatus[] = {kStatusDigits, kStatusWords, kStatusLetters, kStatusNative, kStatusYes};

constexpr Word kChannelDigits[] = {"1", "2", "3", "4"}, kChannelWords[] = {"SMS", "WEB", "GERAI", "APP"},
               kChannelMixed[] = {"Online", "Kantor", "Mitra", "Telepon"}, kChannelLetters[] = {"O", "K", "M", "T"},
               kChannelCodes[] = {"CH01", "CH02", "CH03", "CH07"};
constexpr CodeList kChannel[] = {kChannelDigits, kChannelWords, kChannelMixed, kChannelLetters, kChannelCodes};

constexpr Word kSchoolWords[] = {"SD", "SMP", "SMA", "D3", "S1"}, kSchoolDigits[] = {"1", "2", "3", "4", "5"},
               kSchoolLong[] = {"TAMAT SD", "SLTP", "SLTA", "DIPLOMA", "SARJANA"},
               kSchoolPadded[] = {"10", "20", "30", "40", "50"};
constexpr CodeList kSchool[] = {kSchoolWords, kSchoolDigits, kSchoolLong, kSchoolPadded};

std::span<const CodeList> lists_of(CodedFact fact) {
  switch (fact) {
    case CodedFact::sex:
      return kSex;
    case CodedFact::religion:
      return kFaith;
    case CodedFact::marital:
      return kMarital;
    case CodedFact::relation:
      return kRelation;
    case CodedFact::blood:
      return kBlood;
    case CodedFact::nation:
      return kNation;
    case CodedFact::status:
      return kStatus;
    case CodedFact::channel:
      return kChannel;
    case CodedFact::education:
      break;
  }
  return kSchool;
}

}  // namespace

std::size_t code_lists_of(CodedFact fact) { return lists_of(fact).size(); }

CodeList code_list(CodedFact fact, std::size_t which) { return lists_of(fact)[which]; }

}  // namespace sidik::rehearse
