"""Serves a demonstration, asks for a code by mail as an applicant does, and reads the archives that can be taken along: each with the standard
library's ZIP reader, the data against the schemas that go with them, by `jsonschema` (an implementation of JSON Schema 2020-12).

    python3 -m venv /tmp/interop && /tmp/interop/bin/pip install "jsonschema>=4"
    /tmp/interop/bin/python server/tests/interop/own_copy.py <path-to-ablauf>

Prints one line PASS or FAIL for each check and exits 1 if one failed.
"""

import html
import http.cookiejar
import io
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

import jsonschema

EMAIL = "lananh.nguyen@example.net"
failures = 0


def check(what: str, passed: bool) -> None:
    global failures
    failures += not passed
    print("PASS" if passed else "FAIL", what)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the demonstration does not serve")


def main(binary: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        command = [binary, "serve", "--demo", "--data", os.path.join(folder, "data"), "--listen", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait(f"{base}/readyz")
            visit(base)
        finally:
            server.kill()
            server.wait()
    print(f"{failures} failed")
    sys.exit(failures > 0)


def visit(base: str) -> None:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def ask(path: str, **fields: str) -> tuple[str, bytes]:
        body = urllib.parse.urlencode(fields).encode() if fields else None
        with opener.open(base + path, body, timeout=30) as answer:
            return answer.url, answer.read()

    ask("/status/code", email=EMAIL)
    code = None
    for _ in range(100):
        text = html.unescape(re.sub("<[^>]*>", "", ask("/outbox")[1].decode()))
        found = re.search(re.escape(EMAIL) + r".*?(\d{4} \d{4})", text, re.DOTALL)
        if found:
            code = found.group(1)
            break
        time.sleep(0.2)
    check("a code is mailed", code is not None)
    place, page = ask("/status/code/show", code=code or "")
    check("the code opens what is kept", re.fullmatch(base + "/status/applications/[0-9a-f]{32}", place) is not None)
    path = urllib.parse.urlsplit(place).path
    for name, data in [("copy", "copy"), ("supplied", "supplied")]:
        archive = zipfile.ZipFile(io.BytesIO(ask(f"{path}/{name}.zip")[1]))
        check(f"{name}.zip is whole", archive.testzip() is None)
        value = json.loads(archive.read(f"{data}.json"))
        schema = json.loads(archive.read(f"{data}.schema.json"))
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        problems = [problem.message for problem in validator(schema).iter_errors(value)]
        check(f"{data}.json keeps to its schema {problems or ''}", not problems)
        value["unheard_of"] = 1
        check(f"the schema of {data}.json takes no field it does not name", not validator(schema).is_valid(value))
        del value["unheard_of"]
        del value["documents" if name == "supplied" else "supplied"]
        check(f"the schema of {data}.json misses what is missing", not validator(schema).is_valid(value))
        files = [entry for entry in archive.namelist() if entry.startswith("documents/")]
        check(f"{name}.zip has the files that its data name", bool(files))
    check("the page names whoever it is of", EMAIL in html.unescape(page.decode()).replace("<wbr>", ""))


if __name__ == "__main__":
    main(sys.argv[1])
