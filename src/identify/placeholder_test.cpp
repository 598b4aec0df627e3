#include "identify/placeholder.hpp"

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

TEST(Placeholder, IsKnownInAnyCase) {
  for (const char* field :
       {"", "  ", "NULL", "null", " N/A ", "-", "\\N", "NaN", "Tidak Ada", "KOSONG", "not available"})
    EXPECT_TRUE(is_placeholder(field)) << field;
}

TEST(Placeholder, IsNoNameNumberOrPlace) {
  for (const char* field : {"Nilam", "Nana", "0", "Null Island", "-1", "N", "None of your business", "Nia", "A."})
    EXPECT_FALSE(is_placeholder(field)) << field;
}

}  // namespace
}  // namespace sidik::identify
