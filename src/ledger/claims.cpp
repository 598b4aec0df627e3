#include "ledger/claims.hpp"

#include <fmt/format.h>

#include <vector>

#include "ledger/claim_number.hpp"
#include "ledger/grouped_number.hpp"

namespace sidik::ledger {
namespace {

constexpr const char* kNext = "write --claim sample=N or --claim total=N, for example sample=1000000, total=279M";

/// Within 0.1 % of the claim.
bool is_near(std::uint64_t count, std::uint64_t claimed) {
  const std::uint64_t gap = count > claimed ? count - claimed : claimed - count;
  return gap <= claimed / 1000;
}

/// Whether at most 1 % of `all` are repeats when `distinct` of them differ.
bool has_few_repeats(std::uint64_t distinct, std::uint64_t all) { return distinct >= all - all / 100; }

/// One of the counts that the public might take for the size of the sample.
struct NamedCount {
  std::uint64_t count;
  const char* name;
};

std::vector<NamedCount> known_counts(const ClaimCounts& counts) {
  std::vector<NamedCount> known = {
      {counts.lines, "lines"}, {counts.records, "records"}, {counts.distinct_records, "distinct records"}};
  if (counts.distinct_national_id)
    known.push_back({*counts.distinct_national_id, "different valid national identifiers"});
  if (counts.persons) known.push_back({*counts.persons, "persons"});
  return known;
}

std::string in_words(const std::vector<NamedCount>& counts) {
  std::string words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i > 0) words += i + 1 == counts.size() ? " and " : ", ";
    words += fmt::format("{} {}", grouped(counts[i].count), counts[i].name);
  }
  return words;
}

/// The first count that shows repeats beyond 1 %, in the order of how much it says: persons, national identifiers,
/// whole records.
std::optional<NamedCount> count_that_shows_repeats(const ClaimCounts& counts) {
  if (counts.persons && !has_few_repeats(*counts.persons, counts.records))
    return NamedCount{*counts.persons, "persons"};
  if (counts.distinct_national_id && counts.records_with_national_id &&
      !has_few_repeats(*counts.distinct_national_id, *counts.records_with_national_id)) {
    return NamedCount{*counts.distinct_national_id, "different valid national identifiers"};
  }
  if (!has_few_repeats(counts.distinct_records, counts.records)) {
    return NamedCount{counts.distinct_records, "distinct records"};
  }
  return std::nullopt;
}

findings::Claim test_sample(const ClaimedCount& claim, const ClaimCounts& counts) {
  findings::Claim tested{claim.subject, claim.claimed, counts.records, "", ""};
  const std::string holds = fmt::format("The file holds {}", in_words(known_counts(counts)));
  const std::string claimed = grouped(claim.claimed);
  if (!counts.complete && counts.records < claim.claimed && !is_near(counts.records, claim.claimed)) {
    tested.verdict = "not_testable";
    tested.says = fmt::format("{} as far as it could be read; it is incomplete, so fewer than {} refute nothing.",
                              holds, claimed);
    return tested;
  }
  const auto repeats = count_that_shows_repeats(counts);
  if (is_near(counts.records, claim.claimed) && !repeats) {
    tested.verdict = "supported";
    tested.says = fmt::format(
        "{}; {} were claimed, which its records bear out within 0.1 %. It says nothing about "
        "whether they are true.",
        holds, claimed);
    return tested;
  }
  if (counts.records > claim.claimed && is_near(counts.distinct_records, claim.claimed)) {
    tested.verdict = "supported";
    tested.found = counts.distinct_records;
    tested.says = fmt::format(
        "{}; {} were claimed, which its distinct records bear out within 0.1 %; the others repeat them. It says "
        "nothing "
        "about whether they are true.",
        holds, claimed);
    return tested;
  }
  tested.verdict = "refuted";
  if (!is_near(counts.records, claim.claimed)) {
    tested.says = fmt::format("{}; {} were claimed. Already the number of records is {} than claimed.", holds, claimed,
                              counts.records > claim.claimed ? "larger" : "smaller");
    if (counts.records < claim.claimed && repeats) tested.found = repeats->count;
    return tested;
  }
  tested.found = repeats->count;
  tested.says =
      fmt::format("{}; {} were claimed. The records alone fit the claim, but many repeat others: {} {} refute it.",
                  holds, claimed, grouped(repeats->count), repeats->name);
  return tested;
}

findings::Claim test_total(const ClaimedCount& claim, const ClaimCounts& counts) {
  findings::Claim tested{claim.subject, claim.claimed, counts.distinct_records, "not_testable", ""};
  const std::string found = grouped(counts.distinct_records);
  const std::string claimed = grouped(claim.claimed);
  if (is_near(counts.distinct_records, claim.claimed)) {
    tested.verdict = "supported";
    tested.says = fmt::format(
        "This file alone holds {} distinct records of the {} claimed in all. It says nothing about "
        "whether they are true.",
        found, claimed);
  } else if (counts.distinct_records > claim.claimed) {
    tested.verdict = "refuted";
    tested.says =
        fmt::format("This file alone holds {} distinct records, more than the {} claimed in all.", found, claimed);
  } else {
    tested.says = fmt::format(
        "A file that the seller chose shows that at least its {} distinct records exist. It sets no upper "
        "bound, so it neither bears out nor refutes {} in all; only more of the data, or a custodian's "
        "register, can.",
        found, claimed);
  }
  return tested;
}

}  // namespace

Result<ClaimedCount> parse_claim(std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string_view subject = text.substr(0, equals);
  if (equals == std::string_view::npos || (subject != "sample" && subject != "total")) {
    return fail(ErrorKind::usage, "ledger.claim_malformed", "--claim does not say what is claimed: sample or total",
                kNext);
  }
  const auto number = read_claimed_number(text.substr(equals + 1));
  if (!number) {
    return fail(
        ErrorKind::usage, "ledger.claim_malformed",
        fmt::format("the number behind --claim {}= is no count from 1 to 10^15, or can be read in two ways", subject),
        kNext);
  }
  return ClaimedCount{std::string(subject), *number};
}

findings::Claim test_claim(const ClaimedCount& claim, const ClaimCounts& counts) {
  return claim.subject == "total" ? test_total(claim, counts) : test_sample(claim, counts);
}

}  // namespace sidik::ledger
