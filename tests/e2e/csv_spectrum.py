"""csv-spectrum: 12 of 12 files read exactly as their JSON says."""
import json
import sys

import harness

reader = sys.argv[1]
folder = harness.need_data("csv-spectrum")
failures = harness.Failures("csv_spectrum")
files = sorted((folder / "csvs").glob("*.csv"))
failures.check(len(files) == 12, f"{len(files)} files instead of 12")
for file in files:
    truth = json.loads((folder / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
    try:
        tables = harness.read_fields(reader, file)
    except RuntimeError as error:
        failures.check(False, f"{file.name}: {error}")
        continue
    found = [dict(zip(columns, record)) for columns, records in tables for record in records]
    failures.check(found == truth, f"{file.name}: found {found!r}, truth {truth!r}")
failures.finish()
