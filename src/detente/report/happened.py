"""Happenings as they are listed: the shape a program reads, the columns an analyst does."""

from collections.abc import Iterator, Mapping
from typing import Any

from detente.records import Disagreement, Document, Happening, Link, Span, short

from .quote import shown
from .safe import plain

Json = dict[str, Any]
_WORDS = 60
"""Code points on each side of a trigger that are shown."""


def happening_shape(item: Happening) -> Json:
    return {
        "id": item.id,
        "type": item.type,
        "mode": item.mode,
        "title": item.title,
        "when": {
            "start": item.when.start.isoformat() if item.when.start else None,
            "end": item.when.end.isoformat() if item.when.end else None,
        },
        "where": item.where or None,
        "actors": [{"name": who.name, "country": who.country} for who in item.actors],
        "reports": [{"doc": member.doc, "span": list(member.span)} for member in item.members],
        "origins": len(item.origins),
        "disagreements": [_disagreement(each) for each in item.disagreements],
        "lead_of": list(item.lead_of),
    }


def happening_row(item: Happening) -> Mapping[str, str]:
    mode = f"-{item.mode}" if item.mode else ""
    return {
        "id": item.id,
        "day": shown(item.when) or item.when.value,
        "did": f"{item.type}{mode}",
        "status": item.status,
        "who": "; ".join(who.name for who in item.actors),
        "where": item.where,
        "what": item.title,
        "documents": str(len({member.document for member in item.members})),
        "origins": str(len(item.origins)),
        "on whose word": "; ".join(each.name for each in item.origins),
        "disagreements": "; ".join(map(disagreement_line, item.disagreements)),
        "main news of": "; ".join(item.lead_of),
    }


def disagreement_line(item: Disagreement) -> str:
    """`kind: short-range (2) or intermediate-range (1): kind of word`."""
    values = " or ".join(f"{each.value} ({len(each.docs)})" for each in item.values)
    why = f", {item.why}" if item.why else ""
    return f"{item.about}: {values}: {item.cause}{why}"


def happening_lines(item: Happening, texts: Mapping[str, Document]) -> Iterator[str]:
    """Its reports with their words, on whose word they are, where they disagree, and why each was put with another.
    `texts` are the documents by their ids."""
    row = happening_row(item)
    yield plain(
        f"{row['did']} ({item.status}), {row['day']}{', ' + item.where if item.where else ''}: {item.title}"
    )
    yield f"Happening {item.id}"
    yield ""
    yield "Reports"
    reasons = _reasons(item)
    numbers = {member.key: number for number, member in enumerate(item.members, 1)}
    for member in item.members:
        document = texts[member.document]
        who = plain(document.outlet.name or member.doc)
        said = plain(_around(document.text, member.span))
        yield f"  {numbers[member.key]:>3}  {short(member.report)}  {who}: {said}"
        if best := reasons.get(member.key):
            other = best.other if best.one == member.key else best.one
            why = ", ".join(best.reasons)
            yield f"       with {numbers[other]}: {why} ({best.strength:.1f})"
    yield ""
    yield f"Origins: {len(item.origins)}"
    yield from (f"  {plain(each.name)}: {plain(', '.join(each.docs))}" for each in item.origins)
    if item.disagreements:
        yield "Disagreements"
        yield from (f"  {plain(disagreement_line(each))}" for each in item.disagreements)


def _reasons(item: Happening) -> dict[str, Link]:
    """For each report but the first its strongest link."""
    out: dict[str, Link] = {}
    for link in item.links:
        for key in (link.one, link.other):
            if key not in out or link.strength > out[key].strength:
                out[key] = link
    return out


def _around(text: str, span: Span) -> str:
    """The words about a trigger, in which it stands in brackets."""
    before, after = text[max(0, span.start - _WORDS) : span.start], text[span.end : span.end + _WORDS]
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    return f"{before.partition(' ')[2]}[{span.of(text)}]{after.rpartition(' ')[0]}"


def _disagreement(item: Disagreement) -> Json:
    return {
        "about": item.about,
        "cause": item.cause,
        "values": [{"value": each.value, "docs": list(each.docs)} for each in item.values],
    }
