#!/usr/bin/env python3
"""Contender of bench/link_people: `sidik people`. Usage: sidik_people.py SIDIK FILE.csv CLUSTERS.csv

Writes record,cluster into CLUSTERS and prints what the program says of itself: accuracy against the column PERSON, pairs, seconds.
"""
import json
import subprocess
import sys

command = [sys.argv[1], "people", sys.argv[2], "--truth", "PERSON", "--rows", sys.argv[3], "--format", "json"]
out = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
print(json.dumps({**{name: round(value, 5) for name, value in out["pairwise"].items()}, "says": "sidik itself"}))
linking = out["seconds"]["linking"]
print(f"{out['pairs_compared']} pairs compared, {out['pairs_compared'] / linking:.0f} a second; read in {out['seconds']['reading']:.2f} s, linked in {linking:.2f} s")
