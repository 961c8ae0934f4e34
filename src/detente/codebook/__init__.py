"""PLOVER and our own values as data: event types, statuses, kinds, sectors, contexts, country codes.

The tables are read when first asked for: `from detente.codebook import TYPES` reads one small file.
"""

from collections.abc import Callable, Mapping
from typing import Any

from . import pairings, tables
from .pairings import Pairing, Theme, Wordings
from .tables import EventType, Status, from_cameo, legal_mode, outward_country
from .times import outward_time

__all__ = [
    "CONTEXTS",
    "COUNTRY_NOTES",
    "PAIRINGS",
    "POSITION_KINDS",
    "SECTORS",
    "STATEMENT_KINDS",
    "STATUSES",
    "THEMES",
    "TOLD_BY",
    "TYPES",
    "WORDINGS",
    "EventType",
    "Pairing",
    "Status",
    "Theme",
    "Wordings",
    "from_cameo",
    "legal_mode",
    "outward_country",
    "outward_time",
]

TYPES: Mapping[str, EventType]
"""The 16 event types by name."""
STATUSES: Mapping[str, Status]
"""What a report says of an act's being: actual, future, possible, conditional, negated."""
POSITION_KINDS: Mapping[str, str]
"""demand, offer, refusal, threat, commitment, prediction: what each covers."""
STATEMENT_KINDS: Mapping[str, str]
"""direct, indirect, mixed: what each covers."""
SECTORS: Mapping[str, str]
"""Sector codes: what each covers."""
COUNTRY_NOTES: Mapping[str, str]
"""The country codes that are no country."""
CONTEXTS: tuple[str, ...]
"""The 37 contexts an event may have, any number of them."""

THEMES: Mapping[str, Theme]
"""What positions are about, by the words that say so; only as far as events can settle them."""
PAIRINGS: tuple[Pairing, ...]
"""Which events settle a position."""
TOLD_BY: Mapping[str, tuple[str, ...]]
"""The event types that tell of a position of a kind being stated."""
WORDINGS: Wordings
"""Words that turn a position round, or say what became of it."""

_READERS: Mapping[str, Callable[[], object]] = {
    "TYPES": tables.event_types,
    "STATUSES": tables.statuses,
    "POSITION_KINDS": lambda: tables.described("position_kinds"),
    "STATEMENT_KINDS": lambda: tables.described("statement_kinds"),
    "SECTORS": lambda: tables.described("sectors"),
    "COUNTRY_NOTES": lambda: tables.described("countries"),
    "CONTEXTS": tables.contexts,
    "THEMES": pairings.themes,
    "PAIRINGS": pairings.pairings,
    "TOLD_BY": pairings.told_by,
    "WORDINGS": pairings.wordings,
}


def __getattr__(name: str) -> Any:
    if reader := _READERS.get(name):
        return reader()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
