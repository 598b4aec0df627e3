#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "concepts.hpp"
#include "pack/pack.hpp"

namespace sidik::bench {

/// What a kind of schema is about. A third of the kinds is never fitted on: `held_out`.
struct SchemaKind {
  std::string name;
  bool held_out = false;
  std::string cultures;  ///< digits of Culture, drawn from
  std::string usual;     ///< concepts, | between; each with three in four
  std::string possible;  ///< each with one in four
};
/// Those of schema_kinds.tsv.
[[nodiscard]] std::span<const SchemaKind> schema_kinds();

/// What the first line of a table is like.
enum class HeaderKind : std::uint8_t { none, numbered, clean, messy, lying };

struct RehearsedColumn {
  std::string header;
  std::vector<std::string> values;  ///< those that are not empty, in the order of the rows, at most kSampledValues
  std::string_view concept_name;
  std::string_view truth;               ///< a meaning, or empty for none
  std::vector<std::string_view> right;  ///< meanings that count as right; empty: every call is wrong
};
struct RehearsedTable {
  std::string_view kind;
  HeaderKind header_kind = HeaderKind::none;
  std::vector<RehearsedColumn> columns;
  [[nodiscard]] bool has_header() const { return header_kind > HeaderKind::numbered; }
};

/// A table of one kind: 1 to 60 columns, 20 to 5,000 rows, its headers, writings, gaps (0 to 95 %), dirt (0 to 20 %)
/// and words for nothing drawn from the seed. Two calls with the same arguments give the same table.
[[nodiscard]] RehearsedTable rehearse_table(const World& world, const pack::Pack& pack, const SchemaKind& kind,
                                            std::uint64_t seed);

/// How all headers of a table are written.
struct HeaderStyle {
  HeaderKind kind = HeaderKind::clean;
  unsigned shape = 0;
  std::string prefix;
};
[[nodiscard]] HeaderStyle draw_header_style(Dice& dice);
/// A header for a column, and whether it tells anything; headers that say nothing are c1, field3, kolom 2, X.
struct Headed {
  std::string header;
  bool tells = true;
};
[[nodiscard]] Headed head_column(const Concept& what, const HeaderStyle& style, std::size_t position,
                                 const pack::Pack& pack, Dice& dice);

}  // namespace sidik::bench
