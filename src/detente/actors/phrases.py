"""A mention that is more than a name: title and name, adjective and nominal, "spokesman for the ministry"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from . import lexicon, naming, nominals, people
from .candidates import Candidate
from .entities import STATES, entity_candidate
from .items import Item, Phrase, items
from .names import Word
from .offices import canonical
from .table import Table

_DEPTH = 4
"""How deep "of … of …" is followed."""
_LEADING = frozenset({"GOV", "MIL", "LEG", "SPY", "PTY", "OPP", "REB", "ELI"})
"""Sectors of titles whose holders the tables know."""


def read(
    table: Table, words: Sequence[Word], on: date | None, article: str, depth: int = 0
) -> list[Candidate]:
    """Candidates for the phrase, best first."""
    found = list(items(table, words))
    start = next((at for at, item in enumerate(found) if not _drops(words, item)), len(found))
    if start == len(found) or depth > _DEPTH:
        return []
    dropped = [words[item.first].key for item in found[:start]]
    if dropped and dropped[0] in lexicon.OWNERS:
        article = "its"
    elif any(key in lexicon.DETERMINERS or key.isdigit() for key in dropped):
        article = "a"
    end = _cut(words, found, start)
    before = {words[item.first].key for item in found[:end] if not item.refs and not item.role}
    counting = {words[item.first].key for item in found[:end] if not item.refs}
    phrase = Phrase(table, words, found[start:end], found[end:], on, article, bool(before & lexicon.FORMER))
    if counting & lexicon.PARTITIVES and _counts(phrase):
        counted = read(table, words[phrase.tail[1].first :], on, "a", depth + 1)
        return counted or _answer(phrase, depth)
    return _answer(phrase, depth)


def _counts(phrase: Phrase) -> bool:
    """Whether the head only says how many of whom: "a group of students"."""
    if len(phrase.tail) < 2 or phrase.plain(phrase.tail[0]) != "of":
        return False
    return all(not item.refs and (item.role is None or item.role.flag == "generic") for item in phrase.head)


def _drops(words: Sequence[Word], item: Item) -> bool:
    """Whether the word says nothing of who it is; "dozens" in "dozens of protesters" stays."""
    key = words[item.first].key
    if item.refs or item.role or (item.last < len(words) and words[item.last].key == "of"):
        return False
    return key in lexicon.DETERMINERS or key in lexicon.RANKS or key in lexicon.PARTITIVES or key.isdigit()


def _cut(words: Sequence[Word], found: Sequence[Item], start: int) -> int:
    """Where the head ends: before a preposition, a comma, a relative word, or what somebody is doing."""
    for at in range(start + 1, len(found)):
        item, word = found[at], words[found[at].first]
        plain = word.key if not item.refs and not item.role else ""
        doing = plain.endswith("ing") and found[at - 1].role is not None
        if word.apart or doing or (plain in lexicon.PREPOSITIONS and not word.tied):
            return at
    return len(found)


def _answer(phrase: Phrase, depth: int) -> list[Candidate]:
    last = phrase.last
    if not last.refs and phrase.key(last) in lexicon.NO_ACTORS:
        return []
    if joint := _joint(phrase):
        return [joint]
    if borne := _borne(phrase):
        return (
            people.by_surname(phrase.table, borne[0].key, phrase.on)
            if len(borne) == 1
            else _spelt(phrase, borne)
        )
    if last.person:
        number, titles = last.refs[0].number, _titles(phrase, phrase.roles)
        return [people.by_name(phrase.table, number, phrase.on, phrase.former, titles)]
    if last.refs and last in phrase.names:
        return _named(phrase)
    if last.role or last.refs or not _named_by(phrase, last):
        return nominals.answer(phrase, _rest(phrase, depth))
    return _unknown(phrase)


def _borne(phrase: Phrase) -> Sequence[Word]:
    """The words of a name whose last one is a nominal, too: "Julie Bishop", "King" without an article; else ()."""
    names, last = [phrase.words[item.first] for item in phrase.head], phrase.last
    if phrase.article or phrase.tail or not last.role or last.last - last.first > 1 or not names[-1].capital:
        return ()
    plain = all(
        phrase.plain(item) and _bears(word) for item, word in zip(phrase.head[:-1], names, strict=False)
    )
    known = len(names) > 1 or names[0].key in phrase.table.surnames
    return names if plain and known and names[-1].key in phrase.table.surnamed else ()


def _spelt(phrase: Phrase, names: Sequence[Word]) -> list[Candidate]:
    return people.by_spelling(phrase.table, list(names), phrase.on)


def _named_by(phrase: Phrase, item: Item) -> bool:
    """Whether the word is part of somebody's name: a capital, or what a hyphen ties to one (Gil-dong)."""
    word, before = phrase.words[item.first], phrase.words[item.first - 1 : item.first]
    tied = word.tied and word.key.isalpha() and word.key not in lexicon.ATTACHED and word.key != "based"
    return word.capital or (tied and all(each.capital for each in before) and _plain_before(phrase))


def _plain_before(phrase: Phrase) -> bool:
    return len(phrase.head) > 2 and bool(phrase.plain(phrase.head[-2]))


def _rest(phrase: Phrase, depth: int) -> Candidate | None:
    """Whose or of what, after a preposition that says so; the first that names a country, else the first."""
    first = None
    for at, item in enumerate(phrase.tail[:-1]):
        plain = phrase.plain(item)
        if plain in lexicon.RELATIVES:
            break
        if plain in lexicon.BELONGS or (
            plain == "to" and phrase.words[phrase.last.last - 1].key in lexicon.SERVES
        ):
            after = phrase.words[phrase.tail[at + 1].first :]
            found = read(phrase.table, after, phrase.on, "the", depth + 1)
            if found and found[0].country:
                return found[0]
            first = first or (found[0] if found else None)
    return first


