"""How well articles are taken from real HTML pages: `python benchmarks/pages.py [--shared ../shared]`.

Measures on the 60 pages of `data/html` (gold text, day and authors by hand-checked parsers). Main text is
compared as words: precision, recall and F1 of the multiset of words, averaged over pages; languages without
spaces are compared by character. Days count as right when they equal the gold's day as written; one day off
(time zones) is told apart. Authors count as found when every gold name, folded, stands in the byline.
"""

import argparse
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.ingest.drafts import Draft
from detente.ingest.languages import language_of
from detente.ingest.pages import page


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures how well articles are taken from HTML pages.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data/html")
    parser.add_argument("--verbose", action="store_true", help="one line for each page")
    call = parser.parse_args()
    folder = call.shared / "data" / "html"
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    started = time.perf_counter()
    rows = [measured(folder, each) for each in gold]
    seconds = time.perf_counter() - started
    if call.verbose:
        for each, row in zip(gold, rows, strict=True):
            print(each["html"], " ".join(f"{name} {value:.2f}" for name, value in row.items()))
    english = [row for each, row in zip(gold, rows, strict=True) if language_of(each["text"]) == "en"]
    report("all", rows)
    report("English", english)
    print(f"{seconds / len(rows):.2f} s a page")


def measured(folder: Path, gold: dict[str, Any]) -> dict[str, float]:
    """Scores of one page, each 0 to 1."""
    try:
        draft = page((folder / gold["html"]).read_bytes(), gold["html"])
    except InputError as error:
        print(error)
        draft = Draft("", gold["html"])
    precision, recall = overlap(units(draft.text), units(gold["text"]))
    day = date.fromisoformat(gold["published"][:10]) if gold["published"] else None
    off = abs((draft.published - day).days) if draft.published and day else None
    authors = [folded(name) for name in gold["authors"] or []]
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "title": float(bool(draft.title) and folded(gold["title"])[:30] in folded(draft.title)),
        "day": float(draft.published == day),
        "day within one": float(draft.published == day or (off is not None and off <= 1)),
        "authors": float(bool(authors) and all(name in folded(draft.byline) for name in authors)),
        "authors known": float(bool(authors)),
    }


def units(text: str) -> Counter[str]:
    """Words; characters where a script does not part words."""
    text = text.lower()
    unparted = sum(character > "\u2e80" for character in text) > len(text) / 3
    return Counter(filter(str.isalnum, text)) if unparted else Counter(re.findall(r"\w+", text))


def overlap(found: Counter[str], gold: Counter[str]) -> tuple[float, float]:
    """Precision and recall."""
    common = (found & gold).total()
    return common / max(1, found.total()), common / max(1, gold.total())


def folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum())


def report(name: str, rows: Iterable[dict[str, float]]) -> None:
    rows = list(rows)
    total = Counter[str]()
    for row in rows:
        total.update(row)
    known = total.pop("authors known") or 1
    authors = total.pop("authors")
    figures = ", ".join(f"{key} {100 * value / len(rows):.1f}" for key, value in total.items())
    figures += f", authors {100 * authors / known:.1f} (of {known:.0f} pages that name them)"
    print(f"{name}: {len(rows)} pages: {figures}")


if __name__ == "__main__":
    main()
