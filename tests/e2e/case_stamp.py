"""Time stamps of a case by an authority that this test runs with `openssl ts`. Usage: case_stamp.py PROGRAM."""
import http.server
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading

program = sys.argv[1]
if not shutil.which("openssl"):
    print("no openssl here")
    sys.exit(77)


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stdout + done.stderr


def openssl(folder, *words):
    subprocess.run(["openssl", *map(str, words)], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def authority(folder, name):
    """A certificate that may stamp times, and the configuration that answers with it."""
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN=Invented {name}", "-keyout", f"{name}.key",
            "-out", f"{name}.pem", "-addext", "extendedKeyUsage=critical,timeStamping", "-addext", "keyUsage=critical,digitalSignature")
    (folder / f"{name}.cnf").write_text(
        f"[tsa]\ndefault_tsa = one\n[one]\ndir = .\nserial = {name}.serial\ncrypto_device = builtin\nsigner_cert = {name}.pem\ncerts = {name}.pem\n"
        f"signer_key = {name}.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\nordering = yes\ntsa_name = yes\n")
    (folder / f"{name}.serial").write_text("01\n")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    authority(folder, "one")
    authority(folder, "other")
    run("case", "open", case, "--law", "id", "--as", "rina")
    run("case", "note", case, "before the stamp")
    run("case", "stamp", case, "--request", folder / "q.tsq")
    openssl(folder, "ts", "-reply", "-config", "one.cnf", "-queryfile", "q.tsq", "-out", "r.tsr")
    assert "casefile.stamp_refused" in run("case", "stamp", case, "--response", folder / "r.tsr", "--authority", folder / "other.pem", code=77)
    assert "casefile.stamp_malformed" in run("case", "stamp", case, "--response", folder / "q.tsq", "--authority", folder / "one.pem", code=65)
    run("case", "note", case, "the case grew meanwhile")
    assert run("case", "stamp", case, "--response", folder / "r.tsr", "--authority", folder / "one.pem").startswith("stamped 20")
    assert "first 3 events" in run("case", "show", case)
    assert "holds" in run("case", "stamp", case, "--authority", folder / "one.pem")
    assert "DOES NOT HOLD" in run("case", "stamp", case, "--authority", folder / "other.pem", code=77)
    assert json.loads(run("case", "verify", case, "--format", "json"))["holds"]

    # Asked for by HTTP, of an authority on loopback.
    class Authority(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            (folder / "h.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            openssl(folder, "ts", "-reply", "-config", "one.cnf", "-queryfile", "h.tsq", "-out", "h.tsr")
            answer = (folder / "h.tsr").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    run("case", "stamp", case, "--send", address, "--authority", folder / "one.pem", code=74)
    run("case", "stamp", case, "--send", address, "--allow-private", "--authority", folder / "one.pem")
    assert run("case", "stamp", case, "--authority", folder / "one.pem").count("holds") == 2
    server.shutdown()

    # A stamp of another case, or a response that was cut or changed, is none.
    run("case", "open", folder / "second", "--law", "id", "--as", "rina")
    assert "casefile.stamp_refused" in run("case", "stamp", folder / "second", "--response", folder / "r.tsr", "--authority", folder / "one.pem", code=77)
    response = (folder / "r.tsr").read_bytes()
    (folder / "cut.tsr").write_bytes(response[: len(response) // 2])
    run("case", "stamp", case, "--response", folder / "cut.tsr", "--authority", folder / "one.pem", code=65)
    (folder / "bad.tsr").write_bytes(response[:-20] + bytes(20))
    run("case", "stamp", case, "--response", folder / "bad.tsr", "--authority", folder / "one.pem", code=77)
    with sqlite3.connect(case / "case.db") as database:
        database.execute("update checkpoints set root = replace(root, substr(root, 1, 4), 'abcd') where size = 3")
    database.close()
    assert "DOES NOT HOLD" in run("case", "stamp", case, "--authority", folder / "one.pem", code=77)
print("stamps: asked for, filed, checked again, refused")
