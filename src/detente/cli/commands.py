"""The commands by name: the module of each, and its help in a line. Loading none, `detente --help` lists them."""

from __future__ import annotations

import click

COMMANDS = {
    "actors": ("asking", "List who takes part, and how often."),
    "brief": ("asking", "Write the brief: what happened, who says so, what each side wants, what to watch."),
    "completion": (
        "completion",
        'Print the completion script for a shell: eval "$(detente completion bash)".',
    ),
    "count": ("standing", "Count what has happened, list it, and say which rule gives which number."),
    "demo": ("asking", "Read the dozen short reports that come with detente, and print their brief."),
    "documents": ("asking", "List the articles."),
    "events": ("asking", "List who did what to whom."),
    "happenings": (
        "happened",
        "List what happened, each act once: its reports, on how many independent words, where they disagree and why.",
    ),
    "join": ("happened", "Put happenings together that are one act."),
    "ledger": (
        "standing",
        "Follow what each side wants: each position with its reports, its state, and what shows it.",
    ),
    "positions": ("asking", "List who wants, offers, refuses, threatens, commits to or expects what."),
    "read": ("articles", "Read articles into the record."),
    "search": ("asking", "Look through the texts and what was found in them."),
    "split": ("happened", "Take reports out of a happening."),
    "statements": ("asking", "List who said what."),
    "when": ("lookups", "Find the dates in a text, and say when that is."),
    "who": ("lookups", "Say who a mention may be, best first."),
    "why": ("asking", "Walk from any id down to the quoted words, the document and the run."),
}
"""Module and help of each; the help is the first sentence of the command's own."""


def listed(name: str) -> click.Command:
    """Stands for a command in lists: has its name and its help in a line, does nothing."""
    return click.Command(name, help=COMMANDS[name][1])


def loaded(name: str) -> click.Command:
    """The command itself."""
    from importlib import import_module

    command: click.Command = getattr(import_module(f".{COMMANDS[name][0]}", __package__), name)
    return command
