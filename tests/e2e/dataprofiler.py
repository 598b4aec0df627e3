"""Files of DataProfiler, CleverCSV and ptype whose names say what is odd about them: delimiter, header, lines to skip, encoding.

EXPECTED holds, for each file, what its name says and what a look at it shows: format, encoding, delimiter, header, records, columns,
and the bytes of what is neither header nor record (an author's line, a byte order mark). DIFFERENCES lists where sidik finds something
else, with who is right and why; a difference that is not listed fails, and so does a listed one that is none any longer.
"""
import concurrent.futures
import sys

import harness

program = sys.argv[1]
failures = harness.Failures("dataprofiler")

UTF8 = "UTF-8"
# file: (format, encoding, delimiter, header, records, columns, other bytes), or the code of a refusal
EXPECTED = {
    "dataprofiler/csv": {
        "all-strings-skip-header-author.csv": ("delimited", UTF8, ",", True, 5, 4, 26),
        "all-strings-skip-header.csv": ("delimited", UTF8, ",", True, 10, 4, 0),
        "all-strings-skip-partial-header.csv": ("delimited", UTF8, ",", True, 5, 4, 0),
        "all-strings-standard-header-data-quotes.csv": ("delimited", UTF8, ",", True, 10, 4, 0),
        "all-strings-standard-header-quotes.csv": ("delimited", UTF8, ",", True, 10, 4, 0),
        "all-strings-standard-header.csv": ("delimited", UTF8, ",", True, 10, 4, 0),
        "blogposts.csv": ("delimited", UTF8, ",", True, 25, 4, 0),
        "daily-activity-sheet-@-singlequote.csv": ("delimited", UTF8, "@", True, 30, 4, 32),
        "daily-activity-sheet-@.csv": ("delimited", UTF8, "@", True, 30, 4, 24),
        "daily-activity-sheet-int-description.csv": ("delimited", UTF8, ",", True, 30, 4, 15),
        "daily-activity-sheet-tab.csv": ("delimited", UTF8, "\t", True, 30, 4, 0),
        "empty.csv": "ingest.empty",
        "empty_rows.txt": ("delimited", UTF8, ",", True, 8, 2, 0),
        "flight_delays.csv": ("delimited", UTF8, ",", True, 20, 8, 0),
        "graph-data-input-json.json": ("json_lines", UTF8, "", False, 1, 3, 0),
        "graph-data-input-positive-header.csv": ("delimited", UTF8, ",", True, 8, 7, 33),
        "graph-differentiator-input-negative.csv": ("delimited", UTF8, ",", True, 3, 7, 0),
        "graph-differentiator-input-positive.csv": ("delimited", UTF8, ",", True, 8, 7, 0),
        "graph-differentiator-input-standard-positive.csv": ("delimited", UTF8, ",", True, 3, 7, 0),
        "graph_data_csv_identify.csv": ("delimited", UTF8, ",", True, 200, 4, 0),
        "iris-utf-16.csv": ("delimited", "UTF-16LE", ",", True, 150, 6, 2),
        "iris-utf-32.csv": ("delimited", "UTF-32LE", ",", True, 150, 6, 4),
        "iris-utf-8.csv": ("delimited", UTF8, ",", True, 150, 6, 0),
        "iris-with-null-rows.csv": ("delimited", UTF8, ",", True, 24, 6, 0),
        "iris.csv": ("delimited", UTF8, ",", True, 150, 6, 0),
        "iris_intentionally_mislabled_file.json": ("delimited", UTF8, ",", True, 150, 6, 0),
        "iris_intentionally_mislabled_file.parquet": ("delimited", UTF8, ",", True, 150, 6, 0),
        "iris_intentionally_mislabled_file.txt": ("delimited", UTF8, ",", True, 150, 6, 0),
        "iris_no_header.csv": ("delimited", UTF8, ",", False, 20, 6, 0),
        "log_data_long.txt": ("delimited", UTF8, ",", False, 753, 3, 0),
        "log_data_sparse.txt": ("delimited", UTF8, ",", False, 20, 3, 0),
        "log_data_super_sparse.txt": ("delimited", UTF8, ",", False, 20, 6, 0),
        "multiple-col-delimiter-last.txt": ("delimited", UTF8, ",", True, 5, 4, 0),
        "names-col-empty.txt": ("delimited", UTF8, "", True, 6, 1, 0),
        "names-col-without-space.txt": ("delimited", UTF8, "", True, 10, 1, 0),
        "names-col.txt": ("delimited", UTF8, "", True, 6, 1, 0),
        "num-negative-title-large.csv": ("delimited", UTF8, "", True, 4, 1, 0),
        "num-negative-title.csv": ("delimited", UTF8, "", True, 4, 1, 0),
        "preferred-check-small-num.csv": ("delimited", UTF8, ",", False, 5, 2, 0),
        "quote-test-singlequote.txt": ("delimited", UTF8, " ", True, 8, 3, 0),
        "quote-test.txt": ("delimited", UTF8, " ", True, 8, 3, 0),
        "sentence-4x.txt": ("delimited", UTF8, "", False, 4, 1, 0),
        "small-num-negative.csv": ("delimited", UTF8, "", False, 5, 1, 0),
        "small-num-spaces.csv": ("delimited", UTF8, ",", True, 5, 2, 0),
        "small-num.csv": ("delimited", UTF8, "", True, 5, 1, 0),
        "sparse-columns-test.csv": ("delimited", UTF8, ",", True, 25, 36, 0),
        "sparse-first-and-last-column-empty-first-row.txt": ("delimited", UTF8, ",", True, 9, 3, 0),
        "sparse-first-and-last-column-header-and-author-description.txt": ("delimited", UTF8, ",", True, 9, 3, 77),
        "sparse-first-and-last-column-header-and-author.txt": ("delimited", UTF8, ",", True, 9, 3, 23),
        "sparse-first-and-last-column-no-header.txt": ("delimited", UTF8, ",", False, 9, 3, 0),
        "sparse-first-and-last-column-skip-header.txt": ("delimited", UTF8, ",", True, 9, 3, 23),
        "sparse-first-and-last-column-two-headers.txt": ("delimited", UTF8, ",", True, 9, 3, 0),
        "sparse-first-and-last-column.txt": ("delimited", UTF8, ",", True, 9, 3, 0),
        "sparse-first-column.txt": ("delimited", UTF8, ",", True, 9, 2, 0),
        "sparse-interchange-none.txt": ("delimited", UTF8, ",", True, 9, 3, 0),
        "sparse-last-column.txt": ("delimited", UTF8, ",", True, 9, 2, 0),
        "wisconsin_cancer_train.csv": ("delimited", UTF8, ",", True, 497, 10, 0),
    },
    "dataprofiler/json": {
        "complex_nested.json": ("json_array", UTF8, "", False, 3, 4, None),
        "dual_payloads.json": ("json_array", UTF8, "", False, 3, 2, 453),
        "hits.json": ("json_array", UTF8, "", False, 20, 27, 284),
        "iris-utf-16.json": ("json_lines", "UTF-16LE", "", False, 150, 6, 2),
        "iris-utf-32.json": ("json_lines", "UTF-32LE", "", False, 150, 6, 4),
        "iris-utf-8.json": ("json_lines", UTF8, "", False, 150, 6, 0),
        "math.json": ("json_array", UTF8, "", False, 168, 23, None),
        "simple-list.json": ("json_lines", UTF8, "", False, 3, 1, 0),
        "simple.json": ("json_array", UTF8, "", False, 2, 2, 105),
    },
    "clevercsv_examples": {
        "airedale.csv": ("delimited", UTF8, ",", True, 54, 8, 0),
        "imdb.csv": ("delimited", UTF8, ",", True, 100, 44, 0),
        "milk.csv": ("delimited", UTF8, "\t", True, 380, 23, 0),
    },
    # Columns as in ptype's annotations where they have the table; records as another reader (Python's csv) counts them.
    "ptype/data": {
        "accident2016.csv": ("delimited", UTF8, ",", True, 555, 18, 0),
        "auto.csv": ("delimited", UTF8, ",", False, 205, 26, 0),
        "autos.csv": ("delimited", UTF8, ",", True, 205, 26, 0),
        "data_gov_10151_1.csv": ("delimited", UTF8, ",", True, 99, 21, 3),
        "data_gov_3397_1.csv": ("delimited", UTF8, ",", True, 437, 18, 0),
        "eucalyptus.csv": ("delimited", UTF8, ",", True, 736, 19, 0),
        "geoplaces2.csv": ("delimited", "ISO-8859-1", ",", True, 130, 20, 0),
        "gov_323_1.csv": ("delimited", UTF8, ",", True, 13260, 6, 0),
        "grub-damage.csv": ("delimited", UTF8, ",", True, 155, 9, 0),
        "housing_price.csv": ("delimited", UTF8, ",", True, 1460, 81, 0),
        "inspection_outcomes.csv": ("delimited", UTF8, ",", True, 1477, 22, 0),
        "mass_6.csv": ("delimited", "windows-1252", ",", True, 3148, 23, 0),
        "survey.csv": ("delimited", UTF8, ",", True, 1259, 27, 0),
        "usp05.csv": ("delimited", UTF8, ",", True, 203, 15, 0),
    },
}

