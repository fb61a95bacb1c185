"""Serves a demonstration and reads what it publishes for programs: the feed with `feedparser`, the rest with the standard library.

    python3 -m venv /tmp/interop && /tmp/interop/bin/pip install "feedparser>=6"
    /tmp/interop/bin/python server/tests/interop/careers_feed.py <path-to-ablauf>

Prints one line PASS or FAIL for each check and exits 1 if one failed.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import urllib.robotparser
import xml.etree.ElementTree as ElementTree

import feedparser

failures = 0


def check(what: str, passed: bool) -> None:
    global failures
    failures += not passed
    print("PASS" if passed else "FAIL", what)


def fetch(url: str, **headers: str) -> tuple[int, dict, bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def read(home: str) -> None:
    jobs = json.loads(fetch(f"{home}/jobs.json")[2])["jobs"]
    check("some postings are open", len(jobs) > 2)
    check("each of their pages is there", all(fetch(job["url"])[0] == 200 for job in jobs))
    check("each of their forms is there", all(fetch(job["apply_url"])[0] == 200 for job in jobs))

    status, headers, body = fetch(f"{home}/feed.atom", Accept_Language="de")
    feed = feedparser.parse(body, response_headers={"content-type": headers["content-type"]})
    check("the feed is well-formed", not feed.bozo)
    check("the feed is Atom 1.0", feed.version == "atom10")
    check("the feed says its language", feed.feed.language == "de")
    check("the feed names itself and its site", {(link.rel, link.href) for link in feed.feed.links}
          == {("self", f"{home}/feed.atom"), ("alternate", f"{home}/")})
    check("the feed has an id, a title, an author", all(feed.feed.get(part) for part in ["id", "title", "author"]))
    check("the feed is as new as its newest entry", feed.feed.updated_parsed == max(entry.updated_parsed for entry in feed.entries))
    check("the feed has what is open, in the same order", [entry.link for entry in feed.entries] == [job["url"] for job in jobs])
    check("each entry has an id of its own", len({entry.id for entry in feed.entries}) == len(jobs))
    for entry, job in zip(feed.entries, jobs):
        check(f"{job['title']}: title, author and sentence arrive whole",
              (entry.title, entry.author, entry.summary) == (job["title"], job["employer"], job["summary"]))
        check(f"{job['title']}: its text is HTML in its own language",
              job["description_html"].split(">", 1)[1].split("<")[0] in entry.content[0].value
              and (entry.content[0].type, entry.content[0].language) == ("text/html", job["language"]))
    check("the feed is not sent twice", fetch(f"{home}/feed.atom", Accept_Language="de", If_None_Match=headers["etag"])[0] == 304)

    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [place.text for place in ElementTree.fromstring(fetch(f"{home}/sitemap.xml")[2]).iter(f"{space}loc")]
    check("the map of the site leads to each posting", {job["url"] for job in jobs} < set(found))
    check("the map of the site leads nowhere that is not there", all(fetch(url)[0] == 200 for url in found))
    robots = urllib.robotparser.RobotFileParser(f"{home}/robots.txt")
    robots.read()
    check("robots find everything on the map", all(robots.can_fetch("*", url) for url in found))
    check("robots find neither desk nor status", not any(robots.can_fetch("*", home + path)
          for path in ["/office", "/office/applications", "/status", "/receipt"]))
    check("robots find the map", robots.site_maps() == [f"{home}/sitemap.xml"])


def main(directory: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ABLAUF_")}
    environment |= {"ABLAUF_PUBLIC_URL": home, "ABLAUF_LOG_FILTER": "error"}
    server = subprocess.Popen(
        [program, "serve", "--demo", "--data", f"{directory}/data", "--listen", f"127.0.0.1:{port}"],
        env=environment, stdout=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            try:
                if fetch(f"{home}/healthz")[0] == 200:
                    break
            except OSError:
                time.sleep(0.2)
        read(home)
    finally:
        server.terminate()
        server.wait(timeout=30)


if __name__ == "__main__":
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as directory:
        main(directory)
    sys.exit(failures > 0)
