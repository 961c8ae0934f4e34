"""Who a mention is, and when: the tables and the date rules alone, without model and record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from detente.errors import InputError

from .options import Day, File

if TYPE_CHECKING:
    from pathlib import Path

    from detente.actors import Candidate
    from detente.reading.dates import Expression

_LONGEST_LINE = 10_000
"""Bytes of one line of `who -`; a mention is a few words."""
_LONGEST_TEXT = 1_000_000
"""Bytes of the text of `when -`; read in a second or two, if all of it is dates in eight."""

json_option = click.option("--json", "as_json", is_flag=True, help="JSON, one object a line.")
on_option = click.option("--on", type=Day(), help="The day it is seen from, as that of publication.")


learnt_option = click.option(
    "--record", "record_path", type=File(), help="Say also what this record's reports have taught of offices."
)


@click.command()
@click.argument("text")
@on_option
@learnt_option
@json_option
def who(text: str, on: date | None, record_path: Path | None, as_json: bool) -> None:
    """Say who a mention may be, best first.

    TEXT is one mention ("the French president", Pyongyang, "Kim Jong-un"), or - for one a line on standard input,
    each with its own day behind a tab where it has one. The day decides who held an office. What was learnt from
    reports (--record) says so, and never goes before what the tables say.
    """
    from detente.actors import lookup

    failed, taught = False, _taught(record_path) if record_path else None
    for asked in _mentions(sys.stdin.buffer, on) if text == "-" else [(text, on)]:
        if isinstance(asked, InputError):
            failed = True
            click.echo(f"detente: {asked}", err=True)
            continue
        mention, day = asked
        found = lookup(mention, day)
        if taught:
            found += taught(mention, day, found)
        _print([_who_json(mention, day, found)] if as_json else _who_lines(mention, day, found), as_json)
    sys.exit(1 if failed else 0)


@click.command()
@click.argument("text")
@on_option
@json_option
def when(text: str, on: date | None, as_json: bool) -> None:
    """Find the dates in a text, and say when that is.

    TEXT is the text itself, or - for standard input; offsets count its code points. Values are TIMEX3: ISO 8601, with
    X for what is unknown, as all is that hangs on the day of publication where --on does not say it.
    """
    from detente.reading.dates import find

    text = _text(sys.stdin.buffer) if text == "-" else text
    found = find(text, on)
    _print([_when_json(text, each) for each in found] if as_json else _when_lines(text, found), as_json)


def _taught(record_path: Path) -> Callable[[str, date | None, list[Candidate]], list[Candidate]]:
    """What the record's reports say of a mention on a day, beside what the tables have found."""
    from functools import partial

    from detente.reconcile import learnt, offices, reported
    from detente.store import Record

    with Record.open(record_path, write=False) as record:
        return partial(learnt, offices(reported(record.readings())))


def _print(rows: Iterable[Any], as_json: bool) -> None:
    from detente.report import json_line

    for row in rows:
        click.echo(json_line(json.dumps(row, ensure_ascii=False)) if as_json else row)


def _mentions(stream: BinaryIO, on: date | None) -> Iterator[tuple[str, date | None] | InputError]:
    """Mention and day of each line that has one, in order, or what is wrong with the line."""
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        try:
            if len(line) > _LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_LONGEST_LINE)
                raise ValueError(f"more than {_LONGEST_LINE:,} bytes", "give one mention a line")
            if asked := _mention(line, on):
                yield asked
        except ValueError as error:
            yield InputError(f"-, line {number}", *error.args)


def _mention(line: bytes, on: date | None) -> tuple[str, date | None] | None:
    """None for an empty line. Raises ValueError with what was found, and what to do."""
    try:
        text, tab, day = line.decode("utf-8").strip().rpartition("\t")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8", "save it as UTF-8") from None
    if not tab:
        return (day, on) if day else None
    try:
        return text.strip(), date.fromisoformat(day.strip())
    except ValueError:
        raise ValueError(f"{day!r} is no day", "give it as 2019-09-10") from None


def _text(stream: BinaryIO) -> str:
    data = stream.read(_LONGEST_TEXT + 1)
    if len(data) > _LONGEST_TEXT:
        raise InputError("-", f"more than {_LONGEST_TEXT:,} bytes", "give it in parts")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"the text is not UTF-8 (byte {error.start:,} does not fit)"
        raise InputError("-", found, "save it as UTF-8") from None


def _who_json(text: str, on: date | None, found: list[Candidate]) -> dict[str, Any]:
    candidates = [
        {
            "name": each.name,
            "country": each.country,
            "sectors": list(each.sectors),
            "office": each.office,
            "score": each.score,
            "why": each.why,
        }
        for each in found
    ]
    return {"text": text, "on": on.isoformat() if on else None, "candidates": candidates}


def _who_lines(text: str, on: date | None, found: list[Candidate]) -> Iterator[str]:
    from detente.report import plain

    seen = f" ({on})" if on else ""
    yield f"{plain(text)}{seen}" if found else f"{plain(text)}{seen}: nobody that the tables know"
    rows = [(each.name, each.country or "-", " ".join(each.sectors) or "-", each.office) for each in found]
    for each, cells in zip(found, _aligned(rows), strict=True):
        yield f"  {each.score:.2f}  {cells}  {plain(each.why)}"


def _when_json(text: str, found: Expression) -> dict[str, Any]:
    return {
        "span": list(found.span),
        "text": found.span.of(text),
        "type": found.kind,
        "value": found.value,
    }


def _when_lines(text: str, found: list[Expression]) -> Iterator[str]:
    from detente.report import plain

    if not found:
        yield "No dates."
    rows = [(f"{each.span.start}-{each.span.end}", each.kind, each.value or "-") for each in found]
    for each, cells in zip(found, _aligned(rows), strict=True):
        yield f"{cells}  {plain(each.span.of(text))}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The cells of each row side by side, each column as wide as it must be."""
    from detente.report import plain

    rows = [tuple(plain(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
