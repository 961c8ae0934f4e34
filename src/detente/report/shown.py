"""How a brief speaks of its documents: days in words, where a date comes from, who published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from detente.records import Document, short

from .lines import Brief, Cited, Line, Source

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate

_NAMES = "January February March April May June July August September October November December"
_MONTHS = _NAMES.split()


def day(when: date) -> str:
    """`10 September 2019`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def published(document: Document, estimate: DateEstimate | None = None) -> str:
    """The day of publication and on whose word it is, where that is not the document's own."""
    if document.published is None:
        return estimated(estimate)
    said = " (date given by option)" if document.published_from == "option" else ""
    return f"{day(document.published)}{said}"


def estimated(estimate: DateEstimate | None) -> str:
    """`about 10 September 2019 (estimated)`, `between … and … (estimated)`, or that nothing is known."""
    if estimate is None or not estimate.known:
        return "undated"
    start, end = estimate.start, estimate.end
    if estimate.best:
        said = f"about {day(estimate.best)}"
    elif start and end:
        said = f"between {day(start)} and {day(end)}"
    else:
        said = f"not before {day(start)}" if start else f"not after {day(end)}" if end else ""
    return f"{said} (estimated)"


def outlet(document: Document) -> str:
    return document.outlet.name or "unnamed outlet"


def headline(document: Document) -> str:
    """The title, or the first words of a document without one."""
    if document.title.strip():
        return document.title
    first = next((line for line in document.text.splitlines() if line.strip()), "").strip()
    return first if len(first) <= 90 else f"{first[:90].rsplit(' ', 1)[0]} …"


def subtitle(brief: Brief) -> str:
    """The days the brief is of and what it was made from."""
    counted = f"{brief.documents} document{'s' * (brief.documents != 1)}"
    if brief.undated:
        counted += f" ({brief.undated} undated)"
    return f"{period(brief)} · {counted}" if period(brief) else counted


def period(brief: Brief) -> str:
    days = sorted(each.published for each in brief.given.values() if each.published)
    since, until = brief.since or (days[0] if days else None), brief.until or (days[-1] if days else None)
    if since and until:
        return day(since) if since == until else f"{day(since)} to {day(until)}"
    return f"since {day(since)}" if since else f"until {day(until)}" if until else ""


def left_out(brief: Brief) -> str:
    """How many lines failed the check, `` for none."""
    count = len(brief.left_out)
    if not count:
        return ""
    was = "line was" if count == 1 else "lines were"
    return f"{count} {was} left out: not all in them follows from their sources."


def citation(brief: Brief, line: Line, safe: Callable[[str], str], mark: Callable[[int], str]) -> str:
    """`(Asia Times [3][4]; The Korea Herald, 9 Dec 2018 [5])`: who published what the line rests on, and
    when, where that is not the day of the newest document."""
    cited: dict[str, list[int]] = {}
    for each in line.citations:
        cited.setdefault(each.document, []).append(brief.marks[each.document, each.sentence])
    parts = []
    for document, marks in sorted(cited.items(), key=lambda each: min(each[1])):
        said = [safe(outlet(brief.given[document])), _day_said(brief, brief.given[document])]
        parts.append(f"{', '.join(filter(None, said))} {''.join(mark(each) for each in sorted(marks))}")
    return f"({'; '.join(parts)})"


def reference(source: Source, safe: Callable[[str], str]) -> str:
    """Outlet, title and day of a document."""
    document = source.document
    return f"{safe(outlet(document))}, “{safe(headline(document))}”, {published(document, source.estimate)}"


def record_id(cited: Cited) -> str:
    """The record to ask `why` about, `` where a sentence has none."""
    return short(cited.records[0]) if cited.records else ""


def _day_said(brief: Brief, document: Document) -> str:
    newest = max((each.published for each in brief.given.values() if each.published), default=None)
    if document.published is None:
        return "undated"
    number, month, year = day(document.published).split()
    return "" if document.published == newest else f"{number} {month[:3]} {year}"
