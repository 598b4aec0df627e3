"""Prints of a findings document what bench/examine compares: {"records", "distinct_records", "distinct": [...]}. Usage: answer.py DOCUMENT."""
import json
import sys

document = json.load(open(sys.argv[1]))
steps = {step["step"]: step["count"] for step in document["ledger"]}
columns = document["exhibits"][0]["tables"][0]["columns"]
print(json.dumps({"records": steps["records"], "distinct_records": steps["distinct_records"], "distinct": [c["distinct"] for c in columns]}))
