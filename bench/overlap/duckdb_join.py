"""Contender of bench/overlap: DuckDB's join of two lists of keys that lie in tables in memory, as join_keys.cpp does it.

Usage: duckdb_join.py KEYS ROUNDS THREADS. Prints {"seconds", "shared"}. The keys are hashes of 64 bits; three tenths of them are in both.
"""
import json
import sys
import time

import duckdb

count, rounds, threads = (int(word) for word in sys.argv[1:4])
connection = duckdb.connect(config={"threads": threads})
for name, first in (("here", 0), ("there", count - count * 3 // 10)):
    connection.execute(f"create table {name} as select hash({first} + range * 7919 % {count}) as key from range({count})")
seconds = []
for _ in range(rounds):
    begun = time.monotonic()
    shared = connection.execute("select count(*) from here semi join there using (key)").fetchone()[0]
    seconds.append(round(time.monotonic() - begun, 3))
print(json.dumps({"seconds": seconds, "shared": shared}))
