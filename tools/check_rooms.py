#!/usr/bin/env python3
"""Holds every #include of src/ and apps/, and the sidik_room() lines, against docs/rooms.txt."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
allowed = {}
for line in (root / "docs/rooms.txt").read_text().splitlines():
    line = line.split("#")[0].strip()
    if line:
        room, _, targets = line.partition(":")
        allowed[room.strip()] = set(targets.split())

faults = []
order = list(allowed)
for room, targets in allowed.items():
    for target in targets:
        if target not in allowed:
            faults.append(f"docs/rooms.txt: {room} names {target}, which is no room")
        elif order.index(target) > order.index(room):
            faults.append(f"docs/rooms.txt: {room} looks upward to {target}")

include = re.compile(r'^\s*#\s*include\s+"([^"/]+)/')
for folder in sorted((root / "src").iterdir()):
    if folder.is_dir() and folder.name not in allowed:
        faults.append(f"src/{folder.name}: not in docs/rooms.txt")
    if folder.is_dir() and not (folder / "README.md").exists():
        faults.append(f"src/{folder.name}: has no README.md")
files = [*(root / "src").rglob("*.[ch]pp"), *(root / "apps").rglob("*.[ch]pp")]
for file in sorted(files):
    parts = file.relative_to(root).parts
    room = parts[1] if parts[0] == "src" else "apps"
    for number, line in enumerate(file.read_text().splitlines(), 1):
        found = include.match(line)
        if not found:
            continue
        target = found[1]
        if target != room and target != "sidik" and target not in allowed.get(room, set()):
            faults.append(f"{file.relative_to(root)}:{number}: {room} may not include {target}")

for line in (root / "src/CMakeLists.txt").read_text().splitlines():
    found = re.match(r"sidik_room\((\w+)(?:.*DEPENDS ([\w ]+?))?(?: LIBRARIES.*| SOURCES.*)?\)", line)
    if found:
        extra = set((found[2] or "").split()) - allowed.get(found[1], set())
        if extra:
            faults.append(f"src/CMakeLists.txt: {found[1]} may not link {sorted(extra)}")

print("\n".join(faults) if faults else f"{len(files)} files keep to the {len(allowed)} rooms")
sys.exit(1 if faults else 0)
