"""A brief for the terminal: wrapped to its width, colour only when asked."""

import textwrap
from collections.abc import Callable, Iterator

from . import shown
from .lines import Brief, Source
from .safe import plain
from .wording import SECTIONS

WIDTH = 88
"""Columns, where the terminal does not say."""
_NARROW = 30


def text(brief: Brief, width: int = WIDTH, colour: bool = False) -> str:
    """The brief as plain text in `width` columns, with ANSI colour if `colour`."""
    paint = _painter() if colour else _bare
    width = max(width, _NARROW)
    out = [paint("bold", each) for each in _wrapped(plain(brief.title), width, "", "")]
    out += _wrapped(shown.subtitle(brief), width, "", "")
    if not brief.lines:
        out += ["", "Nothing to report in these days: no line could be made."]
    for key, heading in SECTIONS.items():
        own = [line for line in brief.lines if line.section == key]
        if own:
            out += ["", paint("bold", heading)]
        for line in own:
            cited = shown.citation(brief, line, plain, _mark)
            out += _wrapped(f"{plain(line.text)} {cited}", width, "- ", "  ")
    if brief.sources:
        out += ["", paint("bold", "Sources") + " (detente why ID shows the words)"]
        for source in brief.sources:
            out += [paint("dim", each) for each in _source(source, width)]
    if note := shown.left_out(brief):
        out += ["", *_wrapped(note, width, "", "")]
    return "\n".join(out) + "\n"


def _mark(number: int) -> str:
    return f"[{number}]"


def _source(source: Source, width: int) -> Iterator[str]:
    document = source.document
    head = shown.reference(source, plain)
    if document.url:
        head = f"{head}, {plain(document.url)}"
    yield from _wrapped(head, width, "", "  ")
    marks = []
    for cited in source.cited:
        asked = shown.record_id(cited)
        marks.append(f"[{cited.mark}] sentence {cited.number}" + (f" ({asked})" if asked else ""))
    yield from _columns(marks, width)


def _columns(cells: list[str], width: int) -> Iterator[str]:
    """The cells in as many columns as fit."""
    broad = max(len(cell) for cell in cells) + 2
    number = max(1, (width - 4) // broad)
    for first in range(0, len(cells), number):
        yield "    " + "".join(cell.ljust(broad) for cell in cells[first : first + number]).rstrip()


def _wrapped(words: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(words, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _bare(style: str, words: str) -> str:
    return words


def _painter() -> Callable[[str, str], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    def paint(style: str, words: str) -> str:
        return Style.parse(style).render(words, color_system=ColorSystem.STANDARD)

    return paint
