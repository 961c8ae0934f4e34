"""Positions followed through time: what belongs together, what became of it, and what shows it."""

from datetime import date
from types import ModuleType

from detente.reconcile import ledger
from detente.records import LedgerItem, Ruling


def states(item: LedgerItem) -> list[str]:
    return [change.state for change in item.changes]


def demand(material: ModuleType, day: str, sentence: str, content: str, **more: str) -> object:
    return material.article(day, (sentence, [material.wish("demand", "Arland", content, **more)]))


def test_repeated_on_another_day_also_where_one_leaves_the_addressee_unsaid(material: ModuleType) -> None:
    one = demand(
        material, "2021-03-01", "Arland wants Borland to release the trawler crew.",
        "to release the trawler crew", to="Borland",
    )  # fmt: skip
    two = demand(material, "2021-03-09", "Arland asked again for the trawler crew to be freed.",
                 "the trawler crew to be freed")  # fmt: skip
    (item,) = ledger([one, two])
    assert states(item) == ["open", "repeated"]
    assert [who.name for who in item.to] == ["Paraguay"]
    assert (item.first, item.last) == (date(2021, 3, 1), date(2021, 3, 9))
    assert item.changes[1].report == two[1].positions[0].id
    assert item.names() == (one[1].positions[0].id, two[1].positions[0].id)


def test_a_copy_of_a_report_repeats_nothing(material: ModuleType) -> None:
    sentence = "Arland wants Borland to release the trawler crew."
    wished = material.wish("demand", "Arland", "to release the trawler crew", to="Borland")
    one = material.article("2021-03-01", (sentence, [wished]))
    two = material.article("2021-03-02", (sentence, [wished]), outlet="Reprint")
    (item,) = ledger([one, two])
    assert len(item.stated) == 2
    assert item.state == "open"


def test_another_addressee_or_another_object_is_another_item(material: ModuleType) -> None:
    items = [
        demand(material, "2021-03-01", f"Arland wants {words}.", words, **more)
        for words, more in (
            ("Borland to release the trawler crew", {"to": "Borland"}),
            ("Corland to release the trawler crew", {"to": "Corland"}),
            ("a seat on the river commission", {}),
        )
    ]
    assert len(ledger(items)) == 3


def test_what_is_asked_for_and_its_end_are_not_one_thing(material: ModuleType) -> None:
    one = demand(material, "2021-03-01", "Arland wants joint river patrols.", "joint river patrols")
    two = demand(
        material, "2021-03-05", "Arland wants an end to joint river patrols.", "an end to joint river patrols"
    )
    assert len(ledger([one, two])) == 2


def test_a_due_date_that_moves_is_a_change_and_one_that_passes_lapses(material: ModuleType) -> None:
    one = demand(
        material, "2021-03-01", "Arland wants the dam gates opened by 1 April.",
        "the dam gates opened", due="1 April=2021-04-01",
    )  # fmt: skip
    two = demand(
        material, "2021-03-20", "Arland now wants the dam gates opened by 1 May.",
        "the dam gates opened", due="1 May=2021-05-01",
    )  # fmt: skip
    (item,) = ledger([one, two], as_of=date(2021, 4, 15))
    assert states(item) == ["open", "changed"]
    assert item.changes[-1].reason == "due 2021-04-01 before, 2021-05-01 now"
    (item,) = ledger([one, two], as_of=date(2021, 5, 2))
    assert states(item) == ["open", "changed", "lapsed"]
    assert item.changes[-1].reason == "lapsed, nothing reported"
    (item,) = ledger([one, two], as_of=date(2021, 3, 10))
    assert states(item) == ["open"], "what was published later does not count"


def test_terms_and_amounts_that_move_are_changes(material: ModuleType) -> None:
    one = material.article("2021-03-01", ("Arland offers 40 barges for the lock if the toll falls.", [
        material.wish("offer", "Arland", "40 barges for the lock", condition="if the toll falls")]))  # fmt: skip
    two = material.article("2021-03-08", ("Arland offers 60 barges for the lock if the toll falls.", [
        material.wish("offer", "Arland", "60 barges for the lock", condition="if the toll falls")]))  # fmt: skip
    three = material.article("2021-03-15", ("Arland offers 60 barges for the lock once pilots return.", [
        material.wish("offer", "Arland", "60 barges for the lock", condition="once pilots return")]))  # fmt: skip
    (item,) = ledger([one, two, three])
    assert states(item) == ["open", "changed", "changed"]
    assert item.changes[1].reason == "40 before, 60 now"
    assert "once pilots return" in item.changes[2].reason


