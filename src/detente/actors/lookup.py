"""Who a mention is: a name, a title and a name, an adjective and a nominal."""

from collections.abc import Sequence
from datetime import date

from . import lexicon, people, phrases
from .candidates import Candidate
from .entities import entity_candidate
from .items import fits
from .names import Word, words
from .table import Ref, Table, load

_LONGEST = 40
"""Words that are looked at: no mention is longer, hostile text may be."""


def lookup(text: str, on: date | None = None) -> list[Candidate]:
    """Candidates for one mention, best first; [] when nothing fits.

    `on` is the day of the text: it decides who held an office, and whether somebody is a former holder.
    A pronoun is nobody. Of "A and B" only A is read: the caller knows the tree.
    """
    found = words(text[:1000])[:_LONGEST]
    bare, article = _without_article(found)
    if not bare or (len(bare) == 1 and bare[0].key in lexicon.PRONOUNS and not bare[0].acronym):
        return []
    table = load()
    for part in (found, bare) if article else (bare,):
        if whole := _whole(table, part, on, article):
            return whole
    answer = phrases.read(table, bare, on, article)
    if not answer and not article and bare[0].capital and _one_name(bare):
        return people.by_surname(table, "".join(word.key for word in bare), on)
    return answer or _any_case(table, bare, on)


def nominal_sector(text: str) -> str | None:
    """The sector that a nominal's own words tell ("the ministry" GOV, "police" COP); None where none."""
    for candidate in lookup(text):
        if candidate.kind == "role":
            return candidate.sectors[0] if candidate.sectors else None
    return None


def _one_name(bare: Sequence[Word]) -> bool:
    """Whether it can be a surname alone: "Lavrov", "De Mistura", "Abdul-Mahdi"."""
    return (
        len(bare) == 1
        or (bare[0].key in lexicon.PARTICLES and len(bare) == 2)
        or all(word.tied for word in bare[1:])
    )


def _without_article(found: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """Without a leading article, and which it was: "the", "a" or ""."""
    if len(found) > 1 and found[0].key in lexicon.ARTICLES:
        return found[1:], "the" if found[0].key == "the" else "a"
    return found, ""


def _whole(table: Table, found: Sequence[Word], on: date | None, article: str) -> list[Candidate]:
    """The mention is a name as it stands."""
    refs = [ref for ref in table.refs("".join(word.key for word in found)) if fits(found, ref)]
    if found[0].acronym:  # SANA is the agency, Sana the capital
        refs = [ref for ref in refs if ref.letters == "A"] or refs
    out = [_by(table, ref, on, article) for ref in refs]
    if not out and (shorter := _without_initials(found)):
        return _whole(table, shorter, on, article)
    if not out and len(found) > 1 and not any(word.apart for word in found):
        out = people.by_spelling(table, list(found), on) if all(_named(word) for word in found) else []
    distinct = {(each.name, each.country): each for each in sorted(out, key=lambda each: each.score)}
    return sorted(distinct.values(), key=lambda each: -each.score)


def _without_initials(found: Sequence[Word]) -> Sequence[Word]:
    """ "James R. Clapper Jr." as James Clapper; [] where there is nothing to leave out."""
    kept = [
        word
        for at, word in enumerate(found)
        if at == 0 or (len(word.key) > 1 and word.key not in ("jr", "sr"))
    ]
    return kept if 1 < len(kept) < len(found) else []


def _named(word: Word) -> bool:
    return word.capital or word.tied or word.key in lexicon.PARTICLES


def _by(table: Table, ref: Ref, on: date | None, article: str) -> Candidate:
    if ref.how == "f":
        return people.by_name(table, ref.number, on)
    return entity_candidate(table, ref, article)


def _any_case(table: Table, found: Sequence[Word], on: date | None) -> list[Candidate]:
    """A name all in small letters, as people type it."""
    if any(word.capital for word in found):
        return []
    key = "".join(word.key for word in found)
    return [] if key in lexicon.COMMON else [_by(table, ref, on, "") for ref in table.refs(key)]
