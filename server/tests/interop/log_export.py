"""Exports the log with `ablauf audit export` and checks it from docs/CRYPTO.md alone: SHA-256 from hashlib, Ed25519 from `cryptography`.

    python3 -m venv /tmp/interop && /tmp/interop/bin/pip install "cryptography>=50"
    /tmp/interop/bin/python server/tests/interop/log_export.py <path-to-ablauf>

Prints one line PASS or FAIL for each check and exits 1 if one failed.
"""

import base64
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

failures = 0


def check(what: str, passed: bool) -> None:
    global failures
    failures += not passed
    print("PASS" if passed else "FAIL", what)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(entry: dict) -> bytes:
    parts = [
        entry["id"].encode(),
        struct.pack(">q", entry["at"]),
        *(entry[name].encode() for name in ["kind", "employer_id", "subject", "body"]),
    ]
    return sha256(b"\0\1", *(struct.pack(">I", len(part)) + part for part in parts))


def root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1."""
    if not leaves:
        return sha256()
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha256(b"\1", root(leaves[:k]), root(leaves[k:]))


def is_signed(note: bytes, vkey: str) -> bool:
    """C2SP signed-note."""
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    text, _, signatures = note.rpartition(b"\n\n")
    text += b"\n"
    dash, signer, signature = signatures.decode().rstrip("\n").split(" ")
    signature = base64.b64decode(signature, validate=True)
    expected = sha256(name.encode(), b"\n", key)[:4]
    if (dash, signer, key[:1], signature[:4], key_id) != ("\u2014", name, b"\1", expected, expected.hex()):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature[4:], text)
        return True
    except InvalidSignature:
        return False


def ablauf(*arguments: str) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ABLAUF_")}
    environment |= {"ABLAUF_PASSWORD": "sound-of-rain", "ABLAUF_LOG_FILTER": "error"}
    return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, timeout=120)


def main(directory: Path) -> None:
    data, export = str(directory / "data"), directory / "export"
    for person in range(5):
        email = f"{person}@example.org"
        added = ablauf("user", "add", "--data", data, "--email", email, "--name", "Jörg", "--employer", "Käserei", "--role", "hr")
        check(f"account {person} is added", added.returncode == 0)
    exported = ablauf("audit", "export", str(export), "--data", data)
    check("the log is exported", exported.returncode == 0)

    manifest = json.loads((export / "manifest.json").read_bytes())
    lines = (export / "manifest.sha256").read_text()
    check("the manifest has its checksum", lines == f"{sha256((export / 'manifest.json').read_bytes()).hex()}  manifest.json\n")
    for name, facts in manifest["files"].items():
        content = (export / name).read_bytes()
        check(f"{name} is the file that the manifest names", facts == {"bytes": len(content), "sha256": sha256(content).hex()})
    entries = [
        json.loads(line)
        for name in sorted(manifest["files"])
        if name.startswith("entries-")
        for line in (export / name).read_text().split("\n")[:-1]
    ]
    leaves = [leaf(line["entry"]) for line in entries]
    check("every entry is there", [line["index"] for line in entries] == list(range(manifest["size"])) and len(entries) > 5)
    check("every leaf is recomputed", [line["hash"] for line in entries] == [hash.hex() for hash in leaves])
    check("the root is recomputed", root(leaves).hex() == manifest["root"])
    for line in (export / "checkpoints.jsonl").read_text().split("\n")[:-1]:
        line = json.loads(line)
        check(f"the checkpoint of {line['size']} is recomputed", root(leaves[: line["size"]]).hex() == line["root"])

    note, vkey = (export / "checkpoint.txt").read_bytes(), (export / "key.txt").read_text().rstrip("\n")
    origin, size, head = note.decode().split("\n")[:3]
    check("the checkpoint speaks of this log", (origin, int(size)) == (vkey.split("+")[0], len(leaves)))
    check("the checkpoint speaks of this root", base64.b64decode(head) == root(leaves))
    check("the checkpoint is signed", is_signed(note, vkey) and vkey == manifest["key"])
    check("another checkpoint is not", not is_signed(note.replace(b"\n" + size.encode() + b"\n", b"\n1\n"), vkey))
    verified = ablauf("audit", "verify", str(export), "--key", vkey)
    check("`ablauf audit verify` says the same", verified.returncode == 0 and manifest["root"] in verified.stdout)


if __name__ == "__main__":
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as directory:
        main(Path(directory))
    sys.exit(failures > 0)
