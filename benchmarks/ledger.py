"""The ledger of the hand-made readings, checked by hand: `python -m benchmarks.ledger ../shared/corpus`.

`--draw 60 --seed 1` prints that many of the items with several positions or a state other than open, with their
sentences, to be judged. Without it, prints how many items there are in each state, and the share of the verdicts in
`tests/quality/ledger_verdicts.csv` that are right, by draw: 1 to 3 with seeds 1 to 3, `across` all items of several
documents or with a state that something other than a date made.
"""

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from detente.reconcile import ledger
from detente.records import Document, EventReport, LedgerItem, Outlet, Reading, from_json, short

VERDICTS = Path(__file__).parents[1] / "tests" / "quality" / "ledger_verdicts.csv"
Json = dict[str, Any]
Item = tuple[Document, Reading]


def readings(corpus: Path, name: str = "train") -> list[Item]:
    """The hand-made readings as records; every name of an argument is a mention wherever it stands."""
    lines = (corpus / f"{name}.articles.jsonl").read_text("utf-8").splitlines()
    articles = {each["id"]: each for each in map(json.loads, lines)}
    gold = (corpus / f"{name}.gold.jsonl").read_text("utf-8").splitlines()
    return [_item(articles[each["doc"]], each) for each in map(json.loads, gold)]


def _item(article: Json, gold: Json) -> Item:
    day = date.fromisoformat(article["date"]) if article.get("date") else None
    document = Document(
        article["text"],
        Outlet(article["outlet"] or ""),
        day,
        url=article.get("url") or "",
        given=article["id"],
    )
    shape: Json = {
        "doc": document.doc,
        "document": document.id,
        "model": "hand",
        "sentences": article["sentences"],
    }
    for kind in ("events", "statements", "positions"):
        shape[kind] = [_found(each, article["sentences"]) for each in gold[kind]]
    shape |= {"mentions": list(_mentions(document.text, shape)), "dates": []}
    return document, from_json(shape)


def _found(each: Json, sentences: list[list[int]]) -> Json:
    own = {"sentence": sentences[each["s"]], "clause": [], "found_by": "hand", "score": 1.0}
    return {name: _kind(value) for name, value in each.items()} | own


def _kind(value: Any) -> Any:
    """A mention needs to say what kind it is."""
    if isinstance(value, list):
        return [_kind(each) for each in value]
    return {**value, "kind": "nominal"} if isinstance(value, dict) and "actors" in value else value


def _mentions(text: str, shape: Json) -> Iterator[Json]:
    arguments = [each for event in shape["events"] for each in (*event["source"], *event["recipient"])]
    arguments += [each for one in shape["positions"] for each in (one["holder"], one["to"]) if each]
    names: dict[str, Any] = {}
    for each in arguments:
        words = text[slice(*each["span"])] if each["span"] else ""
        if words[:1].isupper() and len(words) > 2 and len(each["actors"]) == 1:
            names.setdefault(words, each["actors"])
    for words, actors in sorted(names.items()):
        at = text.find(words)
        while at >= 0:
            yield {"span": [at, at + len(words)], "actors": actors, "kind": "other"}
            at = text.find(words, at + 1)


def _sheet(item: LedgerItem, documents: Mapping[str, Item]) -> Iterator[str]:
    holder, to = (", ".join(who.name for who in each) for each in (item.holder, item.to))
    yield f"{short(item.id)} | {item.state} | {holder} -> {to}: {item.kind}"
    for each in item.stated:
        document = documents[each.position.document][0]
        sentence = " ".join(each.position.sentence.of(document.text).split())
        terms = "; ".join(filter(None, (each.exchange, each.condition, each.due)))
        yield f"   {each.day} {each.doc} {each.position.kind}: {each.wording} [{terms}]"
        yield f"        {sentence}"
    for change in item.changes[1:]:
        yield f"   * {change.state} {change.day}: {change.reason} {change.doc}"
        if change.document:
            yield from _shown(change.report, documents[change.document])


def _shown(report: str, item: Item) -> Iterator[str]:
    document, reading = item
    for found in reading.events:
        if found.id == report:
            yield f"        {' '.join(found.sentence.of(document.text).split())} ({_who(found)})"


def _who(event: EventReport) -> str:
    return ", ".join(who.name for each in (*event.source, *event.recipient) for who in each.referents)


def _shares() -> Iterator[str]:
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for draw in sorted({row["draw"] for row in rows}):
        own = [row for row in rows if row["draw"] == draw]
        right = sum(row["verdict"] == "right" for row in own)
        yield f"draw {draw}: {right} of {len(own)} right, {right / len(own):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="id and state of each item, one a line")
    given = parser.parse_args()
    items = readings(given.corpus)
    found = ledger(items)
    telling = [item for item in found if len(item.stated) > 1 or item.state != "open"]
    if given.list:
        print("\n".join(json.dumps([short(item.id), item.state]) for item in found))
        return
    if given.draw:
        by_id = {document.id: (document, reading) for document, reading in items}
        for item in random.Random(given.seed).sample(telling, given.draw):
            print("\n".join(_sheet(item, by_id)))
        return
    states = Counter(item.state for item in found)
    print(
        f"{len(items)} readings, {len(found)} items, {len(telling)} to judge; {dict(sorted(states.items()))}"
    )
    print("\n".join(_shares()))


if __name__ == "__main__":
    main()
