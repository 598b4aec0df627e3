"""Makes two files of invented people for bench/overlap: HERE and THERE of ROWS rows each, of which three tenths are the same, in another order and case.

Usage: make_files.py ROWS FOLDER. Person i has the national number, telephone number, name, birth date and place that follow from i.
"""
import os
import random
import sys

rows, folder = int(sys.argv[1]), sys.argv[2]
AREAS = ["110101", "327301", "317101", "357801", "127101", "737101", "510301", "647101", "180101", "337401"]
PLACES = ["Bandung", "Jakarta", "Surabaya", "Medan", "Makassar", "Denpasar", "Samarinda", "Lampung", "Semarang"]
SYLLABLES = ["ba", "di", "su", "ra", "ma", "ti", "wa", "ni", "lu", "ko", "sa", "pu", "tri", "han", "yu", "la"]


def person(i):
    day, month, year = i // 10 % 28 + 1, i // 280 % 12 + 1, i // 3360 % 60 + 40
    nik = f"{AREAS[i % 10]}{day:02}{month:02}{year:02}{i // 201600 % 9999 + 1:04}"
    name = " ".join("".join(SYLLABLES[i >> s & 15] for s in (at, at + 4, at + 8)).capitalize() for at in (0, 12))
    return nik, name, f"0812{i:08}", f"19{year:02}-{month:02}-{day:02}", PLACES[i % 9]


def write(path, people, shout):
    with open(path, "w") as out:
        out.write("NIK,NAMA,NO_HP,TGL_LAHIR,TMP_LAHIR\n")
        for i in people:
            line = ",".join(person(i))
            out.write((line.upper() if shout else line) + "\n")


os.makedirs(folder, exist_ok=True)
random.seed(1)
here = list(range(rows))
there = list(range(rows - rows * 3 // 10, 2 * rows - rows * 3 // 10))
random.shuffle(here)
random.shuffle(there)
write(f"{folder}/here.csv", here, False)
write(f"{folder}/there.csv", there, True)
