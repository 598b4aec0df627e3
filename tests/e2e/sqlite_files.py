"""SQLite databases made by SQLite itself: every value as SQLite tells it, and the bytes of the tables add up to the file."""
import csv
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

import harness

program, reader = sys.argv[1:3]
failures = harness.Failures("sqlite_files")
folder = pathlib.Path(tempfile.mkdtemp(prefix="sidik-sqlite-"))
PAGE_SIZES = [512, 1024, 4096, 16384, 65536]
ENCODINGS = ["UTF-8", "UTF-16le", "UTF-16be"]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def in_words(value):
    """The slow twin of value_in_words, from what SQLite says a value is."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, float):
        if value in (float("inf"), float("-inf")):
            return "Inf" if value > 0 else "-Inf"
        return str(int(value)) if value == int(value) and abs(value) < 1e18 else value
    return str(value)


def is_same(field, truth):
    if isinstance(truth, float):  # the shortest digits that give the number back, whatever their form
        return float(field) == truth and len(field.replace("e+", "e")) <= len(repr(truth))
    return field == truth


def truth_of(path):
    """{table: (columns, records in the order of keys)}, without tables that have no record."""
    tables = {}
    database = sqlite3.connect(path)
    names = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").fetchall()
    for name, sql in names:
        # hidden: 2 is a virtual generated column, 3 a stored one
        info = database.execute(f"PRAGMA table_xinfo({quoted(name)})").fetchall()
        columns = [column[1] for column in info if column[6] != 2]
        has_rowid = "WITHOUT ROWID" not in sql.upper()
        order = "rowid" if has_rowid else ", ".join(keys_in_order(database, name))
        chosen = ", ".join(quoted(column) for column in columns)
        records = database.execute(f"SELECT {chosen} FROM {quoted(name)} ORDER BY {order}").fetchall()
        if records:
            tables[name] = (columns, [[in_words(value) for value in record] for record in records])
    database.close()
    return tables


def keys_in_order(database, name):
    """The key of a table WITHOUT ROWID, with its directions and collations, as ORDER BY terms."""
    index = next(row[1] for row in database.execute(f"PRAGMA index_list({quoted(name)})") if row[3] == "pk")
    return [f"{quoted(row[2])} COLLATE {row[4]} {'DESC' if row[3] else 'ASC'}"
            for row in database.execute(f"PRAGMA index_xinfo({quoted(index)})") if row[5]]


def compare(path, where, shown=None):
    truth = truth_of(path)
    found = {name.split("/", 1)[1]: (columns, records) for name, columns, records in harness.read_tables(reader, shown or path)}
    failures.check(list(found) == list(truth), f"{where}: tables {list(found)}, truth {list(truth)}")
    for name, (columns, records) in truth.items():
        if name not in found:
            continue
        failures.check(found[name][0] == columns, f"{where}/{name}: columns {found[name][0]}, truth {columns}")
        failures.check(len(found[name][1]) == len(records), f"{where}/{name}: {len(found[name][1])} records, truth {len(records)}")
        for number, (left, right) in enumerate(zip(found[name][1], records), 1):
            same = len(left) == len(right) and all(map(is_same, left, right))
            if not failures.check(same, f"{where}/{name}: record {number} is {str(left)[:300]}, truth {str(right)[:300]}"):
                break
    return truth


def account(path, where, truth):
    outcome = harness.examine(program, path)
    if not failures.outcome_is_known(outcome, where) or not failures.check(outcome.code == 0, f"{where}: exit {outcome.code} {outcome.error_text}"):
        return None
    document = outcome.document()
    tables = harness.tables_of(document)
    for table in tables:
        parts = table["bytes"]
        summed = sum(parts[part] for part in ("header", "records", "rejected", "blank", "other"))
        failures.check(summed == parts["total"], f"{where}/{table['name']}: parts {summed}, total {parts['total']}")
        failures.check(table["format"] == "sqlite", f"{where}: format {table['format']}")
    total = sum(table["bytes"]["total"] for table in tables)
    failures.check(total == path.stat().st_size, f"{where}: the tables have {total} bytes, the file {path.stat().st_size}")
    wanted = sum(len(records) for _, records in truth.values())
    failures.check(harness.records_of(document) == wanted, f"{where}: {harness.records_of(document)} records, truth {wanted}")
    return document


def fill(database, random_source):
    words = ["Ani", "Budi", "Citra Dewi", "Đặng", "ひらがな", "🙂 smile", "", "O'Neil", "a\nb", "semi;colon", "nul\0inside"]
    text = lambda: random_source.choice(words) * random_source.choice([1, 1, 1, 3, 40, 900])
    numbers = [0, 1, -1, 127, 128, -128, -129, 32767, 32768, 8388607, -8388609, 2**31, -2**31 - 1, 2**47, -2**47 - 1, 2**63 - 1, -2**63, 3174010203900001]
    reals = [0.1, -0.0, 1.0, 2.5e-300, 1e300, 3.174e15, 1 / 3, float("inf"), 5e-324, 123456789012345678.0]
    value = lambda: random_source.choice([None, random_source.choice(numbers), random_source.choice(reals), text(), random_source.randbytes(random_source.choice([0, 1, 20, 5000]))])
    database.execute('CREATE TABLE "plain people" (id INTEGER PRIMARY KEY, name TEXT, "a ""quoted"" one", [in brackets] REAL, `tick` NUMERIC DEFAULT (1+2), CHECK (id > 0), UNIQUE (id, name))')
    database.executemany('INSERT INTO "plain people" VALUES (?, ?, ?, ?, ?)',
                         [(key, text(), value(), random_source.choice(reals + [7]), value()) for key in random_source.sample(range(1, 10**6), 300)])
    database.execute("CREATE TABLE no_alias (id INT PRIMARY KEY, b INTEGER PRIMARYKEY) -- a comment, with (marks\n")
    database.executemany("INSERT INTO no_alias VALUES (?, ?)", [(number, number * 3) for number in range(50)])
    database.execute("CREATE TABLE desc_no_alias (id INTEGER PRIMARY KEY DESC, b)")
    database.executemany("INSERT INTO desc_no_alias VALUES (?, ?)", [(number * 7, number) for number in range(50)])
    database.execute("CREATE TABLE alias_behind (a TEXT, id INTEGER, CONSTRAINT k PRIMARY KEY (\"ID\" DESC))")
    database.executemany("INSERT INTO alias_behind VALUES (?, ?)", [(text(), number * 11 - 200) for number in range(50)])
    database.execute("CREATE TABLE keyed (v TEXT, k2 INTEGER, w, k1 TEXT COLLATE NOCASE, PRIMARY KEY (k1 DESC, k2)) WITHOUT ROWID")
    database.executemany("INSERT INTO keyed VALUES (?, ?, ?, ?)", [(text(), number, value(), f"k{number % 40:05}" + "x" * random_source.choice([0, 0, 60, 700])) for number in range(700)])
    database.execute("CREATE TABLE made (a INTEGER, b AS (a * 2) VIRTUAL, c INTEGER GENERATED ALWAYS AS (a + 1) STORED, d TEXT)")
    database.executemany("INSERT INTO made (a, d) VALUES (?, ?)", [(number, text()) for number in range(40)])
    database.execute("CREATE TABLE grown (a)")
    database.executemany("INSERT INTO grown VALUES (?)", [(number,) for number in range(30)])
    for added in ("b TEXT", "c TEXT DEFAULT 'it''s'", "d INTEGER DEFAULT -5 NOT NULL", "e DEFAULT NULL", "f DEFAULT x'0aFF'", "g DEFAULT TRUE"):
        database.execute(f"ALTER TABLE grown ADD COLUMN {added}")
    database.executemany("INSERT INTO grown (a, b) VALUES (?, ?)", [(number, text()) for number in range(30)])
    database.execute("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x)")
    database.executemany("INSERT INTO counted (x) VALUES (?)", [(value(),) for _ in range(20)])
    database.execute("CREATE TABLE holes (id INTEGER PRIMARY KEY, x TEXT)")
    database.executemany("INSERT INTO holes VALUES (?, ?)", [(key, text()) for key in range(1, 600)])
    database.execute("DELETE FROM holes WHERE id % 3 = 0 OR id BETWEEN 100 AND 300")
    database.execute("CREATE TABLE large (x)")
    database.executemany("INSERT INTO large VALUES (?)", [(random_source.randbytes(200_000),), ("ø" * 150_000,)])
    database.execute("CREATE TABLE empty (x)")
    database.execute("CREATE INDEX by_name ON \"plain people\" (name)")
    database.execute("CREATE VIEW seen AS SELECT name FROM \"plain people\"")
    for number in range(12):
        database.execute(f"CREATE TABLE many_{number} (a, b)")
        database.execute(f"INSERT INTO many_{number} VALUES (?, ?)", (number, text()))
    database.execute("DROP TABLE many_7")
    database.execute("ALTER TABLE many_8 RENAME TO renamed")
    database.execute("ALTER TABLE renamed DROP COLUMN a")


for page_size in PAGE_SIZES:
    for encoding in ENCODINGS:
        where = f"{page_size}, {encoding}"
        path = folder / f"made_{page_size}_{encoding}.db"
        database = sqlite3.connect(path)
        database.execute(f"PRAGMA page_size = {page_size}")
        database.execute(f"PRAGMA encoding = '{encoding}'")
        database.execute(f"PRAGMA auto_vacuum = {random.Random(page_size).choice([0, 1, 2])}")
        fill(database, random.Random(f"{page_size} {encoding}"))
        database.commit()
        database.close()
        truth = compare(path, where)
        document = account(path, where, truth)
        if document:
            exhibit = document["exhibits"][0]
            failures.check(exhibit["complete"], f"{where}: not complete")
            failures.check([skipped["name"].split("/")[-1] for skipped in exhibit["skipped"]] == ["empty"], f"{where}: skipped {exhibit['skipped']}")
        if page_size == 1024:
            packed = folder / "packed.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(path, "inside.db")
            compare(path, f"{where}, in a zip", packed)

# A database inside an archive is held in memory, and only so much of it.
path = folder / "wide.db"
database = sqlite3.connect(path)
database.execute("CREATE TABLE t (x)")
database.execute("INSERT INTO t VALUES (zeroblob(20000000))")
database.commit()
database.close()
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write(path, "inside.db")
outcome = harness.examine(program, packed, "--memory", "64MiB")
failures.outcome_is_known(outcome, "little memory")
failures.check(outcome.code == 75 and "--memory" in outcome.error_text, f"little memory: exit {outcome.code} {outcome.error_text}")
whole = (folder / "made_1024_UTF-8.db").read_bytes()
outcome = harness.examine(program, "-", feed=lambda pipe: pipe.write(whole))
failures.check(outcome.code == 0 and harness.records_of(outcome.document()) > 1000, f"standard input: exit {outcome.code} {outcome.error_text}")

# A write-ahead log that was not merged: what is missing is said.
path = folder / "wal.db"
database = sqlite3.connect(path)
database.execute("PRAGMA journal_mode = WAL")
database.execute("CREATE TABLE t (x)")
database.executemany("INSERT INTO t VALUES (?)", [(number,) for number in range(100)])
database.commit()
database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
database.executemany("INSERT INTO t VALUES (?)", [(number,) for number in range(100)])
database.commit()
exhibit = harness.examine(program, path).document()["exhibits"][0]
failures.check(not exhibit["complete"] and "-wal" in str(exhibit), f"wal: {exhibit.get('complete')}")
failures.check(exhibit["tables"][0]["records"] == 100, f"wal: {exhibit['tables'][0]['records']} records, 100 were merged")
database.close()

# A file that is cut off yields what it holds and says so; damaged bytes never do worse than that.
cut = folder / "cut.db"
cut.write_bytes(whole[: len(whole) * 2 // 3 + 100])
outcome = harness.examine(program, cut)
if failures.outcome_is_known(outcome, "cut") and failures.check(outcome.code == 0, f"cut: exit {outcome.code} {outcome.error_text}"):
    exhibit = outcome.document()["exhibits"][0]
    failures.check(not exhibit["complete"], "cut: complete")
    failures.check(any(table["rejected"] for table in exhibit["tables"]), "cut: no reject")
    total = sum(table["bytes"]["total"] for table in exhibit["tables"])
    failures.check(total == cut.stat().st_size, f"cut: the tables have {total} bytes, the file {cut.stat().st_size}")
chance = random.Random(7)
broken = folder / "broken.db"
for attempt in range(20):
    damaged = bytearray(whole)
    for _ in range(chance.choice([1, 10, 1000])):
        damaged[chance.randrange(100 if chance.random() < 0.9 else 16, len(damaged))] = chance.randrange(256)
    broken.write_bytes(damaged)
    outcome = harness.examine(program, broken)
    if not failures.outcome_is_known(outcome, f"damage {attempt}") or outcome.code != 0:
        continue
    tables = harness.tables_of(outcome.document())
    total = sum(table["bytes"]["total"] for table in tables)
    parts = sum(table["bytes"][part] for table in tables for part in ("header", "records", "rejected", "blank", "other"))
    failures.check(total == parts == len(whole), f"damage {attempt}: total {total}, parts {parts}, file {len(whole)}")

# Chinook, when the files of other projects are there: 11 tables whose truth is written down.
chinook = harness.DATA / "sql_chinook"
if chinook.exists():
    path = folder / "chinook.db"
    database = sqlite3.connect(path)
    database.executescript((chinook / "Chinook_Sqlite.sql").read_text(encoding="utf-8-sig"))
    database.close()
    truth = compare(path, "Chinook")
    account(path, "Chinook", truth)
    records = 0
    for name, columns, found in harness.read_tables(reader, path):
        with (chinook / "truth" / f"{name.split('/')[1]}.csv").open(encoding="utf-8", newline="") as text:
            written = list(csv.reader(text))
        records += len(found)
        failures.check(columns == written[0], f"Chinook {name}: columns {columns}, truth {written[0]}")
        same = lambda field, wanted: field == wanted or (field and wanted and field.replace(".", "").isdigit() and float(field) == float(wanted))
        for number, (left, right) in enumerate(zip(found, written[1:]), 1):
            if not failures.check(len(left) == len(right) and all(map(same, left, right)), f"Chinook {name}: record {number} is {left}, truth {right}"):
                break
    failures.check(records == 15607, f"Chinook: {records} records, truth 15607")

subprocess.run(["rm", "-r", str(folder)], check=False)
failures.finish()
