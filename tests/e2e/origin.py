"""Whose data it is: the registers of a rehearsed leak of 2021, each examined by itself, and profiles made of them.

The insurer's register is the insurer's with very strong support or more, the population registry is excluded by columns that it
does not hold, and no register of another system is given to the insurer with any strength. A profile that is learnt from a
register is sound, holds no value of a row, and knows the register again.
"""
import collections
import csv
import pathlib
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("origin")
STRONG = {"very strong", "extremely strong"}


def origins_of(file, *words):
    outcome = harness.run([program, "examine", file, "--format", "json", *words])
    if not failures.check(outcome.code == 0, f"{file.name}: {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
        return []
    return outcome.document().get("origins", [])


def check_insurer(registers):
    origins = origins_of(registers / "insurer.csv")
    if not failures.check(bool(origins), "insurer.csv has no origins"):
        return
    best = origins[0]
    failures.check(best["candidate"] == "id.bpjs-kesehatan", f"insurer.csv is given to {best['candidate']}")
    failures.check(best["support"] in STRONG, f"insurer.csv has {best['support']} support")
    registry = next(each for each in origins if each["candidate"] == "id.dukcapil")
    failures.check(registry["log10_lr"] < -4, f"the population registry has a log10 LR of {registry['log10_lr']}")
    never = {"contact.email", "id.tax", "contact.phone", "date.start", "date.end"}
    failures.check(never <= set(registry["never_held"]), f"the registry is excluded by {registry['never_held']} only")
    failures.check(any(each["candidate"] == "unknown" for each in origins), "unknown is not among the candidates")
    for each in origins:
        total = sum(part["log10_lr"] for part in each["evidence"])
        failures.check(abs(total - each["log10_lr"]) < 1e-6, f"{each['candidate']}: evidence adds up to {total}")


def check_others(registers):
    for register in sorted(registers.glob("*.csv")):
        if register.name == "insurer.csv":
            continue
        for each in origins_of(register):
            if each["candidate"] == "id.bpjs-kesehatan":
                failures.check(each["log10_lr"] < 2, f"{register.name} is the insurer's with log10 LR {each['log10_lr']}")


def check_learning(registers, folder):
    for register in sorted(registers.glob("*.csv")):
        profile = folder / f"{register.stem}.toml"
        learnt = harness.run([program, "profile", "learn", f"kind.{register.stem}", register])
        if not failures.check(learnt.code == 0, f"learn {register.name}: {learnt.error_text.strip()}"):
            continue
        profile.write_bytes(learnt.out)
        checked = harness.run([program, "profile", "check", profile])
        failures.check(checked.code == 0, f"the profile of {register.name} is unsound: {checked.error_text.strip()}")
        text = learnt.out.decode()
        with open(register, encoding="utf-8", newline="") as rows:
            seen = collections.Counter(value for row in list(csv.reader(rows))[1:] for value in row if len(value) >= 5)
        # A code stands in many records; what stands in fewer than five says something about a person.
        found = sum(f'"{value}"' in text for value, count in seen.items() if count < 5)
        failures.check(found == 0, f"the profile of {register.name} holds {found} values of rows")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    made = harness.run([program, "rehearse", "bpjs-2021", "--out", folder / "leak", "--rows", "20000", "--seed", "11"])
    if failures.check(made.code == 0, f"rehearse: {made.error_text.strip()}"):
        check_insurer(folder / "leak/registers")
        check_others(folder / "leak/registers")
        check_learning(folder / "leak/registers", folder)
        scanned = origins_of(folder / "leak/dump.csv", "--parts", "scan")
        failures.check(not scanned, "--parts scan says where the data come from")
failures.finish()
