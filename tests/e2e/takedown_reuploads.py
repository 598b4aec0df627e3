"""A file that turns up is recognised as a copy of an exhibit when it was sorted, delimited, quoted or packed anew, or cut.

Usage: takedown_reuploads.py PROGRAM. All rows are invented.
"""
import csv
import gzip
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

program = sys.argv[1]


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=120)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stderr


def compared(path, *words):
    found = json.loads(run("takedown", "compare", path, "--format", "json", *words))["compared"]
    return found[0]


def share(found, side):
    return next((each[side] for each in found["overlaps"] if each["field"] == "row"), 0)


def register(seed, rows):
    draw = random.Random(seed)
    names = ["Budi", "Siti", "Agus", "Dewi", "Rina", "Joko", "Tono", "Wati"]
    out = [["no_anggota", "nama", "tgl_lahir", "telepon"]]
    for i in range(rows):
        out.append([f"{draw.randrange(10**12):013d}", f"{draw.choice(names)} {draw.choice(names)} {draw.randrange(9999)}",
                    f"{draw.randrange(1950, 2010)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}",
                    f"0812{draw.randrange(10**8):08d}"])
    return out


def text(rows, delimiter=",", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
    return out.getvalue()


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    rows = register(1, 4000)
    dump = folder / "dump.csv"
    dump.write_text(text(rows))
    with gzip.open(folder / "packed.csv.gz", "wt") as packed:
        packed.write(text(rows))
    (folder / "other.csv").write_text(text(register(2, 4000)))
    resorted = [rows[0]] + sorted(rows[1:], key=lambda row: row[1])
    with zipfile.ZipFile(folder / "resorted.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", text(resorted, ";", csv.QUOTE_ALL))
    (folder / "moved.csv").write_text(text([[row[2], row[0], row[3], row[1]] for row in resorted], "|"))
    (folder / "first.csv").write_bytes(dump.read_bytes()[:len(dump.read_bytes()) // 3])
    (folder / "more.csv").write_text(text(rows + register(3, 2000)[1:]))
    (folder / "mixed.csv").write_text(text(rows[:2001] + register(4, 2000)[1:]))

    run("case", "open", case, "--law", "id", "--as", "rina")
    run("case", "add", case, folder / "packed.csv.gz")
    run("case", "add", case, folder / "other.csv", "--leave")
    for what, likeness, here, there in [("packed.csv.gz", "same_file", 1, 1), ("dump.csv", "same_rows", 1, 1),
                                        ("resorted.zip", "same_rows", 1, 1), ("moved.csv", "same_rows", 1, 1),
                                        ("first.csv", "part", 1, 1 / 3), ("more.csv", "more", 2 / 3, 1),
                                        ("mixed.csv", "shares_rows", 1 / 2, 1 / 2)]:
        for words in (["--case", case], ["--exhibit", folder / "packed.csv.gz"]):
            found = compared(folder / what, *words)
            assert found["likeness"] == likeness, (what, found)
            assert found["exhibit"] in ("E1", "packed.csv.gz"), (what, found)
            assert abs(share(found, "share_here") - here) < 0.02 and abs(share(found, "share_there") - there) < 0.02, (what, found)
    stranger = folder / "stranger.csv"
    stranger.write_text(text(register(9, 1000)))
    found = compared(stranger, "--case", case)
    assert found["likeness"] in ("other", "alike_bytes") and not any(each["shared"] for each in found["overlaps"]), found
    before = json.loads(run("case", "show", case, "--format", "json"))["events"]
    assert "the same rows in another form" in run("takedown", "compare", folder / "moved.csv", "--case", case)
    assert "baris yang sama" in run("takedown", "compare", folder / "moved.csv", "--case", case, "--lang", "id")
    assert json.loads(run("case", "show", case, "--format", "json"))["events"] == before, "comparing changed the case"
    assert "engine.exhibit_unknown" in run("takedown", "compare", dump, code=66)
    assert "engine.not_found" in run("takedown", "compare", folder / "none", "--exhibit", dump, code=66)

print("copies are recognised")
