#!/usr/bin/env python3
"""Holds findings documents against docs/findings.schema.json.

validate.py FILE...   exits 1 and names the path of every fault when a file breaks the schema
validate.py --self    also checks that the schema refuses damaged documents
"""
import copy
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests/golden"


def validator():
    schema = json.loads((ROOT / "docs/findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(check, document):
    for error in sorted(check.iter_errors(document), key=lambda one: [str(part) for part in one.absolute_path]):
        where = "/".join(str(part) for part in error.absolute_path) or "the document"
        # The message of jsonschema repeats the value; what the schema wanted is enough.
        yield f"{where}: breaks {error.validator} {json.dumps(error.validator_value)[:120]}"


def damages(document):
    """Documents that the schema must refuse, with what was done to them."""
    def changed(path, value):
        copied = copy.deepcopy(document)
        at = copied
        for key in path[:-1]:
            at = at[key]
        if value is None:
            del at[path[-1]]
        else:
            at[path[-1]] = value
        return f"{'/'.join(map(str, path))} = {value}", copied

    table = ["exhibits", 0, "tables", 0]
    for path, value in [
        (["sidik"], None), (["sidik", "findings"], 2), (["sidik", "started"], "yesterday"),
        (["exhibits", 0, "sha256"], "00"), (["exhibits", 0, "complete"], False),
        (table + ["bytes", "blank"], None), (table + ["records"], -1), (table + ["records"], 1.5),
        (table + ["columns", 0, "confidence"], 1.2), (table + ["columns", 0, "position"], 0),
        (table + ["columns", 0, "faults"], {"x": "y"}), (table + ["coherence", 0, "agree"], None),
        (["ledger", 0, "count"], "7"), (["claims", 0, "verdict"], "maybe"), (["alarms", 0, "kind"], ""),
        (["severity", "level"], "extreme"), (["severity", "cb"], 3),
        (["people", "persons"], 7), (["people", "weights", 0, "m"], 1.5), (["people", "blocking", 0, "recall"], None), (["strata"], [{}]), (["overlaps"], [{"kind": "rumour"}]),
        (["origins"], [{"candidate": "unknown"}]), (["authenticity"], {"log10_lr": 1}),
    ]:
        yield changed(path, value)


def later_parts():
    """The parts of DESIGN section 5 that later programs add, in their shapes."""
    evidence = [{"group": "columns", "log10_lr": 2.5, "says": "holds a column that only this register has"}]
    return {
        "overlaps": [{"with": "an older leak", "kind": "leak", "field": "id.national", "shared": 3, "share_here": 0.1,
                      "share_there": 0.2, "new_here": 97}],
        "authenticity": {"log10_lr": 1.5, "support": "moderate", "evidence": evidence},
    }


def main(arguments):
    check = validator()
    found = 0
    for name in [one for one in arguments if one != "--self"]:
        try:
            document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            print(f"{name}: {type(error).__name__}", file=sys.stderr)
            found += 1
            continue
        for fault in faults(check, document):
            print(f"{name}: {fault}", file=sys.stderr)
            found += 1
    if "--self" in arguments:
        rich = json.loads((GOLDEN / "rich.json").read_text(encoding="utf-8"))
        for what, damaged in damages(rich):
            if not any(faults(check, damaged)):
                print(f"the schema lets pass: {what}", file=sys.stderr)
                found += 1
        for fault in faults(check, {**rich, **later_parts(), "more": {"keys": "may come"}}):
            print(f"later parts: {fault}", file=sys.stderr)
            found += 1
    return 1 if found or not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
