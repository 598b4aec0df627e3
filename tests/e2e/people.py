"""sidik people on files whose persons are known: pairwise F1 without labels, one setting for all files."""
import csv
import json
import pathlib
import re
import sys
import tempfile

import harness

PROGRAM = sys.argv[1]
GOALS = {"dataset1": 0.99, "dataset2": 0.99, "dataset3": 0.996}


def prepared_febrl(source, folder):
    """rec_id tells the truth (rec-N-org, rec-N-dup-K): a column `cluster` with N takes its place."""
    target = pathlib.Path(folder) / source.name
    with open(source, newline="") as read, open(target, "w", newline="") as write:
        rows = csv.reader(read, skipinitialspace=True)
        out = csv.writer(write)
        out.writerow(["cluster"] + next(rows)[1:])
        for row in rows:
            if row:
                out.writerow([re.match(r"rec-(\d+)-", row[0]).group(1)] + row[1:])
    return target


def evaluate(checks, path):
    outcome = harness.run([PROGRAM, "people", path, "--truth", "cluster", "--format", "json"], seconds=120)
    if not checks.check(outcome.code == 0, f"{path.name}: exit {outcome.code}: {outcome.error_text[-300:]}"):
        return None
    return json.loads(outcome.out)


def check_file(checks, path, goal):
    found = evaluate(checks, path)
    if found is None:
        return
    f1 = found["pairwise"]["f1"]
    print(f"{path.name}: pairwise F1 {f1:.4f}, B-cubed F1 {found['b_cubed']['f1']:.4f}, {found['persons']} persons")
    checks.check(f1 >= goal, f"{path.name}: pairwise F1 {f1:.4f} is below {goal}")
    for part in ("pairwise", "b_cubed"):
        checks.check(all(0 <= found[part][name] <= 1 for name in ("precision", "recall", "f1")), f"{path.name}: {part} is no share")


def check_refusals(checks, folder):
    """A truth column that is not there, and a table that tells no persons apart."""
    path = pathlib.Path(folder) / "colours.csv"
    path.write_text("colour,size\n" + "".join(f"{c},{s}\n" for c in ("red", "blue", "green") for s in (1, 2, 3)))
    outcome = harness.run([PROGRAM, "people", path, "--truth", "nobody"])
    checks.check(outcome.code == 64 and outcome.error_code == "engine.truth_unknown", "a truth column that is not there")
    outcome = harness.run([PROGRAM, "people", path])
    checks.check(outcome.code == 65 and outcome.error_code == "engine.no_linkage_column", "a table without a fit column")


def main():
    checks = harness.Failures("people")
    febrl = harness.need_data("febrl")
    with tempfile.TemporaryDirectory() as folder:
        for name, goal in GOALS.items():
            check_file(checks, prepared_febrl(febrl / f"{name}.csv", folder), goal)
        check_file(checks, harness.need_data("splink") / "fake_1000.csv", 0.93)
        check_refusals(checks, folder)
    checks.finish()


main()
