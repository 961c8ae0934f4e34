"""Words as they are compared: content words without their endings, numbers as numbers."""

import re
from collections.abc import Iterator
from math import fsum

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STOP = frozenset(
    "a about after again against all also although amid among an and any are around as at be because been before "
    "being between both but by can could day days did do does during each for from further get had has have he her "
    "here hers him his how if in including into is it its just last later like made make many may me might more most "
    "mr mrs ms much must my new news next no not now of off on one only or other our out over own people per re read "
    "reuters said same say saying says several she should since so some still such than that the their them then "
    "there these they this those three through time to told too two under until up upon us very was way we week "
    "weeks well were what when where whether which while who whom whose why will with would year years yet you your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december afp ap according".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed", "es", "er", "s")
_KEEP = 4
"""Letters that an ending leaves at least."""
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_NTH = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def stem(word: str) -> str:
    """Without the commonest endings, so that "launches" is "launched"."""
    word = re.sub(r"[’'].*", "", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEEP:
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > _KEEP else word


def stems(text: str) -> Iterator[str]:
    """Of the content words, in order."""
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if word not in _STOP and len(word) > 1:
            yield stem(word)


def numbers(words: str) -> Iterator[str]:
    """Cardinals and ordinals of a phrase, as digits: "two missiles" 2, "10th" 10, "1,200" 1200."""
    for match in _NUMBER.finditer(words):
        yield match[0].replace(",", "")
    for word in re.findall(r"[a-z]+", words.casefold()):
        if number := _SPELT.get(word) or _NTH.get(word):
            yield number


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set stands in the other, numbers and long words counting more; 0..1."""
    if not one or not other:
        return 0.0
    shared = fsum(map(_weight, one & other))  # exact, so that the order within a set does not matter
    return shared / min(fsum(map(_weight, one)), fsum(map(_weight, other)))


def _weight(word: str) -> float:
    """A stand-in for rarity that hangs on no corpus, so that no other document changes a link."""
    return 1.5 if word[0].isdigit() else min(len(word), 10) / 5
