"""Where reports of one happening tell it differently, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from detente.records import Disagreement, Value, When, Where

from . import kinds
from .quantities import Quantity, quantity, same, within
from .reports import Report

_COUNTED = {"dead", "injured", "arms", "people", "nth", "metres"}
_NEAR = 30.0
"""Kilometres by which two places may miss each other and still be one."""
_WATER = frozenset(("sea", "ocean", "gulf", "bay", "strait", "waters", "lake", "coast", "zone"))
_EAST, _WEST = timedelta(hours=14), timedelta(hours=-12)


@dataclass(frozen=True, slots=True)
class Told:
    """A value as one report tells it. `key` is what makes two values one."""

    key: object
    shown: str
    report: Report


def disagreements(group: Sequence[Report]) -> Iterator[Disagreement]:
    """Of all reports of a happening, each attribute that they do not agree on."""
    if len(group) < 2:
        return
    for find in (_numbers, _kinds, _places, _dates, _actors, _statuses):
        yield from find(group)


def _numbers(group: Sequence[Report]) -> Iterator[Disagreement]:
    told: dict[str, list[tuple[Quantity, Report]]] = {}
    for report in group:
        for span in report.event.quantity:
            found = quantity(span.of(report.document.text))
            if found and found.unit in _COUNTED and (found.unit, found.amount) != ("nth", 1.0):
                told.setdefault(found.unit, []).append((found, report))
    for unit, each in sorted(told.items()):
        classes = _classes(each)
        values = [Told(at, one[0][0].words, report) for at, one in enumerate(classes) for _, report in one]
        if len(classes) > 1 and _between_documents(values):
            cause, why = _of_numbers(unit, classes)
            yield Disagreement("count" if unit == "nth" else "number", cause, _values(values), why)


def _classes(each: Sequence[tuple[Quantity, Report]]) -> list[list[tuple[Quantity, Report]]]:
    """Values that are one are put together, the closest told first."""
    out: list[list[tuple[Quantity, Report]]] = []
    for told in sorted(each, key=lambda one: (one[0].loose, one[0].grain, one[0].amount, one[1].order)):
        for known in out:
            if same(known[0][0], told[0]):
                known.append(told)
                break
        else:
            out.append([told])
    return out


def _of_numbers(unit: str, classes: Sequence[Sequence[tuple[Quantity, Report]]]) -> tuple[str, str]:
    heads = [each[0][0] for each in classes]
    if unit == "nth":
        return "counting rule", "each counts what belongs to it, and since when, in its own way"
    if all(within(one, other) for at, one in enumerate(heads) for other in heads[at + 1 :]):
        return "hedging", next(each.words for each in heads if each.bound)
    if any(all(report.event.status != "actual" for _, report in each) for each in classes):
        return "hedging", "not all tell it as a fact"
    if len({each.converted for each in heads}) > 1 and _close(heads):
        return "unit or rounding", "told in another unit"
    if unit in ("dead", "injured") and _rising(classes):
        return "update", "the later reports tell more"
    return _by_word([[report for _, report in each] for each in classes])


def _close(heads: Sequence[Quantity]) -> bool:
    amounts = [each.amount for each in heads]
    return max(amounts) - min(amounts) <= 0.15 * max(amounts)


def _rising(classes: Sequence[Sequence[tuple[Quantity, Report]]]) -> bool:
    """Whether what is told grows with the days of publication."""
    days = sorted(
        (report.published, told.amount) for each in classes for told, report in each if report.published
    )
    amounts = [amount for _, amount in days]
    return len({day for day, _ in days}) > 1 and amounts == sorted(amounts)


def _kinds(group: Sequence[Report]) -> Iterator[Disagreement]:
    if not {report.event.type for report in group} & {"MOBILIZE", "ASSAULT"}:
        return
    for classify in (kinds.range_class, kinds.sort):
        told = [Told(name, name, report) for report in group if (name := classify(_sentence(report)))]
        if len({each.key for each in told}) > 1 and _between_documents(told):
            yield _kind(told)


def _kind(told: Sequence[Told]) -> Disagreement:
    flights = [
        (*flown, each.report.document.doc, other.shown)
        for each in told
        if (flown := kinds.flight(each.report.document))
        for other in told
        if other.shown in kinds.REACH and not kinds.fits(other.shown, flown[1])
    ]
    if flights:
        words, _, doc, wrong = min(flights)
        return Disagreement(
            "kind", "kind of word", _values(told), f"a flight of {words} ({doc}) is not {wrong}"
        )
    cause, why = _by_word(_by_key(told))
    return Disagreement("kind", cause if cause != "conflict" else "kind of word", _values(told), why)


def _places(group: Sequence[Report]) -> Iterator[Disagreement]:
    """Where places miss each other; water and land are told of one launch side by side."""
    for wet in (True, False):
        told: list[Told] = []
        for report in group:
            for place in report.event.where[:1]:
                if (place.kind in _WATER) is not wet:
                    continue
                known = next((each for each in told if _meet(each.key, place)), None)
                told.append(Told(known.key if known else place, place.name, report))
        if len({id(each.key) for each in told}) > 1 and _between_documents(told):
            yield _of(told, "place")


def _meet(one: object, other: object) -> bool:
    from detente.places.geometry import distance

    assert isinstance(one, Where) and isinstance(other, Where)
    far = distance((one.latitude, one.longitude), (other.latitude, other.longitude))
    return far <= one.radius_km + other.radius_km + _NEAR


def _dates(group: Sequence[Report]) -> Iterator[Disagreement]:
    told: list[Told] = []
    for report in group:
        if not report.exact:
            continue
        when = min((each.when for each in report.event.time if each.when.start), key=_width)
        known = next((each for each in told if isinstance(each.key, When) and one_time(each.key, when)), None)
        told.append(Told(known.key if known else when, when.start.isoformat() if when.start else "", report))
    if len({id(each.key) for each in told}) < 2 or not _between_documents(told) or _two_clocks(group):
        return
    days = sorted(day for each in told if isinstance(each.key, When) and (day := each.key.start))
    if (days[-1] - days[0]).days == 1:
        yield Disagreement("date", "time zone", _values(told), "a day apart, as clocks of two places are")
    else:
        yield _of(told, "date")


def _two_clocks(group: Sequence[Report]) -> bool:
    """Whether a report gives the moment by two days: "21:53 UTC on 9 September, or 6:53 on the 10th"."""
    told = (
        {each.when.start for each in report.event.time if each.when.start == each.when.end}
        for report in group
    )
    return any(len(days - {None}) == 2 for days in told)


def one_time(one: When, other: When) -> bool:
    """Whether two days may be one moment: the same day, the same instant, or an instant that is on the other's day
    somewhere on earth."""
    if one.instant and other.instant:
        return one.instant == other.instant
    for instant, day in ((one.instant, other.start), (other.instant, one.start)):
        if instant and day:
            return (instant + _WEST).date() <= day <= (instant + _EAST).date()
    return one.start == other.start


def _actors(group: Sequence[Report]) -> Iterator[Disagreement]:
    """Another state is said to have done it."""
    told = [
        Told(tuple(sorted(report.source.countries)), ", ".join(sorted(report.source.countries)), report)
        for report in group
        if len(report.source.countries) == 1
        and report.event.type not in ("CONSULT", "AGREE", "COOPERATE")
        and report.event.status == "actual"
    ]
    if len({each.key for each in told}) > 1 and _between_documents(told):
        yield _of(told, "actor")


def _statuses(group: Sequence[Report]) -> Iterator[Disagreement]:
    told = [Told(report.event.status, report.event.status, report) for report in group]
    names = {each.shown for each in told}
    if len(names) < 2 or not _between_documents(told):
        return
    if "negated" in names:
        yield _of(told, "status")
    elif _later(told):
        yield Disagreement("status", "update", _values(told), "to come first, then done")
    else:
        yield Disagreement("status", "hedging", _values(told), "not all tell it as a fact")


def _later(told: Sequence[Told]) -> bool:
    planned = [each.report.published or 0 for each in told if each.shown != "actual"]
    done = [each.report.published or 0 for each in told if each.shown == "actual"]
    return bool(planned and done) and max(planned) < min(done)


def _of(told: Sequence[Told], about: str) -> Disagreement:
    cause, why = _by_word(_by_key(told))
    return Disagreement(about, cause, _values(told), why)


def _by_word(classes: Sequence[Sequence[Report]]) -> tuple[str, str]:
    """`attribution` where the values come on the word of different people; else plain conflict."""
    words = [{_says(report) for report in each if report.event.says} for each in classes]
    if all(words) and len(set.union(*words)) == sum(map(len, words)):
        return "attribution", "; ".join(sorted(set.union(*words)))
    return "conflict", ""


def _says(report: Report) -> str:
    return " ".join(" ".join(span.of(report.document.text) for span in report.event.says).split())


def _by_key(told: Sequence[Told]) -> list[list[Report]]:
    out: dict[int, list[Report]] = {}
    order: dict[object, int] = {}
    for each in told:
        out.setdefault(order.setdefault(each.key, len(order)), []).append(each.report)
    return list(out.values())


def _between_documents(told: Sequence[Told]) -> bool:
    """One document that tells two things tells two things; two that each tell one disagree."""
    keys: dict[object, set[str]] = {}
    for each in told:
        keys.setdefault(each.key, set()).add(each.report.document.id)
    return len(keys) > 1 and len(set.union(*keys.values())) > 1


def _values(told: Sequence[Told]) -> tuple[Value, ...]:
    shown: dict[object, str] = {}
    docs: dict[object, set[str]] = {}
    for each in told:
        shown.setdefault(each.key, each.shown)
        docs.setdefault(each.key, set()).add(each.report.document.doc)
    found = (Value(shown[key], tuple(sorted(docs[key]))) for key in shown)
    return tuple(sorted(found, key=lambda each: (-len(each.docs), each.value)))


def _sentence(report: Report) -> str:
    return report.event.sentence.of(report.document.text)


def _width(when: When) -> int:
    assert when.start and when.end
    return (when.end - when.start).days
