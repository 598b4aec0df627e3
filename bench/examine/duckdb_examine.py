"""Contender of bench/examine: what DuckDB needs for the counts of `sidik examine --parts scan`.

Parse, validate four identifiers by pattern (national id, family id, phone, e-mail), hash every field, count the distinct values
of every column exactly, and of the rows: `hashed`, by a hash of 64 bits, as Sidik does (kinder to DuckDB), or `exact`, by all their fields.
Usage: duckdb_examine.py FILE DELIMITER THREADS hashed|exact [MEMORY].
Prints {"records", "distinct_records", "distinct": [...]}.
"""
import json
import sys

import duckdb

path, delimiter, threads, rows = sys.argv[1:5]
config = {"threads": int(threads)}
if len(sys.argv) > 5:
    config["memory_limit"] = sys.argv[5]
connection = duckdb.connect(config=config)
source = (
    f"read_csv('{path}', all_varchar=true, header=true, delim='{delimiter}', quote='\"', escape='\"', "
    "ignore_errors=true, strict_mode=false)"
)
names = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
quoted = [f'"{name}"' for name in names]
PATTERNS = [
    r"^[1-9]\d{5}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])\d{6}$",
    r"^[1-9]\d{15}$",
    r"^(\+?62|0)8\d{7,11}$",
    r"^[^@ ]+@[^@ ]+\.[a-zA-Z]{2,}$",
]


def column(*words):
    for word in words:
        for name in names:
            if name.upper() == word:
                return f'"{name}"'
    return quoted[0]


checked = [column("NIK"), column("NOKK", "NO_KK", "KK"), column("NOHP", "HP", "TELP"), column("EMAIL")]
valid = [f"count(*) filter (regexp_full_match({name}, '{pattern}'))" for name, pattern in zip(checked, PATTERNS)]
tokens = [f"bit_xor(hash({name}))" for name in quoted]
distinct = [f"count(distinct {name})" for name in quoted]
all_fields = ", ".join(quoted)
row = f"count(distinct ({all_fields}))" if rows == "exact" else f"count(distinct hash({all_fields}))"
answer = connection.execute(
    f"select count(*), {row}, {', '.join(valid)}, {', '.join(distinct)}, {', '.join(tokens)} from {source}"
).fetchone()
print(json.dumps({"records": answer[0], "distinct_records": answer[1], "distinct": list(answer[6 : 6 + len(names)])}))
