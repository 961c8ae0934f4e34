"""Office claims to read by hand: `python -m benchmarks.offices CORPUS`.

CORPUS is a folder with `train.articles.jsonl`; read are the articles that are held out of training. Prints how many
claims each form of title gives, then a sample (`--sample`, `--seed`) with its sentences. A claim is right where the
sentence gives that person that title in that way, and country and sector are the office's.
"""

import argparse
import json
import random
from collections import Counter
from datetime import date
from pathlib import Path

from training.corpus import held_out

from detente.reading import Reader
from detente.records import Document, Outlet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=11)
    given = parser.parse_args()
    reader, found = Reader(), []
    lines = (given.corpus / "train.articles.jsonl").read_text("utf-8").splitlines()
    for article in (each for each in map(json.loads, lines) if held_out(each["id"])):
        published = date.fromisoformat(article["date"][:10]) if article.get("date") else None
        document = Document(
            article["text"], Outlet(article.get("outlet") or ""), published, given=article["id"]
        )
        found += [(document, claim) for claim in reader.read(document).offices]
    print(len(found), "claims:", dict(Counter(claim.evidence.found_by for _, claim in found)))
    random.Random(given.seed).shuffle(found)
    for number, (document, claim) in enumerate(found[: given.sample], 1):
        bounds = [each.when.value if each else "" for each in (claim.since, claim.until)]
        print(
            number, claim.name, f"[{claim.words}]", claim.country, claim.sector, claim.relation, *bounds,
            document.published, claim.evidence.found_by, sep=" | ",
        )  # fmt: skip
        print("   ", " ".join(claim.sentence.of(document.text).split())[:400])


if __name__ == "__main__":
    main()
