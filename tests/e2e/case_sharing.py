"""A case goes out as MISP, STIX and CASE/UCO, and files of MISP and AIL come in. Usage: case_sharing.py PROGRAM.

Where the validators of these formats are installed (stix2-validator, case-utils, pymisp), they are asked too."""
import base64
import gzip
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program = sys.argv[1]


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stdout + done.stderr


def texts(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(part)


def check_outside(kind, path):
    """By the format's own validator, if there is one here."""
    if kind == "stix" and shutil.which("stix2_validator"):
        done = subprocess.run(["stix2_validator", path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
    if kind == "case" and shutil.which("case_validate"):
        done = subprocess.run(["case_validate", "--built-version", "case-1.5.0", path], capture_output=True, text=True)
        assert done.returncode == 0 and "Conforms: True" in done.stdout, done.stdout
    if kind == "misp":
        try:
            import pymisp
        except ImportError:
            return
        event = pymisp.MISPEvent()
        event.load_file(path, validate=True)
        assert event.objects


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    run("rehearse", "bpjs-2021", "--out", folder / "dump", "--case", case, "--rows", 20000)
    shown = json.loads(run("case", "show", case, "--format", "json"))
    out = {}
    for kind in ("misp", "stix", "case"):
        path = folder / f"out.{kind}.json"
        run("case", "export", case, "--format", kind, "--out", path)
        assert path.read_text() == run("case", "export", case, "--format", kind), f"{kind} is the same each time"
        out[kind] = json.loads(path.read_text())
        check_outside(kind, path)

    # What each of them must tell, and what none may.
    hashes = [exhibit["sha256"] for exhibit in shown["exhibits"]]
    confirmed = [fact["value"] for fact in shown["facts"] if fact["usable"]]
    assert len(confirmed) >= 3
    for kind, document in out.items():
        told = list(texts(document))
        everything = "\n".join(told)
        assert all(value in everything for value in hashes), kind
        assert sum("http://" in text for text in told) >= 3, f"{kind}: the three links"
        assert "279000000" in everything and all(str(value) in everything for value in confirmed), kind
        for person in shown["persons"]:
            assert person["name"] not in everything, f"{kind} names {person['name']}"
        assert str(folder) not in everything, f"{kind} says where the exhibit lies"

    times = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")
    ids = {thing["id"] for thing in out["stix"]["objects"]} | {"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"}
    assert len(ids) == len(out["stix"]["objects"]) + 1
    for thing in out["stix"]["objects"]:
        assert thing["spec_version"] == "2.1" and thing["id"].startswith(thing["type"] + "--")
        if "created" in thing:
            assert times.fullmatch(thing["created"]) and thing["created"] <= thing["modified"], thing
        for key, value in thing.items():
            for reference in [value] if key.endswith("_ref") else value if key.endswith("_refs") else []:
                assert reference in ids, (thing["id"], key, reference)
    assert {thing["type"] for thing in out["stix"]["objects"]} >= {"identity", "incident", "file", "url", "observed-data",
                                                                   "threat-actor", "note", "report", "relationship"}

    # In: an event of MISP with a file, twice; then items of AIL, one of which is not what it says.
    desk = folder / "meja"
    run("case", "open", desk, "--law", "id", "--as", "rina")
    dump = b"nama,kota\n" + b"".join(b"Invented %d,Kota\n" % i for i in range(500))
    event = {"Event": {"uuid": "9d2bd1f2-7e44-4b0e-8d61-3f6a7b1c9e02", "Orgc": {"name": "An invented CSIRT"},
                       "Object": [{"name": "ail-leak", "Attribute": [
                           {"type": "attachment", "object_relation": "raw-data", "uuid": "a1", "value": "../dump.csv",
                            "data": base64.b64encode(dump).decode()}]}]}}
    (folder / "event.json").write_text(json.dumps(event))
    assert hashlib.sha256(dump).hexdigest() in run("case", "import", desk, folder / "event.json")
    assert "1 of the files were in the case already" in run("case", "import", desk, folder / "event.json")

    def item(text, said=None):
        return {"source": "an invented feeder", "source-uuid": "s1", "default-encoding": "UTF-8", "meta": {},
                "data": base64.b64encode(gzip.compress(text)).decode(), "data-sha256": said or hashlib.sha256(text).hexdigest()}

    other = b"mail:hash\ninvented@example.org:00\n" * 100
    (folder / "items.json").write_text(json.dumps([item(other)]))
    assert "E2" in run("case", "import", desk, folder / "items.json")
    (folder / "lies.json").write_text(json.dumps(item(b"x", said="0" * 64)))
    assert "casefile.items_malformed" in run("case", "import", desk, folder / "lies.json", code=65)
    bomb = gzip.compress(b"\0" * (1 << 20))
    (folder / "bomb.json").write_text(json.dumps({"meta": {}, "data": base64.b64encode(bomb[:-9]).decode()}))
    assert "casefile.items_malformed" in run("case", "import", desk, folder / "bomb.json", code=65)
    (folder / "none.json").write_text("{\"Event\": {\"Attribute\": []}}")
    assert "casefile.items_none" in run("case", "import", desk, folder / "none.json", code=65)
    assert "engine.import_unreadable" in run("case", "import", desk, folder / "absent.json", code=66)

    exhibits = json.loads(run("case", "show", desk, "--format", "json"))["exhibits"]
    assert [each["name"] for each in exhibits][0] == "dump.csv" and len(exhibits) == 2, exhibits
    assert exhibits[0]["sealed"] is True and "MISP event 9d2bd1f2" in json.dumps(exhibits[0]), exhibits
    assert "500" in run("case", "examine", desk, "E1", "--parts", "scan")
    assert json.loads(run("case", "verify", desk, "--format", "json"))["holds"]
print("case_sharing: all as it should be")
