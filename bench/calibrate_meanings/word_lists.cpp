#include "world.hpp"

namespace sidik::bench {
namespace {

constexpr std::array<CultureWords, kCultures> kWords{{
    {"Agus|Budi|Joko|Slamet|Hendra|Rizky|Yusuf|Andi|Bayu|Dimas|Fajar|Galih|Ilham|Reza|Tono|Wahyu|Eko|Arif|Bagas|Surya",
     "Siti|Dewi|Rina|Ayu|Lestari|Fitri|Wulan|Indah|Nurul|Putri|Ratna|Sari|Tuti|Yuni|Mega|Intan|Kartika|Maya|Nia|Dian",
     "Santoso|Wijaya|Saputra|Hidayat|Nugroho|Setiawan|Kurniawan|Siregar|Nasution|Simanjuntak|Halim|Gunawan|Susanto|"
     "Pratama|Rahman|Utami|Permata|Handayani|Anggraini|Maulana",
     "Jl. Merdeka|Jalan Sudirman|Jl Melati|Gang Mawar|Jl. Diponegoro|Jln Pahlawan|Komplek Bumi Asri|Perum Griya Indah|"
     "Kp. Baru|Dusun Krajan|Jl. Ahmad Yani|Jl. Gajah Mada",
     "Jawa Barat|Jawa Tengah|Jawa Timur|DKI Jakarta|Banten|Bali|Sumatera Utara|Sulawesi Selatan|Riau|Lampung",
     "Bandung|Surabaya|Semarang|Medan|Makassar|Bogor|Malang|Denpasar|Depok|Tangerang", "Indonesia", "62",
     "811|812|813|821|822|852|853|856|857|858|877|878|895|896|899", 8},
    {"James|John|Robert|Michael|William|David|Thomas|Daniel|Matthew|Anthony|Mark|Steven|Andrew|Joshua|Kevin|Brian|"
     "George|Edward|Ryan|Jacob|Nathan|Owen|Declan|Rhys|Callum|Tyrone|Wesley|Brody",
     "Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Nancy|Lisa|Betty|Margaret|Sandra|Ashley|"
     "Emily|Donna|Michelle|Carol|Niamh|Imogen|Harriet|Poppy|Shanice|Brenda",
     "Smith|Johnson|Williams|Brown|Jones|Miller|Davis|Wilson|Anderson|Taylor|Moore|Jackson|Martin|Lee|Thompson|White|"
     "Harris|Clark|Lewis|Robinson|Walker|Young|Allen|Hathersage|Okafor|Pemberton|Ainscough|Delacroix|Featherstone|"
     "Wolstenholme|Mukherjee|Petrov|Nakamura|Osei",
     "Oak Street|Main St|Maple Avenue|Church Road|Park Lane|Elm St|Station Road|High Street|2nd Ave|Cedar Court|"
     "Willow Drive|King's Road|Mill Lane|Hillcrest Blvd|Sunset Way|Chestnut Close",
     "CA|TX|NY|FL|IL|PA|OH|GA|NC|MI|NJ|VA|WA|AZ|MA",
     "Springfield|Riverside|Franklin|Greenville|Bristol|Clinton|Salem|Madison|Georgetown|Arlington|Chester|Dayton|"
     "Leeds|"
     "Portland|Austin|Denver|Norwich|Boston|Toledo|Plano",
     "United States", "1", "212|310|415|617|702|303|404|512|206|602", 7},
    {"Hans|Peter|Jürgen|Klaus|Stefan|Uwe|Andreas|Lukas|Felix|Jonas|Matthias|Wolfgang|Dieter|Sven|Torsten|Kai|Ole",
     "Anna|Ursula|Monika|Petra|Sabine|Heike|Birgit|Katrin|Lena|Greta|Frieda|Silke|Ingrid|Anja|Ute|Johanna",
     "Müller|Schmidt|Schneider|Fischer|Weber|Meyer|Wagner|Becker|Schulz|Hoffmann|Koch|Richter|Klein|Wolf|Neumann|"
     "Brandstätter|Zöllner|Kühnemann|Oberhuber|Dräger|Quandt",
     "Hauptstraße|Bahnhofstr.|Gartenweg|Lindenallee|Schulstraße|Am Markt|Goethestr.|Bergstraße|Mühlenweg|Kirchgasse",
     "Bayern|Hessen|Sachsen|Berlin|Hamburg|Niedersachsen|Thüringen|Saarland|Bremen",
     "Berlin|München|Köln|Leipzig|Bremen|Kassel|Ulm|Erfurt|Kiel|Rostock|Bonn|Gera|Trier|Passau", "Deutschland", "49",
     "151|160|170|171|175|176|157|172", 8},
    {"Jean|Pierre|Michel|Luc|Antoine|Julien|Nicolas|Hugo|Théo|Mathis|Gaston|Rémi|Étienne|Yves|Baptiste",
     "Marie|Camille|Léa|Chloé|Manon|Sophie|Isabelle|Claire|Océane|Margaux|Solène|Élodie|Aurélie|Inès",
     "Martin|Bernard|Dubois|Thomas|Robert|Durand|Leroy|Moreau|Simon|Laurent|Lefebvre|Girard|Chevrolier|Boucher|"
     "Gauthier|"
     "Roussel|Vasseur|Kerdoncuff|Lemaître",
     "rue de la Paix|avenue Victor Hugo|boulevard Voltaire|place de l'Église|chemin des Vignes|rue Pasteur|"
     "allée des Tilleuls|impasse du Moulin",
     "Île-de-France|Bretagne|Normandie|Occitanie|Grand Est|Corse",
     "Paris|Lyon|Lille|Nantes|Rennes|Nice|Dijon|Tours|Metz|Brest|Angers|Reims|Caen", "France", "33", "6|7", 8},
    {"Carlos|José|Juan|Luis|Javier|Miguel|Pablo|Diego|Sergio|Álvaro|Iker|Gonzalo|Rubén|Emilio|Hernán",
     "María|Carmen|Lucía|Ana|Paula|Elena|Rocío|Pilar|Marta|Inmaculada|Nuria|Ximena|Consuelo|Yolanda",
     "García|Martínez|López|Sánchez|Pérez|Gómez|Fernández|Ruiz|Díaz|Moreno|Álvarez|Muñoz|Romero|Navarro|Etxeberria|"
     "Zubizarreta|Iglesias|Caballero",
     "Calle Mayor|Avenida de la Constitución|Plaza España|Calle Real|Paseo del Prado|C/ San Juan|Camino Viejo|"
     "Travesía del Sol",
     "Madrid|Andalucía|Cataluña|Galicia|Aragón|Murcia|Navarra",
     "Madrid|Sevilla|Valencia|Málaga|Bilbao|Zaragoza|Gijón|Vigo|Toledo|Cádiz|León|Burgos", "España", "34", "6|7", 8},
    {"Marco|Giuseppe|Luca|Matteo|Andrea|Paolo|Davide|Lorenzo|Simone|Fabio|Gianluca|Ettore|Nicolò",
     "Giulia|Francesca|Chiara|Sara|Martina|Elisa|Valentina|Paola|Ilaria|Ginevra|Beatrice|Ornella",
     "Rossi|Russo|Ferrari|Esposito|Bianchi|Romano|Colombo|Ricci|Marino|Greco|Bruno|Gallo|Conti|Lombardozzi|"
     "Pellegrinetti|Quagliarella|Zambon",
     "Via Roma|Via Garibaldi|Corso Italia|Piazza del Duomo|Viale Europa|Via dei Mille|Vicolo Stretto|Largo Augusto",
     "Lombardia|Lazio|Toscana|Sicilia|Veneto|Puglia|Liguria",
     "Roma|Milano|Torino|Napoli|Bologna|Firenze|Bari|Genova|Verona|Pisa|Lecce|Parma", "Italia", "39",
     "320|328|333|340|347|348|349|389", 7},
    {"Jan|Piet|Daan|Sem|Bram|Thijs|Koen|Sjoerd|Maarten|Wouter|Joost|Ruben|Teun",
     "Anouk|Sanne|Fleur|Lotte|Femke|Maaike|Marijke|Roos|Iris|Saskia|Evi|Tess",
     "de Jong|Jansen|de Vries|van den Berg|Bakker|Visser|Smit|Meijer|de Boer|Mulder|Bos|Vos|Hoekstra|van Dijk|"
     "Terpstra|Kuijpers|Oosterhuis",
     "Dorpsstraat|Kerkstraat|Molenweg|Schoolstraat|Julianalaan|Stationsweg|Prinsengracht|Beatrixplein|Achterom",
     "Utrecht|Gelderland|Friesland|Limburg|Zeeland|Drenthe",
     "Amsterdam|Rotterdam|Utrecht|Eindhoven|Groningen|Breda|Tilburg|Arnhem|Zwolle|Leiden|Delft", "Nederland", "31",
     "61|62|63|64|65", 7},
    {"Rahul|Amit|Sanjay|Vijay|Arjun|Rohan|Suresh|Karthik|Manoj|Imran|Harpreet|Venkatesh|Aditya",
     "Priya|Anjali|Pooja|Neha|Lakshmi|Deepika|Kavita|Sunita|Fatima|Meera|Divya|Shreya",
     "Sharma|Patel|Singh|Kumar|Gupta|Reddy|Iyer|Khan|Das|Nair|Chatterjee|Joshi|Mehta|Krishnamurthy|Subramaniam|"
     "Bhattacharya",
     "MG Road|Gandhi Nagar|Station Road|Nehru Street|4th Cross|Park Street|Sector 12|Lal Bagh Rd|Anna Salai",
     "Maharashtra|Karnataka|Kerala|Punjab|Gujarat|Tamil Nadu|West Bengal|Delhi",
     "Mumbai|Delhi|Bengaluru|Chennai|Pune|Hyderabad|Kolkata|Jaipur|Surat|Kochi|Nagpur|Indore", "India", "91",
     "98|97|99|88|90|70|63|81", 8},
}};

}  // namespace

const CultureWords& words_of(Culture culture) { return kWords[static_cast<std::size_t>(culture)]; }

}  // namespace sidik::bench
