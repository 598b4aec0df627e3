#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "identify/test_table.hpp"
#include "identify/value_reader.hpp"

namespace sidik::identify {
namespace {

using Values = std::vector<std::string>;

constexpr int kYear = 2021;

/// The evidence of a column's values for a meaning; 0 when they say nothing about it.
double evidence(const Values& values, std::string_view meaning) {
  static const ValueReader kReader(test_pack(), kYear);
  const auto votes = kReader.read(profile_of({"", {values.begin(), values.end()}}));
  const auto found = std::ranges::find(votes, meaning, &ValueVote::meaning);
  return found == votes.end() ? 0 : found->evidence;
}

Values made(int count, const std::function<std::string(int)>& value) {
  Values values;
  for (int i = 0; i < count; ++i) values.push_back(value(i));
  return values;
}

TEST(ValueForms, KnowAddressesOfMachinesAndPersons) {
  const std::pair<std::string_view, Values> cases[] = {
      {"contact.email", {"siti@example.org", "budi@example.com", "agus@example.net"}},
      {"network.ip", {"192.0.2.1", "2001:db8::7", "198.51.100.3"}},
      {"network.mac", {"00:1A:2b:3c:4d:5e", "00-1A-2b-3c-4d-5f", "001a.2b3c.4d60"}},
      {"network.url", {"https://example.org/a", "http://example.com", "www.example.net"}},
      {"network.domain", {"example.org", "mail.example.com", "example.co.id"}},
      {"id.uuid", {"6781b04d-7b5f-4c1a-bceb-b953e6ef70d7", "{6781B04D-7B5F-4C1A-BCEB-B953E6EF70D8}"}},
      {"credential.hash", {std::string(32, 'a'), std::string(32, 'b'), std::string(32, 'c')}},
      {"geo.coordinates", {"-6.2000, 106.8166", "-6.9175,107.6191", "-7.2575, 112.7521"}}};
  for (const auto& [meaning, values] : cases) EXPECT_GT(evidence(values, meaning), 2) << meaning;
}

TEST(ValueForms, TakeAThirdOfTheValuesForNothing) {
  const Values quarter = {"siti@example.org", "x", "y", "z", "u", "v", "w", "budi@example.com"};
  EXPECT_EQ(evidence(quarter, "contact.email"), 0);
  EXPECT_EQ(evidence({"www.example.org", "www.example.com"}, "network.domain"), 0) << "these are addresses of pages";
  EXPECT_EQ(evidence({"-96.2, 106.8", "-96.9,107.6"}, "geo.coordinates"), 0) << "no latitude is beyond 90 degrees";
}

TEST(ValueForms, KnowTelephoneNumbersAsTheyAreWritten) {
  const auto number = [](const char* form) {
    return [form](int i) { return fmt::format(fmt::runtime(form), 12345670 + i * 977 % 100000); };
  };
  for (const char* form : {"+62812{}", "0812{}", "62812{}", "0812-{}", "(021) {}"}) {
    EXPECT_GT(evidence(made(30, number(form)), "contact.phone"), 2) << form;
  }
  EXPECT_GT(evidence(made(30, number("+62812{}")), "contact.phone"),
            evidence(made(30, number("812{}")), "contact.phone"))
      << "a number without its zero proves less";
  EXPECT_EQ(evidence(made(30, [](int i) { return fmt::format("{:02}/{:02}/1990", i % 28 + 1, i % 12 + 1); }),
                     "contact.phone"),
            0)
      << "dates are no telephone numbers";
}

TEST(ValueForms, TellBirthsFromOtherDates) {
  const auto births = made(60, [](int i) { return fmt::format("{}-{:02}-{:02}", 1950 + i, i % 12 + 1, i % 28 + 1); });
  EXPECT_GT(evidence(births, "birth.date"), 2);
  EXPECT_GT(evidence(births, "birth.date"), evidence(births, "record.created"));
  const auto ends =
      made(60, [](int i) { return fmt::format("{}-{:02}-{:02}", kYear + 2 + i % 5, i % 12 + 1, i % 28 + 1); });
  EXPECT_GT(evidence(ends, "date.end"), evidence(ends, "birth.date")) << "nobody is born in years to come";
  const auto entries =
      made(60, [](int i) { return fmt::format("2019-{:02}-{:02} 10:{:02}:07", i % 12 + 1, i % 28 + 1, i % 60); });
  EXPECT_GT(evidence(entries, "record.created"), evidence(entries, "birth.date")) << "births have no time of day";
}

TEST(ValueForms, TakeVersionsForNoDays) {
  const auto android = made(40, [](int i) { return fmt::format("{}.{}.{}", 4 + i % 3, 1 + i % 9, 10 + i % 15); });
  const auto app = made(40, [](int i) { return fmt::format("{}.{}.{}", 2 + i % 2, i % 20, i * 7 % 40); });
  for (const auto& versions : {android, app}) {
    EXPECT_EQ(evidence(versions, "birth.date"), 0);
    EXPECT_EQ(evidence(versions, "date.event"), 0);
    EXPECT_EQ(evidence(versions, "record.created"), 0);
  }
  const auto days = [](const char* form) {
    return [form](int i) { return fmt::format(fmt::runtime(form), i * 7 % 28 + 1, i % 12 + 1, 50 + i % 40); };
  };
  EXPECT_GT(evidence(made(60, days("{}.{}.{}")), "birth.date"), 2) << "days without zeros in front";
  EXPECT_GT(evidence(made(60, days("{:02}.{:02}.{}")), "birth.date"), 2);
  EXPECT_GT(evidence(made(60, days("{}.{}.19{}")), "birth.date"), 2);
}

TEST(ValueForms, TellCardsHandsetsAndFilesFromWhatTheyResemble) {
  // Luhn holds for cards and for handsets of fifteen digits; only cards of one brand have fifteen, and begin 34 or 37.
  const Values handsets = {"350000000000006", "351111111111118", "352222222222220", "353333333333332",
                           "354444444444444", "355555555555550", "356666666666662", "357777777777774"};
  EXPECT_GT(evidence(handsets, "device.imei"), evidence(handsets, "payment.card") + 2);
  EXPECT_EQ(evidence(made(20, [](int i) { return fmt::format("scan{}.pdf", i); }), "network.domain"), 0);
  EXPECT_GT(evidence(made(20, [](int i) { return fmt::format("host{}.example", i); }), "network.domain"), 3);
}

TEST(ValueForms, DescribeHowDatesAreWritten) {
  const ValueReader reader(test_pack(), kYear);
  const auto habit = [&](const Values& values) {
    return reader.date_habit(profile_of({"", {values.begin(), values.end()}}));
  };
  EXPECT_EQ(habit({"90-02-13", "91-12-31"}).order, text::DateOrder::year_month_day);
  EXPECT_EQ(habit({"02/13/1990", "02/01/1991"}).order, text::DateOrder::month_day_year);
  EXPECT_EQ(habit({"01/02/1990", "02/03/1991"}).order, text::DateOrder::day_month_year)
      << "where the writing does not tell, the day comes first";
  EXPECT_DOUBLE_EQ(habit({"1990-02-13 10:20:30", "1991-02-01"}).with_time, 0.5);
  EXPECT_DOUBLE_EQ(habit({"1990-02-13", "no date 12"}).share, 0.5);
  EXPECT_DOUBLE_EQ(habit({"18000101", "21900101"}).share, 0) << "eight digits far from our time are a number";
  EXPECT_DOUBLE_EQ(habit({"SITI", "BUDI"}).share, 0);
}

TEST(ValueForms, KnowNumbersByTheirRange) {
  EXPECT_GT(evidence(made(40, [](int i) { return std::to_string(20 + i * 7 % 50); }), "person.age"), 1);
  EXPECT_EQ(evidence(made(40, [](int i) { return std::to_string(200 + i * 7 % 50); }), "person.age"), 0);
  EXPECT_GT(evidence(made(40, [](int i) { return std::to_string(1000 + i); }), "id.record"), 4);
  EXPECT_EQ(evidence(made(40, [](int i) { return std::to_string(1000 + i * 17 % 40); }), "id.record"), 0)
      << "numbers of rows rise";
  EXPECT_GT(evidence(made(40, [](int i) { return fmt::format("{:.4f}", -6.1 - i * 0.0137); }), "geo.latitude"), 0);
  const auto longitudes = made(40, [](int i) { return fmt::format("{:.4f}", 106.8 + i * 0.0137); });
  EXPECT_GT(evidence(longitudes, "geo.longitude"), 0);
  EXPECT_LT(evidence(longitudes, "geo.latitude"), 0) << "beyond 90 degrees there is no latitude";
  EXPECT_GT(evidence(made(40, [](int i) { return std::to_string(1940 + i); }), "birth.year"), 1);
  EXPECT_GT(evidence({"+62", "+65", "+60", "+62"}, "contact.calling_code"), 4);
  EXPECT_GT(evidence({"Rp10.000", "Rp250.000", "Rp5.000"}, "measure.number"), 2);
}

TEST(ValueForms, KnowCodesOfTheAreasOfTheCountry) {
  EXPECT_GT(evidence({"3273", "3174", "3578", "5171", "1271", "3374"}, "area.code"), 2);
  EXPECT_LE(evidence({"9983", "9994", "9978", "9991", "9981", "9984"}, "area.code"), 0);
}

}  // namespace
}  // namespace sidik::identify
