"""A happening told from its reports: what, when, where, who."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from detente.records import Happening, Link, Member, Referent, When

from .disagreements import disagreements
from .origins import Items, origins
from .reports import Report

_MOST_ACTORS = 8
_CLAUSE = (4, 40)
"""Words that a clause has to be a title."""


def happening(
    group: Sequence[Report], links: tuple[Link, ...], items: Items, leading: Iterable[str]
) -> Happening:
    """`leading` are the ids of the documents whose main news it is."""
    best = title_of(group)
    kind = _most(report.event.type for report in group)
    modes = (each.event.mode for each in group if each.event.type == kind and each.event.mode)
    return Happening(
        type=kind,
        mode=_most(modes) or None,
        status=_status(group),
        title=best,
        when=when(group),
        where=where(group),
        actors=actors(group),
        members=tuple(_member(report) for report in group),
        links=links,
        origins=origins(group, items),
        disagreements=tuple(disagreements(group)),
        lead_of=tuple(sorted(items[each][0].doc for each in leading)),
    )


def title_of(group: Sequence[Report]) -> str:
    """The clause of the report that tells it best, on one line."""

    def worth(report: Report) -> tuple[object, ...]:
        words = len(_clause(report).split())
        fits = _CLAUSE[0] <= words <= _CLAUSE[1]
        return (not fits, -round(report.weight + report.event.evidence.score, 6), report.order)

    return _clause(min(group, key=worth))


def when(group: Sequence[Report]) -> When:
    """The closest time that is told, the commonest of several; else the days that are left between what the documents
    were published on; `XXXX` where nothing is known."""
    told = [each.when for report in group for each in report.event.time if each.when.start]
    if told:
        count = Counter(each.value for each in told)
        return min(told, key=lambda each: (_width(each), -count[each.value], each.value, each.clock))
    firsts = [report.first for report in group if report.first is not None]
    lasts = [report.last for report in group if report.last is not None]
    if not lasts:
        return When("XXXX", None, None)
    first, last = max(firsts, default=min(lasts)), min(lasts)
    days = [date.fromordinal(day).isoformat() for day in (min(first, last), last)]
    return When.parse(days[0] if days[0] == days[1] else "/".join(days))


def where(group: Sequence[Report]) -> str:
    """The place most reports tell, of equals the closer one; its words where no table has it."""
    known = [place for report in group for place in report.event.where[:1]]
    if known:
        count = Counter(place.name for place in known)
        return min(known, key=lambda each: (-count[each.name], each.radius_km, each.name)).name
    return _most(span.of(report.document.text) for report in group for span in report.event.place[:1])


def actors(group: Sequence[Report]) -> tuple[Referent, ...]:
    """Who takes part, those who act and are told most often first."""
    count: Counter[str] = Counter()
    seen: dict[str, Counter[Referent]] = {}
    for report in group:
        for at, mentions in enumerate((report.event.source, report.event.recipient)):
            for who in {who for mention in mentions for who in mention.referents}:
                count[who.name] += 2 - at
                seen.setdefault(who.name, Counter())[who] += 1
    least = max(count.values(), default=0) / 8
    names = sorted((name for name in count if count[name] > least), key=lambda name: (-count[name], name))
    each = (min(seen[name], key=lambda who: (-seen[name][who], who.country, who.sector)) for name in names)
    return tuple(each)[:_MOST_ACTORS]


def _status(group: Sequence[Report]) -> str:
    """As a fact where anyone tells it so; else what most say."""
    told = [report.event.status for report in group]
    return "actual" if "actual" in told else _most(told)


def _member(report: Report) -> Member:
    document = report.document
    return Member(report.key, report.event.id, document.id, document.doc, report.event.trigger)


def _clause(report: Report) -> str:
    spans = report.event.evidence.spans or (report.event.sentence,)
    return " ".join(" ".join(span.of(report.document.text) for span in spans).split())


def _width(when: When) -> int:
    assert when.start and when.end
    return (when.end - when.start).days


def _most(values: Iterable[str]) -> str:
    count = Counter(values)
    return min(count, key=lambda each: (-count[each], each), default="")
