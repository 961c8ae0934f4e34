"""The tables. Rows are only ever inserted; a later row adds to an earlier one and never changes it.

A document is what its id is made of; how it was met (the id it came with, title, outlet's kind, what was
dropped) is a *sighting*: the same document may be met twice under two ids, and both are kept, so that it does
not matter which came first. `found` and `parties` are an index over `readings.body`, made for filters and
counts; the records themselves are always made from the body. The body is JSON under zlib: DuckDB's own
packing must undo 2,000 bodies to give one (40 ms; 3 ms for 200 so).

All times are UTC, as TIMESTAMP without zone: DuckDB needs pytz to hand out the other kind.
"""

VERSION = 1
"""Of the schema. It goes up with every change that an older detente could not read."""

COLUMNS = {
    "meta": "schema INTEGER, made TIMESTAMP",
    "runs": "id INTEGER, started TIMESTAMP, model VARCHAR, version VARCHAR, arguments VARCHAR",
    "ends": "run INTEGER, ended TIMESTAMP, read INTEGER, known INTEGER, skipped INTEGER, failed INTEGER",
    "outcomes": "run INTEGER, thing VARCHAR, stage VARCHAR, reason VARCHAR, recorded TIMESTAMP",
    "documents": "id VARCHAR, outlet VARCHAR, url VARCHAR, published DATE, text VARCHAR, recorded TIMESTAMP",
    "sightings": "document VARCHAR, model VARCHAR, version VARCHAR, given VARCHAR, origin VARCHAR, "
    "title VARCHAR, byline VARCHAR, published_from VARCHAR, language VARCHAR, outlet_kind VARCHAR, "
    "outlet_country VARCHAR, state_media BOOLEAN, reliability VARCHAR, dropped VARCHAR, run INTEGER, "
    "recorded TIMESTAMP",
    "readings": "document VARCHAR, run INTEGER, body BLOB, recorded TIMESTAMP",
    "found": "document VARCHAR, run INTEGER, place INTEGER, id VARCHAR, what VARCHAR, type VARCHAR, "
    "mode VARCHAR, status VARCHAR, score DOUBLE, first_day DATE, last_day DATE",
    "parties": "document VARCHAR, run INTEGER, place INTEGER, role VARCHAR, name VARCHAR, country VARCHAR, "
    "sector VARCHAR",
    "rulings": "number INTEGER, what VARCHAR, one VARCHAR, other VARCHAR, recorded TIMESTAMP",
}

KEYS = {
    "runs": "id",
    "ends": "run",
    "documents": "id",
    "sightings": "document, model, version",
    "readings": "document, run",
    "rulings": "number",
}
"""What no two rows of a table share."""

CURRENT = "CREATE VIEW current AS SELECT document, max(run) AS run FROM readings GROUP BY document"
"""A document's current Reading is that of its latest run."""


def statements() -> list[str]:
    """What makes an empty database a record."""
    return [*(_create(table) for table in COLUMNS), CURRENT]


def late(table: str) -> str:
    """What makes a table that records of earlier versions do not have."""
    return _create(table).replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1)


def insert(table: str) -> str:
    """One statement for many rows: each parameter is a column, as a list. A row whose key is there already
    is left out. (Measured for 2,000 rows: `executemany` 1.2 s, VALUES 0.11 s, lists 0.014 s.)"""
    kinds = [column.split()[1] for column in COLUMNS[table].split(", ")]
    lists = ", ".join(f"unnest(?::{kind}[])" for kind in kinds)
    return f"INSERT INTO {table} SELECT {lists}" + (" ON CONFLICT DO NOTHING" if table in KEYS else "")


def _create(table: str) -> str:
    key = f", PRIMARY KEY ({KEYS[table]})" if table in KEYS else ""
    return f"CREATE TABLE {table} ({COLUMNS[table]}{key})"
