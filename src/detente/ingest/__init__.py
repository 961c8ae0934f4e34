"""Files, folders, pages and standard input become Documents. Nothing is read for meaning here."""

from .drafts import Options
from .inputs import count, documents

__all__ = ["Options", "count", "documents"]
