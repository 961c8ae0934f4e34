"""Documents and Readings, whole, by their keys.

The wide tables are asked by `document IN (SELECT unnest(?))` alone: DuckDB then unpacks only the rows it
needs (200 of 30,000 in 7 ms); over a join with the same keys it unpacks the whole column (100 ms).
"""

from collections.abc import Collection
from typing import Any, Protocol

from detente.records import Document, Reading

from . import rows

Key = tuple[str, int]
"""A document's id and the run of its reading."""


class Ask(Protocol):
    """Runs one SQL statement and gives all its rows."""

    def __call__(self, query: str, parameters: list[object] | None = None, /) -> list[Any]: ...


_TEXTS = "SELECT id, outlet, url, published, text FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[]))"

_BODIES = """
    SELECT document, run, body FROM readings
    WHERE document IN (SELECT unnest(?::VARCHAR[])) AND run IN (SELECT unnest(?::INTEGER[]))
"""

# As they were met for that reading: with a newer model, ingest may see more in the same text.
_MET = """
    WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS document, unnest(?::INTEGER[]) AS run)
    SELECT w.document, w.run, {} FROM wanted w JOIN runs ON runs.id = w.run
    JOIN sightings s ON s.document = w.document AND s.model = runs.model
"""

# A document that was met in several ways is shown with an id it was given, then by the version, so that no
# order of reading matters.
_SIGHTINGS = f"""
    SELECT DISTINCT ON (document, run) * EXCLUDE (version) FROM ({_MET.format(", ".join(rows.SIGHTING))})
    ORDER BY document, run, given = '', given, version
"""

_VERSIONS = f"{_MET.format('list_sort(list(s.version))')} GROUP BY w.document, w.run"


def documents(ask: Ask, keys: Collection[Key]) -> dict[Key, Document]:
    texts = {row[0]: row[1:] for row in ask(_TEXTS, _wanted(keys)[:1])}
    return {
        (document, run): rows.to_document(texts[document], sighting)
        for document, run, *sighting in ask(_SIGHTINGS, _wanted(keys))
    }


def readings(ask: Ask, keys: Collection[Key]) -> dict[Key, tuple[Document, Reading]]:
    bodies = _bodies(ask, keys)
    return {
        key: (document, rows.to_reading(document, bodies[key]))
        for key, document in documents(ask, keys).items()
    }


def contents(ask: Ask, keys: Collection[Key]) -> dict[Key, list[object]]:
    """What is kept of each document, as it is kept: its id, how it was met, what was read. JSON-ready."""
    bodies = _bodies(ask, keys)
    return {
        (document, run): [document, versions, rows.unpacked(bodies[document, run])]
        for document, run, versions in ask(_VERSIONS, _wanted(keys))
    }


def _bodies(ask: Ask, keys: Collection[Key]) -> dict[Key, bytes]:
    return {(document, run): body for document, run, body in ask(_BODIES, _wanted(keys))}


def _wanted(keys: Collection[Key]) -> list[object]:
    return [[document for document, _ in keys], [run for _, run in keys]]
