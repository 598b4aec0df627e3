"""The rehearsed leaks: every ledger step that the examination and truth.json both know, and that holds, is equal.

Each scenario as it is for some seeds, and with a mess of each level. What our reader is known to read otherwise stands in
KNOWN_WRONG with the reason, and fails when it is read right: then the line has to go.
"""
import json
import pathlib
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("rehearsal")
SCENARIOS = ("bpjs-2021", "shop-2020", "sim-2022", "registry-2023")
MESSY_SEEDS = range(1, 9)
# (scenario, seed, mess level): why.
KNOWN_WRONG = {}


def rehearse(folder, scenario, seed, rows, mess):
    made = harness.run([program, "rehearse", scenario, "--out", folder, "--rows", rows, "--seed", seed, "--mess", mess])
    return failures.check(made.code == 0, f"{folder.name}: rehearse exit {harness.describe(made.code)}: {made.error_text.strip()}")


def compare(folder, rows):
    """What differs between ledger and truth, or nothing."""
    dump = next(iter(sorted(folder.glob("dump.*"))), None)
    if dump is None:
        return "no dump in the folder"
    findings = folder / "findings.json"
    outcome = harness.run([program, "examine", dump, "--parts", "scan", "--claim", f"sample={rows}", "--json", findings])
    if outcome.code != 0:
        return f"examine exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"
    compared = harness.run([sys.executable, harness.ROOT / "tools/compare_truth.py", findings, folder / "truth.json"])
    return "" if compared.code == 0 else f"ledger and truth differ:\n{compared.out.decode()}{compared.error_text}"


with tempfile.TemporaryDirectory() as name:
    for scenario in SCENARIOS:
        for seed in (1, 2, 3) if scenario == "bpjs-2021" else (1, 2):
            folder = pathlib.Path(name) / f"{scenario}_{seed}"
            if rehearse(folder, scenario, seed, 20000, 0):
                differs = compare(folder, 20000)
                failures.check(not differs, f"{folder.name}: {differs}")
        again = pathlib.Path(name) / f"{scenario}_again"
        rehearse(again, scenario, 1, 20000, 0)
        first = pathlib.Path(name) / f"{scenario}_1"
        files = [path.relative_to(first) for path in first.glob("*") if path.is_file() and path.name != "findings.json"]
        same = len(files) == 4 and all((again / file).read_bytes() == (first / file).read_bytes() for file in files)
        failures.check(same, f"{scenario}: seed 1 twice: the two rehearsals differ")
        for level in (1, 2, 3):
            for seed in MESSY_SEEDS:
                folder = pathlib.Path(name) / f"{scenario}_{seed}_mess{level}"
                if not rehearse(folder, scenario, seed, 3000, level):
                    continue
                kinds = [entry["kind"] for entry in json.loads((folder / "truth.json").read_text())["mess"]]
                differs = compare(folder, 3000)
                known = KNOWN_WRONG.get((scenario, seed, level))
                if known:
                    failures.check(differs, f"{folder.name} {kinds}: read right now; take it out of KNOWN_WRONG: {known}")
                else:
                    failures.check(not differs, f"{folder.name} {kinds}: {differs}")
failures.finish()
