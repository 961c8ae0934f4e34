"""An event report as it is compared: what of it, and of its document, another report can be like or unlike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from detente.records import Date, Document, EventReport, Mention, Reading, Referent, Span, Where, content_id

from .wording import numbers, overlap, stem, stems

RECENT = 4
"""Days before publication within which an undated lead is taken to have happened."""
_HEAD = 700
"""Code points of a text that, with the title, say what its news is."""
_STATUS = {"actual": 1.0, "future": 0.9, "negated": 0.8, "possible": 0.6, "conditional": 0.5}
_NEWS, _OLD = 14, 0.3
"""Days that news is news, and what an older act is worth as a document's main news."""
_BEGINS = 8
"""Sentences in which a document says what it is about."""
_LEADING = 3
"""Sentences that may tell the news itself."""
_NOWHERE = frozenset(("INT", "IGO", "", "UNO", "EUR"))


@dataclass(frozen=True)
class Side:
    """Who acts, or is acted on: names, the persons among them, and the states they are of."""

    names: frozenset[str]
    persons: frozenset[str]
    countries: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.names or self.countries)


@dataclass(frozen=True, eq=False)
class Report:
    """`first` and `last` bound the days it may have happened on (ordinals; None: open), `exact` where that is one
    day, `told` where the text says it. `repeats` is the key of the first act of its kind in the document. `order` is
    its canonical place."""

    key: str
    document: Document = field(repr=False)
    published: int | None
    event: EventReport = field(repr=False)
    rank: int
    first: int | None
    last: int | None
    told: bool
    instant: datetime | None
    source: Side
    recipient: Side
    both: Side
    trigger: str
    words: frozenset[str]
    numbers: frozenset[str]
    place_words: frozenset[str]
    where: Where | None
    head: frozenset[str] = field(repr=False)
    title: frozenset[str] = field(repr=False)
    repeats: str = ""

    @property
    def order(self) -> tuple[int, str, Span, str]:
        return (self.published or 0, self.document.id, self.event.trigger, self.key)

    @property
    def exact(self) -> bool:
        return self.told and self.first is not None and self.first == self.last

    @cached_property
    def act(self) -> frozenset[str]:
        """The verb and who takes part, as words."""
        return frozenset((self.trigger, *(stem(word) for name in self.both.names for word in name.split())))

    @cached_property
    def weight(self) -> float:
        """How much of its document's main news it may be: told early, as a fact, with words of the title, and of
        these days; 0..1.5."""
        place = (1.0 if self._of_these_days else _OLD) / (1.0 + self.rank / 2)
        return place * _STATUS.get(self.event.status, 0.5) * (0.5 + overlap(self.act, self.title))

    @property
    def _of_these_days(self) -> bool:
        if not self.told or self.last is None or self.published is None:
            return True
        return self.last >= self.published - _NEWS

    @property
    def leads(self) -> bool:
        return self.rank < _LEADING


def reports(document: Document, reading: Reading, day: date | None = None) -> list[Report]:
    """All event reports of a document, in text order; `day` is when an undated one is judged to be published."""
    published = document.published or day
    head = _head(document)
    persons = {who.name for each in reading.mentions if each.kind == "person" for who in each.referents}
    starts = [span.start for span in reading.sentences]
    found = [
        _report(
            document,
            published,
            event,
            key,
            head,
            persons,
            sum(start < event.sentence.start for start in starts),
        )
        for event, key in _keyed(reading.events)
    ]
    return list(_repeating(found))


def _repeating(found: Iterable[Report]) -> Iterator[Report]:
    """Each with the first act of its kind, by the same, that the document begins with."""
    firsts: dict[object, str] = {}
    for report in found:
        event = report.event
        who = report.source.countries if event.type == "MOBILIZE" else report.both.names
        kind = (event.type, event.mode, who)
        if who and _again(event):
            if report.rank < _BEGINS:
                firsts.setdefault(kind, report.key)
            first = firsts.get(kind, "")
            yield replace(report, repeats=first if first != report.key else "")
        else:
            yield report


def _again(event: EventReport) -> bool:
    """Whether it may be the act that was told of before: what is doubted or denied is; a meeting that was not held is
    no meeting told again."""
    doubted = event.status == "possible" or (
        event.status == "negated" and event.type not in ("CONSULT", "AGREE")
    )
    return event.status == "actual" or doubted


def _keyed(events: Iterable[EventReport]) -> Iterator[tuple[EventReport, str]]:
    """Acts that share a trigger share an id: the second and later ones have a key of their own."""
    seen: Counter[str] = Counter()
    for event in events:
        nth = seen[event.id]
        seen[event.id] += 1
        yield event, content_id(event.id, nth) if nth else event.id


def _report(
    document: Document,
    published: date | None,
    event: EventReport,
    key: str,
    head: tuple[frozenset[str], frozenset[str]],
    persons: set[str],
    rank: int,
) -> Report:
    text = document.text
    first, last, told = _days(event, published, rank)
    source, recipient = _side(event.source, persons), _side(event.recipient, persons)
    both = Side(
        source.names | recipient.names,
        source.persons | recipient.persons,
        source.countries | recipient.countries,
    )
    return Report(
        key,
        document,
        published.toordinal() if published else None,
        event,
        rank,
        first,
        last,
        told,
        next((each.when.instant for each in event.time if each.when.instant), None),
        source,
        recipient,
        both,
        stem(event.trigger.of(text).split()[0].casefold()) if event.trigger.of(text).split() else "",
        frozenset(stems(event.sentence.of(text))),
        frozenset(number for span in event.quantity for number in numbers(span.of(text))),
        frozenset(word for span in event.place for word in stems(span.of(text))),
        event.where[0] if event.where else None,
        head[0],
        head[1],
    )


def _days(event: EventReport, published: date | None, rank: int) -> tuple[int | None, int | None, bool]:
    """The bounds, and whether the text tells them. The closest date told is meant: "on 10 September 2019" beside
    "this year"."""
    dated = [each for each in event.time if each.when.start and each.when.end]
    if dated:
        best = min(dated, key=_width)
        assert best.when.start and best.when.end
        return best.when.start.toordinal(), best.when.end.toordinal(), True
    if published is None:
        return None, None, False
    day = published.toordinal()
    if event.status == "future":
        return day, None, False
    return (day - RECENT if rank < _LEADING else None), day, False


def _width(each: Date) -> int:
    assert each.when.start and each.when.end
    return (each.when.end - each.when.start).days


def _side(mentions: Iterable[Mention], persons: set[str]) -> Side:
    referents = [(who, each.kind) for each in mentions for who in each.referents]
    names = frozenset(_plain(who.name) for who, _ in referents)
    people = frozenset(_plain(who.name) for who, kind in referents if kind == "person" or who.name in persons)
    return Side(names, people, frozenset(_country(who) for who, _ in referents) - {""})


def _country(who: Referent) -> str:
    return "" if who.country in _NOWHERE else who.country


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.casefold()).strip()


def _head(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The words of title and beginning, and of the title."""
    read = document.read_spans()
    begin = read[0].start if read else 0
    beginning = document.text[begin : begin + _HEAD]
    title = document.title or beginning.partition("\n")[0]
    return frozenset(stems(f"{document.title}\n{beginning}")), frozenset(stems(title))
