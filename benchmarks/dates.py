"""How many dates are found, how many are right, and how fast: MEANTIME (news) and WikiWars (history), TIMEX3.

    python -m benchmarks.dates [--shared ../shared] [--tuning] [--errors] [--compare] [--readings train]

Counts as TempEval-3 does: a phrase found that overlaps one in the gold is a relaxed hit, with the same ends
a strict one, with the same value (as well as overlapping) a value hit; F1 of each. Both corpora mark the two
ends of a range apart, so an interval counts as its parts. MEANTIME is annotated up to the sixth sentence: it
is read whole and counted so far; its datelines, the day of publication given, count neither way.
`--compare` runs dateparser's search_dates on the same texts; its day is taken as right for a month or year
that it lies in. `--tuning` takes the articles that are not held out, `--errors` prints what went wrong
(never for the held-out ones). The speed is of processor time.

`--readings` measures on hand-made readings instead: how many times of events and dues of positions overlap an
expression, and how many of those have the guide's value.
"""

import argparse
import json
import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from detente.reading.dates import Expression, find, guide_value
from detente.records import Span

HELD_OUT = Path(__file__).with_name("dates_held_out.txt")
LAST_SENTENCE = 5
"""MEANTIME's annotators went no further (counted from 0)."""


@dataclass(frozen=True)
class Phrase:
    span: Span
    value: str


@dataclass(frozen=True)
class Article:
    """`counted` is how far the gold goes, `ignored` what counts neither way."""

    corpus: str
    id: str
    text: str
    on: date | None
    gold: tuple[Phrase, ...]
    counted: int
    ignored: tuple[Span, ...] = ()


def wikiwars(folder: Path) -> Iterator[Article]:
    for path in sorted((folder / "wikiwars-train" / "tml").glob("*.tml")):
        source = path.read_text("utf-8")
        dct, _, body = source.partition("</DCT>")
        found = re.search(r'value="([\d-]+)"', dct)
        text, gold = _untagged(body.partition("<TEXT>")[2].partition("</TEXT>")[0])
        on = date.fromisoformat(found[1]) if found else None
        yield Article("WikiWars", path.stem, text, on, tuple(gold), len(text))


def _untagged(body: str) -> tuple[str, list[Phrase]]:
    text, gold, open_at, value = "", [], 0, ""
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            found = re.search(r'value="([^"]*)"', piece)
            open_at, value = len(text), found[1] if found else ""
        elif piece.startswith("</TIMEX3"):
            gold.append(Phrase(Span(open_at, len(text)), "" if value == "null" else value))
        elif not piece.startswith("<"):
            text += piece.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text, gold


def meantime(folder: Path) -> Iterator[Article]:
    """The day of publication is the dateline, the second sentence: not every file marks it as such."""
    for path in sorted((folder / "meantime" / "intra-doc_annotation").glob("*/*.xml")):
        root = ElementTree.parse(path).getroot()
        tokens = list(root.iter("token"))
        sentences = [int(token.get("sentence") or 0) for token in tokens]
        text, spans = _written([token.text or "" for token in tokens], sentences)
        dateline = Span(*_around(spans, sentences, 1, 1))
        on = datetime.strptime(" ".join(dateline.of(text).split()), "%B %d, %Y").date()
        gold = tuple(phrase for phrase in _marked(root, tokens, spans) if not phrase.span.overlaps(dateline))
        counted = _around(spans, sentences, 0, LAST_SENTENCE)[1]
        yield Article("MEANTIME", path.stem.split("_")[0], text, on, gold, counted, (dateline,))


def _around(spans: list[Span], sentences: list[int], first: int, last: int) -> tuple[int, int]:
    inside = [span for span, sentence in zip(spans, sentences, strict=True) if first <= sentence <= last]
    return inside[0].start, inside[-1].end


def _marked(
    root: ElementTree.Element, tokens: list[ElementTree.Element], spans: list[Span]
) -> Iterator[Phrase]:
    place = {token.get("t_id"): index for index, token in enumerate(tokens)}
    for mark in root.iter("TIMEX3"):
        anchors = sorted(place[anchor.get("t_id")] for anchor in mark.findall("token_anchor"))
        if anchors:
            yield Phrase(Span(spans[anchors[0]].start, spans[anchors[-1]].end), mark.get("value") or "")


_NO_SPACE_BEFORE = re.compile(r"[,.;:!?)%\]]+|'s?|''|n't|'\w+|’s?")
_NO_SPACE_AFTER = re.compile(r"[(\[$€£]|``|US\$")


def _written(words: list[str], sentences: list[int]) -> tuple[str, list[Span]]:
    """The tokens as running text: sentences on lines of their own, no space around what hangs on a word."""
    text, spans = "", []
    for index, word in enumerate(words):
        if index and sentences[index] != sentences[index - 1]:
            text += "\n"
        elif (
            index and not _NO_SPACE_BEFORE.fullmatch(word) and not _NO_SPACE_AFTER.fullmatch(words[index - 1])
        ):
            text += " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    return text, spans


