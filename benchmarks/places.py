"""How right and how fast the place lookup is: `python -m benchmarks.places [CORPUS]`.

Counts the table of cases in `tests/place_cases.psv` by group: country, kind and distance as the case says. With
CORPUS, a folder with `NAME.articles.jsonl` and `NAME.gold.jsonl` (NAME by --part), also how many of the place
spans there are found at all; *named* are those with a capital letter.
"""

import argparse
import collections
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from detente.places import Candidate, locate
from detente.places.geometry import distance

CASES = Path(__file__).parents[1] / "tests" / "place_cases.psv"


def right(
    found: list[Candidate], country: str, kind: str, latitude: str, longitude: str, within: str
) -> bool:
    if country == "-" or not found:
        return country == "-" and not found
    best = found[0]
    far = distance((best.latitude, best.longitude), (float(latitude), float(longitude)))
    return best.country == country and kind in ("", best.kind) and far <= float(within)


def cases() -> None:
    verdicts: dict[str, list[bool]] = collections.defaultdict(list)
    for line in CASES.read_text(encoding="utf-8").splitlines()[1:]:
        group, text, near, *wanted = line.split("|")
        verdicts[group].append(right(locate(text, near.split(";") if near else ()), *wanted))
    for group, each in verdicts.items():
        print(f"{group}: {sum(each)} of {len(each)}")
    every = [verdict for each in verdicts.values() for verdict in each]
    print(f"all: {sum(every)} of {len(every)} ({sum(every) / len(every):.3f})")


def spans(corpus: Path, part: str) -> collections.Counter[str]:
    lines = (corpus / f"{part}.articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {article["id"]: article["text"] for article in map(json.loads, lines)}
    out: collections.Counter[str] = collections.Counter()
    for line in (corpus / f"{part}.gold.jsonl").read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        for event in reading["events"]:
            out.update(texts[reading["doc"]][start:end] for start, end in event["place"])
    return out


def share(title: str, counted: collections.Counter[str], fits: Callable[[str], bool]) -> None:
    kept = {text: count for text, count in counted.items() if fits(text)}
    found = [text for text in kept if locate(text)]
    often = sum(kept[text] for text in found) / sum(kept.values())
    print(f"{title}: {len(found)} of {len(kept)} distinct ({len(found) / len(kept):.3f}), {often:.3f} of all")


def capital(text: str) -> bool:
    return any(word[0].isupper() for word in text.removeprefix("The ").split())


def speed(texts: Iterable[str]) -> None:
    asked = list(texts)
    start = time.process_time()
    for text in asked:
        locate(text)
    took = (time.process_time() - start) / len(asked)
    print(f"{len(asked)} mentions, {took * 1e3:.3f} ms a lookup")


def main() -> None:
    summary, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=summary, epilog=rest)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--part", default="train")
    options = parser.parse_args()
    start = time.process_time()
    locate("Seoul")
    print(f"loaded in {time.process_time() - start:.3f} s")
    speed(line.split("|")[1] for line in CASES.read_text(encoding="utf-8").splitlines()[1:])
    cases()
    if options.corpus:
        counted = spans(options.corpus, options.part)
        speed(counted)
        share("spans", counted, lambda _: True)
        share("named", counted, capital)


if __name__ == "__main__":
    main()
