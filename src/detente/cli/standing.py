"""Where things stand: the ledger of what each side wants, and counts with the rules they hang on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from .articles import recorded
from .options import Day, input_options, options, quiet_option, record_option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from detente.records import Document, LedgerItem, Reading, Ruling

_OPEN = ("open", "repeated", "changed")
as_of_option = click.option("--as-of", type=Day(), help="As what was published by this day supports it.")
json_option = click.option("--json", "as_json", is_flag=True, help="JSON, one object a line.")
_over_record = options(as_of_option, json_option, input_options, record_option, quiet_option)


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--holder", default="", help="Whose positions: a name, a country or its code.")
@click.option("--to", default="", help="Whom they address.")
@click.option("--kind", default="", help="demand, offer, refusal, threat, commitment or prediction.")
@click.option("--open", "only_open", is_flag=True, help="What is not met, lapsed, dropped or contradicted.")
@click.option("--due-before", type=Day(), help="Due before this day.")
@_over_record
def ledger(
    inputs: tuple[str, ...], record_path: Path, quiet: bool, as_of: date | None, as_json: bool, **given: Any
) -> None:
    """Follow what each side wants: each position with its reports, its state, and what shows it.

    With INPUT, reads those into the record first and shows them alone. What was due before the day asked, with
    nothing reported of it, has lapsed; without --as-of that is the day of the record's newest document.
    """
    from detente.reconcile import ledger as kept
    from detente.report.standing import ledger_json, ledger_lines

    wanted = {name: given.pop(name) for name in ("holder", "to", "kind", "only_open", "due_before")}
    failed, items, rulings = _read(inputs, given, record_path, quiet, as_of)
    found = [item for item in kept(items, as_of, rulings) if _wanted(item, **wanted)]
    _print(map(ledger_json, found) if as_json else ledger_lines(found), as_json)
    sys.exit(1 if failed else 0)


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--type", default="", help="A PLOVER type, such as MOBILIZE.")
@click.option("--mode", default="", help="A PLOVER mode, such as weapons.")
@click.option("--by", default="", help="Who acts: a name, a country or its code.")
@click.option("--since", type=Day(), help="Happened on this day or later.")
@click.option("--until", type=Day(), help="Happened on this day or earlier.")
@_over_record
def count(
    inputs: tuple[str, ...], record_path: Path, quiet: bool, as_of: date | None, as_json: bool, **given: Any
) -> None:
    """Count what has happened, list it, and say which rule gives which number.

    Acts, days by the clocks of the reports, days in UTC, and things launched; and the claims of the reports ("the
    10th such test this year") with the rules that agree with them.
    """
    from detente.reconcile import Asked, happenings
    from detente.reconcile import count as counted
    from detente.report.standing import count_json, count_lines

    asked = Asked(**{name: given.pop(name) for name in ("type", "mode", "by", "since", "until")})
    failed, items, rulings = _read(inputs, given, record_path, quiet, as_of)
    found = counted(happenings(items, rulings, _estimated(items)), items, asked)
    _print([count_json(found)] if as_json else count_lines(found), as_json)
    sys.exit(1 if failed else 0)


def _read(
    inputs: tuple[str, ...], given: dict[str, Any], record_path: Path, quiet: bool, as_of: date | None
) -> tuple[int, list[tuple[Document, Reading]], list[Ruling]]:
    """How many inputs failed, what of the record counts, only the inputs where there are any, and the rulings."""
    from detente.store import Filter, Record

    failed, only = recorded(inputs, given, record_path, quiet) if inputs else (0, None)
    with Record.open(record_path, write=False) as record:
        readings = record.readings(Filter(as_of=as_of))
        items = [item for item in readings if only is None or item[0].id in only]
        return failed, items, record.rulings(as_of)


def _estimated(items: list[tuple[Document, Reading]]) -> dict[str, date]:
    """The likeliest days of documents without one."""
    from detente.reconcile import estimates

    known = estimates(items) if any(document.published is None for document, _ in items) else {}
    return {document: estimate.best for document, estimate in known.items() if estimate.best}


def _wanted(
    item: LedgerItem, holder: str, to: str, kind: str, only_open: bool, due_before: date | None
) -> bool:
    from detente.reconcile.naming import fits

    due = item.due.end if item.due else None
    return (
        (not holder or fits(item.holder, holder))
        and (not to or fits(item.to, to))
        and kind.casefold() in ("", item.kind)
        and (not only_open or item.state in _OPEN)
        and (due_before is None or (due is not None and due < due_before))
    )


def _print(rows: Iterable[Any], as_json: bool) -> None:
    from detente.report import json_line

    for row in rows:
        click.echo(json_line(json.dumps(row, ensure_ascii=False)) if as_json else row)
