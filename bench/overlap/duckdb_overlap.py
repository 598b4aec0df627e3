"""Contender of bench/overlap: DuckDB's joins for what `sidik examine --parts scan --known` says of two files.

Records of HERE whose row stands in THERE whatever its case, and distinct national numbers and telephone numbers that both have.
Usage: duckdb_overlap.py HERE THERE THREADS [MEMORY]. Prints {"row", "id.national", "contact.phone"}.
"""
import json
import sys

import duckdb

here, there, threads = sys.argv[1:4]
config = {"threads": int(threads)}
if len(sys.argv) > 4:
    config["memory_limit"] = sys.argv[4]
connection = duckdb.connect(config=config)
for name, path in (("here", here), ("there", there)):
    source = f"read_csv('{path}', all_varchar=true, header=true)"
    names = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
    folded = ", ".join(f"lower(trim({column}))" for column in names)
    connection.execute(f"create table {name} as select hash({folded}) as row, NIK as nik, NO_HP as phone from {source}")
answer = {}
answer["row"] = connection.execute("select count(*) from here semi join there using (row)").fetchone()[0]
for key, column in (("id.national", "nik"), ("contact.phone", "phone")):
    answer[key] = connection.execute(
        f"select count(*) from (select distinct {column} from here) semi join there using ({column})"
    ).fetchone()[0]
print(json.dumps(answer))
