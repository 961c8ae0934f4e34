"""What a text says about itself in its first lines: headline, byline, day of publication."""

import re
from collections.abc import Sequence
from datetime import date

from detente.records import Span

from .days import MONTH, day_in
from .dropping import HEAD_LINES, byline_in, dateline_in, lines

_MAX_HEADLINE = 150
_PUBLISHED = re.compile(r"\W*(?:first |originally )?(?:published|posted|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\W*(?:last )?(?:updated?|modified)\b", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?i:{MONTH} \d{{1,2}},? (?:{_YEAR}|juche \d+,? ?\({_YEAR}\))|\d{{1,2}} {MONTH},? {_YEAR})"
# SEOUL, South Korea, Dec. 9, 2018 (Example News) -- : a place, a full day, perhaps an agency, a dash.
_DATELINE = re.compile(
    rf"(?:[A-Z][\w.'\u2019/-]{{0,30}},? ){{1,6}}\(?{_DAY}\)?,? ?(?:\([^()]{{2,40}}\) ?)?(?:--|[—\u2013-])\s"
)


def headline(text: str, dropped: Sequence[Span]) -> str:
    """The first line, where it looks like a headline and stands apart from what follows; else `""`."""
    found = lines(text)
    first, second = next(found, None), next(found, None)
    if not first or not second or any(span.overlaps(first) for span in dropped):
        return ""
    words = first.of(text)
    apart = re.search(r"\n\s*\n|\r\s*\r", text[first.end : second.start]) or second in dropped
    ended = words.endswith((".", "!", ":", ",", ";")) and not words.endswith(("...", ". . ."))
    if not apart or ended or len(words) > _MAX_HEADLINE or len(words.split()) < 3 or _DATELINE.match(words):
        return ""
    return words


def byline(text: str) -> str:
    """The names in the first byline, `""` where there is none."""
    return next((names for line in _head(text) if (names := byline_in(line))), "")


def published(text: str) -> date | None:
    """From a `Published :` line, a line that is only a day, or a dateline that has its year. When it was
    updated is not when it was published."""
    head = _head(text)
    marked = [when for line in head if _PUBLISHED.match(line) and (when := dateline_in(line))]
    bare = [when for line in head if not _UPDATED.match(line) and (when := dateline_in(line))]
    opened = [match[0] for line in head if (match := _DATELINE.match(line))]
    signed = [line for line in head if byline_in(line)]
    days = (day_in(words) for words in (*marked, *bare, *opened, *signed))
    return next((day for day in days if day), None)


def _head(text: str) -> list[str]:
    return [line.of(text) for _, line in zip(range(HEAD_LINES), lines(text), strict=False)]
