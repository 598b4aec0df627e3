#!/usr/bin/env python3
"""Runs clang-tidy-19 over files and leaves out what it found clean before. Usage: tidy_files.py BUILD_FOLDER JOBS FILE...

A file is clean for good while what the compiler sees of it (its own text and all that it includes, comments too), the
configuration and clang-tidy stay the same; a digest of these is kept in BUILD_FOLDER/clean. Prints the findings and ends
with 1 when there is any.
"""
import concurrent.futures
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

TIDY = "clang-tidy-19"


def digest_of(command, folder, fixed):
    """None when the file cannot be preprocessed: then clang-tidy says why."""
    words = shlex.split(command)
    at = words.index("-o")
    words[at:at + 2] = []
    words = [word for word in words if word != "-c"] + ["-E", "-C", "-P"]
    seen = subprocess.run(words, cwd=folder, capture_output=True)
    return hashlib.sha256(fixed + seen.stdout).hexdigest() if seen.returncode == 0 else None


def main():
    build, jobs, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    clean = build / "clean"
    clean.mkdir(exist_ok=True)
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        commands[str(pathlib.Path(entry["file"]).resolve())] = entry
    fixed = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    fixed += pathlib.Path(".clang-tidy").read_bytes()

    def look_at(name):
        """Whether it was known to be clean, and what is found."""
        entry = commands.get(str(pathlib.Path(name).resolve()))
        if entry is None:
            return None, ""
        digest = digest_of(entry["command"], entry["directory"], fixed)
        if digest and (clean / digest).exists():
            return True, ""
        run = subprocess.run([TIDY, "-quiet", "-p", str(build), name], capture_output=True, text=True)
        if run.returncode != 0:
            return False, run.stdout or run.stderr
        if digest:
            (clean / digest).touch()
        return False, ""

    faulty = known = without = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for was_clean, findings in pool.map(look_at, files):
            known += was_clean is True
            without += was_clean is None
            if findings:
                faulty += 1
                print(findings, flush=True)
    print(f"tidy: {len(files)} files, {faulty} with findings, {known} unchanged since they were clean, "
          f"{without} that the build does not compile")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
