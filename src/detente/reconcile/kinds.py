"""What kind of weapon words say it was, and what a range told beside them says of it."""

import re

from detente.records import Document

from .quantities import quantity

_CLASSES = (
    ("short-range", r"\bshort[-\s]range\b"),
    ("medium-range", r"\bmedium[-\s]range\b"),
    ("intermediate-range", r"\bintermediate[-\s]range\b"),
    ("intercontinental", r"\bintercontinental\b|\bICBMs?\b"),
    ("long-range", r"\blong[-\s]range\b"),
)
REACH = {
    "short-range": (0, 1000),
    "medium-range": (1000, 3000),
    "intermediate-range": (3000, 5500),
    "intercontinental": (5500, 20000),
    "long-range": (1000, 20000),
}
"""Kilometres. Source: US Missile Defense Agency's classes, as the press uses them."""
_SORTS = (
    ("cruise missile", r"\bcruise missiles?\b"),
    ("ballistic missile", r"\bballistic missiles?\b"),
    ("rocket launcher", r"\b(?:multiple[-\s]launch rocket|multiple rocket launchers?|rocket artillery)\b"),
    ("satellite launch", r"\b(?:satellite|space launch)\b"),
    ("nuclear test", r"\b(?:nuclear|atomic|hydrogen bomb) tests?\b"),
)
_FLEW = re.compile(
    r"\b(?:flew|flying|flown|travell?ed|travell?ing|range|distance|splashed down after)\b[^.\n]{0,60}?"
    r"((?:about|some|around|roughly|nearly)?\s*\d[\d,.]*\s*(?:km|kilomet\w+|miles))"
)


def range_class(words: str) -> str:
    """`short-range` and so on, "" where the words name none or several."""
    found = [name for name, pattern in _CLASSES if re.search(pattern, words, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def sort(words: str) -> str:
    found = [name for name, pattern in _SORTS if re.search(pattern, words, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def flight(document: Document) -> tuple[str, float] | None:
    """The range that an article gives, in its words and in km."""
    match = _FLEW.search(document.text)
    told = quantity(match[1]) if match else None
    return (" ".join(told.words.split()), told.amount / 1000) if told and told.unit == "metres" else None


def fits(name: str, kilometres: float) -> bool:
    low, high = REACH[name]
    return low <= kilometres <= high
