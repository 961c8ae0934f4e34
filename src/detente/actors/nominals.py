"""A phrase that ends in a nominal: "Hamas leaders", "the Iranian foreign minister", "members of the council".

The head noun gives the sector, unless it is as general as "official" or "leader": then the word before it.
The body or state named in it gives the country, else what stands after "of".
"""

from collections.abc import Sequence
from dataclasses import replace

from . import lexicon, naming, people
from .candidates import BODIES, Candidate
from .entities import STATES, entity_candidate, state
from .items import Item, Phrase
from .offices import canonical, of_body
from .table import Role

_ARMED = frozenset({"GOV", "MIL", "REB", "UAF", "PRM", "COP"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "UNK"})
_ORGANISED = frozenset({"institution", "group", "media", "seat"})
_NEARNESS = {"region": 2, "state": 2, "place": 3}
_SURE = 0.4
"""Below it a surname is no reason to give a nominal a country."""


def answer(phrase: Phrase, rest: Candidate | None) -> list[Candidate]:
    """Candidates for a phrase that ends in a nominal; `rest` is whose or of what, after a preposition."""
    role, found = head_role(phrase.roles, phrase.last), owner(phrase, phrase.names)
    if role is None and found is None:
        return []
    whole = rest and (rest.kind not in STATES or (role and role.sector == "GOV"))
    if role and role.flag == "generic" and found is None and rest and rest.sectors and whole:
        role = Role(rest.sectors[0], "")
    return _told(phrase, role, _whose(phrase, found, rest))


def head_role(roles: Sequence[Item], last: Item) -> Role | None:
    """The last nominal that tells a sector, else the last that is there; "leadership" is of whom it leads."""
    known = [item.role for item in roles if item.role]
    telling = [role for role in known if role.flag != "generic"]
    if last.role and last.role.flag == "state":
        return last.role
    return telling[-1] if telling else known[-1] if known else None


def owner(phrase: Phrase, names: Sequence[Item]) -> Candidate | None:
    """Whose it is: the body or group, else the person, else the state."""
    entities = [phrase.entity(item) for item in names]
    nation = any(entity and entity.kind in STATES for entity in entities)
    found: list[tuple[int, Candidate]] = []
    for item, entity in zip(names, entities, strict=True):
        if entity is None:
            found.append((1, people.by_name(phrase.table, item.refs[0].number, phrase.on)))
        else:  # "the US NATO ambassador" is of the United States
            nearness = 3 if entity.kind == "body" and nation else _NEARNESS.get(entity.kind, 0)
            found.append((nearness, entity_candidate(phrase.table, item.refs[0])))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _whose(phrase: Phrase, found: Candidate | None, rest: Candidate | None) -> Candidate | None:
    if any(item.role and item.role.flag == "outside" for item in phrase.roles):
        own = phrase.article == "its" and found and found.kind == "state"
        return found if own else None  # "US allies" are not of the US, but "its Russian allies" are Russia
    if found is None:
        return _by_surname(phrase) or rest
    narrower = found.kind == "place" or (found.kind in STATES and rest and rest.kind in _ORGANISED)
    return rest if rest and rest.country and narrower else found


def _by_surname(phrase: Phrase) -> Candidate | None:
    """A surname before the nominal: "the Trump administration", "Assad's forces"."""
    for item in phrase.head[:-1]:
        word = phrase.words[item.first]
        if phrase.plain(item) and word.capital and word.key not in lexicon.RANKS:
            found = people.by_surname(phrase.table, word.key, phrase.on)
            if found:
                return found[0] if found[0].score >= _SURE else None
    return None


