"""Inputs to documents: what an input is, where it comes from, one outcome for each article in it."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from detente.errors import InputError
from detente.records import Document, Failed, Skipped

from .articles import articles_in_json, articles_in_lines, count_lines
from .drafts import Draft, Options, finished
from .encodings import decode
from .files import explained, files_in, kind_of, opened, unpacked, whole
from .oneline import failed
from .pages import host_of, page

STDIN = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_TYPES = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "application/json": "json",
    "application/x-ndjson": "lines",
    "application/jsonl": "lines",
    "application/jsonlines": "lines",
    "application/x-jsonlines": "lines",
}


def documents(inputs: Iterable[str], options: Options | None = None) -> Iterator[Document | Skipped | Failed]:
    """One outcome for each article in files, folders, URLs and `-`, in order, got as they are asked for.

    Bad input raises nothing: it comes as Failed or Skipped, and the rest is read.
    """
    options = options or Options()
    for name in inputs:
        for place in _places(name):
            if isinstance(place, Skipped | Failed):
                yield place
                continue
            for found in _drafts(place, options):
                yield finished(found, options) if isinstance(found, Draft) else failed(found)


def count(inputs: Iterable[str]) -> int | None:
    """How many outcomes `documents` will have, for a progress bar: None where that would mean to read the
    input itself (`-`, `.json`, names that do not say what they are)."""
    total = 0
    for name in inputs:
        for place in _places(name):
            kind = kind_of(place.name) if isinstance(place, Path) else "text"
            if place == STDIN or kind in ("", "json"):
                return None
            total += _lines_in(place) if isinstance(place, Path) and kind == "lines" else 1
    return total


def _places(name: str) -> Iterator[str | Path | Skipped | Failed]:
    """URLs and `-` as they are; a folder is what is in it."""
    if not name:
        yield failed(InputError("(an empty name)", "there is no such file", "check the call"))
    elif name == STDIN or _URL.match(name):
        yield name
    elif _is_folder(path := Path(name)):
        yield from files_in(path)
    else:
        yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # the reader of the file says what is wrong with the name
        return False


def _drafts(place: str | Path, options: Options) -> Iterator[Draft | InputError]:
    try:
        if isinstance(place, Path):
            with opened(place, str(place)) as stream:
                yield from _from_stream(stream, kind_of(place.name), str(place))
        elif place == STDIN:
            with explained("standard input"):
                yield from _from_stream(options.stdin or sys.stdin.buffer, "", "standard input")
        else:
            yield from _from_url(place, options.allow_private)
    except InputError as error:
        yield error


def _from_stream(stream: BinaryIO, kind: str, thing: str) -> Iterator[Draft | InputError]:
    if not kind:
        stream, kind = _sniffed(stream)
    if kind == "lines":
        yield from articles_in_lines(stream, thing)
    else:
        yield from _from_bytes(whole(stream, thing), kind, thing)


def _from_bytes(data: bytes, kind: str, thing: str) -> Iterator[Draft | InputError]:
    if kind == "lines":
        yield from articles_in_lines(io.BytesIO(data), thing)
    elif kind == "json":
        yield from articles_in_json(data, thing)
    elif kind == "page":
        yield page(data, thing)
    else:
        yield Draft(decode(data, thing), thing)


def _from_url(url: str, allow_private: bool) -> Iterator[Draft | InputError]:
    from .fetch import fetch  # loads http and ssl: only where there is a URL

    got = fetch(url, allow_private)
    kind = _TYPES.get(got.content_type, "") if got.content_type else _kind_of_bytes(got.data)
    if kind == "text":  # servers of raw files say so of JSON Lines too
        kind = kind_of(urlsplit(got.url).path) or kind
    if not kind:
        found = f"its content type is {got.content_type}"
        raise InputError(url, found, "only HTML, plain text and JSON Lines are read")
    if kind == "page":
        yield page(got.data, url, got.url, got.charset)
    elif kind == "text":
        yield Draft(decode(got.data, url, got.charset), url, outlet=host_of(got.url), url=got.url)
    else:
        yield from _from_bytes(got.data, kind, url)


def _sniffed(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """The stream with its kind, told from its first bytes, which stay in it."""
    stream = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
    if stream.peek(2).startswith(b"\x1f\x8b"):
        stream = unpacked(stream)
    return stream, _kind_of_bytes(stream.peek(1024))


def _kind_of_bytes(beginning: bytes) -> str:
    first = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return {b"{": "lines", b"<": "page"}.get(first, "text")


def _lines_in(path: Path) -> int:
    try:
        with opened(path, str(path)) as stream:
            return count_lines(stream)
    except InputError:
        return 1
