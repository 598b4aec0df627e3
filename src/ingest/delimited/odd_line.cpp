#include "ingest/delimited/odd_line.hpp"

namespace sidik::ingest {

using table::RejectReason;

bool OddLine::fits_otherwise(std::string_view text, std::size_t at, std::size_t end, std::deque<std::string>& kept) {
  for (const auto reading : {QuoteReading::inner_literal, QuoteReading::closes_anyway, QuoteReading::no_quotes}) {
    const auto status = parser_.parse(text.substr(0, end), at, true, kept, reading);
    if (status == ParseStatus::record && parser_.fields().size() == dialect_.columns) return true;
  }
  return false;
}

bool OddLine::is_open_behind(std::string_view text, std::size_t at, std::size_t end, std::deque<std::string>& kept) {
  const auto is_open_at = [&](std::size_t place) {
    return place >= text.size() || probe_.parse(text, place, false, kept) == ParseStatus::need_more;
  };
  if (is_open_at(end)) return true;
  for (const auto reading : {QuoteReading::inner_literal, QuoteReading::closes_anyway}) {
    const auto status = parser_.parse(text, at, false, kept, reading);
    if (status == ParseStatus::need_more) return true;
    if (status == ParseStatus::record && is_open_at(parser_.end())) return true;
  }
  return false;
}

OddLine::Next OddLine::look_at(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept) {
  if (at >= text.size()) return Next::unknown;
  if (probe_.parse(text, at, is_last, kept) != ParseStatus::record) return Next::unknown;
  return probe_.fields().size() == dialect_.columns ? Next::fits : Next::misfits;
}

OddLine::Verdict OddLine::settle(std::string_view text, std::size_t at, std::size_t end, bool is_last,
                                 RejectReason reason, std::deque<std::string>& kept) {
  const bool is_unclosed = reason == RejectReason::quote_unclosed;
  const bool is_cut = end == text.size() && is_last && is_unclosed && text[end - 1] != '\n' && text[end - 1] != '\r';
  const bool fits_alone = !is_cut && fits_otherwise(text, at, end, kept);
  if (fits_alone && look_at(text, end, is_last, kept) != Next::misfits) return {};
  for (const auto reading : {QuoteReading::inner_literal, QuoteReading::closes_anyway}) {
    if (parser_.parse(text, at, is_last, kept, reading) == ParseStatus::record &&
        parser_.fields().size() == dialect_.columns && look_at(text, parser_.end(), is_last, kept) != Next::misfits)
      return {};
  }
  if (fits_alone && fits_otherwise(text, at, end, kept)) return {};
  const auto several = parser_.parse(text, at, is_last, kept, QuoteReading::closes_anyway);
  if (several == ParseStatus::record && is_unclosed && look_at(text, end, is_last, kept) != Next::fits) {
    const bool is_few = parser_.fields().size() < dialect_.columns;
    if (is_few && dialect_.pads_short_rows) return {.kind = Verdict::Kind::padded};
    return {Verdict::Kind::refused, parser_.end(),
            is_few ? RejectReason::too_few_fields : RejectReason::too_many_fields};
  }
  (void)parser_.parse(text.substr(0, end), at, true, kept, QuoteReading::no_quotes);
  return {Verdict::Kind::refused, end, reason};
}

}  // namespace sidik::ingest
