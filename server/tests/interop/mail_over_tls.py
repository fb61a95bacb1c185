"""Applies to a demonstration that sends its mails to an SMTP server (aiosmtpd) over TLS, both ways, with user and password.

    python3 -m venv /tmp/interop && /tmp/interop/bin/pip install "aiosmtpd>=1.4" "cryptography>=42"
    /tmp/interop/bin/python server/tests/interop/mail_over_tls.py <path-to-ablauf>

Prints one line PASS or FAIL for each check and exits 1 if one failed.
"""

import datetime
import email
import email.policy
import http.client
import ipaddress
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SERVER = pathlib.Path(__file__).parents[3] / "scripts" / "tools" / "smtp.py"
# Loopback too, and yet not "this machine" by name: TLS is asked for.
HOST = "127.0.0.2"
failures = 0


def check(what: str, passed: bool) -> None:
    global failures
    failures += not passed
    print("PASS" if passed else "FAIL", what)


def certificates(folder: pathlib.Path) -> tuple[str, str, str]:
    """An authority of its own, a certificate from it for HOST, and that one's key."""
    now = datetime.datetime.now(datetime.timezone.utc)

    def made(name: str, issuer: str, key, signer, extensions) -> x509.Certificate:
        named = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)]) for text in [name, issuer]]
        builder = (
            x509.CertificateBuilder()
            .subject_name(named[0])
            .issuer_name(named[1])
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=2))
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(signer, hashes.SHA256())

    ours, theirs = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = made("an authority under test", "an authority under test", ours, ours, [(x509.BasicConstraints(ca=True, path_length=0), True)])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))])
    server = made("a mail server under test", "an authority under test", theirs, ours, [(x509.BasicConstraints(ca=False, path_length=None), True), (address, False)])
    pem = serialization.Encoding.PEM
    files = {
        "authority.pem": authority.public_bytes(pem),
        "server.pem": server.public_bytes(pem),
        "key.pem": theirs.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(str(folder / name) for name in files)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.read()


def apply(port: int, to: str) -> int:
    jobs = json.loads(ask(port, "GET", "/jobs.json")[1])["jobs"]
    # One that asks no questions of its own.
    for job in jobs:
        path = re.sub(r"^https?://[^/]+", "", job["apply_url"])
        form = ask(port, "GET", path)[1].decode()
        if 'name="answer_' not in form:
            break
    token = re.search(r'name="token" value="([^"]+)"', form)[1]
    boundary = uuid.uuid4().hex
    fields = {"token": token, "first_name": "Marker-Ada", "last_name": "Marker-Lovelace", "email": to, "message": "Marker-letter", "notice": "read"}
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    document = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nstartxref\n9\n%%EOF\n"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    body = b"".join(parts) + head.encode() + document + f"\r\n--{boundary}--\r\n".encode()
    return ask(port, "POST", path, body, Content_Type=f"multipart/form-data; boundary={boundary}")[0]


def send(binary: str, way: str, password: str, trusted: bool = True) -> tuple[list[bytes], str]:
    """What the server took within some seconds, and what the process said."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        authority, made, key = certificates(folder)
        (folder / "mails").mkdir()
        mail_server = subprocess.Popen(
            [sys.executable, "-u", str(SERVER), str(folder / "mails"), "--host", HOST, f"--{way}", made, key, "--login", "ablauf", "sesame"],
            stdout=subprocess.PIPE,
            text=True,
        )
        mail_port = int(mail_server.stdout.readline().split()[-1])
        port = free_port()
        environment = {
            **os.environ,
            **({"SSL_CERT_FILE": authority} if trusted else {}),
            "ABLAUF_SMTP_URL": f"{'smtps' if way == 'smtps' else 'smtp'}://{HOST}:{mail_port}",
            "ABLAUF_SMTP_USER": "ablauf",
            "ABLAUF_SMTP_PASSWORD": password,
            "ABLAUF_MAIL_FROM": "Werk & Wandel <jobs@werk.example>".replace("&", "und"),
        }
        serving = subprocess.Popen(
            [binary, "serve", "--demo", "--data", str(folder / "data"), "--listen", f"127.0.0.1:{port}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            for _ in range(600):
                try:
                    if ask(port, "GET", "/healthz")[0] == 200:
                        break
                except OSError:
                    time.sleep(0.1)
            check(f"{way}: the application is taken", apply(port, f"ada-{way}@mail.example") == 303)
            for _ in range(120):
                taken = sorted((folder / "mails").glob("*/*.eml"))
                if taken:
                    break
                time.sleep(0.1)
            mails = [mail.read_bytes() for mail in taken]
        finally:
            serving.terminate()
            said = serving.communicate(timeout=30)[1]
            mail_server.kill()
            mail_server.communicate()
        return mails, said


def main(binary: str) -> None:
    for way in ["smtps", "starttls"]:
        mails, said = send(binary, way, "sesame")
        check(f"{way}: one mail arrives", len(mails) == 1)
        for mail in mails:
            parsed = email.message_from_bytes(mail, policy=email.policy.default)
            check(f"{way}: it is well-formed", not parsed.defects and parsed["Message-ID"].endswith("@werk.example>"))
            check(f"{way}: it is in plain text and from the employer", parsed.get_content_type() == "text/plain" and parsed["From"] == "Werk und Wandel <jobs@werk.example>")
            check(f"{way}: it holds no word of the form", b"Marker" not in mail and "Marker" not in parsed.get_content())
            check(f"{way}: it says where to look", "/status" in parsed.get_content())
        check(f"{way}: the log names no address", "mail.example" not in said)
    mails, said = send(binary, "smtps", "a wrong word")
    check("with a wrong password nothing is sent, and the log says that it is tried again", not mails and "tried again" in said)
    mails, _ = send(binary, "starttls", "sesame", trusted=False)
    check("to a server that nobody vouches for nothing is sent", not mails)
    check("neither the password nor the address stands in the log", "a wrong word" not in said and "ada-" not in said)


main(sys.argv[1])
print(f"{failures} failed")
sys.exit(1 if failures else 0)
