"""Who held what, when, as the reports have it: judged from all office claims together.

A claim that the tables contradict, or that stands against more outlets than back it, is kept as the wording of
those who print it; it makes no office. The order of the claims, and a claim that comes twice, change nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from detente.actors.offices import canonical
from detente.actors.terms import terms

from .against import AGREES, CALLED, LEADS, SILENT, verdict
from .claims import Reported

_HOLDS = ("holds", "acting")
_UNKNOWN = "INT"


@dataclass(frozen=True, slots=True)
class Office:
    """One person in one office. `person` is the usual name, `spellings` all that it is written as; `title` is
    the office under one name, `words` how it is mostly called.

    `first` and `last` are the days between which it is said to be held, `over_by` is when it is first called over
    (None where nobody says). `standing`: `tables` (they say so, too), `learnt` (they are silent), `disputed`
    (others are said to hold it, by as many outlets), `wording` (the tables or more outlets say otherwise: what
    its outlets call somebody, no office). `contradicted` is what says otherwise, "" where nothing does. `claims`
    carry it, `against` do not fit it; `reasons` say all that in words.
    """

    person: str
    spellings: tuple[str, ...]
    country: str
    sector: str
    title: str
    words: str
    first: date | None
    last: date | None
    over_by: date | None
    standing: str
    contradicted: str
    claims: tuple[Reported, ...]
    against: tuple[Reported, ...]
    reasons: tuple[str, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({each.outlet or "unnamed outlet" for each in self.claims}))

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids, oldest first."""
        return tuple(dict.fromkeys(each.claim.document for each in self.claims))

    def over(self, on: date | None) -> bool:
        """Whether it is said to be over by that day."""
        return bool(on and self.over_by and self.over_by <= on)

    def held(self, on: date | None) -> bool:
        """Whether it may be held on that day (None: at any): not before it is first said to be, nor once over."""
        return on is None or (self.first is not None and self.first <= on and not self.over(on))


def offices(claims: Iterable[Reported]) -> tuple[Office, ...]:
    """All judgements, by person, country and title. A surname alone is nobody's claim."""
    once = {each.claim.id: each for each in sorted(claims, key=_order, reverse=True)}
    people: defaultdict[str, list[Reported]] = defaultdict(list)
    for each in sorted(once.values(), key=_order):
        if each.person:
            people[each.person].append(each)
    judged = [office for key in sorted(people) for office in _of_person(people[key])]
    return tuple(sorted(_contested(judged), key=lambda each: (each.person, each.country, each.title)))


def _order(each: Reported) -> tuple[object, ...]:
    """Canonical: of two claims with one id always the same is kept."""
    claim = each.claim
    day = each.published or date.min
    return day, each.outlet, claim.document, claim.title, claim.id, each.written, repr(claim)


def _of_person(claims: list[Reported]) -> Iterable[Office]:
    name = _usual(claims)
    countries = sorted({each.claim.country for each in claims} - {_UNKNOWN})
    groups: defaultdict[tuple[str, str], list[Reported]] = defaultdict(list)
    for each in claims:
        country = each.claim.country
        if country == _UNKNOWN and len(countries) == 1:
            country = countries[0]
        groups[country, each.title].append(each)
    for (country, title), group in sorted(groups.items()):
        if title:
            yield _judged(name, country, title, group)


def _usual(claims: list[Reported]) -> str:
    """The name that the tables have, else the commonest."""
    counted = Counter(each.claim.name for each in claims)
    return min(counted, key=lambda name: (not terms(name), -counted[name], name))


def _judged(name: str, country: str, title: str, group: list[Reported]) -> Office:
    said = {each: verdict(replace(each, claim=replace(each.claim, country=country)), name) for each in group}
    fit = [each for each in group if said[each] in (AGREES, SILENT)]
    unfit = [each for each in group if each not in fit]
    claims = fit or unfit
    first, last, over_by, late = _days(claims)
    against = sorted([*(unfit if fit else ()), *late], key=_order)
    claims = [each for each in claims if each not in late]
    standing = "wording" if not fit else "tables" if AGREES in said.values() else "learnt"
    sector = Counter(each.claim.sector for each in claims).most_common()
    office = Office(
        person=name,
        spellings=tuple(sorted({each.written for each in group} | {name})),
        country=country,
        sector=min(sector, key=lambda pair: (-pair[1], pair[0]))[0],
        title=title,
        words=_called(claims),
        first=first,
        last=last,
        over_by=over_by,
        standing=standing,
        contradicted=said[claims[0]] if standing == "wording" else "",
        claims=tuple(claims),
        against=tuple(against),
        reasons=(),
    )
    return replace(office, reasons=tuple(_reasons(office, {each: said[each] for each in unfit}, late)))


