"""One document → Reading: model, dates, mentions, events, statements, positions."""

from .reader import Reader

__all__ = ["Reader"]
