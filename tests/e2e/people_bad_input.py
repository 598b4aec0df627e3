"""`sidik people` on tables that give linkage little or nothing: exit codes, one line of error with what to do next, time within bounds."""
import pathlib
import random
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("people_bad_input")
temporary = tempfile.TemporaryDirectory(prefix="sidik-people-")
folder = pathlib.Path(temporary.name)
dice = random.Random(7)

GIVEN = ["Amelia", "Barnaby", "Conrad", "Dorothea", "Edmund", "Flora", "Greta", "Horace", "Imogen", "Jasper"]
FAMILY = ["Kelorwick", "Dunbelford", "Morganley", "Thorwenson", "Pelharman", "Stanrosby"]


def table(name, header, rows):
    path = folder / name
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(row) + "\n" for row in rows)
    return path


def full_name():
    return f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"


def born():
    return f"{dice.randint(1940, 2005)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def refused(path, code, exit_code, *words):
    """The program ends with this exit and says so in one line; the line holds nothing of the table."""
    outcome = harness.run([program, "people", path, *words], seconds=60)
    if not failures.outcome_is_known(outcome, path.name):
        return
    failures.check(outcome.code == exit_code, f"{path.name}: exit {harness.describe(outcome.code)}, not {exit_code}")
    failures.check(outcome.error_code == code, f"{path.name}: {outcome.error_code}, not {code}: {outcome.error_text[-200:]!r}")
    lines = [line for line in outcome.error_text.splitlines() if line.strip()]
    failures.check(len(lines) == 1, f"{path.name}: {len(lines)} lines of error")
    failures.check(not outcome.out, f"{path.name}: refused, yet standard output has {len(outcome.out)} bytes")
    failures.check(not any(word in outcome.error_text for word in GIVEN + FAMILY), f"{path.name}: the error shows a value")


def found(path, *words, seconds=60):
    """The document of a run that ends well, or None, which has failed already."""
    outcome = harness.run([program, "people", path, "--format", "json", *words], seconds=seconds)
    says = f"{path.name}: exit {harness.describe(outcome.code)} after {outcome.seconds:.0f} s: {outcome.error_text[-200:]!r}"
    return outcome.document() if failures.check(outcome.code == 0 and not outcome.timed_out, says) else None


def check_persons(path, rows, least, most, seconds=60):
    document = found(path, seconds=seconds)
    if document is None:
        return
    failures.check(document["rows"] == rows, f"{path.name}: {document['rows']} rows, not {rows}")
    failures.check(least <= document["persons"] <= most, f"{path.name}: {document['persons']} persons, not {least} to {most}")


def check_refusals():
    fit = table("fit.csv", ["full_name", "birth_date"], [[full_name(), born()] for _ in range(50)])
    refused(table("nothing_fits.csv", ["amount", "colour"], [[str(dice.randint(1, 99)), dice.choice(["red", "blue"])] for _ in range(60)]),
            "engine.no_linkage_column", 65)
    refused(table("one_value.csv", ["full_name", "amount"], [["Amelia Kelorwick", str(dice.randint(1, 99))] for _ in range(60)]),
            "engine.no_linkage_column", 65)
    refused(table("header_only.csv", ["full_name", "birth_date"], []), "ingest.no_record", 65)
    refused(table("empty.csv", [], []), "ingest.empty", 65)
    # A column of one value is no evidence, and these have no other.
    refused(table("one_row.csv", ["full_name", "birth_date"], [["Amelia Kelorwick", "1980-04-03"]]), "engine.no_linkage_column", 65)
    refused(table("all_equal.csv", ["full_name", "birth_date"], [["Amelia Kelorwick", "1980-04-03"]] * 500),
            "engine.no_linkage_column", 65)
    refused(fit, "engine.truth_unknown", 64, "--truth", "no_such_column")
    refused(fit, "engine.truth_unknown", 64, "--truth", "3")
    refused(fit, "engine.truth_unknown", 64, "--truth", "0")
    refused(folder / "absent.csv", "ingest.not_found", 66)


def check_small():
    two = [["Amelia Kelorwick", "1980-04-03"], ["Horace Stanrosby", "1951-11-20"]]
    check_persons(table("two_persons.csv", ["full_name", "birth_date"], two * 300), 600, 2, 2)
    holes = [[full_name(), born()] for _ in range(40)] + [["", ""]] * 40
    check_persons(table("holes.csv", ["full_name", "birth_date"], holes), 80, 30, 41)
    document = found(table("truth_of_none.csv", ["full_name", "birth_date", "who"], [[full_name(), born(), ""] for _ in range(60)]),
                     "--truth", "who")
    if document is not None:
        failures.check(0 <= document["pairwise"]["f1"] <= 1, f"truth_of_none.csv: F1 {document['pairwise']['f1']}")


def check_wide():
    """More columns that fit than there are fields: some serve, and the rows keep their persons."""
    rows = []
    for _ in range(300):
        row = [full_name(), born(), *(f"note{dice.randint(1, 40)}" for _ in range(198))]
        rows += [row, row]
    check_persons(table("wide.csv", ["full_name", "birth_date", *(f"note_{place}" for place in range(198))], rows), 600, 295, 300, seconds=120)


def check_large():
    """All but a few of a million rows have one name: no block of them is compared as a whole, and what is left out is counted."""
    count = 1_000_000
    rows = ([full_name() if row % 1000 == 0 else "Amelia Kelorwick", born() if row % 2 else "", dice.choice(["Oakfield", "Delmar", "Nivo"])]
            for row in range(count))
    check_persons(table("equal_names.csv", ["full_name", "birth_date", "town"], rows), count, 1, count, seconds=240)


check_refusals()
check_small()
check_wide()
if "--small" not in sys.argv:
    check_large()
failures.finish()
