#pragma once

#include <string_view>

namespace sidik::report {

/// A sentence, or a part of one, as the other rooms write it in English, and as it reads in Indonesian. {0}, {1}, ...
/// match anything; what they matched is rendered by the table again.
struct SentenceRow {
  std::string_view english;
  std::string_view indonesian;
};

// clang-format off
/// The first row that matches as a whole counts, so longer patterns stand before those that would swallow them.
inline constexpr SentenceRow kSentenceTable[] = {
    // engine/examine
    {"The records for linkage outgrew their part of the memory; give more with --memory. Until then the distinct records are the nearest figure.",
     "Rekaman untuk penautan melampaui bagian memorinya; beri lebih banyak dengan --memory. Sampai saat itu, rekaman yang berbeda adalah angka terdekat."},
    {"No column tells persons apart: neither a name nor an identifier, a telephone number or an e-mail address. The distinct records are the nearest figure.",
     "Tidak ada kolom yang membedakan orang: tidak ada nama, nomor identitas, nomor telepon, atau alamat surel. Rekaman yang berbeda adalah angka terdekat."},
    // origin/extraction_window
    {"{0} stamps of {1} end there", "{0} cap waktu {1} berakhir di situ"},
    {"its stretches end on different days: copies of several days were put together", "bagian-bagiannya berakhir pada hari yang berlainan: salinan dari beberapa hari digabung"},
    {"the ages of {0} records fit their births only then", "umur pada {0} rekaman cocok dengan tanggal lahirnya hanya pada masa itu"},
    {"{0} records carry codes of areas that came into force in {1}", "{0} rekaman memuat kode wilayah yang berlaku sejak {1}"},
    {"births lie before it", "kelahiran ada sebelum itu"},
    // engine/overlap_part
    {"Rows could not be compared with {0}: the tables share too few columns. Their identifiers are compared one by one.",
     "Baris tidak dapat dibandingkan dengan {0}: kedua tabel terlalu sedikit berbagi kolom. Nomor identitasnya dibandingkan satu per satu."},
    // ledger/severity
    {"CB, confidentiality: 0 ({0} of the records had been lawfully published).",
     "CB, kerahasiaan: 0 ({0} dari rekaman pernah dipublikasikan secara sah)."},
    {"{0} of the records had been lawfully published", "{0} dari rekaman pernah dipublikasikan secara sah"},
    // ledger/alarms
    {"The file is incomplete ({0}): all counts are of what could be read.",
     "Berkas tidak lengkap ({0}): semua angka menghitung bagian yang terbaca."},
    {"The file is incomplete: all counts are of what could be read.", "Berkas tidak lengkap: semua angka menghitung bagian yang terbaca."},
    {"{0} has exactly {1} {2}: {3} is {4}. It may have been cut there, so its size says little about what there was.",
     "{0} memuat tepat {1} {2}: {3} adalah {4}. Data mungkin terpotong di situ, jadi ukurannya tidak banyak berarti tentang jumlah aslinya."},
    {"{0} holds its header line {1} more times between the records: it was put together from several exports.",
     "{0} memuat baris judul {1} kali lagi di antara rekaman: data ini digabung dari beberapa hasil ekspor."},
    {"{0} holds its header line {1} more time between the records: it was put together from several exports.",
     "{0} memuat baris judul {1} kali lagi di antara rekaman: data ini digabung dari beberapa hasil ekspor."},
    {"{0} ends with a line that is no record but a tool's closing line.", "{0} berakhir dengan baris penutup sebuah alat, bukan rekaman."},
    {"'{0}' was advertised; its column is there but empty.", "'{0}' ditawarkan; kolomnya ada tetapi kosong."},
    {"'{0}' was advertised, but no column holds it.", "'{0}' ditawarkan, tetapi tidak ada kolom yang memuatnya."},
    {"The header of {0} says {1}, its values are {2}.", "Judul {0} menyatakan {1}, isinya {2}."},
    {"{0} values in {1} have lost leading zeros: they went through a spreadsheet or a number type.",
     "{0} nilai di {1} kehilangan nol di depan: pernah melewati lembar sebar atau tipe bilangan."},
    {"{0} values in {1} were turned into numbers with an exponent by a spreadsheet; their last digits are gone.",
     "{0} nilai di {1} diubah lembar sebar menjadi bilangan berpangkat; angka terakhirnya hilang."},
    {"{0} numbers in {1} were cut to 15 digits by a spreadsheet; zeros stand in the place of their last digits.",
     "{0} bilangan di {1} dipotong lembar sebar menjadi 15 angka; angka terakhirnya diganti nol."},
    {"column {0} ({1}) of {2}", "kolom {0} ({1}) dari {2}"},
    {"column {0} of {1}", "kolom {0} dari {1}"},
    {"the rows of a sheet of Excel to 2003, or a 16-bit counter", "jumlah baris lembar Excel sampai 2003, atau batas pencacah 16 bit"},
    {"the rows of a sheet of Excel since 2007", "jumlah baris lembar Excel sejak 2007"},
    {"a usual limit of queries and exports", "batas yang lazim pada kueri dan ekspor"},

    // origin: evidence
    {"{0} of the records stand in a copy that is known to be of it", "{0} dari rekaman ada di salinan yang diketahui berasal darinya"},
    {"{0} of its {1} columns are here, {2} of them under their own name; {3} columns here are none of its",
     "{0} dari {1} kolomnya ada di sini, {2} dengan nama sendiri; {3} kolom di sini bukan miliknya"},
    {"{0} of its {1} columns are here, by meaning, since the header may be another's; {2} columns here are none of its",
     "{0} dari {1} kolomnya ada di sini, menurut makna, sebab kepala tabel mungkin milik sistem lain; {2} kolom di sini bukan miliknya"},
    {"{0} of its {1} columns are here, by meaning, since the header may be another's; {2} columns here are none of its; {3} that it always fills are in the table and empty here",
     "{0} dari {1} kolomnya ada di sini, menurut makna, sebab kepala tabel mungkin milik sistem lain; {2} kolom di sini bukan miliknya; {3} yang selalu diisinya ada di tabel dan kosong di sini"},
    {"{0} of its {1} columns are here, {2} of them under their own name; {3} columns here are none of its; {4} that it always fills are in the table and empty here",
     "{0} dari {1} kolomnya ada di sini, {2} dengan nama sendiri; {3} kolom di sini bukan miliknya; {4} yang selalu diisinya ada di tabel dan kosong di sini"},
    {"of {0} rules between columns the weakest holds in {1} of what chance leaves open", "dari {0} aturan antarkolom, yang terlemah berlaku pada {1} dari yang tersisa setelah kebetulan"},
    {"{0} of {1} pairs of columns depend on each other", "{0} dari {1} pasangan kolom saling bergantung"},
    {"names hang together with {0} of e-mail, sex and printed name", "nama berkaitan dengan {0} dari surel, jenis kelamin, dan nama tercetak"},
    {"{0} of the numbers that can be checked were never given out", "{0} dari nomor yang dapat diperiksa tidak pernah diterbitkan"},
    {"{0} of the serials are in the lowest hundredth of their range", "{0} dari nomor urut ada di seperseratus terbawah rentangnya"},
    {"births on days that stand for unknown ones are {0} times as many as on others", "kelahiran pada hari pengganti tanggal yang tak diketahui {0} kali sebanyak hari lain"},
    {"{0} of the times would have to move to make the hours even", "{0} dari waktu harus digeser agar jam-jamnya merata"},
    {"{0} of the columns about people and their rows hold one value", "{0} dari kolom tentang orang dan barisnya berisi satu nilai"},
    {"persons share families {0} times as often as in a register with few of them", "orang berbagi keluarga {0} kali sesering register yang jarang memuatnya"},
    {"{0} of {1} columns that vary in it hold one value here", "{0} dari {1} kolom yang beragam di sistem itu berisi satu nilai di sini"},
    {"{0} of {1} columns are written as it writes them", "{0} dari {1} kolom ditulis seperti cara sistem itu"},
    {"{0} of {1} code lists are its own", "{0} dari {1} daftar kode adalah miliknya"},
    {"{0} of {1} key ranges and periods agree", "{0} dari {1} rentang kunci dan masa cocok"},
    {"{0} of {1} links between columns agree", "{0} dari {1} kaitan antarkolom cocok"},
    {"it held {0} records", "sistem itu memuat {0} rekaman"},
    {"as the profiles leave it unexplained", "sejauh tidak dijelaskan oleh profil-profil"},
    {"what the other candidates explain and this profile is silent on", "yang dijelaskan calon lain sedangkan profil ini tidak menyebutnya"},

    // ingest: why an exhibit is incomplete
    {"the {0} stream is cut off after {1} packed bytes", "aliran {0} terpotong setelah {1} bita termampat"},
    {"the {0} stream is damaged near packed byte {1}", "aliran {0} rusak di sekitar bita termampat {1}"},
    {"{0} or more bytes behind the {1} stream are no {2} and were left out", "{0} bita atau lebih di belakang aliran {1} bukan {2} dan tidak dibaca"},
    {"the {0} archive is cut off or damaged", "arsip {0} terpotong atau rusak"},
    {"the {0} archive is cut off: its directory is missing", "arsip {0} terpotong: daftar isinya hilang"},
    {"the reader of the archive was stopped: {0}", "pembaca arsip dihentikan: {0}"},
    {"it made a system call that is not allowed", "ia memanggil sistem dengan cara yang tidak diizinkan"},
    {"it asked for more memory than allowed", "ia meminta memori melebihi batas"},
    {"it gave nothing for {0} seconds", "ia tidak memberi apa pun selama {0} detik"},
    {"it crashed (signal {0})", "ia mogok (sinyal {0})"},
    {"the JSON text ends inside a value", "teks JSON berakhir di tengah nilai"},
    {"the database should have {0} pages and has {1}", "basis data seharusnya memiliki {0} halaman, tetapi hanya {1}"},
    {"the list of tables is damaged: some may be missing", "daftar tabel rusak: sebagian mungkin hilang"},
    {"the newest changes are in the file -wal beside it, which is not read",
     "perubahan terbaru ada di berkas -wal di sampingnya, yang tidak dibaca"},
    {"a sheet of the workbook is cut off or damaged", "satu lembar dari buku kerja terpotong atau rusak"},
    {"a part of the workbook is cut off or damaged", "satu bagian dari buku kerja terpotong atau rusak"},
    {"the member is cut off or damaged", "isi arsip terpotong atau rusak"},
    {"the last line ends in the middle of a record", "baris terakhir berakhir di tengah rekaman"},
    {"reading was stopped", "pembacaan dihentikan"},
    {"the JSON array is not closed", "larik JSON tidak ditutup"},

    // ledger/claims
    {"{0} as far as it could be read; it is incomplete, so fewer than {1} refute nothing.",
     "{0} sejauh yang terbaca; berkas tidak lengkap, jadi jumlah di bawah {1} tidak membantah apa pun."},
    {"{0}; {1} were claimed, which its records bear out within 0.1 %. It says nothing about whether they are true.",
     "{0}; klaimnya {1}, dan jumlah rekaman mendukungnya dalam batas 0,1 %. Ini tidak menyatakan apakah isinya benar."},
    {"{0}; {1} were claimed, which its distinct records bear out within 0.1 %; the others repeat them. It says nothing "
     "about whether they are true.",
     "{0}; klaimnya {1}, dan jumlah rekaman berbeda mendukungnya dalam batas 0,1 %; sisanya berulang. Ini tidak menyatakan "
     "apakah isinya benar."},
    {"{0}; {1} were claimed. Already the number of records is {2} than claimed.",
     "{0}; klaimnya {1}. Jumlah rekaman saja sudah {2} daripada klaim."},
    {"{0}; {1} were claimed. The records alone fit the claim, but many repeat others: {2} refute it.",
     "{0}; klaimnya {1}. Jumlah rekaman cocok dengan klaim, tetapi banyak yang berulang: {2} membantahnya."},
    {"This file alone holds {0} of the {1} claimed in all. It says nothing about whether they are true.",
     "Berkas ini saja memuat {0} dari {1} yang diklaim seluruhnya. Ini tidak menyatakan apakah isinya benar."},
    {"This file alone holds {0}, more than the {1} claimed in all.",
     "Berkas ini saja memuat {0}, lebih dari {1} yang diklaim seluruhnya."},
    {"A file that the seller chose shows that at least its {0} exist. It sets no upper bound, so it neither bears out nor "
     "refutes {1} in all; only more of the data, or a custodian's register, can.",
     "Berkas yang dipilih penjual menunjukkan bahwa sedikitnya {0} di dalamnya ada. Batas atas tidak diketahui, jadi berkas ini tidak "
     "mendukung dan tidak membantah {1} seluruhnya; hanya data lebih banyak, atau register pengelola data, yang dapat melakukannya."},
    {"The file holds {0}", "Berkas memuat {0}"},
    {"larger", "lebih banyak"},
    {"smaller", "lebih sedikit"},

    // ledger/severity
    {"DPC, {0} data: {1} ({2}): {3}, {4} as the desk decided.", "DPC, data {0}: {1} ({2}): {3}, {4} menurut keputusan pemeriksa."},
    {"DPC, {0} data: {1} ({2}): {3}, {4} because {5} kinds of simple data together allow profiling.",
     "DPC, data {0}: {1} ({2}): {3}, {4} karena {5} jenis data sederhana bersama-sama memungkinkan pemrofilan."},
    {"DPC, {0} data: {1} ({2}): {3}.", "DPC, data {0}: {1} ({2}): {3}."},
    {"EI: {0} ({1}).", "EI: {0} ({1})."},
    {"CB, {0}: {1} ({2}).", "CB, {0}: {1} ({2})."},
    {"SE = DPC x EI + CB = {0} x {1} + {2} = {3}.", "SE = DPC x EI + CB = {0} x {1} + {2} = {3}."},
    {"No column with personal data was recognised, so the method does not apply.",
     "Tidak ada kolom data pribadi yang dikenali, jadi metode ini tidak berlaku."},
    {"more than 100 individuals ({0})", "lebih dari 100 orang ({0})"},
    {"data unintelligible to a finder", "data tidak terbaca oleh penemunya"},
    {"a national identifier or passport, a name and a birth date stand together",
     "nomor identitas nasional atau paspor, nama, dan tanggal lahir ada bersama"},
    {"a national identifier or passport is there, but not both a name and a birth date",
     "nomor identitas nasional atau paspor ada, tetapi tanpa nama dan tanggal lahir sekaligus"},
    {"a name and a birth date stand together", "nama dan tanggal lahir ada bersama"},
    {"a name stands with a number or an address that reaches one person", "nama ada bersama nomor atau alamat yang menjangkau satu orang"},
    {"a name stands alone", "hanya nama"},
    {"a number, an address or a mark of one person stands without a name", "nomor, alamat, atau ciri satu orang ada tanpa nama"},
    {"biometric data and a name stand together", "data biometrik dan nama ada bersama"},
    {"nothing identifies a person by itself", "tidak ada yang mengenali orang dengan sendirinya"},
    {"published, recipients not known", "tersiar, penerima tidak diketahui"},
    {"known recipients", "penerima diketahui"},
    {"taken, or passed on for profit", "dicuri, atau diteruskan demi keuntungan"},
    {"altered, can be recovered", "diubah, dapat dipulihkan"},
    {"altered, cannot be recovered", "diubah, tidak dapat dipulihkan"},
    {"lost for a time", "hilang sementara"},
    {"lost", "hilang"},
    {"confidentiality", "kerahasiaan"},
    {"integrity", "keutuhan"},
    {"availability", "ketersediaan"},
    {"malicious intent", "niat jahat"},
    {"simple", "sederhana"},
    {"behavioural", "perilaku"},
    {"financial", "keuangan"},
    {"sensitive", "sensitif"},

};

/// Counts and lists within the sentences above; no sentence by themselves.
inline constexpr SentenceRow kFragmentTable[] = {
    {"{0} and {1} more", "{0} dan {1} lainnya"},
    {"{0} records and rejects", "{0} rekaman dan yang ditolak"},
    {"records and rejects", "rekaman dan yang ditolak"},
    {"rows with the header", "baris termasuk judul"},
    {"{0}, {1}", "{0}, {1}"},
    {"{0} and {1}", "{0} dan {1}"},
    {"{0} different valid national identifiers", "{0} nomor identitas nasional sahih yang berbeda"},
    {"{0} distinct records", "{0} rekaman berbeda"},
    {"{0} records", "{0} rekaman"},
    {"{0} lines", "{0} baris"},
    {"{0} persons", "{0} orang"},
    {"records", "rekaman"},
    {"lines", "baris"},
};
// clang-format on

}  // namespace sidik::report