@dataclass
class Score:
    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def add(self, other: "Score") -> None:
        for name in ("gold", "found", "strict", "relaxed", "value"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def f1(self, hits: int) -> float:
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


Same = Callable[[str, str], bool]


def score(article: Article, found: list[Phrase], same: Same, show: bool) -> Score:
    """Each gold phrase with the one found phrase that overlaps it most."""
    counted = [
        phrase
        for phrase in found
        if phrase.span.end <= article.counted
        and not any(phrase.span.overlaps(span) for span in article.ignored)
    ]
    total = Score(len(article.gold), len(counted))
    left = list(counted)
    for gold in article.gold:
        mine = max(left, key=lambda phrase: _overlap(phrase.span, gold.span), default=None)
        if mine is None or not mine.span.overlaps(gold.span):
            if show:
                _print("missed", article, gold, None)
            continue
        left.remove(mine)
        total.relaxed += 1
        total.strict += mine.span == gold.span
        total.value += same(gold.value, mine.value)
        if show and not (mine.span == gold.span and same(gold.value, mine.value)):
            _print("value" if mine.span == gold.span else "extent", article, gold, mine)
    for phrase in left if show else ():
        _print("extra", article, None, phrase)
    return total


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _print(what: str, article: Article, gold: Phrase | None, mine: Phrase | None) -> None:
    at = (gold or mine or Phrase(Span(0, 0), "")).span
    around = article.text[max(0, at.start - 60) : at.start] + "[" + at.of(article.text) + "]"
    around += article.text[at.end : at.end + 40]
    told = f"{gold.value if gold else '-'} / {mine.value if mine else '-'}"
    other = mine.span.of(article.text) if mine and gold and mine.span != gold.span else ""
    print(what, article.id, told, other, " ".join(around.split()), sep=" | ")


def ours(article: Article) -> list[Phrase]:
    return [Phrase(each.span, each.value) for each in _flat(find(article.text, article.on))]


def _flat(expressions: Iterable[Expression]) -> Iterator[Expression]:
    for expression in expressions:
        yield from expression.parts or (expression,)


def dateparsers(article: Article) -> list[Phrase]:
    from dateparser.search import search_dates  # type: ignore[import-untyped]  # only the comparison needs it

    base = datetime.combine(article.on or date(2000, 1, 1), datetime.min.time())
    found = search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    phrases, position = [], 0
    for words, moment in found:
        start = article.text.find(words, position)
        if start >= 0:
            position = start + len(words)
            phrases.append(Phrase(Span(start, position), moment.date().isoformat()))
    return phrases


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure the date rules on MEANTIME and WikiWars.")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--tuning", action="store_true", help="the articles that are not held out")
    parser.add_argument("--errors", action="store_true", help="print what went wrong (tuning articles only)")
    parser.add_argument("--compare", action="store_true", help="also run dateparser, if it is installed")
    parser.add_argument("--readings", metavar="PART", help="measure on hand-made readings: train or dev")
    options = parser.parse_args(argv)
    if options.readings:
        return readings(options.shared / "corpus", options.readings, options.errors)
    folder = options.shared / "data" / "time"
    if not folder.is_dir():
        print(f"cannot measure: {folder}: no such folder; name the data with --shared", file=sys.stderr)
        return 2
    held = {line for line in HELD_OUT.read_text("utf-8").split("\n") if line and line[0] != "#"}
    articles = [
        article
        for article in (*meantime(folder), *wikiwars(folder))
        if (article.id in held) != options.tuning
    ]
    report("detente", articles, ours, str.__eq__, options.errors and options.tuning)
    if options.compare:
        report(
            "dateparser", articles, dateparsers, lambda gold, day: bool(gold) and day.startswith(gold), False
        )
    return 0


def readings(corpus: Path, part: str, show: bool) -> int:
    """The guide's values, all arguments and those of dated articles; `dev` shows no errors."""
    articles = {article["id"]: article for article in _lines(corpus / f"{part}.articles.jsonl")}
    counts: dict[str, list[int]] = {"all": [0, 0, 0], "dated": [0, 0, 0]}
    for reading in _lines(corpus / f"{part}.gold.jsonl"):
        article = articles[reading["doc"]]
        text, on = article["text"], date.fromisoformat(article["date"]) if article["date"] else None
        dates = [(each.span, guide_value(each, on)) for each in find(text, on)]
        for argument in _times(reading):
            span = Span(*argument["span"])
            values = [value for at, value in dates if at.overlaps(span)]
            right = argument["value"] in values
            for name in ("all", "dated") if on else ("all",):
                for index, hit in enumerate((True, bool(values), right)):
                    counts[name][index] += int(hit)
            if show and not right and part != "dev":
                around = text[max(0, span.start - 60) : span.start] + "[" + span.of(text) + "]"
                print(article["date"], argument["value"], values, " ".join(around.split()), sep=" | ")
    for name, (total, overlap, equal) in counts.items():
        print(f"{name:5} {total} times, found {overlap / total:.4f}, value right {equal / total:.4f}")
    return 0


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())


def _times(reading: dict[str, Any]) -> list[dict[str, Any]]:
    times = [argument for event in reading["events"] for argument in event["time"]]
    times += [position["due"] for position in reading["positions"] if position["due"]]
    return [
        argument for argument in times if argument.get("span") and argument["value"] not in ("", "?", None)
    ]


def report(
    name: str, articles: list[Article], tagger: Callable[[Article], list[Phrase]], same: Same, show: bool
) -> None:
    totals: dict[str, Score] = {"MEANTIME": Score(), "WikiWars": Score(), "both": Score()}
    seconds = 0.0
    for article in articles:
        start = time.process_time()
        found = tagger(article)
        seconds += time.process_time() - start
        one = score(article, found, same, show)
        totals[article.corpus].add(one)
        totals["both"].add(one)
    words = sum(len(article.text.split()) for article in articles)
    print(f"{name}: {len(articles)} articles, {words} words, {words / seconds:,.0f} words a second")
    for corpus, total in totals.items():
        figures = "  ".join(
            f"{kind} {total.f1(getattr(total, kind)):.3f}" for kind in ("strict", "relaxed", "value")
        )
        print(f"  {corpus:9} {figures}   gold {total.gold}, found {total.found}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
