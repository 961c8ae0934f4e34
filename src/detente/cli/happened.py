"""What happened: the reports of one act as one, and a person's word on which belong together."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from detente.errors import CallError, NotFoundError

from .articles import recorded
from .options import (
    Day,
    filter_options,
    format_option,
    json_option,
    options,
    quiet_option,
    record_option,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from detente.records import Document, Happening, Reading
    from detente.store import Filter, Record

_SHOWN = 5
"""Documents without a lead that are named."""


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--type", default="", help="A PLOVER type, such as CONSULT.")
@click.option("--mode", default="", help="A PLOVER mode, such as weapons.")
@click.option("--status", default="", help="actual, future, possible, conditional or negated.")
@options(filter_options, format_option, json_option)
@click.option("--published", type=Day(), help="The day of publication, where an INPUT does not say it.")
@click.option("--allow-private", is_flag=True, help="URLs may lead to private addresses.")
@record_option
@quiet_option
def happenings(
    inputs: tuple[str, ...],
    record_path: Path,
    shape: str,
    as_json: bool,
    quiet: bool,
    published: date | None,
    allow_private: bool,
    **given: Any,
) -> None:
    """List what happened, each act once: its reports, on how many independent words, where they disagree and why.

    With INPUT, reads those into the record first and lists what they tell alone. An act is listed whole when one of
    its reports is meant by the options.
    """
    from detente.report import listing
    from detente.store import Filter, Record

    wanted = Filter(**{name: value for name, value in given.items() if value is not None})
    ingest = {"outlet": "", "published": published, "allow_private": allow_private}
    failed, only = recorded(inputs, ingest, record_path, quiet) if inputs else (0, None)
    with Record.open(record_path, write=False) as record:
        items = _items(record, wanted, only)
        found = _judged(record, items, wanted)
        listed = _meant(record, found, wanted)
    for piece in listing("happenings", listed, "jsonl" if as_json else shape, _width(), sys.stdout.isatty()):
        click.echo(piece, nl=False)
    if not quiet:
        _tell_leadless(items, found)
    sys.exit(1 if failed else 0)


@click.command()
@click.argument("happening", metavar="ID")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@record_option
def split(happening: str, reports: tuple[str, ...], record_path: Path) -> None:
    """Take reports out of a happening. It stays so, whatever is read later.

    ID is the happening's, REPORT an event's (detente events, detente happenings --json). What is taken out stays
    together.
    """
    with _writing(record_path) as record:
        found = _judged(record, list(record.readings()))
        whole = _named(found, happening)
        keys = {member.key for member in whole.members}
        out = {key for report in reports for key in _keys([whole], report)}
        if not out < keys:
            raise CallError(happening, "no report of it would be left", "name fewer reports")
        pairs = [(one, other) for one in sorted(out) for other in sorted(keys - out)]
        record.rule("split", pairs)
    click.echo(f"{len(out)} of {len(keys)} reports taken out", err=True)


@click.command()
@click.argument("happenings", nargs=-1, required=True, metavar="ID ID...")
@record_option
def join(happenings: tuple[str, ...], record_path: Path) -> None:
    """Put happenings together that are one act. It stays so, whatever is read later."""
    if len(happenings) < 2:
        raise CallError(happenings[0], "one happening alone", "name two or more")
    with _writing(record_path) as record:
        found = _judged(record, list(record.readings()))
        each = [_named(found, identifier) for identifier in happenings]
        first, *rest = dict.fromkeys(member.key for one in each for member in one.members)
        record.rule("join", [(first, other) for other in rest])
    click.echo(f"{len(each)} happenings are one", err=True)


def happening_told(record: Record, identifier: str) -> str:
    """A happening with its reports and why they are together. Raises NotFoundError, CallError."""
    from detente.report import happening_lines

    items = list(record.readings())
    found = _named(_judged(record, items), identifier)
    return "\n".join(happening_lines(found, {document.id: document for document, _ in items}))


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def _writing(record_path: Path) -> Record:
    from detente.store import Record

    if not record_path.exists():
        return Record.open(record_path, write=False)  # says that there is none
    return Record.open(record_path)


def _items(record: Record, wanted: Filter, only: Collection[str] | None) -> list[tuple[Document, Reading]]:
    from detente.store import Filter

    readings = record.readings(Filter(as_of=wanted.as_of))
    return [item for item in readings if only is None or item[0].id in only]


def _judged(
    record: Record, items: Sequence[tuple[Document, Reading]], wanted: Filter | None = None
) -> list[Happening]:
    from detente.reconcile import estimates
    from detente.reconcile import happenings as judged

    undated = any(document.published is None for document, _ in items)
    known = estimates(items) if undated else {}
    days = {document: estimate.best for document, estimate in known.items() if estimate.best}
    return judged(items, record.rulings(wanted.as_of if wanted else None), days)


def _meant(record: Record, found: Iterable[Happening], wanted: Filter) -> list[Happening]:
    """Those with a report that the options mean; of too many the latest."""
    from dataclasses import replace

    meant = {(event.document, event.id) for _, event in record.events(replace(wanted, limit=None))}
    kept = [each for each in found if any((it.document, it.report) in meant for it in each.members)]
    return kept[-wanted.limit :] if wanted.limit else kept


def _named(found: Iterable[Happening], prefix: str) -> Happening:
    """The happening that an id, the beginning of one, or a report's id means."""
    named = [each for each in found if _names(each, prefix.lower())]
    if not named:
        raise NotFoundError(prefix, "no happening has that id", "detente happenings lists them")
    if len(named) > 1:
        raise CallError(prefix, f"it may be {len(named)} happenings", "give more of the id")
    return named[0]


def _names(happening: Happening, prefix: str) -> bool:
    ids = (
        *happening.names(),
        *(it.report for it in happening.members),
        *(it.key for it in happening.members),
    )
    return any(each.startswith(prefix) for each in ids)


def _keys(found: Iterable[Happening], prefix: str) -> set[str]:
    keys = {
        member.key
        for happening in found
        for member in happening.members
        if member.report.startswith(prefix.lower()) or member.key.startswith(prefix.lower())
    }
    if not keys:
        raise NotFoundError(
            prefix, "no report of that happening has that id", "detente why shows its reports"
        )
    return keys


def _tell_leadless(items: Sequence[tuple[Document, Reading]], found: Iterable[Happening]) -> None:
    """Documents that begin with no act are the main news of no happening."""
    leading = {doc for happening in found for doc in happening.lead_of}
    without = [document.doc for document, _ in items if document.doc not in leading]
    if without:
        more = ", ..." if len(without) > _SHOWN else ""
        click.echo(
            f"{len(without)} of {len(items)} documents lead with no act: {', '.join(without[:_SHOWN])}{more}",
            err=True,
        )
