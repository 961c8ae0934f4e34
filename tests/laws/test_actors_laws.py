"""What holds of the actor lookup for any text."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from detente.actors import lookup, scan
from detente.actors.names import loose, tight, words

PIECES = (
    *("the", "of", "and", "Kim", "Jong", "Un", "North", "Korea", "'s", "Iranian", "officials", "U.S.-led"),
    *("former", "President", "Putin", "al-Assad", "dozens", "students", "in", "Seoul", "IS", "Foreign", ","),
    *("Minister", "(", "spokesman", "for", "pro-", "Russian", "-", "leader", "us"),
)
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(TEXTS, DAYS)
def test_any_text_gets_an_answer_the_same_each_time(text: str, on: date | None) -> None:
    found = lookup(text, on)
    assert found == lookup(text, on)
    assert all(0 < each.score <= 1 and each.name and each.why for each in found)


@given(TEXTS)
def test_words_quote_the_text(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text and word.key for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS)
def test_scanned_spans_are_in_order_and_apart(text: str) -> None:
    spans = [span for span, _ in scan(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert tight(tight(text)) == tight(text)


@given(st.permutations(["mohammad", "javad", "zarif"]))
def test_the_loose_key_forgets_the_order(parts: list[str]) -> None:
    assert loose(parts) == loose(["mohamed", "javad", "zarif"])
