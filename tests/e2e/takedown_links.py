"""Links of a case against hosts on loopback: what is seen, what state follows, and that a block is never a removal.

Usage: takedown_links.py PROGRAM. Everybody and every host here is invented.
"""
import http.server
import json
import pathlib
import socket
import socketserver
import struct
import subprocess
import sys
import tempfile
import threading
import time

program = sys.argv[1]
SECRET = "s3cr3t-path"
answers = {}  # path: (status, headers, body) or a function of the handler


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answer = answers.get(self.path.split("?")[0], (404, {}, b"<html>gone</html>"))
        if self.server.server_address[0] == "127.0.0.3":
            answer = (200, {}, b"<html>this site is blocked</html>")
        if callable(answer):
            return answer(self)
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def reset(handler):
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        handler.close_connection = True


def silent(handler):
    time.sleep(4)
    handler.close_connection = True


def huge_header(handler):
    handler.send_response(200)
    handler.flush_headers()
    try:
        for i in range(4000):
            handler.wfile.write(b"X-%d: %s\r\n" % (i, b"h" * 100))
    except OSError:
        pass
    handler.close_connection = True


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=60)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    assert SECRET not in done.stderr, f"{words}: the link is in standard error"
    return done.stdout if code == 0 else done.stderr


def listed(case, *words):
    return {link["link"]: link for link in json.loads(run("takedown", "list", case, "--format", "json", *words))["links"]}


host = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=host.serve_forever, daemon=True).start()
port = host.server_address[1]
blocker = Server(("127.0.0.3", port), Handler)  # a page that a network puts in a host's place
threading.Thread(target=blocker.serve_forever, daemon=True).start()
HERE = ["--resolve", "files.test=127.0.0.1", "--allow-private", "--seconds", "2"]
BLOCKED = ["--resolve", "files.test=127.0.0.3", "--allow-private", "--seconds", "2"]
GONE_NAME = ["--resolve", "other.test=127.0.0.1", "--allow-private"]


def url(name):
    return f"http://files.test:{port}/{SECRET}/{name}"


