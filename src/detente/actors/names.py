"""Spellings: text into words, words into keys under which the same name always stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019`][^\W_]+)*")
_ODD = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written, folded, where it stands, whether a hyphen ties it to the word before, whether it
    has a possessive ending, whether a comma, bracket or dash stands before it."""

    text: str
    key: str
    start: int
    end: int
    tied: bool
    owns: bool
    apart: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return len(self.key) > 1 and self.text.upper() == self.text and not self.text.isdigit()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, no accents, dots or apostrophes: "U.S." is "us", "Sana'a" is "sanaa"."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_ODD))
    return "".join(letter for letter in plain if letter.isalnum())


def words(text: str) -> list[Word]:
    """The words of `text` in order. A final 's is no part of a word, nor is a hyphen."""
    out: list[Word] = []
    previous = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        owns = written[-2:] in ("'s", "\u2019s", "`s", "'S", "\u2019S")
        if owns:
            written, end = written[:-2], end - 2
        if key := fold(written):
            tied = bool(out) and start == previous + 1 and text[previous] in "-\u2010\u2011"
            apart = bool(out) and any(mark in text[previous:start] for mark in ",;:()[]\u2013\u2014")
            out.append(Word(written, key, start, end, tied, owns or _bare_genitive(text, end), apart))
        previous = match.end()
    return out


def _bare_genitive(text: str, end: int) -> bool:
    """Whether it is like "Houthis' leader"; a closing quotation mark looks the same, and does no harm."""
    return text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "\u2019 ")


def tight(text: str) -> str:
    """The key of a name: its folded words run together; Kim Jong-un, Kim Jong Un and Kim Jongun agree."""
    return "".join(word.key for word in words(text))


_ROMAN = (
    (re.compile(r"^(?:lee|rhee|yi|li|lie)$"), "ri"),
    (re.compile(r"^(?:choi|choe|choy)$"), "che"),
    (re.compile(r"^(?:park|bak|pak)$"), "pak"),
    (re.compile(r"^(?:roh|noh|no)$"), "ro"),
    (re.compile(r"^(?:cho|jo)$"), "jo"),
    (re.compile(r"^(?:chung|jung|jeong|chong)$"), "jong"),
    (re.compile(r"^ahn$"), "an"),
    (re.compile(r"^usam[ae]h?$"), "osama"),
    (re.compile(r"^(?:mo|mu)ham+[ae]d$|^mehm[eo]t$"), "muhamad"),
    (re.compile(r"^(?:abd|abdel|abdul|abdal|abdoul)$"), "abd"),
    (re.compile(r"^(?:yus+[ue]f|yous+[ue]f|jos+eph)$"), "yusuf"),
    (re.compile(r"^(?:volodymyr|uladzimir|vladymyr)$"), "vladimir"),
    (re.compile(r"^(?:al[ey]*ks?andr|alexander|oleks?andr|aleksander|alaksandr|alyaksandr)$"), "alexandr"),
    (re.compile(r"^(?:serhi[iy]+|sergey|siarhei|serge[ji])$"), "sergei"),
    (re.compile(r"^(?:dmytro|dmitr[iy]+|zmitser)$"), "dmitri"),
    (re.compile(r"^(?:mykola|mikalai)$"), "nikolai"),
    (re.compile(r"^(?:yevhen|evgen[iy]+|yevgen[iy]+)$"), "evgeni"),
    (re.compile(r"enka$"), "enko"),
    (re.compile(r"eo"), "o"),
    (re.compile(r"eu|oo|ou"), "u"),
    (re.compile(r"[iy]+y?$|ey$|ei$|iy$"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ee|ie|ei"), "i"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"kh|q|ck|c(?=[aou]|$)"), "k"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"([gd])h"), r"\1"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LINKS = frozenset({"al", "el", "ul", "ad", "as", "an", "bin", "ibn", "ben", "de", "da", "do", "dos"})


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    for pattern, replacement in _ROMAN:
        word = pattern.sub(replacement, word)
    return word


def loose(keys: list[str]) -> str:
    """A key that also forgets how a name was romanised, the order of its parts, initials and articles.
    Of two parts at least, else "": a surname alone is too little to be loose about."""
    parts = sorted(_sound(key) for key in keys if len(key) > 1 and key not in _LINKS)
    return " ".join(parts) if len(parts) > 1 else ""