def _called(claims: list[Reported]) -> str:
    counted = Counter(each.claim.words for each in claims)
    return min(counted, key=lambda words: (-counted[words], words))


Bounds = tuple[date | None, date | None, date | None, list[Reported]]


def _days(claims: list[Reported]) -> Bounds:
    """From when to when it is held, when it is over, and who calls it over while others still have it held. What
    was said before it was taken up or looks back ("as minister, X ...") tells no day."""
    held = [
        each.published
        for each in claims
        if each.published
        and each.claim.relation in _HOLDS
        and not each.claim.evidence.found_by.endswith(" as")
    ]
    held += [
        each.claim.since.when.start for each in claims if each.claim.since and each.claim.since.when.start
    ]
    first, last = min(held, default=None), max(held, default=None)
    over, late = [], []
    for each in claims:
        end = each.claim.until.when.end if each.claim.until else None
        day = end if end and each.claim.relation == "former" else each.published
        if each.claim.relation != "former" or day is None:
            continue
        if last is not None and day < last and end is None:
            late.append(each)
        elif last is None or day >= last:
            over.append(day)
    return first, last, min(over, default=None), late if len(late) < len(claims) else []


def _reasons(office: Office, unfit: dict[Reported, str], late: list[Reported]) -> Iterable[str]:
    count, outlets = len(office.documents), ", ".join(office.outlets)
    reports = f"{count} report{'s' * (count != 1)} ({outlets})"
    if office.standing == "wording":
        yield f"called so in {reports}: their wording"
    else:
        yield f"said in {reports}"
        if office.standing == "tables":
            yield "the tables say so, too"
    if office.first and office.last:
        yield f"held in reports from {office.first} to {office.last}"
    if office.over_by:
        yield f"called over by {office.over_by}"
    for each, why in sorted(unfit.items(), key=lambda pair: _order(pair[0])):
        yield f"{each.outlet or 'unnamed outlet'}, {each.published or 'undated'}: {each.claim.words!r}, but {why}"
    for each in sorted(late, key=_order):
        yield f"{each.outlet or 'unnamed outlet'}, {each.published}: calls it over, others have it held later"


def _contested(judged: list[Office]) -> Iterable[Office]:
    """Of two that cannot both be, the one that more outlets have stands; the other is wording."""
    firm = [each for each in judged if each.standing in ("tables", "learnt")]
    for office in judged:
        rivals = [other for other in firm if office in firm and _excludes(office, other)]
        stronger = [other for other in rivals if _weight(other) > _weight(office)]
        equal = [other for other in rivals if _weight(other) == _weight(office)]
        told = [
            f"{other.person} as {other.title} in {len(other.outlets)} outlets, this in {len(office.outlets)}"
            for other in stronger or equal
        ]
        if office.standing == "tables" or not told:
            yield office
        else:
            standing = "wording" if stronger else "disputed"
            yield replace(
                office, standing=standing, contradicted="; ".join(told), reasons=(*office.reasons, *told)
            )


def _weight(office: Office) -> tuple[bool, int, int]:
    return office.standing == "tables", len(office.outlets), len(office.documents)


def _excludes(one: Office, other: Office) -> bool:
    """Whether they are two holders of one office, or two high offices of one person, at one time."""
    if one is other or one.country != other.country or _UNKNOWN in (one.country, other.country):
        return False
    if one.person == other.person:
        exclusive = one.title in LEADS - CALLED and other.title in LEADS - CALLED
    else:
        exclusive = one.title == other.title and bool(canonical(one.title)) and one.title not in CALLED
    return exclusive and _overlap(one, other)


def _overlap(one: Office, other: Office) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last
