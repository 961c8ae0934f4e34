"""The list of sources of a brief: every cited sentence gets its mark, in the order of the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.records import Span

from .lines import Cited, Line, Source
from .page import Page

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate


def sources(
    lines: Sequence[Line], pages: Mapping[str, Page], estimates: Mapping[str, DateEstimate]
) -> tuple[Source, ...]:
    """By document, in the order in which the lines first cite them; `estimates` are of the undated ones."""
    spans: dict[tuple[str, Span], set[Span]] = {}
    for line in lines:
        for citation in line.citations:
            spans.setdefault((citation.document, citation.sentence), set()).update(citation.spans)
    by_document: dict[str, list[Cited]] = {}
    for mark, ((document, sentence), used) in enumerate(spans.items(), 1):
        page = pages[document]
        records = [each.id for each in page.found.get(sentence, ())]
        resting = [each for line in lines for each in line.records if each in records]
        cited = Cited(
            mark=mark,
            number=page.place_of(sentence),
            sentence=sentence,
            spans=tuple(sorted(used)),
            records=tuple(dict.fromkeys([*resting, *records])),
        )
        by_document.setdefault(document, []).append(cited)
    return tuple(
        Source(pages[document].document, tuple(cited), estimates.get(document))
        for document, cited in by_document.items()
    )
