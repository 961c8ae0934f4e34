"""The way back: from a record to the words, the document and the run."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.records import Date, Document, EventReport, Found, Mention, Position, Reading, Span, Statement
from detente.records import merged as one_ground
from detente.store import Trail

from . import shown
from .page import Page, names_of
from .quote import shown as written
from .safe import plain
from .terminal import WIDTH
from .wording import names

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate


def why(trail: Trail, width: int = WIDTH, estimate: DateEstimate | None = None) -> str:
    """What the trail leads to, in plain text: each record with its parts and their words, who said so, the
    sentence with the words marked « », the document (where undated: when it may be of, and why), the run."""
    page = Page(trail.document, trail.reading)
    out: list[str] = []
    for found in trail.found:
        out += [*_record(page, found), ""]
    out += _document(trail.document, trail.reading, estimate)
    run = trail.run
    out += ["", f"Run {run.id}: {run.started:%Y-%m-%d %H:%M} UTC, detente {plain(run.version)}"]
    out.append(f"  model     {plain(trail.reading.model)}")
    out.append(f"  recorded  {trail.recorded:%Y-%m-%d %H:%M:%S} UTC")
    return "\n".join(each for line in out for each in _wrapped(line, width)) + "\n"


def _record(page: Page, found: Found) -> Iterator[str]:
    match found:
        case EventReport():
            mode = f"-{found.mode}" if found.mode else ""
            yield f"Event: {found.type}{mode}, {found.status}"
        case Statement():
            yield f"Statement: {found.kind}"
        case Position():
            yield f"Position: {found.kind}"
    yield f"  id        {found.id}"
    yield f"  found by  {plain(found.evidence.found_by)}, score {found.evidence.score:.2f}"
    for part in _parts(found):
        yield f"  {part[0]:<10}{_quoted(page.document.text, part[1])}{_stands_for(part[2])}"
    yield f"  on whose word: {' → '.join(_chain(page, found))}"
    yield f"  sentence {page.place_of(found.sentence)} ({_offsets(found.sentence)}):"
    yield f"    {_marked(page.document.text, found)}"


Part = tuple[str, Span | None, str]
"""A part of a record: what it is called, where its words stand, what they stand for."""


def _parts(found: Found) -> Iterator[Part]:
    match found:
        case EventReport():
            yield "act", found.trigger, ""
            yield from _people("who", found.source)
            yield from _people("to whom", found.recipient)
            yield from (("where", span, "") for span in found.place)
            yield from _dates("when", found.time)
            yield from (("how much", span, "") for span in found.quantity)
            yield from (("says", span, "") for span in found.says)
        case Statement():
            yield from _people("speaker", (found.speaker,))
            yield from (("cue", span, "") for span in _some(found.cue))
            yield "content", found.content, ""
            yield from _people("to whom", (found.to,) if found.to else ())
            yield from (("via", span, "") for span in found.via)
        case Position():
            yield from _people("holder", (found.holder,))
            yield "content", found.content, ""
            yield from _people("to whom", (found.to,) if found.to else ())
            yield from (("in return", span, "") for span in _some(found.exchange))
            yield from (("if", span, "") for span in _some(found.condition))
            yield from _dates("due", (found.due,) if found.due else ())


def _people(called: str, mentions: tuple[Mention, ...]) -> Iterator[Part]:
    for mention in mentions:
        who = ", ".join(f"{each.name} ({each.country} {each.sector})" for each in mention.referents)
        yield called, mention.span, who or "nobody known"


def _dates(called: str, dates: tuple[Date, ...]) -> Iterator[Part]:
    for date in dates:
        yield called, date.span, written(date.when) or date.when.value


def _chain(page: Page, found: Found) -> Iterator[str]:
    """The outlet, then who passed it on, then who said it."""
    text = page.document.text
    yield plain(shown.outlet(page.document))
    if isinstance(found, EventReport):
        yield from (f"“{plain(span.of(text))}”" for span in found.says)
    speech = found if isinstance(found, Statement) else page.speech_around(_core(found))
    if speech:
        yield from (f"“{plain(span.of(text))}”" for span in speech.via)
        span, speaker = speech.speaker.span, names(names_of(speech.speaker))
        yield plain(speaker) or (f"“{plain(span.of(text))}”" if span else "unnamed")


def _core(found: EventReport | Position) -> Span:
    return found.trigger if isinstance(found, EventReport) else found.content


def _document(document: Document, reading: Reading, estimate: DateEstimate | None) -> Iterator[str]:
    yield "Document"
    yield f"  id        {document.id}"
    yield f"  outlet    {plain(shown.outlet(document))}"
    yield f"  title     {plain(shown.headline(document))}"
    source = f" (from the {plain(document.published_from)})" if document.published_from else ""
    known = shown.day(document.published) + source if document.published else shown.estimated(estimate)
    yield f"  published {known}"
    if estimate and not document.published:
        yield from (f"            {plain(reason)}" for reason in estimate.reasons)
    for called, value in (("by", document.byline), ("url", document.url), ("found at", document.origin)):
        if value:
            yield f"  {called:<10}{plain(value)}"
    if document.given:
        yield f"  given id  {plain(document.given)}"
    events, statements, positions = len(reading.events), len(reading.statements), len(reading.positions)
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    yield f"  text      {len(document.text)} characters, sha256 {digest}"
    yield f"  read      {events} events, {statements} statements, {positions} positions"


def _quoted(text: str, span: Span | None) -> str:
    return f"“{plain(span.of(text))}” ({_offsets(span)})" if span else "(not in the sentence)"


def _stands_for(value: str) -> str:
    return f" = {plain(value)}" if value else ""


def _offsets(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _marked(text: str, found: Found) -> str:
    """The sentence with the words of the record between « and »."""
    spans = [span for _, span, _ in _parts(found) if span and found.sentence.contains(span)]
    out, position = [], found.sentence.start
    for span in one_ground(spans):
        out += [text[position : span.start], "«", span.of(text), "»"]
        position = span.end
    return plain("".join([*out, text[position : found.sentence.end]]))


def _wrapped(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()
