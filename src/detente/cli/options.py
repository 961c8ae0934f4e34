"""What several commands take: days, files, filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

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


Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def options(*options: Option) -> Option:
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

input_options = options(
    click.option("--outlet", default="", help="The outlet, where a document does not say it."),
    click.option("--published", type=Day(), help="The day of publication, where a document does not say it."),
    click.option("--allow-private", is_flag=True, help="URLs may lead to private addresses."),
)

filter_options = options(
    click.option("--since", type=Day(), help="Happened on this day or later."),
    click.option("--until", type=Day(), help="Happened on this day or earlier."),
    click.option("--new-since", type=Day(), help="Published on this day or later."),
    click.option("--about", default="", help="An actor, or words of the text."),
    click.option("--actor", default="", help="A name, a country or its code."),
    click.option("--outlet", default="", help="An outlet's name or its beginning."),
    click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="The least score."),
    click.option("--as-of", type=Day(), help="As what was published by this day supports it."),
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
