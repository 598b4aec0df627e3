"""Bad input: each kind ends with the exit code of its kind, a code of its own and one line; memory stays bounded; nothing is
reported as examined that was not."""
import gzip
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

import harness

program = pathlib.Path(sys.argv[1]).resolve()
failures = harness.Failures("bad_input")
MEMORY = 256 << 20          # what --memory allows
HEADROOM = 192 << 20        # the program itself, its packs and its chunks
ROW = b"%d,Nusa Rimba %d,nusa%d@example.test\n"
HEADER = b"id,name,email\n"


def rows(count):
    return HEADER + b"".join(ROW % (number, number, number) for number in range(1, count + 1))


def write(name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def refused(name, outcome, exit_code, error_code):
    """The run ended with this exit, this error code, one line on standard error and nothing on standard output."""
    if not failures.outcome_is_known(outcome, name):
        return
    failures.check(outcome.code == exit_code, f"{name}: exit {outcome.code} instead of {exit_code}: {outcome.error_text.strip()[-200:]}")
    codes = (error_code,) if isinstance(error_code, str) else error_code
    failures.check(outcome.error_code in codes, f"{name}: error {outcome.error_code} instead of {codes}")
    failures.check(len(outcome.error_text.strip().splitlines()) == 1, f"{name}: {len(outcome.error_text.splitlines())} lines of error instead of one")
    failures.check(not outcome.out.strip(), f"{name}: something was printed as examined: {outcome.out[:120]!r}")


def bounded(name, outcome, limit=MEMORY + HEADROOM):
    failures.check(outcome.peak_rss < limit, f"{name}: peak memory {outcome.peak_rss >> 20} MiB, allowed {limit >> 20} MiB")


def examine(*words, **how):
    return harness.examine(program, *words, "--memory", "256MiB", **how)


def missing_and_unreadable():
    refused("missing", examine(folder / "nowhere.csv"), 66, "ingest.not_found")
    refused("read error", examine("/proc/self/mem"), 74, "ingest.unreadable")
    locked = write("locked.csv", rows(3))
    locked.chmod(0)
    if os.geteuid() == 0:
        folder.chmod(0o755)
        probe = harness.run(["/bin/sh", "-c", f"test -x '{program}'"], user=65534)
        if probe.code == 0:
            refused("unreadable", examine(locked, user=65534), 74, "ingest.unreadable")
    else:
        refused("unreadable", examine(locked), 74, "ingest.unreadable")


def nothing_there():
    refused("empty file", examine(write("empty.csv", b"")), 65, "ingest.empty")
    refused("empty standard input", examine("-"), 65, "ingest.empty")
    (folder / "hollow" / "deep").mkdir(parents=True)
    refused("folder without files", examine(folder / "hollow"), 66, "ingest.no_file")
    refused("header only", examine(write("header.csv", HEADER)), 65, "ingest.no_record")
    refused("blank lines only", examine(write("blank.csv", b"\n\n\n")), 65, ("ingest.no_table", "ingest.empty", "ingest.no_record"))
    refused("unknown flag", examine(write("ok.csv", rows(3)), "--colour-of-the-sea"), 64, "apps.usage")


def binary():
    refused("random bytes", examine(write("random.csv", random.Random(7).randbytes(1 << 20))), 65, "ingest.binary")
    refused("a program", examine("/bin/true"), 65, "ingest.binary")
    refused("NUL bytes only", examine(write("nul.csv", bytes(1 << 16))), 65, "ingest.binary")
    outcome = examine(write("some_nul.csv", HEADER + b"1,Nu\x00sa,a@example.test\n2,Rimba,b@example.test\n3,\x00,c@example.test\n"))
    if failures.outcome_is_known(outcome, "NUL in fields") and failures.check(outcome.code == 0, f"NUL in fields: {outcome.error_text}"):
        document = outcome.document()
        failures.check(harness.records_of(document) == 3, "NUL in fields: not 3 records")
        failures.check(harness.tables_of(document)[0].get("nul_bytes") == 2, "NUL in fields: nul_bytes is not 2")


def very_long():
    piece = b"x" * (1 << 20)

    def one_line(pipe):
        for _ in range(10 << 10):
            pipe.write(piece)

    outcome = examine("-", feed=one_line, seconds=150)
    refused("a line of 10 GB", outcome, 75, "ingest.record_too_long")
    bounded("a line of 10 GB", outcome)

    def line_inside(pipe):
        pipe.write(rows(1000))
        for _ in range(1 << 10):
            pipe.write(piece)
        pipe.write(b"\n" + ROW % (1001, 1, 1))

    outcome = examine("-", feed=line_inside, seconds=100)
    bounded("a line of 1 GB inside", outcome)
    if failures.outcome_is_known(outcome, "a line of 1 GB inside") and failures.check(outcome.code == 0, f"a line of 1 GB inside: {outcome.error_text}"):
        table = harness.tables_of(outcome.document())[0]
        failures.check((table["records"], table["rejected"]) == (1001, 1), f"a line of 1 GB inside: {table['records']} records, {table['rejected']} rejects")
        failures.check([reject["reason"] for reject in table["rejects"]] == ["record_too_long"], "a line of 1 GB inside: another reason")
    refused("a million columns", examine(write("wide.csv", b",".join(b"c%d" % n for n in range(1000000)) + b"\n" + b"," * 999999 + b"\n")),
            75, "ingest.too_many_columns")


def cut_off():
    packed = gzip.compress(rows(20000))
    cut = write("cut.csv.gz", packed[: len(packed) * 6 // 10])
    outcome = examine(cut)
    if failures.outcome_is_known(outcome, "truncated gz") and failures.check(outcome.code == 0, f"truncated gz: {outcome.error_text}"):
        document = outcome.document()
        exhibit = document["exhibits"][0]
        failures.check(exhibit["complete"] is False, "truncated gz: complete is not false")
        failures.check(0 < harness.records_of(document) < 20000, f"truncated gz: {harness.records_of(document)} records")
        failures.check(any(alarm["kind"] == "cut_off" for alarm in document["alarms"]), "truncated gz: no alarm cut_off")
    text = harness.run([program, "examine", cut, "--parts", "scan"])
    head = " ".join(text.out.decode("utf-8", "replace").split("\n")[:4]).lower()
    failures.check(any(word in head for word in ("incomplete", "not complete", "not whole", "cut off", "cut short", "ends early")),
                   f"truncated gz: the verdict does not say so first: {head[:300]!r}")
    outcome = examine(write("stump.csv.gz", packed[:12]))
    failures.outcome_is_known(outcome, "gz of 12 bytes")
    failures.check(outcome.code != 0, "gz of 12 bytes: passes as examined")


def archives():
    locked = folder / "locked.zip"
    with zipfile.ZipFile(locked, "w") as archive:
        archive.writestr("dump.csv", rows(50))
    content = bytearray(locked.read_bytes())
    content[6] |= 1                                          # bit 0 of the flags: encrypted; local header
    content[content.rindex(b"PK\x01\x02") + 8] |= 1          # and central directory
    locked.write_bytes(content)
    refused("encrypted zip", examine(locked), 77, "ingest.encrypted")

    block = zlib.compressobj(9, zlib.DEFLATED, 31)
    member = block.compress(HEADER + (b"1," + b"x" * (8 << 20) + b",y\n") * 8) + block.flush()
    bomb = write("bomb.csv.gz", member * 32)
    outcome = examine(bomb)                                  # 2 GB behind 2 MB
    refused("gz bomb", outcome, 75, "ingest.archive_ratio")
    bounded("gz bomb", outcome)
    zip_bomb = folder / "bomb.zip"
    with zipfile.ZipFile(zip_bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open("dump.csv", "w", force_zip64=True) as file:
        line = b"a" * (1 << 20)
        for _ in range(400):
            file.write(line)
    outcome = examine(zip_bomb)
    refused("zip bomb", outcome, 75, ("ingest.archive_ratio", "ingest.record_too_long"))
    bounded("zip bomb", outcome)
    nested = rows(10)
    for level in range(8):
        path = folder / f"level{level}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inner.zip" if level else "dump.csv", nested)
        nested = path.read_bytes()
    outcome = examine(path)
    failures.outcome_is_known(outcome, "zip in zip, 8 deep")
    failures.check(outcome.code != 0, "zip in zip, 8 deep: passes as examined")
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dump.csv", rows(20000))
    content = bytearray(whole.read_bytes())
    cases = {"zip cut in the middle": content[: len(content) // 2], "zip with damage inside": content[:5000] + bytes(200) + content[5200:]}
    for name, damaged in cases.items():
        outcome = examine(write("damaged.zip", damaged))
        if failures.outcome_is_known(outcome, name) and outcome.code == 0:
            failures.check(not outcome.document()["exhibits"][0]["complete"], f"{name}: passes as complete")


def interrupted():
    """Ctrl-C while standard input is still open."""
    process = subprocess.Popen([str(program), "examine", "-", "--parts", "scan", "--format", "json"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(rows(200000))
    process.stdin.flush()
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        failures.check(False, "Ctrl-C: still running after 20 s")
        return
    out, err = process.stdout.read(), process.stderr.read().decode("utf-8", "replace")
    failures.check(process.returncode == 130, f"Ctrl-C: exit {harness.describe(process.returncode)}: {err[-200:]}")
    says = err + out.decode("utf-8", "replace")
    failures.check("record" in says, f"Ctrl-C: does not say what was read: {says[:200]!r}")
    if out.strip():
        document = json.loads(out)
        failures.check(all(not exhibit["complete"] for exhibit in document["exhibits"]), "Ctrl-C: passes as complete")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for case in (missing_and_unreadable, nothing_there, binary, cut_off, archives, very_long, interrupted):
        started = time.monotonic()
        case()
        print(f"  {case.__name__}: {time.monotonic() - started:.1f} s")
failures.finish()
