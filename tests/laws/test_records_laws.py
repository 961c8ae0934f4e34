"""Laws of the nouns."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from detente.records import Document, Outlet, Span, When, content_id, merged

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
