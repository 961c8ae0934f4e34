"""Laws of happenings: order and parts change nothing, also where blocks overflow; a person's ruling stands."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reconcile import Fold, blocks, happenings, lead
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Outlet,
    Reading,
    Referent,
    Ruling,
    Span,
    When,
)

Item = tuple[Document, Reading]
FIRST = date(2031, 3, 3)
SOMEONE = (
    Referent("Ada Moss", "NRL", "GOV"),
    Referent("Bo Reed", "SUD", "GOV"),
    Referent("Northland", "NRL", "GOV"),
    Referent("Southmark", "SUD", "GOV"),
)
KINDS = ("person", "person", "place", "place")
ACTS = (("met", "CONSULT", None), ("launched", "MOBILIZE", "weapons"), ("accused", "ACCUSE", "allege"))
WORDS = ("harbour", "bridge", "treaty", "ferry", "island")


@st.composite
def items(draw: st.DrawFn) -> Item:
    """One short article: up to three sentences, an act in each."""
    published = draw(st.none() | st.integers(0, 6).map(lambda days: FIRST + timedelta(days)))
    sentences, events = [], []
    text = ""
    outlet = Outlet(draw(st.sampled_from(["Gazette", "Courier", "Post"])))
    for _ in range(draw(st.integers(1, 3))):
        verb, kind, mode = draw(st.sampled_from(ACTS))
        one, other = draw(st.lists(st.integers(0, 3), min_size=2, max_size=2, unique=True))
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=2)))
        start = len(text)
        text += f"{SOMEONE[one].name} {verb} {SOMEONE[other].name} {words}.\n"
        sentences.append(Span(start, len(text) - 1))
        trigger = Span(start + len(SOMEONE[one].name) + 1, start + len(SOMEONE[one].name) + 1 + len(verb))
        when = draw(st.none() | st.integers(-20, 6).map(lambda days: (FIRST + timedelta(days)).isoformat()))
        events.append((trigger, kind, mode, one, other, when))
    document = Document(text, outlet, published)
    told = tuple(_event(document, sentences[at], *event) for at, event in enumerate(events))
    return document, Reading(document.id, document.doc, "m", tuple(sentences), (), (), told)


def _event(
    document: Document, sentence: Span, trigger: Span, kind: str, mode: str | None, one: int, other: int,
    when: str | None,
) -> EventReport:  # fmt: skip
    sides = [(Mention(None, (SOMEONE[at],), KINDS[at]),) for at in (one, other)]
    time = (Date(trigger, When.parse(when)),) if when else ()
    return EventReport(
        document.id, sentence, trigger, kind, mode, "actual", sides[0], sides[1], (), time, (), (),
        Evidence((sentence,), "m", 0.5),
    )  # fmt: skip


several = st.lists(items(), min_size=1, max_size=7, unique_by=lambda item: item[0].id)


Judged = list[tuple[tuple[str, ...], tuple[str, ...]]]


def judged(parts: Sequence[Sequence[Item]], rulings: Sequence[Ruling] = ()) -> Judged:
    """Part after part, with a look after each: the reports of each happening, and whose main news it is."""
    fold = Fold(tuple(rulings))
    for part in parts:
        for document, reading in part:
            fold.add(document, reading)
        fold.groups()
    groups = fold.groups()
    leads = lead.leads(groups, fold.alike())
    return [(tuple(each.key for each in group), leads[at]) for at, group in enumerate(groups)]


@pytest.fixture(params=[1, 24])
def window(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a window of one, most reports are pushed out of reach of each other."""
    monkeypatch.setattr(blocks, "WINDOW", request.param)


@pytest.mark.usefixtures("window")
def test_order_and_parts_change_nothing() -> None:
    @settings(max_examples=25)
    @given(several, st.data())
    def law(read: list[Item], data: st.DataObject) -> None:
        shuffled = data.draw(st.permutations(read))
        cut = data.draw(st.integers(0, len(read)))
        whole = judged([read])
        assert judged([shuffled[:cut], shuffled[cut:]]) == whole
        assert judged([*([item] for item in shuffled), read]) == whole

    law()


@settings(max_examples=15)
@given(several)
def test_every_report_is_in_one_happening(read: list[Item]) -> None:
    found = happenings(read)
    assert found == happenings(reversed(read))
    told = sorted(event.id for _, reading in read for event in reading.events)
    assert sorted(member.report for each in found for member in each.members) == told
    keys = [member.key for each in found for member in each.members]
    assert len(keys) == len(set(keys))
    leads = [document for each in found for document in each.lead_of]
    assert len(leads) == len(set(leads))


@settings(max_examples=40)
@given(several, st.data())
def test_a_ruling_stands_until_the_next_on_the_same_pair(read: list[Item], data: st.DataObject) -> None:
    keys = [key for group, _ in judged([read]) for key in group]
    one, other = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
    if one == other:
        return
    join, split = Ruling(1, "join", one, other), Ruling(2, "split", one, other)
    assert _together(judged([read], [join]), one, other)
    assert not _together(judged([read], [join, split]), one, other)
    assert _together(judged([read], [split, Ruling(3, "join", one, other)]), one, other)


def _together(found: Judged, one: str, other: str) -> bool:
    return any({one, other} <= set(group) for group, _ in found)
