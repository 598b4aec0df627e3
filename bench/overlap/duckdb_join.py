"""Contender of bench/overlap: DuckDB's joins of three lists of KEYS keys each that lie in tables in memory, as `sidik tokens --compare` joins three sets.

Usage: duckdb_join.py KEYS ROUNDS THREADS. Prints {"seconds", "shared"}: of the joins alone, not of filling the tables, so DuckDB reads no
file. The keys are hashes of 64 bits, all different; three tenths of them are in both.
"""
import json
import sys
import time

import duckdb

count, rounds, threads = (int(word) for word in sys.argv[1:4])
connection = duckdb.connect(config={"threads": threads})
columns = ("row", "nik", "phone")
for name, first in (("here", 0), ("there", count - count * 3 // 10)):
    keys = ", ".join(f"hash({first} + range * 7919 % {count} + {salt << 40}) as {column}" for salt, column in enumerate(columns))
    connection.execute(f"create table {name} as select {keys} from range({count})")
seconds = []
for _ in range(rounds):
    begun = time.monotonic()
    shared = [connection.execute(f"select count(*) from here semi join there using ({column})").fetchone()[0] for column in columns]
    seconds.append(round(time.monotonic() - begun, 3))
print(json.dumps({"seconds": seconds, "shared": shared}))
