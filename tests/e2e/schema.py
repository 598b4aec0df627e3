"""The schema is a valid JSON Schema, and every golden document keeps to it."""
import json

import jsonschema

import harness

failures = harness.Failures("schema")
schema = json.loads((harness.ROOT / "docs/findings.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
golden = sorted((harness.ROOT / "tests/golden").glob("*.json"))
failures.check(golden, "tests/golden holds no document")
for file in golden:
    for fault in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        failures.check(False, f"{file.name}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
    failures.check(True, file.name)
failures.finish()
