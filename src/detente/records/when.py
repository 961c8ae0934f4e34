"""Days and stretches of days, with the precision they were written in."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEAR = re.compile(r"(\d{4})(?:-XX(?:-XX)?)?")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time. `value` is ISO 8601 as GUIDE.md writes it: day, month, year, week, quarter,
    half-year, season or interval, `XX` for an unknown part. `start` and `end` are its first and last
    day, both None where the value names none (`XXXX-09`)."""

    value: str
    start: date | None
    end: date | None

    @classmethod
    def parse(cls, value: str) -> "When":
        """From an ISO value; a value without days in it is kept, with no start and no end."""
        first, slash, last = value.partition("/")
        start, end = _bounds(first)
        if slash:
            end = _bounds(last)[1]
        return cls(value, start, end)

    @property
    def precision(self) -> str:
        """`day`, `week`, `month`, `quarter`, `half`, `season`, `year`, `interval` or `unknown`."""
        if "/" in self.value:
            return "interval"
        for name, pattern in (
            ("day", _DAY),
            ("week", _WEEK),
            ("month", _MONTH),
            ("quarter", _QUARTER),
            ("half", _HALF),
            ("season", _SEASON),
            ("year", _YEAR),
        ):
            if pattern.fullmatch(self.value):
                return name
        return "unknown"

    def touches(self, since: date | None, until: date | None) -> bool:
        """Whether any day of it lies within the two bounds (both included; None: open)."""
        if self.start is None or self.end is None:
            return False
        return (until is None or self.start <= until) and (since is None or self.end >= since)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _bounds(value: str) -> tuple[date | None, date | None]:
    try:
        if match := _DAY.fullmatch(value):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
        if match := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
        if match := _MONTH.fullmatch(value):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _QUARTER.fullmatch(value):
            return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
        if match := _HALF.fullmatch(value):
            return _months(int(match[1]), int(match[2]) * 6 - 5, 6)
        if match := _SEASON.fullmatch(value):
            return _months(int(match[1]), _SEASON_MONTH[match[2]], 3)
        if match := _YEAR.fullmatch(value):
            return _months(int(match[1]), 1, 12)
    except (ValueError, OverflowError):  # 2019-02-30, year 0, a season that runs past year 9999
        pass
    return None, None
