"""Across documents: what no one of them can say alone. Pure functions of Readings: no store, no clock, no model."""

from .claims import Reported, reported
from .copies import Copy, copies
from .counts import RULES, Asked, count
from .folding import Fold, happenings
from .known import learnt
from .ledger import ledger
from .offices import Office, offices
from .origins import origins
from .undated import DateEstimate, estimates

__all__ = [
    "RULES",
    "Asked",
    "Copy",
    "DateEstimate",
    "Fold",
    "Office",
    "Reported",
    "copies",
    "count",
    "estimates",
    "happenings",
    "learnt",
    "ledger",
    "offices",
    "origins",
    "reported",
]
