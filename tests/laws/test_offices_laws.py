"""Laws of what is judged across documents: neither the order of reports nor their parts matter, and hostile words
break nothing."""

from dataclasses import replace
from datetime import date
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.actors import lookup
from detente.reading.titles import relation, told
from detente.reconcile import Reported, estimates, learnt, offices
from detente.reconcile.claims import person_key, title_key
from detente.records import (
    Date,
    Document,
    Evidence,
    Mention,
    OfficeClaim,
    Outlet,
    Reading,
    Referent,
    Span,
    When,
    from_json,
    to_json,
)

NAMES = ("Kim Sol Hwa", "Kim Sol-hwa", "Omar Bello", "Kim Jong Un", "Moon Jae-in", "Bello", "\x00; --")
WORDS = ("president", "interior minister", "Vice-Foreign Minister", "leader", "the \x1b[31m minister", "")
DAYS = st.none() | st.dates(date(2010, 1, 1), date(2024, 12, 31))
VALUES = (
    "2019-09-10",
    "XXXX-09-10",
    "XXXX",
    "2018",
    "XXXX-FA",
    "2019-09",
    "XXXX-02-29",
    "9999-12-31",
    "0001-01-01",
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 60))
    return Span(start, start + draw(st.integers(1, 20)))


dates = st.builds(Date, spans(), st.sampled_from(VALUES).map(When.parse))


@st.composite
def claims(draw: st.DrawFn) -> OfficeClaim:
    country, sector = draw(st.sampled_from(("PRK", "KOR", "INT"))), draw(st.sampled_from(("GOV", "MIL")))
    name = draw(st.sampled_from(NAMES))
    return OfficeClaim(
        document=draw(st.sampled_from("abcdef")),
        sentence=Span(0, 80),
        person=Mention(draw(spans()), (Referent(name, country, sector),), "person"),
        title=draw(spans()),
        words=draw(st.sampled_from(WORDS)),
        country=country,
        sector=sector,
        relation=draw(st.sampled_from(("holds", "acting", "elect", "designate", "former"))),
        since=draw(st.none() | dates),
        until=draw(st.none() | dates),
        evidence=Evidence((Span(0, 20),), draw(st.sampled_from(("title: before", "title: as"))), 0.9),
    )


reports = st.lists(
    st.builds(Reported, claims(), st.sampled_from("ABC"), DAYS, st.sampled_from(NAMES)), max_size=9
)


@settings(max_examples=40)
@given(reports, st.randoms(use_true_random=False), st.integers(0, 9))
def test_order_parts_and_repeats_change_nothing(given: list[Reported], chance: object, cut: int) -> None:
    shuffled = list(given)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert offices(chain(shuffled[cut:], shuffled[:cut], given)) == offices(given)


@settings(max_examples=40)
@given(reports)
def test_every_judgement_has_reasons_and_claims_of_its_own(given: list[Reported]) -> None:
    judged = offices(given)
    for office in judged:
        assert office.reasons and office.claims
        assert not set(office.claims) & set(office.against)
        assert bool(office.contradicted) == (office.standing in ("wording", "disputed"))
        assert office.first is None or office.last is None or office.first <= office.last
    used = [each for office in judged for each in (*office.claims, *office.against)]
    assert len(used) == len(set(used))
    assert set(used) <= set(given)


@settings(max_examples=40)
@given(reports, st.sampled_from((*NAMES, "the North Korean president", "")), DAYS)
def test_what_is_learnt_stands_behind_nothing_that_the_tables_say_too(
    given: list[Reported], text: str, on: date | None
) -> None:
    for each in learnt(offices(given), text, on, lookup(text, on)):
        assert each.why.startswith(("learnt from ", "wording of "))
        assert 0 < each.score < 1


@given(st.text(max_size=400))
def test_any_words(text: str) -> None:
    told(text)
    relation(text.split())
    assert title_key(text) == title_key(text)
    assert person_key(text) == person_key(text)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Document, Reading]:
    text = draw(st.text("abcTuesday Sept. 10\n2019will this administration", min_size=0, max_size=100))
    document = Document(text, Outlet(draw(st.sampled_from("AB"))), draw(DAYS))
    return document, Reading(
        document.id,
        document.doc,
        "m",
        (Span(0, len(text)),),
        dates=tuple(draw(st.lists(dates, max_size=4))),
        offices=tuple(replace(each, document=document.id) for each in draw(st.lists(claims(), max_size=3))),
    )


@settings(max_examples=40)
@given(st.lists(articles(), max_size=4, unique_by=lambda item: item[0].id), st.randoms(use_true_random=False))
def test_estimates_do_not_hang_on_the_order(given: list[tuple[Document, Reading]], chance: object) -> None:
    shuffled = list(given)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = estimates(given)
    assert estimates(shuffled) == found
    assert set(found) == {document.id for document, _ in given if document.published is None}
    for each in found.values():
        assert each.reasons
        assert each.start is None or each.end is None or each.start <= each.end
        assert each.best is None or (each.start and each.end and each.start <= each.best <= each.end)


@settings(max_examples=40)
@given(articles())
def test_claims_come_back_from_json(item: tuple[Document, Reading]) -> None:
    assert from_json(to_json(item[1])) == item[1]
