"""Plants invented, unique values in every place that an input has, and searches everything that comes out for them."""
import gzip
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
import harness  # noqa: E402

program = sys.argv[1]
failures = harness.Failures("canaries")

# Invented values that nobody bears. The number has the form of a NIK, and its region is no region.
CANARIES = {
    "name": "Zyxqan Kolvantriwe",
    "nik": "9912345506778899",
    "email": "zyxqan.kolvantri@burungkenari.example",
    "phone": "081299775533",
    "birth": "1977-11-29",
    "address": "Gang Kenarilumut 8813",
    "password": "K3n4ri!pelikKuning",
    "hash": "5f4dcc3b5aa765d61d8327deb8aacc11",
    "free": "catatan kenariungu tentangkeluarga",
    "code": "QXZ-88131-WV",
}
BROKEN = "kenaripatahdiujungbaris77"
STRANGE = "kenari\xffbyteasing88"
WINDOW = 9      # so many characters of a canary in a row are a leak; a mask keeps fewer


def pieces():
    """Every run of WINDOW characters of every canary. Runs of common words would be no evidence; none of these is one."""
    found = {}
    for kind, value in {**CANARIES, "broken": BROKEN, "strange": "byteasing88"}.items():
        for start in range(len(value) - WINDOW + 1):
            found[value[start:start + WINDOW].lower().encode()] = kind
    return found


PIECES = pieces()


def leaks(content):
    content = content.lower()
    # UTF-16 and JSON escapes would hide a leak from a plain search.
    plain = content.replace(b"\x00", b"")
    return sorted({kind for piece, kind in PIECES.items() if piece in content or piece in plain})


def filler(number):
    return {"name": f"Nusa Rimba {number}", "nik": f"{3200000000000000 + number}", "email": f"n{number}@example.test",
            "phone": f"0813{number:08d}", "birth": f"19{number % 90 + 10}-01-0{number % 9 + 1}", "address": f"Jalan {number}",
            "password": f"p{number}w", "hash": f"{number:032x}", "free": f"catatan {number}", "code": f"A{number}"}


def delimited(separator=",", broken=True):
    lines = [separator.join(CANARIES)]
    for number in range(60):
        row = CANARIES if number in (7, 41) else filler(number)
        lines.append(separator.join(row.values()))
    if broken:
        lines.insert(20, f"{BROKEN}{separator}{BROKEN}")
        lines.insert(30, separator.join([BROKEN] * 14))
        lines.insert(40, separator.join([STRANGE, *list(filler(3).values())[1:]]))
        lines.append(f'"{BROKEN}{separator}unclosed')
    return "\n".join(lines) + "\n"


def json_records():
    rows = [CANARIES if number in (7, 41) else filler(number) for number in range(60)]
    return rows + [{**filler(61), "nested": {"deep": [CANARIES["free"], {"deeper": CANARIES["nik"]}]}}]


def zipped(content):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("isi.csv", content)
        archive.writestr("catatan.txt", f"{BROKEN}\n{CANARIES['free']}\n")
    return box.getvalue()


def inputs():
    csv = delimited().encode("latin-1")
    records = json_records()
    lines = "\n".join(map(json.dumps, records))
    return {
        "comma.csv": csv,
        "semicolon.csv": delimited(";").encode("latin-1"),
        "tab.tsv": delimited("\t").encode("latin-1"),
        "no_header.csv": csv.split(b"\n", 1)[1],
        "utf16.csv": delimited(broken=False).encode("utf-16"),
        "lines.jsonl": f'{lines}\n{{"name": "{BROKEN}", \n"{BROKEN}"\n[1, "{BROKEN}"]\n'.encode(),
        "array.json": json.dumps(records, indent=1).encode(),
        "array_cut.json": json.dumps(records)[:-40].encode(),
        "json_wrong.json": f'{{"a": "{BROKEN}", "b" "{CANARIES["nik"]}"}}'.encode(),
        "packed.csv.gz": gzip.compress(csv),
        "cut.csv.gz": gzip.compress(csv)[:-60],
        "box.zip": zipped(csv),
        "prose.txt": f"{CANARIES['free']} {BROKEN}\nsatu baris {CANARIES['nik']}\n".encode(),
        "binary.bin": bytes(range(256)) * 8 + BROKEN.encode() + bytes(400),
        "only_header.csv": b"name,nik\n",
        "one_line.csv": (",".join(CANARIES.values()) + "\n").encode(),
    }


def search(name, outcome, folder):
    for where, content in (("standard output", outcome.out), ("standard error", outcome.err)):
        failures.check(not leaks(content), f"{name}: {leaks(content)} in {where}")
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found = leaks(file.read_bytes())
            failures.check(not found, f"{name}: {found} in {file.relative_to(folder)}")


