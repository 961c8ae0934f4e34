"""Laws of the parts of reading that need no model."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading.graph import _runs
from detente.reading.trees import heads
from detente.reading.windows import MOST_WORDS, windows
from detente.reading.wordpiece import case, pieces
from detente.reading.words import words
from detente.records import Document, Span

NEWSY = st.text(alphabet="aB.,’'“”\"-–0123 \n\r\t$%/:é漢U\u2028", max_size=400)


@given(NEWSY)
def test_words_cover_all_but_white_space(text: str) -> None:
    found = words(text, Span(0, len(text)))
    assert "".join(span.of(text) for span in found) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.lists(NEWSY, max_size=6).map("\n\n".join), st.data())
def test_every_word_that_is_read_is_in_one_window(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    dropped = (Span(start, data.draw(st.integers(start, len(text)))),)
    document = Document(text, dropped=dropped)
    spans = [span for window in windows(document) for span in window.spans]
    assert spans == sorted(spans)
    assert "".join(span.of(text) for span in spans) == "".join(
        "".join(part.of(text).split()) for part in document.read_spans()
    )
    for window in windows(document):
        assert 0 < len(window.forms) <= MOST_WORDS
        assert len(window.forms) == len(window.breaks) == len(window.quoted) == len(window.spans)


@given(st.text(min_size=1, max_size=200))
def test_pieces_are_few_and_known(word: str) -> None:
    assert 1 <= len(pieces(word)) <= 12
    assert all(0 < piece < 30522 for piece in pieces(word))
    assert 0 <= case(word) < 6


@settings(max_examples=60)
@given(st.integers(1, 24), st.integers(0, 2**32 - 1))
def test_heads_make_one_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = heads(scores)
    assert found.count(0) == 1
    for word in range(1, size + 1):
        steps = 0
        while word and steps <= size:
            word, steps = found[word - 1], steps + 1
        assert word == 0


@given(st.lists(st.tuples(*[st.floats(0.01, 1)] * 3), min_size=1, max_size=30))
def test_runs_are_apart_and_in_order(rows: list[tuple[float, float, float]]) -> None:
    table = np.array(rows, dtype=np.float32)
    found = _runs(table[:, 0], table[:, 1], table[:, 2])
    assert all(0 <= first <= last < len(rows) for first, last in found)
    assert all(one[1] < two[0] for one, two in pairwise(found))
