"""Wiring: inputs through ingest and reading into a record."""

from .engine import Known, Outcome, Reads, Told, counted, read_all, read_each
from .progress import Progress

__all__ = ["Known", "Outcome", "Progress", "Reads", "Told", "counted", "read_all", "read_each"]