def _told(phrase: Phrase, role: Role | None, whose: Candidate | None) -> list[Candidate]:
    """The nominal with what is known of it."""
    sent = bool(phrase.tail) and phrase.plain(phrase.tail[0]) == "to"  # "Russia's ambassador to Turkey"
    tail = phrase.tail if whose is None or len(phrase.head) == 1 or sent else ()
    name = naming.nominal(phrase.words, phrase.head, tail)
    country, sector = owned_by(phrase, whose), told_sector(role, whose, phrase.former)
    if named := _by_owner(phrase, name, role, whose, sector):
        return named
    sectors = (sector,) if sector else ()
    office = canonical(phrase.key(phrase.last)) if phrase.last.role else ""
    headed = whose and (whose.kind in STATES or whose.country == "UNO")
    one = headed and phrase.article != "a" and not phrase.former
    held = people.holder(phrase.table, country, office, phrase.on) if office and one else None
    if held := held or _heads_body(phrase, whose):
        return [held, Candidate(name, country, sectors, held.office, 0.5, "by title", "role")]
    of = f", of {whose.name}" if whose and country else ", of no country named"
    called = naming.office(name, _organ(phrase))
    why = naming.shown(phrase.head, phrase.words) + of
    found = [Candidate(called, country, sectors, "", 0.75 if country else 0.4, why, "role")]
    if role and role.flag == "generic" and role.sector == "GOV":
        acts = state(phrase.table, country, 0.5, f"the state whose {name!r} these are")
        found += [acts] if acts else []
    return found


def owned_by(phrase: Phrase, whose: Candidate | None) -> str:
    """The country of whose it is; of two states of one name, the one that has such an office."""
    american = (
        whose and whose.name.lower() in phrase.table.given and phrase.key(phrase.last) in lexicon.OF_US_STATES
    )
    return "USA" if american else whose.country if whose else ""


def _organ(phrase: Phrase) -> str:
    """The nominal, with what says which: "intelligence ministry"."""
    key = phrase.key(phrase.last)
    if key != "ministry":
        return key
    first = max((item.last for item in phrase.head if item.refs), default=phrase.head[0].first)
    return " ".join(word.key for word in phrase.words[first : phrase.last.last])


def _heads_body(phrase: Phrase, whose: Candidate | None) -> Candidate | None:
    """ "NATO's secretary-general", "the president of the European Commission": who held it on that day."""
    if (
        whose is None
        or whose.kind != "body"
        or phrase.article == "a"
        or phrase.former
        or not phrase.last.role
    ):
        return None
    owners = [item for item in phrase.names if (entity := phrase.entity(item)) and entity.kind == "body"]
    first = owners[-1].last if owners else phrase.head[0].first
    words = [word.key for word in phrase.words[first : phrase.last.last]]
    return people.holder(phrase.table, whose.name, of_body(" ".join(words)), phrase.on)


def _by_owner(
    phrase: Phrase, name: str, role: Role | None, whose: Candidate | None, sector: str
) -> list[Candidate]:
    """The state for its government, the group for its fighters and leaders; else []."""
    if whose is None:
        return []
    governs = role is not None and role.flag == "state" and not phrase.former
    if governs and whose.kind not in ("group", "institution", "body"):
        found = state(phrase.table, whose.country, 0.85, f"the state, by {name!r}")
        return [found] if found else []
    general = role is None or role.sector in _ARMED or role.flag == "generic"
    if whose.kind == "group" and general and whose.sectors[:1] == ((sector,) if sector else ()):
        return [replace(whose, score=0.85, why=f"the group, by {name!r}")]
    return []


def told_sector(role: Role | None, whose: Candidate | None, former: bool) -> str:
    """The sector of a nominal: its own, or that of whom it belongs to where its own says less."""
    if whose and whose.country in BODIES:
        return "ELI" if former and role is None else ""
    theirs = ""
    if role and role.flag == "family":
        return "ELI" if whose and whose.kind == "person" and whose.sector in ("GOV", "ELI") else role.sector
    if whose and whose.sectors and whose.kind not in ("state", "region", "person"):
        theirs = whose.sectors[0]
    sector = role.sector if role else theirs
    kind = whose.kind if whose else ""
    if former and theirs in _OFFICIAL:
        return "ELI"
    less = role is not None and (role.flag == "generic" or sector == "UNK" or (role.flag and kind == "group"))
    if theirs and (less or kind == "media" or (theirs == "REB" and kind == "group" and sector in _ARMED)):
        sector = theirs
    return "ELI" if former and sector in _OFFICIAL else sector
