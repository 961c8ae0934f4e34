"""Days and stretches of days, with the precision they were written in."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(?:MO|MI|AF|EV|NI|DT|(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_WEEKEND = re.compile(r"(\d{4})-W(\d\d)-WE")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEAR = re.compile(r"(\d{4})(?:-XX(?:-XX)?)?")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time. `value` is ISO 8601 as GUIDE.md writes it: day, month, year, week, quarter,
    half-year, season or interval, `XX` for an unknown part; or TIMEX3, which has weekends and times of day
    (`2019-W36-WE`, `2019-09-10T06:53+09:00`, `2019-09-10TMO`) too. `start` and `end` are its first and last
    day, as the text's own clocks have it, both None where the value names none (`XXXX-09`).
    `clock` is the time of day that a day was told with, as TIMEX3 has it, "" where none was."""

    value: str
    start: date | None
    end: date | None
    clock: str = ""

    @classmethod
    def parse(cls, value: str, clock: str = "") -> "When":
        """From an ISO value; a value without days in it is kept, with no start and no end."""
        first, slash, last = value.partition("/")
        start, end = _bounds(first)
        if slash:
            end = _bounds(last)[1]
        return cls(value, start, end, clock)

    @property
    def instant(self) -> datetime | None:
        """The point in time, in UTC; equal for 06:53 KST and the 21:53 UTC of the day before. None without
        a clock, without a known zone, and for intervals."""
        match = _TIME.fullmatch(self.clock or self.value)
        if match is None or match[5] is None:
            return None
        try:
            midnight = datetime.combine(date.fromisoformat(match[1]), time(), _zone(match[5]))
            told = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
            return (midnight + told).astimezone(UTC)
        except (ValueError, OverflowError):  # 30 February, an offset of 99 hours, the last hour of year 9999
            return None

    @property
    def precision(self) -> str:
        """`time` (a time or part of a day), `day`, `week`, `weekend`, `month`, `quarter`, `half`, `season`,
        `year`, `interval` or `unknown`."""
        if "/" in self.value:
            return "interval"
        for name, pattern in (
            ("time", _TIME),
            ("day", _DAY),
            ("week", _WEEK),
            ("weekend", _WEEKEND),
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


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    length = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:]))
    return timezone(-length if offset[0] == "-" else length)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _bounds(value: str) -> tuple[date | None, date | None]:
    try:
        if match := _DAY.fullmatch(value):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
        if match := _TIME.fullmatch(value):
            day = date.fromisoformat(match[1])
            return day, day
        if match := _WEEKEND.fullmatch(value):
            saturday = date.fromisocalendar(int(match[1]), int(match[2]), 6)
            return saturday, saturday + timedelta(days=1)
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
