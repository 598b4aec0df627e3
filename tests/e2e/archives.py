"""Containers: each one of the same table gives the same document; limits, passwords and cuts end as they should; no name in an
archive reaches the disk; nothing hangs."""
import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import pathlib
import random
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

import harness
import packing

program = pathlib.Path(sys.argv[1]).resolve()
failures = harness.Failures("archives")
ROWS = 3000
CSV = b"id,name,email\n" + b"".join(b"%d,Nusa Rimba %d,nusa%d@example.test\n" % (n, n, n) for n in range(ROWS))
KEY = b"00112233445566778899aabbccddeeff\n"


def as_zip(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return out.getvalue()


def as_tar(members, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, text in members:
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))
    return out.getvalue()


ONE = [("dump.csv", CSV)]
CONTAINERS = {
    "dump.csv": CSV,
    "dump.csv.gz": gzip.compress(CSV),
    "dump.csv.bz2": bz2.compress(CSV),
    "dump.csv.xz": lzma.compress(CSV),
    "dump.csv.zst": packing.zst(CSV),
    "dump.zip": as_zip(ONE),
    "stored.zip": as_zip(ONE, zipfile.ZIP_STORED),
    "bzip2.zip": as_zip(ONE, zipfile.ZIP_BZIP2),
    "lzma.zip": as_zip(ONE, zipfile.ZIP_LZMA),
    "dump.tar": as_tar(ONE),
    "old.tar": as_tar(ONE, tarfile.USTAR_FORMAT),
    "gnu.tar": as_tar(ONE, tarfile.GNU_FORMAT),
    "dump.tar.gz": gzip.compress(as_tar(ONE)),
    "dump.tar.bz2": bz2.compress(as_tar(ONE)),
    "dump.tar.xz": lzma.compress(as_tar(ONE)),
    "dump.tar.zst": packing.zst(as_tar(ONE)),
    "dump.7z": packing.seven_zip(ONE),
    "dump.rar": packing.rar4(ONE),
    "five.rar": packing.rar5(ONE),
    "three_deep.zip": as_zip([("inner.tar.gz", gzip.compress(as_tar([("dump.csv.xz", lzma.compress(CSV))])))]),
    "seven_in_zip.zip": as_zip([("inner.7z", packing.seven_zip(ONE))]),
    "rar_in_seven.7z": packing.seven_zip([("inner.rar", packing.rar5(ONE))]),
}
NESTED = {"three_deep.zip": ("--max-depth", "5")}


def examine(*words, **how):
    return harness.examine(program, *words, "--key", folder / "key", "--memory", "256MiB", **how)


