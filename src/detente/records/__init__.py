"""The nouns: frozen types, ids, spans, dates. Standard library only."""

from .documents import Document, Outlet
from .found import Date, EventReport, Evidence, Found, Mention, Position, Referent, Statement, Where
from .ids import content_id, short
from .offices import OfficeClaim
from .outward import from_json, to_json
from .readings import Failed, Reading, Skipped
from .spans import Span, merged
from .when import When

__all__ = [
    "Date",
    "Document",
    "EventReport",
    "Evidence",
    "Failed",
    "Found",
    "Mention",
    "OfficeClaim",
    "Outlet",
    "Position",
    "Reading",
    "Referent",
    "Skipped",
    "Span",
    "Statement",
    "When",
    "Where",
    "content_id",
    "from_json",
    "merged",
    "short",
    "to_json",
]
