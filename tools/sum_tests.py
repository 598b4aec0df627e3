#!/usr/bin/env python3
"""Adds up JUnit files of ctest and prints `N passed, N failed`, with the skipped named above it. Usage: sum_tests.py FILE..."""
import sys
import xml.etree.ElementTree as tree

passed, failed, skipped = 0, [], []
for path in sys.argv[1:]:
    for case in tree.parse(path).getroot().iter("testcase"):
        status = case.get("status")
        if status == "fail" or case.find("failure") is not None:
            failed.append(case.get("name"))
        elif status in ("notrun", "disabled") or case.find("skipped") is not None:
            skipped.append(case.get("name"))
        else:
            passed += 1
for name in sorted(set(skipped)):
    print(f"skipped: {name}")
for name in failed:
    print(f"failed: {name}")
print(f"{passed} passed, {len(failed)} failed")
sys.exit(1 if failed else 0)
