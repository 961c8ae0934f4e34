"""Ids from content: the same thing has the same id on every machine and in every run."""

import hashlib
import json

SHORT = 10
"""How many hex digits of an id are shown; commands take any prefix that is unambiguous."""


def content_id(*parts: object) -> str:
    """SHA-256 (hex) over the JSON array of what makes the record itself, never its score or stage."""
    array = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(array.encode("utf-8", "surrogatepass")).hexdigest()


def short(identifier: str) -> str:
    return identifier[:SHORT]
