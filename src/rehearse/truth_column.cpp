#include "rehearse/truth_column.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "rehearse/date_style.hpp"

namespace sidik::rehearse {

TruthColumnSource::TruthColumnSource(DumpSource& source, std::string name)
    : source_(source), name_(std::move(name)), inner_(source.columns().size()) {
  columns_.assign(source.columns().begin(), source.columns().end());
  columns_.push_back({.name = name_, .meaning = "truth"});
}

Result<std::unique_ptr<TruthColumnSource>> TruthColumnSource::create(DumpSource& source, std::string name) {
  if (std::ranges::find(source.columns(), name, &ColumnFact::name) != source.columns().end()) {
    return fail(ErrorKind::usage, "rehearse.truth_column_unfit", fmt::format("the dump has a column {}", name),
                "give --truth-column another name");
  }
  return std::unique_ptr<TruthColumnSource>(new TruthColumnSource(source, std::move(name)));
}

DumpRow TruthColumnSource::make_row(std::uint64_t row, Record& out) {
  const DumpRow made = source_.make_row(row, inner_);
  // Both keep their texts, so that none is allocated anew.
  for (std::size_t column = 0; column < inner_.fields.size(); ++column) out[column].swap(inner_[column]);
  out.wants_quotes = inner_.wants_quotes;
  out.fields.back().clear();
  if (made.person != kNobody) append_padded(out.fields.back(), made.person, 1);
  return made;
}

}  // namespace sidik::rehearse
