"""A linkage model that was trained once is saved, applied to the same file and to another, and holds no value of the dump.

people_model.py PROGRAM
"""
import csv
import json
import pathlib
import stat
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("people_model")

# Shorter values, of digits or letters, occur in any text by chance.
SHORTEST_VALUE = 5


def rehearsed(folder, name, seed):
    made = harness.run([program, "rehearse", "bpjs-2021", "--out", folder / name, "--rows", 4000, "--seed", seed, "--altered", 0.08,
                        "--truth-column", "PERSON"], seconds=120)
    failures.check(made.code == 0, f"rehearse exit {harness.describe(made.code)}: {made.error_text}")
    return folder / name / "dump.csv"


def people(path, *more):
    """The document without the times, which differ from run to run, or None."""
    found = harness.run([program, "people", path, "--truth", "PERSON", "--format", "json", *more], seconds=120)
    if not failures.check(found.code == 0, f"people {more} exit {harness.describe(found.code)}: {found.error_text}"):
        return None
    return {name: part for name, part in found.document().items() if not name.startswith("seconds")}


def check_holds_no_value(dump, model):
    text = model.read_text().lower()
    words = set("".join(c if c.isalnum() else " " for c in text).split())
    with open(dump, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    seen = 0
    for row in rows:
        for value in row:
            value = value.strip().lower()
            if len(value) < SHORTEST_VALUE:
                continue
            seen += 1
            if value.isdigit():
                failures.check(value not in words, "a number of the dump is in the model")
            else:
                failures.check(value not in text, "a value of the dump is in the model")
    failures.check(seen > len(rows), "there were values to look for")
    failures.check(not any(name.lower() in words for name in header if len(name) >= SHORTEST_VALUE), "a header is in the model")


def check_examine(dump, other, model, folder):
    """The same flags of `sidik examine`."""
    again = folder / "again.json"
    common = ["--parts", "people", "--format", "json"]
    trained = harness.run([program, "examine", dump, "--save-model", again, *common], seconds=120)
    applied = harness.run([program, "examine", dump, "--model", again, *common], seconds=120)
    failures.check(trained.code == 0 and applied.code == 0, f"examine: {trained.error_text} {applied.error_text}")
    if trained.code == 0 and applied.code == 0:
        failures.check(trained.document()["people"] == applied.document()["people"], "examine says otherwise with its own model")
    refused = harness.run([program, "examine", other, "--parts", "scan", "--model", model])
    failures.check(refused.code == 64 and refused.error_code == "engine.model_without_people", f"--parts scan: {refused.error_text}")


def check_refusals(dump, model, folder):
    def refuses(code, name, *words):
        outcome = harness.run([program, "people", *words], seconds=60)
        failures.check(outcome.code == code and outcome.error_code == name, f"{name}: exit {outcome.code} {outcome.error_text}")

    bad = folder / "bad.json"
    refuses(66, "engine.model_unreadable", dump, "--model", folder / "absent.json")
    bad.write_text("{")
    refuses(65, "people.model_malformed", dump, "--model", bad)
    document = json.loads(model.read_text())
    bad.write_text(json.dumps({**document, "sidik_linkage_model": 99}))
    refuses(65, "people.model_version", dump, "--model", bad)
    bad.write_text(json.dumps({**document, "levels": document["levels"][:-1]}))
    refuses(65, "people.model_unfit", dump, "--model", bad)
    table = folder / "table.csv"
    table.write_text("name,address\n" + "".join(f"Ani Budi {n},Jalan Melati {n}\n" for n in range(20)))
    refuses(65, "people.model_unfit", table, "--model", model)
    refuses(77, "engine.output_is_input", table, "--save-model", table)
    refuses(77, "engine.output_is_input", dump, "--model", model, "--save-model", model)


def main():
    with tempfile.TemporaryDirectory(prefix="sidik-model-") as name:
        folder = pathlib.Path(name)
        one, other = rehearsed(folder, "one", 1), rehearsed(folder, "other", 2)
        model = folder / "model.json"
        trained = people(one, "--save-model", model)
        if trained is None or not failures.check(model.exists(), "no model was written"):
            failures.finish()
        failures.check(stat.S_IMODE(model.stat().st_mode) == 0o600, "others can read the model")
        failures.check(people(one, "--model", model) == trained, "the same file and its own model give another answer")
        by_other = people(other, "--model", model)
        by_own = people(other)
        if by_other and by_own:
            ratio = by_other["pairwise"]["f1"] / by_own["pairwise"]["f1"]
            print(f"F1 {by_other['pairwise']['f1']:.4f} with the model of the first file, {by_own['pairwise']['f1']:.4f} with its own")
            failures.check(ratio > 0.97, f"F1 by the other file's model is {ratio:.3f} of that by its own")
            failures.check(by_other != by_own, "the saved model makes no difference: it was not applied")
        check_holds_no_value(one, model)
        check_examine(one, other, model, folder)
        check_refusals(one, model, folder)
    failures.finish()


main()
