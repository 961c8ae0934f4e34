"""Readers of our own tables in `places_tables/`: cells between bars under a heading, lists by semicolons."""

from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).parent / "places_tables"
ENTRIES = ("waters", "lands", "sites", "venues")


def rows(name: str) -> Iterator[dict[str, str]]:
    lines = (TABLES / f"{name}.psv").read_text(encoding="utf-8").splitlines()
    heading = lines[0].split("|")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("|")
        if len(cells) != len(heading):
            raise SystemExit(
                f"cannot read: {name}.psv line {number}: {len(cells)} cells, not {len(heading)}: {line}"
            )
        yield dict(zip(heading, cells, strict=True))


def several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
