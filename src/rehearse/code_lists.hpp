#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "rehearse/person.hpp"

/// The ways in which systems code what is one of few: sex, religion, marital status and the like.
namespace sidik::rehearse {

enum class CodedFact { sex, religion, marital, relation, blood, nation, status, channel, education };
inline constexpr std::size_t kCodedFacts = 9;

/// The words or codes of one list, in the order of the fact's values.
using CodeList = std::span<const std::string_view>;

/// How many lists there are for a fact.
[[nodiscard]] std::size_t code_lists_of(CodedFact fact);
/// List `which` of a fact, below code_lists_of().
[[nodiscard]] CodeList code_list(CodedFact fact, std::size_t which);

}  // namespace sidik::rehearse
