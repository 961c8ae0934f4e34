"""What is shown of an input: one line without anything a terminal would obey, and of a bounded length."""

import unicodedata

from detente.errors import InputError
from detente.records import Failed, Skipped

MAX_SHOWN = 400
"""Characters of a name, title or reason that are kept."""


def one_line(text: str) -> str:
    """The words on one line: white space made single spaces, invisible marks (also those that turn the
    direction of writing) taken out, other unprintable characters and lone surrogates shown as `\ufffd`."""
    shown = "".join(_shown(character) for character in text[: 4 * MAX_SHOWN])
    line = " ".join(shown.split())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"


def failed(error: InputError) -> Failed:
    """The error as an outcome of this room."""
    reason = f"{error.found}; {error.todo}" if error.todo else error.found
    return Failed(one_line(error.thing), "ingest", one_line(reason))


def skipped(thing: str, reason: str) -> Skipped:
    return Skipped(one_line(thing), one_line(reason))


def _shown(character: str) -> str:
    if character.isprintable() or character.isspace():
        return character
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"
