"""The command line: options in, lines out. Everything it says comes from the rooms below.

A command is loaded when it is asked for, and rooms are imported inside it: `detente --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from detente import __version__
from detente.errors import CallError, DetenteError

from .commands import COMMANDS, listed, loaded

__all__ = ["main"]


class Group(click.Group):
    """Loads the command that is asked for; turns what went wrong into one line and an exit code: 1 for a failure,
    2 for a wrong call."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name else command, rest

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


for name in COMMANDS:
    main.add_command(listed(name))
