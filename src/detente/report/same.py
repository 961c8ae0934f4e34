"""Lines that say the same: wire copies, one clause told of twice."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .lines import Citation, Line

_ALIKE = 0.8
"""Of the different words of two lines, how many they must share."""


def alike(one: Line, other: Line) -> bool:
    """Whether two lines have nearly all their words in common."""
    if one.kind != other.kind:
        return False
    first, second = _words(one), _words(other)
    return len(first & second) >= _ALIKE * len(first | second)


def joined(line: Line, other: Line) -> Line:
    """The first line, resting on the sources of both."""
    return replace(
        line,
        citations=tuple(_each_once([*line.citations, *other.citations])),
        records=tuple(dict.fromkeys([*line.records, *other.records])),
    )


def shares_words(line: Line, other: Line) -> bool:
    """Whether two lines use the same words of one document."""
    return any(
        one.document == two.document and any(a.overlaps(b) for a in one.spans for b in two.spans)
        for one in line.citations
        for two in other.citations
    )


def _words(line: Line) -> set[str]:
    return set(re.findall(r"\w+", line.text.casefold()))


def _each_once(citations: Iterable[Citation]) -> Iterable[Citation]:
    seen = set()
    for citation in citations:
        if (citation.document, citation.sentence) not in seen:
            seen.add((citation.document, citation.sentence))
            yield citation
