#include "ingest/dialect/header_guess.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(HeaderGuess, WeighsTheFirstRowAgainstTheRest) {
  EXPECT_TRUE(guess_header({{"id", "n"}, {"1", "2"}, {"3", "4"}}, {}).is_header);
  EXPECT_FALSE(guess_header({{"1", "2"}, {"3", "4"}}, {}).is_header);
  EXPECT_FALSE(guess_header({{"A", "x@example.com"}, {"B", "y@example.com"}}, {}).is_header);
  EXPECT_TRUE(guess_header({{"first", "second"}, {"red", "green"}, {"blue", "red"}}, {}).is_header);
}

TEST(HeaderGuess, KnowsAHeaderOfYears) {
  EXPECT_TRUE(guess_header({{"nama", "2019", "2020", "2021"}, {"Budi", "5", "7", "11"}, {"Siti", "6", "2", "9"}}, {})
                  .is_header);
  EXPECT_FALSE(
      guess_header({{"Budi", "1980", "2001"}, {"Siti", "1975", "1999"}, {"Ani", "1990", "2015"}}, {}).is_header);
}

TEST(HeaderGuess, BelievesKnownWords) {
  const auto knows = [](std::string_view word) { return word == "nama" || word == "kota"; };
  EXPECT_TRUE(guess_header({{"nama", "kota"}}, knows).is_header);
  EXPECT_FALSE(guess_header({{"BUDI", "BOGOR"}}, knows).is_header);
}

}  // namespace
}  // namespace sidik::ingest
