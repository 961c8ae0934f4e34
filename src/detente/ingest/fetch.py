"""Pages from the network: http and https, bounded in time and size, kept away from private addresses.

The address that was checked is the one that is connected to: a name is resolved once and never again for the
same request, so that it cannot point elsewhere in between. Proxies are not used.
"""

import http.client
import socket
import ssl
import threading
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from detente.errors import InputError

from .addresses import is_public

TIME_LIMIT = 20.0
"""Seconds for one URL with all its redirects."""
SIZE_LIMIT = 10_000_000
"""Bytes of one answer, unpacked."""
MAX_REDIRECTS = 5

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "detente",
    "Accept": "text/html, text/plain, */*;q=0.1",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True)
class Fetched:
    """An answer: `url` is the last one of the redirects, `content_type` is without parameters."""

    url: str
    data: bytes
    content_type: str
    charset: str


def fetch(url: str, allow_private: bool = False) -> Fetched:
    """What a URL leads to. Raises InputError for anything else than a full answer within the limits."""
    job = _Job(url, allow_private)
    # A thread, because no time limit of a socket covers the resolver or a server that drips.
    thread = threading.Thread(target=job.run, daemon=True)
    thread.start()
    thread.join(TIME_LIMIT)
    if thread.is_alive():
        job.abandon()
        raise InputError(url, f"no full answer within {TIME_LIMIT:g} seconds", "try again later")
    if isinstance(job.outcome, InputError):
        raise job.outcome
    return job.outcome


class _Job:
    """One URL followed to its end, the outcome kept for the thread that waits."""

    def __init__(self, url: str, allow_private: bool) -> None:
        self.url = url
        self.allow_private = allow_private
        self.outcome: Fetched | InputError = InputError(url, "no answer")
        self.socket: socket.socket | None = None

    def run(self) -> None:
        try:
            self.outcome = self._follow()
        except InputError as error:
            self.outcome = error
        except Exception as error:  # a thread has nobody to catch it
            self.outcome = InputError(self.url, _explained(error), "check the address, or try again later")

    def abandon(self) -> None:
        """Ends what the thread waits for."""
        if self.socket:
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def _follow(self) -> Fetched:
        url = self.url
        for _ in range(MAX_REDIRECTS + 1):
            parts = self._checked(url)
            with closing(self._connected(parts)) as connection:
                connection.request("GET", _target(parts), headers=_HEADERS)
                with connection.getresponse() as response:
                    where = response.getheader("Location") if response.status in _REDIRECTS else None
                    if where is None:
                        return self._answer(url, response)
            url = urljoin(url, where)
        raise InputError(self.url, f"more than {MAX_REDIRECTS} redirects")

    def _checked(self, url: str) -> SplitResult:
        parts = urlsplit(url)
        step = "" if url == self.url else f"redirected to {url}: "
        if parts.scheme not in _PORTS:
            raise InputError(self.url, f"{step}{parts.scheme or 'no scheme'}: only http and https are read")
        if not parts.hostname:
            raise InputError(self.url, f"{step}there is no host in it", "check the address")
        if parts.username is not None:
            raise InputError(self.url, f"{step}a user name stands in it", "leave it out")
        return parts

    def _connected(self, parts: SplitResult) -> http.client.HTTPConnection:
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        self.socket = self._socket(host, port)
        if parts.scheme == "http":
            connection = http.client.HTTPConnection(host, port)
        else:
            context = ssl.create_default_context()
            self.socket = context.wrap_socket(self.socket, server_hostname=host)
            connection = http.client.HTTPSConnection(host, port, context=context)
        connection.sock = self.socket
        return connection

    def _socket(self, host: str, port: int) -> socket.socket:
        """Connected to an address that was checked, the first that answers."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        allowed = [each for each in found if self.allow_private or is_public(str(each[4][0]))]
        if not allowed:
            todo = "--allow-private reads it all the same"
            raise InputError(self.url, f"{host} is an address of a private network ({found[0][4][0]})", todo)
        problem = OSError("no address")
        for family, kind, protocol, _, address in allowed:
            one = socket.socket(family, kind, protocol)
            one.settimeout(TIME_LIMIT)
            try:
                one.connect(address)
            except OSError as error:
                one.close()
                problem = error
            else:
                return one
        raise problem

    def _answer(self, url: str, response: http.client.HTTPResponse) -> Fetched:
        if response.status != http.client.OK:
            raise InputError(self.url, f"the server answered {response.status} {response.reason}".strip())
        length = response.length  # None where the server does not say
        if length is not None and length > SIZE_LIMIT:
            raise InputError(self.url, f"{length:,} bytes, more than the {SIZE_LIMIT:,} that are read")
        data = response.read(SIZE_LIMIT + 1)
        if length is not None and len(data) < length:
            raise InputError(self.url, "the answer breaks off", "try again later")
        data = self._plain(data, (response.getheader("Content-Encoding") or "").lower())
        if len(data) > SIZE_LIMIT:
            raise InputError(self.url, f"more than the {SIZE_LIMIT:,} bytes that are read")
        if not data:
            raise InputError(self.url, "the answer is empty")
        headers = response.headers
        content_type = headers.get_content_type() if "Content-Type" in headers else ""
        return Fetched(url, data, content_type, headers.get_content_charset() or "")

    def _plain(self, data: bytes, encoding: str) -> bytes:
        """Some servers pack what was asked for unpacked."""
        if encoding in ("", "identity"):
            return data
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise InputError(self.url, f"the answer is packed with {encoding}, which was not asked for")
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, SIZE_LIMIT + 1)


def _target(parts: SplitResult) -> str:
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{target}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else target


def _explained(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "there is no such host, or no network"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not good ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, OSError):
        return (error.strerror or "the connection failed").lower()
    if isinstance(error, UnicodeError | ValueError):
        return "no address that can be read"
    return f"the answer is not HTTP ({type(error).__name__})"
