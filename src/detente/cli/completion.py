"""What a shell needs to complete commands."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell: eval "$(detente completion bash)"."""
    from click.shell_completion import get_completion_class

    if made := get_completion_class(shell):
        click.echo(made(ctx.find_root().command, {}, "detente", "_DETENTE_COMPLETE").source())
