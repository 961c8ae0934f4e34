"""How right and how fast the actor lookup is: `python -m benchmarks.actors [CORPUS]`.

First the cases of `tests/actor_cases.psv`, written by hand from public facts and the annotation guide, by kind: a
case is right where the best answer has its name, country and sector (of several, one), or where nothing is wanted and
nothing answered. Then, with CORPUS, hand-made readings: a folder with `NAME.articles.jsonl` and `NAME.gold.jsonl`
(NAME by --part). Counted are the argument mentions with a span and one actor, pronouns left out; what is asked is the
mention's text and the article's day. A country counts as the scorer counts it: bodies are one code, INT is none.
*Told*: the text holds a name that the tables know; *other*: a name they do not know, or a plain nominal, which only a
context can place. *Distinct*: each text with its country and sector once.
"""

import argparse
import collections
import json
import re
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from detente.actors import PRONOUNS, Candidate, lookup, scan

CASES = Path(__file__).parents[1] / "tests" / "actor_cases.psv"
_SAME = {"UNO": "IGO", "EUR": "IGO", "INT": "", "-": "", "KOS": "XKX"}
_SMALL = {"of", "the", "and", "for", "al", "de"}


class Case(NamedTuple):
    """What must come first for a mention; `name`, `country` and `sector` may be several, by semicolons."""

    kind: str
    text: str
    on: str
    name: str
    country: str
    sector: str

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.on) if self.on else None

    def right(self, found: list[Candidate]) -> bool:
        got = (found[0].name, found[0].country, found[0].sector) if found else ("", "", "")
        wanted = (self.name, self.country, self.sector)
        return all(part in cell.split(";") for part, cell in zip(got, wanted, strict=True))


def cases(path: Path = CASES) -> list[Case]:
    return [Case(*line.split("|")) for line in path.read_text(encoding="utf-8").splitlines()[1:]]


class Asked(NamedTuple):
    text: str
    on: date | None
    name: str
    country: str
    sector: str


