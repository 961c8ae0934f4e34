"""Laws of ingest: whatever comes in, an outcome comes out, and what is marked lies in the text."""

import gzip
import io
import json
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ingest import Options, documents
from detente.ingest.dropping import dropped
from detente.ingest.oneline import one_line
from detente.records import Document, Failed, Skipped

NEWS = "The minister said on Monday that the talks in the capital had failed and that they would not go on."
some = settings(max_examples=50, deadline=None)  # what is slow is the first page and the first foreign word
PIECES = st.sampled_from(
    [
        NEWS,
        "READ MORE",
        "Read more:",
        "By Jane Example",
        "Published : Dec 9, 2018",
        "Photo: AFP/KCTV",
        f"{NEWS} Photo: AFP/KCTV",
        f"{NEWS} (Jo Example/Reuters)",
        f"{NEWS} READ MORE",
        "Skip Twitter post by @minister so",
        "Share on Facebook",
        "©",
        "...",
        "Talks fail again",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "  \n", "\u2028", "\r", "\x85", "\u00a0\n", "\t"])
PAGES = st.lists(st.tuples(PIECES | st.text(max_size=40), BREAKS), max_size=14).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)


def outcomes(data: bytes) -> list[Document | Skipped | Failed]:
    return list(documents(["-"], Options(stdin=io.BytesIO(data))))


@some
@given(PAGES)
def test_dropped_spans_lie_in_the_text_sorted_and_apart(text: str) -> None:
    spans = dropped(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end < second.start for first, second in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)


@some
@given(PAGES)
def test_read_and_dropped_cover_the_text(text: str) -> None:
    document = Document(text, dropped=dropped(text))
    covered = [False] * len(text)
    for span in (*document.read_spans(), *document.dropped):
        for place in range(*span):
            assert not covered[place]
            covered[place] = True
    assert all(done or character.isspace() for done, character in zip(covered, text, strict=True))


@some
@given(PAGES, st.text(max_size=20), st.none() | st.text(max_size=20))
def test_text_of_json_lines_is_kept_to_the_character(text: str, identifier: str, title: str | None) -> None:
    line = json.dumps({"id": identifier, "text": text, "title": title, "language": "en"})
    (outcome,) = outcomes(line.encode())
    if isinstance(outcome, Document):
        assert outcome.text == text
        assert outcome.given == one_line(identifier)
        assert outcome.text.encode()  # nothing later meets half a character


@some
@given(PAGES)
def test_plain_text_is_kept_to_the_character(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(text.encode("utf-8", "replace"))
        (outcome,) = documents([str(path)])
    if isinstance(outcome, Document):
        assert outcome.text == text


@some
@given(
    st.binary(max_size=200)
    | st.builds(
        lambda start, rest: start + rest,
        st.sampled_from(
            [b"{", b'{"text": "', b"[", b"<html><body><p>", b"\x1f\x8b\x08\0", b"\xef\xbb\xbf", b"\xff\xfe"]
        ),
        st.binary(max_size=100),
    ),
    st.sampled_from(["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.txt.gz", "a.jsonl.gz", "a.html.gz"]),
    st.booleans(),
)
def test_no_bytes_make_ingest_raise(data: bytes, name: str, pack: bool) -> None:
    data = gzip.compress(data)[: len(data) + 15] if pack else data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = [*documents([str(path)]), *outcomes(data)]
    assert len(found) >= 1
    for outcome in found:
        shown = [outcome.origin] if isinstance(outcome, Document) else [outcome.thing, outcome.reason]
        assert all(line and line.isprintable() for line in shown)


@some
@given(st.text())
def test_one_line_is_one_harmless_line(text: str) -> None:
    assert one_line(text).isprintable()
    assert one_line(one_line(text)) == one_line(text)
