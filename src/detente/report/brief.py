"""The brief: what matters most of the readings, in five sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.errors import CallError
from detente.records import Date, Document, Found, Position, Reading, Span, content_id

from . import pick
from .choose import Choice, Chooser
from .lines import Brief, BriefOptions, Line
from .page import Page, dates_of, is_country
from .pick import Lookup, Scope
from .rank import Key, Weigher, weigher
from .sources import sources
from .wording import SECTIONS, names

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate

_SHARES = {"happened": 0.30, "wants": 0.27, "watch": 0.13, "says": 0.19, "background": 0.11}
"""Of the room for lines, in the order in which sections choose."""
_PER_DOCUMENT = 8
"""A brief of few documents is short: so many lines for each, and as many more for all."""
_SIDES = 3
"""How many countries the title names."""


def brief(
    items: Sequence[tuple[Document, Reading]],
    options: BriefOptions | None = None,
    lookup: Lookup | None = None,
) -> Brief:
    """A brief of the readings. The order of the items does not matter, a document counts once. `lookup`
    says who a name may be (the tables of `detente.actors` where it is None). Raises CallError where
    `for_country` is no country."""
    options, who = options or BriefOptions(), lookup or _tables
    pages = _pages(items)
    bounds = pick.scope([page.document for page in pages], options)
    code = _code(options.for_country, who)
    weigh = weigher(pages, code, pick.partners(pages, code))
    choices = list(_choices(pages, options, bounds, weigh, who))
    chooser = Chooser({page.document.id: (page.document, page.reading) for page in pages})
    _fill(chooser, choices, _room(options, choices))
    by_id = {page.document.id: page for page in pages}
    lines = tuple(_in_order(chooser))
    used = [page for page in pages if any(each.page is page for each in choices)]
    return Brief(
        title=_title(used, options, who),
        lines=lines,
        sources=sources(lines, by_id, _estimates(pages, lines)),
        left_out=tuple(chooser.left_out),
        since=bounds.since,
        until=bounds.until,
        documents=len(used),
        undated=sum(page.document.published is None for page in used),
    )


def _estimates(pages: Sequence[Page], lines: Sequence[Line]) -> dict[str, DateEstimate]:
    """When the undated among the cited may be of, by all that was to be briefed on."""
    cited = {each.document for line in lines for each in line.citations}
    if all(page.document.published for page in pages if page.document.id in cited):
        return {}
    from detente.reconcile import estimates

    kept = (page for page in pages if page.document.published or page.document.id in cited)
    return estimates((page.document, page.reading) for page in kept)


def _code(country: str, who: Lookup) -> str:
    code = pick.country_code(country, who)
    if country.strip() and not code:
        todo = "give a name, a demonym or an ISO 3166 code, such as Kenya, Kenyan or KEN"
        raise CallError(f"a brief for {country}", "no country of that name", todo)
    return code


def _tables(words: str) -> Sequence[pick.Candidate]:
    from detente.actors import lookup

    return lookup(words)


def _pages(items: Sequence[tuple[Document, Reading]]) -> list[Page]:
    """One page a document; of two readings of one document the same one whatever the order."""
    by_id: dict[str, Page] = {}
    for document, reading in sorted(items, key=_canonical):
        by_id[document.id] = Page(document, reading)
    return list(by_id.values())


def _canonical(item: tuple[Document, Reading]) -> tuple[str, str, str]:
    document, reading = item
    return document.id, reading.model, content_id(repr(reading))


def _choices(
    pages: Sequence[Page], options: BriefOptions, bounds: Scope, weigh: Weigher, who: Lookup
) -> Iterator[Choice]:
    about = pick.topic(options.about, who)
    for page in pages:
        dated: set[Span] = set()
        for found in page.reading.found():
            section = pick.section(page, found, bounds)
            if not section or found.evidence.score < options.min_score or not about.covers(page, found):
                continue
            weight = weigh.weight(page, found)
            ahead = next((day for day in _days(found) if pick.to_come(day.when, bounds)), None)
            dated.update(day.span for day in _days(found))
            if isinstance(found, Position) and ahead:
                yield Choice(page, found, ahead, found.sentence, "watch", weight)
            yield Choice(page, found, ahead if section == "watch" else None, found.sentence, section, weight)
        yield from _bare_dates(page, bounds, weigh, about, dated)


def _days(found: Found) -> tuple[Date, ...]:
    return tuple(day for day in dates_of(found) if day.when.start and found.sentence.contains(day.span))


def _bare_dates(
    page: Page, bounds: Scope, weigh: Weigher, about: pick.Topic, dated: set[Span]
) -> Iterator[Choice]:
    """Sentences with a date to come that no record has."""
    if not bounds.has(page.document) or bounds.today is None:
        return
    for day in page.reading.dates:
        ahead = day.when.start is not None and day.when.start > bounds.today
        sentence = next((each for each in page.sentences if each.contains(day.span)), None)
        if ahead and sentence and day.span not in dated and about.is_in(sentence.of(page.text)):
            yield Choice(page, None, day, sentence, "watch", weigh.of_date(page, sentence))


def _fill(chooser: Chooser, choices: Sequence[Choice], room: int) -> None:
    """Gives each section its share, then what is left to those that have more to say."""
    rest = {key: [each for each in choices if each.section == key] for key in _SHARES}
    for key, share in _SHARES.items():
        rest[key] = chooser.fill(rest[key], min(round(share * room), room - len(chooser.lines)))
    for key in _SHARES:
        chooser.fill(rest[key], room - len(chooser.lines))


def _room(options: BriefOptions, choices: Sequence[Choice]) -> int:
    """How many lines there may be, the two of the title and the headings taken off."""
    headings = len({each.section for each in choices})
    documents = len({each.page.document.id for each in choices})
    return max(0, min(options.max_lines - 2 - headings, _PER_DOCUMENT * (documents + 1)))


def _in_order(chooser: Chooser) -> Iterator[Line]:
    """By section; in it what is on one act or of one side together, what is to come by its day."""
    both = list(zip(chooser.chosen, chooser.lines, strict=True))
    for key in SECTIONS:
        own = [(choice, line) for choice, line in both if choice.section == key]
        first: dict[Key, int] = {}
        for number, (choice, _) in enumerate(own):
            first.setdefault(choice.together, number)
        if key == "watch":
            own.sort(key=lambda each: _day(each[0]))
        else:
            own.sort(key=lambda each: first[each[0].together])
        yield from (line for _, line in own)


def _day(choice: Choice) -> date:
    """When to look: the end of what is due; what has no day comes last."""
    return (choice.date.when.end if choice.date else None) or date.max


def _title(pages: Sequence[Page], options: BriefOptions, who: Lookup) -> str:
    """The topic asked for, else the countries that the records are most about."""
    if options.about:
        return f"Brief on {' '.join(options.about.split())}"
    count: Counter[str] = Counter()
    called: dict[str, Counter[str]] = {}
    for each in (each for page in pages for found in page.reading.found() for each in pick.referents(found)):
        if is_country(each.country):
            count[each.country] += 1
            if each.sector == "GOV":
                called.setdefault(each.country, Counter()).update([each.name])
    leading = sorted(called, key=lambda code: (-count[code], code))[:_SIDES]
    sides = names(tuple(_country_name(called[code], who) for code in leading))
    return f"Brief: {sides}" if sides else "Brief"


def _country_name(called: Counter[str], who: Lookup) -> str:
    """Of the names of a country's government, the country's own; else the most frequent."""
    by_count = sorted(called, key=lambda name: (-called[name], name))
    states = (name for name in by_count if any(each.kind == "state" for each in who(name)[:1]))
    return next(states, by_count[0])
