"""What is in the record: the brief, the lists, and the way back to the words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from detente.errors import CallError, NotFoundError

from .articles import recorded
from .happened import happening_told
from .options import (
    Day,
    File,
    Option,
    filter_options,
    format_option,
    input_options,
    json_option,
    options,
    quiet_option,
    record_option,
)

if TYPE_CHECKING:
    from pathlib import Path

    from detente.reconcile import DateEstimate
    from detente.records import Document
    from detente.report import BriefOptions
    from detente.store import Record

_HITS = 20
"""Documents that a search looks into."""
_UNWRAPPED = 100_000
"""Columns where the reader is no terminal: each line of a brief is one line of text."""


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--about", default="", help="An actor, a place, or words.")
@click.option("--since", type=Day(), help="Happened on this day or later.")
@click.option("--until", type=Day(), help="Happened on this day or earlier.")
@click.option(
    "--for", "for_country", default="", metavar="COUNTRY", help="Put first what names this country."
)
@click.option(
    "--lines", "max_lines", type=click.IntRange(5), default=40, show_default=True, help="At most so many."
)
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="The least score.")
@click.option(
    "--format", "shape", type=click.Choice(("text", "md", "html")), default="text", show_default=True
)
@click.option("--out", type=File(), help="Write it to this file.")
@input_options
@record_option
@quiet_option
def brief(
    inputs: tuple[str, ...], shape: str, out: Path | None, record_path: Path, quiet: bool, **given: Any
) -> None:
    """Write the brief: what happened, who says so, what each side wants, what to watch.

    With INPUT, reads those into the record first and briefs on them alone, whenever they were. Without, on
    the last seven days of the record, up to its newest document, or on what --since and --until bound. Each line
    cites its sentence, and is printed only if it follows from it.
    """
    from detente.report import BriefOptions

    ingest = {name: given.pop(name) for name in ("outlet", "published", "allow_private")}
    failed, only = recorded(inputs, ingest, record_path, quiet) if inputs else (0, None)
    options = BriefOptions(**given) if only is None else BriefOptions(**given, window=None)
    _brief(record_path, options, only, shape, out)
    sys.exit(1 if failed else 0)


def _brief(
    record_path: Path, options: BriefOptions, only: list[str] | None, shape: str, out: Path | None
) -> None:
    from detente.report import brief, render

    with _opened(record_path) as record:
        items = [item for item in record.readings() if only is None or item[0].id in only]
    terminal = sys.stdout.isatty() and out is None
    text = render(brief(items, options), shape, _width() if terminal else _UNWRAPPED, terminal)
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise CallError(str(out), error.strerror or str(error), "name a file that can be written") from None


def _opened(record_path: Path) -> Record:
    from detente.store import Record

    return Record.open(record_path, write=False)


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def _list(kind: str, record_path: Path, shape: str, as_json: bool, given: dict[str, Any]) -> None:
    from detente.report import listing
    from detente.store import Filter

    wanted = Filter(**{name: value for name, value in given.items() if value is not None})
    with _opened(record_path) as record:
        items = getattr(record, kind)(wanted)
        if kind == "documents":
            items = _estimated(record, list(items))
        for piece in listing(kind, items, "jsonl" if as_json else shape, _width(), sys.stdout.isatty()):
            click.echo(piece, nl=False)


def _estimated(record: Record, documents: list[Document]) -> list[tuple[Document, DateEstimate | None]]:
    """Each with the estimate of its day where it has none; the whole record is what is known beside it."""
    from detente.reconcile import estimates

    undated = any(document.published is None for document in documents)
    judged = estimates(record.readings()) if undated else {}
    return [(document, judged.get(document.id)) for document in documents]


def _listing(kind: str, says: str, *more: Option) -> click.Command:
    """The command that lists one kind of thing."""

    @click.command(kind, help=says)
    @options(*more, filter_options, format_option, json_option, record_option)
    def command(record_path: Path, shape: str, as_json: bool, **given: Any) -> None:
        _list(kind, record_path, shape, as_json, given)

    return command


_type = click.option("--type", default="", help="A PLOVER type, such as CONSULT; or the kind.")
_mode = click.option("--mode", default="", help="A PLOVER mode, such as weapons.")
_status = click.option("--status", default="", help="actual, future, possible, conditional or negated.")
_kind = click.option("--kind", "type", default="", help="The kind, such as demand, or direct.")
events = _listing("events", "List who did what to whom.", _type, _mode, _status)
statements = _listing("statements", "List who said what.", _kind)
positions = _listing(
    "positions", "List who wants, offers, refuses, threatens, commits to or expects what.", _kind
)
actors = _listing("actors", "List who takes part, and how often.")
documents = _listing("documents", "List the articles.")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@options(filter_options, format_option, json_option, record_option)
def search(words: tuple[str, ...], record_path: Path, shape: str, as_json: bool, **given: Any) -> None:
    """Look through the texts and what was found in them.

    Gives the sentences with the words, the newest first, and what was found there; 20 documents unless --limit says
    otherwise. Words match where a word begins, whatever their case.
    """
    from detente.report import hits, listing
    from detente.store import Filter

    asked = " ".join(words)
    about = " ".join(filter(None, (given.pop("about"), asked)))
    limit = given.pop("limit") or _HITS
    wanted = Filter(
        **{name: value for name, value in given.items() if value is not None}, about=about, limit=limit
    )
    with _opened(record_path) as record:
        items = [hit for pair in reversed(list(record.readings(wanted))) for hit in hits(*pair, asked)]
    for piece in listing("hits", items, "jsonl" if as_json else shape, _width(), sys.stdout.isatty()):
        click.echo(piece, nl=False)


@click.command()
@click.argument("identifier", metavar="ID")
@record_option
def why(identifier: str, record_path: Path) -> None:
    """Walk from any id down to the quoted words, the document and the run. The beginning of an id will do."""
    from detente.report import why as told

    with _opened(record_path) as record:
        try:
            trail = record.find(identifier)
        except NotFoundError:
            click.echo(happening_told(record, identifier))
            return
        ((_, estimate),) = _estimated(record, [trail.document])
        click.echo(told(trail, _width(), estimate))


@click.command()
@click.option(
    "--format", "shape", type=click.Choice(("text", "md", "html")), default="text", show_default=True
)
@click.option("--out", type=File(), help="Write the brief to this file.")
@click.option("--record", "record_path", type=File(), help="Keep the record in this file.")
@quiet_option
def demo(shape: str, out: Path | None, record_path: Path | None, quiet: bool) -> None:
    """Read the dozen short reports that come with detente, and print their brief."""
    import tempfile
    from importlib.resources import as_file, files
    from pathlib import Path

    from detente.report import BriefOptions

    with as_file(files("detente") / "examples") as folder, tempfile.TemporaryDirectory() as scratch:
        inputs = tuple(
            str(path) for path in sorted(folder.iterdir()) if path.suffix in (".jsonl", ".txt", ".html")
        )
        path = record_path or Path(scratch) / "demo.duckdb"
        failed, _ = recorded(inputs, {}, path, quiet)
        _brief(path, BriefOptions(), None, shape, out)
    if not quiet:
        click.echo(
            "Keep it with --record demo.duckdb, then ask: detente events --record demo.duckdb", err=True
        )
    sys.exit(1 if failed else 0)
