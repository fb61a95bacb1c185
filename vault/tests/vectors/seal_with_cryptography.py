"""Makes sealed_by_cryptography.json: what another implementation of Cobblestone-256 seals.

    python3 -m venv /tmp/vectors && /tmp/vectors/bin/pip install "cryptography>=50"
    /tmp/vectors/bin/python vault/tests/vectors/seal_with_cryptography.py

That implementation is the PyPI package `cryptography`, which draws a random salt. Sealing is a function of key, context,
salt and plaintext, so with the salt taken from its header the same bytes must come out here; their hash suffices.
"""

import hashlib
import json
import pathlib

import cryptography
from cryptography.cobblestone import Cobblestone256Encryptor

SALT_LEN, HEADER_LEN = 24, 56
KEY = bytes(range(32))
CONTEXTS = {0: b"", 1: b"x", 16383: b"context", 16384: b"null \0 inside", 16385: bytes(range(256)), 2**20 + 1: b"\xff" * 300}


def plaintext(length: int) -> bytes:
    return bytes((index * 7 + (index >> 8)) & 0xFF for index in range(length))


answers = []
for length, context in CONTEXTS.items():
    encryptor = Cobblestone256Encryptor(KEY, context)
    sealed = encryptor.update(plaintext(length)) + encryptor.finalize()
    answers.append(
        {
            "key": KEY.hex(),
            "context": context.hex(),
            "plaintext_length": length,
            "salt": sealed[:SALT_LEN].hex(),
            "commitment": sealed[SALT_LEN:HEADER_LEN].hex(),
            "sealed_sha256": hashlib.sha256(sealed).hexdigest(),
        }
    )

target = pathlib.Path(__file__).with_name("sealed_by_cryptography.json")
target.write_text(json.dumps(answers, indent=2) + "\n")
print(f"{len(answers)} messages sealed by cryptography {cryptography.__version__}")
