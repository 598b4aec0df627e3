"""The sources of composite dumps: how many there are, and which row is of which, against the truth of the rehearsal.

The stratum of each row comes from --rows, the truth from rows.csv; both are in the order of the records. A rehearsal of one
source must come out as one, by whatever layout; ids and counts of the document must agree with the rows.
"""
import collections
import csv
import json
import pathlib
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("strata")


def pairs(count):
    return count * (count - 1) / 2


def adjusted_rand(left, right):
    """Hubert and Arabie 1985."""
    together = sum(pairs(n) for n in collections.Counter(zip(left, right)).values())
    in_left = sum(pairs(n) for n in collections.Counter(left).values())
    in_right = sum(pairs(n) for n in collections.Counter(right).values())
    expected = in_left * in_right / pairs(len(left))
    most = (in_left + in_right) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def examine(folder, arguments, parts="origin"):
    made = harness.run([program, "rehearse", *arguments, "--out", folder])
    if not failures.check(made.code == 0, f"{folder.name}: rehearse exit {harness.describe(made.code)}: {made.error_text.strip()}"):
        return None
    outcome = harness.run([program, "examine", folder / "dump.csv", "--parts", parts, "--rows", folder / "strata.csv",
                           "--format", "json"])
    if not failures.check(outcome.code == 0, f"{folder.name}: examine exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
        return None
    with open(folder / "rows.csv", newline="") as file:
        truth = [row["origin"] for row in csv.DictReader(file)]
    with open(folder / "strata.csv", newline="") as file:
        found = [row["stratum"] for row in csv.DictReader(file)]
    document = outcome.document()
    if not failures.check(len(truth) == len(found), f"{folder.name}: {len(found)} rows, {len(truth)} records in the truth"):
        return None
    counted = collections.Counter(found)
    for stratum in document["strata"]:
        failures.check(counted[stratum["id"]] == stratum["records"],
                       f"{folder.name}: stratum {stratum['id']} has {stratum['records']} records, --rows {counted[stratum['id']]}")
    failures.check(sum(counted.values()) == sum(s["records"] for s in document["strata"]), f"{folder.name}: rows without stratum")
    return truth, found, document


with tempfile.TemporaryDirectory() as name:
    indices = []
    right = 0
    seeds = range(201, 209)
    for seed in seeds:
        result = examine(pathlib.Path(name) / f"composite_{seed}", ["composite", "--rows", 6000, "--seed", seed])
        if result:
            truth, found, document = result
            indices.append(adjusted_rand(truth, found))
            right += len(document["strata"]) == len(set(truth))
    failures.check(len(indices) == len(seeds) and sum(indices) / len(indices) >= 0.95, f"adjusted Rand indices {indices}")
    failures.check(right >= 0.8 * len(seeds), f"the number of sources is right in {right} of {len(seeds)}")
    whole = 0
    for seed in seeds:
        result = examine(pathlib.Path(name) / f"single_{seed}", ["composite", "--rows", 4000, "--seed", seed, "--origins", 1])
        whole += bool(result) and len(result[2]["strata"]) == 1
    failures.check(whole == len(seeds), f"one source came out as one in {whole} of {len(seeds)}")
    for seed in (3, 5, 6):
        folder = pathlib.Path(name) / f"bpjs_{seed}"
        # Persons are linked as well: all parts, and the rows beside them.
        result = examine(folder, ["bpjs-2021", "--rows", 20000, "--seed", seed], parts="all")
        if not result:
            continue
        truth, found, document = result
        members = [place for place, origin in enumerate(truth) if origin == "insurer"]
        most = collections.Counter(found[place] for place in members).most_common(1)[0]
        others = sum(1 for place, stratum in enumerate(found) if stratum == most[0] and truth[place] != "insurer")
        failures.check(most[1] >= 0.999 * len(members), f"{folder.name}: {most[1]} of {len(members)} rows of the insurer are in one stratum")
        failures.check(others <= 0.002 * len(members), f"{folder.name}: {others} rows of others are in the insurer's stratum")
        of_insurer = [stratum for stratum in document["strata"] if stratum["origin"] == "id.bpjs-kesehatan"]
        if not failures.check(len(of_insurer) == 1, f"{folder.name}: {len(of_insurer)} strata are said to be the insurer's"):
            continue
        stratum = of_insurer[0]
        failures.check(stratum["id"] == most[0], f"{folder.name}: the stratum said to be the insurer's is another's")
        failures.check(stratum["log10_lr"] >= 4, f"{folder.name}: the insurer has log10 LR {stratum['log10_lr']}")
        known = next(part for part in json.loads((folder / "truth.json").read_text())["strata"] if part["origin"] == "insurer")
        failures.check(abs(stratum["persons"] - known["persons"]) <= 0.01 * known["persons"],
                       f"{folder.name}: {stratum['persons']} persons of the insurer, in truth {known['persons']}")
        for part in document["strata"]:
            whose = collections.Counter(truth[place] for place in range(len(truth)) if found[place] == part["id"]).most_common(1)[0][0]
            ratio = part.get("authenticity", {}).get("log10_lr", 0)
            if whose == "invented":
                failures.check(ratio < 0, f"{folder.name}: invented rows have {ratio} for being real")
            elif whose in ("insurer", "bank", "registry"):
                failures.check(ratio > 0, f"{folder.name}: rows of the {whose} have {ratio} for being real")
        failures.check(stratum["authenticity"]["log10_lr"] >= 1, f"{folder.name}: the insurer's rows are not said to be real")
        with open(folder / "strata.csv", newline="") as file:
            persons = {row["person"] for row in csv.DictReader(file) if row["stratum"] == stratum["id"]}
        failures.check("" not in persons and len(persons) == stratum["persons"],
                       f"{folder.name}: {len(persons)} persons in --rows, {stratum['persons']} in the document")
        failures.check(document["origins"][0]["candidate"] == "id.bpjs-kesehatan", f"{folder.name}: the insurer does not come first")
        registry = [origin for origin in document["origins"] if origin["stratum"] == stratum["id"] and origin["candidate"] == "id.dukcapil"]
        failures.check(len(registry) == 1 and registry[0]["log10_lr"] < -2 and registry[0]["never_held"],
                       f"{folder.name}: the population registry is not excluded by the columns that it does not hold")

failures.finish()
