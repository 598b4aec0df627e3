#pragma once

namespace sidik::rehearse {

struct RetypingDesk;

/// The name written anew, one way each. Output: whether it changed.
bool retype_slip(RetypingDesk& desk);
bool retype_by_ear(RetypingDesk& desk);
bool retype_as_before(RetypingDesk& desk);  ///< the old spelling
bool retype_misread(RetypingDesk& desk);
bool retype_muhammad(RetypingDesk& desk);  ///< Muhammad and other first names in another short form, or left out
bool retype_title(RetypingDesk& desk);     ///< a title in front, behind, or one left out
bool retype_part(RetypingDesk& desk);      ///< a part left out, turned round, or its first letter alone
bool retype_cut(RetypingDesk& desk);       ///< cut where a narrower field ends
bool retype_patronym(RetypingDesk& desk);  ///< bin or binti and the father's name behind

}  // namespace sidik::rehearse
