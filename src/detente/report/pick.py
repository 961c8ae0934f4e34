"""What of the readings belongs in a brief, and in which section: the window, the topic, the country."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from detente.records import Document, EventReport, Found, Position, Referent, Statement, When

from .lines import BriefOptions
from .page import Page, countries_of, dates_of, mentions_of

RECENT = timedelta(days=7)
"""How far back what a document reports still counts as its news, where no bounds are given."""
STALE = timedelta(days=31)
"""How old a document's plans without a day may be to be still watched."""
TALK = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN"))
"""The types of act that are done by saying something."""
LEAD = 6
"""The sentences at the beginning of an article that are its news, if none has a date."""


class Candidate(Protocol):
    """Who a name may be, as the actor tables say; `kind` is `state` for a country."""

    @property
    def name(self) -> str: ...

    @property
    def country(self) -> str: ...

    @property
    def kind(self) -> str: ...


_EARLIER = re.compile(r"(?i)\b(?:previous|previously|formerly|historically|in the past)\b")

Lookup = Callable[[str], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Scope:
    """The days a brief is about, both included, None: open; `today` is the day it looks ahead from."""

    since: date | None
    until: date | None
    today: date | None

    def has(self, document: Document, whens: Iterable[When] = ()) -> bool:
        """Whether a document of that day belongs here; an undated one does unless all that it dates is
        outside."""
        if document.published:
            return When.parse(document.published.isoformat()).touches(self.since, self.until)
        known = [when for when in whens if when.start]
        return not known or any(when.touches(self.since, self.until) for when in known)


def scope(documents: Sequence[Document], options: BriefOptions) -> Scope:
    newest = max((each.published for each in documents if each.published), default=None)
    if options.since or options.until:
        return Scope(options.since, options.until, options.until or newest)
    if newest is None or options.window is None:
        return Scope(None, None, newest)
    return Scope(newest - timedelta(days=options.window - 1), None, newest)


def section(page: Page, found: Found, bounds: Scope) -> str:
    """The section a record belongs in; `` for none. A heading says nothing that its text does not."""
    if page.is_heading(found.sentence) and not page.only_headings:
        return ""
    whens = [day.when for day in dates_of(found) if day.when.start]
    inside = bounds.has(page.document, [day.when for event in page.reading.events for day in event.time])
    if not inside and not any(_falls_in(when, bounds) for when in whens):
        return ""
    match found:
        case Statement():
            return "says"
        case Position():
            return "wants"
        case EventReport():
            return _event_section(page, found, whens, bounds)


def _falls_in(when: When, bounds: Scope) -> bool:
    """Whether a date is within the bounds and near enough to say so: "this year" is not."""
    near = when.start and when.end and when.end - when.start < RECENT
    return bool(near) and when.touches(bounds.since, bounds.until)


def to_come(when: When, bounds: Scope) -> bool:
    """Whether a date is still ahead, as far as the newest document knows."""
    return when.end is not None and (bounds.today is None or when.end >= bounds.today)


def _event_section(page: Page, event: EventReport, whens: Sequence[When], bounds: Scope) -> str:
    if event.type in TALK and page.speech_around(event.trigger):
        return ""  # the statement it is part of says it
    published = page.document.published
    ahead = event.status in {"future", "conditional"}
    if ahead and not whens:
        stale = published and bounds.today and published < bounds.today - STALE
        return "background" if stale else "watch"
    if ahead:
        return "watch" if any(to_come(when, bounds) for when in whens) else "background"
    horizon = bounds.since or (published - RECENT if published else None)
    if whens:
        past = horizon and all(when.end and when.end < horizon for when in whens)
        return "background" if past else "happened"
    told_before = _EARLIER.search(event.sentence.of(page.text)) is not None
    return "background" if told_before or page.place_of(event.sentence) > LEAD else "happened"


@dataclass(frozen=True)
class Topic:
    """What `--about` names: words, the names they may stand for, and a country where they are one."""

    words: frozenset[str]
    names: frozenset[str]
    country: str

    def covers(self, page: Page, found: Found) -> bool:
        """Whether a record names it; everything does where nothing was asked for."""
        if not self.words:
            return True
        who = referents(found)
        if any(each.name in self.names or (self.country and each.country == self.country) for each in who):
            return True
        return self.is_in(found.sentence.of(page.text))

    def is_in(self, words: str) -> bool:
        """Whether all its words are among these."""
        return self.words <= _folded(words)


def topic(about: str, lookup: Lookup) -> Topic:
    found = lookup(about)[:1] if about.strip() else ()
    country = found[0].country if found and found[0].kind == "state" else ""
    return Topic(_folded(about), frozenset({about.strip(), *(each.name for each in found)}), country)


def country_code(words: str, lookup: Lookup) -> str:
    """The ISO code that a name, a demonym or a code stands for; `` for none."""
    if re.fullmatch(r"[A-Z]{3}", words.strip()):
        return words.strip()
    return next((each.country for each in lookup(words) if len(each.country) == 3), "")


def partners(pages: Iterable[Page], country: str) -> dict[str, int]:
    """How often each other country acts together with it in one event."""
    count: Counter[str] = Counter()
    for page in pages:
        for event in page.reading.events:
            both = countries_of(mentions_of(event))
            if country in both:
                count.update(both - {country})
    return dict(count)


def referents(found: Found) -> set[Referent]:
    return {referent for mention in mentions_of(found) for referent in mention.referents}


def _folded(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", words.casefold()))
