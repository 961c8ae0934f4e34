"""When an undated article was published: an estimate with its bounds and its reasons, never a date.

Every clue names stretches of days. The estimate is where most of what the clues weigh agrees; a clue that stands
against the others is outvoted, and the reasons say so. Where no clue bounds it, nothing is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from detente.records import Document, Reading

from .alike import Alike
from .clues import Clue, clues

_MONTH = 31
"""Days of a stretch that is narrow enough to have a likeliest day."""


@dataclass(frozen=True, slots=True)
class DateEstimate:
    """Of an article without a day of publication. `start` and `end` bound it (None: open), `best` is the
    likeliest day where the bounds are near each other. `reasons` say on what it rests, and what does not fit.
    Nothing is known where both bounds are None."""

    document: str
    start: date | None
    end: date | None
    best: date | None
    reasons: tuple[str, ...]

    @property
    def known(self) -> bool:
        return self.start is not None or self.end is not None


def estimates(items: Iterable[tuple[Document, Reading]]) -> dict[str, DateEstimate]:
    """For each undated document of the items, by id; the dated ones among them are what is known beside it."""
    dated, undated = Alike(), []
    for document, reading in items:
        if document.published:
            dated.add(document, reading)
        else:
            undated.append((document, reading))
    return {document.id: estimate(document, reading, dated) for document, reading in undated}


def estimate(document: Document, reading: Reading, dated: Alike | None = None) -> DateEstimate:
    """Of one document, whatever day it has itself."""
    found = clues(document, reading)
    if dated and (alike := dated.clue(document, reading)):
        found.append(alike)
    best, chosen = _agreed(found)
    if not chosen:
        return DateEstimate(document.id, None, None, None, ("nothing in it tells its day",))
    start, end = chosen[0][0], chosen[-1][1]
    fits = [each for each in found if any(_holds(stretch, best) for stretch in each.stretches)]
    reasons = [each.reason for each in fits]
    reasons += [f"against it: {each.reason}" for each in found if each not in fits]
    likeliest = _likeliest(fits, start, end) if len(chosen) == 1 else None
    return DateEstimate(document.id, start, end, likeliest, tuple(dict.fromkeys(reasons)))


Stretch = tuple[date | None, date | None]


def _agreed(found: Sequence[Clue]) -> tuple[date, list[Stretch]]:
    """A day on which most weight agrees, and all stretches in which as much does, in order."""
    edges = {date.min, date.max}
    for each in found:
        for start, end in each.stretches:
            edges.update((start or date.min, _after(end)))
    ordered = sorted(edges)
    weighed = [(_weight(found, day), day, last) for day, last in pairwise(ordered)]
    most = max(weight for weight, _, _ in weighed)
    chosen: list[Stretch] = []
    for weight, day, after in weighed:
        if weight == most and most > 0:
            first = None if day == date.min else day
            last = None if after == date.max else after - timedelta(1)
            if chosen and chosen[-1][1] is not None and first == chosen[-1][1] + timedelta(1):
                chosen[-1] = chosen[-1][0], last
            else:
                chosen.append((first, last))
    return max((weight, -day.toordinal(), day) for weight, day, _ in weighed)[2], chosen


def _after(end: date | None) -> date:
    return end + timedelta(1) if end else date.max


def _weight(found: Sequence[Clue], day: date) -> float:
    return sum(each.weight for each in found if any(_holds(stretch, day) for stretch in each.stretches))


def _holds(stretch: Stretch, day: date) -> bool:
    start, end = stretch
    return (start is None or start <= day) and (end is None or day <= end)


def _likeliest(fits: Sequence[Clue], start: date | None, end: date | None) -> date | None:
    if start is None or end is None or (end - start).days > _MONTH:
        return None
    told = [day for each in fits for day in each.likely if start <= day <= end]
    return max(told, default=start + (end - start) // 2)
