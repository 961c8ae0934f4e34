"""Spellings: text into words, words into keys under which the same name always stands."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019`\u02bc\u2018][^\W_]+)*")
_ODD = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_SOUND = 5
"""Letters of a loose key at least: shorter ones meet too many names."""
ARABIC = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ez", "es", "er", "ul", "l"})
"""The Arabic article, as it is written before names."""


@dataclass(frozen=True, slots=True)
class Word:
    """As written and folded; whether it has a possessive ending, a hyphen before it, a comma or bracket
    before it."""

    text: str
    key: str
    owns: bool
    tied: bool
    apart: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, letters and digits only, no accents: "Sana'a" is "sanaa"."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_ODD))
    return "".join(letter for letter in plain if letter.isalnum())


def words(text: str) -> list[Word]:
    """The words of `text` in order; a final 's is no part of a word, nor is a hyphen or a slash."""
    out: list[Word] = []
    previous = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        written, between = match[0], text[previous:start]
        owns = written[-2:] in ("'s", "\u2019s", "`s", "'S", "\u2019S")
        if owns:
            written = written[:-2]
        if key := fold(written):
            tied = bool(out) and between in ("-", "\u2010", "\u2011")
            apart = bool(out) and any(mark in between for mark in ",;:()[]/\u2013\u2014")
            owns = owns or (key[-1] == "s" and text[end : end + 2] in ("' ", "\u2019 "))
            out.append(Word(written, key, owns, tied, apart))
        previous = end
    return out


def key(part: Sequence[Word]) -> str:
    """The key of a name: its folded words run together, without the article that leads it, "mt" as "mount"."""
    keys = [{"mt": "mount", "st": "saint", "ft": "fort"}.get(word.key, word.key) for word in part]
    return "".join(keys[1:] if len(keys) > 1 and keys[0] in _ARTICLES else keys)


_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"kh|ck|q", "k"),
        (r"c(?=[aou])", "k"),
        (r"dzh|dj|zh", "j"),
        (r"([dgt])h", r"\1"),
        (r"ph", "f"),
        (r"eo", "o"),
        (r"ae", "e"),
        (r"[aei]+h?$", "a"),
        (r"[ouw]+", "u"),
        (r"[eiy]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def loose(part: Sequence[Word]) -> str:
    """A key that also forgets how a name was romanised and its Arabic article; "" where too little is left."""
    rest = [_sound(word.key) for word in part if word.key not in ARABIC and word.key not in _ARTICLES]
    found = "".join(rest)
    return found if len(found) >= _SOUND else ""
