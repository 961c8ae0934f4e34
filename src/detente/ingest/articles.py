"""JSON articles: an object with at least `text`; one a line (JSON Lines), or alone or in an array."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from detente.errors import InputError

from .days import day_in
from .drafts import MAX_TEXT, Draft
from .encodings import decode, refuse_binary

MAX_LINE = 8 * MAX_TEXT
"""Bytes of one line: the longest text, escaped, with what goes with it."""
_FIELDS = ("title", "outlet", "byline", "url", "language")


def articles_in_lines(stream: BinaryIO, thing: str) -> Iterator[Draft | InputError]:
    """One article a line, read line by line. A line that is none comes as the error for it and the rest is
    read. Raises InputError where the whole is no JSON Lines or breaks off."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        if number == 0:
            line = line.removeprefix(b"\xef\xbb\xbf")
            refuse_binary(line[:1024], thing)
        number += 1
        if line.strip():
            yield _article_in_line(line, f"{thing}:line {number}")
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            _pass_over(stream, thing)


def articles_in_json(data: bytes, thing: str) -> Iterator[Draft | InputError]:
    """One object, or an array of them. Raises InputError where it is no JSON."""
    whole = _parsed(decode(data, thing), thing)
    if not isinstance(whole, list):
        yield _article(whole, thing)
        return
    if not whole:
        raise InputError(thing, "an empty array")
    for number, each in enumerate(whole, 1):
        origin = f"{thing}:item {number}"
        try:
            yield _article(each, origin)
        except InputError as error:
            yield error


def _article_in_line(line: bytes, origin: str) -> Draft | InputError:
    try:
        if len(line) > MAX_LINE:
            raise InputError(origin, f"the line is longer than {MAX_LINE:,} bytes")
        return _article(_parsed(line.decode("utf-8"), origin), origin)
    except UnicodeDecodeError:
        return InputError(origin, "the line is not UTF-8")
    except InputError as error:
        return error


def _parsed(text: str, origin: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(origin, f"no JSON: {error.msg} at character {error.pos + 1:,}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested without end
        raise InputError(origin, "no JSON that an article could be") from None


def _article(shape: Any, origin: str) -> Draft:
    """Fields other than `text` are taken where they are strings and passed over where they are not."""
    if not isinstance(shape, dict):
        raise InputError(origin, "no JSON object", 'an article is {"text": "…"}')
    if not isinstance(shape.get("text"), str):
        found = "`text` is no string" if "text" in shape else "there is no `text`"
        raise InputError(origin, found, 'an article is {"text": "…"}')
    fields = {name: shape[name] for name in _FIELDS if isinstance(shape.get(name), str)}
    given = shape.get("id")
    days = (day_in(day[:40]) for name in ("date", "published") if isinstance(day := shape.get(name), str))
    return Draft(
        text=shape["text"],
        origin=origin,
        published=next((day for day in days if day), None),
        given=str(given) if isinstance(given, (str, int)) else "",
        **fields,
    )


def _pass_over(stream: BinaryIO, thing: str) -> None:
    """To the end of a line too long to read; a line without end is the end of the reading."""
    for _ in range(16):
        rest = stream.readline(MAX_LINE)
        if not rest or rest.endswith(b"\n"):
            return
    raise InputError(thing, "a line without end; what follows it is not read")


def count_lines(stream: BinaryIO) -> int:
    """Lines that are not blank."""
    return sum(1 for line in iter(lambda: stream.readline(MAX_LINE + 1), b"") if line.strip())