def mentions(corpus: Path, part: str) -> Iterator[Asked]:
    lines = (corpus / f"{part}.articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = {article["id"]: article for article in map(json.loads, lines)}
    for line in (corpus / f"{part}.gold.jsonl").read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        article = articles[reading["doc"]]
        on = date.fromisoformat(article["date"]) if article.get("date") else None
        for argument in _arguments(reading):
            if argument and argument["span"] and len(argument["actors"]) == 1:
                start, end = argument["span"]
                text = article["text"][start:end]
                if text.lower() not in PRONOUNS or (text.isupper() and text != "I"):
                    yield Asked(text, on, *argument["actors"][0].values())


def _arguments(reading: dict) -> Iterator[dict | None]:  # type: ignore[type-arg]
    for event in reading["events"]:
        yield from event["source"]
        yield from event["recipient"]
    for statement in reading["statements"]:
        yield from (statement["speaker"], statement["to"])
    for position in reading["positions"]:
        yield from (position["holder"], position["to"])


def country(code: str) -> str:
    return _SAME.get(code, code)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [
        word
        for word in re.findall(r"[a-z0-9]+", plain.replace("'s", "").replace("-", " "))
        if word not in _SMALL
    ]


def same_name(found: Candidate, asked: Asked) -> bool:
    """As the corpus's scorer has it."""
    short, long = sorted((_words(found.name), _words(asked.name)), key=len)
    shared = set(short) & set(long)
    return bool(short) and (
        set(short) <= set(long)
        or "".join(short) == "".join(long)
        or (
            len(shared) > 1
            and (short[-1] in shared or long[-1] in shared)
            and country(found.country) == country(asked.country)
            and len(short) != len(long)
        )
    )


def told(asked: Asked) -> bool:
    return bool(scan(asked.text))


def verdict(asked: Asked, best: Candidate | None) -> str:
    wanted, got = country(asked.country), country(best.country) if best else ""
    if wanted == got:
        return "country right" if wanted else "rightly none"
    return ("no country" if wanted else "none wanted") if not got or not wanted else "wrong country"


Pair = tuple[Asked, Candidate | None]


def report(title: str, pairs: list[Pair]) -> None:
    verdicts = collections.Counter(verdict(*pair) for pair in pairs)
    shares = ", ".join(f"{name} {count / len(pairs):.3f}" for name, count in verdicts.most_common())
    print(f"{title}: {len(pairs)}: {shares}")
    found = [(each, best) for each, best in pairs if best and best.country]
    right = [(each, best) for each, best in found if country(each.country) == country(best.country)]
    if right:
        sectors = sum(best.sector == each.sector for each, best in right) / len(right)
        names = sum(same_name(best, each) for each, best in right) / len(right)
        print(f"  {len(found)} with a country: right {len(right) / len(found):.3f}, of these", end=" ")
        print(f"sector {sectors:.3f}, name {names:.3f}")
    bare = [(each, best) for each, best in pairs if best and best.sectors and not best.country]
    if bare:
        sectors = sum(best.sector == each.sector for each, best in bare) / len(bare)
        print(f"  {len(bare)} without one: sector {sectors:.3f}")


def show(pairs: list[Pair], kind: str) -> None:
    lines: collections.Counter[str] = collections.Counter()
    for each, best in pairs:
        right = country(each.country) == country(best.country if best else "")
        wrong = (
            best and right and (best.sector != each.sector if kind == "sector" else not same_name(best, each))
        )
        if verdict(each, best) == kind or (kind in ("sector", "name") and wrong):
            got = f"{best.name}|{best.country}|{best.sector} ({best.kind})" if best else "-"
            lines[f"{each.text!r}: {each.name}|{each.country}|{each.sector} <- {got}"] += 1
    for line, count in lines.most_common(400):
        print(count, line)


def report_cases() -> None:
    asked = cases()
    right: collections.Counter[str] = collections.Counter()
    start = time.process_time()
    for case in asked:
        right[case.kind] += case.right(lookup(case.text, case.day))
    took = time.process_time() - start
    print(
        f"{len(asked)} cases, right {right.total() / len(asked):.3f}, {took / len(asked) * 1e3:.3f} ms a lookup"
    )
    for kind, count in collections.Counter(case.kind for case in asked).items():
        print(f"  {kind:13} {right[kind]:3} of {count:3}  {right[kind] / count:.2f}")


def report_distinct(pairs: list[Pair]) -> None:
    once = list(
        {(each.text, each.country, each.sector): (each, best) for each, best in reversed(pairs)}.values()
    )
    found = [(each, best) for each, best in once if best]
    placed = [country(best.country) == country(each.country) for each, best in found if best.country]
    sectors = [best.sector == each.sector for each, best in found]
    print(
        f"distinct: {len(once)}: {len(placed)} with a country: right {sum(placed) / len(placed):.3f};",
        end=" ",
    )
    print(f"{len(sectors)} answered: sector {sum(sectors) / len(sectors):.3f}")


def main() -> None:
    summary, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=summary, epilog=rest)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--part", default="train")
    parser.add_argument("--show", help="a verdict, `sector` or `name`: print the mentions it fell on")
    options = parser.parse_args()
    lookup("Seoul")
    report_cases()
    if options.corpus is None:
        return
    asked = list(mentions(options.corpus, options.part))
    start = time.process_time()
    answers = [next(iter(lookup(each.text, each.on)), None) for each in asked]
    took = time.process_time() - start
    print(f"{len(asked)} mentions, {took / len(asked) * 1e3:.3f} ms a lookup")
    pairs = list(zip(asked, answers, strict=True))
    report("told", [pair for pair in pairs if told(pair[0])])
    report("other", [pair for pair in pairs if not told(pair[0])])
    report_distinct(pairs)
    if options.show:
        show(pairs, options.show)


if __name__ == "__main__":
    main()
