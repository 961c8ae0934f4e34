"""The command line: options in, lines out. Everything it says comes from the rooms below.

Rooms are imported inside the commands: `detente --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .errors import CallError, DetenteError

if TYPE_CHECKING:
    from pathlib import Path

    from .ingest import Options
    from .report import BriefOptions
    from .run import Outcome
    from .store import Record, Tally

_UNWRAPPED = 100_000
"""Columns where the reader is no terminal: each line of a brief is one line of text."""
FORMATS = ("table", "csv", "json", "jsonl")


class Day(click.ParamType[date]):
    """A day as 2019-09-10."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; give it as 2019-09-10", param, ctx)


class File(click.ParamType[Any]):
    """A path. (`click.Path` would want pathlib before anything is asked.)"""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from pathlib import Path

        return Path(value)


class Group(click.Group):
    """Turns what went wrong into one line and an exit code: 1 for a failure, 2 for a wrong call."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DetenteError as error:
            click.echo(f"detente: {error}", err=True)
            ctx.exit(2 if isinstance(error, CallError) else 1)
        except KeyboardInterrupt:
            click.echo(
                "detente: stopped: what was read is recorded; the same command does the rest", err=True
            )
            ctx.exit(1)
        except BrokenPipeError:  # the reader of our output has gone: nothing more to say to it
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="detente %(version)s")
def main() -> None:
    """Reads the news on international affairs and keeps the record: who did what to whom, on whose word, what
    each side wants, and where it stands in the text.

    Begin with `detente demo`, or `detente read FILES` and then `detente brief`.
    """


# Options that several commands share


Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def _options(*options: Option) -> Option:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


record_option = click.option(
    "--record",
    "record_path",
    type=File(),
    envvar="DETENTE_RECORD",
    default="detente.duckdb",
    show_default=True,
    help="The file that keeps the record (also DETENTE_RECORD).",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="No progress, no counts; only what failed.")

input_options = _options(
    click.option("--outlet", default="", help="The outlet, where a document does not say it."),
    click.option("--published", type=Day(), help="The day of publication, where a document does not say it."),
    click.option("--allow-private", is_flag=True, help="URLs may lead to private addresses."),
)

filter_options = _options(
    click.option("--since", type=Day(), help="Happened on this day or later."),
    click.option("--until", type=Day(), help="Happened on this day or earlier."),
    click.option("--new-since", type=Day(), help="Published on this day or later."),
    click.option("--about", default="", help="An actor, or words of the text."),
    click.option("--actor", default="", help="A name, a country or its code."),
    click.option("--outlet", default="", help="An outlet's name or its beginning."),
    click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="The least score."),
    click.option("--limit", type=click.IntRange(1), help="At most so many, the latest."),
)
format_option = click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print it.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON Lines: the same as --format jsonl.")


# Reading


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@input_options
@click.option("--json", "as_json", is_flag=True, help="Print Readings, one a line, and store nothing.")
@record_option
@quiet_option
def read(inputs: tuple[str, ...], as_json: bool, record_path: Path, quiet: bool, **given: Any) -> None:
    """Read articles into the record.

    INPUT is a file (.txt, .html, .jsonl, .json; each also .gz), a folder, a URL, or - for standard input.
    What is in the record already is not read again.
    """
    failed = (
        _print_readings(inputs, _ingest(given), quiet)
        if as_json
        else _record(inputs, given, record_path, quiet)[0]
    )
    sys.exit(1 if failed else 0)


def _ingest(given: dict[str, Any]) -> Options:
    from .ingest import Options

    return Options(stdin=sys.stdin.buffer, **given)


def _print_readings(inputs: tuple[str, ...], options: Options, quiet: bool) -> int:
    import json

    from .ingest import documents
    from .reading import Reader
    from .records import to_json
    from .run import Progress, counted, read_each
    from .store import Tally

    tally = Tally()
    with Progress(inputs, quiet or sys.stdout.isatty()) as told:
        for outcome in read_each(documents(inputs, options), Reader()):
            tally = counted(tally, outcome)
            told(outcome, tally)
            if isinstance(outcome, tuple):
                click.echo(json.dumps(to_json(outcome[1]), ensure_ascii=False))
    return tally.failed


def _record(
    inputs: tuple[str, ...], given: dict[str, Any], record_path: Path, quiet: bool
) -> tuple[int, list[str]]:
    """How many inputs failed, and the ids of the documents that were read or known."""
    from .reading import Reader
    from .run import Progress, read_all
    from .store import Record

    documents: list[str] = []

    with Record.open(record_path) as record, Progress(inputs, quiet) as told:

        def after(outcome: Outcome, tally: Tally) -> None:
            told(outcome, tally)
            if isinstance(outcome, tuple):
                documents.append(outcome[0].id)
            elif document := getattr(outcome, "document", None):
                documents.append(document.id)

        tally = read_all(inputs, _ingest(given), Reader(), record, after)
    if not quiet:
        parts = [f"{tally.read} read", f"{tally.known} known already", f"{tally.skipped} skipped"]
        click.echo(f"{', '.join(parts)}, {tally.failed} failed; record: {record_path}", err=True)
    return tally.failed, documents


# Asking


@main.command()
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
    from .report import BriefOptions

    ingest = {name: given.pop(name) for name in ("outlet", "published", "allow_private")}
    failed, only = _record(inputs, ingest, record_path, quiet) if inputs else (0, None)
    options = BriefOptions(**given) if only is None else BriefOptions(**given, window=None)
    _brief(record_path, options, only, shape, out)
    sys.exit(1 if failed else 0)


def _brief(
    record_path: Path, options: BriefOptions, only: list[str] | None, shape: str, out: Path | None
) -> None:
    from .report import brief, render

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
    from .store import Record

    return Record.open(record_path, write=False)


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def _list(kind: str, record_path: Path, shape: str, as_json: bool, given: dict[str, Any]) -> None:
    from .report import listing
    from .store import Filter

    wanted = Filter(**{name: value for name, value in given.items() if value is not None})
    with _opened(record_path) as record:
        items = getattr(record, kind)(wanted)
        for piece in listing(kind, items, "jsonl" if as_json else shape, _width(), sys.stdout.isatty()):
            click.echo(piece, nl=False)


def _listing(kind: str, says: str, *more: Option) -> None:
    """Adds the command that lists one kind of thing."""

    @main.command(kind, help=says)
    @_options(*more, filter_options, format_option, json_option, record_option)
    def command(record_path: Path, shape: str, as_json: bool, **given: Any) -> None:
        _list(kind, record_path, shape, as_json, given)


_type = click.option("--type", default="", help="A PLOVER type, such as CONSULT; or the kind.")
_mode = click.option("--mode", default="", help="A PLOVER mode, such as weapons.")
_status = click.option("--status", default="", help="actual, future, possible, conditional or negated.")
_kind = click.option("--kind", "type", default="", help="The kind, such as demand, or direct.")
_listing("events", "List who did what to whom.", _type, _mode, _status)
_listing("statements", "List who said what.", _kind)
_listing("positions", "List who wants, offers, refuses, threatens, commits to or expects what.", _kind)
_listing("actors", "List who takes part, and how often.")
_listing("documents", "List the articles.")


@main.command()
@click.argument("identifier", metavar="ID")
@record_option
def why(identifier: str, record_path: Path) -> None:
    """Walk from any id down to the quoted words, the document and the run. The beginning of an id will do."""
    from .report import why as told

    with _opened(record_path) as record:
        click.echo(told(record.find(identifier), _width()))


@main.command()
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

    from .report import BriefOptions

    with as_file(files("detente") / "examples") as folder, tempfile.TemporaryDirectory() as scratch:
        inputs = tuple(
            str(path) for path in sorted(folder.iterdir()) if path.suffix in (".jsonl", ".txt", ".html")
        )
        path = record_path or Path(scratch) / "demo.duckdb"
        failed, _ = _record(inputs, {}, path, quiet)
        _brief(path, BriefOptions(), None, shape, out)
    if not quiet:
        click.echo(
            "Keep it with --record demo.duckdb, then ask: detente events --record demo.duckdb", err=True
        )
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script for a shell: eval "$(detente completion bash)"."""
    from click.shell_completion import get_completion_class

    if made := get_completion_class(shell):
        click.echo(made(main, {}, "detente", "_DETENTE_COMPLETE").source())


if __name__ == "__main__":
    main()
