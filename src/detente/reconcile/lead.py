"""Which happening is the main news of a document."""

from collections.abc import Iterable, Mapping, Sequence

from .likeness import apart
from .reports import Report

_FIRST = 8
"""Sentences within which the main news is told."""
_SHARED = 0.8
"""What it adds that other documents lead with it too."""
ALIKE = 0.22
"""Likeness of title and beginning from which two documents that lead with acts of the same actors lead with one,
although their readers took it for two."""
_ON_AVERAGE = 0.18
"""The same, between all documents of two groups."""

Alike = tuple[float, str, str]
"""How alike two documents are, and their ids in order."""


def leads(groups: Sequence[Sequence[Report]], alike: Iterable[Alike]) -> list[tuple[str, ...]]:
    """For each group the ids of the documents whose main news it is, each document in one at most, and in none where
    it begins with no act. A happening that is told early, with words of the title, by others too, is it."""
    choice = _choices(groups)
    likeness = {frozenset(pair): how for how, *pair in alike}
    together = {document: [document] for document in choice}
    for pair, how in sorted(likeness.items(), key=lambda item: (-item[1], sorted(item[0]))):
        one, other = sorted(pair)
        if one in choice and other in choice and how >= ALIKE:
            _merge(together, one, other, choice, likeness)
    out: list[list[str]] = [[] for _ in groups]
    for documents in {id(each): each for each in together.values()}.values():
        out[_main(documents, choice)] += documents
    return [tuple(sorted(each)) for each in out]


Choice = tuple[float, int, Report]
"""What a document leads with: its weight, the group, the report."""


def _choices(groups: Sequence[Sequence[Report]]) -> dict[str, Choice]:
    best: dict[str, Choice] = {}
    for at, group in enumerate(groups):
        early = _early(group)
        for document, report in early.items():
            others = sum(each.weight for other, each in early.items() if other != document)
            weight = report.weight * (1 + _SHARED * min(others, 2.0))
            if document not in best or (weight, -at) > (best[document][0], -best[document][1]):
                best[document] = (weight, at, report)
    return best


def _early(group: Sequence[Report]) -> dict[str, Report]:
    """Of each document the report that is most likely its main news."""
    out: dict[str, Report] = {}
    for report in group:
        known = out.get(report.document.id)
        if report.rank < _FIRST and (known is None or report.weight > known.weight):
            out[report.document.id] = report
    return out


def _merge(
    together: dict[str, list[str]],
    one: str,
    other: str,
    choice: Mapping[str, Choice],
    likeness: Mapping[frozenset[str], float],
) -> None:
    mine, theirs = together[one], together[other]
    if mine is theirs or _other_news(choice[one][2], choice[other][2]):
        return
    between = [likeness.get(frozenset((a, b)), 0.0) for a in mine for b in theirs]
    if sum(between) / len(between) < _ON_AVERAGE and choice[one][1] != choice[other][1]:
        return
    mine += theirs
    for document in theirs:
        together[document] = mine


def _other_news(one: Report, other: Report) -> bool:
    """Whether two documents on one matter tell different news of it: of another day, or what another state did."""
    mine, theirs = one.source.countries, other.source.countries
    return bool(apart(one, other)) or bool(mine and theirs and not mine & theirs)


def _main(documents: Sequence[str], choice: Mapping[str, Choice]) -> int:
    weight: dict[int, float] = {}
    for document in documents:
        worth, at, _ = choice[document]
        weight[at] = weight.get(at, 0.0) + worth
    return min(weight, key=lambda at: (-weight[at], at))
