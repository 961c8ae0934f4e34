"""Records as rows of the tables, and back. Pure."""

import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from detente.records import (
    Document,
    EventReport,
    Failed,
    Found,
    Mention,
    Outlet,
    Reading,
    Skipped,
    Span,
    Statement,
    content_id,
    from_json,
    to_json,
)

from .ports import Run

Row = tuple[Any, ...]

SIGHTING = (
    *("s.version", "s.given", "s.origin", "s.title", "s.byline", "s.published_from", "s.language"),
    *("s.outlet_kind", "s.outlet_country", "s.state_media", "s.reliability", "s.dropped"),
)


def document_row(document: Document, now: datetime) -> Row:
    return (document.id, document.outlet.name, document.url, document.published, document.text, now)


def sighting_row(document: Document, run: Run, now: datetime) -> Row:
    """Where it was met (`origin`) is no part of the version: the same file moved is the same sighting."""
    outlet = document.outlet
    labels = (
        document.title,
        document.byline,
        document.published_from,
        document.language,
        outlet.kind,
        outlet.country,
        outlet.state_media,
        outlet.reliability,
        json.dumps(document.dropped),
    )
    version = content_id(document.given, *labels)
    return (document.id, run.model, version, document.given, legible(document.origin), *labels, run.id, now)


def reading_row(reading: Reading, run: Run, now: datetime) -> Row:
    """`doc` is left out of the body: it is the document's to say."""
    shape = to_json(reading)
    del shape["doc"]
    body = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return (reading.document, run.id, zlib.compress(body.encode()), now)


def outcome_row(outcome: Skipped | Failed, run: Run, now: datetime) -> Row:
    stage = outcome.stage if isinstance(outcome, Failed) else None
    return (run.id, legible(outcome.thing), stage, legible(outcome.reason), now)


def found_rows(document: Document, reading: Reading, run: Run) -> Iterator[Row]:
    for place, found in enumerate(reading.found()):
        what, kind, mode, status = _labels(found)
        first, last = _days(found, document.published)
        score = found.evidence.score
        yield (document.id, run.id, place, found.id, what, kind, mode, status, score, first, last)


def party_rows(reading: Reading, run: Run) -> Iterator[Row]:
    for place, found in enumerate(reading.found()):
        for role, mention in _parties(found):
            for who in mention.referents:
                yield (reading.document, run.id, place, role, who.name, who.country, who.sector)


def to_document(text: Sequence[Any], sighting: Sequence[Any]) -> Document:
    """From outlet, url, day and text, and the columns of SIGHTING but the version."""
    name, url, published, words = text
    given, origin, title, byline, published_from, language, kind, country, state, grade, dropped = sighting
    return Document(
        text=words,
        outlet=Outlet(name, kind, country, state, grade),
        published=published,
        published_from=published_from,
        url=url,
        title=title,
        byline=byline,
        language=language,
        dropped=tuple(Span(*pair) for pair in json.loads(dropped)),
        given=given,
        origin=origin,
    )


def to_reading(document: Document, body: bytes) -> Reading:
    return from_json({**json.loads(unpacked(body)), "doc": document.doc})


def unpacked(body: bytes) -> str:
    return zlib.decompress(body).decode()


def legible(text: str) -> str:
    """Names of files may hold bytes that are no text: they are shown escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _labels(found: Found) -> tuple[str, str, str | None, str | None]:
    if isinstance(found, EventReport):
        return "event", found.type, found.mode, found.status
    return ("statement" if isinstance(found, Statement) else "position"), found.kind, None, None


def _days(found: Found, published: date | None) -> tuple[date | None, date | None]:
    times = found.time if isinstance(found, EventReport) else ()
    starts = [time.when.start for time in times if time.when.start]
    ends = [time.when.end for time in times if time.when.end]
    return (min(starts), max(ends)) if starts and ends else (published, published)


def _parties(found: Found) -> Iterator[tuple[str, Mention]]:
    if isinstance(found, EventReport):
        yield from (("source", mention) for mention in found.source)
        yield from (("recipient", mention) for mention in found.recipient)
        return
    yield ("speaker", found.speaker) if isinstance(found, Statement) else ("holder", found.holder)
    if found.to:
        yield "addressed", found.to