def test_an_offer_to_meet_is_met_by_a_later_meeting_of_the_two(material: ModuleType) -> None:
    offer = material.article("2021-03-01", ("Arland offers talks with Borland.", [
        material.wish("offer", "Arland", "talks with Borland", to="Borland")]))  # fmt: skip
    before = material.article("2021-03-02", ("Arland and Borland met on 4 January.", [
        material.act("CONSULT", "met", "Arland+Borland", time="4 January=2021-01-04")]))  # fmt: skip
    others = material.article("2021-03-12", ("Arland and Corland met on 11 March.", [
        material.act("CONSULT", "met", "Arland+Corland", time="11 March=2021-03-11")]))  # fmt: skip
    after = material.article("2021-03-16", ("Arland and Borland met on 15 March.", [
        material.act("CONSULT", "met", "Arland+Borland", time="15 March=2021-03-15")]))  # fmt: skip
    (item,) = ledger([offer, before, others])
    assert states(item) == ["open"]
    (item,) = ledger([offer, before, others, after])
    assert states(item) == ["open", "met"]
    assert item.changes[-1].report == after[1].events[0].id


def test_a_demand_for_release_is_met_by_the_other_side_and_of_the_same_people(material: ModuleType) -> None:
    wished = demand(
        material, "2021-03-01", "Arland wants Borland to release the trawler crew.",
        "to release the trawler crew", to="Borland",
    )  # fmt: skip
    poet = material.article("2021-03-20", ("Borland released a poet on 19 March.", [
        material.act("RETREAT", "released", "Borland", mode="release", time="19 March=2021-03-19")]))  # fmt: skip
    crew = material.article("2021-03-22", ("Borland released the crew on 21 March.", [
        material.act("RETREAT", "released", "Borland", mode="release", time="21 March=2021-03-21")]))  # fmt: skip
    assert ledger([wished, poet])[0].state == "open"
    assert ledger([wished, poet, crew])[0].state == "met"


def test_met_and_dropped_by_words_that_say_so(material: ModuleType) -> None:
    wished = demand(
        material, "2021-03-01", "Arland wants a lower lock toll for barges.", "a lower lock toll for barges"
    )
    granted = material.article(
        "2021-03-20", ("Borland granted the demand of Arland on the lock toll for barges.", [])
    )
    refused = material.article(
        "2021-03-20", ("Borland has not met the demand of Arland on the lock toll for barges.", [])
    )
    assert ledger([wished, granted])[0].state == "met"
    assert ledger([wished, refused])[0].state == "open"
    dropped = demand(
        material,
        "2021-04-02",
        "Arland dropped its demand for a lower lock toll for barges.",
        "a lower lock toll for barges",
    )
    (item,) = ledger([wished, dropped])
    assert item.state == "dropped"
    assert item.changes[-1].reason == "“dropped its demand”"


def test_a_later_refusal_of_its_own_offer_contradicts_and_on_the_same_day_nothing_is_known(
    material: ModuleType,
) -> None:
    def told(day: str, kind: str) -> object:
        return material.article(day, (f"Arland on river pilots for Borland: {kind}.", [
            material.wish(kind, "Arland", "river pilots for Borland", to="Borland")]))  # fmt: skip

    (item,) = ledger([told("2021-03-01", "offer"), told("2021-03-09", "refusal")])
    assert states(item) == ["open", "contradicted"]
    assert len(ledger([told("2021-03-01", "offer"), told("2021-03-01", "refusal")])) == 2
    (item,) = ledger([told("2021-03-01", "refusal"), told("2021-03-09", "offer")])
    assert states(item) == ["open", "changed"]


def test_the_day_it_was_stated_is_the_one_the_sentence_tells(material: ModuleType) -> None:
    (item,) = ledger([material.article("2021-03-10", ("In January Arland demanded the dam gates opened.", [
        material.wish("demand", "Arland", "the dam gates opened"),
        material.act("REQUEST", "demanded", "Arland", time="January=2021-01")]))])  # fmt: skip
    assert item.first == date(2021, 1, 31)


def test_a_persons_rulings_win(material: ModuleType) -> None:
    one = demand(material, "2021-03-01", "Arland wants the dam gates opened.", "the dam gates opened")
    two = demand(
        material, "2021-03-09", "Arland wants the dam gates opened at once.", "the dam gates opened at once"
    )
    other = demand(material, "2021-03-09", "Arland wants a lower lock toll.", "a lower lock toll")
    a, b, c = (each[1].positions[0].id for each in (one, two, other))
    assert len(ledger([one, two, other])) == 2
    assert len(ledger([one, two, other], rulings=[Ruling(1, "split", a, b)])) == 3
    rulings = [Ruling(1, "split", a, b), Ruling(2, "join", b, a), Ruling(3, "join", c, a)]
    (item,) = ledger([one, two, other], rulings=rulings)
    assert set(item.names()) == {a, b, c}


def test_what_has_no_day_is_there_on_every_day(material: ModuleType) -> None:
    undated = demand(material, "", "Arland wants the dam gates opened.", "the dam gates opened")
    assert ledger([undated])[0].first is None
    assert [item.state for item in ledger([undated], as_of=date(2021, 3, 1))] == ["open"]
