"""Who a mention may be by what reports have taught, beside what the tables say."""

from collections.abc import Iterable, Sequence
from datetime import date

from detente.actors import Candidate, lookup
from detente.actors.names import words
from detente.actors.offices import canonical
from detente.actors.terms import terms
from detente.codebook import outward_country
from detente.records import short

from .claims import person_key, title_key
from .offices import Office

_NAMED, _HELD, _ONE_OF, _SURNAME, _WORDING = 0.85, 0.75, 0.55, 0.45, 0.2
"""Score of somebody by full name, by an office of one holder or of several, by surname; and of what is somebody's
wording only."""
_FEW = 0.1
"""Less where one document alone says so."""
_NOWHERE = "INT"
_SHOWN = 5
"""Documents that a reason names."""


def learnt(held: Iterable[Office], text: str, on: date | None, known: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for a mention, best first, from offices that were judged; `known` is what the tables answer.

    Each says so in its `why`. Where the tables know the person, or the holder of that office, what was learnt stands
    behind them and says what they have instead; what the tables hold already is left out.
    """
    key, surname = person_key(_bare(text, known)), _surname(text)
    land = next((outward_country(each.country) for each in known if each.kind == "role" and each.country), "")
    whose = (land, title_key(text)) if land else None
    out: list[tuple[tuple[float, str, str], Candidate]] = []
    for office in held:
        score = _fits(office, key, surname, whose, on)
        if not score or office.standing == "tables":
            continue
        score = _WORDING if office.standing == "wording" else score - _FEW * (len(office.documents) == 1)
        out.append(((-score, office.person, office.title), _candidate(office, round(score, 2), on, known)))
    return [candidate for _, candidate in sorted(out, key=lambda pair: pair[0])]


def _fits(office: Office, key: str, surname: str, whose: tuple[str, str] | None, on: date | None) -> float:
    if key and person_key(office.person) == key:
        return _NAMED
    if whose and (office.country, office.title) == whose and office.held(on):
        return _HELD if canonical(office.title) else _ONE_OF
    ends = [word.key for word in words(office.person)]
    return _SURNAME if surname and surname in (ends[0], ends[-1]) else 0.0


def _bare(text: str, known: Sequence[Candidate]) -> str:
    """The name in a mention: without a title, where the tables saw that it is one."""
    return known[0].name if known and known[0].kind == "person" else text


def _surname(text: str) -> str:
    """The one word of a mention that is a name alone."""
    found = words(text[:200])
    return found[0].key if len(found) == 1 and found[0].capital and not lookup(text) else ""


def _candidate(office: Office, score: float, on: date | None, known: Sequence[Candidate]) -> Candidate:
    over = office.over(on)
    sectors = () if office.sector == "-" else ("ELI" if over else office.sector,)
    country = "" if office.country == _NOWHERE else office.country
    called, title = f"“{office.words}”", f"{'former ' * over}{office.title}"
    if office.standing == "wording":
        why = f"wording of {', '.join(office.outlets)} in {_reports(office)}: {called}; {office.contradicted}"
        return Candidate(office.person, country, sectors, f"called {office.words}", score, why, "person")
    why = f"learnt from {_reports(office)}: {called}"
    if office.standing == "disputed":
        why = f"{why}; disputed: {office.contradicted}"
    own = next((each.office for each in known if each.name == office.person and each.office), "")
    if own or terms(office.person):
        why = f"{why}; not in the tables, which have {own or 'other offices'}"
    return Candidate(office.person, country, sectors, title, score, why, "person")


def _reports(office: Office) -> str:
    """ "3 reports, 2018-09-10 to 2020-02-01 (over by 2020-04-11) [2c0d…, …]"."""
    documents = office.documents
    parts = [f"{len(documents)} report{'s' * (len(documents) != 1)}"]
    days = sorted({day.isoformat() for day in (office.first, office.last) if day})
    if days:
        parts.append(" to ".join(days))
    if office.over_by:
        parts.append(f"over by {office.over_by}")
    more = f" and {len(documents) - _SHOWN} more" if len(documents) > _SHOWN else ""
    return f"{', '.join(parts)} [{', '.join(map(short, documents[:_SHOWN]))}{more}]"