def write(name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def refused(name, outcome, exit_code, error_code):
    if failures.outcome_is_known(outcome, name):
        failures.check((outcome.code, outcome.error_code) == (exit_code, error_code),
                       f"{name}: exit {outcome.code} {outcome.error_code} instead of {exit_code} {error_code}: {outcome.error_text.strip()[-300:]}")


def essence(document):
    """What must not depend on the container."""
    tables = harness.tables_of(document)
    for table in tables:
        table.pop("survey", None)
    return {"tables": tables, "ledger": [step for step in document["ledger"] if step["step"] != "bytes"], "severity": document.get("severity")}


def same_document():
    plain = None
    for name, content in CONTAINERS.items():
        for way in ("file", "pipe"):
            path = write(name, content)
            source = path if way == "file" else "-"
            feed = None if way == "file" else (lambda pipe, bytes=content: pipe.write(bytes))
            outcome = examine(source, *NESTED.get(name, ()), feed=feed)
            where = f"{name} as a {way}"
            if not failures.outcome_is_known(outcome, where) or not failures.check(outcome.code == 0, f"{where}: {outcome.error_text.strip()}"):
                continue
            document = outcome.document()
            exhibit = document["exhibits"][0]
            failures.check(exhibit["sha256"] == hashlib.sha256(content).hexdigest(), f"{where}: another SHA-256")
            failures.check(exhibit["bytes"] == len(content), f"{where}: {exhibit['bytes']} bytes of {len(content)}")
            failures.check(exhibit["complete"] is True, f"{where}: incomplete: {exhibit.get('incomplete_because')}")
            failures.check(harness.tables_of(document)[0]["bytes"]["total"] == len(CSV), f"{where}: another size of the member")
            failures.check(not exhibit["skipped"], f"{where}: skipped {exhibit['skipped']}")
            if way == "file":
                failures.check(harness.tables_of(document)[0]["name"] == "dump.csv", f"{where}: its table is named {harness.tables_of(document)[0]['name']}")
            for table in harness.tables_of(document):
                table.pop("name")
            plain = plain or essence(document)
            failures.check(essence(document) == plain, f"{where}: another document than that of the plain file")


def passwords():
    right = write("right", b"not this one\nkunci rahasia\n")
    windows = write("windows", b"kunci rahasia\r\n")
    wrong = write("wrong", b"one\ntwo\n")
    empty = write("empty", b"\n\n")
    for cipher in ("aes256", "traditional"):
        path = write(f"{cipher}.zip", packing.encrypted_zip(ONE, "kunci rahasia", cipher))
        refused(f"{cipher} without a password", examine(path), 77, "ingest.encrypted")
        refused(f"{cipher} with wrong ones", examine(path, "--password-file", wrong), 77, "ingest.wrong_password")
        for file in (right, windows):
            outcome = examine(path, "--password-file", file)
            if failures.check(outcome.code == 0, f"{cipher}: {outcome.error_text.strip()}"):
                failures.check(harness.records_of(outcome.document()) == ROWS, f"{cipher}: other records")
                failures.check(b"kunci" not in outcome.out + outcome.err, f"{cipher}: the password is printed")
        outcome = examine("-", "--password-file", right, feed=lambda pipe, path=path: pipe.write(path.read_bytes()))
        failures.check(outcome.code == 0, f"{cipher} as a pipe: {outcome.error_text.strip()}")
    refused("an empty password file", examine(path, "--password-file", empty), 66, "engine.password_unreadable")
    refused("no password file", examine(path, "--password-file", folder / "nowhere"), 66, "engine.password_unreadable")
    mixed = write("mixed.zip", as_zip([("locked.zip", packing.encrypted_zip(ONE, "kunci rahasia")), ("open.csv", CSV)]))
    outcome = examine(mixed)
    if failures.check(outcome.code == 0, f"an encrypted member among others: {outcome.error_text.strip()}"):
        skipped = outcome.document()["exhibits"][0]["skipped"]
        failures.check([entry["reason"].startswith("ingest.encrypted") for entry in skipped] == [True, True], f"an encrypted member among others: {skipped}")


def odd_names():
    """Names are labels. What would be written by an unpacker is looked for where it would be."""
    trap = folder / "trap"
    trap.mkdir()
    names = ["../outside.csv", str(folder / "absolute.csv"), "a\x1b[2Jb.csv", "a\u202evsc.csv", "same.csv", "same.csv", "n" * 4000 + ".csv", "..", "CON", "a\nb.csv"]
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(CSV)
            archive.addfile(info, io.BytesIO(CSV))
        for kind, name in ((tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "hard"), (tarfile.CHRTYPE, "device"), (tarfile.FIFOTYPE, "fifo")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    for name, content in (("names.tar", tar.getvalue()), ("names.7z", packing.seven_zip([(name, CSV) for name in names]))):
        before = sorted(os.listdir(folder)), sorted(os.listdir(trap))
        path = write(name, content)
        outcome = examine(path, cwd=trap)
        if not failures.check(outcome.code == 0, f"{name}: {outcome.error_text.strip()}"):
            continue
        document = outcome.document()
        failures.check(harness.records_of(document) == ROWS * len(names), f"{name}: {harness.records_of(document)} records")
        for table in harness.tables_of(document):
            failures.check(len(table["name"]) <= 255 and table["name"].isprintable() or "\ufffd" in table["name"], f"{name}: a table is named {table['name']!r}")
            failures.check(not any(ord(letter) < 32 or letter == "\u202e" for letter in table["name"]), f"{name}: {table['name']!r} steers")
        after = sorted(set(os.listdir(folder)) - {name}), sorted(os.listdir(trap))
        failures.check((sorted(set(before[0]) - {name}), before[1]) == after, f"{name}: it left something on the disk")
        if name.endswith(".tar"):
            skipped = document["exhibits"][0]["skipped"]
            failures.check([entry["name"] for entry in skipped] == ["link", "hard", "device", "fifo"], f"{name}: skipped {skipped}")
            failures.check(all(entry["reason"].startswith("ingest.not_a_file") for entry in skipped), f"{name}: skipped {skipped}")


def limits():
    deep = CSV
    for _ in range(6):
        deep = gzip.compress(deep)
    refused("six deep", examine(write("deep.gz", deep)), 75, "ingest.archive_depth")
    outcome = examine(write("deep.gz", deep), "--max-depth", "6")
    failures.check(outcome.code == 0, f"six deep and allowed: {outcome.error_text.strip()}")
    many = as_zip([(f"{n}.csv", b"id,name\n1,A\n") for n in range(50)])
    refused("fifty members", examine(write("many.zip", many), "--max-entries", "49"), 75, "ingest.archive_entries")
    failures.check(examine(write("many.zip", many), "--max-entries", "50").code == 0, "fifty members and allowed")
    twice = as_zip([("a.zip", many), ("b.zip", many)])
    refused("fifty members twice over", examine(write("twice.zip", twice), "--max-entries", "90"), 75, "ingest.archive_entries")
    for name, content in CONTAINERS.items():
        if name != "dump.csv":
            refused(f"bytes of {name}", examine(write(name, content), "--max-unpacked", "20000", *NESTED.get(name, ())), 75, "ingest.archive_bytes")
    line = b"1,Nusa,nusa@example.test\n"
    block = line * 40000  # 1 MB
    bombs = {
        "bomb.gz": gzip.compress(block) * 120,
        "bomb.bz2": bz2.compress(block) * 120,
        "bomb.xz": lzma.compress(block) * 120,
        "bomb.zst": packing.zst(block) * 120,
        "bomb.zip": as_zip([("bomb.csv", block * 100)]),
        "bomb.tar.gz": gzip.compress(as_tar([("bomb.csv", block * 100)])),
    }
    for name, content in bombs.items():
        path = write(name, content)
        outcome = examine(path, "--max-ratio", "50")
        refused(name, outcome, 75, "ingest.archive_ratio")
        # The members of a zip are not surveyed, so that the table has begun when the bound is met.
        failures.check(name != "bomb.zip" or "no report" in outcome.error_text, f"{name}: it does not say that there is no report: {outcome.error_text}")
        path.unlink()


def bad_kinds():
    refused("a volume", examine(write("a.part1.rar", packing.rar4(ONE)[:10] + b"\x01" + packing.rar4(ONE)[11:])), 77, "ingest.archive_volume")
    program_head = bytearray(b"MZ" + bytes(0x200))
    program_head[0x3c], program_head[0x80:0x84] = 0x80, b"PE\0\0"
    refused("a self-extracting program", examine(write("sfx.exe", bytes(program_head) + as_zip(ONE))), 77, "ingest.self_extracting")
    refused("an empty zip", examine(write("empty.zip", as_zip([]))), 65, "ingest.no_table")
    refused("a broken 7z", examine(write("broken.7z", packing.seven_zip(ONE)[:-40])), 65, "ingest.archive_damaged")


def cuts():
    """What is cut or damaged ends soon, in a known way, and never gives a record that was not there."""
    chance = random.Random(5)
    truth = set(CSV.splitlines())
    for name, content in CONTAINERS.items():
        if name == "dump.csv":
            continue
        for turn in range(6):
            at = chance.randrange(len(content))
            is_cut = turn % 2 == 0
            damaged = content[:at] if is_cut else content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1:]
            outcome = examine(write("damaged", damaged), *NESTED.get(name, ()), seconds=30)
            where = f"{name} {'cut' if is_cut else 'damaged'} at {at}"
            if not failures.outcome_is_known(outcome, where) or outcome.code != 0:
                continue
            document = outcome.document()
            if is_cut:
                failures.check(harness.records_of(document) <= ROWS, f"{where}: {harness.records_of(document)} records")
                rest_is_filler = len(content) - at <= 10240 and ".tar" in name
                failures.check(document["exhibits"][0]["complete"] is False or rest_is_filler or harness.records_of(document) == ROWS,
                               f"{where}: {harness.records_of(document)} records and no word of the cut")


def stopping():
    """Ctrl-C ends the program and its helper, and leaves no process behind."""
    block = gzip.compress(b"1,Nusa,nusa@example.test\n" * 40000, 1)
    endless = subprocess.Popen([program, "examine", "-", "--format", "json", "--max-ratio", "1000000"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    for _ in range(20):
        endless.stdin.write(block)
    endless.stdin.flush()
    children = pathlib.Path(f"/proc/{endless.pid}/task/{endless.pid}/children")
    until = time.monotonic() + 20
    while time.monotonic() < until and not children.read_text().split():
        pass
    helpers = children.read_text().split()
    failures.check(len(helpers) >= 1, "stopping: there is no helper process")
    endless.send_signal(signal.SIGINT)
    try:
        _, error = endless.communicate(timeout=30)
        failures.check(endless.returncode == 130, f"stopping: exit {endless.returncode}: {error!r}")
    except subprocess.TimeoutExpired:
        endless.kill()
        failures.check(False, "stopping: it does not end")
    failures.check(not any(pathlib.Path(f"/proc/{helper}").exists() for helper in helpers), "stopping: a helper is left behind")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "key").write_bytes(KEY)
    for part in (same_document, passwords, odd_names, limits, bad_kinds, cuts, stopping):
        started = time.monotonic()
        part()
        if "--times" in sys.argv:
            print(f"{part.__name__}: {time.monotonic() - started:.1f} s", file=sys.stderr)
failures.finish()
