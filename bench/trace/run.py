#!/usr/bin/env python3
"""Whose copy leaked: run.py PROGRAM SEED [REHEARSALS [KINDS]] [-v] plays leaks of marked and of naturally different copies, and says how often `trace` is right.

A rehearsal: the insurer's register of bpjs-2021 (some 2,400 rows), 20 recipients, a leak of 30 % of the rows of one copy, 10 % of them altered. The leaker
does more than the program undoes: he shuffles, drops columns and identifiers, renames or drops the header, writes dates and telephones another way,
cuts names, adds rows from elsewhere, and in the altered rows slips, blanks, exchanges and forges fields.

  decoys       20 decoys each, else the same rows; one leaker
  decoys 2, 3  two or three leak together, rows in turn
  innocent     marked copies, but the dump is of the register itself, of a copy marked another time, or of another register
  natural      no decoys: other offices, other days, other columns, or only some of these; one leaker
  natural 2, 3 two or three together
  outsider     no decoys; the dump is of a further copy that is not in the folder, or of another register

right: exactly those who leaked are named. wrong: anybody else is named. part: some of them, nobody else. silent: nobody. REHEARSALS (100) is the number
with one leaker; of the others there are fewer, as the table says. Everybody here is invented. The method may not know this file.
"""
import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

RECIPIENTS = 20
IDS = ("NIK", "NOKTP", "PSNOKA", "NOKA")
OPTIONAL = ("PSNOKALAMA", "PSNOKALAMA2", "NMCETAK", "AGAMA", "TMPLHR", "FLAGTANGGUNGAN", "NOHP", "NOKTP", "TAT", "NPWP", "EMAIL", "NOKA", "KDSTAWIN",
            "KDGOLDARAH", "USERINPUT", "USERUPDATE", "TSSTATUS", "DAFTAR")
