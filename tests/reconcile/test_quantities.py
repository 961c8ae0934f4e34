"""Numbers and kinds: what is one value, and what are two."""

import pytest

from detente.reconcile.disagreements import one_time
from detente.reconcile.kinds import fits, range_class
from detente.reconcile.quantities import quantity, same, within
from detente.records import When


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("330 km", "about 330 kilometers"),
        ("330 kilometres", "205 miles"),
        ("two missiles", "2 projectiles"),
        ("84 people", "about 80 people"),
        ("1,200 troops", "1200 troops"),
        ("10th", "tenth"),
    ],
)
def test_one_value(one: str, other: str) -> None:
    first, second = quantity(one), quantity(other)
    assert first and second and same(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two missiles", "three rockets"),
        ("10th", "11th"),
        ("84 people", "130 people"),
        ("330 km", "450 km"),
    ],
)
def test_two_values(one: str, other: str) -> None:
    first, second = quantity(one), quantity(other)
    assert first and second and first.unit == second.unit and not same(first, second)


def test_a_bound_that_holds() -> None:
    least, told = quantity("at least two projectiles"), quantity("three rockets")
    assert least and told and within(least, told)


def test_no_number() -> None:
    assert quantity("several missiles") is None


def test_the_range_and_its_class() -> None:
    assert range_class("two short-range projectiles") == "short-range"
    assert range_class("short- and long-range rockets, intermediate range too") == ""
    assert fits("short-range", 330) and not fits("intermediate-range", 330)


def test_equal_instants_and_days_that_may_be_one() -> None:
    seoul = When.parse("2019-09-10", "2019-09-10T06:53+09:00")
    utc = When.parse("2019-09-09", "2019-09-09T21:53Z")
    assert one_time(seoul, utc)
    assert one_time(utc, When.parse("2019-09-10"))
    assert not one_time(utc, When.parse("2019-09-12"))
    assert not one_time(When.parse("2019-09-09"), When.parse("2019-09-10"))
