"""Prints of a findings document what bench/overlap compares: {"row", "id.national", "contact.phone"}. Usage: answer.py DOCUMENT."""
import json
import sys

shared = {overlap["field"]: overlap["shared"] for overlap in json.load(open(sys.argv[1]))["overlaps"]}
print(json.dumps({key: shared[key] for key in ("row", "id.national", "contact.phone")}))
