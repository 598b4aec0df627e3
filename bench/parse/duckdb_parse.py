"""Contender of bench/parse: DuckDB reads the same file, all columns as text, and touches every field.

Usage: duckdb_parse.py FILE DELIMITER THREADS. Prints {"records", "fields", "bytes"} as bench/parse/sidik.cpp does.
`null_padding` off and `ignore_errors` on: a record that is none is left out, as it is rejected there.
"""
import json
import sys

import duckdb

path, delimiter, threads = sys.argv[1:4]
connection = duckdb.connect(config={"threads": int(threads)})
source = (
    f"read_csv('{path}', all_varchar=true, header=true, delim='{delimiter}', quote='\"', escape='\"', "
    "ignore_errors=true, strict_mode=false)"
)
columns = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
# strlen is in bytes; an empty field is null and adds nothing
lengths = " + ".join(f"coalesce(strlen(\"{name}\"), 0)" for name in columns)
records, size = connection.execute(f"select count(*), sum({lengths}) from {source}").fetchone()
print(json.dumps({"records": records, "fields": records * len(columns), "bytes": int(size)}))
