"""Whether two reports are of one act: what rules it out, and what speaks for it.

A judgement looks at the two reports and their documents alone, so that no third one changes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt

from detente.records import Link, Where

from .reports import Report, Side
from .wording import overlap

ENOUGH = 4.0
"""The strength from which two reports are linked."""
_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""Types whose sides may be told in either order."""
_NEAR = ({"AGREE", "CONSULT"}, {"REQUEST", "ACCUSE"}, {"REQUEST", "REJECT"}, {"ACCUSE", "REJECT"},
         {"ACCUSE", "THREATEN"}, {"REQUEST", "THREATEN"}, {"AGREE", "CONCEDE"}, {"AGREE", "SUPPORT"},
         {"SANCTION", "COERCE"}, {"SANCTION", "ACCUSE"}, {"ACCUSE", "COERCE"}, {"ASSAULT", "COERCE"},
         {"MOBILIZE", "ASSAULT"}, {"CONCEDE", "RETREAT"}, {"RETREAT", "REJECT"}, {"THREATEN", "REJECT"},
         {"SUPPORT", "CONSULT"}, {"AGREE", "THREATEN"}, {"AGREE", "REQUEST"}, {"SUPPORT", "REQUEST"})  # fmt: skip
"""Types that two readers may give one act; then its words must be the same."""
_TOGETHER = frozenset(
    "visit multilateral third-party allege disapprove investigate change yield assist meet withdraw resign release "
    "return".split()
)
"""Modes of one type that readers mix up."""
_ZONE = 1
"""Days by which clocks of different places may differ."""
_CLOCKS = 6 * 3600
"""Seconds between two told instants that still may be one act: salvos, sittings."""
_MONTH = 31
_FAR, _BESIDE = 400.0, 50.0
"""Kilometres between the edges of two places that are two, and of two that are one."""
_SAME_NEWS = 0.2
"""Likeness of titles and beginnings from which two documents tell the same news."""
_AGAIN = 4.0
"""What it adds that a document, having told of an act, tells of one of its kind by the same without another date."""
_NEWS = 1.0
"""What it adds to the strength that both documents lead with the act."""
SOON = 3
"""Days between the publication of two documents that may tell the same news."""

Check = Callable[[Report, Report], str]


def apart(one: Report, other: Report) -> str:
    """What rules out that the two are one act, however their readers erred; "" where nothing does."""
    return _first(_HARD, one, other)


def unlike(one: Report, other: Report) -> str:
    """Why the two are not one act, as they were read; "" where nothing says so."""
    return apart(one, other) or _first(_SOFT, one, other)


def link(one: Report, other: Report) -> Link | None:
    """The judgement that they are one act, None where they are unlike or too little speaks for it."""
    return None if unlike(one, other) else _judged(one, other, ())


def news_links(ours: Sequence[Report], theirs: Sequence[Report]) -> list[Link]:
    """Two documents that tell the same news: which of the acts that the one leads with is which of the other's, the
    closest first, each once. Here a pair may be one act although a side or a type was read otherwise."""
    ours, theirs = [each for each in ours if each.leads], [each for each in theirs if each.leads]
    alike = same_news(ours[0], theirs[0]) if ours and theirs else 0.0
    if alike < _SAME_NEWS:
        return []
    more = ((min(_NEWS + 12.0 * (alike - _SAME_NEWS), 4.0), "both lead with it"),)
    pairs = [(one, other) for one in ours for other in theirs if not _far(one, other)]
    out, taken = [], set[str]()
    for one, other in sorted(pairs, key=lambda pair: (-_closeness(*pair), pair[0].order, pair[1].order)):
        if not {one.key, other.key} & taken and (found := _judged(one, other, more)):
            taken |= {one.key, other.key}
            out.append(found)
    return out


def same_news(one: Report, other: Report) -> float:
    """How alike the titles and beginnings of their documents are (cosine), 0 where not published together."""
    if one.published is None or other.published is None or abs(one.published - other.published) > SOON:
        return 0.0
    if not (one.head and other.head):
        return 0.0
    return len(one.head & other.head) / sqrt(len(one.head) * len(other.head))


def _judged(one: Report, other: Report, more: Iterable[tuple[float, str]]) -> Link | None:
    found = [*_evidence(one, other), *more]
    strength = sum(points for points, _ in found)
    if strength < ENOUGH:
        return None
    first, second = sorted((one.key, other.key))
    return Link(first, second, round(strength, 2), tuple(why for _, why in found))


def _closeness(one: Report, other: Report) -> float:
    told = sum(points for points, _ in _evidence(one, other))
    return told + 1.5 * (one.weight + other.weight) - 1.5 * bool(_first(_SOFT, one, other))


def _far(one: Report, other: Report) -> bool:
    """Deeds are not taken for words, nor yielding for force."""
    return bool(apart(one, other)) or (one.trigger != other.trigger and bool(_type(one, other)))


def _first(checks: Iterable[Check], one: Report, other: Report) -> str:
    return next((why for check in checks if (why := check(one, other))), "")


def _sentence(one: Report, other: Report) -> str:
    """An act has one type in one sentence."""
    same = one.document.id == other.document.id and one.event.sentence == other.event.sentence
    return "told beside it" if same and one.event.type != other.event.type else ""


def _type(one: Report, other: Report) -> str:
    mine, theirs = one.event.type, other.event.type
    if (
        mine == theirs
        or {mine, theirs} in _NEAR
        or (one.trigger == other.trigger and one.leads and other.leads)
    ):
        return ""
    return f"{mine} is not {theirs}"


