"""Laws of the ledger: order and partition change nothing, every position stands in one item, as-of is a prefix."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reconcile import ledger
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    LedgerItem,
    Mention,
    Outlet,
    Position,
    Reading,
    Referent,
    Span,
    When,
)

HOLDERS = [
    Referent("Bolivia", "BOL", "GOV"),
    Referent("Ana Ruiz", "BOL", "GOV"),
    Referent("Paraguay", "PRY", "GOV"),
]
CONTENTS = [
    "talks on the river",
    "river talks",
    "release the crew",
    "halt the river patrols",
    "river patrols",
    "the crew",
]
KINDS = ["demand", "offer", "refusal", "commitment", "threat"]
START = date(2021, 1, 1)
Item = tuple[Document, Reading]


@st.composite
def articles(draw: st.DrawFn) -> Item:
    """One to three wishes, each a sentence, and perhaps a meeting."""
    day = START + timedelta(days=draw(st.integers(0, 40)))
    told = draw(st.lists(st.sampled_from(CONTENTS), min_size=1, max_size=3))
    text = " ".join(f"They want {content}." for content in told) + " They met on Monday."
    document = Document(
        text, Outlet(draw(st.sampled_from("PQ"))), draw(st.sampled_from([day, day, day, None]))
    )
    positions, at = [], 0
    for content in told:
        span = Span(at, at + len(f"They want {content}."))
        at = span.end + 1
        positions.append(
            Position(
                document.id,
                span,
                Mention(None, (draw(st.sampled_from(HOLDERS)),)),
                draw(st.sampled_from(KINDS)),
                Span(span.start + len("They want "), span.end - 1),
                draw(st.none() | st.sampled_from(HOLDERS).map(lambda who: Mention(None, (who,)))),
                None,
                None,
                draw(st.none() | st.just(Date(span, When.parse("2021-01-20")))),
                Evidence((span,), "hand", 1.0),
            )
        )
    sentence = Span(at, len(text))
    met = EventReport(
        document.id, sentence, Span(at + 5, at + 8), "CONSULT", None, "actual",
        (Mention(None, (HOLDERS[0],)), Mention(None, (HOLDERS[2],))), (), (),
        (Date(sentence, When.parse((day - timedelta(days=1)).isoformat())),), (), (),
        Evidence((sentence,), "hand", 1.0),
    )  # fmt: skip
    events = (met,) if draw(st.booleans()) else ()
    return document, Reading(document.id, document.doc, "hand", (), (), (), events, (), tuple(positions))


records = st.lists(articles(), max_size=7, unique_by=lambda item: item[0].id)


@settings(max_examples=40)
@given(records, st.randoms(use_true_random=False), st.none() | st.dates(START, START + timedelta(days=60)))
def test_order_and_partition_change_nothing(items: list[Item], random: Random, as_of: date | None) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert ledger(shuffled, as_of) == ledger(items, as_of)
    assert ledger([*shuffled, *items[: len(items) // 2]], as_of) == ledger(items, as_of), (
        "a document counts once"
    )


@settings(max_examples=40)
@given(records)
def test_every_position_stands_in_one_item(items: list[Item]) -> None:
    told = [name for item in ledger(items) for name in item.names()]
    assert sorted(told) == sorted({each.id for _, reading in items for each in reading.positions})


@settings(max_examples=40)
@given(records, articles())
def test_other_holders_change_nothing(items: list[Item], more: Item) -> None:
    """What Paraguay alone wants is threaded the same without Bolivia's wishes, and the other way round."""

    def of(side: str, found: Sequence[LedgerItem]) -> list[tuple[str, ...]]:
        return [item.names() for item in found if {who.country for who in item.holder} == {side}]

    document, reading = more
    kept = tuple(each for each in reading.positions if each.holder.referents[0].country == "PRY")
    added = (document, Reading(document.id, document.doc, "hand", (), (), (), reading.events, (), kept))
    others = [item for item in items if item[0].id != document.id]
    assert of("BOL", ledger([*others, added])) == of("BOL", ledger(others))


@settings(max_examples=40)
@given(records, st.dates(START, START + timedelta(days=45)))
def test_as_of_a_day_is_the_ledger_of_what_was_published_by_then(items: list[Item], day: date) -> None:
    known = [item for item in items if (item[0].published or day) <= day]
    assert ledger(items, day) == ledger(known, day)


@settings(max_examples=40)
@given(records)
def test_the_first_state_is_open_and_every_change_leads_to_words(items: list[Item]) -> None:
    documents = {document.id for document, _ in items}
    for item in ledger(items):
        assert item.changes[0].state == "open"
        for change in item.changes:
            assert change.document in documents or (change.state == "lapsed" and not change.report)
