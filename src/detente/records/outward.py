"""The outward JSON shape of a Reading (events, statements, positions as FORMAT.md has them), and back.

Fields of our own beside it: `id`, `score`, `found_by`, `sentence`, `clause`, the `kind` of a mention, the `clock` of
a date, `where` a place is, and, for the whole, `document`, `model`, `sentences`, `mentions`, `dates`, `offices`. They
are what makes the way back lossless.
"""

from typing import Any

from .found import Date, EventReport, Evidence, Mention, Position, Referent, Statement, Where
from .offices import OfficeClaim
from .readings import Reading
from .spans import Span
from .when import When

Json = dict[str, Any]


def to_json(reading: Reading) -> Json:
    """A JSON-ready dict; `from_json(to_json(reading)) == reading`."""
    return {
        "doc": reading.doc,
        "document": reading.document,
        "model": reading.model,
        "sentences": _spans(reading.sentences),
        "mentions": [_mention(mention) for mention in reading.mentions],
        "dates": [_date(date) for date in reading.dates],
        "events": [event_json(event) for event in reading.events],
        "statements": [statement_json(statement) for statement in reading.statements],
        "positions": [position_json(position) for position in reading.positions],
        "offices": [office_json(claim) for claim in reading.offices],
    }


def from_json(shape: Json) -> Reading:
    """The Reading a `to_json` dict was made from. Raises KeyError where a field is missing, but for `offices`:
    records from before there were any are Readings still."""
    document = shape["document"]
    return Reading(
        document=document,
        doc=shape["doc"],
        model=shape["model"],
        sentences=_to_spans(shape["sentences"]),
        mentions=tuple(_to_mention(each) for each in shape["mentions"]),
        dates=tuple(_to_date(each) for each in shape["dates"]),
        events=tuple(_to_event(document, each) for each in shape["events"]),
        statements=tuple(_to_statement(document, each) for each in shape["statements"]),
        positions=tuple(_to_position(document, each) for each in shape["positions"]),
        offices=tuple(_to_office(document, each) for each in shape.get("offices", ())),
    )


def event_json(event: EventReport) -> Json:
    return {
        **_head(event),
        "trigger": list(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "source": [_mention(mention) for mention in event.source],
        "recipient": [_mention(mention) for mention in event.recipient],
        "place": _spans(event.place),
        "qty": _spans(event.quantity),
        "says": _spans(event.says),
        "time": [_date(date) for date in event.time],
        "where": [_where(each) for each in event.where],
    }


def statement_json(statement: Statement) -> Json:
    return {
        **_head(statement),
        "speaker": _mention(statement.speaker),
        "cue": _span(statement.cue),
        "content": list(statement.content),
        "kind": statement.kind,
        "via": _spans(statement.via),
        "to": _mention(statement.to) if statement.to else None,
    }


def position_json(position: Position) -> Json:
    return {
        **_head(position),
        "holder": _mention(position.holder),
        "kind": position.kind,
        "content": list(position.content),
        "to": _mention(position.to) if position.to else None,
        "exchange": _span(position.exchange),
        "condition": _span(position.condition),
        "due": _date(position.due) if position.due else None,
    }


def office_json(claim: OfficeClaim) -> Json:
    return {
        **_head(claim),
        "person": _mention(claim.person),
        "title": list(claim.title),
        "words": claim.words,
        "country": claim.country,
        "sector": claim.sector,
        "relation": claim.relation,
        "since": _date(claim.since) if claim.since else None,
        "until": _date(claim.until) if claim.until else None,
    }


def _head(found: EventReport | Statement | Position | OfficeClaim) -> Json:
    return {
        "id": found.id,
        "sentence": list(found.sentence),
        "clause": _spans(found.evidence.spans),
        "found_by": found.evidence.found_by,
        "score": found.evidence.score,
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _mention(mention: Mention) -> Json:
    actors = [
        {"name": referent.name, "country": referent.country, "sector": referent.sector}
        for referent in mention.referents
    ]
    return {"span": _span(mention.span), "actors": actors, "kind": mention.kind}


def _date(date: Date) -> Json:
    clock = {"clock": date.when.clock} if date.when.clock else {}
    return {"span": list(date.span), "value": date.when.value, **clock}


def _where(where: Where) -> Json:
    return {
        "span": list(where.span),
        "name": where.name,
        "kind": where.kind,
        "country": where.country,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "radius_km": where.radius_km,
        "score": where.score,
    }


def _to_span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _to_spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _to_mention(shape: Json) -> Mention:
    referents = tuple(Referent(each["name"], each["country"], each["sector"]) for each in shape["actors"])
    return Mention(_to_span(shape["span"]), referents, shape["kind"])


def _to_date(shape: Json) -> Date:
    return Date(Span(*shape["span"]), When.parse(shape["value"], shape.get("clock", "")))


def _to_evidence(shape: Json) -> Evidence:
    return Evidence(_to_spans(shape["clause"]), shape["found_by"], shape["score"])


def _to_event(document: str, shape: Json) -> EventReport:
    return EventReport(
        document=document,
        sentence=Span(*shape["sentence"]),
        trigger=Span(*shape["trigger"]),
        type=shape["type"],
        mode=shape["mode"],
        status=shape["status"],
        source=tuple(_to_mention(each) for each in shape["source"]),
        recipient=tuple(_to_mention(each) for each in shape["recipient"]),
        place=_to_spans(shape["place"]),
        time=tuple(_to_date(each) for each in shape["time"]),
        quantity=_to_spans(shape["qty"]),
        says=_to_spans(shape["says"]),
        evidence=_to_evidence(shape),
        where=tuple(Where(**{**each, "span": Span(*each["span"])}) for each in shape.get("where", ())),
    )


def _to_statement(document: str, shape: Json) -> Statement:
    return Statement(
        document=document,
        sentence=Span(*shape["sentence"]),
        speaker=_to_mention(shape["speaker"]),
        cue=_to_span(shape["cue"]),
        content=Span(*shape["content"]),
        kind=shape["kind"],
        via=_to_spans(shape["via"]),
        to=_to_mention(shape["to"]) if shape["to"] else None,
        evidence=_to_evidence(shape),
    )


def _to_position(document: str, shape: Json) -> Position:
    return Position(
        document=document,
        sentence=Span(*shape["sentence"]),
        holder=_to_mention(shape["holder"]),
        kind=shape["kind"],
        content=Span(*shape["content"]),
        to=_to_mention(shape["to"]) if shape["to"] else None,
        exchange=_to_span(shape["exchange"]),
        condition=_to_span(shape["condition"]),
        due=_to_date(shape["due"]) if shape["due"] else None,
        evidence=_to_evidence(shape),
    )


def _to_office(document: str, shape: Json) -> OfficeClaim:
    return OfficeClaim(
        document=document,
        sentence=Span(*shape["sentence"]),
        person=_to_mention(shape["person"]),
        title=Span(*shape["title"]),
        words=shape["words"],
        country=shape["country"],
        sector=shape["sector"],
        relation=shape["relation"],
        since=_to_date(shape["since"]) if shape["since"] else None,
        until=_to_date(shape["until"]) if shape["until"] else None,
        evidence=_to_evidence(shape),
    )
