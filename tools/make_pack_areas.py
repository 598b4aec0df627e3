#!/usr/bin/env python3
"""Makes packs/id/areas.tsv from the area codes of cahyadsn/wilayah (MIT), with the years in which each code stood.

Reads    $SIDIK_DATA/wilayah (default ../shared/data beside the repository): codes_by_year_2016_2026.tsv, wilayah_penduduk.sql.
Writes   packs/id/areas.tsv: provinces, regencies and cities, districts, the retired codes among them.
"""
import os
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
data = pathlib.Path(os.environ.get("SIDIK_DATA", root.parent / "shared/data")) / "wilayah"

SMALL_WORDS = {"dan", "di", "ke"}


def in_title_case(name):
    """Retired names stand in capitals in the source."""
    if not name.isupper() or len(name) <= 3:
        return name
    words = [w if w.lower() in SMALL_WORDS and at else w.capitalize() for at, w in enumerate(name.lower().split())]
    return re.sub(r"([(/-])([a-z])", lambda m: m[1] + m[2].upper(), " ".join(words))


def kind_and_name(code, name):
    name = " ".join(name.split())
    if len(code) == 2:
        return "province", in_title_case(name)
    if len(code) == 6:
        return "kecamatan", in_title_case(name)
    kind = "kota" if int(code[2:]) >= 71 else "kabupaten"
    name = re.sub(r"^(kabupaten|kab\.?|kota|administrasi|adm\.?)\s+", "", name, flags=re.I)
    name = re.sub(r"^(administrasi|adm\.?)\s+", "", name, flags=re.I)
    return kind, in_title_case(name)


population = {}
for code, total in re.findall(r"^\('([\d.]+)','.*?','\d+','\d+','(\d+)'\)", (data / "wilayah_penduduk.sql").read_text(), re.M):
    population[code.replace(".", "")] = total

lines = ["code\tname\tkind\tfirst_year\tlast_year\tpopulation"]
for row in (data / "codes_by_year_2016_2026.tsv").read_text().splitlines()[1:]:
    dotted, name, first, last = row.split("\t")
    code = dotted.replace(".", "")
    if len(code) not in (2, 4, 6):
        continue
    kind, plain = kind_and_name(code, name)
    lines.append("\t".join([code, plain, kind, first, last, population.get(code, "")]))
lines[1:] = sorted(lines[1:])

target = root / "packs/id/areas.tsv"
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text("\n".join(lines) + "\n")
print(f"{target.relative_to(root)}: {len(lines) - 1} areas, {target.stat().st_size} bytes")
