#include "casefile/sharing/case_graph.hpp"

#include <gtest/gtest.h>

#include <set>

#include "casefile/sharing/view_for_test.hpp"

namespace sidik::casefile {
namespace {

TEST(CaseGraph, HasEachNodeOnce) {
  const Json graph = case_graph(SharedCase::of(view_for_test()));
  std::set<std::string> ids;
  for (const Json& node : graph["@graph"]) EXPECT_TRUE(ids.insert(node["@id"]).second) << node;
  EXPECT_GE(ids.size(), 5U);
}

}  // namespace
}  // namespace sidik::casefile
