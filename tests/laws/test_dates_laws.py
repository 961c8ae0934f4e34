"""Whatever the text: dates quote it, stand in order, and cost no more than its length."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading.dates import find, guide_value
from detente.reading.dates.vocabulary import CLASSES
from detente.records import Span, When

_WORDS = sorted({word for words in CLASSES.values() for word in words.split()})
_OTHERS = [
    "5", "31", "99", "1914", "2019", "1,000", "3.5", "4.30", "06:53", "2019-09-10", "2019-02-30", "7/8/07",
    "9/11", "1990s", "'99", "25th", "-", "–", ",", ".", "(", ")", "/", "+", "'s", "will", "said", "attacks",
    "\n\n", "x", "264 BC", "In 1914. In 1915. In 1916. In 1917. In 1918.", "0000-00-00", "²", "٣",
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS + _OTHERS), max_size=30).map(" ".join)
_DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2020, 2, 29)])
_VALUE = re.compile(
    r"(|PAST_REF|PRESENT_REF|FUTURE_REF"
    r"|P(\d+(\.\d)?|X)(D|W|WE|M|Q|S|Y|DE|CE)|PT(\d+(\.\d)?|X)[SMH]"
    r"|((BC)?[\dX]{2,4}|XXXX)(-[\dXWQHSPUFAIE]{2,3})?(-[\dXWE]{1,2})?"
    r"(T(MO|MI|AF|EV|NI|DT|\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?))?)"
)


@settings(max_examples=60, deadline=None)
@given(_TEXTS | st.text(max_size=200), _DAYS)
def test_dates_quote_their_text_in_order(text: str, on: date | None) -> None:
    end = 0
    for found in find(text, on):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.of(text).strip() == found.span.of(text)
        assert found.kind in ("DATE", "TIME", "DURATION", "SET")
        for value in found.value.split("/"):
            assert _VALUE.fullmatch(value), value
        for part in found.parts:
            assert found.span.contains(part.span)
        end = found.span.end


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _DAYS)
def test_an_anchored_date_has_days_in_the_guide(text: str, on: date | None) -> None:
    for found in find(text, on):
        value = guide_value(found, on)
        if found.anchored and value:
            assert When.parse(value).start is not None, (found, value)
        assert found.anchored <= (found.kind in ("DATE", "TIME"))


@settings(max_examples=25, deadline=None)
@given(_TEXTS, _DAYS)
def test_the_same_text_has_the_same_dates(text: str, on: date | None) -> None:
    assert find(text, on) == find(text, on)


@settings(max_examples=25, deadline=None)
@given(_TEXTS, _TEXTS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_what_is_outside_the_span_is_not_looked_at(before: str, text: str, on: date) -> None:
    start = len(before) + 1
    whole = f"{before}\n{text}"
    inside = find(whole, on, span=Span(start, len(whole)))
    alone = find(text, on)
    assert [(found.value, found.span.start - start) for found in inside] == [
        (found.value, found.span.start) for found in alone
    ]


def seconds(text: str) -> float:
    start = time.process_time()
    find(text, date(2019, 9, 10))
    return time.process_time() - start


@pytest.mark.parametrize("piece", ["1", " ", "\n", "\n \t"])
def test_200_kilobytes_of_digits_or_blanks_are_nothing(piece: str) -> None:
    assert seconds(piece * (200_000 // len(piece))) < 1


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "the ",
        "a ",
        "two ",
        "last ",
        "about ",
        "1,",
        "1,000",
        "a.",
        "the end of ",
        "o'",
        "Monday ",
        "May 3-",
    ],
)
def test_what_looks_like_dates_costs_no_more_than_its_length(piece: str) -> None:
    assert seconds(piece * (30_000 // len(piece))) < 2  # about 0.1 s; what backtracks takes minutes
