"""Chinook's truth tables: row counts right, and every field as Python's csv module reads it."""
import csv
import re
import sys

import harness

program, reader = sys.argv[1:3]
folder = harness.need_data("sql_chinook/truth")
failures = harness.Failures("chinook")
stated = dict(re.findall(r"^\s*(\w+)\D+?(\d+)\s*$", (folder / "rowcounts.txt").read_text(), re.MULTILINE))
for file in sorted(folder.glob("*.csv")):
    with file.open(encoding="utf-8", newline="") as text:
        truth = list(csv.reader(text))
    outcome = harness.examine(program, file)
    if not failures.outcome_is_known(outcome, file.name) or not failures.check(outcome.code == 0, f"{file.name}: exit {outcome.code} {outcome.error_text}"):
        continue
    found = harness.records_of(outcome.document())
    failures.check(found == len(truth) - 1, f"{file.name}: {found} records, truth {len(truth) - 1}")
    if file.stem in stated:
        failures.check(found == int(stated[file.stem]), f"{file.name}: {found} records, rowcounts.txt {stated[file.stem]}")
    columns, records = harness.read_fields(reader, file)[0]
    failures.check(columns == truth[0], f"{file.name}: columns {columns}, truth {truth[0]}")
    for number, (left, right) in enumerate(zip(records, truth[1:]), 1):
        if not failures.check(left == right, f"{file.name}: record {number} is {left!r}, truth {right!r}"):
            break
failures.check(len(stated) >= 11, "rowcounts.txt states fewer than 11 tables")
failures.finish()
