#!/usr/bin/env python3
"""Compares the ledger of a findings document with the truth of a rehearsal, step by step. Usage: compare_truth.py FINDINGS TRUTH

Prints a table of step, found, truth and whether they are equal, for the steps that both know; ends with 1 when one differs
or when they share fewer than five steps. What the truth does not count among the steps that hold is left out. Persons are an
estimate: whether its interval holds the truth is printed and decides nothing, for one interval in twenty may miss.
"""
import json
import pathlib
import sys


def steps_of(document):
    """{step: count} of a ledger, which is a list of {step, count} or an object of step: count."""
    ledger = document["ledger"]
    if isinstance(ledger, dict):
        return {step: value["count"] if isinstance(value, dict) else value for step, value in ledger.items()}
    return {entry["step"]: entry["count"] for entry in ledger}


def print_estimate(findings, found, truth):
    persons = (findings.get("people") or {}).get("persons")
    if not persons or "persons" not in truth:
        return
    holds = persons["low"] <= truth["persons"] <= persons["high"]
    between = f"between {persons['low']:,.0f} and {persons['high']:,.0f}"
    print(f"{'persons':<24}{found['persons']:>16,}{truth['persons']:>16,}  estimate, {between}: {'holds' if holds else 'MISSES'} the truth")


def main(findings_path, truth_path):
    findings = json.loads(pathlib.Path(findings_path).read_text(encoding="utf-8"))
    found = steps_of(findings)
    document = json.loads(pathlib.Path(truth_path).read_text(encoding="utf-8"))
    truth = {step: count for step, count in steps_of(document).items() if step in document.get("holds", [step])}
    shared = [step for step in found if step in truth and step != "persons"]
    print(f"{'step':<24}{'found':>16}{'truth':>16}  equal")
    for step in shared:
        print(f"{step:<24}{found[step]:>16,}{truth[step]:>16,}  {'yes' if found[step] == truth[step] else 'NO'}")
    print_estimate(findings, found, truth)
    for step in [step for step in truth if step not in found]:
        print(f"{step:<24}{'not examined':>16}{truth[step]:>16,}  -")
    wrong = [step for step in shared if found[step] != truth[step]]
    if wrong:
        print(f"The ledger differs from the truth in {', '.join(wrong)}.")
    elif len(shared) < 5:
        print(f"Only {len(shared)} steps are known to both; that proves too little.")
    else:
        print(f"All {len(shared)} steps that both know are equal.")
    return 1 if wrong or len(shared) < 5 else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(*sys.argv[1:]))
