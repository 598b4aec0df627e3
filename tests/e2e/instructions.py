#!/usr/bin/env python3
"""Counts the instructions of a scan and holds them against a bound, since times on shared machines say nothing.

Usage: instructions.py PROGRAM. The file is the rehearsal bpjs-2021 of 20,000 rows, seed 1, read by one thread. The bound stands in
bench/instructions.txt beside what was counted when it was set; who makes the scan dearer on purpose raises it there and says why.
Skips without valgrind, and on a processor without AVX2 and AES, for which other code is chosen.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import harness

BOUND = harness.ROOT / "bench" / "instructions.txt"


def main():
    program = sys.argv[1]
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed")
        return harness.SKIPPED
    flags = pathlib.Path("/proc/cpuinfo").read_text()
    if not re.search(r"^flags\s*:.*\baes\b.*", flags, re.M) or not re.search(r"^flags\s*:.*\bavx2\b.*", flags, re.M):
        print("skipped: the bound is for processors with AVX2 and AES")
        return harness.SKIPPED
    bounds = dict(line.split() for line in BOUND.read_text().splitlines() if line and not line.startswith("#"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "rehearse", "bpjs-2021", "--rows", "20000", "--seed", "1", "--out", folder], check=True,
                       stdout=subprocess.DEVNULL)
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, "examine",
                   f"{folder}/dump.csv", "--threads", "1", "--parts", "scan", "--format", "json"]
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=300)
    if run.returncode != 0:
        print(f"FAILED: the program ended with {run.returncode} under valgrind:\n{run.stderr[-2000:]}")
        return 1
    counted = int(re.search(r"Collected : (\d+)", run.stderr)[1])
    bound = int(bounds["scan_20000"])
    print(f"{counted:,} instructions; the bound is {bound:,}")
    if counted > bound:
        print(f"FAILED: the scan needs more instructions than {BOUND.name} allows")
        return 1
    return 0


sys.exit(main())
