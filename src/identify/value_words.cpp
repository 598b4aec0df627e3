#include "identify/value_words.hpp"

#include <algorithm>
#include <array>

namespace sidik::identify {
namespace {

template <std::size_t kSize>
bool stands_in(const std::array<std::string_view, kSize>& ordered, std::string_view word) {
  return std::ranges::binary_search(ordered, word);
}

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

constexpr std::array<std::string_view, 173> kRegions = {
    "alabama", "alaska", "alberta", "andalucia", "andhra pradesh", "aragon", "arizona", "arkansas",
    "australian capital territory", "baden-wurttemberg", "bahia", "bavaria", "bayern", "berlin", "bihar",
    "brandenburg", "bremen", "bretagne", "british columbia", "burgenland", "california", "campania", "carinthia",
    "catalonia", "cataluna", "ceara", "colorado", "connecticut", "delaware", "district of columbia", "drenthe",
    "eastern cape", "england", "flevoland", "florida", "free state", "friesland", "galicia", "gauteng", "gelderland",
    "georgia", "goias", "groningen", "gujarat", "hamburg", "haryana", "hawaii", "hessen", "idaho", "ile-de-france",
    "illinois", "indiana", "iowa", "johor", "kansas", "karnataka", "kedah", "kelantan", "kentucky", "kerala",
    "kwazulu-natal", "lazio", "limburg", "limpopo", "lombardia", "louisiana", "lower austria", "madhya pradesh",
    "maharashtra", "maine", "manitoba", "maryland", "massachusetts", "mecklenburg-vorpommern", "michigan",
    "minas gerais", "minnesota", "mississippi", "missouri", "montana", "mpumalanga", "nebraska", "nevada",
    "new brunswick", "new hampshire", "new jersey", "new mexico", "new south wales", "new york", "newfoundland",
    "niedersachsen", "noord-brabant", "noord-holland", "nordrhein-westfalen", "normandie", "north carolina",
    "north dakota", "north west", "northern cape", "northern ireland", "northern territory", "northwest territories",
    "nova scotia", "nunavut", "occitanie", "ohio", "oklahoma", "ontario", "oregon", "overijssel", "parana", "penang",
    "pennsylvania", "perak", "pernambuco", "piemonte", "prince edward island", "provence", "puerto rico", "puglia",
    "punjab", "quebec", "queensland", "rajasthan", "rheinland-pfalz", "rhode island", "rio de janeiro",
    "rio grande do sul", "saarland", "sabah", "sachsen", "sachsen-anhalt", "salzburg", "santa catarina", "sao paulo",
    "sarawak", "saskatchewan", "schleswig-holstein", "scotland", "selangor", "sicilia", "south australia",
    "south carolina", "south dakota", "styria", "tamil nadu", "tasmania", "telangana", "tennessee", "texas",
    "thuringen", "tirol", "toscana", "upper austria", "utah", "utrecht", "uttar pradesh", "veneto", "vermont",
    "victoria", "virginia", "vorarlberg", "wales", "washington", "west bengal", "west virginia", "western australia",
    "western cape", "wisconsin", "wyoming", "yukon", "zeeland", "zuid-holland",
};

constexpr std::array<std::string_view, 281> kCountries = {
    "afghanistan", "afrika selatan", "albania", "algeria", "aljazair", "allemagne", "america", "amerika serikat",
    "andorra", "angola", "antigua and barbuda", "arab saudi", "argentina", "armenia", "aruba", "australia", "austria",
    "azerbaijan", "bahamas", "bahrain", "bangladesh", "barbados", "belanda", "belarus", "belgia", "belgique",
    "belgium", "belize", "benin", "bermuda", "bhutan", "bolivia", "bosnia and herzegovina", "botswana", "brasil",
    "brazil", "brunei", "brunei darussalam", "bulgaria", "burkina faso", "burma", "burundi", "cabo verde", "cambodia",
    "cameroon", "canada", "cape verde", "central african republic", "chad", "chile", "china", "cina", "colombia",
    "comoros", "congo", "costa rica", "cote d'ivoire", "croatia", "cuba", "curacao", "cyprus", "czech republic",
    "czechia", "denmark", "deutschland", "djibouti", "dominica", "dominican republic", "east timor", "ecuador",
    "egypt", "el salvador", "england", "equatorial guinea", "eritrea", "espagne", "espana", "estonia", "eswatini",
    "ethiopia", "faroe islands", "fiji", "filipina", "finland", "france", "frankreich", "french polynesia", "gabon",
    "gambia", "georgia", "germany", "ghana", "gibraltar", "great britain", "greece", "greenland", "grenada",
    "guadeloupe", "guam", "guatemala", "guinea", "guinea-bissau", "guyana", "haiti", "honduras", "hong kong",
    "hungary", "iceland", "india", "indonesia", "inggris", "iran", "iraq", "ireland", "irlandia", "isle of man",
    "israel", "italia", "italie", "italy", "ivory coast", "jamaica", "japan", "jepang", "jerman", "jersey", "jordan",
    "kamboja", "kanada", "kazakhstan", "kenya", "kiribati", "korea", "korea selatan", "kosovo", "kuwait",
    "kyrgyzstan", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya", "liechtenstein", "lithuania",
    "luxembourg", "macao", "macau", "macedonia", "madagascar", "malawi", "malaysia", "maldives", "mali", "malta",
    "martinique", "mauritania", "mauritius", "meksiko", "mesir", "mexico", "micronesia", "moldova", "monaco",
    "mongolia", "montenegro", "morocco", "mozambique", "myanmar", "namibia", "nauru", "nederland", "nepal",
    "netherlands", "new caledonia", "new zealand", "nicaragua", "niger", "nigeria", "north korea", "north macedonia",
    "northern ireland", "norway", "norwegia", "oman", "osterreich", "pakistan", "palau", "palestine", "panama",
    "papua new guinea", "paraguay", "perancis", "peru", "philippines", "poland", "polandia", "portugal", "prancis",
    "puerto rico", "qatar", "republic of korea", "reunion", "romania", "russia", "russian federation", "rwanda",
    "saint lucia", "samoa", "san marino", "saudi arabia", "schweiz", "scotland", "selandia baru", "senegal", "serbia",
    "seychelles", "sierra leone", "singapore", "singapura", "slovak republic", "slovakia", "slovenia",
    "solomon islands", "somalia", "south africa", "south korea", "south sudan", "spain", "spanyol", "sri lanka",
    "sudan", "suisse", "suriname", "svalbard", "swaziland", "sweden", "swedia", "swiss", "switzerland", "syria",
    "taiwan", "tajikistan", "tanzania", "thailand", "the netherlands", "timor-leste", "tiongkok", "togo", "tonga",
    "trinidad and tobago", "tunisia", "turkey", "turki", "turkiye", "turkmenistan", "tuvalu", "u.s.", "u.s.a.", "uae",
    "uganda", "uk", "ukraine", "united arab emirates", "united kingdom", "united states", "united states of america",
    "uruguay", "us", "usa", "uzbekistan", "vanuatu", "vatican", "venezuela", "viet nam", "vietnam", "wales", "yemen",
    "yunani", "zambia", "zimbabwe",
};

}  // namespace

bool is_occupation_word(std::string_view word) { return stands_in(kOccupations, word); }
bool is_company_word(std::string_view word) { return stands_in(kCompanyWords, word); }
bool is_card_brand(std::string_view word) { return stands_in(kCardBrands, word); }
bool is_zodiac_word(std::string_view word) { return stands_in(kZodiacWords, word); }
bool is_country_name(std::string_view name) {
  // Qualifiers such as "Cyprus (Anglicized)" are not part of the name.
  if (const auto bracket = name.find(" ("); bracket != std::string_view::npos) name = name.substr(0, bracket);
  return stands_in(kCountries, name);
}
bool is_region_name(std::string_view name) { return stands_in(kRegions, name); }
bool is_region_code(std::string_view code) { return stands_in(kUsRegionCodes, code); }

bool has_occupation_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEndings = {"ologist", "ician", "grapher", "keeper", "smith",  "ist",
                                                                "yer",     "wright", "maker", "worker", "erator", "man"};
  return word.size() > 5 && std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace sidik::identify
