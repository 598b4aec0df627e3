#pragma once

#include "ingest/reading_for_test.hpp"

namespace sidik::fuzz {

/// What holds of every reading that succeeded: the bytes of the account add up to the `size` bytes of the input;
/// records and rejects are as many as counted and as long as counted; their spans lie in the input in order and apart.
void require_whole_account(const ingest::Reading& reading, std::size_t size);

/// Two readings of one text tell the same table.
void require_same(const ingest::Reading& left, const ingest::Reading& right);

}  // namespace sidik::fuzz