def run_on(name, source, work, *words, **how):
    out = work / "_".join(["out", name, *(str(word).strip("-").replace("/", "")[-20:] for word in words)])
    (out / "spill").mkdir(parents=True)
    outcome = harness.run([program, "examine", source, "--json", out / "d.json", "--html", out / "d.html", "--rows", out / "rows.csv",
                           "--spill", out / "spill", "--claim", "sample=100", *words], **how)
    failures.outcome_is_known(outcome, name)
    search(" ".join([name, *map(str, words)]), outcome, out)
    failures.check(not list((out / "spill").iterdir()), f"{name}: something is left in the spill folder")
    return outcome, out


def spill_is_keyed(work):
    """While a run with little memory is under way, nothing that it keeps on disk holds a value in the clear."""
    spill = work / "spill"
    spill.mkdir()
    process = subprocess.Popen([program, "examine", "-", "--parts", "scan", "--memory", "64MiB", "--spill", str(spill), "--format", "json"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # 48 MiB of keys stay in memory whatever the limit says: some seven million distinct values go beyond.
    columns = [*CANARIES, "w", "x", "y", "z"]
    process.stdin.write((",".join(columns) + "\n").encode())
    canary = (",".join([*CANARIES.values(), "w", "x", "y", "z"]) + "\n").encode()
    for start in range(0, 600000, 1000):
        lines = [",".join([f"{letter}{number}" for letter in "abcdefghijklmn"]) for number in range(start, start + 1000)]
        process.stdin.write(("\n".join(lines) + "\n").encode() + canary)
    process.stdin.flush()
    time.sleep(0.5)
    seen = 0
    for handle in pathlib.Path(f"/proc/{process.pid}/fd").iterdir():
        target = os.readlink(handle)
        if target.startswith(str(spill)):
            with open(handle, "rb") as kept:
                content = kept.read()
            seen += len(content)
            failures.check(not leaks(content), f"spill: {leaks(content)} in {target}")
    out, err = process.communicate()
    failures.check(process.returncode == 0, f"spill: exit {harness.describe(process.returncode)}: {err[-200:]!r}")
    failures.check(not leaks(out + err), f"spill: {leaks(out + err)} in the output")
    failures.check(not list(spill.iterdir()), "spill: something is left behind")
    failures.check(seen > 0, "spill: nothing was spilled, so nothing was searched")
    print(f"canaries: {seen} bytes of spill files searched")


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    folder = work / "in"
    folder.mkdir()
    for file, content in inputs().items():
        path = folder / file
        path.write_bytes(content)
        for words in ([], ["--lang", "id"], ["--format", "json"]):
            run_on(file, path, work, *words)
    key = work / "case.key"
    key.write_text("0123456789abcdef0123456789abcdef\n")
    for file in inputs():
        path = folder / file
        out = work / f"tokens_{file}"
        out.mkdir()
        outcome = harness.run([program, "tokens", path, "--key", key, "--out", out / "t"])
        failures.outcome_is_known(outcome, f"tokens {file}")
        search(f"tokens {file}", outcome, out)
        for known in {path, folder / "semicolon.csv", *([out / "t"] if outcome.code == 0 else [])}:
            run_on(file, folder / "comma.csv", work / f"known_{file}_{known.name}", "--key", key, "--known", f"old={known}")
    run_on("folder", folder, work)
    with (folder / "comma.csv").open("rb") as stream:
        run_on("stdin", "-", work, stdin=stream)
    for words in (["--delimiter", "|"], ["--ragged", "pad"], ["--header", "no"], ["--table-format", "json"], ["--encoding", "UTF-16LE"],
                  ["--quote", "'"], ["--skip", "5"]):
        run_on("comma.csv", folder / "comma.csv", work / f"w{words[0]}", *words)
    outcome, out = run_on("comma.csv", folder / "comma.csv", work / "masked", "--format", "json")
    failures.check("unmasked_because" not in json.dumps(json.loads((out / "d.json").read_text())["sidik"]), "a masked run says unmasked")
    reason = "drill 12 for the canary test"
    document = folder.parent / "unmasked.json"
    outcome = harness.run([program, "examine", folder / "comma.csv", "--unmask", reason, "--json", document])
    if failures.check(outcome.code == 0, f"--unmask: exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
        failures.check(json.loads(document.read_text())["sidik"].get("unmasked_because") == reason, "--unmask: the reason is not recorded")
    outcome = harness.run([program, "examine", folder / "comma.csv", "--unmask", ""])
    failures.check(outcome.code == 64, f"--unmask without a reason: exit {harness.describe(outcome.code)}")
    spill_is_keyed(work)
failures.finish()
