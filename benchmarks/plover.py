"""How often the root type of an event is right where its source and target are given:
`python -m benchmarks.plover ../shared/data/plover/plv-train.jsonl`.

The sentences are a test only. An event is found where one of its sources overlaps the given source, and one of its
recipients (or, of a mutual act, another of its sources) the given target; of several the surest counts. The table's
15 roots have YIELD for CONCEDE and RETREAT together.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from detente.reading import Reader
from detente.records import Document, EventReport, Mention, Span

_ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def _overlaps(mentions: tuple[Mention, ...], span: Span) -> bool:
    return any(mention.span is not None and mention.span.overlaps(span) for mention in mentions)


def _between(event: EventReport, source: Span, target: Span) -> bool:
    both = (*event.recipient, *event.source)
    return _overlaps(event.source, source) and _overlaps(both, target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    given = parser.parse_args()
    reader = Reader(threads=2)
    asked, found, right = Counter[str](), Counter[str](), Counter[str]()
    for row in map(json.loads, given.sentences.open(encoding="utf-8")):
        events = reader.read(Document(row["text"])).events
        for expected in row["expected"]:
            spans = []
            for name in ("source_text", "target_text"):
                start = row["text"].find(expected[name])
                spans.append(Span(start, start + len(expected[name])))
            root = expected["root"]
            asked[root] += 1
            between = [event for event in events if _between(event, *spans)]
            if between:
                best = max(between, key=lambda event: event.evidence.score)
                found[root] += 1
                right[root] += _ROOT.get(best.type, best.type) == root
    for root in [*sorted(asked), "all"]:
        counts = [sum(each.values()) if root == "all" else each[root] for each in (asked, found, right)]
        share = counts[2] / counts[1] if counts[1] else 0.0
        print(f"{root:10} sentences {counts[0]:4}  found {counts[1] / counts[0]:.3f}  root right {share:.3f}")


if __name__ == "__main__":
    main()
