#!/usr/bin/env python3
"""Pairwise precision, recall and F1 of clusters against the truth, by counts: no pair is listed.

Usage: evaluate.py FILE.csv CLUSTERS.csv
The truth is the last column of FILE, record by record. CLUSTERS has a header and the lines record,cluster, records counted from 1 in the
order of FILE; a record that is missing from it stands alone.
Prints JSON {"precision", "recall", "f1", "persons", "clusters"}.
"""
import collections
import csv
import json
import sys


def rows_of(path):
    with open(path, newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def main():
    truth = {str(number): row[-1] for number, row in enumerate(rows_of(sys.argv[1]), 1)}
    clusters = {row[0]: row[1] for row in rows_of(sys.argv[2])}
    if not set(clusters) <= set(truth):
        sys.exit("evaluate: the clusters have records that the truth does not have")
    found = {record: clusters.get(record, f"alone {record}") for record in truth}
    right = pairs(collections.Counter((truth[record], found[record]) for record in truth).values())
    real = pairs(collections.Counter(truth.values()).values())
    said = pairs(collections.Counter(found.values()).values())
    precision = right / said if said else 1.0
    recall = right / real if real else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(json.dumps({"precision": round(precision, 5), "recall": round(recall, 5), "f1": round(f1, 5),
                      "persons": len(set(truth.values())), "clusters": len(set(found.values()))}))


main()
