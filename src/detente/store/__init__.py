"""The record on disk. The driver is loaded when a record is opened, not before."""

from .ports import EVERYTHING, ActorRow, Entry, Filter, Run, Tally, Trail, View, Writer
from .record import Record

__all__ = [
    "EVERYTHING",
    "ActorRow",
    "Entry",
    "Filter",
    "Record",
    "Run",
    "Tally",
    "Trail",
    "View",
    "Writer",
]
