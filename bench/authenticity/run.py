#!/usr/bin/env python3
"""Real or made up: run.py PROGRAM [FIRST_SEED] examines 20 leaks of rehearsed registers and 20 invented tables, and says in how many
the sign of authenticity.log10_lr is right.

The leaks are parts of registers that `rehearse` keeps: the insurer, the bank, the population registry (twice, of two rehearsals), the marketplace
and the telecom of bpjs-2021, sim-2022; rows dropped at random, two columns dropped, the others in another order. The invented tables are made from
registers of the same kinds, of rehearsals with other seeds, in three ways:
  independent   every column drawn by itself: shuffled
  fitted        drawn from a model: columns about a person's kind drawn together as they stand, births by the years' shares, names, offices and hours by
                theirs, and the national number put together from them, its serial by chance (even seeds) or by the serials' shares (odd seeds)
  unallocated   as fitted, with a national number of an area that nobody has, and telephone and member numbers of digits by chance
Nobody in them exists. The method may not know this file. A ratio within 0.3 decades is "cannot tell", as the report says it, and not right.
"""
import csv
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

TOLD = 0.3
KINDS = ("insurer", "bank", "registry", "marketplace", "telecom")
KEYS = {"NO_KK", "NOKA", "PSNOKA", "PSNOKALAMA", "PSNOKALAMA2", "CIF", "user_id", "NPWP"}
TOGETHER = {"JENKEL", "AGAMA", "KDHUBKEL", "KDSTAWIN", "KDNEGARA", "KDGOLDARAH", "KDSTATUSPST", "FLAGTANGGUNGAN", "JENIS_KELAMIN", "STATUS_KAWIN",
            "JENIS_KLMIN", "STAT_KWN", "STAT_HBKEL", "GOL_DRH", "KWRNGRN", "gender", "tier", "STATUS", "CHANNEL"}
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def rows_of(path):
    with open(path, newline="") as file:
        delimiter = max(",;|\t", key=file.readline().count)
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        head = next(reader)
        return head, [row for row in reader if len(row) == len(head)]


def rehearse(program, folder, scenario, rows, seed):
    subprocess.run([program, "rehearse", scenario, "--rows", str(rows), "--seed", str(seed), "--out", folder], check=True, capture_output=True)
    return folder


def leak(head, rows, chance):
    """What a leaker has of a register: most rows, most columns, in another order."""
    columns = list(range(len(head)))
    chance.shuffle(columns)
    columns = columns[: max(4, len(columns) - 2)]
    return [head[c] for c in columns], [[row[c] for c in columns] for row in rows if chance.random() < 0.7]


def independent(head, rows, chance):
    columns = [list(column) for column in zip(*rows)]
    for column in columns:
        chance.shuffle(column)
    return head, [list(row) for row in zip(*columns)]


def digits(chance, like):
    return "".join(chance.choice("0123456789") if c.isdigit() else c for c in like)


def fitted(head, rows, chance, serials_by_share, is_allocated):
    national = [c for c, name in enumerate(head) if name in ("NIK", "NOKTP", "NO_IDENTITAS")]
    births = [c for c, name in enumerate(head) if name in ("TGLLHR", "TGL_LAHIR", "TGL_LHR", "dob")]
    out = []
    for _ in rows:
        kind = chance.choice(rows)
        row = [kind[c] if name in TOGETHER else chance.choice(rows)[c] for c, name in enumerate(head)]
        for c, name in enumerate(head):
            if name in KEYS or (not is_allocated and name in ("NOHP", "NO_HP", "MSISDN", "phone")):
                row[c] = digits(chance, row[c])
        born = next((kind[c] for c in national if len(kind[c]) == 16), "")
        if born:
            woman = int(born[6:8]) > 40
            day, month = chance.randint(1, 28), chance.randint(1, 12)
            year = chance.choice([other[national[0]][10:12] for other in chance.sample(rows, 5)] or ["80"]) or "80"
            area = chance.choice(rows)[national[0]][:6] or "317101"
            if not is_allocated:
                area = f"{chance.choice((10, 22, 29, 37, 40, 55, 66, 79, 88, 99))}{chance.randint(1, 79):02}{chance.randint(1, 30):02}"
            serial = chance.choice(rows)[national[0]][12:16] if serials_by_share else f"{chance.randint(1, 9999):04}"
            number = f"{area}{day + 40 * woman:02}{month:02}{year}{serial}"
            for c in national:
                row[c] = number if kind[c] else ""
            century = "20" if year <= "21" else "19"
            for c in births:
                like = kind[c]
                if not like:
                    continue
                if like[:4].isdigit():
                    row[c] = f"{century}{year}-{month:02}-{day:02}"
                elif like[3:6].isalpha():
                    row[c] = f"{day:02}-{MONTHS[month - 1]}-{year}"
                else:
                    row[c] = f"{day:02}{like[2]}{month:02}{like[2]}{century}{year}"
        out.append(row)
    return head, out


