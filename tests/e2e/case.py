"""A case from its opening to its closing, by the command line alone: what is shown, what verify names, what the folder holds.

Usage: case.py PROGRAM. Everybody here is invented.
"""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

program = sys.argv[1]


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stderr


def changed(case, folder, statements):
    """A copy of the case in which somebody was at work with a database tool; what verify says of it."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(case, copy)
    with sqlite3.connect(copy / "case.db") as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    done = subprocess.run([program, "case", "verify", copy, "--format", "json"], capture_output=True, text=True)
    assert done.returncode == 77, done.stdout + done.stderr
    return json.loads(done.stdout)["fault"]


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    run("rehearse", "bpjs-2021", "--out", folder / "r", "--rows", 3000, "--seed", 5)
    dump = next(path for path in (folder / "r").iterdir() if path.name.startswith("dump"))
    run("case", "open", case, "--law", "id", "--as", "rina", "--person-name", "Rina Rekaan", "--office", "desk")
    run("case", "add", dump, "--case", case, "--from", "https://host.example/1", "--how", "downloaded")
    assert "engine.exhibit_known" in run("case", "add", case, dump, code=77)
    document = json.loads(run("case", "examine", case, "--parts", "scan", "--format", "json"))
    records = next(step["count"] for step in document["ledger"] if step["step"] == "records")
    run("case", "person", "add", case, "budi", "--name", "Budi Rekaan", "--office", "other desk")
    run("case", "approve", case, "E1.records")
    run("case", "approve", case, "E1.records", "--as", "budi")
    run("case", "note", case, "three links")
    run("case", "note", case, "two links", "--corrects", 10, "--as", "budi")
    shown = json.loads(run("case", "show", case, "--format", "json"))
    fact = next(each for each in shown["facts"] if each["name"] == "E1.records")
    assert fact["value"] == records and fact["usable"] and fact["approved_by"] == ["budi", "rina"], fact
    assert shown["exhibits"][0]["sealed"] and shown["exhibits"][0]["got_from"] == "https://host.example/1"
    assert [note["text"] for note in shown["notes"]] == ["three links", "two links"]
    assert f"{records:,}" in run("case", "show", case)

    verified = json.loads(run("case", "verify", case, "--format", "json"))
    assert verified["holds"] and verified["events"] == shown["events"], verified
    events = verified["events"]
    with sqlite3.connect(case / "case.db") as database:
        rows = list(database.execute("select number, body from events order by number"))
    database.close()
    assert [row[0] for row in rows] == list(range(events))
    for number, body in rows:
        parsed = json.loads(body)
        assert json.dumps(parsed, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == body, "not canonical"
        assert parsed["number"] == number
    for number in range(events):
        fault = changed(case, folder, [f"update events set body = replace(body, '\"at\":\"20', '\"at\":\"19') where number = {number}"])
        assert (fault["event"], fault["kind"]) == (number, "changed"), fault
        fault = changed(case, folder, [f"delete from events where number = {number}"])
        assert (fault["event"], fault["kind"]) == (number, "dropped"), fault
        if number + 1 < events:
            fault = changed(case, folder, [f"update events set number = -5 where number = {number}",
                                           f"update events set number = {number} where number = {number + 1}",
                                           f"update events set number = {number + 1} where number = -5"])
            assert (fault["event"], fault["kind"]) == (number, "reordered"), fault
    run("case", "checkpoint", case, "--out", folder / "kept.json")
    fault = changed(case, folder, [f"delete from events where number >= {events - 2}", f"delete from checkpoints where size > {events - 2}",
                                   "delete from events where number = 0"])
    assert fault["event"] == 0

    # An exhibit that is not there, or is of another size, is told; the log itself holds.
    def remarks(of):
        return json.loads(run("case", "verify", of, "--format", "json"))["remarks"]

    assert not any(remark.startswith("E") for remark in remarks(case)), remarks(case)
    for sealed in list(case.glob("exhibits/*.sealed")):
        whole = sealed.read_bytes()
        sealed.write_bytes(whole[:-1])
        assert any("another size" in remark for remark in remarks(case)), remarks(case)
        sealed.unlink()
        assert any("not in the case any more" in remark for remark in remarks(case)), remarks(case)
        sealed.write_bytes(whole)

    # No output goes over the case or the keys beside it.
    for taken in (case / "case.db", folder / (case.name + ".key"), *case.glob("exhibits/*.sealed")):
        before = taken.read_bytes()
        assert "engine.output_is_input" in run("case", "export", case, "--out", taken, code=77)
        assert taken.read_bytes() == before
    run("case", "export", case, "--out", folder / "export.jsonl")
    assert json.loads(run("case", "verify", folder / "export.jsonl", "--format", "json"))["holds"]
    lines = (folder / "export.jsonl").read_text().splitlines()
    (folder / "dropped.jsonl").write_text("\n".join(lines[:6] + lines[7:]) + "\n")
    assert "event 5 was" in run("case", "verify", folder / "dropped.jsonl", code=77)
    assert run("case", "export", case, "--format", "csv").count("\n") == events + 1

    values = [field for line in dump.read_bytes().splitlines()[5:60] for field in line.replace(b'"', b"").split(b",") if len(field) >= 12 and not field.isalpha()]
    for path in case.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(value in content for value in values), path

    certificate = json.loads(run("case", "close", case))
    assert [each["id"] for each in certificate["gone"]] == ["E1"] and not list((case / "exhibits").iterdir())
    assert "engine.case_closed" in run("case", "note", case, "late", code=77)
    run("case", "verify", case, "--against", folder / "kept.json")
    log = [json.loads(line) for line in run("case", "log", case, "--format", "json").splitlines()]
    assert [event["kind"] for event in log[-2:]] == ["exhibit.deleted", "case.closed"]
print("case: opened, examined, approved, verified, tampered with, closed")
