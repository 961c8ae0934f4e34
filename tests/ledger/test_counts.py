"""What texts say that a number is, and what the record gives by each rule."""

from datetime import date
from types import ModuleType

import pytest

from detente.reconcile import Asked, count, happenings
from detente.reconcile.claimed import claims
from detente.records import CountClaim

LAUNCHES = Asked(type="MOBILIZE", mode="weapons", by="BOL", since=date(2021, 1, 1))


def claim(material: ModuleType, day: str, sentence: str, quantity: str, **more: str) -> CountClaim | None:
    told = {"mode": "weapons", **more}
    trigger = told.pop("trigger", "launch")
    document, reading = material.article(
        day, (sentence, [material.act("MOBILIZE", trigger, "Arland", quantity=quantity, **told)])
    )
    return next(iter(claims(document, reading)), None)


@pytest.mark.parametrize(
    ("sentence", "quantity", "number", "what", "since"),
    [
        ("It was the 10th such launch by Arland this year.", "10th", 10, "such launch", date(2021, 1, 1)),
        ("Arland made its third rocket launch since 2015.", "third", 3, "rocket launch", date(2015, 1, 1)),
        ("It was the second launch by Arland in a week.", "second", 2, "launch", date(2021, 3, 3)),
        ("Arland made its fourth rocket launch.", "fourth", 4, "rocket launch", None),
        # the fourth of the year, or the fourth of all, made this year: the words do not say
        ("Arland made its fourth rocket launch this year.", "fourth", 4, "rocket launch", None),
        ("Friday's launch was Arland's second this year.", "second", 2, "launch", date(2021, 1, 1)),
        ("The rocket launch was Arland's second this year.", "second", 2, "rocket launch", date(2021, 1, 1)),
    ],
)
def test_ordinals(
    material: ModuleType, sentence: str, quantity: str, number: int, what: str, since: date | None
) -> None:
    found = claim(material, "2021-03-10", sentence, quantity)
    assert found
    assert (found.number, found.what, found.since, found.until) == (number, what, since, date(2021, 3, 10))
    assert found.counted_by == ("Gazette",)


def test_five_launches_this_year_is_a_claim_and_five_launches_is_none(material: ModuleType) -> None:
    found = claim(
        material, "2021-03-10", "Arland made five launches this year.", "five launches", trigger="launches"
    )
    assert found and (found.number, found.ordinal) == (5, False)
    assert (
        claim(material, "2021-03-10", "Arland made five launches.", "five launches", trigger="launches")
        is None
    )


@pytest.mark.parametrize(
    "quantity", ["third day", "90-second", "first and second", "first two", "two rockets"]
)
def test_what_counts_no_acts(material: ModuleType, quantity: str) -> None:
    sentence = f"The launch by Arland, {quantity}, went on this year."
    assert claim(material, "2021-03-10", sentence, quantity.split(" day")[0].split("-")[0]) is None


def test_by_whose_counting(material: ModuleType) -> None:
    sentence = "It was the third launch by Arland this year, according to the harbour office."
    found = claim(material, "2021-03-10", sentence, "third", says="the harbour office")
    assert found and found.counted_by == ("the harbour office",)


def launched(material: ModuleType, day: str, sentence: str, time: str, **more: str) -> object:
    told = material.act("MOBILIZE", "launched", "Arland", mode="weapons", time=time, **more)
    return material.article(day, (sentence, [told]), doc=f"launch of {time}")


def test_each_rule_gives_its_number_and_a_claim_agrees_with_one(material: ModuleType) -> None:
    sentence = "Rockets in Arland: the fourth launch this year."
    items = [
        launched(material, "2021-02-02", "Arland launched two missiles on 1 February.", "1 February=2021-02-01",
                 quantity="two missiles"),
        launched(material, "2021-03-05", "Arland launched a missile early on 5 March.",
                 "5 March=2021-03-05T05:00+09:00"),
        launched(material, "2021-03-06", "Arland launched a long-range rocket late on 5 March.",
                 "5 March=2021-03-05T22:00+09:00"),
        launched(material, "2020-12-30", "Arland launched a missile on 29 December.", "29 December=2020-12-29"),
        material.article("2021-03-10", (sentence, [
            material.act("MOBILIZE", "launch", "Arland", mode="weapons", quantity="fourth", status="negated")])),
        material.article("2021-03-12", ("That made it the fourth launch by Arland this year.", [
            material.act("MOBILIZE", "launch", "Arland", mode="weapons", quantity="fourth",
                         time="this year=2021")])),
    ]  # fmt: skip
    found = count(happenings(items[:4]), items[:4], LAUNCHES)
    assert found.rules == {"acts": 3, "days": 2, "days in UTC": 3, "launched": 4}
    assert [act.when.value for act in found.acts] == ["2021-02-01", "2021-03-05", "2021-03-05"]
    found = count(happenings(items[:4]), items, LAUNCHES)
    (checked,) = found.claims
    assert checked.agree == ("launched",)
    assert checked.given["acts"] == 3


def test_others_and_what_did_not_happen_are_not_counted(material: ModuleType) -> None:
    items = [
        launched(material, "2021-02-02", "Arland launched no missile on 1 February.", "1 February=2021-02-01",
                 status="negated"),
        material.article("2021-03-09", ("Borland fired a rocket on 8 March.", [
            material.act("MOBILIZE", "fired", "Borland", mode="weapons", time="8 March=2021-03-08")])),
    ]  # fmt: skip
    assert count(happenings(items), items, LAUNCHES).rules["acts"] == 0
