"""A TIMEX3 value as the annotation guide writes it: the table is `outward_times` in `values.json`, its rows
pattern, what of its time is meant (any of these; "" all), and what the guide has, the first that fits."""

import re
from functools import cache

from detente.records import When

from .tables import outward_times


def outward_time(value: str, mod: str = "") -> str | None:
    """The guide's day, month, year, week, quarter or interval for a TIMEX3 value (`2019`, its `END`:
    `2019-12-31`); None for what is no date there. Of a time of day its day is left, of an interval both ends."""
    first, slash, last = value.partition("/")
    if slash:
        ends = (outward_time(first), outward_time(last))
        return f"{ends[0]}/{ends[1]}" if all(ends) else None
    day = value.partition("T")[0] if value[:1].isdigit() or value[:1] == "X" else value
    when = When.parse(day)
    for pattern, mods, written in _rows():
        if (
            (match := pattern.fullmatch(day))
            and (not mods or mod in mods)
            and (when.end or "end" not in written)
        ):
            return written.format(day, *match.groups(), start=when.start, end=when.end) or None
    return None


@cache
def _rows() -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    return tuple(
        (re.compile(pattern), tuple(mods.split()), written) for pattern, mods, written, _ in outward_times()
    )
