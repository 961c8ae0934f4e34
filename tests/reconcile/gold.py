"""Readings made from those by hand (`*.gold.jsonl`), so that what is judged across documents needs no model."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from detente.actors import lookup
from detente.places import locate
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Outlet,
    Reading,
    Referent,
    Span,
    Statement,
    When,
    Where,
)

Json = dict[str, Any]
Item = tuple[Document, Reading]


def items(articles: Path, gold: Path) -> Iterator[Item]:
    texts = {each["id"]: each for each in _lines(articles)}
    for shape in _lines(gold):
        yield item(texts[shape["doc"]], shape)


def item(article: Json, shape: Json) -> Item:
    day = article.get("date")
    document = Document(
        article["text"],
        Outlet(article.get("outlet", "")),
        date.fromisoformat(day) if day else None,
        url=article.get("url", ""),
        given=article["id"],
    )
    sentences = tuple(Span(*pair) for pair in article["sentences"])
    events = tuple(_event(document, sentences, each) for each in shape["events"])
    statements = tuple(_statement(document, sentences, each) for each in shape["statements"])
    named = {
        mention.span: mention
        for event in events
        for mention in (*event.source, *event.recipient)
        if mention.span and mention.kind != "nominal"
    }
    mentions = tuple(named[span] for span in sorted(named))
    return document, Reading(
        document.id, document.doc, "by hand", sentences, mentions, (), events, statements
    )


def _event(document: Document, sentences: tuple[Span, ...], shape: Json) -> EventReport:
    trigger = Span(*shape["trigger"])
    sentence = _around(sentences, trigger)
    source, recipient = (
        [_mention(document, each) for each in shape[side]] for side in ("source", "recipient")
    )
    near = {who.country for mention in (*source, *recipient) for who in mention.referents}
    places = [Span(*pair) for pair in shape["place"]]
    return EventReport(
        document.id,
        sentence,
        trigger,
        shape["type"],
        shape["mode"],
        shape["status"],
        tuple(source),
        tuple(recipient),
        tuple(places),
        tuple(Date(Span(*each["span"]), When.parse(each["value"])) for each in shape["time"]),
        tuple(Span(*pair) for pair in shape["qty"]),
        tuple(Span(*pair) for pair in shape["says"]),
        Evidence((sentence,), "by hand", 1.0),
        tuple(_where(document, span, near) for span in places if locate(span.of(document.text), near)),
    )


def _statement(document: Document, sentences: tuple[Span, ...], shape: Json) -> Statement:
    content = Span(*shape["content"])
    sentence = _around(sentences, content)
    return Statement(
        document.id,
        sentence,
        _mention(document, shape["speaker"]),
        Span(*shape["cue"]) if shape["cue"] else None,
        content,
        shape["kind"],
        tuple(Span(*pair) for pair in shape["via"]),
        _mention(document, shape["to"]) if shape["to"] else None,
        Evidence((sentence,), "by hand", 1.0),
    )


def _mention(document: Document, shape: Json) -> Mention:
    span = Span(*shape["span"]) if shape["span"] else None
    referents = tuple(Referent(each["name"], each["country"], each["sector"]) for each in shape["actors"])
    found = lookup(referents[0].name, document.published) if referents else []
    kind = found[0].kind if found else "nominal"
    return Mention(
        span, referents, "person" if kind == "person" else "nominal" if kind == "role" else "place"
    )


def _where(document: Document, span: Span, near: set[str]) -> Where:
    best = locate(span.of(document.text), near)[0]
    return Where(
        span, best.name, best.kind, best.country, best.latitude, best.longitude, best.radius_km, best.score
    )


def _around(sentences: tuple[Span, ...], span: Span) -> Span:
    return next((each for each in sentences if each.overlaps(span)), span)


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
