"""How well an undated article's day is estimated: `python -m benchmarks.undated NEWS`.

NEWS is a folder with `world-1000.jsonl.gz` and `same-event.jsonl.gz`. Of each, `--size` dated articles are drawn
(`--seed`), their day is hidden, and the estimate is made twice: from the article alone, and beside a small record of
dated articles: for each drawn one of `same-event` up to `--mates` others of its cluster (texts that are the same left
out), and as many of `world-1000` as were drawn from it. Printed are the articles with an estimate, with both bounds,
how often the true day lies within, the median width in days, and how far off the likeliest day is where there is one.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from detente.reading import Reader
from detente.reconcile import DateEstimate, estimates
from detente.records import Document, Outlet, Reading

Json = dict[str, Any]
Item = tuple[Document, Reading]
SETS = ("world-1000", "same-event")


def articles(news: Path, name: str) -> list[Json]:
    with gzip.open(news / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [each for each in map(json.loads, file) if each.get("published")]


def day(article: Json) -> date:
    return date.fromisoformat(article["published"][:10])


def document(article: Json, published: date | None) -> Document:
    title = article.get("title") or ""
    return Document(
        article["text"], Outlet(article.get("outlet") or ""), published, title=title, given=article["id"]
    )


def beside(drawn: dict[str, list[Json]], news: Path, mates: int, chance: random.Random) -> Iterator[Json]:
    """The dated articles of the small record."""
    ids = {each["id"] for own in drawn.values() for each in own}
    texts = {each["text"] for own in drawn.values() for each in own}
    rest = {
        name: [each for each in articles(news, name) if each["id"] not in ids and each["text"] not in texts]
        for name in SETS
    }
    for one in drawn["same-event"]:
        others = [each for each in rest["same-event"] if each.get("cluster") == one.get("cluster")]
        yield from chance.sample(others, min(mates, len(others)))
    yield from chance.sample(rest["world-1000"], len(drawn["world-1000"]))


def said(name: str, pairs: list[tuple[DateEstimate, date]]) -> str:
    known = [(each, day) for each, day in pairs if each.known]
    closed = [(each, day) for each, day in known if each.start and each.end]
    widths = [(each.end - each.start).days for each, _ in closed if each.start and each.end]
    off = sorted(abs((each.best - day).days) for each, day in known if each.best)
    return (
        f"{name}: {len(pairs)} articles, {len(known)} with an estimate ({_within(known)} hold the day), "
        f"{len(closed)} with both bounds ({_within(closed)} hold the day), median width "
        f"{median(widths) if widths else '-'} days; likeliest day of {len(off)}, "
        f"{sum(each <= 3 for each in off)} within 3 days"
    )


def _within(pairs: list[tuple[DateEstimate, date]]) -> int:
    return sum(
        (each.start is None or each.start <= day) and (each.end is None or day <= each.end)
        for each, day in pairs
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--size", type=int, default=30)
    parser.add_argument("--mates", type=int, default=3)
    given = parser.parse_args()
    chance, reader = random.Random(given.seed), Reader()
    drawn = {name: chance.sample(articles(given.news, name), given.size) for name in SETS}
    hidden = {each["id"]: document(each, None) for own in drawn.values() for each in own}
    items: list[Item] = [(each, reader.read(each)) for each in hidden.values()]
    others = [document(each, day(each)) for each in beside(drawn, given.news, given.mates, chance)]
    record: list[Item] = [(each, reader.read(each)) for each in others]
    for said_of, judged in (
        ("alone", {key: each for item in items for key, each in estimates([item]).items()}),
        (f"beside {len(record)} dated articles", estimates([*items, *record])),
    ):
        for names in (*((name,) for name in SETS), SETS):
            own = [each for name in names for each in drawn[name]]
            pairs = [(judged[hidden[each["id"]].id], day(each)) for each in own]
            print(f"{said_of}, {said(' and '.join(names), pairs)}")


if __name__ == "__main__":
    main()
