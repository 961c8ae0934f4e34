"""Words → the encoder's pieces (WordPiece, Wu et al. 2016, with BERT's lower-casing) and letter case."""

import unicodedata
from functools import lru_cache
from importlib.resources import files

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
CASES = 6
"""Letter-case classes: lower, Title, UPPER, miXed, digits, other; doubled: outside and inside quotation marks."""
_LONGEST = 64  # characters of a word that are looked at; beyond, it is no word
_MOST_PIECES = 12


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, int]:
    lines = files("detente.reading").joinpath("vocabulary.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def _normal(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _parts(word: str) -> list[str]:
    """Runs of letters and digits; every other character by itself."""
    out: list[str] = []
    joined = False
    for char in word:
        if char.isalnum():
            out[-1:] = [out[-1] + char] if joined else [*out[-1:], char]
            joined = True
        else:
            out.append(char)
            joined = False
    return out


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[int, ...]:
    """Vocabulary numbers of one word: at least one, at most twelve."""
    vocabulary = _vocabulary()
    out: list[int] = []
    for part in _parts(_normal(word[:_LONGEST])):
        start, prefix, found = 0, "", []
        while start < len(part):
            end = len(part)
            while end > start and prefix + part[start:end] not in vocabulary:
                end -= 1
            if end == start:
                found = [UNKNOWN]
                break
            found.append(vocabulary[prefix + part[start:end]])
            start, prefix = end, "##"
        out += found
    return tuple(out[:_MOST_PIECES]) or (UNKNOWN,)


@lru_cache(maxsize=65536)
def case(word: str) -> int:
    """The letter-case class of one word, 0..5."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word.istitle():
        return 1
    if any(char.isalpha() for char in word):
        return 3
    return 4 if any(char.isdigit() for char in word) else 5
