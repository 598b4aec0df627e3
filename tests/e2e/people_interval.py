"""The interval of distinct persons is honest: over rehearsed dumps of different seeds and shares of altered rows the true number lies in
the 95 % interval as often as it must, and the interval is narrow.

people_interval.py PROGRAM [--dumps N] [--rows R] [--first SEED] [--keep FOLDER]
A few small dumps by default; the figures of bench/RESULTS.md come from `--dumps 40 --rows 225000`, which is some 100,000 persons a dump.
Of N dumps so many must hold the truth that an honest interval would fail this test once in twenty: 36 of 40, 5 of 6. Width: at most 1 % of the
persons at 100,000, and wider with the square root where there are fewer. Not registered with CTest until it holds. Every line is printed, so that a failure can be repeated.
"""
import argparse
import math
import pathlib
import shutil
import tempfile

import harness

# Shares of altered rows in turn; coprime with the seeds' own habits.
ALTERED = (0.08, 0.0, 0.02, 0.2, 0.05, 0.12, 0.4)
LEVEL = 0.95
PERSONS_OF_GOAL = 100000
WIDTH_OF_GOAL = 0.01


def must_hold(dumps):
    """The largest k such that a right interval holds the truth fewer than k times with a chance of at most 1 in 20."""
    below = 0.0
    for k in range(dumps + 1):
        chance = math.comb(dumps, k) * LEVEL**k * (1 - LEVEL) ** (dumps - k)
        if below + chance > 0.05:
            return k
        below += chance
    return dumps


def persons_of(program, folder, seed, altered, rows, failures):
    """The true number and the estimate, or nothing."""
    made = harness.run([program, "rehearse", "bpjs-2021", "--out", folder, "--rows", rows, "--seed", seed, "--altered", altered], seconds=300)
    if not failures.check(made.code == 0, f"seed {seed}: rehearse exit {harness.describe(made.code)}: {made.error_text.strip()}"):
        return None
    examined = harness.run([program, "examine", folder / "dump.csv", "--parts", "people", "--format", "json"], seconds=900)
    if not failures.check(examined.code == 0, f"seed {seed}: examine exit {harness.describe(examined.code)}: {examined.error_text.strip()}"):
        return None
    estimate = examined.document().get("people", {}).get("persons")
    if not failures.check(isinstance(estimate, dict), f"seed {seed}: the document has no estimate of persons"):
        return None
    return harness.json.loads((folder / "truth.json").read_text())["persons"], estimate


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--dumps", type=int, default=6)
    parser.add_argument("--rows", type=int, default=9000)
    parser.add_argument("--first", type=int, default=101)
    arguments = parser.parse_args()
    failures = harness.Failures("people_interval")
    inside, widest = 0, 0.0
    with tempfile.TemporaryDirectory() as name:
        for number in range(arguments.dumps):
            seed, altered = arguments.first + number, ALTERED[number % len(ALTERED)]
            folder = pathlib.Path(name) / str(seed)
            found = persons_of(arguments.program, folder, seed, altered, arguments.rows, failures)
            shutil.rmtree(folder, ignore_errors=True)
            if found is None:
                continue
            truth, estimate = found
            failures.check(estimate["level"] == LEVEL, f"seed {seed}: the level is {estimate['level']}")
            holds = estimate["low"] <= truth <= estimate["high"]
            inside += holds
            width = (estimate["high"] - estimate["low"]) / truth
            allowed = WIDTH_OF_GOAL * math.sqrt(max(1.0, PERSONS_OF_GOAL / truth))
            widest = max(widest, width / allowed)
            print(f"seed {seed} altered {altered:4} truth {truth:7} estimate {estimate['value']:9.0f} ({estimate['value'] / truth - 1:+.2%}) "
                  f"interval {estimate['low']:9.0f} to {estimate['high']:9.0f} width {width:.2%} of {allowed:.2%} {'holds' if holds else 'MISSES'}")
    needed = must_hold(arguments.dumps)
    print(f"{inside} of {arguments.dumps} intervals hold the truth, {needed} must; the widest is {widest:.2f} of what is allowed")
    failures.check(inside >= needed, f"only {inside} of {arguments.dumps} intervals hold the truth; an honest one holds it {needed} times or more")
    failures.check(widest <= 1, f"an interval is {widest:.2f} times as wide as allowed")
    failures.finish()


main()
