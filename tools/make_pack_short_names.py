#!/usr/bin/env python3
"""Makes packs/global/short_names.tsv from names.csv of the nicknames package (PyPI nicknames 1.0.1, Apache-2.0).

    python3 tools/make_pack_short_names.py names.csv     names.csv lies in the wheel
"""
import csv
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
pairs = set()
with open(sys.argv[1], encoding="utf-8") as file:
    for row in csv.DictReader(file):
        full, short = row["name1"], row["name2"]
        if full != short and all(word.isascii() and word.isalpha() and word.islower() for word in (full, short)):
            pairs.add((short, full))
lines = ["short\tfull", *("\t".join(pair) for pair in sorted(pairs))]
(root / "packs/global/short_names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
