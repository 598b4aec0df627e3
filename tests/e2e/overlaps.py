"""What of a dump was seen before: 30 % from an earlier leak, 20 % published, the rest new, counted exactly.

The earlier leak and the published data are the dump's own records in another order, delimiter, case, spacing and order of
columns, packed or as JSON lines, or as tokens. The truth is counted here, by folding the fields in Python. Two scenarios, two
seeds; a run with little memory and with one thread must say the same.
"""
import csv
import gzip
import json
import pathlib
import random
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("overlaps")


def folded(row):
    return tuple(" ".join(field.lower().split()) for field in row)


def read_dump(path):
    with open(path, newline="", encoding="utf-8", errors="replace") as file:
        delimiter = max("\t,;|", key=file.readline().count)
        file.seek(0)
        rows = list(csv.reader(file, delimiter=delimiter))
    header = rows[0]
    body, seen = [], set()
    for row in rows[1:]:
        key = folded(row)
        is_header = any(field == name for field, name in zip(key, folded(header)))
        if len(row) == len(header) and key not in seen and not is_header and sum(map(bool, key)) > 4 * (len(header) > 8):
            seen.add(key)
            body.append(row)
    return header, body


def write_plain(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


def write_shouted(path, header, rows, order):
    with gzip.open(path, "wt", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([header[c].lower() for c in order])
        writer.writerows([[" " * (c % 2) + row[c].upper() for c in order] for row in sorted(rows, key=lambda row: row[-1])])


def write_json(path, header, rows, order):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({header[c]: row[c].lower() for c in order}, ensure_ascii=False) + "\n")


def examine(folder, *arguments):
    outcome = harness.run([program, "examine", folder / "mixed.csv", "--parts", "scan", "--format", "json", *arguments])
    if not failures.check(outcome.code == 0, f"{folder.name}: exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
        return None
    document = outcome.document()
    return document["overlaps"], document["novelty"]


def check(folder, scenario, seed):
    made = harness.run([program, "rehearse", scenario, "--out", folder / "r", "--rows", 12000, "--seed", seed])
    if not failures.check(made.code == 0, f"{folder.name}: rehearse exit {harness.describe(made.code)}"):
        return
    header, body = read_dump(folder / "r" / "dump.csv")
    draw = random.Random(seed)
    draw.shuffle(body)
    count = len(body) // 10 * 10
    body = body[:count]
    old, published = body[: count * 3 // 10], body[count * 3 // 10 : count // 2]
    order = list(range(len(header)))
    draw.shuffle(order)
    draw.shuffle(body)
    write_plain(folder / "mixed.csv", header, body)
    write_shouted(folder / "old.csv.gz", header, old, order)
    write_json(folder / "roll.jsonl", header, published, order)
    known = ["--known", f"old={folder / 'old.csv.gz'}", "--published", f"roll={folder / 'roll.jsonl'}"]
    first = examine(folder, *known)
    if first is None:
        return
    rows = {overlap["with"]: overlap for overlap in first[0] if overlap["field"] == "row"}
    novelty = {each["field"]: each for each in first[1]}["row"]
    name = f"{scenario} {seed}"
    failures.check(rows["old"]["shared"] == len(old), f"{name}: {rows['old']['shared']} rows of the earlier leak, {len(old)} are")
    failures.check(rows["roll"]["shared"] == len(published), f"{name}: {rows['roll']['shared']} published rows, {len(published)} are")
    failures.check(rows["old"]["share_there"] == 1 and rows["old"]["columns"] == len(header), f"{name}: {rows['old']}")
    expected = {"field": "row", "counted": "records", "total": novelty["total"], "recycled": len(old), "published": len(published),
                "new": novelty["total"] - count // 2}
    failures.check(novelty == expected, f"{name}: {novelty}, not {expected}")
    failures.check(novelty["total"] == count, f"{name}: {novelty['total']} records, {count} were written")
    little = examine(folder, *known, "--memory", "64MiB", "--threads", "1")
    failures.check(little == first, f"{name}: with little memory and one thread another answer")
    key = folder / "case.key"
    key.write_text("0123456789abcdef0123456789abcdef\n")
    for source, target in (("old.csv.gz", "old.tokens"), ("roll.jsonl", "roll.tokens")):
        made = harness.run([program, "tokens", folder / source, "--key", key, "--out", folder / target])
        failures.check(made.code == 0, f"{name}: tokens exit {harness.describe(made.code)}: {made.error_text.strip()}")
    blind = examine(folder, "--key", key, "--known", f"old={folder / 'old.tokens'}", "--published", f"roll={folder / 'roll.tokens'}")
    failures.check(blind == first, f"{name}: by tokens another answer than by the files")


with tempfile.TemporaryDirectory() as name:
    top = pathlib.Path(name)
    for scenario, seed in (("sim-2022", 31), ("bpjs-2021", 32), ("registry-2023", 33)):
        folder = top / scenario
        folder.mkdir()
        check(folder, scenario, seed)
failures.finish()
