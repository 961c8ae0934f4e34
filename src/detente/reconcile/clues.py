"""What an undated article says of its own day: full dates, days of the week, seasons, who is in office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from detente.actors import lookup
from detente.actors.terms import Term, terms
from detente.records import Date, Document, OfficeClaim, Reading

from .claims import title_key

YEARS = range(1970, 2031)
"""Of the articles that are dated here; what lies outside is a misprint or history."""


@dataclass(frozen=True, slots=True)
class Clue:
    """The article is of one of these stretches (first and last day, None: open), for the `reason`. `weight` is how
    much that counts against other clues; `likely` are the likeliest days in the stretches."""

    stretches: tuple[tuple[date | None, date | None], ...]
    weight: float
    reason: str
    likely: tuple[date, ...] = ()


_FORWARD = re.compile(
    r"(?i)\b(?:will|would|plan\w*|due|by|until|till|next|expect\w*|schedul\w*|upcoming|set|ahead|deadline|before|"
    r"through|could|may|might|intend\w*|aim\w*|going to|expir\w*|election\w*|race|run|running|campaign\w*|primary|"
    r"president(?:ial|cy)|candidate\w*|nomin\w*|contender\w*|field|democrat\w*|republican\w*|gop|copyright|"
    r"sanctions snapback)\b|©"
)
"""Beside a date: it may lie ahead, or is no part of what is told."""
_PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|ago|since|last|earlier|\w{3,}ed|took|began|came|won|fell|left|made)\b"
)
_WEEKDAY = re.compile(r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_THIS = re.compile(r"(?i)\bthis\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ADMINISTRATION = re.compile(r"\b(?<!ormer )([A-Z]\w+)(?:['’]s)? [Aa]dministration\b")
_STOP = re.compile(r"[.!?;]\s|\n")
_BESIDE = 70
"""Characters before a date in which a word tells whether it lies ahead."""
_ATTACKS = "XXXX-09-11"
"""Always of 2001."""
_NEWS = 14
"""Days for which a happening is news, told by its weekday."""
_MOST = 8
"""Clues of one kind that are looked at."""
_LONG, _SPOKEN_OF = 180, 365
"""Days after its end in which a title is still used, and an administration still spoken of."""


def clues(document: Document, reading: Reading) -> list[Clue]:
    """All that it says itself."""
    text = document.text
    return [
        *_latest(text, reading),
        *_month_days(text, reading),
        *_seasons(text, reading.dates),
        *_offices(text, reading.offices),
    ]


# Full dates


def _latest(text: str, reading: Reading) -> Iterator[Clue]:
    """The latest day that is told as past, and the first that lies ahead."""
    told = {each for event in reading.events if event.status == "actual" for each in event.time}
    past: list[tuple[date, Date]] = []
    ahead: list[tuple[date, Date]] = []
    for each in {*reading.dates, *told}:
        when = each.when
        if not when.start or not when.end or not _YEAR.search(each.span.of(text)):
            continue  # "a decade later" hangs on another date: too little to build on
        if when.start.year not in YEARS or when.end.year not in YEARS:
            continue
        around = _before(text, each)
        if _FORWARD.search(around):
            if when.precision in ("day", "month") and re.search(r"(?i)\bwill\b", around):
                ahead.append((when.end, each))
        elif (
            when.precision in ("day", "month") or each in told or _PAST.search(_sentence(text, reading, each))
        ):
            past.append((when.start, each))
    if past:
        day, each = max(past, key=lambda pair: (pair[0], pair[1].span))
        yield Clue(((day, None),), 2, f"tells of “{_words(text, each)}” as past")
    if ahead:
        day, each = min(ahead, key=lambda pair: (pair[0], pair[1].span))
        yield Clue(((None, day),), 1, f"“{_words(text, each)}” lies ahead")


def _before(text: str, each: Date) -> str:
    """What stands before it in its sentence, and the word or two after it."""
    start = max(0, each.span.start - _BESIDE)
    after = text[each.span.end : each.span.end + 24]
    return _STOP.split(text[start : each.span.start])[-1] + " | " + _STOP.split(after)[0]


def _sentence(text: str, reading: Reading, each: Date) -> str:
    return next((span.of(text) for span in reading.sentences if span.contains(each.span)), "")


# Days without a year


def _month_days(text: str, reading: Reading) -> Iterator[Clue]:
    """ "Tuesday, Sept. 10": of the years in which it was one. The news names a day without its year when it is
    near; how near is measured on dated articles (nine in ten lie within these bounds)."""
    seen: set[tuple[str, int]] = set()
    happened = {each.span for event in reading.events if event.status == "actual" for each in event.time}
    for each in reading.dates:
        match = _MONTH_DAY.fullmatch(each.when.value)
        words = each.span.of(text)
        if not match or len(seen) == _MOST or match[0] == _ATTACKS:
            continue
        weekday = _weekday(text, each)
        if (match[0], weekday) in seen:
            continue
        seen.add((match[0], weekday))
        days = [day for year in YEARS if (day := _day(year, match)) and weekday in (0, day.isoweekday())]
        ahead = bool(_FORWARD.search(_before(text, each)))
        if weekday:
            stretches = [(day - timedelta(30), day + timedelta(60)) for day in days]
            yield Clue(tuple(stretches), 2, f"“{_cut(words)}” was a {day_name(weekday)}")
            if each.span in happened and not ahead:  # news tells what happened within the last two weeks
                near = tuple((day, day + timedelta(_NEWS)) for day in days)
                yield Clue(near, 1, f"what happened on “{_cut(words)}” is its news", tuple(days))
        else:
            early, late = (130, 30) if ahead else (45, 80)
            stretches = [(day - timedelta(early), day + timedelta(late)) for day in days]
            yield Clue(tuple(stretches), 1, f"names “{_cut(words)}” without its year")


def _weekday(text: str, each: Date) -> int:
    """Monday is 1; 0 where none stands in the date or right before it."""
    words = text[max(0, each.span.start - 12) : each.span.end]
    match = _WEEKDAY.search(words.rpartition("\n")[2])
    return (
        _DAYS.index(match[1].lower()) + 1 if match and ("day" in match[0].lower() or match.end() > 3) else 0
    )


def day_name(number: int) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number - 1]


def _day(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, int(match[1]), int(match[2]))
    except ValueError:
        return None


def _seasons(text: str, dates: tuple[Date, ...]) -> Iterator[Clue]:
    """ "This autumn": not more than a season before it, nor a month after."""
    for each in dates:
        match = _SEASON.fullmatch(each.when.value)
        if match and _THIS.search(each.span.of(text)):
            firsts = [date(year, _SEASONS[match[1]], 1) for year in YEARS]
            stretches = [(first - timedelta(92), first + timedelta(92 + 31)) for first in firsts]
            yield Clue(tuple(stretches), 0.5, f"speaks of “{_words(text, each)}”")
            return


# Who is in office


def _offices(text: str, claims: tuple[OfficeClaim, ...]) -> Iterator[Clue]:
    """Titles that the tables give the same person for a time. Of two who are called by one title the later holder
    counts: the earlier keeps it as a courtesy."""
    told: dict[tuple[str, str, str], dict[str, Clue]] = {}
    for claim in claims:
        title = title_key(claim.words)
        own = [term for term in terms(claim.name) if _same(claim, title, term)]
        stretches = tuple(each for term in own if (each := _stretch(term, claim.relation)) != (None, None))
        if stretches:
            called = "former " * (claim.relation == "former") + claim.words
            clue = Clue(stretches, 1, f"calls {claim.name} {_cut(called)}: {_said(stretches)}")
            place = (claim.country, _one(title), claim.relation)
            told.setdefault(place, {}).setdefault(claim.name, clue)
    for name, clue in _administrations(text):
        told.setdefault(("USA", _one("president"), "holds"), {}).setdefault(name, clue)
    for (_, _, relation), by_name in islice(told.items(), _MOST):
        late = max(by_name.values(), key=lambda clue: _from(clue))
        yield from by_name.values() if relation == "former" else [late]


def _administrations(text: str) -> Iterator[tuple[str, Clue]]:
    """ "The Obama administration"."""
    for match in islice(_ADMINISTRATION.finditer(text), _MOST):
        for found in lookup(match[1]):
            own = [term for term in terms(found.name) if term.country == "USA" and term.office == "president"]
            stretches = tuple(_stretch(term, "holds", _SPOKEN_OF) for term in own)
            if stretches:
                yield (
                    found.name,
                    Clue(stretches, 1, f"speaks of the {match[1]} administration: {_said(stretches)}"),
                )
                break


def _from(clue: Clue) -> date:
    """When the first of its stretches begins."""
    return min((start for start, _ in clue.stretches if start), default=date.min)


def _one(title: str) -> str:
    """Whatever a head of state is called, there is one at a time."""
    return "leader" if title in _CALLED else title


_CALLED = frozenset({"leader", "dictator", "strongman", "supreme leader"})
_HEADS = frozenset({"president", "prime minister", "chancellor", "king", "leader", "supreme leader"})


def _same(claim: OfficeClaim, title: str, term: Term) -> bool:
    if term.office.startswith("former"):
        return False
    office = title_key(term.office)
    called = title in _CALLED and office in _HEADS
    return term.country == claim.country and (office == title or called)


def _stretch(term: Term, relation: str, longer: int = _LONG) -> tuple[date | None, date | None]:
    start, end = _iso(term.start), _iso(term.end)
    if relation == "former":
        return (end, None)
    if relation in ("elect", "designate"):
        return (start - timedelta(100), start) if start else (None, None)
    return start, end + timedelta(longer) if end else None


def _iso(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _said(stretches: tuple[tuple[date | None, date | None], ...]) -> str:
    return " or ".join(f"{start or '…'} to {end or '…'}" for start, end in stretches[:3])


def _words(text: str, each: Date) -> str:
    return _cut(each.span.of(text))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:60]}…"
