"""How far the clocks of a text are from UTC, where its words say so only together with the day, or by
a second clock: "9 a.m. Eastern time", "6:53 a.m. local time (2153 GMT)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from detente.records import When

from .expression import Expression

_CLOCK = re.compile(r"([\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_WORD = re.compile(r"[a-z]+")
_OPENS = re.compile(r"\s*[(\[/]\s*")
"""What stands between two clocks that tell one time."""
_SUMMER_TIME = {
    "et": (-5, "US"), "eastern": (-5, "US"), "washington": (-5, "US"), "ct": (-6, "US"), "mt": (-7, "US"),
    "pt": (-8, "US"), "london": (0, "EU"), "paris": (1, "EU"), "brussels": (1, "EU"), "kyiv": (2, "EU"),
    "kiev": (2, "EU"),
}  # fmt: skip
"""Hours from UTC in winter, and whose rule says when it is summer."""
_SUMMERS = {"US": (2007, (3, 2), (11, 1)), "EU": (1996, (3, -1), (10, -1))}
"""The year from which the rule holds, and the Sundays (month, which of it; -1 the last) that begin and end it."""
_SINCE = {
    "pyongyang": (("2018-05-05", 540), ("2015-08-15", 510), ("1954-03-21", 540)),
    "moscow": (("2014-10-26", 180), ("2011-03-27", 240)),
    "ankara": (("2016-09-08", 180),),
    "damascus": (("2022-10-28", 180),),
    "tehran": (("2022-09-22", 210),),
}
"""First day, and minutes from UTC from then on, the latest first."""
_DAY = 24 * 60


def zoned(text: str, found: list[Expression]) -> list[Expression]:
    """The same expressions, their clocks with the offset that can be told. Of two clocks that tell one time,
    the second is put on the day on which it is the same instant: 21:53 UTC of the 9th is 06:53 of the 10th."""
    out: list[Expression] = []
    for each in found:
        expression = _by_law(text, each)
        if out and _OPENS.fullmatch(text[out[-1].span.end : expression.span.start]):
            out[-1], expression = _agreed(out[-1], expression)
        out.append(expression)
    return out


def shared(first: Expression, last: Expression) -> Expression:
    """The first end of an interval in the zone of the last: "between 06:00 and 08:00 KST"."""
    one, other = _CLOCK.fullmatch(first.value), _CLOCK.fullmatch(last.value)
    return (
        replace(first, value=first.value + other[4]) if one and other and not one[4] and other[4] else first
    )


def _by_law(text: str, expression: Expression) -> Expression:
    clock = _CLOCK.fullmatch(expression.value)
    day = When.parse(clock[1]).start if clock else None
    if clock is None or clock[4] or day is None:
        return expression
    offsets = (_offset(word, day, words) for words in [_words(expression.span.of(text))] for word in words)
    minutes = next((offset for offset in offsets if offset is not None), None)
    return expression if minutes is None else replace(expression, value=expression.value + _written(minutes))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _offset(zone: str, day: date, beside: list[str]) -> int | None:
    """Minutes from UTC on that day; None where it is not known, as on a day when the clocks change."""
    if zone in _SUMMER_TIME:
        hours, rule = _SUMMER_TIME[zone]
        if "standard" in beside or "daylight" in beside:
            return (hours + ("daylight" in beside)) * 60
        since, begins, ends = _SUMMERS[rule]
        first, last = _sunday(day.year, *begins), _sunday(day.year, *ends)
        return (hours + (first < day < last)) * 60 if day.year >= since and day not in (first, last) else None
    return next((minutes for start, minutes in _SINCE.get(zone, ()) if start <= day.isoformat()), None)


def _sunday(year: int, month: int, which: int) -> date:
    sundays = [day for day in _days(year, month) if day.isoweekday() == 7]
    return sundays[which if which < 0 else which - 1]


def _days(year: int, month: int) -> Iterator[date]:
    first = date(year, month, 1)
    return (day for number in range(31) if (day := first + timedelta(days=number)).month == month)


def _written(minutes: int) -> str:
    return (
        f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"
    )


def _agreed(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Two clocks beside each other, one of them in a known zone."""
    one, other = _CLOCK.fullmatch(first.value), _CLOCK.fullmatch(last.value)
    if not one or not other or not (one[4] or other[4]):
        return first, last
    apart = _minutes(one) - _minutes(other)
    if not one[4]:
        apart += _signed(other[4])
        first = _with(first, apart, one, other)
    elif not other[4]:
        last = _with(last, _signed(one[4]) - apart, other, one)
    one, other = _CLOCK.fullmatch(first.value), _CLOCK.fullmatch(last.value)
    return (first, _on_its_day(last, one, other)) if one and other and one[4] and other[4] else (first, last)


def _with(expression: Expression, minutes: int, own: re.Match[str], other: re.Match[str]) -> Expression:
    """The clock with an offset of so many minutes, a day more or less where that is none on earth."""
    here, there = When.parse(own[1]).start, When.parse(other[1]).start
    days = (here - there).days * _DAY if here and there else 0
    offset = minutes + days
    if not -12 * 60 <= offset <= 14 * 60:
        offset = (minutes + _DAY // 2 - 1) % _DAY - _DAY // 2 + 1
    return replace(expression, value=expression.value + _written(offset)) if offset % 15 == 0 else expression


def _on_its_day(last: Expression, one: re.Match[str], other: re.Match[str]) -> Expression:
    day = When.parse(one[1]).start
    there = _minutes(one) - _signed(one[4]) + _signed(other[4])
    if day is None or When.parse(other[1]).start is None or (there - _minutes(other)) % _DAY:
        return last
    try:
        moved = day + timedelta(days=(there - _minutes(other)) // _DAY)
    except OverflowError:
        return last
    return replace(last, value=f"{moved.isoformat()}{last.value[10:]}")


def _minutes(clock: re.Match[str]) -> int:
    return int(clock[2]) * 60 + int(clock[3])


def _signed(offset: str) -> int:
    if offset == "Z":
        return 0
    minutes = int(offset[1:3]) * 60 + int(offset[4:])
    return -minutes if offset[0] == "-" else minutes
