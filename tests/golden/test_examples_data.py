"""The examples and their reading by hand are what they say they are."""

import gzip
import importlib.machinery
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from trafilatura.settings import Document

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "src" / "detente" / "examples"
SHARED = HERE.parents[2] / "shared"
SETS = ("examples", "rare")
RUN = 12

Json = dict[str, Any]


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def shipped() -> dict[str, str]:
    """By doc: the text of a JSON line, the whole of a single file."""
    singles = {p.name: p.read_text("utf-8") for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html")}
    return singles | {a["id"]: a["text"] for a in lines(EXAMPLES / "reports.jsonl")}


def articles(name: str) -> dict[str, Json]:
    return {a["id"]: a for a in lines(HERE / f"{name}.articles.jsonl")}


def test_articles_have_the_shipped_text() -> None:
    golden = {doc: a["text"] for doc, a in articles("examples").items()}
    page = trafilatura.bare_extraction(shipped()["channel-meridian.html"])
    assert isinstance(page, Document)
    assert golden.pop("channel-meridian.html") == page.text
    assert golden == {doc: text for doc, text in shipped().items() if not doc.endswith(".html")}


def test_shipped_ids_outlets_and_lengths() -> None:
    reports = lines(EXAMPLES / "reports.jsonl")
    assert len({r["id"] for r in reports}) == len({r["outlet"] for r in reports}) == len(reports) == 9
    assert len(shipped()) == 12
    for report in reports:
        assert set(report) == {"id", "outlet", "date", "url", "text"}
        assert re.match(r"https://[a-z-]+\.example/", report["url"])
    for doc, article in articles("examples").items():
        assert 120 <= len(article["text"].split()) <= 300, doc


@pytest.mark.parametrize("name", SETS)
def test_every_article_is_annotated_once(name: str) -> None:
    docs = list(articles(name))
    for kind in ("annotations", "gold"):
        assert [d["doc"] for d in lines(HERE / f"{name}.{kind}.jsonl")] == docs


@pytest.mark.parametrize("name", SETS)
def test_sentences_are_in_order_and_cover_all_words(name: str) -> None:
    for doc, article in articles(name).items():
        end = 0
        for start, stop in article["sentences"]:
            assert not article["text"][end:start].strip(), doc
            assert start < stop, doc
            end = stop
        assert not article["text"][end:].strip(), doc


SPANS = {
    "events": ("trigger", "source", "recipient", "place", "time", "qty", "says"),
    "statements": ("speaker", "cue", "content", "via", "to"),
    "positions": ("holder", "content", "to", "exchange", "condition", "due"),
}
VALUED = ("source", "recipient", "time", "speaker", "to", "holder", "due")


def listed(value: Any) -> list[Any]:
    """One or many or none, as a list; an offset pair is one."""
    if value is None:
        return []
    one = isinstance(value, str | dict) or (bool(value) and isinstance(value[0], int))
    return [value] if one else list(value)


def quoted(annotated: str, field: str) -> str:
    words = annotated.rpartition("=")[0] if field in VALUED and "=" in annotated else annotated
    return re.sub(r"#\d+$", "", words)


@pytest.mark.parametrize("name", SETS)
def test_gold_offsets_quote_the_annotated_words(name: str) -> None:
    texts = {doc: a["text"] for doc, a in articles(name).items()}
    checked = 0
    for by_hand, gold in zip(
        lines(HERE / f"{name}.annotations.jsonl"), lines(HERE / f"{name}.gold.jsonl"), strict=True
    ):
        for kind, fields in SPANS.items():
            for written, resolved in zip(by_hand[kind], gold[kind], strict=True):
                for field in fields:
                    pairs = zip(listed(written[field]), listed(resolved[field]), strict=True)
                    for words, found in pairs:
                        span = found["span"] if isinstance(found, dict) else found
                        text = texts[gold["doc"]][slice(*span)] if span else ""
                        assert text == quoted(words, field), (gold["doc"], kind, field)
                        checked += 1
    assert checked > 200


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_annotated_twice(name: str) -> None:
    for gold in lines(HERE / f"{name}.gold.jsonl"):
        for kind in SPANS:
            seen = Counter(json.dumps(found, sort_keys=True) for found in gold[kind])
            assert not [found for found, times in seen.items() if times > 1], gold["doc"]


@pytest.mark.parametrize("name", SETS)
def test_gold_is_what_resolve_makes_of_the_annotations(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tool = SHARED / "corpus" / "resolve"
    if not tool.exists():
        pytest.skip(f"{tool} is not here")
    loader = importlib.machinery.SourceFileLoader("resolve", str(tool))
    spec = importlib.util.spec_from_loader("resolve", loader)
    assert spec
    resolve = importlib.util.module_from_spec(spec)
    loader.exec_module(resolve)
    out = tmp_path / "gold.jsonl"
    resolve.main(HERE / f"{name}.articles.jsonl", HERE / f"{name}.annotations.jsonl", out)
    assert capsys.readouterr().out.endswith("problems 0\n")
    assert out.read_text("utf-8") == (HERE / f"{name}.gold.jsonl").read_text("utf-8")


def test_rare_articles_hold_the_rarer_types() -> None:
    types = Counter(e["type"] for gold in lines(HERE / "rare.gold.jsonl") for e in gold["events"])
    for rare in ("CONCEDE", "RETREAT", "AID", "SANCTION", "PROTEST", "COERCE"):
        assert types[rare] >= 2, rare


def test_traps_are_planted_where_they_are_said_to_be() -> None:
    texts = shipped()
    for trap in json.loads((HERE / "traps.json").read_text("utf-8")).values():
        assert trap["about"] and trap["planted"]
        for place in trap["planted"]:
            for words in place["words"]:
                assert words in texts[place["doc"]], (place["doc"], words)


def test_the_copy_is_the_wire_under_a_new_headline_and_cut_off() -> None:
    texts = shipped()
    wire, copy = texts["northern-wire-2019-09-10"], texts["coast-courier-2019-09-11"]
    (head, body), (new_head, new_body) = (t.split(" - ", 1) for t in (wire, copy))
    shared = new_body.rpartition("\n\n")[0]
    assert body.startswith(shared) and len(shared) < len(body)
    assert head.splitlines()[0] != new_head.splitlines()[0]


def test_the_undated_piece_names_no_year() -> None:
    assert not re.search(r"\d", shipped()["notebook.txt"])


def runs(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def others() -> Iterator[tuple[str, str]]:
    """File and text of what the examples must not copy from."""
    for path in sorted((SHARED / "seeds").iterdir()):
        yield path.name, path.read_text("utf-8", errors="replace")
    for path in sorted((SHARED / "corpus").glob("*.articles.jsonl")):
        yield from ((path.name, a["text"]) for a in lines(path))
    for path in sorted((SHARED / "data" / "news").glob("*.jsonl.gz")):
        if not path.name.startswith("unlabelled"):  # 36 million words: too many for a fast test
            with gzip.open(path, "rt", encoding="utf-8") as file:
                yield from ((path.name, json.loads(line)["text"]) for line in file)


def test_runs_finds_a_copied_run() -> None:
    ours = set(runs(shipped()["notebook.txt"]))
    copied = "They wrote: North Korea fired two rockets into the sea on Tuesday morning, only hours later."
    assert any(run in ours for run in runs(copied))


def test_no_run_of_words_is_taken_from_elsewhere() -> None:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here")
    mine = [*shipped().values(), *(a["text"] for a in articles("rare").values())]
    ours = {run for text in mine for run in runs(text)}
    taken = {(name, run) for name, text in others() for run in runs(text) if run in ours}
    assert not taken
