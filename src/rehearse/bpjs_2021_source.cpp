#include "rehearse/bpjs_2021_source.hpp"

namespace sidik::rehearse {

void Bpjs2021Source::introduce(TruthTally& tally) const {
  tally.member_limit = plan().register_size;
  for (std::size_t i = 0; i < rehearsal_.origins().size(); ++i) {
    StratumCount& stratum = tally.strata[i];
    stratum.extracted = rehearsal_.origins()[i]->window().last;
    stratum.register_persons = plan().register_size;
    if (i == 0) continue;
    const RowPlan::Other& other = plan().others[i - 1];
    stratum.register_persons = other.persons.size() + other.kept_end - other.kept_first;
  }
}

DumpRow Bpjs2021Source::make_row(std::uint64_t row, Record& out) {
  const RowEntry& entry = plan().rows[row];
  const bool is_invented = entry.origin == kInventedOrigin;
  DumpRow made{.person = entry.person,
               .stratum = rehearsal_.stratum_of(entry),
               .shape = entry.shape,
               .quotes = is_invented ? QuoteHabit::minimal : rehearsal_.origins()[entry.origin]->habits().quotes,
               .repeats = entry.repeats};
  const Rehearsal::Made record = rehearsal_.make_record(row, out);
  made.defects = record.defects;
  made.household = record.household;
  if (record.is_retyped) {
    made.repeats = false;
    made.writing = DumpRow::Writing::altered;
  } else if (entry.variant > 0 && !is_invented) {
    const bool is_contract = entry.origin > 0 && plan().others[entry.origin - 1U].kind == OtherOrigin::telecom;
    made.writing = is_contract ? DumpRow::Writing::further_contract : DumpRow::Writing::altered;
  }
  return made;
}

}  // namespace sidik::rehearse
