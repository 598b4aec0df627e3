#!/usr/bin/env python3
"""Pairwise precision, recall and F1 of clusters against the truth, by counts: no pair is listed.

Usage: evaluate.py TRUTH.csv CLUSTERS.csv     both record,cluster with a header; a record that is missing from CLUSTERS stands alone
Prints JSON {"precision", "recall", "f1", "persons", "clusters"}.
"""
import collections
import csv
import json
import sys


def read(path):
    with open(path, newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: row[1] for row in rows}


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def main():
    truth, clusters = read(sys.argv[1]), read(sys.argv[2])
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
