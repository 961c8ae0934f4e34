"""Articles into Readings: printed, or kept in the record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from .options import input_options, quiet_option, record_option

if TYPE_CHECKING:
    from pathlib import Path

    from detente.ingest import Options
    from detente.run import Outcome
    from detente.store import Tally


@click.command()
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
        else recorded(inputs, given, record_path, quiet)[0]
    )
    sys.exit(1 if failed else 0)


def _ingest(given: dict[str, Any]) -> Options:
    from detente.ingest import Options

    return Options(stdin=sys.stdin.buffer, **given)


def _print_readings(inputs: tuple[str, ...], options: Options, quiet: bool) -> int:
    import json

    from detente.ingest import documents
    from detente.reading import Reader
    from detente.records import to_json
    from detente.run import Progress, counted, read_each
    from detente.store import Tally

    tally = Tally()
    with Progress(inputs, quiet or sys.stdout.isatty()) as told:
        for outcome in read_each(documents(inputs, options), Reader()):
            tally = counted(tally, outcome)
            told(outcome, tally)
            if isinstance(outcome, tuple):
                click.echo(json.dumps(to_json(outcome[1]), ensure_ascii=False))
    return tally.failed


def recorded(
    inputs: tuple[str, ...], given: dict[str, Any], record_path: Path, quiet: bool
) -> tuple[int, list[str]]:
    """How many inputs failed, and the ids of the documents that were read or known."""
    from detente.reading import Reader
    from detente.run import Progress, read_all
    from detente.store import Record

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
