"""Whom to write to: answers of invented registries over TLS; that nobody is named differs from that nobody could be asked.

Usage: takedown_contacts.py PROGRAM. Everybody and every host here is invented.
"""
import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile
import threading

program = sys.argv[1]
SECRET = "s3cr3t-path"
answers = {}
asked = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        status, body = answers.get(self.path, (404, b"{}"))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=60)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stderr


def entity(address):
    return {"entities": [{"roles": ["registrar"], "entities": [
        {"roles": ["abuse"], "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["email", {}, "text", address]]]}]}]}


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=rehearsal",
                    "-addext", "subjectAltName=DNS:dl.files.test,DNS:rdap.test,DNS:registrar.test", "-keyout", folder / "key.pem",
                    "-out", folder / "ca.pem"], check=True, capture_output=True)
    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    reach = ["--allow-private", "--ca", folder / "ca.pem", "--resolve", "dl.files.test=127.0.0.1", "--resolve", "rdap.test=127.0.0.1",
             "--resolve", "registrar.test=127.0.0.1", "--seconds", "3"]
    bootstrap = folder / "dns.json"
    bootstrap.write_text(json.dumps({"services": [[["test"], [f"https://rdap.test:{port}/"]],
                                                  [["127.0.0.0/8"], [f"https://rdap.test:{port}/net"]]]}))
    case = folder / "kasus"
    run("case", "open", case, "--law", "id", "--as", "rina")
    run("takedown", "add", case, f"https://dl.files.test:{port}/{SECRET}")

    def contacts(*words):
        return json.loads(run("takedown", "contacts", case, "L1", "--format", "json", "--bootstrap", bootstrap, *reach, *words))

    # Before a look no address is known, and the registry has no answer: only the guess is left, and it is said to be one.
    found = contacts()
    assert [each["scope"] for each in found["contacts"]] == ["guess"], found
    assert found["contacts"][0]["address"] == "abuse@files.test"
    assert [each["outcome"] for each in found["questions"]] == ["not_asked", "none_published"], found

    # One look over TLS suffices for a removal, because the certificate shows that the page is the host's own.
    answers[f"/{SECRET}"] = (200, b"PK\x03\x04 invented")
    run("takedown", "probe", case, "L1", *reach)
    answers[f"/{SECRET}"] = (410, b"<html>deleted</html>")
    assert "removed at source" in run("takedown", "probe", case, "L1", *reach)

    answers["/domain/files.test"] = (200, json.dumps({**entity("abuse@registry.test"), "links": [
        {"rel": "related", "type": "application/rdap+json", "href": f"https://registrar.test:{port}/rdap/files.test"}]}).encode())
    answers["/rdap/files.test"] = (200, json.dumps(entity("Abuse@Registrar.test")).encode())
    answers["/net/ip/127.0.0.1"] = (200, json.dumps(entity("noc@network.test")).encode())
    asked.clear()
    found = contacts()
    assert [(each["address"], each["scope"], each["source"]) for each in found["contacts"]] == [
        ("noc@network.test", "network", "rdap.test"), ("abuse@registry.test", "registrar", "rdap.test"),
        ("abuse@registrar.test", "registrar", "registrar.test"), ("abuse@files.test", "guess", "RFC 2142")], found
    assert not any(SECRET in path for path in asked), "the link was told to a registry"

    # A registry that names nobody, one that breaks, one that lies in a private network.
    answers["/net/ip/127.0.0.1"] = (200, b"{}")
    answers["/domain/files.test"] = (200, b"[[[[")
    outcomes = {each["about"]: each for each in contacts()["questions"]}
    assert outcomes["127.0.0.1"]["outcome"] == "none_published" and outcomes["files.test"]["outcome"] == "not_asked", outcomes
    text = run("takedown", "contacts", case, "L1", "--bootstrap", bootstrap, *reach)
    assert "names none" in text and "could not be asked" in text, text
    private = ["--resolve", "rdap.test=127.0.0.1", "--ca", folder / "ca.pem"]
    found = json.loads(run("takedown", "contacts", case, "L1", "--format", "json", "--bootstrap", bootstrap, *private))
    assert all(each["outcome"] == "not_asked" for each in found["questions"]), found
    assert "casefile.rdap_malformed" in run("takedown", "contacts", case, "L1", "--bootstrap", folder / "ca.pem", code=65)

print("contacts are told with their scope and source")
