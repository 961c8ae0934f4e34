"""URLs: what is got, within which limits, and what is refused. The server is on loopback."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.ingest import Options, count, documents, fetch
from detente.ingest.addresses import is_public
from detente.records import Document, Failed, Skipped

STORY = (
    "The two governments said on Monday that they will sign the treaty in Vienna by the end of the year.\n"
)
PAGE = f"<html><head><title>Treaty - Example</title></head><body><p>{STORY}</p><p>{STORY}</p></body></html>"
HTML = "text/html; charset=utf-8"


CLOSED = threading.Event()
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            CLOSED.wait(60)
            return
        if self.path == "/drip":
            self.drip()
            return
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"not here"))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A byte at a time: never late for a socket's own limit, never done."""
        while not CLOSED.wait(0.05):
            try:
                self.wfile.write(b"H")
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        served.daemon_threads = True
        base = f"http://127.0.0.1:{served.server_address[1]}"
        ANSWERS.update(
            {
                "/page": (200, {"Content-Type": HTML}, PAGE.encode()),
                "/text": (
                    200,
                    {"Content-Type": "text/plain; charset=iso-8859-1"},
                    (STORY + "Café").encode("latin-1"),
                ),
                "/lines.jsonl": (200, {"Content-Type": "text/plain"}, b'{"id": "a", "text": "Yes."}\n{"id'),
                "/json": (200, {"Content-Type": "application/json"}, json.dumps([{"text": STORY}]).encode()),
                "/packed": (
                    200,
                    {"Content-Type": HTML, "Content-Encoding": "gzip"},
                    gzip.compress(PAGE.encode()),
                ),
                "/bomb": (
                    200,
                    {"Content-Type": HTML, "Content-Encoding": "gzip"},
                    gzip.compress(b"a" * 10**7),
                ),
                "/brotli": (200, {"Content-Type": HTML, "Content-Encoding": "br"}, b"abc"),
                "/untyped": (200, {}, PAGE.encode()),
                "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
                "/empty": (200, {"Content-Type": HTML}, b""),
                "/bare": (200, {"Content-Type": HTML}, b"<html><body><div></div></body></html>"),
                "/short": (200, {"Content-Type": HTML, "Content-Length": "5000"}, PAGE.encode()),
                "/huge": (200, {"Content-Type": HTML, "Content-Length": "99999999999"}, b"a"),
                "/gone": (410, {}, b"gone"),
                "/moved": (302, {"Location": "/page"}, b""),
                "/loop": (301, {"Location": "/loop"}, b""),
                "/to-file": (302, {"Location": "file:///etc/hosts"}, b""),
                "/to-user": (302, {"Location": "http://a:b@example.org/"}, b""),
                "/to-private": (302, {"Location": "http://10.0.0.1/"}, b""),
            }
        )
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield base
        CLOSED.set()
        served.shutdown()


def outcomes(*urls: str, allow_private: bool = True) -> list[Document | Skipped | Failed]:
    return list(documents(urls, Options(allow_private=allow_private)))


def document(url: str) -> Document:
    (found,) = outcomes(url)
    assert isinstance(found, Document), found
    return found


def reason(url: str, allow_private: bool = True) -> str:
    (found,) = outcomes(url, allow_private=allow_private)
    assert isinstance(found, Failed), found
    assert found.thing == url
    return found.reason


def test_page(server: str) -> None:
    found = document(f"{server}/page")
    assert found.text.count("sign the treaty in Vienna") == 2
    assert (found.url, found.origin) == (f"{server}/page", f"{server}/page")
    assert found.outlet.name == "127.0.0.1"
    assert count([f"{server}/page"]) == 1


def test_redirect_gives_the_last_address(server: str) -> None:
    found = document(f"{server}/moved")
    assert (found.url, found.origin) == (f"{server}/page", f"{server}/moved")


def test_other_kinds(server: str) -> None:
    assert document(f"{server}/text").text == STORY + "Café"
    assert document(f"{server}/json").text == STORY
    assert "treaty" in document(f"{server}/untyped").text
    assert "treaty" in document(f"{server}/packed").text
    read, failed = outcomes(f"{server}/lines.jsonl")
    assert isinstance(read, Document) and read.doc == "a"
    assert isinstance(failed, Failed) and failed.thing.endswith("/lines.jsonl:line 2")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/nothing", "404"),
        ("/gone", "410"),
        ("/picture", "content type is image/png"),
        ("/empty", "empty"),
        ("/bare", "without main text"),
        ("/short", "breaks off"),
        ("/huge", "99,999,999,999 bytes"),
        ("/brotli", "packed with br"),
        ("/loop", "more than 5 redirects"),
        ("/to-file", "only http and https"),
        ("/to-user", "user name"),
    ],
)
def test_bad_answers(server: str, path: str, expected: str) -> None:
    assert expected in reason(server + path)


def test_size_limit_counts_what_is_unpacked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 100_000)
    assert "more than the 100,000 bytes" in reason(f"{server}/bomb")
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 20)
    assert "more than the 20" in reason(f"{server}/page")


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_slow_servers(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TIME_LIMIT", 0.3)
    started = time.monotonic()
    said = reason(server + path)
    assert "within 0.3 seconds" in said or "no answer in time" in said
    assert time.monotonic() - started < 20


def test_dead_server_and_bad_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert "refused" in reason(dead)

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "no such host" in reason("http://nowhere.example/")
    for url in (
        "http://",
        "http:///x",
        "http://[::1",
        "http://a:99999/",
        "https://exa mple.org/",
        "http://x.\ud800/",
    ):
        (failed,) = outcomes(url)
        assert isinstance(failed, Failed) and failed.reason, url


def test_not_http() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.recv(1000)
                peer.sendall(b"SSH-2.0-Example\r\n")

        threading.Thread(target=answer, daemon=True).start()
        assert "not HTTP" in reason(f"http://127.0.0.1:{listener.getsockname()[1]}/")


def test_private_addresses_are_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for url in (
        f"{server}/page",
        server.replace("127.0.0.1", "localhost"),
        "http://[::ffff:127.0.0.1]/",
        "http://0/",
    ):
        assert "private network" in reason(url, allow_private=False), url
    # A public first step that leads inside: the public address is played by the server itself.
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    assert "private network (10.0.0.1)" in reason(f"{server}/to-private", allow_private=False)


def test_a_name_is_resolved_once_and_that_address_is_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers with a public address first and a private one later gets nowhere."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def answer(host: str, port: int, **kinds: int) -> list[object]:
        asked.append(host)
        return list(real("127.0.0.1", port, **kinds))

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    port = server.rpartition(":")[2]
    (found,) = outcomes(f"http://rebinding.example:{port}/page", allow_private=False)
    assert isinstance(found, Document) and found.outlet.name == "rebinding.example"
    assert asked == ["rebinding.example"]


def test_one_dead_url_does_not_stop_the_rest(server: str) -> None:
    first, second = outcomes(f"{server}/nothing", f"{server}/page")
    assert isinstance(first, Failed) and isinstance(second, Document)


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)
