"""Whether documents on one act end in one happening: `python -m benchmarks.happenings same-event.jsonl.gz`.

Holds `lead_of` against `same_event_key.json` (ids only): pairwise precision, recall and F1, and B-cubed. Its parts:
`basil` are the triplets of BASIL whose articles lead with one codable act, `basil_partly` the two articles of a
triplet that do where the third leads with another, `basil_between_states` those of them between states,
`basil_without` the triplets that lead with no act or with three; `giveme5w1h` are its clusters as read, a cluster
that is a topic cut into its acts. With --readings FILE (of `detente read --json`) nothing is read again. With --fold,
instead: what it takes to fold 1,000 articles into a record of 1,000 and of 10,000, made of the same readings moved in
time.
"""

import argparse
import json
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, cycle, islice
from pathlib import Path

from detente.ingest import Options, documents
from detente.reconcile import Fold, estimates, happenings
from detente.records import Date, Document, Outlet, Reading, When, from_json

Item = tuple[Document, Reading]
Groups = Sequence[Collection[str]]
KEY = Path(__file__).with_name("same_event_key.json")


def items(articles: str, readings: Path | None) -> Iterator[Item]:
    met = (each for each in documents([articles], Options()) if isinstance(each, Document))
    if readings is None:
        from detente.reading import Reader

        reader = Reader()
        yield from ((document, reader.read(document)) for document in met)
        return
    shapes = map(json.loads, readings.read_text("utf-8").splitlines())
    known = {each.document: each for each in map(from_json, shapes)}
    yield from ((document, known[document.id]) for document in met if document.id in known)


def pairs(groups: Groups, among: Collection[str]) -> set[tuple[str, str]]:
    kept = (sorted(set(group) & set(among)) for group in groups)
    return {pair for group in kept for pair in combinations(group, 2)}


def pairwise(key: Groups, found: Groups) -> tuple[float, float, float]:
    among = {each for group in key for each in group}
    wanted, given = pairs(key, among), pairs(found, among)
    right = len(wanted & given)
    return _f1(right / len(given) if given else 0.0, right / len(wanted) if wanted else 0.0)


def b_cubed(key: Groups, found: Groups) -> tuple[float, float, float]:
    among = sorted({each for group in key for each in group})
    gold, given = _groups_of(key, among), _groups_of(found, among)
    shared = {each: len(gold[each] & given[each]) for each in among}
    precision = sum(shared[each] / len(given[each]) for each in among) / len(among)
    return _f1(precision, sum(shared[each] / len(gold[each]) for each in among) / len(among))


def _f1(precision: float, recall: float) -> tuple[float, float, float]:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _groups_of(groups: Groups, among: Collection[str]) -> dict[str, set[str]]:
    out = {each: {each} for each in among}
    for group in groups:
        kept = set(group) & set(among)
        out.update(dict.fromkeys(kept, kept))
    return out


def score(read: Sequence[Item], clusters: dict[str, str]) -> None:
    key = json.loads(KEY.read_text("utf-8"))
    judged = estimates(read)
    days = {document: each.best for document, each in judged.items() if each.best}
    found = happenings(read, (), days)
    leads = [each.lead_of for each in found if each.lead_of]
    between = [group for group in key["basil"] if clusters[group[0]] in key["basil_between_states"]]
    parts = {
        "basil": key["basil"],
        "basil and basil_partly": key["basil"] + key["basil_partly"],
        "basil_between_states": between,
        "giveme5w1h": key["giveme5w1h"],
    }
    for name, groups in parts.items():
        p, r, f = pairwise(groups, leads)
        bp, br, bf = b_cubed(groups, leads)
        print(
            f"{name} ({len(groups)} clusters): pairwise precision {p:.3f} recall {r:.3f} F1 {f:.3f}; "
            f"B-cubed {bp:.3f} {br:.3f} {bf:.3f}"
        )
    acted = {doc for group in leads for doc in group}
    without = [document.doc for document, _ in read if document.doc not in acted]
    print(f"{len(without)} of {len(read)} documents lead with no act: {' '.join(sorted(without))}")


def fold(read: Sequence[Item]) -> None:
    """Milliseconds of CPU: each article is grouped before the next comes."""
    dated = [item for item in read if item[0].published]
    for size in (1000, 10000):
        kept, coming = Fold(), moved(dated)
        for item in islice(coming, size):
            kept.add(*item)
        kept.settle()
        spent = 0.0
        for item in list(islice(coming, 1000)):
            begun = time.process_time()
            kept.add(*item)
            kept.settle()
            spent += time.process_time() - begun
        print(f"1,000 articles into {size:,}: {spent:.2f} ms an article", flush=True)


def moved(read: Sequence[Item]) -> Iterator[Item]:
    """The articles again and again, each time by another outlet and 11 days later."""
    for nth, (document, reading) in enumerate(cycle(read)):
        days = timedelta(11 * (nth // len(read)))
        assert document.published
        outlet = Outlet(f"{document.outlet.name} {days.days}")
        other = replace(document, outlet=outlet, published=document.published + days)
        events = tuple(
            replace(event, document=other.id, time=tuple(_later(told, days) for told in event.time))
            for event in reading.events
        )
        yield other, replace(reading, document=other.id, events=events)


def _later(told: Date, days: timedelta) -> Date:
    if told.when.precision != "day" or told.when.start is None:
        return told
    return Date(told.span, When.parse((told.when.start + days).isoformat()))


def main() -> None:
    summary, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=summary, epilog=rest)
    parser.add_argument("articles", help="same-event.jsonl.gz")
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--fold", action="store_true")
    options = parser.parse_args()
    read = list(items(options.articles, options.readings))
    if options.fold:
        fold(read)
    else:
        score(read, dict(_clusters(options.articles)))


def _clusters(articles: str) -> Iterable[tuple[str, str]]:
    import gzip

    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["id"], article["cluster"]


if __name__ == "__main__":
    main()
