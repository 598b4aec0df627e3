#pragma once

#include "rehearse/columns.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// Writes a name as another clerk would: Muhammad shortened, the old spelling (oe, dj, tj), a title in front, a word
/// left out or turned round, a slip of the keyboard. The name is left as it is when none of the chosen ways applies.
void respell_name(std::string& name, RandomStream& stream);

/// Makes a later or other writing of the same person's row: another spelling, a changed phone, a gap or a slip.
void alter_record(Record& record, RandomStream& stream);

}  // namespace sidik::rehearse
