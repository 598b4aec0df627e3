"""csv-spectrum: 12 of 12 files read exactly as their JSON says."""
import json
import sys

import harness

# (file, record, column) -> the value as it stands in the CSV file. At commit d30e80f8 the JSON beside this file says another number
# than the CSV; no reader can find it there.
MISPRINTS = {("location_coordinates", 0, "Contact Phone Number"): "2095257564"}

reader = sys.argv[1]
folder = harness.need_data("csv-spectrum")
failures = harness.Failures("csv_spectrum")
files = sorted((folder / "csvs").glob("*.csv"))
failures.check(len(files) == 12, f"{len(files)} files instead of 12")
for file in files:
    truth = json.loads((folder / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
    truth = truth if isinstance(truth, list) else [truth]
    for (stem, record, column), value in MISPRINTS.items():
        if stem == file.stem:
            truth[record][column] = value
    try:
        tables = harness.read_fields(reader, file)
    except RuntimeError as error:
        failures.check(False, f"{file.name}: {error}")
        continue
    found = [dict(zip(columns, record)) for columns, records in tables for record in records]
    failures.check(found == truth, f"{file.name}: found {found!r}, truth {truth!r}")
failures.finish()