CHANGING = ("NOHP", "KDSTATUSPST", "KDSTAWIN", "EMAIL", "TAT", "USERUPDATE", "FLAGTANGGUNGAN", "KDHUBKEL")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def read(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def write(path, head, rows, delimiter=","):
    with open(path, "w", newline="") as file:
        out = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        if head:
            out.writerow(head)
        out.writerows(rows)


def slip(chance, text):
    if len(text) < 2:
        return text
    at = chance.randrange(len(text) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    if kind == 1:
        return text[:at] + text[at + 1:]
    letter = chance.choice("0123456789") if text[at].isdigit() else chance.choice("AEIOUNRST")
    return text[:at] + letter + text[at + (kind == 2):]


DAYS = [(re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)"), "ymd"), (re.compile(r"(\d\d)[-/.](\d\d)[-/.](\d{4})"), "dmy"),
        (re.compile(r"(\d\d)-([A-Za-z]{3})-(\d\d)"), "dby")]


def day_of(text, is_month_first=False):
    """Year, month, day as texts and what follows them; None when it is no day."""
    for form, kind in DAYS:
        found = form.match(text)
        if not found:
            continue
        one, two, three = found.groups()
        if kind == "ymd":
            return one, two, three, text[found.end():]
        if kind == "dmy":
            return (three, one, two, text[found.end():]) if is_month_first else (three, two, one, text[found.end():])
        if two.title() not in MONTHS:
            return None
        return ("19" if int(three) > 25 else "20") + three, f"{MONTHS.index(two.title()) + 1:02}", one, text[found.end():]
    return None


def is_month_first(rows, c):
    """Whether a column that could be written either way is American."""
    days = [day_of(row[c]) for row in rows]
    return any(day and int(day[1]) > 12 for day in days)


def other_day(chance, day, form=None):
    year, month, day, rest = day
    name = MONTHS[(int(month) - 1) % 12]
    form = chance.randrange(6) if form is None else form
    return [f"{day}/{month}/{year}{rest}", f"{month}/{day}/{year}{rest}", f"{day}-{name}-{year[2:]}", f"{year}{month}{day}", f"{day}.{month}.{year}",
            f"{int(day)} {name} {year}"][form]


def alter_row(chance, head, row, rows):
    row = list(row)
    for _ in range(chance.randint(1, 4)):
        c = chance.randrange(len(row))
        value = row[c]
        kind = chance.randrange(8)
        if kind <= 1:
            row[c] = slip(chance, value)
        elif kind == 2:
            row[c] = value.title() if value.isupper() else value.lower()
        elif kind == 3:
            row[c] = chance.choice(("", "NULL", "-", "XXX"))
        elif kind == 4:
            row[c] = chance.choice(rows)[c]
        elif kind == 5 and day_of(value):
            row[c] = other_day(chance, day_of(value))
        elif kind == 6 and head[c] in ("NAMA", "NMCETAK"):
            row[c] = chance.choice(("H. ", "DRS. ", "IBU ")) + value.replace("U", "OE", 1)
        elif kind == 7:
            for name in IDS:
                if name in head:
                    row[head.index(name)] = ""
    return row


ELSEWHERE = {"NAMA": ("NAMA_NASABAH", "NAMA_LGKP", "full_name"), "NIK": ("NO_IDENTITAS", "NIK"), "NOKTP": ("NO_IDENTITAS", "NIK"),
             "TGLLHR": ("TGL_LAHIR", "TGL_LHR", "dob"), "TMPLHR": ("TEMPAT_LAHIR", "TMPT_LHR"), "NOHP": ("NO_HP", "MSISDN", "phone"), "EMAIL": ("EMAIL", "email")}


def another_register(registers):
    """A register of other people, some of whom are insured too."""
    return read(next(registers / f"{name}.csv" for name in ("bank", "registry", "telecom", "marketplace") if (registers / f"{name}.csv").exists()))


def foreign_rows(chance, head, elsewhere, count):
    """People of another register, in the columns of the dump."""
    source, people = elsewhere
    columns = [next((source.index(other) for other in ELSEWHERE.get(name, ()) if other in source), None) for name in head]
    return [["" if c is None else person[c] for c in columns] for person in chance.sample(people, min(count, len(people)))]


def leak(chance, head, rows, elsewhere, share=0.3):
    rows = chance.sample(rows, int(share * len(rows)))
    return dump_of(chance, head, rows, elsewhere)


def dump_of(chance, head, rows, elsewhere):
    """What the leaker makes of the rows: head (or none), rows, delimiter."""
    rows = [alter_row(chance, head, row, rows) if chance.random() < 0.1 else list(row) for row in rows]
    rows += foreign_rows(chance, head, elsewhere, int(chance.choice((0, 0, 0.05, 0.2)) * len(rows)))
    rows += chance.sample(rows, int(chance.choice((0, 0.03)) * len(rows)))
    chance.shuffle(rows)
    share = chance.choice((0, 0.1, 0.3, 0.5))
    kept = [c for c in range(len(head)) if chance.random() >= share]
    if chance.random() < 0.1:
        kept = [c for c in kept if head[c] not in IDS]
        kept += [head.index(name) for name in ("NAMA", "TGLLHR", "TMPLHR") if name in head and head.index(name) not in kept]
    elif not any(head[c] in IDS for c in kept):
        kept.append(head.index(chance.choice([name for name in IDS if name in head])))
    chance.shuffle(kept)
    head = [head[c] for c in kept]
    rows = [[row[c] for c in kept] for row in rows]
    for c, name in enumerate(head):
        if chance.random() < 0.3 and sum(day_of(row[c]) is not None for row in rows) > 0.5 * sum(row[c] != "" for row in rows):
            form, first = chance.randrange(6), is_month_first(rows, c)
            for row in rows:
                day = day_of(row[c], first)
                row[c] = other_day(chance, day, form) if day else row[c]
        if name == "NOHP" and chance.random() < 0.3:
            for row in rows:
                row[c] = "+62" + row[c][1:] if row[c].startswith("0") else row[c]
        if name in ("NAMA", "NMCETAK", "TMPLHR") and chance.random() < 0.3:
            change = chance.choice((str.lower, str.title, lambda text: text[:18], lambda text: " ".join(reversed(text.split()))))
            for row in rows:
                row[c] = change(row[c])
        if name in IDS and chance.random() < 0.2:
            change = chance.choice((lambda text: text.lstrip("0"), lambda text: "'" + text, lambda text: text[:-3] + "xxx" if text else text))
            for row in rows:
                row[c] = change(row[c])
    names = [chance.choice((name, name.lower(), f"f{c + 1}", "X_" + name)) for c, name in enumerate(head)] if chance.random() < 0.5 else head
    return (None if chance.random() < 0.15 else names), rows, chance.choice(",;|\t")


def natural_copies(chance, head, rows, count):
    """What recipients hold who got their extracts on other days, for other offices, in other columns; some differ in one of these only."""
    created, updated, office = head.index("TSINPUT"), head.index("TSUPDATE"), head.index("KDKANTOR")
    offices = sorted({row[office] for row in rows})
    first = {c: is_month_first(rows, c) for c in (created, updated)}

    def key(row, c):
        return "".join((day_of(row[c], first[c]) or ("0000", "00", "00"))[:3])

    days = sorted(key(row, updated) for row in rows)
    differs = {name: chance.random() < 0.7 for name in ("offices", "columns")}
    earliest = chance.uniform(0.4, 0.95)
    # What a row was before its last change.
    before = []
    for row in rows:
        old = list(row)
        for name in chance.sample(CHANGING, chance.randint(1, 3)):
            c = head.index(name)
            old[c] = chance.choice((chance.choice(rows)[c], ""))
        old[updated] = old[created]
        before.append(old)
    out = []
    for _ in range(count):
        day = days[min(len(days) - 1, int(chance.uniform(earliest, 1) * len(days)))]
        held = set(chance.sample(offices, int(chance.uniform(0.4, 0.9) * len(offices)))) if differs["offices"] else set(offices)
        dropped = set(chance.sample(OPTIONAL, chance.randint(2, 8))) if differs["columns"] else set()
        kept = [c for c, name in enumerate(head) if name not in dropped]
        copy = []
        for row, old in zip(rows, before):
            if row[office] not in held or key(row, created) > day:
                continue
            now = old if key(row, updated) > day else row
            copy.append([now[c] for c in kept])
        out.append(([head[c] for c in kept], copy))
    return out


def together(chance, copies, elsewhere):
    """Rows of several copies in turn, in the columns that all of them have; 30 % of the smallest in all."""
    names = [name for name in copies[0][0] if all(name in head for head, _ in copies)]
    parts = []
    for head, rows in copies:
        columns = [head.index(name) for name in names]
        parts += [[row[c] for c in columns] for row in chance.sample(rows, int(0.3 * len(rows)))]
    return dump_of(chance, names, parts, elsewhere)


class Rehearsals:
    def __init__(self, program, seed, folder):
        self.program, self.seed, self.folder = program, seed, pathlib.Path(folder)
        self.seconds = 0.0

    def run(self, *words):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{words}: {done.stderr}")
        return done.stdout

    def registers(self, number):
        out = self.folder / "rehearsal"
        self.run("rehearse", "bpjs-2021", "--rows", 13000, "--members", 2000, "--seed", self.seed * 1000 + number, "--out", out)
        return out / "registers"

    def trace(self, dump, *words):
        head, rows, delimiter = dump
        write(self.folder / "dump.csv", head, rows, delimiter)
        started = time.monotonic()
        found = json.loads(self.run("trace", self.folder / "dump.csv", "--format", "json", *words))
        self.seconds += time.monotonic() - started
        return found

    def clear(self):
        subprocess.run(["rm", "-rf", self.folder / "copies", self.folder / "others", self.folder / "rehearsal"], check=True)

    def mark(self, register, name, seed):
        (self.folder / "list").write_text("".join(f"R{i}\n" for i in range(RECIPIENTS)))
        self.run("mark", register, "--recipients", self.folder / "list", "--out", self.folder / name, "--seed", seed)

    def marked(self, number, leakers):
        """leakers: how many; 0 an innocent dump."""
        chance = random.Random(f"marked {self.seed} {number} {leakers}")
        registers = self.registers(number + 200 * leakers)
        self.mark(registers / "insurer.csv", "copies", number + 1)
        elsewhere = another_register(registers)
        guilty = chance.sample(range(RECIPIENTS), leakers)
        if leakers:
            copies = [read(self.folder / "copies" / f"R{i}.csv") for i in guilty]
            dump = leak(chance, *copies[0], elsewhere) if leakers == 1 else together(chance, copies, elsewhere)
        elif number % 3 == 0:
            dump = leak(chance, *read(registers / "insurer.csv"), elsewhere)
        elif number % 3 == 1:
            self.mark(registers / "insurer.csv", "others", number + 1001)
            dump = leak(chance, *read(self.folder / "others" / "R3.csv"), elsewhere)
        else:
            head, rows = elsewhere
            dump = head, chance.sample(rows, len(rows) // 2), ","
        words = ["--marks", self.folder / "copies" / "marks.json", "--key", self.folder / "copies" / "marks.key"]
        if number % 2:
            words += ["--copies", self.folder / "copies"]
        found = self.trace(dump, *words)
        self.clear()
        return {f"R{i}" for i in guilty}, found

    def natural(self, number, leakers):
        chance = random.Random(f"natural {self.seed} {number} {leakers}")
        registers = self.registers(number + 200 * abs(leakers) + 100)
        copies = natural_copies(chance, *read(registers / "insurer.csv"), RECIPIENTS + 1)
        (self.folder / "copies").mkdir()
        for i in range(RECIPIENTS):
            write(self.folder / "copies" / f"R{i}.csv", *copies[i])
        elsewhere = another_register(registers)
        guilty = chance.sample(range(RECIPIENTS), max(leakers, 0))
        if leakers > 1:
            dump = together(chance, [copies[i] for i in guilty], elsewhere)
        elif leakers == 1:
            dump = leak(chance, *copies[guilty[0]], elsewhere)
        elif leakers < 0:
            dump = leak(chance, *copies[RECIPIENTS], elsewhere)
        else:
            head, rows = elsewhere
            dump = head, chance.sample(rows, len(rows) // 2), ","
        found = self.trace(dump, "--copies", self.folder / "copies")
        self.clear()
        return {f"R{i}" for i in guilty}, found


def outcome(guilty, found):
    named = set(found["named"])
    if named - guilty:
        return "wrong"
    if not named:
        return "silent"
    return "right" if named == guilty else "part"


def main():
    program, seed = sys.argv[1], int(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    kinds = [("decoys", "marked", 1, count), ("decoys 2", "marked", 2, count // 4), ("decoys 3", "marked", 3, count // 4),
             ("innocent", "marked", 0, count // 2), ("natural", "natural", 1, count), ("natural 2", "natural", 2, count // 4),
             ("natural 3", "natural", 3, count // 4), ("outsider", "natural", 0, count // 2), ("unlisted", "natural", -1, count)]
    words = [word for word in sys.argv[4:] if word != "-v"]
    wanted = words[0].split(",") if words else [kind[0] for kind in kinds]
    print(f"seed {seed}\n| rehearsals | of | right | part | silent (not from these) | wrong |\n|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = Rehearsals(program, seed, folder)
        runs = 0
        for name, method, leakers, many in kinds:
            if name not in wanted:
                continue
            counts = {"right": 0, "part": 0, "silent": 0, "wrong": 0}
            denied = 0
            for number in range(many):
                guilty, found = getattr(bench, method)(number, leakers)
                word = outcome(guilty, found)
                counts[word] += 1
                denied += found["verdict"] == "not_from_these"
                runs += 1
                if word == "wrong" or "-v" in sys.argv:
                    against = [r.get("rows_against") for r in found["recipients"] if r["name"] in guilty]
                    print(f"  {name} {number}: {word}, {sorted(guilty)} named {found['named']} by {found['by']} "
                          f"rows {found['rows']} explained {found.get('rows_explained')} against the guilty {against} "
                          f"bound {found['false_accusation_bound']:.1e}; {found['says']}", file=sys.stderr)
            print(f"| {name} | {many} | {counts['right']} | {counts['part']} | {counts['silent']} ({denied}) | {counts['wrong']} |", flush=True)
        print(f"\n{bench.seconds / max(runs, 1):.2f} s a trace")


main()
