"""Full text: the sentences in which the words of a search stand, with what was found in them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.records import Document, EventReport, Found, Reading, Span, Statement

_MOST_WORDS = 12
_EACH = 3
"""Sentences of one document that are given."""
_WHOLE = 3
"""Letters up to which a word must match whole, as in the filters of the lists."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence, and the events, statements and positions found in it."""

    document: Document
    sentence: Span
    found: tuple[Found, ...]


def hits(document: Document, reading: Reading, words: str) -> Iterator[Hit]:
    """At most three sentences of a document: those with most of the words, of equals with most found in them. Words
    match where a word begins, whatever their case and accents."""
    wanted = _words(words)[:_MOST_WORDS]
    found: dict[Span, list[Found]] = {}
    for each in reading.found():
        found.setdefault(each.sentence, []).append(each)
    told = []
    for sentence in reading.sentences or document.read_spans():
        stand = _words(sentence.of(document.text))
        if count := sum(any(_matches(word, other) for other in stand) for word in wanted):
            told.append((-count, -len(found.get(sentence, ())), sentence))
    best = min((count for count, *_ in told), default=0)
    for _, _, sentence in sorted(each for each in told if each[0] == best)[:_EACH]:
        yield Hit(document, sentence, tuple(found.get(sentence, ())))


def hit_row(hit: Hit) -> dict[str, str]:
    document = hit.document
    day = document.published.isoformat() if document.published else "undated"
    return {
        "id": hit.found[0].id if hit.found else document.id,
        "published": day,
        "outlet": document.outlet.name,
        "words": " ".join(hit.sentence.of(document.text).split()),
        "found": "; ".join(_what(each) for each in hit.found),
    }


def hit_shape(hit: Hit) -> dict[str, Any]:
    document = hit.document
    return {
        "doc": document.doc,
        "outlet": document.outlet.name,
        "published": document.published.isoformat() if document.published else None,
        "span": list(hit.sentence),
        "text": hit.sentence.of(document.text),
        "found": [{"id": each.id, "what": _what(each)} for each in hit.found],
    }


def _what(found: Found) -> str:
    """`MOBILIZE-weapons`, `direct statement`, `demand`."""
    if isinstance(found, EventReport):
        return f"{found.type}-{found.mode}" if found.mode else found.type
    return f"{found.kind} statement" if isinstance(found, Statement) else found.kind


def _words(text: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    return re.findall(r"[^\W_]+", plain.casefold())


def _matches(wanted: str, stands: str) -> bool:
    return stands == wanted if len(wanted) <= _WHOLE else stands.startswith(wanted)
