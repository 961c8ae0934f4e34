"""What is in the record, one row each: the columns an analyst reads, the shape a program does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from detente.records import Date, Document, EventReport, Mention, Position, Span, Statement, When
from detente.records.outward import event_json, position_json, statement_json
from detente.store import ActorRow

from .happened import happening_row, happening_shape
from .hits import hit_row, hit_shape
from .page import names_of
from .quote import shown
from .shown import estimated
from .wording import names

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate

Row = dict[str, str]
"""Column to text, as it is in the record: unbounded and not made safe."""

Dated: TypeAlias = "Document | tuple[Document, DateEstimate | None]"
"""A document; where it is undated, with an estimate of its day."""

KINDS = ("events", "statements", "positions", "actors", "documents", "happenings", "hits")


def row(kind: str, item: Any) -> Row:
    """The columns of one item: `(Document, EventReport)` and so on for what was found, an ActorRow, a
    Document, alone or with the estimate of its day, a Happening, a Hit. The first column is the id where there is
    one."""
    return _ROWS[kind](item)


def shape(kind: str, item: Any) -> dict[str, Any]:
    """The item as JSON: what was found has the outward shape of a Reading, with `doc`, `outlet` and
    `published` beside it."""
    return _SHAPES[kind](item)


def _event(item: tuple[Document, EventReport]) -> Row:
    document, event = item
    text = document.text
    mode = f"-{event.mode}" if event.mode else ""
    return {
        "id": event.id,
        "day": _days(date.when for date in event.time),
        "who": _who(event.source, text),
        "did": f"{event.type}{mode}",
        "status": event.status,
        "to whom": _who(event.recipient, text),
        "where": _words(event.place, text),
        "on whose word": _words(event.says, text),
        **_published(document),
        "words": _words(event.evidence.spans or (event.sentence,), text, " … "),
    }


def _statement(item: tuple[Document, Statement]) -> Row:
    document, statement = item
    text = document.text
    return {
        "id": statement.id,
        "who": _who((statement.speaker,), text),
        "kind": statement.kind,
        "to whom": _who((statement.to,) if statement.to else (), text),
        "passed on by": _words(statement.via, text),
        **_published(document),
        "words": statement.content.of(text),
    }


def _position(item: tuple[Document, Position]) -> Row:
    document, position = item
    text = document.text
    return {
        "id": position.id,
        "who": _who((position.holder,), text),
        "kind": position.kind,
        "what": position.content.of(text),
        "to whom": _who((position.to,) if position.to else (), text),
        "in return": _words(_some(position.exchange), text),
        "if": _words(_some(position.condition), text),
        "due": _due(position.due, text),
        **_published(document),
    }


def _actor(item: ActorRow) -> Row:
    return {
        "name": item.name,
        "country": item.country,
        "sector": item.sector,
        "acts": str(item.source),
        "acted on": str(item.recipient),
        "speaks": str(item.speaker),
        "wants": str(item.holder),
        "addressed": str(item.addressed),
        "first": item.first.isoformat() if item.first else "",
        "last": item.last.isoformat() if item.last else "",
    }


def _document(given: Dated) -> Row:
    item, estimate = _dated(given)
    return {
        "id": item.id,
        **_published(item),
        "estimated": estimated(estimate) if estimate and estimate.known else "",
        "date from": item.published_from,
        "title": item.title,
        "url": item.url,
        "found at": item.origin,
        "given id": item.given,
    }


def _dated(given: Dated) -> tuple[Document, DateEstimate | None]:
    return given if isinstance(given, tuple) else (given, None)


def _published(document: Document) -> Row:
    day = document.published.isoformat() if document.published else "undated"
    return {"outlet": document.outlet.name, "published": day}


def _who(mentions: Sequence[Mention], text: str) -> str:
    """The names, or the words where nobody is known by them."""
    each = [
        names(names_of(mention)) or (mention.span.of(text) if mention.span else "") for mention in mentions
    ]
    return "; ".join(dict.fromkeys(filter(None, each)))


def _words(spans: Iterable[Span], text: str, between: str = "; ") -> str:
    return between.join(span.of(text) for span in spans)


def _days(whens: Iterable[When]) -> str:
    return "; ".join(dict.fromkeys(shown(when) or when.value for when in whens))


def _due(due: Date | None, text: str) -> str:
    return f"{due.span.of(text)} [{shown(due.when) or due.when.value}]" if due else ""


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _found_shape(to_json: Callable[[Any], Mapping[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    def shaped(item: tuple[Document, Any]) -> dict[str, Any]:
        document, found = item
        return {**_document_head(document), **to_json(found)}

    return shaped


def _document_head(document: Document) -> dict[str, Any]:
    day = document.published.isoformat() if document.published else None
    return {"doc": document.doc, "outlet": document.outlet.name, "published": day}


def _document_shape(given: Dated) -> dict[str, Any]:
    item, estimate = _dated(given)
    return {
        "id": item.id,
        **_document_head(item),
        "published_from": item.published_from,
        "title": item.title,
        "byline": item.byline,
        "url": item.url,
        "language": item.language,
        "origin": item.origin,
        "estimate": _estimate_shape(estimate) if estimate else None,
    }


def _estimate_shape(estimate: DateEstimate) -> dict[str, Any]:
    days = {"start": estimate.start, "end": estimate.end, "best": estimate.best}
    shaped = {name: day.isoformat() if day else None for name, day in days.items()}
    return {**shaped, "reasons": list(estimate.reasons)}


def _actor_shape(item: ActorRow) -> dict[str, Any]:
    return {
        "name": item.name,
        "country": item.country,
        "sector": item.sector,
        "source": item.source,
        "recipient": item.recipient,
        "speaker": item.speaker,
        "holder": item.holder,
        "addressed": item.addressed,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
    }


_ROWS: Mapping[str, Callable[[Any], Row]] = {
    "events": _event,
    "statements": _statement,
    "positions": _position,
    "actors": _actor,
    "documents": _document,
    "happenings": lambda item: dict(happening_row(item)),
    "hits": hit_row,
}
_SHAPES: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "events": _found_shape(event_json),
    "statements": _found_shape(statement_json),
    "positions": _found_shape(position_json),
    "actors": _actor_shape,
    "documents": _document_shape,
    "happenings": happening_shape,
    "hits": hit_shape,
}
