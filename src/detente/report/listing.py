"""Lists of what is in the record: a table for the eye, CSV for a spreadsheet, JSON for a program."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from detente.records import short

from .rows import Row, row, shape
from .safe import cell, json_line, plain
from .terminal import WIDTH

FORMATS = ("table", "csv", "json", "jsonl")

_LONGEST = 160
"""Code points of one cell that a table shows."""
_RATIOS = {
    "act": 4,
    "who": 3,
    "what": 5,
    "where": 2,
    "source": 3,
    "words": 6,
    "title": 5,
    "name": 3,
    "disagreements": 4,
}
"""How the columns that wrap share the width; the others take what they need."""


def listing(
    kind: str, items: Iterable[Any], form: str = "table", width: int = WIDTH, colour: bool = False
) -> Iterator[str]:
    """The items (see `rows.row`) as text, piece by piece, each piece ending its line. `width` and `colour`
    matter to `table` only. Raises ValueError for a format that is none of FORMATS."""
    match form:
        case "table":
            return _table(kind, [_seen(kind, row(kind, item)) for item in items], width, colour)
        case "csv":
            return _csv(row(kind, item) for item in items)
        case "json":
            return _array(shape(kind, item) for item in items)
        case "jsonl":
            return (f"{_encoded(shape(kind, item))}\n" for item in items)
    raise ValueError(f"no such form of a list: {form}")


def _event(cells: Row) -> Row:
    status = "" if cells["status"] == "actual" else f" ({cells['status']})"
    return {
        "id": short(cells["id"]),
        "day": cells["day"],
        "act": _towards(f"{cells['who'] or '?'}: {cells['did']}{status}", cells),
        "where": cells["where"],
        "source": _source(cells, cells["on whose word"]),
        "words": cells["words"],
    }


def _statement(cells: Row) -> Row:
    return {
        "id": short(cells["id"]),
        "who": _towards(cells["who"] or "?", cells),
        "words": f"“{cells['words']}”" if cells["kind"] == "direct" else cells["words"],
        "source": _source(cells, cells["passed on by"]),
    }


def _position(cells: Row) -> Row:
    terms = (("in return for ", "in return"), ("", "if"), ("due ", "due"))
    said = [cells["what"], *(f"{said}{cells[name]}" for said, name in terms if cells[name])]
    return {
        "id": short(cells["id"]),
        "who": _towards(cells["who"] or "?", cells),
        "kind": cells["kind"],
        "what": "; ".join(said),
        "source": _source(cells, ""),
    }


def _document(cells: Row) -> Row:
    published = cells["estimated"] or cells["published"]
    return {
        "id": short(cells["id"]),
        "published": published,
        "outlet": cells["outlet"],
        "title": cells["title"],
    }


def _happening(cells: Row) -> Row:
    status = "" if cells["status"] == "actual" else f" ({cells['status']})"
    told = f"{cells['documents']} from {cells['origins']}"
    return {
        "id": short(cells["id"]),
        "day": cells["day"],
        "act": f"{cells['who'] or '?'}: {cells['did']}{status}",
        "where": cells["where"],
        "what": cells["what"],
        "told by": told,
        "disagreements": cells["disagreements"],
    }


def _hit(cells: Row) -> Row:
    return {**cells, "id": short(cells["id"])}


def _towards(words: str, cells: Row) -> str:
    return f"{words} → {cells['to whom']}" if cells["to whom"] else words


def _source(cells: Row, word: str) -> str:
    """The outlet and its day, and on whose word it tells."""
    return ", ".join(filter(None, (cells["outlet"], cells["published"], word)))


_SEEN: Mapping[str, Callable[[Row], Row]] = {
    "events": _event,
    "statements": _statement,
    "positions": _position,
    "documents": _document,
    "happenings": _happening,
    "hits": _hit,
}


def _seen(kind: str, cells: Row) -> Row:
    """The fewer and broader columns of a table, one line of safe text in each cell."""
    seen = _SEEN[kind](cells) if kind in _SEEN else cells
    return {name: _cut(plain(words)) for name, words in seen.items()}


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _table(kind: str, rows: list[Row], width: int, colour: bool) -> Iterator[str]:
    if not rows:
        yield f"No {kind}.\n"
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", expand=True)
    table.padding = (0, 1, 0, 0)
    used = [name for name in rows[0] if any(each[name] for each in rows)]
    for name in used:
        ratio = _RATIOS.get(name)
        table.add_column(name, ratio=ratio, no_wrap=ratio is None and name != "outlet", overflow="fold")
    for each in rows:
        table.add_row(*(Text(each[name]) for name in used))
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    Console(file=out, width=width, force_terminal=colour, color_system=system).print(table)
    yield "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    """RFC 4180, with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for number, each in enumerate(rows):
        if not number:
            writer.writerow(each)
        writer.writerow(cell(words) for words in each.values())
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _array(shapes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    begun = False
    for each in shapes:
        yield f"{',' if begun else '['}\n{_encoded(each)}"
        begun = True
    yield "\n]\n" if begun else "[]\n"


def _encoded(each: Mapping[str, Any]) -> str:
    return json_line(json.dumps(each, ensure_ascii=False))
