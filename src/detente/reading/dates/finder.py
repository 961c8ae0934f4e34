"""From text to expressions: the pass over the words, and the joining of intervals.

A text is news or a history. News hangs its dates on the day of publication. A history tells of many years,
all long before that day, or of so many that it cannot be news; its dates hang on each other.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from detente.records import Span, When

from . import amounts, clocks, days, periods, relative
from .context import Context, Phrase, Resolved
from .expression import Expression
from .grammar import Match, candidates
from .lexer import LETTERS, Lexed
from .moments import Moment
from .neighbours import SEASONAL
from .tense import Clauses
from .zones import shared, zoned

_READERS: dict[str, Callable[[Phrase, Context], Resolved | None]] = {
    "coordinated": days.coordinated,
    "calendar": days.calendar,
    "dayless": days.dayless,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "season": periods.season,
    "quarter": periods.quarter,
    "weekof": periods.weekof,
    "decade": periods.decade,
    "holiday": periods.holiday,
    "calendarunit": relative.calendarunit,
    "stretch": relative.stretch,
    "shift": relative.shift,
    "reference": relative.reference,
    "length": amounts.length,
    "bare": amounts.bare,
    "set": amounts.repeated,
    "clock": clocks.clock,
}
"""What reads the words that a rule of `grammar` has matched; None where they are no date after all."""
_SURNAME = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister|PM) (May)\b")


def find(
    text: str,
    on: date | None,
    tense: Callable[[int], str | None] | None = None,
    span: Span | None = None,
) -> list[Expression]:
    """Every phrase of `text[span]` that names a time, in text order, none over another.

    `on` is the day of publication. `tense` tells of a character offset whether its clause speaks of the
    `past` or the `future` (None: it does not say); without it the words around a date are asked.
    Words outside `span` are not looked at.
    """
    lexed = Lexed(text, span or Span(0, len(text)))
    clauses = Clauses(lexed)
    context = Context(
        today=Moment.of(on) if on else None,
        history=_is_history(lexed, on),
        tense=lambda phrase: tense(phrase.offset) if tense else clauses.tense(phrase.start, phrase.end),
        surnames={match[1].lower() for match in _SURNAME.finditer(text)},
    )
    found = [
        _expression(lexed, start, end, resolved)
        for match, whole in _resolved(lexed, context)
        for start, end, resolved in _pieces(match, whole)
    ]
    return _joined(lexed, zoned(text, found))


def _resolved(lexed: Lexed, context: Context) -> Iterator[tuple[Match, Resolved]]:
    position = 0
    while here := candidates(lexed.classes, position):
        position = here[0].start + 1
        for match in here:
            resolved = _READERS[match.rule](Phrase(lexed, match.start, match.end), context)
            if resolved:
                _remember(context, resolved, lexed, match)
                yield match, resolved
                position = match.end
                break


def _remember(context: Context, resolved: Resolved, lexed: Lexed, match: Match) -> None:
    """What later dates hang on. In a history a year told in passing leaves the day where it was."""
    moment, last = resolved.moment, context.last
    if moment is None or not moment.has("year") or resolved.passing:
        return
    context.year = Moment("year", moment.year)
    aside = context.history and last and moment.unit == "year" and last.unit != "year"
    if aside and last and (moment.year == last.year or not _opens(lexed, match.start)):
        return
    context.last, context.late = moment, resolved.mod in ("LATE", "END")


def _opens(lexed: Lexed, index: int) -> bool:
    """Whether the words stand at the beginning of a sentence."""
    return any(lexed.name(index - step) in ("dot", "gap") for step in range(1, 5))


_NEWS = [LETTERS[name] for name in ("weekday", "today", "yesterday", "tonight", "lastnext")]
_FAR = 4
"""Years before publication from which on a year is history."""
_MANY = 20
"""Years told in one text that make it a history even where they are recent."""


def _is_history(lexed: Lexed, on: date | None) -> bool:
    """Whether far more is told of old years, or of years at all, than of weekdays and of today."""
    letters = lexed.classes
    news = sum(letters.count(letter) for letter in _NEWS)
    told = [int(lexed.word(found.start())) for found in re.finditer(LETTERS["year"], letters)]
    if len(told) >= _MANY and len(told) > 5 * news:
        return True
    old = sum(on is None or year <= on.year - _FAR for year in told)
    news += 2 * (len(told) - old)
    old += letters.count(LETTERS["christ"])
    return old >= 5 and old > news * (2 if on else 5)


def _pieces(match: Match, whole: Resolved) -> list[tuple[int, int, Resolved]]:
    if not whole.halves:
        return [(match.start, match.end, whole)]
    return [(match.start + half.start, match.start + half.end, half.resolved) for half in whole.halves]


def _expression(lexed: Lexed, start: int, end: int, resolved: Resolved) -> Expression:
    span = Span(lexed.spans[_trimmed(lexed, start, end)][0], lexed.spans[end - 1][1])
    anchored = resolved.moment is not None and "X" not in resolved.value
    return Expression(span, resolved.kind, resolved.value, anchored, resolved.mod, resolved.side)


def _trimmed(lexed: Lexed, start: int, end: int) -> int:
    """Where the phrase begins without an article that belongs to what follows: a month-long, the Spring
    Offensive, the 13 November attacks."""
    article, second, after = lexed.name(start), lexed.name(start + 1), lexed.word(end)
    if article == "a" and lexed.name(end - 1) == "long":
        return start + 1
    if article == "the" and second == "season" and end == start + 2:
        capitals = lexed.word(start + 1)[:1].isupper() and after[:1].isupper()
        return start + (capitals or after.lower() in SEASONAL)
    if article == "the" and second in ("day", "ordinal"):
        dated = lexed.name(start - 1) in ("on", "by", "to", "from", "and")
        return start + (lexed.name(end) == "other" and not dated)
    return start


def _joined(lexed: Lexed, found: list[Expression]) -> list[Expression]:
    out: list[Expression] = []
    for expression in found:
        if out and _makes_interval(lexed, out[-1], expression):
            out[-1] = _interval(out[-1], expression)
        else:
            out.append(expression)
    return out


_BETWEEN = {"to", "-", "–", "—", "until", "till", "through"}


def _makes_interval(lexed: Lexed, first: Expression, last: Expression) -> bool:
    """ "from April 29 to May 10", "between Sunday and February 14", "1950-1953", "May or June", and two days
    that follow on each other ("Sunday and Monday"); any other two days that "and" couples stay two."""
    if first.parts or last.parts or not (_is_date(first) and _is_date(last)):
        return False
    after = lexed.index_at(first.span.end)
    if after + 1 != lexed.index_at(last.span.start):
        return False
    word = lexed.word(after).lower()
    if word == "and":
        before = lexed.word(lexed.index_at(first.span.start) - 1).lower()
        return before == "between" or _next_day(first, last)
    return word in _BETWEEN or (word == "or" and len(first.value) == len(last.value) == len("2019-06"))


def _next_day(first: Expression, last: Expression) -> bool:
    start, end = When.parse(first.value[:10]), When.parse(last.value[:10])
    if start.precision != "day" or not start.end or not end.start:
        return False
    return (end.start - start.end).days == 1


def _is_date(expression: Expression) -> bool:
    value = expression.value
    return expression.kind in ("DATE", "TIME") and (value[:1].isdecimal() or value[:2] in ("BC", "XX"))


def _interval(first: Expression, last: Expression) -> Expression:
    span = Span(first.span.start, last.span.end)
    anchored, first = first.anchored and last.anchored, shared(first, last)
    kind = "TIME" if first.kind == last.kind == "TIME" else "DATE"
    return Expression(span, kind, f"{first.value}/{last.value}", anchored, parts=(first, last))
