#include "people/name_form.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "pack/pack.hpp"

namespace sidik::people {
namespace {

const pack::Pack& indonesia() {
  static const pack::Pack pack = [] {
    const std::array<std::string, 1> names{"id"};
    auto loaded = pack::load_pack(names);
    EXPECT_TRUE(loaded.has_value()) << (loaded ? "" : to_line(loaded.error()));
    return loaded ? std::move(*loaded) : pack::Pack();
  }();
  return pack;
}

const NameReader& reader() {
  static const NameReader reader(indonesia().name_rules);
  return reader;
}

std::string neutral(std::string_view name) { return reader().read(name).neutral(); }

struct Pair {
  const char* left;
  const char* right;
};

TEST(NameForm, TwoWritingsOfANameBecomeEqual) {
  static constexpr Pair kPairs[] = {
      // Spelling of 1901 and 1947.
      {"Soekarno", "SUKARNO"},
      {"Soeharto", "Suharto"},
      {"Djoko Soesilo", "Joko Susilo"},
      {"Tjokroaminoto", "Cokroaminoto"},
      {"Moeljono", "Mulyono"},
      {"Sjahrir", "Syahrir"},
      {"Sjafroeddin", "Syafrudin"},
      {"Njoman Soedjana", "Nyoman Sujana"},
      {"Joesoef", "Yusuf"},
      {"Widjaja", "Wijaya"},
      {"Soenjoto", "Sunyoto"},
      {"Poernomo", "Purnomo"},
      {"Achmad Mochtar", "Ahmad Mukhtar"},
      {"Bachtiar", "Bahtiar"},
      {"Chairil Anwar", "Khairil Anwar"},
      {"Choirul", "Khairul"},
      {"Rachmat Ichsan", "Rahmat Ihsan"},
      // Muhammad and other abbreviations.
      {"Moch. Ali", "Muhammad Ali"},
      {"M. Yusuf", "Mohammad Yusuf"},
      {"Moh Ridwan", "Muh. Ridwan"},
      {"Mhd. Fauzi", "Mochamad Pauzi"},
      {"MUHAMAD ALI", "Mohamed Ali"},
      {"St. Nurbaya", "Siti Nurbaya"},
      // Titles.
      {"H. Achmad Djunaedi, S.H.", "Ahmad Junaedi"},
      {"Prof. Dr. H. Bambang Sutrisno, S.E., M.Si., Ph.D", "BAMBANG SUTRISNO"},
      {"Hj. Siti Aminah, S.Pd.I", "Siti Aminah"},
      {"K.H. Abdul Wahid", "Abdul Wahid"},
      {"Drs. Ali, M. Pd", "Ali"},
      {"BUDI SANTOSO SE", "Budi Santoso"},
      {"dr. Rina Wati Sp.OG", "Rina Wati"},
      {"Budi Hartono (Alm)", "Budi Hartono"},
      {"Mr. John Smith Jr.", "John Smith"},
      // The servant of, and particles.
      {"Abdul Rahman", "Abdurrahman"},
      {"Abd. Rachman", "ABDUL RAHMAN"},
      {"Abdus Salam", "Abdussalam"},
      {"Ali Al-Habsyi", "Ali Alhabsyi"},
      {"La Ode Sarif", "Laode Syarif"},
      {"Jan van der Berg", "Jan Vanderberg"},
      // Bali.
      {"I Wayan Sudiarta", "Wayan Sudiarta"},
      {"Ni Md. Ayu", "Ni Made Ayu"},
      {"I Gde Artawan", "I Gede Artawan"},
      {"I.B. Putra", "Ida Bagus Putra"},
      {"A.A. Rai", "Anak Agung Rai"},
      {"I Gst. Ngurah", "I Gusti Ngurah"},
      {"Tjokorda Raka", "Cokorda Raka"},
      // Habits of today.
      {"Supriyadi", "Supriadi"},
      {"Suharyanto", "Suhariyanto"},
      {"Suwarno", "Suarno"},
      {"Syarifuddin", "Sarifudin"},
      {"Rizky Ramadhan", "Rizki Ramadan"},
      {"Taufiq", "Taufik"},
      {"Arief Budhi", "Arif Budi"},
      {"Andy", "Andi"},
      {"Novi", "Nofi"},
      {"Saeful Hadie", "Saiful Hadi"},
      {"Dzulkifli", "Zulkifli"},
      {"Stephanus", "Stefanus"},
      {"Noor", "Nur"},
      {"Ma'ruf", "MARUF"},
      {"José Müller", "Jose Muller"},
      // The father follows.
      {"Ahmad bin Yusuf", "Achmad Bin Jusuf"},
      {"Fatimah binti Umar", "Fatimah bte Omar"},
      {"Siva a/l Kumar", "Siva A/L Kumar"},
  };
  for (const Pair& pair : kPairs)
    EXPECT_EQ(neutral(pair.left), neutral(pair.right)) << pair.left << " | " << pair.right;
}

TEST(NameForm, DifferentNamesStayDifferent) {
  static constexpr Pair kPairs[] = {
      {"Joko", "Yoko"},
      {"Jani", "Yani"},
      {"Agus", "Agung"},
      {"Sari", "Sarif"},
      {"Dian", "Dani"},
      {"Umar", "Amar"},
      {"Muhammad Ali", "Muhammad Alwi"},
      {"Maria Yusuf", "Muhammad Yusuf"},
      {"Yusuf M", "Yusuf Muhammad"},
      {"Siti Aminah", "Siti Aisyah"},
      {"Abdul Rahman", "Abdul Rahim"},
      {"Abdullah", "Abdul"},
      {"Wayan Sudiarta", "Made Sudiarta"},
      {"Ketut Rai", "Komang Rai"},
      {"Budi bin Ali", "Ali bin Budi"},
      {"Tri", "Sri"},
      {"Anggi", "Angi"},
      {"Chandra", "Handra"},
      {"Michael", "Mihal"},
      {"Joel", "Jul"},
      {"Khan", "Han"},
      {"Mieke", "Mike"},
      {"Hadi", "Hardi"},
      {"Bambang Sutrisno", "Bambang Sutisna"},
      {"Rudi Hartono", "Rudi Hartanto"},
      {"Sunarto", "Sunarno"},
      {"Nurhayati", "Nurhayani"},
      {"Jack Ma", "Jack"},
      {"Ina", "Ani"},
      {"Lie", "Li"},
  };
  for (const Pair& pair : kPairs)
    EXPECT_NE(neutral(pair.left), neutral(pair.right)) << pair.left << " | " << pair.right;
}

TEST(NameForm, KeepsWhatWasWritten) {
  const NameForm form = reader().read("H. Moch. Soekarno Poetra, S.H.");
  EXPECT_EQ(form.written(), "moch soekarno poetra");
  EXPECT_EQ(form.neutral(), "muhamad sukarno putra");
  EXPECT_EQ(reader().read("Abdul Rachman").written(), "abdul rachman");
}

TEST(NameForm, SaysWhatAPartIs) {
  using enum NamePartKind;
  const auto kinds = [](std::string_view name) {
    std::vector<NamePartKind> out;
    for (const NamePart& part : reader().read(name).parts) out.push_back(part.kind);
    return out;
  };
  EXPECT_EQ(kinds("I Wayan Rai"), (std::vector{birth_order, name}));
  EXPECT_EQ(kinds("Ahmad bin Yusuf Ali"), (std::vector{name, father, father}));
  EXPECT_EQ(kinds("Bambang S."), (std::vector{name, initial}));
  EXPECT_EQ(kinds("Binti"), (std::vector{name}));
  EXPECT_EQ(kinds("R. Soeprapto"), (std::vector{name}));
}

TEST(NameForm, ATitleAloneIsAName) {
  EXPECT_EQ(reader().read("Haji").written(), "haji");
  EXPECT_EQ(reader().read("S.H.").written(), "s h");
  EXPECT_EQ(reader().read("H. Dr.").written(), "dr");
}

TEST(NameForm, NothingComesOfNothing) {
  EXPECT_TRUE(reader().read("").parts.empty());
  EXPECT_TRUE(reader().read(" ., -/ ").parts.empty());
  EXPECT_TRUE(reader().read("''").parts.empty());
}

TEST(NameForm, OtherScriptsPassThrough) {
  EXPECT_EQ(reader().read("Иван ПЕТРОВ").neutral(), "иван петров");
  EXPECT_EQ(reader().read("王 小明").parts.size(), 2U);
}

TEST(NameForm, LongNamesAreCut) {
  std::string name;
  for (int i = 0; i < 500; ++i) name += "budi ";
  EXPECT_EQ(reader().read(name).parts.size(), 24U);
  std::string bytes(5000, '\xff');
  for (std::size_t i = 0; i < bytes.size(); i += 3) bytes[i] = static_cast<char>(i * 7);
  (void)reader().read(bytes);
}

TEST(NameForm, NeutralFormsAreAtRest) {
  // What was neutral once stays so, over every name of the packs.
  std::size_t changed = 0;
  for (const auto& [token, facts] : indonesia().name_tokens) {
    const std::string once = reader().neutral_word(token);
    changed += reader().neutral_word(once) == once ? 0 : 1;
  }
  EXPECT_LT(changed * 100, indonesia().name_tokens.size());
}

TEST(NameForm, KnowsShortForms) {
  EXPECT_TRUE(reader().are_short_and_full("bill", "william"));
  EXPECT_TRUE(reader().are_short_and_full("elizabeth", "liz"));
  EXPECT_FALSE(reader().are_short_and_full("bill", "edward"));
  EXPECT_FALSE(reader().are_short_and_full("bill", "bill"));
}

}  // namespace
}  // namespace sidik::people
