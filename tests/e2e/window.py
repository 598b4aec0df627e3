"""The day on which a rehearsed dump was taken lies in the window that is given: bench/date_extraction on ten small dumps.

The bench prints how many windows of the largest strata hold their day, and how wide windows are; rates over more dumps are in bench/RESULTS.md.
"""
import re
import subprocess
import sys

import harness

program = sys.argv[1]
failures = harness.Failures("window")
DUMPS = 10
script = harness.ROOT / "bench" / "date_extraction" / "run.py"
done = subprocess.run([sys.executable, script, program, "51", str(DUMPS), "12000"], stdout=subprocess.PIPE, text=True)
failures.check(done.returncode == 0, f"the bench ended with {done.returncode}")
largest = re.search(r"largest stratum right: (\d+)", done.stdout)
strata = re.search(r"strata right: (\d+) of (\d+); widths in days: median (\d+)", done.stdout)
if failures.check(largest is not None and strata is not None, "the bench printed no result"):
    failures.check(int(largest[1]) >= DUMPS - 1, f"only {largest[1]} of {DUMPS} largest strata:\n{done.stdout}")
    right, among, median = (int(strata[i]) for i in (1, 2, 3))
    failures.check(right >= 0.9 * among, f"{right} of {among} strata:\n{done.stdout}")
    failures.check(median <= 30, f"windows of {median} days")
failures.finish()
