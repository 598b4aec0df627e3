#!/usr/bin/env python3
"""What `sidik people` says of a file of bench/link_people: accuracy against the column PERSON, pairs, seconds. Usage: sidik_people.py SIDIK FILE.csv"""
import json
import subprocess
import sys

out = json.loads(subprocess.run([sys.argv[1], "people", sys.argv[2], "--truth", "PERSON", "--format", "json"], check=True, capture_output=True).stdout)
print(json.dumps({**{name: round(value, 5) for name, value in out["pairwise"].items()}, "clusters": out["persons"]}))
linking = out["seconds"]["linking"]
print(f"{out['pairs_compared']} pairs compared, {out['pairs_compared'] / linking:.0f} a second; read in {out['seconds']['reading']:.2f} s, linked in {linking:.2f} s")
