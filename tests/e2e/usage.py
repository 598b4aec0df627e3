"""A line that cannot be understood ends with exit 64 and one line that says what is wrong and what there is instead."""
import pathlib
import sys

import harness

program = pathlib.Path(sys.argv[1]).resolve()
failures = harness.Failures("usage")
COMMANDS = ("examine", "rehearse", "report")

# What was typed, and what the line must say besides.
LINES = [
    ([], ["a sub-command is missing", *COMMANDS]),
    (["foo"], ["there is no sub-command foo", *COMMANDS]),
    (["examin", "dump.csv"], ["there is no sub-command examin", *COMMANDS]),
    (["dump.csv", "--claim", "sample=1"], ["there is no sub-command dump.csv", *COMMANDS]),
    (["--colour"], ["there is no flag --colour", *COMMANDS]),
    (["examine", "--colour", "dump.csv"], ["--colour"]),
    (["examine"], ["path"]),
    (["rehearse", "atlantis", "--out", "x"], ["bpjs-2021", "shop-2020", "sim-2022", "registry-2023"]),
    (["rehearse", "sim-2022", "--out", "x", "--mess", "4"], ["--mess"]),
]

for words, said in LINES:
    name = "sidik " + " ".join(words)
    outcome = harness.run([program, *words])
    failures.check(outcome.code == 64, f"{name}: exit {outcome.code} instead of 64")
    failures.check(outcome.error_code == "apps.usage", f"{name}: error {outcome.error_code} instead of apps.usage")
    failures.check(len(outcome.error_text.strip().splitlines()) == 1, f"{name}: not one line of error")
    for text in said:
        failures.check(text in outcome.error_text, f"{name}: nothing of {text!r} in {outcome.error_text.strip()!r}")
    failures.check(not outcome.out, f"{name}: something went to standard output")

for flag in ("--help", "--version"):
    outcome = harness.run([program, flag])
    failures.check(outcome.code == 0 and outcome.out and not outcome.err, f"{flag}: exit {outcome.code}")

failures.finish()
