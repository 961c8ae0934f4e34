"""Whether a clause tells what was or what will be, guessed from the words around a date."""

from .lexer import Lexed
from .neighbours import BEFORE_ADJECTIVE, DEADLINES, FUTURE, NO_VERBS, PAST

_REACH = 25
"""How many words away a verb still counts."""
_STOP = "stop"


class Clauses:
    """The clauses of one text. What each word tells is looked up once: a hostile text is all dates."""

    __slots__ = ("_lexed", "_lines", "_marks")

    def __init__(self, lexed: Lexed) -> None:
        self._lexed = lexed
        self._marks: dict[int, str] = {}
        self._lines: dict[int, bool] = {}

    def tense(self, start: int, end: int) -> str | None:
        """`past`, `future` or None for the date that is the words from `start` to `end`.

        What stands right beside it tells most ("Friday's attack", "on Friday agreed", "by Friday"); then the
        nearest telling word of the sentence before it, then the nearest one after it.
        """
        lexed = self._lexed
        if lexed.name(end) == "apostrophe" and lexed.touches(end):
            return "past"
        if (beside := self._mark(end)) not in ("", _STOP):
            return beside
        before = lexed.word(start - 1).lower()
        if before in DEADLINES or (before == "as" and lexed.word(start - 3).lower() == "as"):
            return "future"
        return self._nearest(start, -1) or self._nearest(end - 1, 1) or self._infinitive(start)

    def _nearest(self, index: int, step: int) -> str | None:
        for there in range(index + step, index + step * _REACH, step):
            if self._begins_line(there if step > 0 else there + 1):
                return None
            if mark := self._mark(there):
                return None if mark == _STOP else mark
        return None

    def _infinitive(self, index: int) -> str | None:
        """The verb of a headline: "Kim to meet Xi on Friday"."""
        for there in range(index - 1, index - _REACH, -1):
            if self._begins_line(there + 1) or self._mark(there) == _STOP:
                return None
            if self._lexed.word(there) == "to" and self._lexed.word(there + 1).islower():
                return "future"
        return None

    def _begins_line(self, index: int) -> bool:
        if index not in self._lines:
            spans = self._lexed.spans
            inside = 0 < index < len(spans)
            self._lines[index] = inside and "\n" in self._lexed.text[spans[index - 1][1] : spans[index][0]]
        return self._lines[index]

    def _mark(self, index: int) -> str:
        if index not in self._marks:
            self._marks[index] = _STOP if _ends_sentence(self._lexed, index) else _tells(self._lexed, index)
        return self._marks[index]


def _ends_sentence(lexed: Lexed, index: int) -> bool:
    word = lexed.word(index)
    if word == ".":
        return len(lexed.word(index - 1)) > 2 and not lexed.word(index + 1)[:1].islower()
    return word in ("", "!", "?", ";") or lexed.name(index) == "gap"


def _tells(lexed: Lexed, index: int) -> str:
    """What the word says of its clause: `past`, `future`, or "" for nothing."""
    written, before = lexed.word(index), lexed.word(index - 1).lower()
    word = written.lower()
    if written == "may" or word in FUTURE or (word in ("to", "for") and before == "set"):
        return "future"
    if word in PAST or (word.endswith("ed") and word not in NO_VERBS and before not in BEFORE_ADJECTIVE):
        return "past"
    return ""
