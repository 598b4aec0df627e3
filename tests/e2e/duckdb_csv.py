"""DuckDB's own CSV files: record counts as their specifications state. (bytes.py walks all of them, specified or not.)

Where the count differs, duckdb_differences.md must list it with who is right and why. A difference that is not listed fails,
and so does a listed one that differs no longer. `--write` prints the table rows for what differs, to be judged by a person.
"""
import concurrent.futures
import pathlib
import re
import shlex
import sys

import harness

program = sys.argv[1]
here = pathlib.Path(__file__).parent
folder = harness.need_data("duckdb_csv/csv")
failures = harness.Failures("duckdb_csv")


def expected():
    for line in (here / "duckdb_expected.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("file\t"):
            file, flags, records, spec = line.split("\t")
            yield file, flags, int(records), spec


def listed():
    """(file, flags, spec) -> (theirs, ours) out of the tables of duckdb_differences.md."""
    found = {}
    for line in (here / "duckdb_differences.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 6 and re.fullmatch(r"\d+", cells[3]):
            found[cells[0].strip("`"), cells[1].strip("`"), cells[2].strip("`")] = (cells[3], cells[4])
    return found


def count(file, flags):
    """What sidik finds: a number of records as text, or the code of its refusal."""
    words = [word.replace("\\t", "\t") for word in shlex.split(flags)]
    outcome = harness.examine(program, folder / file, *words, seconds=20)
    if not failures.outcome_is_known(outcome, f"{file} {flags}"):
        return "?"
    if outcome.code:
        return outcome.error_code
    return str(harness.records_of(outcome.document()))


def agrees(theirs, ours):
    # A file with no record at all is refused by its own code; that is the same statement as 0 records.
    return ours == str(theirs) or (theirs == 0 and ours in ("ingest.empty", "ingest.no_record", "ingest.no_table"))


rows = list(expected())
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    found = list(pool.map(lambda row: count(row[0], row[1]), rows))

known = listed() if (here / "duckdb_differences.md").exists() else {}
differing = 0
for (file, flags, theirs, spec), ours in zip(rows, found):
    key = (file, flags, spec)
    if agrees(theirs, ours):
        failures.check(key not in known, f"{file} {flags}: listed as different, yet both say {theirs}")
        continue
    differing += 1
    if "--write" in sys.argv:
        flag_cell = f"`{flags}`".replace("|", "\\|") if flags else ""
        print(f"| `{file}` | {flag_cell} | `{spec}` | {theirs} | {ours} | |")
        continue
    failures.check(known.get(key) == (str(theirs), ours),
                   f"{file} {flags}: DuckDB says {theirs} ({spec}), sidik {ours}, listed {known.get(key, 'not at all')}")
stale = set(known) - {(file, flags, spec) for file, flags, _, spec in rows}
failures.check(not stale, f"listed, but no longer expected: {sorted(stale)}")
print(f"duckdb_csv: {len(rows)} stated counts, {len(rows) - differing} the same, {differing} listed as different")
failures.finish()
