"""Words as the treebanks cut them."""

import pytest

from detente.reading.words import words
from detente.records import Span


def forms(text: str) -> list[str]:
    return [span.of(text) for span in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't meet.", "They do n't meet ."),
        ("Seoul's envoy can't go", "Seoul 's envoy ca n't go"),
        ("the U.S. and Mr. Kim left.", "the U.S. and Mr. Kim left ."),
        ("a working-level round", "a working - level round"),
        ("a pre-war vice-foreign minister", "a pre-war vice-foreign minister"),
        ("$5,000 (about 10%)", "$ 5,000 ( about 10 % )"),
        ("330km at 5pm on 9/11", "330 km at 5 pm on 9/11"),
        ("the 10th test of the 1990s", "the 10th test of the 1990s"),
        ("“Never,” she said…", "“ Never , ” she said …"),
        ("Sea of Japan/East Sea", "Sea of Japan / East Sea"),
        ("see https://a.example/b?c=1.", "see https://a.example/b?c=1 ."),
        ("2019-09-10 at 06:53", "2019-09-10 at 06:53"),
        ("O’Brien's note", "O’Brien 's note"),
        ("cannot", "can not"),
    ],
)
def test_cut(text: str, expected: str) -> None:
    assert forms(text) == expected.split()


def test_only_the_span_is_cut() -> None:
    assert [span.of("one two three") for span in words("one two three", Span(4, 7))] == ["two"]
