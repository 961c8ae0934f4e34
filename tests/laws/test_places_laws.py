"""What holds of the place lookup for any text."""

from hypothesis import given
from hypothesis import strategies as st

from detente.places import locate
from detente.places.geometry import distance, moved
from detente.places.spelling import key, loose, words

PIECES = (
    *(
        "the",
        "of",
        "north",
        "southeastern",
        "and",
        "70",
        "km",
        "miles",
        "Aleppo",
        "Syria",
        "'s",
        ",",
        "Georgia",
    ),
    *("border", "coast", "off", "near", "between", "capital", "Turkish", "Sea", "Japan", "/", "East", "city"),
    *("Mosul", "al-Bab", "waters", "Texas", "province", "-", "central", "Hamas-ruled", "U.S.", "island"),
)
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
HINTS = st.lists(st.sampled_from(["SYR", "TUR", "USA", "KOR", "", "nowhere"]), max_size=4)


@given(TEXTS, HINTS)
def test_any_text_gets_an_answer_the_same_each_time(text: str, near: list[str]) -> None:
    found = locate(text, near)
    assert found == locate(text, tuple(reversed(near)))
    assert len(found) <= 8


@given(TEXTS, HINTS)
def test_every_answer_is_on_the_globe_and_says_why(text: str, near: list[str]) -> None:
    for each in locate(text, near):
        assert -90 <= each.latitude <= 90 and -180 <= each.longitude <= 180
        assert 0 < each.radius_km <= 20000 and 0 < each.score < 1
        assert each.name and each.kind and each.why
        assert each.country == "" or (len(each.country) == 3 and each.country.isupper())


@given(TEXTS, HINTS)
def test_best_comes_first(text: str, near: list[str]) -> None:
    scores = [each.score for each in locate(text, near)]
    assert scores == sorted(scores, reverse=True)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    once = key(words(text))
    assert key(words(once)) == once or once in ("mt", "st", "ft")


@given(st.permutations(["Deir", "al-Zour"]), st.sampled_from(["", "al-"]))
def test_the_loose_key_forgets_the_article(parts: list[str], article: str) -> None:
    assert loose(words(f"{article}{' '.join(parts)}")) == loose(words(" ".join(parts)))


@given(st.floats(-80, 80), st.floats(-180, 179.9), st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_a_move_is_as_far_as_it_says(lat: float, lon: float, north: float, east: float) -> None:
    there = moved((lat, lon), north, east)
    assert abs(distance((lat, lon), there) - (north**2 + east**2) ** 0.5) < 1.0
