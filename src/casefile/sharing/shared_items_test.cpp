#include "casefile/sharing/shared_items.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

constexpr std::uint64_t kMost = 1U << 20U;

std::string code(const Result<std::vector<SharedItem>>& read) {
  return read ? "" : std::string(read.error().code.name());
}

// gzip of "nama,kota\nInvented,Kota\n", made with Python's gzip.compress(data, mtime=0).
constexpr const char* kPacked = "H4sIAAAAAAACA8tLzE3Uyc4vSeTyzCtLzStJTdHxBvEATMSOsBgAAAA=";

TEST(SharedItems, TakesAttachmentsOfAnEventAndItsObjects) {
  const auto items = read_shared_items(
      R"({"Event":{"uuid":"u1","Orgc":{"name":"A desk"},"Attribute":[
          {"type":"attachment","uuid":"a1","value":"../../etc/dump.csv","data":"YSxiCjEsMgo="},
          {"type":"text","value":"no file","data":"YQ=="}],
         "Object":[{"name":"ail-leak","Attribute":[
          {"type":"attachment","uuid":"a2","value":"..","data":"eA=="},
          {"type":"malware-sample","uuid":"a3","value":"x.exe|d41d8","data":"UEs="}]}]}})",
      kMost);
  ASSERT_TRUE(items);
  ASSERT_EQ(items->size(), 3U);
  EXPECT_EQ((*items)[0].name, "dump.csv");
  EXPECT_EQ((*items)[0].bytes, "a,b\n1,2\n");
  EXPECT_EQ((*items)[0].got_from, "MISP event u1 of A desk, attribute a1");
  EXPECT_EQ((*items)[1].name, "misp-a2");
  EXPECT_EQ((*items)[2].name, "x.exe.zip");
}

TEST(SharedItems, TakesItemsOfAilAndHoldsThemAgainstTheirHash) {
  const std::string item =
      R"({"source":"feeder","source-uuid":"s1","default-encoding":"UTF-8","meta":{"id":"paste/1.gz"},)";
  const auto items = read_shared_items("[" + item + "\"data\":\"" + kPacked + "\"}]", kMost);
  ASSERT_TRUE(items) << items.error().what;
  EXPECT_EQ(items->front().bytes, "nama,kota\nInvented,Kota\n");
  EXPECT_EQ(items->front().name, "1.gz");
  EXPECT_EQ(items->front().got_from, "AIL item of feeder");
  EXPECT_EQ(code(read_shared_items(item + "\"data-sha256\":\"00\",\"data\":\"" + kPacked + "\"}", kMost)),
            "casefile.items_malformed");
  EXPECT_EQ(code(read_shared_items(item + "\"data\":\"" + kPacked + "\"}", 10)), "casefile.items_large");
}

TEST(SharedItems, RefusesWhatIsNeither) {
  EXPECT_EQ(code(read_shared_items("{", kMost)), "casefile.items_malformed");
  EXPECT_EQ(code(read_shared_items("[1]", kMost)), "casefile.items_malformed");
  EXPECT_EQ(code(read_shared_items("{\"Event\":{}}", kMost)), "casefile.items_none");
  EXPECT_EQ(code(read_shared_items("[]", kMost)), "casefile.items_none");
  EXPECT_EQ(code(read_shared_items(R"({"data":"H4sI"})", kMost)), "casefile.items_malformed");
  EXPECT_EQ(code(read_shared_items(std::string(100, '[') + std::string(100, ']'), kMost)), "casefile.items_malformed");
  for (const char* bad : {"YQ=", "Y=Q=", "Y Q=", "!!!!"}) {
    const std::string event = std::string(R"({"Event":{"Attribute":[{"type":"attachment","data":")") + bad + "\"}]}}";
    EXPECT_EQ(code(read_shared_items(event, kMost)), "casefile.items_malformed") << bad;
  }
}

TEST(SharedItems, RefusesDataBehindTheMember) {
  EXPECT_EQ(
      code(read_shared_items(R"({"data":"H4sIAAAAAAACA8tLzE3Uyc4vSeTyzCtLzStJTdHxBvEATMSOsBgAAABtb3Jl"})", kMost)),
      "casefile.items_malformed");
}

}  // namespace
}  // namespace sidik::casefile
