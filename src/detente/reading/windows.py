"""A document cut for the encoder: windows of whole paragraphs where they fit, never of two documents."""

import re
from dataclasses import dataclass

from detente.records import Document, Span

from .words import words

MOST_WORDS = 300
"""Words in a window: context for who is meant, and still under the encoder's 512 positions."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_WRAPPED = 95  # a file whose lines all end before this many characters, in mid-sentence, is hard-wrapped
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one stretch of text. `breaks` says after which words a sentence must end (a paragraph ends
    there); `quoted`, which words stand inside quotation marks."""

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    breaks: tuple[bool, ...]
    quoted: tuple[bool, ...]

    def joined(self, other: "Window") -> "Window":
        return Window(
            self.spans + other.spans,
            self.forms + other.forms,
            self.breaks + other.breaks,
            self.quoted + other.quoted,
        )


def _wrapped(text: str) -> bool:
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    inner = [line for line in lines if 40 <= len(line) <= _WRAPPED]
    open_ended = [line for line in inner if line[-1].isalpha() or line[-1] == ","]
    return len(lines) >= 6 and len(inner) > 0.6 * len(lines) and len(open_ended) > 0.6 * len(inner)


def paragraphs(document: Document) -> list[Span]:
    """The lines that are read; in hard-wrapped text, what stands between blank lines."""
    pattern = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*") if _wrapped(document.text) else _LINE
    out = []
    for part in document.read_spans():
        for match in pattern.finditer(document.text, part.start, part.end):
            if match.group().strip():
                out.append(Span(*match.span()))
    return out


def quoted(forms: list[str]) -> list[bool]:
    """For the words of one paragraph: inside quotation marks or not (the marks themselves are outside)."""
    out, inside = [], False
    for form in forms:
        if form in _OPEN or (form in ('"', "``", "''") and not inside):
            out.append(False)
            inside = True
        elif form in _CLOSE or form in ('"', "''"):
            out.append(False)
            inside = False
        else:
            out.append(inside)
    return out


def _cut(forms: list[str]) -> int:
    """How many words of an overlong paragraph go into the next window: up to the last likely sentence end."""
    for index in range(MOST_WORDS, MOST_WORDS // 3, -1):
        if forms[index - 1] in (".", "?", "!", "”", '"') and forms[index][:1].isupper():
            return index
    return MOST_WORDS


def windows(document: Document) -> list[Window]:
    """All windows of a document in text order; every word that is read is in exactly one."""
    out: list[Window] = []
    for paragraph in paragraphs(document):
        spans = words(document.text, paragraph)
        forms = [span.of(document.text) for span in spans]
        marks = quoted(forms)
        start = 0
        while start < len(spans):
            left = len(spans) - start
            end = start + (left if left <= MOST_WORDS else _cut(forms[start:]))
            breaks = (*(False,) * (end - start - 1), end == len(spans))
            part = Window(tuple(spans[start:end]), tuple(forms[start:end]), breaks, tuple(marks[start:end]))
            if out and len(out[-1].forms) + end - start <= MOST_WORDS:
                part = out.pop().joined(part)
            out.append(part)
            start = end
    return out
