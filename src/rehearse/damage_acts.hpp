#pragma once

namespace sidik::rehearse {

struct Workshop;

/// One act of damage each, named after its defect. Output: whether the row was changed; where it does not allow the
/// damage (an empty field, a number that must stay whole) nothing is done.
using DamageAct = bool (*)(Workshop&);

/// Damage to words: quotes, delimiters, line ends and letters where none belong, or fewer letters than there were.
bool stray_quote(Workshop& shop);
bool nickname_in_quotes(Workshop& shop);
bool delimiter_in_field(Workshop& shop);
bool line_end_in_field(Workshop& shop);
bool padded(Workshop& shop);
bool nul_byte(Workshop& shop);
bool invalid_byte(Workshop& shop);
bool other_letters(Workshop& shop);
bool mojibake(Workshop& shop);
bool lower_case(Workshop& shop);
bool truncated_field(Workshop& shop);

/// Damage to numbers, as spreadsheets and hands do it.
bool zeros_lost(Workshop& shop);
bool scientific_id(Workshop& shop);
bool rounded_id(Workshop& shop);
bool id_slip(Workshop& shop);
bool text_marker(Workshop& shop);
bool phone_style(Workshop& shop);

/// Damage to the day of birth.
bool wrong_century(Workshop& shop);
bool other_date_style(Workshop& shop);
bool day_month_swapped(Workshop& shop);
bool zero_date(Workshop& shop);

/// Damage to fields whose places are wrong or that hold a word for nothing.
bool null_word(Workshop& shop);
bool columns_swapped(Workshop& shop);
bool shifted_fields(Workshop& shop);

}  // namespace sidik::rehearse
