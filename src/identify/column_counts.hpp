#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/shape.hpp"

namespace sidik::identify {

/// What is counted of one column.
struct ColumnCounts {
  struct Fault {
    const char* word;
    std::uint64_t count;
  };
  std::uint64_t filled = 0;
  std::uint64_t valid = 0;
  std::array<std::uint64_t, table::kShapeClasses> shapes{};
  std::vector<Fault> faults;

  void add_fault(const char* word, std::uint64_t count) {
    for (Fault& fault : faults) {
      // The same word has one address a source file; the text decides between files.
      if (fault.word == word || std::string_view(fault.word) == word) {
        fault.count += count;
        return;
      }
    }
    faults.push_back({word, count});
  }

  void add(const ColumnCounts& other) {
    filled += other.filled;
    valid += other.valid;
    for (std::size_t i = 0; i < shapes.size(); ++i) shapes[i] += other.shapes[i];
    for (const Fault& fault : other.faults) add_fault(fault.word, fault.count);
  }
};

}  // namespace sidik::identify
