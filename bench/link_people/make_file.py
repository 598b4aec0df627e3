#!/usr/bin/env python3
"""Makes the file that the contenders of bench/link_people read from a rehearsed dump with a column PERSON.

Usage: make_file.py REHEARSAL RECORDS OUT.csv
Of each record the columns that linkage uses, cleaned as Splink's documentation asks for: names in capitals without blanks at the ends, birth
dates as YYYY-MM-DD, phones as national digits, one national id of 16 digits (of NIK, else of NOKTP), empty for what cannot be read. The last column,
PERSON, is the truth: no contender may look at it.
"""
import csv
import json
import pathlib
import re
import sys

MONTHS = "JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER".split()
SHORT = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
NOTHING = {"", "NULL", "-", "N/A", "0", "TIDAK ADA", "\\N"}


def iso(year, month, day):
    if month > 12 >= day:
        day, month = month, day
    return f"{year:04}-{month:02}-{day:02}" if 1900 <= year < 2030 and 1 <= month <= 12 and 1 <= day <= 31 else ""


def date(text):
    text = text.split(" 00:")[0].upper()
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return iso(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d\d)[-/.](\d\d)[-/.](\d{4})", text):
        day, month, year = map(int, found.groups())
        return iso(year, month, day)
    if found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
        return iso(*map(int, found.groups()))
    if (found := re.fullmatch(r"(\d\d)-([A-Z]{3})-(\d\d)", text)) and found[2] in SHORT:
        year = int(found[3])
        return iso(year + (2000 if year <= 21 else 1900), SHORT.index(found[2]) + 1, int(found[1]))
    if (found := re.fullmatch(r"(\d+) ([A-Z]+) (\d{4})", text)) and found[2] in MONTHS:
        return iso(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return ""


def words(text):
    text = " ".join(text.upper().replace('"', " ").split())
    return "" if text in NOTHING else text


def phone(text):
    digits = re.sub(r"\D", "", text.split("/")[0])
    digits = digits.removeprefix("62").lstrip("0")
    return digits if len(digits) >= 8 else ""


def national_id(*fields):
    for field in fields:
        if re.fullmatch(r"\d{16}", field.strip(" '")):
            return field.strip(" '")
    return ""


def number(text):
    return text if re.fullmatch(r"\d{6,}", text) else ""


def main():
    folder, limit, out = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    truth = json.load(open(folder / "truth.json"))
    sexes = {"P": "P", "WANITA": "P", "PEREMPUAN": "P", "F": "P", "L": "L", "PRIA": "L", "LAKI-LAKI": "L", "M": "L"}
    # Stray quotes are of no concern here, but both contenders must read one and the same file.
    with open(folder / "dump.csv", encoding="utf-8-sig", errors="replace", newline="") as dump, open(
        out, "w", newline="", encoding="utf-8"
    ) as rows:
        reader = csv.reader((line.replace("\0", "") for line in dump), delimiter=truth["file"]["delimiter"])
        header = next(reader)
        at = {name: header.index(name) for name in header}
        writer = csv.writer(rows, lineterminator="\n")
        writer.writerow("nama tmplhr tgllhr jenkel nohp nik email noka PERSON".split())
        record = 0
        for row in reader:
            if len(row) != len(header) or row == header or not row[at["PERSON"]].isdigit():
                continue
            record += 1
            get = lambda name: row[at[name]].strip()
            mail = get("EMAIL").lower()
            writer.writerow(
                [words(get("NAMA")), words(get("TMPLHR")), date(get("TGLLHR")), sexes.get(get("JENKEL").upper(), ""),
                 phone(get("NOHP")), national_id(get("NIK"), get("NOKTP")), mail if "@" in mail else "", number(get("NOKA")),
                 row[at["PERSON"]]]
            )
            if record == limit:
                break
    print(f"{record} records")


main()
