#include <cstddef>

#include "identify/joint_table.hpp"
#include "identify/shapes.hpp"

namespace sidik::identify {

void read_body(JointTable& table) {
  for (std::size_t h = 0; h < table.columns(); ++h) {
    const Candidate* height = table.list(h).find("person.height");
    if (height == nullptr || height->total() < 2.5 || table.profile(h).numeric < 0.9) continue;
    for (std::size_t w = 0; w < table.columns(); ++w) {
      if (!table.aligned(h, w) || table.profile(w).numeric < 0.9 || table.profile(w).distinct.size() < 8) continue;
      for (const double unit : {1.0, 0.45359237}) {
        std::size_t both = 0, fits = 0;
        double sum = 0;
        for (std::size_t r = 0; r < table.rows(h); ++r) {
          double centimetres = 0;
          double weight = 0;
          if (!read_number(table.profile(h).rows[r], centimetres) || !read_number(table.profile(w).rows[r], weight) ||
              centimetres <= 0)
            continue;
          const double index = weight * unit / (centimetres * centimetres / 10000);
          ++both;
          sum += index;
          fits += index > 14 && index < 48 ? 1 : 0;
        }
        if (both < 8 || fits * 100 < both * 98) continue;
        const double mean = sum / static_cast<double>(both);
        if (mean < 20 || mean > 32) continue;
        table.add(w, "person.weight", 4);
        table.add(h, "person.height", 1.5);
      }
    }
  }
}

}  // namespace sidik::identify
