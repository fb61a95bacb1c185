"""Seals with `ablauf vault seal` and opens with another implementation of Cobblestone-256, and the other way round.

    python3 -m venv /tmp/interop && /tmp/interop/bin/pip install "cryptography>=50"
    /tmp/interop/bin/python vault/tests/interop/chunked_encryption.py <path-to-ablauf>

Prints one line PASS or FAIL for each check and exits 1 if one failed. Damaged bytes must give exit code 1 and, on stdout,
nothing but whole chunks of the true beginning.
"""

import os
import subprocess
import sys

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor

CHUNK = 16 * 1024
SEALED_CHUNK = CHUNK + 16
HEADER = 56
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2**20 + 1]
CONTEXTS = [b"", b"context", bytes(range(256))]

failures = 0


def check(what: str, passed: bool) -> None:
    global failures
    failures += not passed
    print("PASS" if passed else "FAIL", what)


def ablauf(command: str, key: bytes, context: bytes, data: bytes) -> tuple[int, bytes]:
    """Exit code and stdout of `ablauf vault seal` or `ablauf vault open`."""
    arguments = [program, "vault", command, "--key-hex", key.hex(), "--context-hex", context.hex()]
    # stderr goes through, so that whoever reads a FAIL sees why.
    result = subprocess.run(arguments, input=data, stdout=subprocess.PIPE, timeout=60)
    return result.returncode, result.stdout


def python_seal(key: bytes, context: bytes, plain: bytes) -> bytes:
    encryptor = Cobblestone256Encryptor(key, context)
    return encryptor.update(plain) + encryptor.finalize()


def python_open(key: bytes, context: bytes, sealed: bytes) -> bytes:
    decryptor = Cobblestone256Decryptor(key, context)
    return decryptor.update(sealed) + decryptor.finalize()


def refuses(what: str, key: bytes, context: bytes, damaged: bytes, plain: bytes) -> None:
    code, out = ablauf("open", key, context, damaged)
    check(f"{what}: exit code 1 (was {code})", code == 1)
    authentic = plain.startswith(out) and len(out) % CHUNK == 0
    check(f"{what}: only authentic bytes on stdout ({len(out)})", authentic)


def both_ways(key: bytes) -> None:
    for size in SIZES:
        plain = os.urandom(size)
        for context in CONTEXTS:
            what = f"{size} bytes, context of {len(context)}"
            code, sealed = ablauf("seal", key, context, plain)
            try:
                opened = python_open(key, context, sealed)
            except Exception as error:  # whatever it raises, the check has failed
                opened = None
                print(f"     cryptography says {error!r}")
            check(f"{what}: sealed by ablauf, opened by cryptography", code == 0 and opened == plain)

            code, out = ablauf("open", key, context, python_seal(key, context, plain))
            check(f"{what}: sealed by cryptography, opened by ablauf", code == 0 and out == plain)


def damaged(key: bytes) -> None:
    context = b"context"
    plain = os.urandom(2 * CHUNK + 100)
    sealed = python_seal(key, context, plain)
    places = {
        "salt": 0,
        "commitment": 24,
        "first chunk": HEADER,
        "first tag": HEADER + CHUNK,
        "second chunk": HEADER + SEALED_CHUNK,
        "last chunk": HEADER + 2 * SEALED_CHUNK,
        "last byte": len(sealed) - 1,
    }
    for what, place in places.items():
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        refuses(f"flipped byte in {what}", key, context, bytes(flipped), plain)

    first, second = HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK
    chunks = sealed[HEADER:first], sealed[first:second], sealed[second:]
    for what, body in {
        "chunks swapped": chunks[1] + chunks[0] + chunks[2],
        "chunk repeated": chunks[0] + chunks[0] + chunks[2],
        "chunk left out": chunks[0] + chunks[2],
        "last chunk missing": chunks[0] + chunks[1],
        "last byte missing": sealed[HEADER:-1],
        "bytes appended": sealed[HEADER:] + bytes(16),
        "no chunks": b"",
    }.items():
        refuses(what, key, context, sealed[:HEADER] + body, plain)
    refuses("half a header", key, context, sealed[:30], plain)
    refuses("nothing", key, context, b"", plain)
    refuses("another key", os.urandom(32), context, sealed, b"")
    refuses("another context", key, b"other", sealed, b"")


if len(sys.argv) != 2:
    sys.exit(__doc__)
program = sys.argv[1]
both_ways(os.urandom(32))
damaged(os.urandom(32))
print(f"{failures} failed")
sys.exit(failures > 0)
