"""Fits the weights of `reading/confidence.json` on the held-out articles, and says how well they keep their word:
`python -m training.confidence --data ../shared [--write]`.

Each chance that is judged comes from weights fitted on other articles (five parts by article). The error is the
expected calibration error over ten bins of equal count. What ships is fitted on all held-out articles.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente import reading
from detente.reading import confidence
from detente.records import to_json

from .heldout import articles

Json = dict[str, Any]
Floats = NDArray[np.float64]
Bins = list[tuple[int, float, float]]
PARTS, BINS = 5, 10
SHIPPED = Path(reading.__file__).parent / "confidence.json"
_SAME = {"UNO": "IGO", "EUR": "IGO", "KOS": "XKX", "INT": "-", None: "-", "": "-"}


def _countries(mentions: list[Json | None]) -> set[str]:
    found = (actor.get("country") for mention in mentions if mention for actor in mention["actors"])
    return {_SAME.get(code, code) for code in found}


def _names(mention: Json | None) -> set[str]:
    words = (word for actor in (mention or {}).get("actors", ()) for word in actor["name"].lower().split())
    return {word.strip(".,’'") for word in words} - {"the", "of"}


def _union(a: list[int], b: list[int]) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared)


def _event(gold: Json, found: Json) -> bool:
    overlap = min(gold["trigger"][1], found["trigger"][1]) > max(gold["trigger"][0], found["trigger"][0])
    return (
        overlap
        and gold["type"] == found["type"]
        and all(_countries(gold[side]) == _countries(found[side]) for side in ("source", "recipient"))
    )


def _statement(gold: Json, found: Json) -> bool:
    ours, theirs = _names(found["speaker"]), _names(gold["speaker"])
    return (
        _union(gold["content"], found["content"]) >= 0.5 and bool(ours) and (ours <= theirs or theirs <= ours)
    )


def _position(gold: Json, found: Json) -> bool:
    return (
        _union(gold["content"], found["content"]) >= 0.5
        and gold["kind"] == found["kind"]
        and _countries([gold["holder"]]) == _countries([found["holder"]])
    )


FAMILIES: dict[str, tuple[str, Callable[[Json, Json], bool]]] = {
    "event": ("events", _event),
    "statement": ("statements", _statement),
    "position": ("positions", _position),
}


def judged(gold: Json, found: Json, family: str) -> Iterator[bool]:
    """Of each found record whether it is right; each hand-made one makes only one right, the surest."""
    key, right = FAMILIES[family]
    left = list(gold[key])
    verdicts = {}
    for number, each in sorted(enumerate(found[key]), key=lambda item: -item[1]["score"]):
        hit = next((one for one in left if right(one, each)), None)
        verdicts[number] = hit is not None
        if hit is not None:
            left.remove(hit)
    return (verdicts[number] for number in range(len(found[key])))


def fit(rows: Floats, right: Floats) -> Floats:
    """Logistic regression by Newton's steps, held a little to small weights."""
    weights = np.zeros(rows.shape[1])
    hold = 0.5 * np.eye(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + hold @ weights
        weights -= np.linalg.solve((rows * (chance * (1 - chance))[:, None]).T @ rows + hold, slope)
    return weights


def table(chance: Floats, right: Floats) -> tuple[Bins, float]:
    """Bins of equal count as (records, mean chance, share right), and the expected calibration error."""
    order = np.argsort(chance, kind="stable")
    bins = [part for part in np.array_split(order, BINS) if len(part)]
    rows = [(len(part), float(chance[part].mean()), float(right[part].mean())) for part in bins]
    return rows, sum(count * abs(mean - share) for count, mean, share in rows) / len(chance)


def _measure(data: Path) -> dict[str, tuple[Floats, Floats, Floats]]:
    """By family: features, whether right, and the number of the article."""
    kept = dict(confidence.weights())
    found: list[Json] = []
    parts: list[dict[str, list[float]]] = []
    reader = reading.Reader(threads=2)
    golds, documents = zip(*chain(articles(data, "train"), articles(data, "ours")), strict=True)
    for one in ([0.0, 1.0, 0.0], [0.0, 0.0, 1.0]):  # the plain chances, one after the other
        confidence.weights().update(dict.fromkeys(FAMILIES, one))
        parts.append({})
        found = [to_json(reader.read(document)) for document in documents]
        for family, (key, _) in FAMILIES.items():
            parts[-1][family] = [each["score"] for every in found for each in every[key]]
    confidence.weights().update(kept)
    out = {}
    for family, (key, _) in FAMILIES.items():
        rows = [confidence.features(*pair) for pair in zip(parts[0][family], parts[1][family], strict=True)]
        right = [hit for gold, every in zip(golds, found, strict=True) for hit in judged(gold, every, family)]
        home = [number for number, every in enumerate(found) for _ in every[key]]
        out[family] = np.array(rows), np.array(right, dtype=float), np.array(home)
    return out


def reliability(data: Path, write: bool = False) -> dict[str, tuple[Bins, float]]:
    """By family, and of all records: bins of equal count as (records, mean chance, share right), and the expected
    calibration error. `write` ships weights fitted on all."""
    out, shipped = {}, {}
    said, hits = np.zeros(0), np.zeros(0)
    for family, (rows, right, home) in _measure(data).items():
        chance = np.zeros(len(right))
        for part in range(PARTS):
            mine = home % PARTS == part
            chance[mine] = 1 / (1 + np.exp(-rows[mine] @ fit(rows[~mine], right[~mine])))
        out[family] = table(chance, right)
        said, hits = np.append(said, chance), np.append(hits, right)
        shipped[family] = [round(float(weight), 4) for weight in fit(rows, right)]
    out["all"] = table(said, hits)
    if write:
        SHIPPED.write_text(json.dumps(shipped) + "\n", "utf-8")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    parser.add_argument("--write", action="store_true", help="ship the weights")
    given = parser.parse_args()
    for family, (bins, error) in reliability(given.data, given.write).items():
        count = sum(records for records, *_ in bins)
        print(f"{family}: {count} records, expected calibration error {error:.3f}")
        for records, mean, share in bins:
            print(f"  {records:5}  said {mean:.2f}  right {share:.2f}")


if __name__ == "__main__":
    main()
