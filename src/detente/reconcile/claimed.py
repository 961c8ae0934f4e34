"""Count claims: "the 10th such test this year", "its fourth nuclear test", "five launches since August"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from detente.records import CountClaim, Document, EventReport, Reading, Span, Statement

from .quantities import quantity
from .things import bounds
from .wording import stem

_NOT_COUNTED = re.compile(
    r"-?\s*(?:straight |consecutive )?(?:day|week|month|year|hour|minute|anniversary|half|quarter|floor|and|one|two|"
    r"three|four|five|six|\d)", re.IGNORECASE
)  # fmt: skip
"""What stands after an ordinal that counts no acts: "third day", "first and second", "first two", "90-second"."""
_ORDINAL = re.compile(
    r"(?<![\w-])(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"(?![\w-])", re.IGNORECASE
)  # fmt: skip
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "decade": 10}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}
_PERIODS = (
    re.compile(r"\bsince (?:\S+ ){0,3}?(?P<since>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\bsince (?P<named>\S+(?: \S+)?)", re.IGNORECASE),
    re.compile(
        r"\bin (?:just |less than |more than |over |about |nearly |almost )?(?P<number>\w+) "
        r"(?P<unit>day|week|month|year|decade)s?\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:this|of the|in the|so far this) (?P<running>year|month|week)\b", re.IGNORECASE),
)
_IN_YEAR = re.compile(r"\bin (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:\b(?:its|their|his|her)|[’']s?) $", re.IGNORECASE)
_STOP = re.compile(
    r"[^\w\s'’-]|\b(?:in|on|of|by|since|for|to|at|over|from|with|this|that|last|between|against|it|he|she|they|the|and|"
    r"was|were|is|has|have|had|ever|if|held|carried|after|before|when|as)\b", re.IGNORECASE
)  # fmt: skip
_LAST_WORD = re.compile(r"(?<![\w'’-])([A-Za-z-]+) $")
_WORDS = 4


def claims(document: Document, reading: Reading) -> list[CountClaim]:
    """All count claims of a document, in text order."""
    return [each for event in reading.events for each in _of_event(document, reading, event)]


def _of_event(document: Document, reading: Reading, event: EventReport) -> Iterator[CountClaim]:
    if event.status != "actual":
        return
    for span in event.quantity:
        if found := _number(document.text, event, span):
            at, number, ordinal, what = found
            day = _day(document, event)
            since, period = _since(document.text, reading, event, day, None if ordinal else _IN_YEAR)
            if ordinal and what and _OWN.search(document.text[: at.start]) and not _names_since(period):
                since, period = None, ""  # "its fourth nuclear test this year" may be the fourth of all
            if ordinal or period:
                yield CountClaim(
                    report=event.id,
                    document=document.id,
                    doc=document.doc,
                    span=at,
                    number=number,
                    ordinal=ordinal,
                    what=what or _act(document.text, event),
                    type=event.type,
                    mode=event.mode,
                    by=tuple(dict.fromkeys(who for each in event.source for who in each.referents)),
                    since=since,
                    until=day,
                    period=period,
                    counted_by=_counted_by(document, reading, event),
                )


def _number(text: str, event: EventReport, span: Span) -> tuple[Span, int, bool, str] | None:
    """Where the number stands, the number, whether an ordinal, and of what."""
    words = span.of(text)
    found = quantity(words)
    if found is None or found.amount != int(found.amount):
        return None
    if match := _ORDINAL.search(words):
        if len(_ORDINAL.findall(words)) > 1:
            return None
        at = Span(span.start + match.start(), span.start + match.end())
        rest = text[at.end : event.sentence.end]
        if _NOT_COUNTED.match(rest.lstrip()):
            return None
        return at, int(found.amount), True, _what(rest)
    act = stem(event.trigger.of(text).split()[-1].casefold()) if event.trigger.of(text).split() else ""
    if found.unit != act or found.amount < 2:
        return None
    return span, int(found.amount), False, _what(words.split(None, 1)[-1])


def _what(rest: str) -> str:
    """The next few words, as far as they may be one noun phrase."""
    stop = _STOP.search(rest)
    phrase = rest[: stop.start()] if stop else rest
    return " ".join(phrase.split()[:_WORDS])


def _act(text: str, event: EventReport) -> str:
    """The act's word, with the one before it where that tells of what kind it is: "nuclear test"."""
    before = _LAST_WORD.search(text, event.sentence.start, event.trigger.start)
    kind = before[1] if before and not _STOP.search(before[1]) else ""
    return f"{kind} {event.trigger.of(text)}".strip()


def _day(document: Document, event: EventReport) -> date | None:
    """Of the act that the number is told of: the claim counts up to it."""
    when = bounds(event)
    if when and when.end and (document.published is None or when.end <= document.published):
        return when.end
    return document.published


def _names_since(period: str) -> bool:
    return period.casefold().startswith(("since", "in "))


def _since(
    text: str, reading: Reading, event: EventReport, until: date | None, more: re.Pattern[str] | None
) -> tuple[date | None, str]:
    """From when it counts, and the words that say so. `more` is tried last."""
    sentence = event.sentence
    for pattern in filter(None, (*_PERIODS, more)):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        parts = match.groupdict()
        if parts.get("named") and (dated := _dated(reading, Span(match.start("named"), match.end("named")))):
            return dated, match[0]
        if start := _start(parts, until):
            return start, match[0]
    return None, ""


def _dated(reading: Reading, span: Span) -> date | None:
    return next((each.when.start for each in reading.dates if each.span.start == span.start), None)


def _start(parts: dict[str, str | None], until: date | None) -> date | None:
    if year := parts.get("since") or parts.get("year"):
        return date(int(year), 1, 1)
    if until is None:
        return None
    match (parts.get("running") or "").casefold():
        case "year":
            return date(until.year, 1, 1)
        case "month":
            return until.replace(day=1)
        case "week":
            return until - timedelta(days=until.weekday())
    number, unit = (parts.get("number") or "").casefold(), (parts.get("unit") or "").casefold()
    many = int(number) if number.isdecimal() and len(number) < 4 else _SMALL.get(number)
    if many is None or not unit or until.toordinal() <= many * _DAYS[unit]:
        return None
    return until - timedelta(days=many * _DAYS[unit])


def _counted_by(document: Document, reading: Reading, event: EventReport) -> tuple[str, ...]:
    if event.says:
        named = [
            each
            for each in reading.mentions
            if each.span and any(says.contains(each.span) for says in event.says)
        ]
        names = tuple(dict.fromkeys(who.name for each in named for who in each.referents))
        return names or tuple(span.of(document.text) for span in event.says)
    speech = next((each for each in reading.statements if each.content.contains(event.trigger)), None)
    if speech:
        return _speaker(document, speech)
    return (document.outlet.name,) if document.outlet.name else ()


def _speaker(document: Document, speech: Statement) -> tuple[str, ...]:
    names = tuple(who.name for who in speech.speaker.referents)
    return names or ((speech.speaker.span.of(document.text),) if speech.speaker.span else ())
