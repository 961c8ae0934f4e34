"""Laws of the nouns."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.records import (
    Date,
    Document,
    Outlet,
    Reading,
    Span,
    When,
    content_id,
    from_json,
    merged,
    to_json,
)

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))
)


@given(SPANS)
def test_merging_keeps_the_ground(spans: list[Span]) -> None:
    ground = {at for span in spans for at in range(*span)}
    found = merged(spans)
    assert {at for span in found for at in range(*span)} == ground
    assert all(one.end < two.start for one, two in pairwise(found))
    assert merged(found) == found


@given(st.text(max_size=60), SPANS)
def test_read_and_dropped_cover_the_text(text: str, spans: list[Span]) -> None:
    dropped = tuple(Span(min(span.start, len(text)), min(span.end, len(text))) for span in spans)
    document = Document(text, dropped=dropped)
    left = {at for span in document.read_spans() for at in range(*span)}
    gone = {at for span in dropped for at in range(*span)}
    assert not left & gone
    assert all(text[at].isspace() for at in set(range(len(text))) - left - gone)


@given(st.dates(date(1000, 1, 1), date(9990, 12, 31)))
def test_every_way_to_write_a_day_holds_it(day: date) -> None:
    year, week, _ = day.isocalendar()
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    values = [f"{day}", f"{day:%Y-%m}", f"{day.year}", f"{year}-W{week:02}", f"{day.year}-Q{quarter}"]
    values += [f"{day.year}-H{half}", f"{day:%Y-%m}-XX", f"{day}/{day}"]
    for value in values:
        when = When.parse(value)
        assert when.start and when.end and when.start <= day <= when.end, value
        assert when.touches(day, day)
        assert when.precision != "unknown"


@given(st.text(max_size=12))
def test_any_value_is_kept(value: str) -> None:
    assert When.parse(value).value == value


@given(st.datetimes(datetime(1000, 1, 2), datetime(9990, 12, 31)), st.integers(-48, 56), st.integers(-48, 56))
def test_an_instant_is_the_same_in_every_zone(moment: datetime, one: int, other: int) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    told = [
        moment.astimezone(timezone(timedelta(minutes=15 * quarters))).isoformat("T", "minutes")
        for quarters in (one, other)
    ]
    whens = [When.parse(value) for value in told]
    assert whens[0].instant == whens[1].instant == moment
    assert all(
        when.precision == "time" and when.start == date.fromisoformat(when.value[:10]) for when in whens
    )
    assert When.parse(told[0][:10], told[0]).instant == moment


@pytest.mark.parametrize(
    "value",
    ["2019-09-10", "2019-09-10T06:53", "2019-09-10TMO", "2019-09-10T06:53Z/2019-09-10T07:00Z", "",
     "2019-02-30T06:53Z", "2019-09-10T06:53+99:00", "9999-12-31T24:00Z", "0001-01-01T00:00+09:00"],
)  # fmt: skip
def test_what_is_no_instant(value: str) -> None:
    assert When.parse(value).instant is None


def test_a_clock_goes_out_and_comes_back() -> None:
    when = When.parse("2019-09-10", "2019-09-10T06:53+09:00")
    reading = Reading(
        "d", "1", "m", (), (), (Date(Span(0, 9), when), Date(Span(10, 16), When.parse("2019-09")))
    )
    shape = to_json(reading)
    assert shape["dates"] == [
        {"span": [0, 9], "value": "2019-09-10", "clock": "2019-09-10T06:53+09:00"},
        {"span": [10, 16], "value": "2019-09"},
    ]
    assert from_json(shape) == reading


def test_midnight_is_the_end_of_its_day() -> None:
    assert When.parse("2019-09-10T24:00Z").instant == When.parse("2019-09-11T00:00Z").instant


def test_what_makes_a_document_another_one() -> None:
    one = Document("Talks resumed.", Outlet("A"), date(2019, 9, 10), url="https://a.example/1")
    same = Document(
        "Talks resumed.", Outlet("A"), date(2019, 9, 10), url="https://a.example/1", given="7", title="T"
    )
    assert one.id == same.id and one.doc == one.id and same.doc == "7"
    others = [
        Document("Talks resumed!", one.outlet, one.published, url=one.url),
        Document(one.text, Outlet("B"), one.published, url=one.url),
        Document(one.text, one.outlet, None, url=one.url),
        Document(one.text, one.outlet, one.published),
    ]
    assert len({one.id, *(other.id for other in others)}) == 5


def test_ids_do_not_run_together() -> None:
    assert content_id("a", "bc") != content_id("ab", "c")
