"""Event reports of one act in the world become one happening.

The result is a function of the reports and of the rulings: neither their order nor the parts they came in change
it. `Fold.add` compares a new report only with those it meets in its blocks, and groups again only the component
it touches.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from detente.records import Document, Happening, Link, Reading, Ruling

from . import describe, lead
from .blocks import Blocks, block_keys, news_keys, place_of
from .cluster import grouped
from .likeness import link, news_links, same_news
from .reports import Report, reports

Groups = dict[str, list[str]]
_WITHIN = 200
"""Reports of one document that are compared with each other: no article has more, hostile text may."""


@dataclass
class Fold:
    """The reports so far and how they hang together. Adding a document twice changes nothing."""

    rulings: tuple[Ruling, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    """When undated documents are judged to have been published, by their ids."""
    _documents: dict[str, tuple[Document, Reading]] = field(default_factory=dict)
    _reports: dict[str, Report] = field(default_factory=dict)
    _told: dict[str, list[Report]] = field(default_factory=dict)
    _links: dict[str, dict[str, Link]] = field(default_factory=dict)
    _groups: Groups = field(default_factory=dict)
    _blocks: Blocks = field(default_factory=Blocks)
    _news: Blocks = field(default_factory=Blocks)
    _touched: set[str] = field(default_factory=set)

    def add(self, document: Document, reading: Reading) -> None:
        if document.id in self._documents:
            return
        self._documents[document.id] = (document, reading)
        told = self._told[document.id] = reports(document, reading, self.days.get(document.id))
        for report in told:
            self._reports[report.key], self._links[report.key] = report, {}
            self._touched.add(report.key)
        self._hear(document, told)
        for report in told:
            self._enter(report)
        for one, other in combinations(told[:_WITHIN], 2):
            self._judge(one, other)

    def groups(self) -> list[list[Report]]:
        """The reports of each happening, all in canonical order."""
        self.settle()
        distinct = {id(group): group for group in self._groups.values()}
        told = [[self._reports[key] for key in group] for group in distinct.values()]
        return sorted(told, key=lambda group: group[0].order)

    def happenings(self) -> list[Happening]:
        """All of them, told. Raises nothing."""
        groups = self.groups()
        leads = lead.leads(groups, self.alike())
        return [
            describe.happening(group, self._among(group), self._documents, leads[at])
            for at, group in enumerate(groups)
        ]

    def alike(self) -> list[lead.Alike]:
        """The documents that tell nearly the same news, in pairs."""
        out = []
        for one, told in self._told.items():
            for other in self._news.around(one):
                if told and self._told[other] and one < other:
                    how = same_news(told[0], self._told[other][0])
                    out.append((how, one, other))
        return [each for each in out if each[0] >= lead.ALIKE / 2]

    def _among(self, group: list[Report]) -> tuple[Link, ...]:
        keys = {report.key for report in group}
        found = (
            link
            for one in sorted(keys)
            for other, link in sorted(self._links[one].items())
            if one < other and other in keys
        )
        return tuple(found)

    def _enter(self, report: Report) -> None:
        met, parted = self._blocks.add(place_of(report), block_keys(report))
        for key in met:
            if self._reports[key].document.id != report.document.id:
                self._judge(report, self._reports[key])
        for one, other in parted:
            self._unlink(one, other)

    def _judge(self, one: Report, other: Report) -> None:
        if found := link(one, other):
            self._link(found)

    def _hear(self, document: Document, told: list[Report]) -> None:
        """The links between what documents lead with."""
        head = told[0].head if told else frozenset()
        day = document.published or self.days.get(document.id)
        place = ("", day.toordinal() if day else 0, "", document.id)
        met, parted = self._news.add(place, news_keys(head, day))
        for other in met:
            for found in self._news_links(document.id, other):
                self._link(found)
        for one, other in parted:
            for found in self._news_links(one, other):
                self._unlink(found.one, found.other)

    def _news_links(self, one: str, other: str) -> list[Link]:
        first, second = sorted((one, other))
        return news_links(self._told[first], self._told[second])

    def _link(self, found: Link) -> None:
        """Of two judgements on one pair the stronger."""
        known = self._links[found.one].get(found.other)
        if known is None or (found.strength, found.reasons) > (known.strength, known.reasons):
            self._links[found.one][found.other] = self._links[found.other][found.one] = found
            self._touched |= {found.one, found.other}

    def _unlink(self, one: str, other: str) -> None:
        """What no longer meets in one way may still meet in the other; those of one document always do."""
        ours, theirs = self._reports[one].document.id, self._reports[other].document.id
        if ours == theirs or self._links[one].pop(other, None) is None:
            return
        del self._links[other][one]
        self._touched |= {one, other}
        if self._blocks.meet(one, other):
            self._judge(self._reports[one], self._reports[other])
        if self._news.meet(ours, theirs):
            for found in self._news_links(ours, theirs):
                if {found.one, found.other} == {one, other}:
                    self._link(found)

    def settle(self) -> None:
        """Groups again every component that something has come to or gone from."""
        joined = _bridges(self.rulings, self._reports)
        todo = set(self._touched)
        while todo:
            keys = self._component(todo.pop(), joined)
            todo -= keys
            links = [link for one in keys for other, link in self._links[one].items() if one < other]
            for group in grouped(self._reports, sorted(keys), links, self.rulings):
                for key in group:
                    self._groups[key] = group
        self._touched.clear()

    def _component(self, key: str, joined: dict[str, set[str]]) -> set[str]:
        stack, found = [key], {key}
        while stack:
            at = stack.pop()
            fresh = (self._links[at].keys() | joined.get(at, set())) - found
            found |= fresh
            stack += fresh
        return found


def happenings(
    items: Iterable[tuple[Document, Reading]],
    rulings: Iterable[Ruling] = (),
    days: Mapping[str, date] | None = None,
) -> list[Happening]:
    """What the documents tell of, each once, in canonical order. A pure function of what is given; `days` are when
    undated documents are judged to have been published."""
    fold = Fold(tuple(rulings), days or {})
    for document, reading in items:
        fold.add(document, reading)
    return fold.happenings()


def _bridges(rulings: Iterable[Ruling], known: dict[str, Report]) -> dict[str, set[str]]:
    """Reports that a person put together hang together, linked or not."""
    out: dict[str, set[str]] = {}
    for ruling in rulings:
        if ruling.what == "join" and ruling.one in known and ruling.other in known:
            out.setdefault(ruling.one, set()).add(ruling.other)
            out.setdefault(ruling.other, set()).add(ruling.one)
    return out
