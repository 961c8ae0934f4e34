"""Copies: one text printed twice, cut, or under another headline; and whose text it is where it says so.

Candidates come from MinHash signatures (Broder 1997) in bands, of the whole text and of its beginning, so that a
copy cut to a fifth is found as well; each candidate is then compared word by word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHINGLE = 5
"""Words in a row that are compared."""
ENOUGH = 0.5
"""Share of the shorter text's shingles that stand in the longer one, from which it is a copy."""
_LEAST = 15
"""Shingles that a text has at least: of a line or two nothing can be told."""
_HASHES, _ROWS = 128, 3
_SEED = 1
_BEGINNINGS = (60, 150)
"""Words of the beginning: copies are cut from the end."""
_MOST = 64
"""Documents in one band that are compared with the next ones: more share a form letter, not a story."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which the shorter stands in the other; `share` of it, 0..1. Ids in order."""

    one: str
    other: str
    share: float


def copies(texts: Iterable[tuple[str, str]]) -> list[Copy]:
    """The pairs of copies among `(document id, text)`, in order. The order of the texts does not matter."""
    shingled = {identifier: shingles(text) for identifier, text in texts}
    return [
        Copy(one, other, round(share, 3))
        for one, other in _candidates(shingled)
        if (share := shared(shingled[one], shingled[other])) >= ENOUGH
    ]


def shingles(text: str) -> tuple[str, ...]:
    """Runs of five words, in order."""
    words = re.findall(r"\w+", text.casefold())
    return tuple(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of the shorter stands in the longer, 0 where there is too little to tell."""
    mine, theirs = set(one), set(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least >= _LEAST else 0.0


def bands(shingled: Sequence[str]) -> Iterator[str]:
    """The keys under which a text meets its copies. They hang on the text alone."""
    from rensa import RMinHash

    begins = ((f"first {length} ", shingled[:length]) for length in _BEGINNINGS)
    for part, some in (("", shingled), *begins):
        if len(some) < _LEAST:
            continue
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(list(some))
        digest = sketch.digest()
        for at in range(0, _HASHES - _ROWS + 1, _ROWS):
            yield f"{part}{at} {digest[at : at + _ROWS]}"


def _candidates(shingled: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    rows: dict[str, list[str]] = {}
    for identifier in sorted(shingled):
        for band in bands(shingled[identifier]):
            rows.setdefault(band, []).append(identifier)
    pairs = {
        (one, other)
        for row in rows.values()
        for at, one in enumerate(row)
        for other in row[at + 1 : at + 1 + _MOST]
    }
    return sorted(pairs)


_AGENCIES = {
    "AFP": r"AFP|Agence France-Presse",
    "AP": r"AP|Associated Press|The Associated Press",
    "Reuters": r"Reuters|Thomson Reuters",
    "KCNA": r"KCNA|Korean Central News Agency",
    "Yonhap": r"Yonhap|Yonhap News Agency",
    "Xinhua": r"Xinhua|Xinhua News Agency",
    "TASS": r"TASS|ITAR-TASS",
    "Interfax": r"Interfax",
    "RIA Novosti": r"RIA|RIA Novosti|Sputnik",
    "Kyodo": r"Kyodo|Kyodo News",
    "DPA": r"dpa|DPA|Deutsche Presse-Agentur",
    "IRNA": r"IRNA|Islamic Republic News Agency",
    "Anadolu": r"AA|Anadolu|Anadolu Agency",
    "PTI": r"PTI|Press Trust of India",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "UPI": r"UPI|United Press International",
    "Bloomberg": r"Bloomberg|Bloomberg News",
}
_ANY = "|".join(f"(?:{names})" for names in _AGENCIES.values())
_DATELINE = re.compile(
    rf"(?:^|\n)[^\n]{{0,80}}?\(({_ANY})\)\s*(?:[-–—:]|--)|(?:^|\n)({_ANY})\s*[-–—]{{1,2}}\s"
)
_CREDIT = re.compile(
    rf"(?:^|\n)\s*(?:(?i:source|by|from)\s*:?\s+(?:the\s+)?)?\(?({_ANY})\)?\.?\s*(?:\n|$)"
    rf"|\((?:Reporting|Writing|Additional reporting) by[^)\n]{{0,200}}\)"
    rf"|[Cc]opyright\s+(?:\d{{4}}\s+)?(?:The\s+)?({_ANY})"
)
_RELEASE = re.compile(
    r"\b(?:release|readout|communiqu[eé]|statement)s?\s+(?:of|from|by|issued by)\s+the\s+"
    r"((?:[A-Z][\w’']+|of|the|for|and)(?:\s+(?:[A-Z][\w’']+|of|the|for|and)){0,9})"
)
_BEGIN, _END = 600, 500
"""Code points at either end of a text where an agency signs."""


def origin(text: str, byline: str = "") -> str:
    """The agency whose text it is, as the dateline, the credit or the byline names it: `AFP`; "" where none does.
    A photo's credit ("Photo: AFP") and what an agency is quoted for say nothing of the text."""
    if named := re.search(rf"\b({_ANY})\b", byline):
        return _agency(named[1])
    found = _DATELINE.search(text[:_BEGIN]) or _CREDIT.search(text[:_BEGIN]) or _CREDIT.search(text[-_END:])
    if not found:
        return ""
    named_in = next((group for group in found.groups() if group), "")
    return _agency(named_in) if named_in else "Reuters"


def release(text: str) -> str:
    """The ministry or office whose release the text says it prints, in its words; "" where none. It stands in the
    beginning, in brackets or under "relayed"."""
    for line in text[:_BEGIN].splitlines():
        if (line.startswith("(") or "relayed" in line.casefold()) and (found := _RELEASE.search(line)):
            return found[1]
    return ""


def _agency(name: str) -> str:
    return next(agency for agency, names in _AGENCIES.items() if re.fullmatch(names, name))