def judge(program, path, table):
    head, rows = table
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
    ran = subprocess.run([program, "examine", path, "--parts", "origin", "--format", "json"], check=True, capture_output=True)
    return json.loads(ran.stdout).get("authenticity")


def registers(program, folder, first):
    """By kind, each once: enough of every kind that none is taken twice."""
    out = {}
    for seed in range(first, first + 14):
        made = rehearse(program, folder / f"b{seed}", "bpjs-2021", 20000, seed)
        for kind in KINDS:
            path = made / "registers" / f"{kind}.csv"
            if path.exists():
                out.setdefault(kind, []).append((seed, path))
    for seed in range(first, first + 6):
        out.setdefault("sim-2022", []).append((seed, rehearse(program, folder / f"s{seed}", "sim-2022", 6000, seed) / "dump.csv"))
    return out


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 701
    ratios = {True: [], False: []}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pools = {is_real: registers(program, folder, first if is_real else first + 20) for is_real in (True, False)}
        turns = ("insurer", "bank", "registry", "insurer", "marketplace", "registry", "telecom", "sim-2022", "insurer", "bank")
        for number in range(40):
            is_real = number < 20
            kind = turns[number % len(turns)]
            seed, path = pools[is_real][kind].pop(0)
            chance = random.Random(f"{first} {number}")
            head, rows = rows_of(path)
            rows = chance.sample(rows, min(len(rows), 4000))
            if is_real:
                how, table = "leak", leak(head, rows, chance)
            elif number % 3 == 0:
                how, table = "independent", independent(head, rows, chance)
            else:
                how = "fitted" if number % 3 == 1 else "unallocated"
                table = fitted(head, rows, chance, seed % 2 == 1, how == "fitted")
            said = judge(program, folder / "table.csv", table)
            ratio = said["log10_lr"] if said else 0.0
            ratios[is_real].append(ratio)
            traits = " ".join(f"{e['group']} {e['log10_lr']:+.1f}" for e in said["evidence"]) if said else "nothing to ask"
            wrong = "   CANNOT TELL" if abs(ratio) < TOLD else "" if (ratio > 0) == is_real else "   WRONG"
            print(f"{'real' if is_real else 'made':5} {how:12} {kind:12} seed {seed} rows {len(table[1]):5} log10 LR {ratio:+.2f}  {traits}{wrong}", flush=True)
    right = sum(r >= TOLD for r in ratios[True]) + sum(r <= -TOLD for r in ratios[False])
    wrong = sum(r <= -TOLD for r in ratios[True]) + sum(r >= TOLD for r in ratios[False])
    by_sign = sum(r > 0 for r in ratios[True]) + sum(r < 0 for r in ratios[False])
    cllr = 0.5 * sum(math.log2(1 + 10 ** -r) for r in ratios[True]) / 20 + 0.5 * sum(math.log2(1 + 10**r) for r in ratios[False]) / 20
    print(f"right in {right} of 40, wrong in {wrong}, cannot tell {40 - right - wrong}; by sign alone right in {by_sign}; Cllr {cllr:.3f}")


if __name__ == "__main__":
    main()