def _joint(phrase: Phrase) -> Candidate | None:
    """ "US and Iraqi officials": one nominal of two states is of neither."""
    first = phrase.entity(phrase.last)
    if not first or first.kind not in STATES or not phrase.tail or not phrase.tail[-1].role:
        return None
    listed = phrase.plain(phrase.tail[0]) in ("and", "or") or phrase.words[phrase.tail[0].first].apart
    others = [entity for item in phrase.tail if (entity := phrase.entity(item)) and entity.kind in STATES]
    between = {phrase.plain(item) for item in phrase.tail} & (lexicon.PREPOSITIONS - {"and", "or"})
    if not listed or between or all(other.country == first.country for other in others):
        return None
    role = nominals.head_role([item for item in phrase.tail if item.role], phrase.tail[-1])
    name = naming.nominal(phrase.words, phrase.head, phrase.tail)
    return Candidate(name, "", (role.sector,) if role else (), "", 0.6, "of two states", "role")


def _named(phrase: Phrase) -> list[Candidate]:
    """The phrase ends in a name: "South Korea's National Assembly", "communist North Korea"."""
    last, table = phrase.last, phrase.table
    previous = phrase.head[-2] if len(phrase.head) > 1 else None
    word = phrase.words[last.first]
    if previous and phrase.plain(previous):
        if phrase.plain(previous) in lexicon.PARTICLES:  # "de Lima", "van Buren"
            return people.by_surname(table, phrase.plain(previous) + word.key, phrase.on)
        if phrase.words[previous.first].capital and phrase.key(last) in table.given:  # "Michael Jordan"
            return []
        entity = phrase.entity(last)
        if (
            entity
            and entity.kind == "state"
            and previous == phrase.head[0]
            and phrase.plain(previous) == lexicon.AIRLINE
        ):
            name = f"{phrase.words[previous.first].text} {entity.name}"
            return [Candidate(name, entity.country, ("BUS",), "", 0.7, "an airline by its name", "group")]
    article = phrase.article if len(phrase.head) == 1 else ""
    found = [entity_candidate(table, ref, article) for ref in last.refs if ref.how != "f"]
    nations = [
        entity for item in phrase.names[:-1] if (entity := phrase.entity(item)) and entity.kind in STATES
    ]
    if found[0].kind == "institution" and nations and nations[0].country != found[0].country:
        why = f"{found[0].name}, of {nations[0].name}"
        return [replace(found[0], country=nations[0].country, why=why)]
    if last.guess:
        why = "the North or the South, where the talk is of Korea"
        return [replace(each, score=0.6, why=why) for each in found]
    return found


def _unknown(phrase: Phrase) -> list[Candidate]:
    """The phrase ends in capitals no table has: somebody with a title, or a surname."""
    run = len(phrase.head)
    while run and phrase.plain(phrase.head[run - 1]) and _part(phrase, run - 1):
        run -= 1
    names, before = [phrase.words[item.first] for item in phrase.head[run:]], phrase.head[:run]
    if not names:
        return []
    roles = [item for item in before if item.role]
    whose = nominals.owner(phrase, [item for item in phrase.names if item in before])
    leading = phrase.words[: phrase.head[run].first]
    short = next((lexicon.TITLES[word.key] for word in leading if word.key in lexicon.TITLES), ("", ""))
    if found := _known(phrase, names, roles, whose, bool(short[1])):
        return found
    role = nominals.head_role(roles, phrase.last)
    if not role and not short[1]:
        return []
    country = whose.country if whose else short[0]
    if short[0] and whose and whose.name.lower() in phrase.table.given:
        country = short[0]  # "Georgia Gov. Brian Kemp"
    sector = nominals.told_sector(role, whose, phrase.former) if role else short[1]
    why = f"by title: {naming.shown(before, phrase.words) or 'a form of address'}"
    score = 0.6 if country else 0.4
    return [Candidate(naming.written(names), country, (sector,) if sector else (), "", score, why, "person")]


def _known(
    phrase: Phrase, names: Sequence[Word], roles: Sequence[Item], whose: Candidate | None, short: bool
) -> list[Candidate]:
    """Somebody of the tables, by surname with a title, or by another spelling."""
    found = people.by_spelling(phrase.table, list(names), phrase.on) if len(names) > 1 else []
    if found or (len(names) > 1 and not any(word.key in lexicon.PARTICLES for word in names)):
        return found
    titled = bool(roles) or short or phrase.words[0].key in lexicon.HONORIFICS
    if whose and not titled:
        return []
    country, titles = whose.country if whose else "", _titles(phrase, roles)
    sector = roles[-1].role.sector if roles and roles[-1].role else ""
    former = phrase.former or sector == "ELI"
    found = people.by_surname(phrase.table, names[-1].key, phrase.on, country, titled, titles, former)
    return found if not roles or sector in _LEADING else [each for each in found if each.sector == sector]


def _part(phrase: Phrase, at: int) -> bool:
    word, last = phrase.words[phrase.head[at].first], at == len(phrase.head) - 1
    if not last and at and word.key in lexicon.PARTICLES:
        return phrase.words[phrase.head[at - 1].first].capital and bool(phrase.plain(phrase.head[at - 1]))
    return _bears(word) or (last and word.tied)


def _titles(phrase: Phrase, roles: Sequence[Item]) -> frozenset[str]:
    """The offices that the phrase gives somebody now."""
    return frozenset() if phrase.former else frozenset(canonical(phrase.key(item)) for item in roles) - {""}


def _bears(word: Word) -> bool:
    """Whether the word can be a part of somebody's name."""
    return word.capital and word.key not in lexicon.TITLES and word.key not in lexicon.HONORIFICS
