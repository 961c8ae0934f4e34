"""The examples and the seeds, read by hand, judged across documents: the planted traps come out as planted."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from gold import Item, items

from detente.reconcile import happenings
from detente.records import Happening, Ruling

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SEEDS = ROOT.parent / "shared" / "corpus"

DAY = "2019-09-10"
FIRED = ("northern-wire-2019-09-10", "fired two unidentified projectiles toward")


@pytest.fixture(scope="module")
def examples() -> list[Item]:
    return list(items(GOLDEN / "examples.articles.jsonl", GOLDEN / "examples.gold.jsonl"))


@pytest.fixture(scope="module")
def judged(examples: list[Item]) -> list[Happening]:
    return happenings(examples)


@pytest.fixture(scope="module")
def launch(judged: list[Happening]) -> Happening:
    return one(judged, "MOBILIZE", DAY)


@pytest.fixture(scope="module")
def seeds() -> list[Happening]:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not there")
    return happenings(items(SEEDS / "seeds.articles.jsonl", SEEDS / "seeds.gold.jsonl"))


def one(found: Iterable[Happening], kind: str, day: str, *names: str) -> Happening:
    """The only happening of that type and day with those who take part."""
    fits = [
        each
        for each in found
        if each.type == kind and each.when.value == day and {who.name for who in each.actors} >= set(names)
    ]
    assert len(fits) == 1, [each.title for each in fits]
    return fits[0]


def docs(found: Happening) -> set[str]:
    return {member.doc for member in found.members}


def about(found: Happening, attribute: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The cause, and who tells which value."""
    (told,) = (each for each in found.disagreements if each.about == attribute)
    return told.cause, {each.value: each.docs for each in told.values}


def test_one_launch_of_seven_documents(launch: Happening) -> None:
    assert docs(launch) == {
        "harbour-times-2019-09-10",
        "northern-wire-2019-09-10",
        "coast-courier-2019-09-11",
        "daybreak-digest-2019-09-11",
        "voice-of-taedong-2019-09-11",
        "peninsula-notes-2019-09-13",
        "channel-meridian.html",
    }
    assert (launch.mode, launch.where, launch.status) == ("weapons", "Kaechon", "actual")


def test_two_launches_seventeen_days_apart_are_two(judged: list[Happening], launch: Happening) -> None:
    earlier = one(judged, "MOBILIZE", "2019-08-24")
    assert docs(earlier) == {"northern-wire-2019-09-10", "voice-of-taedong-2019-09-11"}
    assert not {member.key for member in earlier.members} & {member.key for member in launch.members}


def test_ten_outlets_on_one_word_are_one_origin(launch: Happening) -> None:
    told = {origin.name: origin.docs for origin in launch.origins}
    military = next(docs for name, docs in told.items() if "military" in name)
    assert {"northern-wire-2019-09-10", "coast-courier-2019-09-11", "harbour-times-2019-09-10"} <= set(
        military
    )
    assert told["Korean Central News Agency"] == ("voice-of-taedong-2019-09-11",)
    assert len(launch.origins) < len(docs(launch))


def test_short_or_intermediate_range_and_why(launch: Happening) -> None:
    cause, values = about(launch, "kind")
    assert cause == "kind of word"
    assert values == {
        "short-range": ("harbour-times-2019-09-10",),
        "intermediate-range": ("daybreak-digest-2019-09-11",),
    }
    assert "330" in next(each.why for each in launch.disagreements if each.about == "kind")


def test_the_tenth_or_the_eleventh_is_a_counting_rule(launch: Happening) -> None:
    cause, values = about(launch, "count")
    assert cause == "counting rule"
    assert set(values) == {"tenth", "eleventh"}
    assert "harbour-times-2019-09-10" in values["tenth"]


def test_two_or_three_projectiles(launch: Happening) -> None:
    cause, values = about(launch, "number")
    assert cause == "hedging"
    assert any("three" in value for value in values) and any("two" in value for value in values)


def test_two_clocks_and_a_closer_place_are_no_disagreement(launch: Happening) -> None:
    assert {each.about for each in launch.disagreements} <= {"kind", "count", "number", "status"}


def test_a_background_mention_joins_what_it_recalls(judged: list[Happening]) -> None:
    summit = one(judged, "CONSULT", "2019-02", "Kim Jong Un")
    assert "northern-wire-2019-09-10" in docs(summit)


def test_one_meeting_by_two_channels(judged: list[Happening]) -> None:
    meeting = one(judged, "CONSULT", "2018-12-07", "Xi Jinping", "Ri Yong Ho")
    assert docs(meeting) == {"diplomatic-register-2018-12-07", "lantern-post.txt"}
    names = {origin.name for origin in meeting.origins}
    assert len(names) == 2 and "Korean Central News Agency" in names
    assert any("Foreign" in name for name in names)


def test_the_main_news(judged: list[Happening], launch: Happening) -> None:
    assert {"harbour-times-2019-09-10", "northern-wire-2019-09-10"} <= set(launch.lead_of)
    leads = [doc for each in judged for doc in each.lead_of]
    assert len(leads) == len(set(leads))
    assert "gulf-ledger-2019-09-11" not in launch.lead_of


def test_what_a_person_splits_stays_split(examples: list[Item], launch: Happening) -> None:
    out, *rest = (member.key for member in launch.members)
    ruled = happenings(examples, [Ruling(at, "split", out, other) for at, other in enumerate(rest)])
    apart = next(each for each in ruled if out in {member.key for member in each.members})
    assert not set(rest) & {member.key for member in apart.members}


def test_what_a_person_joins_is_one_and_old_ids_lead_there(
    examples: list[Item], judged: list[Happening], launch: Happening
) -> None:
    earlier = one(judged, "MOBILIZE", "2019-08-24")
    ruled = happenings(examples, [Ruling(1, "join", launch.members[0].key, earlier.members[0].key)])
    both = next(each for each in ruled if launch.members[0].key in {member.key for member in each.members})
    assert {launch.id, earlier.id} <= set(both.names())


def test_the_two_seeds_of_10_september_give_one_launch(seeds: list[Happening]) -> None:
    launch = one(seeds, "MOBILIZE", DAY)
    assert docs(launch) == {"000_2dfc1da9fa727229", "001_9955a01890654098"} == set(launch.lead_of)
    cause, values = about(launch, "kind")
    assert cause == "kind of word"
    assert "000_2dfc1da9fa727229" in values["short-range"]
    assert values["intermediate-range"] == ("001_9955a01890654098",)


def test_the_two_channels_of_the_third_seed_give_one_meeting(seeds: list[Happening]) -> None:
    meeting = one(seeds, "CONSULT", "2018-12-07", "Xi Jinping", "Ri Yong Ho")
    assert docs(meeting) == {"003_adcd94d40748cc99"}
    assert len(meeting.origins) == 2
    other = one(seeds, "CONSULT", "2018-12-07", "Wang Yi")
    assert other.id != meeting.id


def test_no_set_order_shows(examples: list[Item], judged: list[Happening]) -> None:
    """Another process hashes strings otherwise."""
    code = (
        "from pathlib import Path; from gold import items; from detente.reconcile import happenings;"
        f"g = Path({str(GOLDEN)!r});"
        "print(hash_of(happenings(items(g / 'examples.articles.jsonl', g / 'examples.gold.jsonl'))))"
    )
    define = "import hashlib\ndef hash_of(found): return hashlib.sha256(repr(found).encode()).hexdigest()\n"
    done = subprocess.run(
        [sys.executable, "-c", define + code],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(repr(judged).encode()).hexdigest()
