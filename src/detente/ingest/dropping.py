"""Marks what is not news in a text. Nothing is removed: the spans say what is not to be read."""

import re
from collections.abc import Iterator

from detente.records import Span, merged

from . import boilerplate
from .days import day_in

MAX_LINE = 600
"""Longer lines are prose (or a page run together); only their credits and ends are looked at."""
MAX_CAPTION = 450
"""A line that ends in a photo credit is a caption up to here; of a longer one only the credit goes."""
MAX_HEADLINE = 160
MAX_LIST = 20
"""Lines that are looked at from the end for a list of other articles."""
HEAD_LINES = 8
"""Bylines and bare dates are looked for among so many lines that are not blank."""

_LINE = re.compile(r"\S(?:[^\r\n\u2028]*\S)?")
_WHOLE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in boilerplate.LINES.values())
_UPDATED = re.compile(boilerplate.UPDATED, re.IGNORECASE)
_WHEN = re.compile(boilerplate.WHEN, re.IGNORECASE)
_BYLINE = re.compile(boilerplate.BYLINE)
_OUTLETLIKE = re.compile(boilerplate.OUTLETLIKE)
_ENDS = tuple(re.compile(rf"(?:{pattern})\Z") for pattern in boilerplate.ENDS.values())
_STARTS = tuple(re.compile(pattern) for pattern in boilerplate.STARTS.values())
_CREDIT_HINT = re.compile(boilerplate.CREDIT_HINT)
_CREDIT = re.compile(rf"(?:{'|'.join(boilerplate.CREDITS)})[.)\]]{{0,2}}\Z")
_LIST = re.compile(boilerplate.LIST, re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]['\"\u2019”)]{0,2}\Z")
_LINK_END = re.compile(r"\bRead more\Z", re.IGNORECASE)


def dropped(text: str) -> tuple[Span, ...]:
    """Spans that are not news, sorted and disjoint, each a whole line (without the white space around it)
    or a clear part of one."""
    found = list(lines(text))
    list_at = _list_at(text, found)
    parts = (span for number, line in enumerate(found[:list_at]) for span in _parts(text, line, number))
    return merged([*parts, *found[list_at:]])


def lines(text: str) -> Iterator[Span]:
    """The lines that are not blank, without the white space around them."""
    return (Span(*match.span()) for match in _LINE.finditer(text))


def byline_in(line: str) -> str:
    """The names in a byline (`By Jane Smith, Example News`), `""` where the line is none."""
    match = _BYLINE.fullmatch(line) if len(line) <= 160 else None
    if not match or line.endswith((".", "!", "?", ":")):
        return ""
    people, more = match["names"].strip(" ,").split(", "), match["more"] or ""
    if more.startswith(",") and not _OUTLETLIKE.search(more):
        return ""
    while len(people) > 1 and _OUTLETLIKE.search(people[-1]):
        people.pop()
    names = ", ".join(people)
    return names if " " in names or _OUTLETLIKE.search(names) else ""


def dateline_in(line: str) -> str:
    """What follows `Published:` or `Updated at` in a line of nothing else, or a line that is itself only a
    full day; `""` for other lines."""
    if len(line) > 100:
        return ""
    match = _UPDATED.fullmatch(line)
    if match and _is_when(match["when"]):
        return match["when"]
    return line if _is_when(line) and day_in(line) else ""


def _list_at(text: str, found: list[Span]) -> int:
    """The number of the line from where only headlines of other articles follow."""
    at = len(found)
    for number in range(len(found) - 1, max(-1, len(found) - 1 - MAX_LIST), -1):
        words = found[number].of(text)
        if _LIST.fullmatch(words):
            at = number
        elif len(words) > MAX_HEADLINE or (_SENTENCE_END.search(words) and not _whole(words, number)):
            break
    return at


def _parts(text: str, line: Span, number: int) -> Iterator[Span]:
    words = line.of(text)
    if _whole(words, number):
        yield line
        return
    if credit := _credit(words):
        is_caption = len(words) <= MAX_CAPTION and len(words) < len(text.strip())
        yield line if is_caption else Span(line.start + credit.start, line.end)
    for pattern in _STARTS:
        if match := pattern.match(words):
            yield Span(line.start, line.start + match.end())
    tail = max(0, len(words) - 260)
    for pattern in _ENDS:
        if match := pattern.search(words, tail):
            yield _trimmed(text, Span(line.start + match.start(), line.end))


def _whole(words: str, number: int) -> bool:
    if len(words) > MAX_LINE:
        return False
    if any(pattern.fullmatch(words) for pattern in _WHOLE) or _is_buttons(words) or _is_link(words):
        return True
    if match := _UPDATED.fullmatch(words):
        return _is_when(match["when"])
    return number < HEAD_LINES and bool(byline_in(words) or dateline_in(words))


def _is_when(words: str) -> bool:
    return any(map(str.isdigit, words)) and all(_WHEN.fullmatch(word) for word in words.strip("()").split())


def _is_buttons(words: str) -> bool:
    if len(words) > 120:
        return False
    found = re.findall(r"[\w+-]*\w\+?", words.lower())
    return not boilerplate.SHARE.isdisjoint(found) and boilerplate.BESIDE.issuperset(found)


def _is_link(words: str) -> bool:
    """A headline with `Read more` behind it."""
    match = _LINK_END.search(words) if len(words) <= 200 else None
    return match is not None and not _SENTENCE_END.search(words[: match.start()].rstrip())


def _credit(words: str) -> Span | None:
    tail = max(0, len(words) - 200)
    match = _CREDIT.search(words, tail) if _CREDIT_HINT.search(words, tail) else None
    return Span(*match.span()) if match else None


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.end - len(span.of(text).lstrip()), span.end)
