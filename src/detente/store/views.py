"""Which of the record a Filter or an id means, in canonical order."""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any, TypeVar

from detente.errors import CallError, NotFoundError
from detente.records import (
    Document,
    EventReport,
    Failed,
    Found,
    Position,
    Reading,
    Skipped,
    Statement,
    short,
)

from . import filters, loading
from .loading import Ask, Key
from .ports import EVERYTHING, ActorRow, Filter, Run, Tally, Trail

CHUNK = 200
"""Documents held at a time: a Reading takes some hundred kilobytes as objects."""

SHOWN = 8
"""How many candidates an ambiguous id is told."""

WHAT: dict[type[Found], str] = {EventReport: "event", Statement: "statement", Position: "position"}

T = TypeVar("T", EventReport, Statement, Position)


def documents(ask: Ask, filter: Filter) -> Iterator[Document]:
    for keys in _chunks(_keys(ask, filter)):
        loaded = loading.documents(ask, keys)
        yield from (loaded[key] for key in keys)


def readings(ask: Ask, filter: Filter) -> Iterator[tuple[Document, Reading]]:
    for keys in _chunks(_keys(ask, filter)):
        loaded = loading.readings(ask, keys)
        yield from (loaded[key] for key in keys)


def contents(ask: Ask) -> Iterator[list[object]]:
    for keys in _chunks(_keys(ask, EVERYTHING)):
        loaded = loading.contents(ask, keys)
        yield from (loaded[key] for key in keys)


def found(ask: Ask, filter: Filter, kind: type[T]) -> Iterator[tuple[Document, T]]:
    where = filters.of_found(filter, [WHAT[kind]])
    query = (
        "SELECT d.id, f.run, f.place FROM found f JOIN current USING (document, run) "
        f"JOIN documents d ON d.id = f.document WHERE {where}"
    )
    for chunk in _chunks(_ordered(ask, query, where, filter.limit, last="f.place")):
        loaded = loading.readings(ask, {(document, run) for document, run, _ in chunk})
        placed = {key: (document, tuple(reading.found())) for key, (document, reading) in loaded.items()}
        for identifier, run, place in chunk:
            document, things = placed[identifier, run]
            thing = things[place]
            assert isinstance(thing, kind)
            yield document, thing


def actors(ask: Ask, filter: Filter) -> Iterator[ActorRow]:
    where = filters.of_parties(filter)
    roles = ", ".join(
        f"count(*) FILTER (p.role = '{role}')"
        for role in ("source", "recipient", "speaker", "holder", "addressed")
    )
    query = (
        f"SELECT p.name, p.country, p.sector, {roles}, min(f.first_day), max(f.last_day) "
        "FROM parties p JOIN found f USING (document, run, place) JOIN current USING (document, run) "
        f"JOIN documents d ON d.id = f.document WHERE {where} GROUP BY ALL "
        "ORDER BY count(*) DESC, p.name, p.country, p.sector"
    )
    limit = "" if filter.limit is None else f" LIMIT {filter.limit:d}"
    return (ActorRow(*row) for row in ask(query + limit, where.parameters))


def find(ask: Ask, prefix: str) -> Trail:
    identifier, document = _meant(ask, prefix)
    if identifier == document:
        run = ask("SELECT run FROM current WHERE document = ?", [document])[0][0]
    else:
        run = ask("SELECT max(run) FROM found WHERE id = ?", [identifier])[0][0]
    loaded, reading = loading.readings(ask, [(document, run)])[document, run]
    recorded = ask("SELECT recorded FROM readings WHERE document = ? AND run = ?", [document, run])[0][0]
    things = tuple(thing for thing in reading.found() if thing.id == identifier)
    return Trail(things, loaded, reading, runs(ask, run)[0], recorded.replace(tzinfo=UTC))


def runs(ask: Ask, number: int | None = None) -> list[Run]:
    """All of them, or the one."""
    query = (
        "SELECT id, started, model, version, arguments, ended, read, known, skipped, failed "
        "FROM runs LEFT JOIN ends ON ends.run = runs.id WHERE coalesce(id = ?, true) ORDER BY id"
    )
    return [_run(*row) for row in ask(query, [number])]


def outcomes(ask: Ask, run: int) -> list[Skipped | Failed]:
    query = "SELECT thing, stage, reason FROM outcomes WHERE run = ? ORDER BY rowid"
    return [
        Skipped(thing, reason) if stage is None else Failed(thing, stage, reason)
        for thing, stage, reason in ask(query, [run])
    ]


def _keys(ask: Ask, filter: Filter) -> list[Key]:
    where = filters.of_documents(filter)
    query = f"SELECT d.id, c.run FROM documents d JOIN current c ON c.document = d.id WHERE {where}"
    return _ordered(ask, query, where, filter.limit)


def _ordered(ask: Ask, query: str, where: filters.Where, limit: int | None, last: str = "d.id") -> list[Any]:
    """In canonical order, undated documents first, so that a limit keeps the latest."""
    order = ("d.published IS NOT NULL", "d.published", "d.id", last)
    if limit is None:
        return ask(f"{query} ORDER BY {', '.join(order)}", where.parameters)
    backwards = ", ".join(f"{column} DESC" for column in order)
    return ask(f"{query} ORDER BY {backwards} LIMIT {limit:d}", where.parameters)[::-1]


def _meant(ask: Ask, prefix: str) -> tuple[str, str]:
    """The id that is meant, and its document's."""
    candidates = _candidates(ask, prefix)
    if not candidates:
        raise NotFoundError(prefix, "nothing has that id", "detente documents and detente events list ids")
    if len(candidates) > 1:
        told = ", ".join(_told(*candidate, len(prefix)) for candidate in candidates[:SHOWN])
        more = f" and {len(candidates) - SHOWN} more" if len(candidates) > SHOWN else ""
        raise CallError(prefix, f"it may be {told}{more}", "give more of the id")
    return candidates[0]


def _candidates(ask: Ask, prefix: str) -> list[tuple[str, str]]:
    if not prefix:
        return []
    given = "SELECT DISTINCT document, document FROM sightings WHERE given = ? ORDER BY ALL"
    own = (
        "SELECT id, id FROM documents WHERE starts_with(id, ?) "
        "UNION SELECT id, document FROM found WHERE starts_with(id, ?) ORDER BY ALL"
    )
    return ask(given, [prefix]) or ask(own, [prefix.lower(), prefix.lower()])


def _told(identifier: str, document: str, asked: int) -> str:
    shown = identifier[: max(len(short(identifier)), asked + 4)]
    return f"{shown} (a document)" if identifier == document else f"{shown} (in document {short(document)})"


def _run(id: int, started: Any, model: str, version: str, arguments: str, ended: Any, *counts: int) -> Run:
    return Run(
        id=id,
        started=started.replace(tzinfo=UTC),
        model=model,
        version=version,
        arguments=tuple(json.loads(arguments)),
        ended=ended.replace(tzinfo=UTC) if ended else None,
        tally=Tally(*counts) if ended else None,
    )


def _chunks(keys: list[Any]) -> Iterator[list[Any]]:
    yield from (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
