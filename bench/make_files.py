#!/usr/bin/env python3
"""Makes the files of the benchmarks from a rehearsed dump, so that every contender gives the same answer.

Usage: bench/make_files.py DUMP.csv FOLDER
Of the rehearsal's rows those stay on whose fields all readers agree: 30 fields, quotes that enclose a whole field or stand inside a bare one
(12" monitor), line feeds. Writes FOLDER/rows.csv, FOLDER/rows.csv.gz, FOLDER/rows.csv.zst and FOLDER/large.csv, which is the
rows five times over (some 1 GB).
"""
import pathlib
import subprocess
import sys


def is_plain(field):
    if b'"' not in field:
        return True
    if field.startswith(b'"'):
        return len(field) > 1 and field.endswith(b'"') and b'"' not in field[1:-1]
    return not field.startswith((b" ", b"\t"))


def main():
    dump, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    kept = stray = 0
    with open(dump, "rb") as source, open(folder / "rows.csv", "wb") as rows:
        header = source.readline().rstrip(b"\r\n")
        rows.write(header + b"\n")
        for line in source:
            fields = line.rstrip(b"\r\n").split(b"|")
            if len(fields) != 30 or b"\r" in line[:-2] or b"\0" in line or line.rstrip(b"\r\n") == header:
                continue
            if not all(is_plain(field) for field in fields) or not any(fields):
                continue
            try:
                line.decode()
            except UnicodeDecodeError:
                continue
            # every hundredth address gets a stray quote, as messy dumps have them
            if kept % 100 == 0 and fields[3] and not fields[3].startswith(b'"'):
                fields[3] += b' 12" x'
                stray += 1
            rows.write(b"|".join(fields) + b"\n")
            kept += 1
    body = (folder / "rows.csv").read_bytes()
    first = body.index(b"\n") + 1
    with open(folder / "large.csv", "wb") as large:
        large.write(body)
        for _ in range(4):
            large.write(body[first:])
    subprocess.run(["gzip", "-kf", folder / "rows.csv"], check=True)
    subprocess.run(["zstd", "-qf", folder / "rows.csv", "-o", folder / "rows.csv.zst"], check=True)
    print(f"{kept} rows, {stray} with a stray quote, {len(body)} bytes")


main()
