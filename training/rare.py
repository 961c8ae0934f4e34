"""What dev has too few of, on all held-out articles: `python -m training.rare --data ../shared`.

Event types, statuses other than actual, and the parts of positions, as precision, recall and F1, with the interval in
which nineteen of twenty drawings of the articles (with replacement, 1,000 times) leave F1.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from detente.reading import Reader
from detente.records import to_json

from .heldout import articles

Json = dict[str, Any]
Count = Counter[str]
DRAWS = 1000
_STATUSES = ("future", "possible", "conditional", "negated")
_PARTS = ("exchange", "condition", "due")


def _shared(a: list[int], b: list[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _half(a: list[int], b: list[int]) -> bool:
    """Whether two spans have half of their characters in common."""
    shared = _shared(a, b)
    return shared * 2 >= a[1] - a[0] + b[1] - b[0] - shared


def _matched(gold: list[Json], found: list[Json], same: Callable[[Json, Json], bool]) -> int:
    left, hits = list(found), 0
    for one in gold:
        hit = next((each for each in left if same(one, each)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits


def _add(counts: Count, name: str, hits: int, gold: int, found: int) -> None:
    counts[f"{name} hit"] += hits
    counts[f"{name} gold"] += gold
    counts[f"{name} found"] += found


def _events(counts: Count, name: str, gold: list[Json], found: list[Json], field: str) -> None:
    """Of acts whose `field` is `name`: found is a trigger that overlaps, with the same."""
    mine, theirs = ([each for each in part if each[field] == name] for part in (gold, found))
    hits = _matched(mine, theirs, lambda a, b: _shared(a["trigger"], b["trigger"]) > 0)
    _add(counts, name, hits, len(mine), len(theirs))


def _part(part: str) -> Callable[[Json, Json], bool]:
    """Of two positions with a part: whether both it and their contents are the same."""

    def same(a: Json, b: Json) -> bool:
        if not _half(a["content"], b["content"]):
            return False
        return bool(a["due"]["value"] == b["due"]["value"]) if part == "due" else _half(a[part], b[part])

    return same


def count(gold: Json, found: Json) -> Count:
    """Hits, hand-made and found of one article, by name."""
    out: Count = Counter()
    for name in sorted({event["type"] for event in (*gold["events"], *found["events"])}):
        _events(out, name, gold["events"], found["events"], "type")
    for status in _STATUSES:
        _events(out, status, gold["events"], found["events"], "status")
    for part in _PARTS:
        mine, theirs = ([each for each in side["positions"] if each[part]] for side in (gold, found))
        _add(out, part, _matched(mine, theirs, _part(part)), len(mine), len(theirs))
    return out


def f1(counts: Count, name: str) -> float:
    whole = counts[f"{name} gold"] + counts[f"{name} found"]
    return 2 * counts[f"{name} hit"] / whole if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    data = parser.parse_args().data
    reader = Reader(threads=2)
    rows = []
    for name in ("train", "ours"):
        for gold, document in articles(data, name):
            rows.append(count(gold, json.loads(json.dumps(to_json(reader.read(document))))))
    draw = random.Random(2019)
    totals = [sum(draw.choices(rows, k=len(rows)), Counter[str]()) for _ in range(DRAWS)]
    whole = sum(rows, Counter[str]())
    names = dict.fromkeys(key.rsplit(" ", 1)[0] for key in sorted(whole, key=lambda key: key.swapcase()))
    print(f"{len(rows)} held-out articles")
    for name in names:
        hits, gold, found = (whole[f"{name} {part}"] for part in ("hit", "gold", "found"))
        drawn = sorted(f1(total, name) for total in totals)
        low, high = drawn[DRAWS // 40], drawn[-DRAWS // 40 - 1]
        exact = f"precision {hits / found if found else 0:.2f}  recall {hits / gold if gold else 0:.2f}"
        print(f"{name:12} gold {gold:4}  {exact}  F1 {f1(whole, name):.2f}  ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
