"""Rewrites chunked_encryption_aes256.json from the installed package `cryptography_vectors`.

    python3 -m venv /tmp/vectors && /tmp/vectors/bin/pip install cryptography_vectors
    /tmp/vectors/bin/python vault/tests/vectors/import.py

Takes the entries for AES-256-GCM as they are, but for the ciphertext: base64, in part compressed with zlib, becomes hex
in which a run of zero bytes is written `00*16384`. So the tests need no decompressor and the file stays readable.
"""

import base64
import json
import pathlib
import re
import zlib

import cryptography_vectors

source = pathlib.Path(cryptography_vectors.__file__).parent / "chunked-encryption" / "vectors.json"
target = pathlib.Path(__file__).with_name("chunked_encryption_aes256.json")


def hex_with_runs(data: bytes) -> str:
    parts = re.split(rb"(\0{64,})", data)
    return " ".join(
        f"00*{len(part)}" if index % 2 else part.hex() for index, part in enumerate(parts) if part
    )


entries = []
for entry in json.loads(source.read_text())["vectors"]:
    if entry["aead"] != "AEAD_AES_256_GCM":
        continue
    data = base64.b64decode(entry.get("ciphertext") or "")
    if entry.pop("compressed", False):
        data = zlib.decompress(data)
    entries.append(entry | {"ciphertext": hex_with_runs(data)})

target.write_text(json.dumps(entries, indent=2) + "\n")
print(f"{len(entries)} entries from cryptography_vectors {cryptography_vectors.__version__}")
