#include "identify/value_words.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

template <std::size_t kSize>
bool stands_in(const std::array<std::string_view, kSize>& ordered, std::string_view word) {
  return std::ranges::binary_search(ordered, word);
}

// clang-format off
constexpr std::array<std::string_view, 177> kOccupations = {
    "accountant", "accounting", "actor", "administrator", "adviser", "advisor", "agent", "aide", "analyst",
    "architect", "artist", "assembler", "assistant", "associate", "attendant", "attorney", "auditor", "baker",
    "banker", "bartender", "bidan", "biologist", "broker", "builder", "buruh", "butcher", "buyer", "captain",
    "carpenter", "cashier", "chef", "chemist", "cleaner", "clerk", "coach", "collector", "consultant", "contractor",
    "cook", "coordinator", "counsellor", "counselor", "dancer", "dentist", "designer", "developer", "director",
    "dispatcher", "doctor", "dokter", "dosen", "driver", "economist", "editor", "educator", "electrician", "engineer",
    "engineering", "examiner", "executive", "farmer", "fisherman", "freelancer", "geologist", "geoscientist", "guard",
    "guide", "guru", "hairdresser", "handler", "housewife", "hygienist", "ibu", "inspector", "installer",
    "instructor", "investigator", "janitor", "journalist", "judge", "karyawan", "karyawati", "keeper", "lawyer",
    "lecturer", "librarian", "machinist", "mahasiswa", "maid", "manager", "mechanic", "merchant", "midwife", "miner",
    "model", "musician", "nakhoda", "nanny", "nelayan", "notary", "nurse", "officer", "operator", "optician",
    "packer", "painter", "paralegal", "pedagang", "pelajar", "pelaut", "pensioner", "pensiunan", "perawat", "petani",
    "pharmacist", "photographer", "physician", "physicist", "pilot", "planner", "plumber", "pns", "police", "polisi",
    "politician", "postman", "priest", "principal", "producer", "professor", "programmer", "psychologist",
    "receptionist", "recruiter", "repairer", "reporter", "representative", "researcher", "retired", "rumah",
    "salesman", "salesperson", "scientist", "secretary", "seller", "server", "singer", "soldier", "sopir",
    "specialist", "student", "stylist", "superintendent", "supervisor", "surgeon", "swasta", "tailor", "tangga",
    "teacher", "technician", "technologist", "teller", "therapist", "tni", "trainer", "translator", "treasurer",
    "tukang", "tutor", "typist", "veterinarian", "waiter", "waitress", "welder", "wiraswasta", "worker", "writer",
};

constexpr std::array<std::string_view, 111> kCompanyWords = {
    "ab", "ag", "appliance", "aps", "as", "associates", "auto", "bakery", "bank", "bros", "brothers", "bv", "clinic",
    "clothing", "co", "company", "construction", "consulting", "corp", "corporation", "cv", "design", "designs",
    "electronics", "energy", "engineering", "enterprise", "enterprises", "fashion", "fashions", "finance", "food",
    "foods", "furniture", "global", "gmbh", "group", "hardware", "holding", "holdings", "hospital", "hotel", "inc",
    "industries", "industry", "insurance", "international", "investment", "investments", "jewelers", "kft", "kg",
    "koperasi", "labs", "limited", "llc", "llp", "logistics", "lp", "ltd", "manufacturing", "market", "markets",
    "media", "motors", "nv", "ohg", "outlet", "oy", "partners", "perusahaan", "pharmacy", "plc", "properties", "pt",
    "pty", "realty", "records", "restaurant", "retail", "sa", "sarl", "sas", "school", "service", "services", "shop",
    "solutions", "sons", "spa", "srl", "sro", "steak", "steakhouse", "store", "stores", "studios", "supermarket",
    "superstore", "systems", "tbk", "technologies", "technology", "toko", "toys", "transport", "ud", "university",
    "warehouse", "wholesale", "yayasan",
};

constexpr std::array<std::string_view, 38> kCardBrands = {
    "americanexpress", "amex", "ax", "bankcard", "chinaunionpay", "dankort", "diners", "dinersclub",
    "dinersclubinternational", "discover", "ds", "electron", "elo", "gpn", "hipercard", "jcb", "jcb15digit",
    "jcb16digit", "laser", "maestro", "master", "mastercard", "mc", "mir", "rupay", "solo", "switch", "troy",
    "unionpay", "verve", "vi", "visa", "visa13digit", "visa16digit", "visa19digit", "visacredit", "visadebit",
    "visaelectron",
};

constexpr std::array<std::string_view, 14> kZodiacWords = {
    "aquarius", "aries", "cancer", "capricorn", "capricornus", "gemini", "leo", "libra", "pisces", "sagittarius",
    "scorpio", "scorpius", "taurus", "virgo",
};

constexpr std::array<std::string_view, 69> kUsRegionCodes = {
    "ab", "ak", "al", "ar", "as", "az", "bc", "ca", "co", "ct", "dc", "de", "fl", "ga", "gu", "hi", "ia", "id", "il",
    "in", "ks", "ky", "la", "ma", "mb", "md", "me", "mi", "mn", "mo", "mp", "ms", "mt", "nb", "nc", "nd", "ne", "nh",
    "nj", "nl", "nm", "ns", "nt", "nu", "nv", "ny", "oh", "ok", "on", "or", "pa", "pe", "pr", "qc", "ri", "sc", "sd",
    "sk", "tn", "tx", "ut", "va", "vi", "vt", "wa", "wi", "wv", "wy", "yt",
};

// clang-format on

}  // namespace

bool is_occupation_word(std::string_view word) { return stands_in(kOccupations, word); }
bool is_company_word(std::string_view word) { return stands_in(kCompanyWords, word); }
bool is_card_brand(std::string_view word) { return stands_in(kCardBrands, word); }
bool is_zodiac_word(std::string_view word) { return stands_in(kZodiacWords, word); }
bool is_region_code(std::string_view code) { return stands_in(kUsRegionCodes, code); }

bool has_occupation_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEndings = {
      "ologist", "ician", "grapher", "keeper", "smith", "ist", "yer", "wright", "maker", "worker", "erator", "man"};
  return word.size() > 5 &&
         std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

std::vector<std::string> folded_words(std::string_view value) {
  std::vector<std::string> out = text::words(value);
  for (std::string& word : out) word = text::fold_plain(word);
  std::erase_if(out, [](const std::string& word) { return word.empty(); });
  return out;
}

}  // namespace sidik::identify