# file: (what sidik finds instead, who is right, why)
DIFFERENCES = {
    "num-negative-title.csv": (
        ("delimited", UTF8, "", False, 5, 1, 0), "nobody can say",
        "Five numbers, of which the first is negative; only the file's name says that it is a title."),
    "num-negative-title-large.csv": (
        ("delimited", UTF8, "", False, 5, 1, 0), "nobody can say", "As num-negative-title.csv."),
    "preferred-check-small-num.csv": (
        ("delimited", UTF8, "@", False, 5, 4, 0), "nobody can say",
        "`@3@,@3` five times: DataProfiler prefers a comma to an @ whatever stands between. Under @ two of four columns hold a number, "
        "under the comma none does."),
    "complex_nested.json": (
        ("json_lines", UTF8, "", False, 1, 5, 0), "ours",
        "Three species in arrays four levels down, each of another shape: no array is the table. One record, with the arrays as JSON texts."),
    "simple-list.json": (
        "ingest.no_table", "nobody can say",
        "`[1]`, `[2]`, `[3]` line by line. One number an array is no record here: rows have two fields or more."),
}


def found_in(path):
    outcome = harness.examine(program, path, seconds=30)
    if not failures.outcome_is_known(outcome, path.name):
        return "?"
    if outcome.code:
        return outcome.error_code
    tables = harness.tables_of(outcome.document())
    if len(tables) != 1:
        return f"{len(tables)} tables"
    table = tables[0]
    failures.check(table["rejected"] == 0, f"{path.name}: {table['rejected']} lines are refused")
    return (table["format"], table["encoding"], table["delimiter"], table["header"], table["records"], len(table["columns"]),
            table["bytes"]["other"])


def agrees(expected, found):
    if isinstance(expected, str) or isinstance(found, str):
        return expected == found
    return all(wanted is None or wanted == got for wanted, got in zip(expected, found))


for folder, files in EXPECTED.items():
    here = harness.need_data(folder)
    names = {path.name for path in here.iterdir() if path.is_file()}
    failures.check(names == set(files), f"{folder}: not as listed: {sorted(names ^ set(files))}")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda name: found_in(here / name), files))
    for (name, expected), found in zip(files.items(), results):
        listed = DIFFERENCES.get(name)
        if listed:
            failures.check(found == listed[0], f"{name}: found {found}, listed {listed[0]}")
            failures.check(not agrees(expected, found), f"{name}: listed as different, yet as expected")
        else:
            failures.check(agrees(expected, found), f"{name}: found {found}, expected {expected}")
failures.finish()
