"""The nouns: frozen types, ids, spans, dates. Standard library only."""

from .counts import Checked, Count, CountClaim, CountedAct
from .documents import Document, Outlet
from .found import Date, EventReport, Evidence, Found, Mention, Position, Referent, Statement, Where
from .happenings import (
    CAUSES,
    Disagreement,
    Happening,
    Link,
    Member,
    Origin,
    Ruling,
    Value,
    happening_id,
)
from .ids import content_id, short
from .ledger import STATES, Change, LedgerItem, Stated
from .offices import OfficeClaim
from .outward import from_json, to_json
from .readings import Failed, Reading, Skipped
from .spans import Span, merged
from .when import When

__all__ = [
    "CAUSES",
    "STATES",
    "Change",
    "Checked",
    "Count",
    "CountClaim",
    "CountedAct",
    "Date",
    "Disagreement",
    "Document",
    "EventReport",
    "Evidence",
    "Failed",
    "Found",
    "Happening",
    "LedgerItem",
    "Link",
    "Member",
    "Mention",
    "OfficeClaim",
    "Origin",
    "Outlet",
    "Position",
    "Reading",
    "Referent",
    "Ruling",
    "Skipped",
    "Span",
    "Stated",
    "Statement",
    "Value",
    "When",
    "Where",
    "content_id",
    "from_json",
    "happening_id",
    "merged",
    "short",
    "to_json",
]
