"""What a brief says, in which section, and what it leaves out."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.errors import CallError
from detente.report import Brief, BriefOptions, brief, check, render

SHARED = Path(__file__).parents[3] / "shared"
NORTH = "North Korea=North Korea|PRK|GOV"
JAPAN = "Japan=Japan|JPN|GOV"
EVERYTHING = BriefOptions(window=None)


@dataclass
class Somebody:
    name: str
    country: str
    kind: str


TABLE = {
    "north korea": Somebody("North Korea", "PRK", "state"),
    "north korean": Somebody("North Korea", "PRK", "state"),
    "japan": Somebody("Japan", "JPN", "state"),
    "kenya": Somebody("Kenya", "KEN", "state"),
    "kim": Somebody("Kim Jong Un", "PRK", "person"),
}


def lookup(words: str) -> list[Somebody]:
    return [TABLE[words.casefold()]] if words.casefold() in TABLE else []


def made(stories: list[Any], options: BriefOptions = EVERYTHING) -> Brief:
    items = [story.item() for story in stories]
    out = brief(items, options, lookup)
    for line in out.lines:
        assert check(line, items) == []
    return out


def texts(of: Brief, section: str = "") -> list[str]:
    return [line.text for line in of.lines if section in ("", line.section)]


def launch(material: ModuleType, day: str = "2019-09-10", outlet: str = "Harbour Times", **more: Any) -> Any:
    story = material.Story.of(
        "North Korea fired two rockets on Tuesday.", outlet=outlet, published=day, **more
    )
    story.event(0, "fired", source=[NORTH], time=[f"Tuesday={day}"])
    return story


def test_an_act_is_told_in_the_words_of_its_source(material: ModuleType) -> None:
    out = made([launch(material)])
    assert texts(out) == ["North Korea fired two rockets on Tuesday [2019-09-10]."]
    assert [line.section for line in out.lines] == ["happened"]
    assert out.title == "Brief: North Korea"


WEATHER = (
    "which had been closed to shipping because of the storms that have swept the coast since the spring, "
    "the worst that anybody on it remembers"
)


def test_the_clause_is_enough_where_the_sentence_is_long(material: ModuleType) -> None:
    story = material.Story.of(
        f"On Tuesday, hours after an offer of talks, North Korea fired two rockets into the bay, {WEATHER}.",
        f"Iran, which denied it, seized a ship in the bay, {WEATHER}.",
        f"The rebels may have sunk a boat at night near the bay, {WEATHER}.",
    )
    clause = "North Korea fired two rockets into the bay"
    story.event(0, "fired", source=[NORTH], time=["Tuesday=2019-09-10"], clause=clause)
    iran = ["Iran=Iran|IRN|GOV"]
    story.event(1, "seized", "COERCE", source=iran, clause="seized a ship in the bay")
    rebels = ["rebels=Rebels|YEM|REB"]
    story.event(2, "sunk", "ASSAULT", "possible", source=rebels, clause="sunk a boat at night near the bay")
    launch, *others = texts(made([story]), "happened")
    assert launch == "North Korea fired two rockets into the bay (Tuesday [2019-09-10])."
    assert "The rebels may have sunk a boat at night near the bay …" in others
    assert any(line.startswith("Iran, which denied it, seized a ship in the bay") for line in others)


def test_on_whose_word_an_act_is_told_stays_with_it(material: ModuleType) -> None:
    story = material.Story.of(
        "According to the Joint Chiefs of Staff, two rockets were fired near Kaechon, "
        f"and the bay, {WEATHER}, was hit."
    )
    story.event(
        0,
        "fired",
        source=["=North Korea|PRK|GOV"],
        says=["According to the Joint Chiefs of Staff"],
        clause="two rockets were fired near Kaechon",
    )
    assert texts(made([story])) == [
        "Two rockets were fired near Kaechon, according to the Joint Chiefs of Staff."
    ]


@pytest.mark.parametrize(
    ("sentence", "status", "said"),
    [
        (
            "The stalled talks with Iran were on the agenda.",
            "negated",
            "The stalled talks with Iran were on the agenda.",
        ),
        ("Reports of talks with Iran came and went.", "negated", "(did not happen, or is denied)."),
        ("Reports of talks with Iran came and went.", "possible", "(not confirmed)."),
        (
            "Talks with Iran on Friday are the next test.",
            "future",
            "Talks with Iran on Friday are the next test.",
        ),
    ],
)
def test_the_status_shows(material: ModuleType, sentence: str, status: str, said: str) -> None:
    story = material.Story.of(sentence)
    word = "Talks" if sentence.startswith("Talks") else "talks"
    story.event(0, word, "CONSULT", status, source=["Iran=Iran|IRN|GOV"])
    (line,) = texts(made([story]))
    assert line.endswith(said)


def test_pronouns_dates_and_surnames_are_resolved_in_brackets(material: ModuleType) -> None:
    story = material.Story.of(
        "He met Kim in Hanoi in February.",
        "Trump said that he would meet both sides again.",
        "Her envoy met her.",
    )
    trump, kim = "Donald Trump|USA|GOV", "Kim Jong Un|PRK|GOV"
    story.event(0, "met", "CONSULT", source=[f"He={trump}", f"Kim={kim}"], time=["February=2019-02"])
    both = "both sides=North Korea|PRK|GOV+South Korea|KOR|GOV"
    story.event(1, "meet", "AGREE", "future", source=[f"Trump={trump}", f"he={trump}"], recipient=[both])
    story.event(2, "met", "CONSULT", source=["Her=Choe Son Hui|PRK|GOV", "her=Choe Son Hui|PRK|GOV"])
    assert set(texts(made([story]))) == {
        "He [Donald Trump] met Kim [Jong Un] in Hanoi in February [2019-02].",
        "[Donald] Trump said that he would meet both sides again.",
        "Her [Choe Son Hui] envoy met her.",
    }


def test_nothing_is_resolved_that_says_it_already(material: ModuleType) -> None:
    story = material.Story.of(
        "The North let U.S. officials, the guests of a three-day visit, into Khan Sheikhoun at 6:53 a.m.",
        "Choe Son Hui, the vice minister, met Ri.",
    )
    north = NORTH.replace("North Korea=", "North=")
    officials = "U.S. officials=US officials|USA|GOV"
    story.event(0, "let", "CONSULT", source=[north], recipient=[officials, "Khan=Imran Khan|PAK|GOV"])
    story.dates += [story.date(0, "three-day=2019-09-08/2019-09-10"), story.date(0, "6:53 a.m.=2019-09-10")]
    minister = "the vice minister=Ri Yong Ho|PRK|GOV"
    story.event(1, "met", "CONSULT", source=["Choe Son Hui=Choe Son Hui|PRK|GOV", minister])
    assert set(texts(made([story]))) == {sentence.of(story.document.text) for sentence in story.sentences}


def test_a_sentence_that_leans_on_the_one_before_is_told_with_it(material: ModuleType) -> None:
    story = material.Story.of(
        "North Korea fired two rockets.",
        "It was the tenth test this year.\n",
        "That was a first strike on Aden.",
    )
    story.event(0, "fired", source=[NORTH])
    story.event(1, "test", source=[f"={NORTH.partition('=')[2]}"], time=["this year=2019"])
    story.event(2, "strike", "ASSAULT", source=[])
    out = made([story])
    assert "North Korea fired two rockets. It was the tenth test this year [2019]." in texts(out)
    assert len([line for line in out.lines if "fired" in line.text]) == 1
    assert len(out.lines[0].citations) == 2 or len(out.lines[1].citations) == 2


def test_a_position_names_who_wants_what_of_whom_and_on_what_terms(material: ModuleType) -> None:
    story = material.Story.of(
        "North Korea is willing to restart talks in late September, "
        "but only if Washington brings a new proposal.",
        "Pyongyang wants an end to sanctions in return for limited steps.",
        "It is analysts who expect another test.",
        "Japan and South Korea will not return to the pact, an official said.",
    )
    us = "United States|USA|GOV"
    story.position(
        0,
        NORTH,
        "offer",
        "restart talks",
        to=f"Washington={us}",
        condition="only if Washington brings a new proposal",
        due="late September=2019-09-XX",
    )
    north = f"Pyongyang={NORTH.partition('=')[2]}"
    story.position(1, north, "demand", "an end to sanctions", to=f"={us}", exchange="limited steps")
    story.position(2, "analysts=Analysts|INT|EDU", "prediction", "another test")
    two = "Japan and South Korea=Japan|JPN|GOV+South Korea|KOR|GOV"
    story.position(3, two, "refusal", "return to the pact")
    story.statement(
        3,
        "official=South Korean official|KOR|GOV",
        "Japan and South Korea will not return to the pact",
        "said",
    )
    assert set(texts(made([story]), "wants")) == {
        "North Korea offers to restart talks — to the United States, "
        "only if Washington brings a new proposal, due late September [2019-09].",
        "North Korea demands: an end to sanctions — to the United States, in return for limited steps.",
        "Analysts expect: another test.",
        "Japan and South Korea refuse to return to the pact, according to South Korean official.",
    }


def test_a_position_the_sentence_takes_back_is_told_in_its_own_words(material: ModuleType) -> None:
    story = material.Story.of("North Korea has moved away from its demand for an end to the war.")
    story.position(0, NORTH, "demand", "an end to the war")
    assert texts(made([story]), "wants") == [
        "North Korea has moved away from its demand for an end to the war."
    ]


def test_words_come_with_their_speaker_and_who_passed_them_on(material: ModuleType) -> None:
    story = material.Story.of(
        "“We will not wait,” Choe said, according to state media. ", "“The door is open, for now.”"
    )
    choe = "Choe Son Hui|PRK|GOV"
    story.statement(0, f"Choe={choe}", "We will not wait", "said", "direct", via=["state media"])
    story.statement(1, f"={choe}", "The door is open, for now", "", "direct")
    assert texts(made([story]), "says") == [
        "“We will not wait,” Choe [Son Hui] said, according to state media.",
        "Choe Son Hui: “The door is open, for now.”",
    ]


def test_a_wire_copy_is_one_line_with_all_its_sources(material: ModuleType) -> None:
    first, second = launch(material), launch(material, outlet="Coast Courier")
    third = material.Story.of("North Korea fired three rockets on Tuesday.", outlet="Gulf Ledger")
    third.event(0, "fired", source=[NORTH], time=["Tuesday=2019-09-10"])
    out = made([first, second, third])
    (both,) = [line for line in out.lines if "two" in line.text]
    assert {out.given[each.document].outlet.name for each in both.citations} == {
        "Harbour Times",
        "Coast Courier",
    }
    assert len(both.records) == 2
    assert len(out.lines) == 2, "three rockets are another claim"


def test_two_launches_weeks_apart_stay_two(material: ModuleType) -> None:
    out = made([launch(material, "2017-08-29"), launch(material, "2017-09-12")])
    assert len(texts(out)) == 2


def test_by_default_the_last_seven_days_up_to_the_newest(material: ModuleType) -> None:
    stories = [launch(material, day) for day in ("2019-09-01", "2019-09-04", "2019-09-10")]
    out = made(stories, BriefOptions())
    assert out.since == date(2019, 9, 4)
    assert {source.document.published for source in out.sources} == {date(2019, 9, 4), date(2019, 9, 10)}


def test_an_undated_document_is_in_and_says_so_unless_its_dates_are_out(material: ModuleType) -> None:
    undated = material.Story.of("Iran seized a ship.", published="", outlet="Walvis Observer")
    undated.event(0, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"])
    old = material.Story.of("Iraq seized a ship on 3 May 2011.", published="", outlet="Old Paper")
    old.event(0, "seized", "COERCE", source=["Iraq=Iraq|IRQ|GOV"], time=["3 May 2011=2011-05-03"])
    out = made([launch(material), undated, old], BriefOptions())
    assert out.undated == 1
    assert "(Walvis Observer, undated [" in render(out)
    assert "Old Paper" not in render(out)
    assert "Iraq seized a ship on 3 May 2011." in texts(made([launch(material), old]))


def test_since_and_until_bound_when_things_happened(material: ModuleType) -> None:
    story = material.Story.of(
        "Kenya signed the treaty on 3 May.", "Iran seized a ship on 20 May.", published="2019-06-01"
    )
    story.event(0, "signed", "SUPPORT", source=["Kenya=Kenya|KEN|GOV"], time=["3 May=2019-05-03"])
    story.event(1, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"], time=["20 May=2019-05-20"])
    bounds = BriefOptions(since=date(2019, 5, 1), until=date(2019, 5, 10))
    assert texts(made([story], bounds)) == ["Kenya signed the treaty on 3 May [2019-05-03]."]


def test_what_is_older_is_background(material: ModuleType) -> None:
    story = launch(material)
    more = material.Story.of(
        "Japan imposed sanctions in 2006.", "The ministers last met in March.", published="2019-09-10"
    )
    more.event(0, "imposed", "SANCTION", source=[JAPAN], time=["2006=2006"])
    more.event(1, "met", "CONSULT", source=["=Japan|JPN|GOV"], time=["March=2019-03"])
    assert set(texts(made([story, more], BriefOptions()), "background")) == {
        "Japan imposed sanctions in 2006.",
        "The ministers last met in March [2019-03].",
    }


def test_what_to_watch_is_a_calendar(material: ModuleType) -> None:
    story = material.Story.of(
        "The ministers will meet on 20 October.",
        "Kim gave Washington until the end of the year.",
        "Parliament votes on the pact on 1 October.",
        "If talks fail, Japan will impose sanctions.",
        "Kenya was to vote on 2 August.",
    )
    story.event(
        0, "meet", "AGREE", "future", source=[JAPAN.replace("Japan=", "=")], time=["20 October=2019-10-20"]
    )
    kim = "Kim=Kim Jong Un|PRK|GOV"
    story.position(1, kim, "threat", "until the end of the year", due="the end of the year=2019-12-31")
    story.dates.append(story.date(2, "1 October=2019-10-01"))
    story.dates.append(story.date(4, "2 August=2019-08-02"))
    story.event(3, "impose", "SANCTION", "conditional", source=[JAPAN])
    assert texts(made([story]), "watch") == [
        "2019-10-01 — Parliament votes on the pact on 1 October [2019-10-01].",
        "2019-10-20 — The ministers will meet on 20 October [2019-10-20].",
        "2019-12-31 — Kim [Jong Un] gave Washington until the end of the year [2019-12-31].",
        "If talks fail, Japan will impose sanctions.",
    ]


def test_a_heading_is_not_told_where_there_is_a_text(material: ModuleType) -> None:
    story = material.Story.of("North Korea fires rockets\n", "North Korea fired two rockets.")
    story.event(0, "fires", source=[NORTH])
    story.event(1, "fired", source=[NORTH])
    assert texts(made([story])) == ["North Korea fired two rockets."]
    alert = material.Story.of("North Korea fires rockets\n")
    alert.event(0, "fires", source=[NORTH])
    assert texts(made([alert])) == ["North Korea fires rockets."]


def test_about_an_actor_a_country_or_words(material: ModuleType) -> None:
    story = material.Story.of(
        "North Korea fired two rockets.", "Kim visited Aden.", "Kenya signed a grain deal."
    )
    story.event(0, "fired", source=[NORTH])
    story.event(1, "visited", "CONSULT", source=["Kim=Kim Jong Un|PRK|GOV"])
    story.event(2, "signed", "SUPPORT", source=["Kenya=Kenya|KEN|GOV"])
    kim = "Kim [Jong Un] visited Aden."
    for words, expected in (
        ("North Korean", {"North Korea fired two rockets.", kim}),
        ("Kim", {kim}),
        ("Aden", {kim}),
        ("grain deal", {"Kenya signed a grain deal."}),
        ("wheat", set()),
    ):
        out = made([story], replace(EVERYTHING, about=words))
        assert set(texts(out)) == expected
        assert out.title == f"Brief on {words}"
    assert "no line could be made" in render(made([story], replace(EVERYTHING, about="wheat")))


def test_for_a_country_what_names_it_comes_first_then_its_partners(material: ModuleType) -> None:
    story = material.Story.of(
        "Iran bombed Iraq.",
        "Japan bombed nobody.",
        "Kenya met Japan.",
        "Chad bombed Mali.",
        "Kenya thanked Togo.",
    )
    story.event(0, "bombed", "ASSAULT", source=["Iran=Iran|IRN|GOV"], recipient=["Iraq=Iraq|IRQ|GOV"])
    story.event(1, "bombed", "ASSAULT", "negated", source=[JAPAN])
    story.event(2, "met", "CONSULT", source=["Kenya=Kenya|KEN|GOV", JAPAN])
    story.event(3, "bombed", "ASSAULT", source=["Chad=Chad|TCD|GOV"], recipient=["Mali=Mali|MLI|GOV"])
    story.event(4, "thanked", "SUPPORT", source=["Kenya=Kenya|KEN|GOV"])
    for asked in ("Kenya", "KEN"):
        said = texts(made([story], replace(EVERYTHING, for_country=asked)), "happened")
        assert set(said[:2]) == {"Kenya met Japan.", "Kenya thanked Togo."}
        assert said[2] == "Japan bombed nobody."


def test_for_no_country_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="Atlantis: no country of that name; give"):
        brief([], BriefOptions(for_country="Atlantis"), lookup)


def test_a_record_below_the_least_score_is_not_told(material: ModuleType) -> None:
    story = material.Story.of("Iran seized a ship.", "Chad seized a train.")
    story.event(0, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"], score=0.9)
    story.event(1, "seized", "COERCE", source=["Chad=Chad|TCD|GOV"], score=0.3)
    assert texts(made([story], replace(EVERYTHING, min_score=0.5))) == ["Iran seized a ship."]


def test_a_line_that_fails_is_left_out_and_counted(material: ModuleType) -> None:
    story = material.Story.of("The talks went on.", "Nobody knows who said this.")
    story.statement(0, "=Ann Other|GBR|GOV", "The talks went on", "")
    story.event(0, "talks", "CONSULT", source=[])
    story.statement(1, "=", "who said this", "")
    out = made([story])
    assert texts(out) == ["Ann Other: The talks went on."]
    stray = material.Story.of("Iran seized a ship.", "Chad seized a train.", "The army said nothing.")
    stray.event(0, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"])
    wrong = stray.event(1, "seized", "COERCE", source=["Chad=Chad|TCD|GOV"])
    stray.events[1] = replace(wrong, says=(stray.span(2, "The army said"),))
    out = made([stray])
    assert texts(out) == ["Iran seized a ship."]
    assert [each.line.records for each in out.left_out] == [(wrong.id,)]
    assert out.left_out[0].problems
    assert "1 line was left out" in render(out)


def test_what_is_no_sentence_is_not_quoted(material: ModuleType) -> None:
    endless = "( " * 3_000 + " " * 200_000 + "Iran, -- seized a ship " + ", which " * 3_000
    story = material.Story.of(endless, "Iran seized a boat.")
    story.event(0, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"])
    story.position(0, "Iran=Iran|IRN|GOV", "demand", "seized a ship " + ", which " * 100)
    story.event(1, "seized", "COERCE", source=["Iran=Iran|IRN|GOV"])
    assert texts(made([story])) == ["Iran seized a boat."]


def test_never_more_lines_than_asked_for(material: ModuleType) -> None:
    items = material.gold("examples")
    for most in (6, 12, 40):
        out = brief(items, replace(EVERYTHING, max_lines=most), lookup)
        headings = len({line.section for line in out.lines})
        assert 1 + headings + len(out.lines) <= most
    assert brief(items, replace(EVERYTHING, max_lines=1), lookup).lines == ()


def test_nothing_gives_an_empty_brief() -> None:
    out = brief([], BriefOptions(), lookup)
    assert (out.lines, out.sources, out.documents) == ((), (), 0)
    assert "no line could be made" in render(out)


def test_the_order_of_the_items_does_not_matter(material: ModuleType) -> None:
    items = material.gold("examples")
    assert brief(items, EVERYTHING, lookup) == brief([*reversed(items), items[0]], EVERYTHING, lookup)


@pytest.mark.parametrize("name", ["examples", "rare"])
def test_every_line_of_the_examples_passes_and_few_are_left_out(material: ModuleType, name: str) -> None:
    items = material.gold(name)
    out = brief(items, EVERYTHING, lookup)
    assert [check(line, items) for line in out.lines] == [[]] * len(out.lines)
    assert len(out.lines) >= 25
    assert len(out.left_out) <= 1


def test_the_examples_brief_holds_the_planted_facts(material: ModuleType) -> None:
    said = "\n".join(texts(brief(material.gold("examples"), EVERYTHING, lookup)))
    assert "two unidentified projectiles" in said
    assert "late September [2019-09]" in said
    assert "until the end of the year [2019-12-31]" in said


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the checkout")
def test_the_brief_of_the_seeds(material: ModuleType) -> None:
    items = material.gold("seeds", SHARED / "corpus")
    out = brief(items, EVERYTHING, lookup)
    assert {each.document.doc[:3] for each in out.sources} == {"000", "001", "003"}
    happened, wants = "\n".join(texts(out, "happened")), "\n".join(texts(out, "wants"))
    everything = "\n".join(texts(out))
    assert "[2019-09-10]" in happened
    assert "launched two missiles into the Sea of Japan/East Sea" in happened
    assert "due late September [2019-09], according to Choe Son Hui" in wants
    assert "only if the U.S. were to present a new proposal acceptable to the North" in wants
    assert "until the end of this year [2019-12-31] to deliver results" in wants
    assert "North Korea’s state-run media reported" in everything
    assert "China’s Foreign Ministry said" in everything
