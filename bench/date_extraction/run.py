"""How often the day on which a rehearsed dump was taken lies in the window that Sidik gives, and how wide the windows are.

Usage: run.py PROGRAM FIRST_SEED [DUMPS] [ROWS]. Dumps of all scenarios in turn. Each stratum is taken for the system that most of its records are of;
made-up rows have no day. Where a stratum is copies of several days, each of these is taken for the system that most of its records are of. A dump counts as right when the windows of all its strata hold their days, a stratum when its own does.
"""
import collections
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

program, first = sys.argv[1], int(sys.argv[2])
dumps = int(sys.argv[3]) if len(sys.argv) > 3 else 40
rows = int(sys.argv[4]) if len(sys.argv) > 4 else 20000
SCENARIOS = ["bpjs-2021", "composite", "registry-2023", "shop-2020", "sim-2022"]


def day(text):
    return datetime.date.fromisoformat(text)


def parts_of(strata, origins, rows_file):
    """Each stratum, or each copy of which it was put together, with its window and how many of its records are of which system."""
    of_stratum = collections.defaultdict(list)
    with open(rows_file, newline="") as file:
        for origin, row in zip(origins, csv.DictReader(file)):
            of_stratum[row["stratum"]].append((int(row["record"]), origin))
    parts = []
    for stratum, records in of_stratum.items():
        if stratum not in strata:
            continue
        window = strata[stratum]["window"]
        for copy in window.get("copies") or [{"first_record": 0, "last_record": 1 << 62, "from": window.get("from"), "to": window.get("to")}]:
            counts = collections.Counter(origin for record, origin in records if copy["first_record"] <= record <= copy["last_record"])
            if counts:
                parts.append((stratum, copy, counts))
    return parts


strata_right, strata_all, dumps_right, widths, main_right = 0, 0, 0, [], 0
for i in range(dumps):
    scenario, seed = SCENARIOS[i % len(SCENARIOS)], first + i
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, "rehearse", scenario, "--out", folder / "r", "--rows", str(rows), "--seed", str(seed)], check=True,
                       stdout=subprocess.DEVNULL)
        dump = next(path for path in (folder / "r").iterdir() if path.name.startswith("dump"))
        found = subprocess.run([program, "examine", dump, "--parts", "origin", "--rows", folder / "rows", "--format", "json"],
                               check=True, stdout=subprocess.PIPE)
        strata = {stratum["id"]: stratum for stratum in json.loads(found.stdout)["strata"]}
        truth = json.loads((folder / "r" / "truth.json").read_text())
        taken = {stratum["origin"]: stratum.get("extracted") for stratum in truth["strata"]}
        with open(folder / "r" / "rows.csv", newline="") as file:
            origins = [row["origin"] for row in csv.DictReader(file)]
        parts = parts_of(strata, origins, folder / "rows")
        is_right, lines, largest = True, [], None
        for stratum, window, counts in parts:
            origin = counts.most_common(1)[0][0]
            if origin == "invented" or not taken.get(origin):
                continue
            last = day(taken[origin])
            if not window.get("from") or not window.get("to"):
                lines.append(f"   {origin:12} {sum(counts.values()):7} taken {last}: no window ({window.get('from')})")
                continue
            low, high = day(window["from"]), day(window["to"])
            right = low <= last <= high
            strata_all += 1
            strata_right += right
            widths.append((high - low).days)
            is_right = is_right and right
            if largest is None or sum(counts.values()) > largest[0]:
                largest = (sum(counts.values()), right)
            lines.append(f"   {origin:12} {sum(counts.values()):7} taken {last}: {low} .. {high} {'' if right else 'WRONG'} {stratum}")
        dumps_right += is_right
        main_right += largest is None or largest[1]
        print(f"{scenario} {seed}: {'right' if is_right else 'WRONG'}")
        print("\n".join(lines), flush=True)
print(f"dumps with every window right: {dumps_right} of {dumps}; with that of the largest stratum right: {main_right}")
print(f"strata right: {strata_right} of {strata_all}; widths in days: median {sorted(widths)[len(widths) // 2]}, most {max(widths)}, "
      f"over 60: {sum(width > 60 for width in widths)}")
