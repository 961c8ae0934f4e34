"""Reads the news on international affairs and keeps the record.

>>> import detente
>>> reading = detente.read("Moscow expelled two British diplomats on Monday.", published="2019-05-07")
>>> [(event.type, event.mode) for event in reading.events]
[('SANCTION', 'expel')]
"""

from typing import TYPE_CHECKING, Any

from .errors import CallError, DetenteError

if TYPE_CHECKING:
    from datetime import date

    from .reading import Reader
    from .records import Document, Reading

__all__ = ["DetenteError", "Document", "Reading", "__version__", "read"]

__version__ = "0.1.0"

_readers: list["Reader"] = []


def __getattr__(name: str) -> Any:
    """The nouns come when they are asked for: `detente --help` has no need of them."""
    if name in ("Document", "Reading"):
        from . import records

        return getattr(records, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def read(text: str, published: "date | str | None" = None, outlet: str = "", title: str = "") -> "Reading":
    """What one article says. `published` is its day (a date, or ISO 8601), without which relative dates stay
    open. Nothing is stored. Spans count code points of `text`. Raises CallError where `published` is no day."""
    from datetime import date

    from .reading import Reader
    from .records import Document, Outlet

    if isinstance(published, str):
        try:
            published = date.fromisoformat(published)
        except ValueError:
            raise CallError("published", repr(published), "give a day as 2019-09-10") from None
    if not _readers:
        _readers.append(Reader())
    return _readers[0].read(Document(text, Outlet(outlet), published, title=title))
