"""What the tables of office say of a claim: the same, nothing, or something else, and then what."""

from datetime import date

from detente.actors.offices import canonical
from detente.actors.terms import Term, held_on, holders, terms

from .claims import Reported, person_key, title_key

AGREES, SILENT = "agrees", "silent"
CALLED = frozenset({"leader", "supreme leader", "dictator", "strongman"})
"""What any head of a state is called; no office that somebody else could hold beside them."""
LEADS = frozenset({"president", "prime minister", "chancellor", "king", "leader", "supreme leader"})
"""Nobody is two of these in one state at a time."""
_GRACE = 31
"""Days that a report may still give somebody an office after its end, or before it begins."""


def verdict(reported: Reported, name: str) -> str:
    """`agrees`, `silent`, or in words what the tables have instead. `name` is the person's usual one."""
    claim, title, day = reported.claim, reported.title, reported.published
    own = [term for term in terms(name) if term.country == claim.country and not _past(term)]
    same = [term for term in own if _same(title, term)]
    if day is None:
        return AGREES if same else SILENT
    if claim.relation == "former":
        return _of_former(same, day)
    if claim.relation in ("elect", "designate"):
        return AGREES if any(term.start >= day.isoformat() for term in same) else SILENT
    if any(_near(term, day) for term in same):
        return AGREES
    if same:
        last = max(same, key=lambda term: term.start)
        return f"the tables have {name} as {last.office} {_stretch(last)} only"
    return _other(title, claim.country, name, own, day)


def _of_former(same: list[Term], day: date) -> str:
    if not same:
        return SILENT
    over = any(term.end and term.end <= day.isoformat() for term in same)
    held = [term for term in same if held_on(term.start, term.end, day)]
    return (
        AGREES if over or not held else f"the tables have the {held[0].office} in office {_stretch(held[0])}"
    )


def _other(title: str, country: str, name: str, own: list[Term], day: date) -> str:
    """Where the tables do not give the person this office."""
    if not canonical(title) or title in CALLED:
        return SILENT
    leads = [term for term in own if held_on(term.start, term.end, day) and canonical(term.office) in LEADS]
    if title in LEADS and leads:
        return f"the tables have {name} as {leads[0].office}, not {title}, {_stretch(leads[0])}"
    for holder in holders(country, title):
        if held_on(holder.start, holder.end, day) and person_key(holder.name) != person_key(name):
            return f"the tables have {holder.name} as {title} of {country} {_stretch(holder)}"
    return SILENT


def _past(term: Term) -> bool:
    """The tables also say of some from when they are a former minister: no term of office."""
    return term.office.startswith("former")


def _same(title: str, term: Term) -> bool:
    office = title_key(term.office)
    return office == title or (title in CALLED and office in LEADS)


def _near(term: Term, day: date) -> bool:
    if held_on(term.start, term.end, day):
        return True
    edges = [date.fromisoformat(each) for each in (term.start, term.end) if len(each) == len("2019-09-10")]
    return any(abs((day - edge).days) <= _GRACE for edge in edges)


def _stretch(term: "Term | object") -> str:
    start, end = getattr(term, "start", ""), getattr(term, "end", "")
    if start and end:
        return f"from {start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else "at all times"
