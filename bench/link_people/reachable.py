#!/usr/bin/env python3
"""What linkage by agreement can reach on a file of bench/link_people: an oracle that knows the truth, but may join two records of a person only
where they agree in something. Usage: reachable.py FILE.csv

Prints for three oracles the number of persons that they would count and its error: more is what only an estimate, not a link, can take away.
"""
import collections
import csv
import json
import sys


def strong(row):
    for column in ("nik", "nohp", "email"):
        if row[column]:
            yield column, row[column]
    for column in ("tgllhr", "noka"):
        if row["nama"] and row[column]:
            yield "nama", column, row["nama"], row[column]


def with_birth(row):
    yield from strong(row)
    if row["tgllhr"]:
        yield "tgllhr", row["tgllhr"]


def with_name(row):
    yield from with_birth(row)
    if row["nama"]:
        yield "nama", row["nama"]


def parts(rows, keys):
    """Into how many parts the records of one person fall when those with a key in common are joined."""
    parent = list(range(len(rows)))

    def root(at):
        while parent[at] != at:
            at = parent[at]
        return at

    first = {}
    for number, row in enumerate(rows):
        for key in keys(row):
            parent[root(number)] = root(first.setdefault(key, number))
    return len({root(number) for number in range(len(rows))})


def main():
    persons = collections.defaultdict(list)
    with open(sys.argv[1], newline="") as file:
        for row in csv.DictReader(file):
            persons[row["PERSON"]].append(row)
    oracles = {"an id, a phone, a mail, or name with birth date or household": strong, "or the birth date alone": with_birth,
               "or the name alone": with_name}
    for says, keys in oracles.items():
        counted = sum(parts(rows, keys) for rows in persons.values())
        print(json.dumps({"joined by": says, "counted": counted, "persons": len(persons), "error": round(counted / len(persons) - 1, 4)}))


main()
