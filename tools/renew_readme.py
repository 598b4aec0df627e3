#!/usr/bin/env python3
"""Puts the report of a real run into README.md, between its two report markers. Usage: renew_readme.py [DEMO_OUT]

Takes the dump and the findings that ./demo left in demo-out/, renders the report as a terminal of 100 columns without
colours shows it, and replaces what stands between the markers. Nobody writes that part by hand.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- report:begin -->", "<!-- report:end -->"


def main(folder):
    program = ROOT / "build/release/sidik"
    findings = folder / "findings.json"
    if not program.exists() or not findings.exists():
        print("renew_readme: run ./demo first; it builds the program and writes demo-out/findings.json", file=sys.stderr)
        return 1
    report = subprocess.run([program, "report", findings], check=True, capture_output=True, text=True).stdout.rstrip()
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, marker, rest = text.partition(BEGIN)
    _, other, after = rest.partition(END)
    if not marker or not other:
        print(f"renew_readme: README.md lacks {BEGIN} or {END}", file=sys.stderr)
        return 1
    readme.write_text(f"{before}{BEGIN}\n\n```text\n{report}\n```\n\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "demo-out"))
