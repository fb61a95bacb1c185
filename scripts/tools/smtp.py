"""An SMTP server for tests (aiosmtpd): takes mails into a folder, N.eml as each came and N.txt as a person reads it, and refuses, delays
or breaks off as the address says.

    smtp.py FOLDER [--host ADDRESS] [--starttls CERT KEY | --smtps CERT KEY] [--login USER PASSWORD]

prints "listening on PORT". What stands before the first dot of an address says what becomes of it:
nobody: no such mailbox; relay: the sender may not; full: always for now; laterN: for now, N times; mumN: N times no answer once it was taken.
"""

import asyncio
import email
import email.policy
import pathlib
import re
import ssl
import sys
from collections import Counter

from aiosmtpd.smtp import SMTP, AuthResult

ARGUMENTS = sys.argv[1:]
FOLDER = pathlib.Path(ARGUMENTS.pop(0))


def option(name, count):
    if name not in ARGUMENTS:
        return None
    at = ARGUMENTS.index(name)
    return ARGUMENTS[at + 1 : at + 1 + count]


class Handler:
    def __init__(self):
        self.tries = Counter()

    def times(self, word, address):
        """Whether this is one of the first N times for an address that begins with the word and N."""
        found = re.match(rf"{word}(\d+)\.", address)
        if not found:
            return False
        self.tries[word, address] += 1
        return self.tries[word, address] <= int(found[1])

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody."):
            return "550 5.1.1 no such mailbox"
        if address.startswith("relay."):
            return "550 5.7.1 relaying denied"
        if address.startswith("full.") or self.times("later", address):
            return "451 4.2.2 for now not"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 taken"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            box = FOLDER / address
            box.mkdir(parents=True, exist_ok=True)
            number = len(list(box.glob("*.eml")))
            (box / f"{number}.txt").write_text(read(envelope.original_content))
            (box / f"{number}.eml").write_bytes(envelope.original_content)
            if self.times("mum", address):
                server.transport.abort()
        return "250 2.0.0 taken"


def read(mail):
    parsed = email.message_from_bytes(mail, policy=email.policy.default)
    return "".join(f"{name}: {value}\n" for name, value in parsed.items()) + "\n" + parsed.get_content()


def login(server, session, envelope, mechanism, data):
    user, password = option("--login", 2)
    right = data.login.decode() == user and data.password.decode() == password
    # Not handled: the answer is aiosmtpd's.
    return AuthResult(success=right, handled=right)


def context(files):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*files)
    return made


async def main():
    starttls, smtps, secured = option("--starttls", 2), option("--smtps", 2), option("--login", 2)
    handler = Handler()

    def session():
        return SMTP(
            handler,
            hostname="mail.example",
            tls_context=context(starttls) if starttls else None,
            require_starttls=bool(starttls),
            authenticator=login if secured else None,
            auth_required=bool(secured),
            auth_require_tls=bool(starttls),
        )

    tls = context(smtps) if smtps else None
    host = (option("--host", 1) or ["127.0.0.1"])[0]
    server = await asyncio.get_running_loop().create_server(session, host, 0, ssl=tls)
    print(f"listening on {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


asyncio.run(main())
