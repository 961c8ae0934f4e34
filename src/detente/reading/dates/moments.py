"""Places on the calendar, each as wide as it was written: a day, a week, a century.

A `Moment` counts and widens; its `value` is the TIMEX3 form. Years before Christ are negative.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = ("SP", "SU", "FA", "WI")
_PARTS = {"month": 12, "quarter": 4, "half": 2, "season": 4}
"""Units of which a year has a whole number, and how many."""
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a unit of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`part` is the month of a day or month, else the week, quarter, half or season (1 is spring).
    A decade has its first year, a century its first hundred (1900 for the twentieth)."""

    unit: str
    year: int
    part: int = 0
    day: int = 0

    @classmethod
    def of(cls, day: date) -> "Moment":
        return cls("day", day.year, day.month, day.day)

    @property
    def value(self) -> str:
        """TIMEX3: `1945-08-15`, `2019-W37`, `2019-W37-WE`, `1944-SU`, `193` (a decade), `BC0264`."""
        year = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        match self.unit:
            case "day":
                return f"{year}-{self.part:02d}-{self.day:02d}"
            case "month":
                return f"{year}-{self.part:02d}"
            case "week":
                return f"{year}-W{self.part:02d}"
            case "weekend":
                return f"{year}-W{self.part:02d}-WE"
            case "season":
                return f"{year}-{SEASONS[self.part - 1]}"
            case "quarter" | "half":
                return f"{year}-{self.unit[0].upper()}{self.part}"
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
        return year

    def first_day(self) -> date:
        """Raises ValueError where Python's calendar has no such day (before Christ, 30 February)."""
        match self.unit:
            case "day":
                return date(self.year, self.part, self.day)
            case "week" | "weekend":
                return date.fromisocalendar(self.year, self.part, 6 if self.unit == "weekend" else 1)
            case unit if unit in _PARTS:
                return date(self.year, self._first_month(), 1)
        return date(self.year, 1, 1)

    def _first_month(self) -> int:
        if self.unit == "season":
            return self.part * 3
        return (self.part - 1) * (12 // _PARTS[self.unit]) + 1

    def exists(self) -> bool:
        """Whether the calendar has it; a year before Christ does not ask Python's."""
        if self.unit == "day" and self.year < 1:
            return 1 <= self.part <= 12 and 1 <= self.day <= 31
        try:
            self.year < 1 or self.first_day()
        except (ValueError, OverflowError):
            return False
        return True

    def shifted(self, count: int) -> "Moment":
        """`count` units later. Raises ValueError or OverflowError beyond the calendar."""
        if self.unit in _DAYS:
            moved = self.first_day() + timedelta(days=_DAYS[self.unit] * count)
            return Moment.of(moved).to(self.unit)
        if self.unit in _PARTS:
            size = _PARTS[self.unit]
            index = self.year * size + self.part - 1 + count
            return replace(self, year=index // size, part=index % size + 1)
        return replace(self, year=self.year + _YEARS[self.unit] * count)

    def moved(self, count: int, unit: str) -> "Moment":
        """`count` of any unit later, itself as wide as before: a day three months later is a day."""
        if unit in _DAYS:
            return Moment.of(self.first_day() + timedelta(days=_DAYS[unit] * count)).to(self.unit)
        there = self.to(unit).shifted(count)
        if self.unit != "day":
            return there.to(self.unit)
        month = self.part if there.unit == "year" else there.part
        last = calendar.monthrange(there.year, month)[1] if there.year > 0 else 28
        return Moment("day", there.year, month, min(self.day, last))

    def to(self, unit: str) -> "Moment":
        """The `unit` that it lies in (its first one, where it is the wider of the two)."""
        if unit == self.unit:
            return self
        if unit in _YEARS:
            return Moment(unit, self.year - self.year % _YEARS[unit] if unit != "year" else self.year)
        if unit in ("week", "weekend"):
            year, week, _ = self.first_day().isocalendar()
            return Moment(unit, year, week)
        if unit == "day":
            return Moment.of(self.first_day())
        month = self.part if self.unit == "day" else self.first_day().month
        if unit == "season":
            # January and February belong to the winter that began the year before.
            return Moment(unit, self.year - (month < 3), (month // 3 - 1) % 4 + 1)
        return Moment(unit, self.year, (month - 1) // (12 // _PARTS[unit]) + 1)

    def has(self, unit: str) -> bool:
        """Whether it lies within one `unit` (a day has its month, a year has none)."""
        order = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
        return order.index(self.unit) <= order.index(unit)
