#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// The fields of a line of accounts (ColonList) whose addresses hold its colon:
/// https://example.org:8080/login:user:word.
///
/// A scheme with // behind it, and a port behind a host, are put together again. Of the fields that are then too many
/// the last takes the rest, or, where the last is an address, the one before it.
/// Input    `fields`: the line split at each colon, side by side in one text; `columns`: how many there should be, 0
/// when
///          that is not known.
/// Output   `out`: at most `columns` fields (when known), views into the same text.
/// Cost     one pass over the fields; digits alone behind a host are a port where enough fields are left behind them.
void join_addresses(std::span<const std::string_view> fields, std::size_t columns, std::vector<std::string_view>& out);

/// Whether a field begins as an address does: scheme://
[[nodiscard]] bool begins_as_address(std::string_view field);

}  // namespace sidik::ingest
