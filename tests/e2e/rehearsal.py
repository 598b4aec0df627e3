"""The rehearsed 2021 leak: every ledger step that the examination and truth.json both know is equal, for three seeds."""
import pathlib
import sys
import tempfile

import harness

program = sys.argv[1]
failures = harness.Failures("rehearsal")
with tempfile.TemporaryDirectory() as name:
    for seed in (1, 2, 3):
        folder = pathlib.Path(name) / f"seed{seed}"
        made = harness.run([program, "rehearse", "bpjs-2021", "--out", folder, "--rows", "20000", "--seed", seed])
        if not failures.check(made.code == 0, f"seed {seed}: rehearse exit {harness.describe(made.code)}: {made.error_text.strip()}"):
            continue
        dump = next(iter(sorted(folder.glob("dump.csv*"))), None)
        if not failures.check(dump is not None, f"seed {seed}: no dump.csv in the folder"):
            continue
        findings = folder / "findings.json"
        outcome = harness.run([program, "examine", dump, "--claim", "sample=20000", "--json", findings])
        if not failures.check(outcome.code == 0, f"seed {seed}: examine exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
            continue
        compared = harness.run([sys.executable, harness.ROOT / "tools/compare_truth.py", findings, folder / "truth.json"])
        failures.check(compared.code == 0, f"seed {seed}: ledger and truth differ:\n{compared.out.decode()}{compared.error_text}")
    again = pathlib.Path(name) / "again"
    harness.run([program, "rehearse", "bpjs-2021", "--out", again, "--rows", "20000", "--seed", "1"])
    same = all((again / file).read_bytes() == (pathlib.Path(name) / "seed1" / file).read_bytes() for file in ("dump.csv", "truth.json")
               if (pathlib.Path(name) / "seed1" / file).exists())
    failures.check(same, "seed 1 twice: the two rehearsals differ")
failures.finish()
