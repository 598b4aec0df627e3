#include "table/shape.hpp"

#include <gtest/gtest.h>

namespace sidik::table {
namespace {

TEST(Shape, SaysWhatAFieldIsMadeOf) {
  const std::vector<std::pair<const char*, ShapeClass>> cases = {
      {"", ShapeClass::empty},
      {"0012", ShapeClass::digits},
      {"-1.5", ShapeClass::decimal},
      {"3.27E+15", ShapeClass::decimal},
      {"d41d8cd98f00b204", ShapeClass::hexadecimal},
      {"BUDI SANTOSO", ShapeClass::upper},
      {"budi", ShapeClass::lower},
      {"Siti Nur'aini", ShapeClass::mixed},
      {"U001", ShapeClass::alphanumeric},
      {"1990-01-31", ShapeClass::date},
      {"31/01/90", ShapeClass::date},
      {"1990-01-31 10:20:30", ShapeClass::timestamp},
      {"a.b@example.com", ShapeClass::email},
      {"+62 812-000", ShapeClass::phone},
      {"--", ShapeClass::symbols},
      {"Jl. Mawar 3/B", ShapeClass::text},
      {"Jos\xc3\xa9", ShapeClass::mixed},
  };
  for (const auto& [field, shape] : cases)
    EXPECT_EQ(shape_of(field), shape) << field << " is " << shape_name(shape_of(field));
}

TEST(Shape, HasANameForEachClass) {
  for (std::size_t i = 0; i < kShapeClasses; ++i) EXPECT_FALSE(shape_name(static_cast<ShapeClass>(i)).empty());
}

}  // namespace
}  // namespace sidik::table
