"""Words and the few signs that carry meaning, with where they stand."""

import re
from dataclasses import dataclass

from detente.records import Span

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[\[\]()…:—%$€£¥°]")


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is folded for comparing, `as_written` is not; `span` counts in the text it was cut from."""

    word: str
    as_written: str
    span: Span


def tokens(text: str, within: Span | None = None) -> tuple[Token, ...]:
    start, end = within or (0, len(text))
    return tuple(
        Token(match[0].casefold(), match[0], Span(*match.span()))
        for match in _TOKEN.finditer(text, start, end)
    )


def words(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(text))
