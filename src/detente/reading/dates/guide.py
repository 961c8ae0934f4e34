"""The value of an expression as the annotation guide writes it. What hangs on the day of publication is put on
the calendar here; how the guide writes what stands there is the codebook's table."""

import re
from datetime import date

from detente.codebook import outward_time
from detente.records import When

from .context import moved
from .expression import Expression
from .moments import Moment

_DURATION = re.compile(r"P(T?)(\d+|X)(DE|CE|WE|[SMHDWQY])")
_UNIT = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade"}
_ROUGH = {"day": ("month", 3), "week": ("month", 10), "month": ("year", 60)}
"""What a vague number of units is written as, and how many days away it is looked up: recent weeks are
a month, at its beginning the one before."""


def guide_when(expression: Expression, on: date | None) -> When | None:
    """The guide's value with its first and last day, and the time of day that was told with it."""
    value = guide_value(expression, on)
    timed = expression.kind == "TIME" and not expression.parts
    return When.parse(value, expression.value if timed else "") if value else None


def guide_value(expression: Expression, on: date | None) -> str | None:
    """Day, month, year, week, quarter or interval, `XX` for an unknown part; None for what is no date there:
    lengths, sets, directions ("recently") and all before Christ. `on` is the day of publication."""
    if expression.parts:
        ends = [guide_value(part, on) for part in expression.parts]
        return f"{ends[0]}/{ends[1]}" if all(ends) else None
    if expression.kind == "SET":
        return None
    if expression.kind == "DURATION":
        return _stretch(expression, on)
    if expression.value.endswith("_REF"):
        return _reference(expression, on)
    return outward_time(expression.value, expression.mod)


def _reference(expression: Expression, on: date | None) -> str | None:
    if on is None or not (expression.side or expression.value == "PRESENT_REF"):
        return None
    return Moment.of(on).to("month").value + ("-XX" if expression.side else "")


def _stretch(expression: Expression, on: date | None) -> str | None:
    """The days of "the past three weeks", "the next five days"."""
    match = _DURATION.fullmatch(expression.value)
    if match is None or on is None or not expression.side:
        return None
    today = Moment.of(on)
    if match[1]:
        hours = int(match[2]) if match[3] == "H" and match[2] != "X" and len(match[2]) < 5 else 0
        days = hours // 24 * (1 if expression.side == "after" else -1)
        there = moved(today, days, "day") if days else None
        return there.value if there else None
    unit = _UNIT.get(match[3], "")
    if match[2] == "X":
        return _roughly(today, unit, expression.side)
    return _counted(today, unit, int(match[2]), expression.side) if unit and len(match[2]) < 5 else None


def _roughly(today: Moment, unit: str, side: str) -> str | None:
    if unit not in _ROUGH:
        return None
    wider, days = _ROUGH[unit]
    there = moved(today, days if side == "after" else -days, "day")
    return there.to(wider).value if there else None


def _counted(today: Moment, unit: str, number: int, side: str) -> str | None:
    if unit == "decade":
        unit, number = "year", number * 10
    first_day = 0 if unit == "week" else 1
    if unit == "week":
        unit, number = "day", number * 7
    elif unit == "year" and number == 1:
        unit, number = "month", 12
    here = today.to(unit)
    begin, end = (-number, 0) if side == "before" else (first_day, number)
    first, last = moved(here, begin, unit), moved(here, end, unit)
    return f"{first.value}/{last.value}" if first and last else None
