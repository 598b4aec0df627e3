"""Nothing lost: walks every file of the data folder and adds up the bytes and the records of what was read."""
import concurrent.futures
import gzip
import json
import re
import sys
import zipfile

import jsonschema

import harness

program = sys.argv[1]
folder = harness.need_data()
failures = harness.Failures("bytes")
validator = jsonschema.Draft202012Validator(json.loads((harness.ROOT / "docs/findings.schema.json").read_text(encoding="utf-8")))


def unpacked_sizes(file):
    """The sizes of the members of `file`, or None for a container that this test does not unpack."""
    magic = file.read_bytes()[:4]
    if magic[:2] == b"\x1f\x8b":
        with gzip.open(file) as text:
            return [sum(len(piece) for piece in iter(lambda: text.read(1 << 20), b""))]
    if magic == b"PK\x03\x04":
        with zipfile.ZipFile(file) as archive:
            return [member.file_size for member in archive.infolist()]
    return [file.stat().st_size]


def check_table(table, member_bytes, where):
    spent = table["bytes"]
    parts = sum(spent[part] for part in ("header", "records", "rejected", "blank", "other"))
    failures.check(spent["total"] == parts, f"{where}: {spent} adds up to {parts}")
    failures.check(sum(reject["count"] for reject in table["rejects"]) == table["rejected"], f"{where}: the rejects by reason are not {table['rejected']}")
    for reject in table["rejects"]:
        failures.check(reject["first_offset"] < member_bytes, f"{where}: first offset of {reject['reason']} is behind the end")
    for column in table["columns"]:
        failures.check(column["valid"] <= column["filled"] <= table["records"] and column["distinct"] <= column["filled"],
                       f"{where}: column {column['position']} has valid, filled, distinct, records out of order")


def check_ledger(document, where):
    steps = {step["step"]: step["count"] for step in document["ledger"]}
    records, rejected = harness.records_of(document), harness.rejected_of(document)
    failures.check(steps.get("records_and_rejects") == records + rejected, f"{where}: records_and_rejects {steps} is not {records} + {rejected}")
    failures.check(steps.get("records") == records, f"{where}: ledger {steps}, tables have {records} records")
    failures.check(steps.get("exact_duplicates", 0) + steps.get("distinct_records", -1) == records,
                   f"{where}: exact_duplicates + distinct_records is not records in {steps}")


def check(file):
    where = str(file.relative_to(folder))
    outcome = harness.examine(program, file, seconds=20)
    if not failures.outcome_is_known(outcome, where):
        return False
    if outcome.code:
        failures.check(not outcome.out.strip(), f"{where}: exit {outcome.code}, yet standard output is not empty")
        return False
    try:
        document = outcome.document()
    except ValueError as error:
        return failures.check(False, f"{where}: not JSON: {error}")
    faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:120]}" for fault in validator.iter_errors(document)]
    failures.check(not faults, f"{where}: against the schema: {faults[:3]}")
    for exhibit in document["exhibits"]:
        failures.check(exhibit["bytes"] == file.stat().st_size, f"{where}: exhibit has {exhibit['bytes']} bytes, the file {file.stat().st_size}")
        whole = {}  # of a text that goes on as another table (name#2) the tables share the bytes
        for table in exhibit["tables"]:
            name = re.sub(r"#\d+$", "", table["name"])
            whole[name] = whole.get(name, 0) + table["bytes"]["total"]
        for table in exhibit["tables"]:
            check_table(table, whole[re.sub(r"#\d+$", "", table["name"])], where)
        sizes = unpacked_sizes(file)
        tables = exhibit["tables"]
        totals = [table["bytes"]["total"] for table in tables] + [member["bytes"] for member in exhibit["skipped"]]
        if any("#" in table["name"] for table in tables):
            totals = list(whole.values()) + [member["bytes"] for member in exhibit["skipped"]]
        if tables and all(table["format"].startswith("sql_") for table in tables) and len(sizes) == 1:
            totals = [sum(totals)]  # the tables of a dump share the bytes of its one member
        failures.check(sorted(totals) == sorted(sizes), f"{where}: tables account for {totals} bytes, members have {sizes}")
    check_ledger(document, where)
    return True


files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    examined = sum(pool.map(check, files))
print(f"bytes: {len(files)} files, {examined} examined, {len(files) - examined} refused with a reason")
failures.check(examined > len(files) // 2, f"only {examined} of {len(files)} files examined")
failures.finish()
