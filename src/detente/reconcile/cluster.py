"""From links to groups: a component of links is grouped whole, the strongest link first, and two groups come
together only where what they say of time, place and actors allows it."""

from collections.abc import Iterable, Mapping, Sequence

from detente.records import Link, Ruling

from .likeness import apart, unlike
from .reports import Report

Parted = dict[frozenset[str], int]
"""Pairs that a person took apart, and the number of the ruling."""

_LOOKED_AT = 12
"""Reports of each group that are held against those of the other."""


def grouped(
    reports: Mapping[str, Report], keys: Sequence[str], links: Iterable[Link], rulings: Iterable[Ruling] = ()
) -> list[list[str]]:
    """The groups of a component, each in canonical order. The order of `keys` and `links` does not matter."""
    group = {key: [key] for key in keys}
    parted = _parted(rulings)
    for join in _joins(rulings):
        if {join.one, join.other} <= group.keys():
            mine, theirs = group[join.one], group[join.other]
            if not _split(mine, theirs, parted, since=join.number):
                _merge(group, join.one, join.other)
    for link in sorted(links, key=lambda each: (-each.strength, each.one, each.other)):
        mine, theirs = group[link.one], group[link.other]
        if mine is theirs or _split(mine, theirs, parted) or _unlike(reports, mine, theirs):
            continue
        _merge(group, link.one, link.other)
    distinct = {id(each): each for each in group.values()}
    ordered = (sorted(each, key=lambda key: reports[key].order) for each in distinct.values())
    return sorted(ordered, key=lambda each: reports[each[0]].order)


def _merge(group: dict[str, list[str]], one: str, other: str) -> None:
    mine, theirs = group[one], group[other]
    if mine is theirs:
        return
    mine += theirs
    for key in theirs:
        group[key] = mine


def _unlike(reports: Mapping[str, Report], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether any of the one cannot be any of the other, or most are unlike; looking at those that say most of when
    and who, for what is vague is like everything."""
    pairs = [(one, other) for one in _telling(reports, mine) for other in _telling(reports, theirs)]
    if any(apart(one, other) for one, other in pairs):
        return True
    return len(pairs) > 1 and sum(bool(unlike(one, other)) for one, other in pairs) > len(pairs) / 2


def _telling(reports: Mapping[str, Report], keys: Sequence[str]) -> list[Report]:
    def vague(report: Report) -> tuple[object, ...]:
        return (not report.exact, not report.told, -len(report.both.names), report.key)

    return sorted((reports[key] for key in keys), key=vague)[:_LOOKED_AT]


def _latest(rulings: Iterable[Ruling]) -> list[Ruling]:
    """The last word on each pair, newest first."""
    last = {frozenset((each.one, each.other)): each for each in sorted(rulings, key=lambda each: each.number)}
    return sorted(last.values(), key=lambda each: -each.number)


def _joins(rulings: Iterable[Ruling]) -> list[Ruling]:
    return [each for each in _latest(rulings) if each.what == "join"]


def _parted(rulings: Iterable[Ruling]) -> Parted:
    splits = (each for each in _latest(rulings) if each.what == "split")
    return {frozenset((each.one, each.other)): each.number for each in splits}


def _split(mine: Sequence[str], theirs: Sequence[str], parted: Parted, since: int = 0) -> bool:
    """Whether a person said, after ruling `since`, that one of these is not one of those."""
    if not parted:
        return False
    pairs = (frozenset((one, other)) for one in mine for other in theirs)
    return any(parted.get(pair, 0) > since for pair in pairs)
