#include "casefile/time_stamp.hpp"

#include <gtest/gtest.h>
#include <openssl/ts.h>

namespace sidik::casefile {
namespace {

Checkpoint checkpoint_for_test() {
  Checkpoint checkpoint;
  checkpoint.size = 7;
  checkpoint.at = "2021-05-21T00:00:00Z";
  checkpoint.by = "rina";
  return checkpoint;
}

TEST(TimeStamp, ARequestIsOfTheCheckpointAndNeverTheSameTwice) {
  const auto request = stamp_request(checkpoint_for_test());
  ASSERT_TRUE(request);
  const auto* at = reinterpret_cast<const unsigned char*>(request->data());
  TS_REQ* read = d2i_TS_REQ(nullptr, &at, static_cast<long>(request->size()));
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(TS_REQ_get_cert_req(read), 1);
  TS_REQ_free(read);
  EXPECT_NE(*stamp_request(checkpoint_for_test()), *request) << "the nonce";
}

TEST(TimeStamp, WhatIsNoResponseIsRefused) {
  for (const char* response : {"", "x", "-----BEGIN", "\x30\x03\x02\x01\x00"}) {
    const auto stamp = check_stamp(response, checkpoint_for_test(), "");
    ASSERT_FALSE(stamp);
    EXPECT_EQ(stamp.error().code, ErrorCode("casefile.stamp_malformed"));
  }
  EXPECT_FALSE(check_stamp(std::string(std::size_t{2} << 20, 'x'), checkpoint_for_test(), ""));
}

}  // namespace
}  // namespace sidik::casefile