def path(name):
    return f"/{SECRET}/{name}"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    letter = folder / "letter.eml"
    letter.write_text("a letter")
    run("case", "open", case, "--law", "id", "--as", "rina", "--person-name", "Rina Rekaan")

    # Nothing private is connected to unless it is allowed; the guard is an observation, and the state stays.
    run("takedown", "add", case, url("a"), "--note", "forum post")
    assert "engine.link_known" in run("takedown", "add", case, url("a"), code=77)
    assert "net.url_malformed" in run("takedown", "add", case, f"{SECRET} x", code=64)
    run("takedown", "probe", case, "L1", "--resolve", "files.test=127.0.0.1")
    assert listed(case)["L1"]["state"] == "seen"
    dump = b"PK\x03\x04" + b"z" * 5000
    answers[path("a")] = (200, {"Content-Type": "application/zip"}, dump)
    run("takedown", "probe", case, "L1", *HERE)
    assert listed(case)["L1"]["last_round"]["finding"] == "up"
    assert listed(case)["L1"]["last_round"]["allows_private"] is True

    # Told, answered, blocked in the country while the content still comes elsewhere.
    run("takedown", "sent", case, "L1", "--letter", letter, "--to", "abuse@files.test")
    assert listed(case)["L1"]["state"] == "noticed"
    run("takedown", "answer", case, "L1", "--letter", letter, "--from", "abuse@files.test", "--says", "acknowledged")
    assert listed(case)["L1"]["state"] == "acknowledged"
    run("takedown", "look", url("a"), "--vantage", "geneva", "--country", "CH", "--json", folder / "geneva.json", *HERE)
    text = (folder / "geneva.json").read_text()
    assert SECRET not in text, "the file of looks holds the link"
    look = json.loads(text)["looks"][0]
    assert look["bytes"] == len(dump) and look["complete"] and look["type"] == "zip", look
    shown = run("takedown", "probe", case, "L1", "--vantage", "jakarta", "--with", folder / "geneva.json", *BLOCKED)
    assert "blocked in ID" in shown and "removed" not in shown, shown
    assert listed(case)["L1"]["state"] == "blocked_in_country" and listed(case)["L1"]["blocked_in"] == ["ID"]
    assert listed(case)["L1"]["gone_at"] is None, "a block counts as gone"
    run("takedown", "probe", case, "L1", "--country", "SG", "--vantage", "singapore", *HERE)
    assert listed(case)["L1"]["state"] == "blocked_in_country", "content elsewhere lifted the block"
    run("takedown", "probe", case, "L1", *HERE)
    assert listed(case)["L1"]["state"] == "back_again"

    # A reset in one country is a block; a plain 404 of one country decides nothing, the same page of two does.
    answers[path("a")] = reset
    run("takedown", "probe", case, "L1", "--with", folder / "geneva.json", *HERE)
    assert listed(case)["L1"]["state"] == "blocked_in_country"
    answers[path("a")] = (410, {}, b"<html>deleted</html>")
    run("takedown", "probe", case, "L1", *HERE)
    assert listed(case)["L1"]["state"] == "blocked_in_country"
    assert listed(case)["L1"]["last_round"]["finding"] == "undecided"
    run("takedown", "look", url("a"), "--vantage", "geneva", "--country", "CH", "--json", folder / "gone.json", *HERE)
    shown = run("takedown", "probe", case, "L1", "--with", folder / "gone.json", *HERE)
    assert listed(case)["L1"]["state"] == "removed_at_source", shown
    assert listed(case)["L1"]["gone_at"]

    # Looks at another link are not filed for this one.
    run("takedown", "add", case, url("b"))
    assert "engine.looks_of_other_link" in run("takedown", "probe", case, "L2", "--with", folder / "gone.json", "--only-files", code=77)
    assert listed(case)["L2"]["rounds"] == 0

    # Dead: the name is gone, seen from two countries.
    run("takedown", "look", url("b"), "--vantage", "geneva", "--country", "CH", "--json", folder / "dead.json", *GONE_NAME)
    run("takedown", "probe", case, "L2", *GONE_NAME)
    assert listed(case)["L2"]["state"] == "seen"
    run("takedown", "probe", case, "L2", "--with", folder / "dead.json", *GONE_NAME)
    assert listed(case)["L2"]["state"] == "link_dead"
    run("takedown", "answer", case, "L2", "--letter", letter, "--from", "abuse@files.test", "--says", "refused")
    assert listed(case)["L2"]["state"] == "link_dead"

    # What a hostile host may do ends in a clear observation, in time and within memory.
    for what, answer, failure in [("endless", endless, "none"), ("silent", silent, "timed_out"), ("header", huge_header, "header_too_long"),
                                  ("loop", (302, {"Location": path("loop")}, b""), "too_many_redirects"),
                                  ("file", (302, {"Location": "file:///etc/hostname"}, b""), "scheme_refused")]:
        answers[path(what)] = answer
        words = ["takedown", "look", url(what), "--country", "ID", "--bytes", "1MiB", *HERE]
        look = json.loads(run(*words))["looks"][0]
        assert look["failure"] == failure, (what, look)
        if what == "endless":
            assert look["bytes"] == 1 << 20 and not look["complete"], look
    look = json.loads(run("takedown", "look", url("loop"), "--country", "ID", "--resolve", "files.test=127.0.0.1"))["looks"][0]
    assert look["failure"] == "address_refused" and look["address"] == "", look
    look = json.loads(run("takedown", "look", f"https://files.test:{port}/x", "--country", "ID", *HERE))["looks"][0]
    assert look["failure"] == "tls_failed", look

    # A list shows sites and no links unless asked; both languages; the case verifies and is known in full.
    assert SECRET not in run("takedown", "list", case) + run("takedown", "list", case, "--format", "json")
    assert SECRET in run("takedown", "list", case, "--urls")
    assert "tautan mati" in run("takedown", "list", case, "--lang", "id")
    record = json.loads(run("takedown", "list", case, "--format", "json"))["hosts"][0]
    assert record["links"] == 2 and record["gone"] == 2 and record["hours_to_removal"] == [0], record
    assert json.loads(run("case", "verify", case, "--format", "json"))["holds"]
    assert dump[4:60] not in b"".join(file.read_bytes() for file in case.rglob("*") if file.is_file()), "the case kept the dump"

print("links follow evidence")
