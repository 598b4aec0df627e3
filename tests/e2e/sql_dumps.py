"""SQL dumps of other projects: as many records as they hold, every field of Chinook in all dialects, every byte accounted for."""
import csv
import re
import sys

import harness

program, reader = sys.argv[1:3]
failures = harness.Failures("sql_dumps")
COUNTS = {"sql_chinook/Chinook_MySql.sql": 15607, "sql_chinook/Chinook_PostgreSql.sql": 15607, "sql_chinook/Chinook_SqlServer.sql": 15607,
          "sql_chinook/Chinook_Sqlite.sql": 15607, "sql_northwind/northwind.sql": 3362, "sql_employees/load_departments.dump": 9,
          "sql_employees/load_dept_manager.dump": 24}
SCHEMA = {"SqlServer": "dbo."}
DATE = re.compile(r"^(\d{4})/(\d{1,2})/(\d{1,2})$")
folder = harness.need_data()


def plain(name):
    """One spelling of names: the PostgreSQL dump writes artist_id where the others write ArtistId."""
    return name.replace("_", "").lower()


def in_one_form(fields):
    """Three of the dumps write 2021/1/2 where the truth, made from the fourth, writes 2021-01-02 00:00:00."""
    return [DATE.sub(lambda found: f"{found[1]}-{int(found[2]):02}-{int(found[3]):02} 00:00:00", field) for field in fields]


def merged(tables):
    """The records of each table; read_fields prints a table again each time its records go on."""
    columns, records = {}, {}
    for name, names, rows in tables:
        columns[name] = names
        records.setdefault(name, []).extend(rows)
    return columns, records


def check_bytes(file, document):
    total = 0
    for table in harness.tables_of(document):
        spent = table["bytes"]
        parts = sum(spent[part] for part in ("header", "records", "rejected", "blank", "other"))
        failures.check(parts == spent["total"], f"{file.name}: {table['name']}: {spent} adds up to {parts}")
        total += spent["total"]
    failures.check(total == file.stat().st_size, f"{file.name}: tables account for {total} bytes of {file.stat().st_size}")


def check_chinook(file):
    dialect = file.stem.split("_")[1]
    columns, records = merged(harness.read_tables(reader, file))
    found = {plain(name.removeprefix(SCHEMA.get(dialect, ""))): name for name in records}
    for truth_file in sorted((folder / "sql_chinook/truth").glob("*.csv")):
        with truth_file.open(encoding="utf-8", newline="") as text:
            header, *truth = csv.reader(text)
        name = found.pop(plain(truth_file.stem), None)
        where = f"{file.name}: {truth_file.stem}"
        if not failures.check(name is not None, f"{where}: no such table"):
            continue
        failures.check([plain(column) for column in columns[name]] == [plain(column) for column in header], f"{where}: columns {columns[name]}")
        failures.check(len(records[name]) == len(truth), f"{where}: {len(records[name])} records, truth {len(truth)}")
        for number, (left, right) in enumerate(zip(records[name], truth), 1):
            if not failures.check(in_one_form(left) == right, f"{where}: record {number} is {left!r}, truth {right!r}"):
                break
    failures.check(not found, f"{file.name}: tables that the truth does not know: {sorted(found)}")


for name, count in COUNTS.items():
    file = folder / name
    outcome = harness.examine(program, file)
    if not failures.outcome_is_known(outcome, name) or not failures.check(outcome.code == 0, f"{name}: exit {outcome.code} {outcome.error_text}"):
        continue
    document = outcome.document()
    failures.check(harness.records_of(document) == count, f"{name}: {harness.records_of(document)} records, truth {count}")
    failures.check(harness.rejected_of(document) == 0, f"{name}: {harness.rejected_of(document)} rejected")
    failures.check(all(exhibit["complete"] for exhibit in document["exhibits"]), f"{name}: not complete")
    check_bytes(file, document)
    if name.startswith("sql_chinook"):
        check_chinook(file)
outcome = harness.examine(program, folder / "sql_employees/employees.sql")
failures.check(outcome.code == 65 and outcome.error_code == "ingest.no_record", f"employees.sql: exit {outcome.code} {outcome.error_code}")
failures.finish()
