"""`sidik mark` and `sidik trace`: copies are the register and decoys, examine finds no fault in a decoy, the leaker's copy is named and nobody else, errors
are one line with what to do next, and nothing that comes out but the copies holds a value."""
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("tracing")
temporary = tempfile.TemporaryDirectory(prefix="sidik-tracing-")
folder = pathlib.Path(temporary.name)
dice = random.Random(11)

subprocess.run([program, "rehearse", "bpjs-2021", "--rows", "12000", "--members", "1500", "--seed", "5", "--out", folder / "leak"], check=True,
               capture_output=True)
register = folder / "leak/registers/insurer.csv"
recipients = folder / "recipients"
recipients.write_text("".join(f"partner {i}\n" for i in range(8)))
copies = folder / "copies"


def run(*words):
    return harness.run([program, *words], seconds=60)


def rows_of(path):
    with open(path, newline="") as file:
        return list(csv.reader(file))


def refused(code, exit_code, *words):
    outcome = run(*words)
    failures.check(outcome.code == exit_code and outcome.error_code == code,
                   f"{code}: exit {outcome.code}, {outcome.error_text[-300:]!r}")
    failures.check(not outcome.out, f"{code}: refused, yet standard output has {len(outcome.out)} bytes")


outcome = run("mark", register, "--recipients", recipients, "--out", copies, "--seed", "3")
failures.check(outcome.code == 0, f"mark: {outcome.error_text[-300:]!r}")
texts = [outcome.out.decode(), (copies / "marks.json").read_text()]

original = rows_of(register)
known = {tuple(row) for row in original}
decoys = []
for i in range(8):
    copy = rows_of(copies / f"partner {i}.csv")
    mine = [row for row in copy if tuple(row) not in known]
    failures.check([row for row in copy if tuple(row) in known] == original, f"copy {i}: the register's rows are others")
    failures.check(len(mine) == 20, f"copy {i}: {len(mine)} decoys")
    decoys += mine

# Our own checks find no more in the decoys than in the register, and see one source in a copy.
alone = folder / "decoys.csv"
with open(alone, "w", newline="") as file:
    csv.writer(file).writerows([original[0], *decoys])
tables = {}
for path in (register, alone):
    tables[path] = json.loads(run("examine", path, "--format", "json").out)["exhibits"][0]["tables"][0]


def fault_share(table):
    return sum(sum(column.get("faults", {}).values()) for column in table["columns"]) / max(1, table["records"])


failures.check(fault_share(tables[alone]) <= fault_share(tables[register]) + 0.02,
               f"faults a record: decoys {fault_share(tables[alone]):.4f}, register {fault_share(tables[register]):.4f}")
of_register = {rule["rule"]: rule for rule in tables[register]["coherence"]}
for rule in tables[alone]["coherence"]:
    other = of_register.get(rule["rule"])
    if other and rule["checked"] and other["checked"]:
        failures.check(rule["agree"] / rule["checked"] >= other["agree"] / other["checked"] - 0.07,
                       f"{rule['rule']}: decoys agree less than the register")
strata = json.loads(run("examine", copies / "partner 1.csv", "--format", "json").out)["strata"]
failures.check(len(strata) == 1, f"a copy has {len(strata)} strata")

# A leak of partner 5 with semicolons, other case, some fields gone.
copy = rows_of(copies / "partner 5.csv")
leak = [[field.lower() if dice.random() < 0.95 else "" for field in row] for row in dice.sample(copy[1:], len(copy) * 3 // 10)]
dump = folder / "dump.txt"
with open(dump, "w", newline="") as file:
    csv.writer(file, delimiter=";").writerows(leak)
seal = ["--marks", copies / "marks.json", "--key", copies / "marks.key"]
for words in (seal, [*seal, "--copies", copies]):
    outcome = run("trace", dump, "--format", "json", *words)
    found = json.loads(outcome.out) if outcome.code == 0 else {}
    texts.append(outcome.out.decode())
    failures.check(found.get("verdict") == "named" and found.get("named") == ["partner 5"], f"trace: {found.get('says', outcome.error_text)}")
    failures.check(0 < found.get("false_accusation_bound", 1) <= 0.01, "a name stands without a bound")
texts.append(run("trace", dump, *seal).out.decode())

# The register itself came from no copy.
found = json.loads(run("trace", register, "--format", "json", *seal, "--copies", copies).out)
failures.check(found["verdict"] != "named" and not found["named"], f"the register: {found['says']}")
# Without decoys the copies are alike: nobody is named.
plain = folder / "plain"
plain.mkdir()
for i in range(4):
    (plain / f"partner {i}.csv").write_bytes(register.read_bytes())
found = json.loads(run("trace", dump, "--format", "json", "--copies", plain).out)
failures.check(found["verdict"] == "cannot_tell", f"copies alike: {found['verdict']}")

# In a case the verdict is a fact, and when each source was copied is another; a cause can be weighed by both.
case = folder / "kasus"
failures.check(run("case", "open", case, "--law", "id", "--as", "rina").code == 0, "case open")
refused("engine.exhibit_unknown", 66, "trace", dump, *seal, "--case", case)
failures.check(run("case", "add", case, dump).code == 0, "case add")
failures.check(run("trace", dump, *seal, "--case", case).code == 0, "trace in a case")
failures.check(run("case", "examine", case, "E1", "--parts", "origin").code == 0, "examine in a case")
facts = {fact["name"]: fact for fact in json.loads(run("case", "show", case, "--format", "json").out)["facts"]}
traced = json.loads(run("trace", dump, "--format", "json", *seal).out)
failures.check(facts.get("E1.trace", {}).get("value") == f"the copy of {' and '.join(traced['named'])}", f"fact of the trace: {facts.get('E1.trace')}")
failures.check("with a chance of at most" in facts.get("E1.trace", {}).get("definition", ""), "the fact says its bound")
failures.check(any(name.startswith("E1.window.") for name in facts), f"facts of windows: {sorted(facts)}")

refused("engine.mark_folder", 77, "mark", register, "--recipients", recipients, "--out", copies)
refused("engine.trace_nothing", 64, "trace", dump)
refused("engine.key_missing", 64, "trace", dump, "--marks", copies / "marks.json")
refused("engine.not_found", 66, "trace", dump, "--marks", folder / "none.json", "--key", copies / "marks.key")
refused("engine.key_unreadable", 66, "trace", dump, "--marks", copies / "marks.json", "--key", folder / "none.key")
(folder / "twice").write_text("A\nb\na\n")
refused("engine.recipient_twice", 65, "mark", register, "--recipients", folder / "twice", "--out", folder / "new")
(folder / "unsafe").write_text("../A\n")
refused("engine.recipient_unsafe", 65, "mark", register, "--recipients", folder / "unsafe", "--out", folder / "new")

# Values of decoys, and of everybody else, stay in the copies.
values = {field.lower() for row in decoys + original[1:400] for field in row if len(field) > 9}
for text in texts:
    text = text.lower()
    shown = [value for value in values if value in text]
    failures.check(not shown, f"{len(shown)} values stand in what came out")

failures.finish()