def _mode(one: Report, other: Report) -> str:
    mine, theirs = one.event.mode, other.event.mode
    if one.event.type != other.event.type or not mine or not theirs or mine == theirs:
        return ""
    return "" if {mine, theirs} <= _TOGETHER else f"{mine} is not {theirs}"


def _time(one: Report, other: Report) -> str:
    if one.instant and other.instant:
        apart = abs((one.instant - other.instant).total_seconds())
        return f"{apart / 3600:.0f} hours apart" if apart > _CLOCKS else ""
    return "at another time" if one.told and other.told and _disjoint(one, other) else ""


def _likely_time(one: Report, other: Report) -> str:
    """Also where one of the two is only taken to be of the days before publication."""
    return "likely at another time" if _disjoint(one, other) else ""


def _disjoint(one: Report, other: Report) -> bool:
    return _before(one, other) or _before(other, one)


def _before(one: Report, other: Report) -> bool:
    return one.last is not None and other.first is not None and one.last + _ZONE < other.first


def _actors(one: Report, other: Report) -> str:
    if {one.event.type, other.event.type} & _MUTUAL:
        return _sides(one.both, other.both, "parties", mutual=True)
    return _sides(one.source, other.source, "actors") or _sides(one.recipient, other.recipient, "recipients")


def _visit(one: Report, other: Report) -> str:
    """A stay in a country is not the talks with somebody there."""
    kinds = {one.event.mode, other.event.mode}
    if kinds != {"visit", None} or {one.event.type, other.event.type} != {"CONSULT"}:
        return ""
    stay, talks = (one, other) if one.event.mode == "visit" else (other, one)
    return "a visit, not talks" if len(stay.both.persons) < 2 <= len(talks.both.persons) else ""


def _sides(one: Side, other: Side, role: str, mutual: bool = False) -> str:
    if not one or not other:
        return ""
    if one.persons and other.persons and not one.persons & other.persons and not mutual:
        return f"other {role}"
    if mutual and _another_person(one, other):
        return f"other {role}"
    if one.countries and other.countries:
        shared = len(one.countries & other.countries)
        if shared < min(len(one.countries), len(other.countries), 2 if mutual else 1):
            return f"other {role}"
        return ""
    return "" if one.names & other.names or not (one.names and other.names) else f"other {role}"


def _another_person(one: Side, other: Side) -> bool:
    """Ri with Xi is not Ri with Wang, whatever their states."""
    mine, theirs = one.persons - other.persons, other.persons - one.persons
    return bool(mine and theirs)


def _place(one: Report, other: Report) -> str:
    if not (one.where and other.where):
        return ""
    far = _apart(one.where, other.where)
    return f"{far:.0f} km apart" if far > _FAR else ""


def _apart(one: Where, other: Where) -> float:
    """Kilometres between the edges of two places."""
    from detente.places.geometry import distance

    centre = distance((one.latitude, one.longitude), (other.latitude, other.longitude))
    return max(0.0, centre - one.radius_km - other.radius_km)


def _days(report: Report) -> int:
    return report.last - report.first if report.first is not None and report.last is not None else _MONTH + 1


def _together(one: Report, other: Report) -> bool:
    if one.where and other.where and _apart(one.where, other.where) < _BESIDE:
        return True
    return bool(one.place_words & other.place_words)


_HARD: tuple[Check, ...] = (_sentence, _mode, _time, _place)
_SOFT: tuple[Check, ...] = (_type, _likely_time, _visit, _actors)


def _evidence(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    """Points with their reasons."""
    yield from _of_type(one, other)
    yield from _of_time(one, other)
    yield from _of_actors(one, other)
    yield from _of_words(one, other)
    if _together(one, other):
        yield 1.0, "place"
    if one.numbers & other.numbers:
        yield 0.7, "numbers"
    if (one.repeats == other.key and not one.exact) or (other.repeats == one.key and not other.exact):
        yield _AGAIN, "told again"


def _of_type(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    if one.event.type != other.event.type:
        yield -2.0, "other type"
    elif one.event.mode and one.event.mode == other.event.mode:
        yield (0.5 if one.event.mode in _TOGETHER else 1.0), "mode"
    if (one.event.status == "actual") != (other.event.status == "actual"):
        yield -1.0, "other status"


def _of_time(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    if one.instant and other.instant:
        yield 3.0, "instant"
    elif one.exact and other.exact:
        yield (2.0, "day") if one.first == other.first else (0.5, "day within the time zone")
    elif one.told and other.told:
        yield (1.0 if max(_days(one), _days(other)) <= _MONTH else 0.0), "time"
    elif one.first is None or other.first is None:
        yield -1.0, "time unknown"
    elif one.published and other.published:
        yield (0.7, "published together") if abs(one.published - other.published) <= 1 else (0.0, "time fits")


def _of_actors(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    persons = one.both.persons & other.both.persons
    names = (one.both.names & other.both.names) - persons
    if persons:
        yield 1.0 * min(len(persons), 2), "persons"
    if names:
        yield 0.6 * min(len(names), 2), "actors"
    elif one.both.countries & other.both.countries and not persons:
        yield 0.4, "countries"
    if one.both.countries and one.both.countries == other.both.countries:
        yield 0.6, "same sides"
    if not one.both or not other.both:
        yield -0.5, "actors unknown"


def _of_words(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    if one.trigger == other.trigger:
        yield 1.0, "verb"
    alike = overlap(one.words, other.words)
    if alike > 0.2:
        yield 4.0 * (alike - 0.2), "words"
