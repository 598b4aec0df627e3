#include "pack/pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace sidik::pack {
namespace {

const std::array<std::string, 1> kIndonesia{"id"};

Pack load(std::span<const std::string> names) {
  auto pack = load_pack(names);
  EXPECT_TRUE(pack.has_value()) << (pack ? "" : to_line(pack.error()));
  return pack ? std::move(*pack) : Pack();
}

TEST(Pack, TheEmbeddedPacksLoad) {
  const Pack pack = load(kIndonesia);
  EXPECT_EQ(pack.names, (std::vector<std::string>{"global", "id"}));
  EXPECT_GT(pack.meanings.size(), 50U);
  EXPECT_GT(pack.areas.size(), 8000U);
  EXPECT_GT(pack.name_tokens.size(), 30000U);
  EXPECT_EQ(pack.phone_plans.size(), 245U);
  EXPECT_GT(pack.months.size(), 30U);
  EXPECT_GT(pack.street_words.size(), 30U);
  EXPECT_GT(pack.place_names.size(), 1000U);
  EXPECT_FALSE(pack.name_titles.empty());
}

TEST(Pack, GlobalLoadsAlone) {
  const Pack pack = load({});
  EXPECT_EQ(pack.names, (std::vector<std::string>{"global"}));
  EXPECT_TRUE(pack.areas.empty());
}

TEST(Pack, EveryEmbeddedPackLoads) {
  for (const std::string& name : pack_names()) load({&name, 1});
  EXPECT_EQ(pack_names(), (std::vector<std::string>{"global", "id"}));
}

TEST(Pack, FindsByName) {
  const Pack pack = load(kIndonesia);
  ASSERT_NE(pack.meaning("id.national"), nullptr);
  EXPECT_EQ(pack.meaning("id.nothing"), nullptr);
  ASSERT_NE(pack.identifier("id.nik"), nullptr);
  EXPECT_EQ(pack.identifier("id.nik")->meaning, "id.national");
  ASSERT_NE(pack.vocabulary_of("person.religion"), nullptr);
  EXPECT_EQ(pack.vocabulary_of("person.nothing"), nullptr);
}

TEST(Pack, CountriesAddToWhatTheGlobalPackSays) {
  const Pack global = load({});
  const Pack both = load(kIndonesia);
  const Meaning* before = global.meaning("person.name");
  const Meaning* after = both.meaning("person.name");
  ASSERT_TRUE(before != nullptr && after != nullptr);
  EXPECT_GT(after->headers.size(), before->headers.size());
  EXPECT_EQ(after->category, before->category);
  for (const std::string& header : before->headers) {
    EXPECT_NE(std::ranges::find(after->headers, header), after->headers.end()) << header;
  }
}

TEST(Pack, AreasKeepTheirPast) {
  const Pack pack = load(kIndonesia);
  const auto area = [&](const char* code) -> const Area& { return pack.areas.at(pack.area_by_code.at(code)); };
  EXPECT_EQ(area("3171").name, "Jakarta Pusat");
  EXPECT_EQ(area("3171").kind, "kota");
  EXPECT_GT(area("3171").population, 500000U);
  EXPECT_EQ(area("9101").last_year, 2022);
  EXPECT_EQ(area("9301").name, "Merauke");
  EXPECT_EQ(area("9301").first_year, 2023);
  EXPECT_EQ(pack.areas_by_name.at("merauke").size(), 4U);
  EXPECT_TRUE(pack.areas_by_name.contains("yogyakarta"));
  EXPECT_TRUE(pack.areas_by_name.contains("jogja"));
}

TEST(Pack, AnUnknownPackIsNamedWithThoseThereAre) {
  const std::array<std::string, 1> names{"zz"};
  const auto pack = load_pack(names);
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().code, ErrorCode("pack.unknown"));
  EXPECT_EQ(pack.error().kind, ErrorKind::not_found);
  EXPECT_NE(pack.error().next.find("global, id"), std::string::npos);
}

TEST(Pack, LoadsInTimeThatNobodyNotices) {
  const auto start = std::chrono::steady_clock::now();
  const Pack pack = load(kIndonesia);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds", std::to_string(taken.count()));
  EXPECT_LT(taken.count(), 1000) << "some tens are usual; this bound is for machines that do much else";
}

}  // namespace
}  // namespace sidik::pack
