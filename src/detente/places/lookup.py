"""Where a mention is: a name, a name in a name, or words that lead there from a name."""

from collections.abc import Collection, Sequence

from . import lexicon
from .candidates import Candidate
from .items import Item, items, joined
from .phrase import Phrase
from .ranking import candidate, made, ranked
from .relations import between, border, capital, coast
from .shifting import shift
from .spelling import Word, key, words
from .table import Entry, Table, load

_LONGEST = 40
"""Words that are looked at: no mention is longer, hostile text may be."""
_MOST = 8
"""Candidates that are given."""
_FOREIGN = frozenset({"embassy", "embassies", "consulate", "consulates", "mission", "legation"})
_KNOWN = 0.64
"""Weight that a place needs to be meant by a common word ("Nice"), or in small letters ("aleppo")."""


def locate(text: str, near: Collection[str] = ()) -> list[Candidate]:
    """Candidates for one mention of a place, best first; [] when nothing fits.

    `near` are ISO 3166 alpha-3 codes of countries that the text is about: hints, which lift what lies there
    and rule nothing out. Only the words count: "Seoul" is the city here, whoever acts there. Whether it stands
    for a government is the caller's to know, by role: an event's place is asked for here, its source in
    `detente.actors`. Of several places in one mention the first comes first, the others after it.
    """
    table, found = load(), _bare(joined(words(text[:500])[:_LONGEST]))
    if not found:
        return []
    hints = tuple(sorted(code for code in set(near) if isinstance(code, str)))[:20]
    if whole := _whole(table, found, hints):
        return whole
    phrase = Phrase(table, found, items(table, found), hints)
    for reading in (border, coast, between, capital, _named):
        if answer := reading(phrase):
            return answer[:_MOST]
    return _guess(table, found, hints)


def _bare(found: Sequence[Word]) -> Sequence[Word]:
    """Without prepositions and articles that lead it."""
    while len(found) > 1 and found[0].key in lexicon.LEADING and not found[0].text.isupper():
        found = found[1:]
    while len(found) > 1 and found[0].key in lexicon.ARTICLES and not found[0].text.isupper():
        found = found[1:]
    return found


def _whole(table: Table, found: Sequence[Word], near: Collection[str]) -> list[Candidate]:
    """The mention is a name as it stands."""
    entries = table.named(key(found))
    common = len(found) == 1 and found[0].key in lexicon.COMMON and not found[0].text.isupper()
    small = not any(word.capital for word in found)
    if small and all(word.key in lexicon.COMMON for word in found):
        return []
    if common:
        entries = [entry for entry in entries if entry.kind != "region"]
    if small or common:
        entries = [entry for entry in entries if entry.weight >= _KNOWN]
    return [candidate(*each) for each in ranked(entries, near)]


def _named(phrase: Phrase) -> list[Candidate]:
    """By the names in it, and by what the words around them make of those."""
    item = phrase.pick()
    if item is None or (not phrase.specifics and phrase.plain & _FOREIGN and not _held(phrase, item)):
        return []
    rest = [other for other in phrase.items if other.entries and other is not item and not other.loose]
    out = _shown(phrase, item)
    for other in rest:
        out += [
            made(*_facts(entry), min(score * 0.5, out[-1].score if out else 0.5), "named with it")
            for entry, score, _ in phrase.ranked(other)[:1]
        ]
    return out


def _facts(entry: Entry) -> tuple[str, str, str, tuple[float, float], float]:
    return entry.name, entry.kind, entry.country, entry.point, entry.radius


def _held(phrase: Phrase, item: Item) -> bool:
    """An embassy is in the country after "in", not in the one it is of."""
    return bool(set(phrase.before(item, 2)) & lexicon.INSIDE - {"of"})


def _shown(phrase: Phrase, item: Item) -> list[Candidate]:
    change = shift(phrase, item)
    head = 0.0 if item.first == 0 else 0.05
    out = []
    for entry, score, why in phrase.ranked(item):
        if change.none:
            out.append(candidate(entry, score - head, why))
            continue
        point, radius, how = change.applied(entry)
        name = " ".join(word.text for word in phrase.words)[:80]
        country = "" if change.far is not None and change.far > 300 else entry.country
        out.append(made(name, "area", country, point, radius, score - 0.1, f"{entry.name}: {how}"))
    return out


def _guess(table: Table, found: Sequence[Word], near: Collection[str]) -> list[Candidate]:
    """ "The North", where the talk is of Korea."""
    code = lexicon.GUESSES.get(found[0].key) if len(found) == 1 and found[0].capital else None
    state = table.state(code) if code and {"PRK", "KOR"} & set(near) else None
    return [candidate(state, 0.6, "the North or the South, where the talk is of Korea")] if state else []
