"""What every end-to-end test needs: run the program within limits, judge its exit and its error line, collect failures.

A test is a script: `test.py PROGRAM [more]`. It prints one line a failure and ends with 0, 1, or 77 when the data of other
projects (environment SIDIK_DATA, default ../shared/data beside the repository) is absent.
"""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SIDIK_DATA") or ROOT.parent / "shared" / "data")
SKIPPED = 77
# Every exit code that stands for an outcome; 70 is a bug and a negative code a signal.
KNOWN_EXITS = {0, 64, 65, 66, 74, 75, 76, 77, 130}
ERROR_LINE = re.compile(r"^sidik: (?P<code>[a-z]+\.[a-z0-9_]+): (?P<what>.+?); (?P<next>.+)$")


class Outcome:
    """How a run ended. `out` and `err` are bytes; `peak_rss` is in bytes."""

    def __init__(self, code, out, err, seconds, peak_rss, timed_out):
        self.code, self.out, self.err = code, out, err
        self.seconds, self.peak_rss, self.timed_out = seconds, peak_rss, timed_out

    @property
    def error_text(self):
        return self.err.decode("utf-8", "replace")

    @property
    def error_code(self):
        """The code in the one error line, or None when standard error is not such a line."""
        lines = [line for line in self.error_text.splitlines() if line.strip()]
        found = ERROR_LINE.match(lines[-1]) if lines else None
        return found["code"] if found else None

    def document(self):
        return json.loads(self.out.decode("utf-8"))


def run(arguments, stdin=subprocess.DEVNULL, feed=None, seconds=60, cwd=None, env=None, user=None):
    """Runs a program. `feed`: a function that gets the write end of its standard input in a thread of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        extra = {"user": user, "group": user, "extra_groups": []} if user is not None else {}
        started = time.monotonic()
        process = subprocess.Popen([str(word) for word in arguments], stdin=subprocess.PIPE if feed else stdin,
                                   stdout=out, stderr=err, cwd=cwd, env=env, **extra)
        timed_out = threading.Event()

        def stop():
            timed_out.set()
            process.kill()

        watch = threading.Timer(seconds, stop)
        watch.start()
        if feed:
            threading.Thread(target=_feed, args=(feed, process.stdin), daemon=True).start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        elapsed = time.monotonic() - started
        out.seek(0)
        err.seek(0)
        return Outcome(process.returncode, out.read(), err.read(), elapsed, usage.ru_maxrss * 1024, timed_out.is_set())


def _feed(feed, pipe):
    try:
        feed(pipe)
        pipe.close()
    except (BrokenPipeError, ValueError):
        pass


def examine(program, *words, **how):
    """`sidik examine ... --parts scan --format json`."""
    return run([program, "examine", *words, "--parts", "scan", "--format", "json"], **how)


class Failures:
    """Collects what is wrong and ends the test."""

    def __init__(self, name):
        self.name, self.checked, self.lines = name, 0, []

    def check(self, holds, says):
        self.checked += 1
        if not holds:
            self.lines.append(says)
        return holds

    def outcome_is_known(self, outcome, where):
        """An exit that stands for an outcome, and one clear error line when it is not 0."""
        if outcome.timed_out:
            return self.check(False, f"{where}: not done after {outcome.seconds:.0f} s")
        if not self.check(outcome.code in KNOWN_EXITS, f"{where}: exit {describe(outcome.code)}: {outcome.error_text[-300:]!r}"):
            return False
        if outcome.code not in (0, 130):
            return self.check(outcome.error_code is not None,
                              f"{where}: exit {outcome.code} without one line `sidik: code: what; next`: {outcome.error_text[-300:]!r}")
        return True

    def finish(self):
        for line in self.lines[:200]:
            print(f"FAILED {self.name}: {line}")
        if len(self.lines) > 200:
            print(f"... and {len(self.lines) - 200} more")
        print(f"{self.name}: {self.checked - len(self.lines)} of {self.checked} checks hold")
        sys.exit(1 if self.lines else 0)


def describe(code):
    return f"by signal {signal.Signals(-code).name}" if code < 0 else str(code)


def need_data(folder=""):
    """The folder of other projects' files; ends the test as skipped where it is absent."""
    path = DATA / folder
    if not path.exists():
        print(f"skipped: {path} is absent (set SIDIK_DATA)")
        sys.exit(SKIPPED)
    return path


def tables_of(document):
    return [table for exhibit in document["exhibits"] for table in exhibit["tables"]]


def records_of(document):
    return sum(table["records"] for table in tables_of(document))


def rejected_of(document):
    return sum(table["rejected"] for table in tables_of(document))


def read_tables(reader, path, *words):
    """Runs the test program read_fields: [(name, columns, [record, ...]), ...], one a run of records of one table."""
    outcome = run([reader, *words, path])
    if outcome.code != 0:
        raise RuntimeError(f"read_fields: exit {describe(outcome.code)}: {outcome.error_text.strip()}")
    tables = []
    for line in outcome.out.decode("utf-8").removesuffix("\n").split("\n"):
        value = json.loads(line)
        if isinstance(value, dict):
            tables.append((value["table"], value["columns"], []))
        else:
            tables[-1][2].append(value)
    return tables


def read_fields(reader, path, *words):
    """read_tables() without names: [(columns, [record, ...]), ...]."""
    return [(columns, records) for _, columns, records in read_tables(reader, path, *words)]
