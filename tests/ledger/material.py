"""Articles with readings by hand, one line each: what is quoted is found in its sentence."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Outlet,
    Position,
    Reading,
    Referent,
    Span,
    When,
)

Item = tuple[Document, Reading]
WHO = {
    "Arland": Referent("Bolivia", "BOL", "GOV"),
    "Borland": Referent("Paraguay", "PRY", "GOV"),
    "Corland": Referent("Uruguay", "URY", "GOV"),
    "Ruiz": Referent("Ana Ruiz", "BOL", "GOV"),
}
"""Names of our own for states that have codes."""


def article(
    day: str, *told: tuple[str, list[dict[str, Any]]], outlet: str = "Gazette", doc: str = ""
) -> Item:
    """Each sentence with what is in it: `{"position": kind, "holder": …, "content": …}` or `{"event": type, …}`."""
    text = " ".join(sentence for sentence, _ in told)
    document = Document(text, Outlet(outlet), date.fromisoformat(day) if day else None, given=doc)
    positions, events, sentences, at = [], [], [], 0
    for sentence, found in told:
        span = Span(at, at + len(sentence))
        sentences.append(span)
        at = span.end + 1
        for each in found:
            if "position" in each:
                positions.append(_position(document, span, **each))
            else:
                events.append(_event(document, span, **each))
    mentions = [
        Mention(Span(start, start + len(name)), (who,), "person" if name == "Ruiz" else "place")
        for name, who in WHO.items()
        for start in _all(text, name)
    ]
    ordered = tuple(sorted(mentions, key=lambda each: each.span or Span(0, 0)))
    return document, Reading(
        document.id, document.doc, "hand", tuple(sentences), ordered, (), tuple(events), (), tuple(positions)
    )


def wish(kind: str, holder: str, content: str, **more: str) -> dict[str, Any]:
    return {"position": kind, "holder": holder, "content": content, **more}


def act(type: str, trigger: str, source: str, **more: str) -> dict[str, Any]:
    return {"event": type, "trigger": trigger, "source": source, **more}


def _position(
    document: Document,
    sentence: Span,
    position: str,
    holder: str,
    content: str,
    to: str = "",
    exchange: str = "",
    condition: str = "",
    due: str = "",
) -> Position:
    return Position(
        document=document.id,
        sentence=sentence,
        holder=_who(document, sentence, holder),
        kind=position,
        content=_find(document, sentence, content),
        to=_who(document, sentence, to) if to else None,
        exchange=_find(document, sentence, exchange) if exchange else None,
        condition=_find(document, sentence, condition) if condition else None,
        due=_date(document, sentence, due) if due else None,
        evidence=Evidence((sentence,), "hand", 1.0),
    )


def _event(
    document: Document,
    sentence: Span,
    event: str,
    trigger: str,
    source: str,
    recipient: str = "",
    mode: str = "",
    time: str = "",
    quantity: str = "",
    says: str = "",
    status: str = "actual",
) -> EventReport:
    return EventReport(
        document=document.id,
        sentence=sentence,
        trigger=_find(document, sentence, trigger),
        type=event,
        mode=mode or None,
        status=status,
        source=tuple(_who(document, sentence, each) for each in source.split("+")),
        recipient=tuple(_who(document, sentence, each) for each in recipient.split("+") if each),
        place=(),
        time=(_date(document, sentence, time),) if time else (),
        quantity=(_find(document, sentence, quantity),) if quantity else (),
        says=(_find(document, sentence, says),) if says else (),
        evidence=Evidence((sentence,), "hand", 1.0),
    )


def _who(document: Document, sentence: Span, name: str) -> Mention:
    at = document.text.find(name, sentence.start, sentence.end)
    return Mention(Span(at, at + len(name)) if at >= 0 else None, (WHO[name],), "place")


def _find(document: Document, sentence: Span, words: str) -> Span:
    at = document.text.find(words, sentence.start, sentence.end)
    assert at >= 0, f"{words!r} is not in {sentence.of(document.text)!r}"
    return Span(at, at + len(words))


def _date(document: Document, sentence: Span, said: str) -> Date:
    words, _, value = said.rpartition("=")
    day, _, clock = value.partition("T")
    return Date(_find(document, sentence, words), When.parse(day, f"{day}T{clock}" if clock else ""))


def _all(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
