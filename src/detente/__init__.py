"""Reads the news on international affairs and keeps the record.

>>> import detente
>>> reading = detente.read("Moscow recalled its ambassador on Tuesday.", published="2021-03-18")
>>> [event.type for event in reading.events]
['SANCTION']
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from .errors import CallError, DetenteError
from .records import Document, Outlet, Reading

if TYPE_CHECKING:
    from .reading import Reader

__all__ = ["DetenteError", "Document", "Reading", "__version__", "read"]

__version__ = "0.1.0"


@cache
def _reader() -> "Reader":
    from .reading import Reader

    return Reader()


def read(text: str, published: date | str | None = None, outlet: str = "", title: str = "") -> Reading:
    """What one article says. `published` is its day (a date, or ISO 8601), without which relative dates stay
    open. Nothing is stored. Spans count code points of `text`. Raises CallError where
    `published` is no day."""
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published)
        except ValueError:
            raise CallError("published", repr(published), "give a day as 2019-09-10") from None
    return _reader().read(Document(text, Outlet(outlet), published, title=title))
