"""JSONTestSuite and nativejson's checker: what is valid is read or is no table, what is invalid never passes as valid, nothing crashes."""
import concurrent.futures
import json
import sys

import harness

program = sys.argv[1]
suite = harness.need_data("jsonl/JSONTestSuite/test_parsing")
checker = harness.need_data("jsonl/nativejson/jsonchecker")
roundtrip = harness.need_data("jsonl/nativejson/roundtrip")
failures = harness.Failures("json_suite")


def kind_of(file):
    if file.parent == roundtrip or file.name.startswith(("y_", "pass")):
        return "valid"
    if file.name.startswith(("n_", "fail")):
        # fail01_EXCLUDE and fail18_EXCLUDE were invalid before RFC 7159 and nest no deeper than allowed.
        return "either" if "EXCLUDE" in file.name else "invalid"
    return "either"


def judge(file, words):
    outcome = harness.examine(program, file, *words, seconds=20)
    where = f"{file.parent.name}/{file.name}{' as json' if words else ''}"
    if not failures.outcome_is_known(outcome, where):
        return
    document = outcome.document() if outcome.code == 0 else None
    kind = kind_of(file)
    if kind == "valid":
        failures.check(outcome.code == 0 or outcome.error_code in ("ingest.no_table", "ingest.no_record"),
                       f"{where}: is valid, yet exit {outcome.code} {outcome.error_code}")
        # A value beside the objects is refused as a record; it must not be refused as JSON.
        reasons = {reject["reason"] for table in harness.tables_of(document or {"exhibits": []}) for reject in table["rejects"]}
        failures.check(not words or reasons <= {"json_not_object"}, f"{where}: is valid, yet has rejects {sorted(reasons)}")
    if kind == "invalid" and document:
        clean = [table for table in harness.tables_of(document) if table["format"].startswith("json") and table["rejected"] == 0]
        incomplete = any(not exhibit["complete"] for exhibit in document["exhibits"])
        failures.check(incomplete or not clean, f"{where}: is invalid, yet passes as {clean[0]['format'] if clean else ''} without a reject")


files = [file for folder in (suite, checker, roundtrip) for file in sorted(folder.glob("*.json"))]
# Guessed, and as the user says; the second only where the judgement depends on it.
work = [(file, []) for file in files] + [(file, ["--table-format", "json"]) for file in files if kind_of(file) != "either"]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    list(pool.map(lambda item: judge(*item), work))
failures.finish()
