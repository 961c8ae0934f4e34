"""A text as words and their classes: one letter a word, so that a grammar is a regular expression."""

import re
from bisect import bisect_left

from detente.records import Span

from .vocabulary import AS_WRITTEN, CLASSES

_SHAPES = (
    "day",  # 1 to 31
    "number",  # any other below 1000, with thousands or decimals
    "year",  # four digits from 1000 to 2100
    "ordinal",  # 25th
    "clock",  # 06:53
    "hours",  # 4.30
    "iso",  # 2019-09-10, with or without T06:53
    "slashed",  # 7/8/07, 9/11
    "named",  # D-Day
    "decade",  # 1990s, '90s
    "shortyear",  # '99
    "dash",
    "comma",
    "dot",
    "apostrophe",
    "slash",
    "plus",
    "open",
    "shut",
    "gap",  # the end of a paragraph
    "other",
)
LETTERS = {name: chr(0x100 + index) for index, name in enumerate((*CLASSES, *_SHAPES))}
"""The letter of each class, for `grammar`."""
NAMES = {letter: name for name, letter in LETTERS.items()}

_TOKEN = re.compile(
    r"""
      [0-9]{4}-[0-9][0-9]-[0-9][0-9] (?: T[0-9][0-9]:[0-9][0-9] (?::[0-9][0-9])?
        (?:Z|[+-][0-9][0-9]:[0-9][0-9])? )? (?![0-9])
    | [0-9]{1,2}/[0-9]{1,2} (?:/[0-9]{2,4}+)? (?![0-9/])
    | [0-9]{1,2}:[0-9][0-9] (?::[0-9][0-9])? (?![0-9])
    | [0-9]{1,3} (?:,[0-9]{3})++ (?:\.[0-9]++)? (?![0-9])
    | [0-9]{1,3} (?:st|nd|rd|th) \b
    | (?:[0-9]{3}|['’‘][0-9]) 0 ['’]? s \b
    | [0-9]++ (?:\.[0-9]++)?
    | ['’‘][0-9][0-9] \b
    | [AaPp] \.\s? [Mm] \b \.?
    | B\.C\. (?:E\.)? | B\.C\b | A\.D\.
    | o['’]clock \b
    | D-Day \b
    | [^\W\d_] \w*+
    | \n[ \t\r]*\n
    | \S
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", "dash"),
    **dict.fromkeys("'\u2019\u2018", "apostrophe"),
    **{",": "comma", ".": "dot", "/": "slash", "+": "plus", "(": "open", ")": "shut"},
}


def _table() -> dict[str, str]:
    table = {mark: LETTERS[name] for mark, name in _PUNCTUATION.items()}
    for name, words in CLASSES.items():
        for word in words.split():
            forms = {word} if name in AS_WRITTEN else {word, word.capitalize(), word.upper()}
            for form in forms:
                table.setdefault(form, LETTERS[name])
    return table


_TABLE = _table()
_OTHER, _GAP = LETTERS["other"], LETTERS["gap"]


class Lexed:
    """The words of `text[span]`: `classes` has one letter a word, `spans` where each stands."""

    __slots__ = ("classes", "spans", "text")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        letters = []
        self.spans: list[tuple[int, int]] = []
        get, keep = _TABLE.get, self.spans.append
        for match in _TOKEN.finditer(text, span.start, span.end):
            word = match.group()
            letters.append(get(word) or _shape(word))
            keep(match.span())
        self.classes = "".join(letters)

    def word(self, index: int) -> str:
        """The word at `index` as written, "" beyond the ends."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def name(self, index: int) -> str:
        """The class of the word at `index`, "gap" beyond the ends."""
        return NAMES[self.classes[index]] if 0 <= index < len(self.classes) else "gap"

    def touches(self, index: int) -> bool:
        """Whether nothing stands between the word at `index` and the one before it."""
        return 0 < index < len(self.spans) and self.spans[index - 1][1] == self.spans[index][0]

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at `offset` or after it."""
        return bisect_left(self.spans, (offset, 0))


def _shape(word: str) -> str:
    first = word[0]
    if first.isdecimal():
        return LETTERS[_number(word)]
    if first == "\n":
        return _GAP
    if word == "D-Day":
        return LETTERS["named"]
    if first in "'’‘" and len(word) > 2:
        return LETTERS["shortyear" if len(word) == 3 else "decade"]
    if len(word) > 2 and word[1] in ".'’":
        return LETTERS["clockword" if first in "oO" else "ampm"]
    return _OTHER


def _number(word: str) -> str:
    if word.isdecimal():
        size = len(word)
        if size <= 2:
            return "day" if 1 <= int(word) <= 31 else "number"
        if size == 4:
            return "year" if "1000" <= word <= "2100" else "number"
        return "number" if size == 3 else "other"
    last = word[-1]
    if last in "tdh":
        return "ordinal"
    if last == "s":
        return "decade"
    if ":" in word:
        return "iso" if "-" in word else "clock"
    if "/" in word:
        return "slashed"
    if "-" in word:
        return "iso"
    return "hours" if re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}", word) else "number"
