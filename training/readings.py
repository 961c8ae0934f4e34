"""Readings made for detente, beside those of the corpus: offsets only, in `training/readings/`.

The articles are in `data/news`; a text is found by its id and checked by its SHA-256.
`python -m training.readings ARTICLES GOLD --to training/readings/NAME.jsonl` adds what `corpus/resolve` made.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
OURS = Path(__file__).parent / "readings"
_ABOUT = ("outlet", "date", "url", "sentences")


def load(data: Path) -> Iterator[tuple[Json, Json]]:
    """Pairs (article, reading), in the order of the files; `data` is the folder with corpus/ and data/.

    An article whose text is not there, or is not the one that was read, is an error."""
    readings = [
        json.loads(line) for path in sorted(OURS.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    texts = _texts(data / "data" / "news", {reading["doc"] for reading in readings})
    for reading in readings:
        text = texts.get(reading["doc"], "")
        if _digest(text) != reading["sha256"]:
            raise SystemExit(f"{reading['doc']}: the text that was read is not in {data / 'data' / 'news'}")
        yield {"id": reading["doc"], "text": text, **{name: reading[name] for name in _ABOUT}}, reading


def _texts(news: Path, wanted: set[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for path in sorted(
        news.glob("*.jsonl.gz"), key=lambda path: (path.name.startswith("unlabelled"), path.name)
    ):
        if len(out) == len(wanted):
            break
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if article["id"] in wanted:
                    out[article["id"]] = article["text"]
    return out


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _add(articles: Path, gold: Path, to: Path) -> int:
    by_id = {each["id"]: each for each in map(json.loads, articles.open(encoding="utf-8"))}
    known = {json.loads(line)["doc"] for line in to.open(encoding="utf-8")} if to.exists() else set()
    count = 0
    with to.open("a", encoding="utf-8") as out:
        for reading in map(json.loads, gold.open(encoding="utf-8")):
            if reading["doc"] not in known:
                article = by_id[reading["doc"]]
                about = {name: article[name] for name in _ABOUT} | {"sha256": _digest(article["text"])}
                out.write(json.dumps(reading | about, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += 1
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    print(_add(given.articles, given.gold, given.to), "readings added")


if __name__ == "__main__":
    main()
