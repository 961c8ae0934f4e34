"""The check: a line that does not follow from its sources does not pass, whoever wrote it."""

from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import pytest

from detente.records import Found, Span
from detente.report import Citation, Line, check

NORTH = "North Korea=North Korea|PRK|GOV"
CHOE = "Choe Son Hui=Choe Son Hui|PRK|GOV"
US = "United States|USA|GOV"
SENTENCES = (
    "On Tuesday North Korea launched two missiles into the Sea of Japan, the South Korean military said.",
    "Choe Son Hui said that North Korea was willing to restart talks in late September, "
    "but only if Washington brought a new proposal.",
    "Japan may impose sanctions on North Korea next month.",
    "China denied that it had sent troops to the border.",
    "Kim Jong Un will travel to Moscow on 20 October.",
    "She added that the talks had not been easy.",
    "“We want peace above all,” Moon Jae-in told KBS, according to the Blue House.",
    "If sanctions are lifted, Iran will free the tanker.",
    "North Korea no longer seeks an end to the war, "
    "but it wants relief from sanctions in return for a freeze.",
    "The rebels are believed to have shot down about 12 drones near Aleppo.",
    "Seoul protested, while Tokyo did not call its envoy home.",
    "According to the army, ten rockets were fired.",
)


@dataclass
class Desk:
    """One story, and lines on it."""

    story: Any
    found: dict[str, Found]

    def line(self, text: str, *names: str, kind: str = "event", sentences: tuple[int, ...] = ()) -> Line:
        records = [self.found[name] for name in names]
        held = [each.sentence for each in records] + [self.story.sentences[number] for number in sentences]
        citations = tuple(Citation(self.story.document.id, each, (each,)) for each in dict.fromkeys(held))
        return Line(text, kind, "happened", citations, tuple(each.id for each in records))

    def problems(self, text: str, *names: str, **more: Any) -> list[str]:
        return check(self.line(text, *names, **more), [self.story.item()])


@pytest.fixture
def desk(material: ModuleType) -> Desk:
    story = material.Story.of(*SENTENCES)
    choe_content = SENTENCES[1].removeprefix("Choe Son Hui said that ").removesuffix(".")
    found = {
        "launch": story.event(
            0,
            "launched",
            source=[NORTH],
            place=["Sea of Japan"],
            time=["Tuesday=2019-09-10"],
            quantity=["two missiles"],
            says=["the South Korean military said"],
        ),
        "choe": story.statement(1, CHOE, choe_content, "said"),
        "offer": story.position(
            1,
            NORTH,
            "offer",
            "restart talks",
            to=f"Washington={US}",
            condition="only if Washington brought a new proposal",
            due="late September=2019-09-XX",
        ),
        "wish": story.position(1, NORTH, "demand", "restart talks", to=f"Washington={US}"),
        "army": story.statement(11, "=Choe Son Hui|PRK|GOV", "ten rockets were fired", ""),
        "sanction": story.event(
            2, "impose", "SANCTION", "possible", source=["Japan=Japan|JPN|GOV"], time=["next month=2019-10"]
        ),
        "troops": story.event(3, "sent", "MOBILIZE", "negated", source=["it=China|CHN|GOV"]),
        "denial": story.statement(3, "China=China|CHN|GOV", "it had sent troops to the border", "denied"),
        "trip": story.event(
            4,
            "travel",
            "AGREE",
            "future",
            source=["Kim Jong Un=Kim Jong Un|PRK|GOV"],
            time=["20 October=2019-10-20"],
        ),
        "uneasy": story.statement(5, "She=Choe Son Hui|PRK|GOV", "the talks had not been easy", "added"),
        "moon": story.statement(
            6,
            "Moon Jae-in=Moon Jae-in|KOR|GOV",
            "We want peace above all",
            "told",
            "direct",
            to="KBS=KBS|KOR|JRN",
            via=["the Blue House"],
        ),
        "tanker": story.event(7, "free", "RETREAT", "conditional", source=["Iran=Iran|IRN|GOV"]),
        "relief": story.position(
            8, "it=North Korea|PRK|GOV", "demand", "relief from sanctions", exchange="a freeze"
        ),
        "war": story.position(8, NORTH, "demand", "an end to the war"),
        "drones": story.event(
            9, "shot down", "ASSAULT", "possible", source=["rebels=Rebels|SYR|REB"], place=["Aleppo"]
        ),
        "protest": story.event(10, "protested", "ACCUSE", source=["Seoul=South Korea|KOR|GOV"]),
        "envoy": story.event(10, "call", "SANCTION", "negated", source=["Tokyo=Japan|JPN|GOV"]),
    }
    return Desk(story, found)


LAUNCH = (
    "On Tuesday [2019-09-10] North Korea launched two missiles into the Sea of Japan, "
    "the South Korean military said."
)
OFFER = (
    "North Korea offers to restart talks — to the United States, only if Washington brought a new proposal, "
    "due late September [2019-09], according to Choe Son Hui."
)
RELIEF = "North Korea demands: relief from sanctions — in return for a freeze."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("launch", LAUNCH),
        (
            "launch",
            "North Korea launched two missiles into the Sea of Japan, the South Korean military said.",
        ),
        (
            "launch",
            "North Korea launched two missiles (Tuesday [2019-09-10]), the South Korean military said.",
        ),
        ("offer", OFFER),
        ("offer", f"2019-09 — {OFFER}"),
        ("sanction", "Japan may impose sanctions on North Korea next month [2019-10]."),
        ("troops", "China denied that [China] had sent troops to the border."),
        ("trip", "2019-10-20 — Kim Jong Un will travel to Moscow on 20 October [2019-10-20]."),
        ("trip", "Kim Jong Un will travel to Moscow (planned)."),
        ("uneasy", "[Choe Son Hui] added that the talks had not been easy."),
        ("moon", "“We want peace above all,” Moon Jae-in told KBS, according to the Blue House."),
        ("moon", "Moon Jae-in told KBS, via the Blue House: “We want peace above all.”"),
        ("tanker", "If sanctions are lifted, Iran will free the tanker."),
        ("relief", RELIEF.replace(" — in", ", in")),
        ("drones", "The rebels are believed to have shot down about 12 drones near Aleppo."),
        ("protest", "Seoul protested …"),
    ],
)
def test_what_follows_passes(desk: Desk, name: str, text: str) -> None:
    assert desk.problems(text, name) == []


FAILING = [
    # numbers
    ("launch", LAUNCH.replace("two", "three"), "“three”"),
    ("launch", LAUNCH.replace("two missiles", "missiles"), "does not stand there"),
    ("drones", "The rebels are believed to have shot down about 21 drones near Aleppo.", "the number “21”"),
    ("drones", "The rebels are believed to have shot down 12 drones near Aleppo.", "“12”"),
    # names
    ("launch", LAUNCH.replace("North Korea", "South Korea"), "“South”"),
    ("launch", LAUNCH.replace("North Korea", "Iran"), "the name “Iran”"),
    ("launch", LAUNCH.replace("the South Korean military", "the Japanese military"), "“Japanese”"),
    ("uneasy", "[Kim Jong Un] added that the talks had not been easy.", "[Kim Jong Un] is not"),
    ("moon", "Kim Jong Un told KBS, via the Blue House: “We want peace above all.”", "the name “Kim”"),
    ("moon", "Moon Jae-in told NHK, via the Blue House: “We want peace above all.”", "“"),
    ("offer", OFFER.replace("North Korea offers", "South Korea offers"), "the name “South”"),
    ("offer", OFFER.replace("Choe Son Hui", "Kim Jong Un"), "“"),
    ("offer", OFFER.replace("to the United States", "to the United Kingdom"), "“"),
    ("offer", OFFER.replace("according to Choe Son Hui", "according to Washington"), "“"),
    # places
    ("launch", LAUNCH.replace("Sea of Japan", "Yellow Sea"), "the name “Yellow”"),
    ("launch", LAUNCH.replace("the Sea of Japan", "the border"), "“border”"),
    ("trip", "Kim Jong Un will travel to Aleppo on 20 October.", "the name “Aleppo”"),
    # dates
    ("launch", LAUNCH.replace("2019-09-10", "2019-09-11"), "[2019-09-11] is not"),
    ("launch", LAUNCH.replace("Tuesday", "Monday"), "“Monday”"),
    (
        "launch",
        "North Korea launched two missiles (Tuesday [2019-09-09]), the South Korean military said.",
        "“(",
    ),
    ("launch", LAUNCH.replace("launched", "launched [2019-09-10]"), "[2019-09-10] is not"),
    ("trip", "2019-10-21 — Kim Jong Un will travel to Moscow on 20 October.", "“2019”"),
    ("trip", "Kim Jong Un will travel to Moscow on 20 October 2020.", "the number “2020”"),
    ("offer", OFFER.replace("[2019-09]", "[2019-10]"), "[2019-10] is not"),
    ("offer", OFFER.replace("late September [2019-09]", "October"), "“"),
    # negation, condition, hedge
    ("troops", "China sent troops to the border.", "“sent”"),
    ("troops", "[China] had sent troops to the border.", "it loses “denied”"),
    ("denial", "China: it had sent troops to the border.", "it loses “denied”"),
    ("uneasy", "[Choe Son Hui] added that the talks had been easy.", "“been”"),
    ("tanker", "Iran will free the tanker.", "it loses “If”"),
    ("offer", OFFER.replace(", only if Washington brought a new proposal", ""), "it loses the condition"),
    ("sanction", "Japan imposes sanctions on North Korea next month.", "“imposes”"),
    ("sanction", "Japan … impose sanctions on North Korea next month.", "“"),
    ("drones", "The rebels … shot down about 12 drones near Aleppo.", "“"),
    ("drones", "Shot down about 12 drones near Aleppo.", "it loses “believed”"),
    ("relief", RELIEF.replace(" — in return for a freeze", ""), "it loses the exchange"),
    ("war", "North Korea demands: an end to the war.", "it loses “no”"),
    ("protest", "Tokyo did call its envoy home.", "“call”"),
    # certainty and status
    ("launch", LAUNCH.replace("launched", "certainly launched"), "the word “certainly”"),
    ("launch", LAUNCH.replace("said", "confirmed"), "“confirmed”"),
    ("trip", "Kim Jong Un travelled to Moscow on 20 October.", "“travelled”"),
    ("trip", "Kim Jong Un … travel to Moscow on 20 October.", "“"),
    ("trip", "Kim Jong Un will travel to Moscow on 20 October (conditional).", "“("),
    ("launch", LAUNCH.removesuffix(".") + " (planned).", "“("),
    ("offer", OFFER.replace("offers to", "demands to"), "“demands” is not what a offer is called"),
    ("offer", OFFER.replace("offers", "refuses"), "“refuses” is not"),
    # whose word it is
    ("launch", "North Korea launched two missiles into the Sea of Japan.", "on whose word"),
    ("launch", LAUNCH.replace("the South Korean military said", "Reuters reported"), "the name “Reuters”"),
    ("launch", f"Asia Times reported: {LAUNCH}", "the name “Asia”"),
    ("launch", LAUNCH.removesuffix(".") + ", according to Japan.", "“according”"),
    ("offer", OFFER.replace(", according to Choe Son Hui", ""), "what somebody said"),
    ("moon", "Moon Jae-in told KBS: “We want peace above all.”", "who passed it on"),
    ("choe", "North Korea was willing to restart talks in late September.", "it loses"),
    ("army", "Choe Son Hui: ten rockets were fired.", "it loses “According”"),
    # what kind of position it is
    (
        "wish",
        "North Korea demands to restart talks — to the United States, according to Choe Son Hui.",
        "“willing” makes it no demand",
    ),
    ("offer", OFFER.replace("only if", "if"), "it loses “only”"),
    # quotation marks
    (
        "launch",
        "“On Tuesday North Korea launched two missiles into the Sea of Japan,” "
        "the South Korean military said.",
        "does not quote",
    ),
    (
        "choe",
        "Choe Son Hui said: “North Korea was willing to restart talks in late September, but only if "
        "Washington brought a new proposal.”",
        "does not quote",
    ),
    # other words than those of the record
    ("envoy", "Seoul protested …", "does not hold the words of its event"),
    ("launch", "On Tuesday North Korea …, the South Korean military said.", "“…”"),
    # nothing at all
    ("launch", "", "it breaks off"),
]


@pytest.mark.parametrize(("name", "text", "problem"), FAILING)
def test_what_does_not_follow_fails(desk: Desk, name: str, text: str, problem: str) -> None:
    found = desk.problems(text, name)
    assert any(problem in each for each in found), found


def test_there_are_many_ways_to_fail() -> None:
    assert len(FAILING) >= 50


def test_a_line_without_a_citation_fails(desk: Desk) -> None:
    line = replace(desk.line(LAUNCH, "launch"), citations=())
    assert "it cites nothing" in check(line, [desk.story.item()])


def test_a_citation_must_open_a_sentence_that_holds_the_record(desk: Desk) -> None:
    line = desk.line(LAUNCH, "launch")
    other = desk.line("x", "trip").citations
    assert check(replace(line, citations=other), [desk.story.item()])
    no_sentence = Citation(desk.story.document.id, Span(3, 20), (Span(3, 20),))
    assert check(replace(line, citations=(no_sentence,)), [desk.story.item()])
    outside = replace(line.citations[0], spans=(Span(0, 500),))
    assert check(replace(line, citations=(outside,)), [desk.story.item()])
    unknown = replace(line.citations[0], document="0" * 64)
    assert check(replace(line, citations=(unknown,)), [desk.story.item()])


def test_the_wrong_outlet_does_not_carry_the_line(desk: Desk, material: ModuleType) -> None:
    """The words of one outlet, cited to another that has others."""
    other = material.Story.of("North Korea launched three missiles on Tuesday.", outlet="Gulf Ledger")
    event = other.event(0, "launched", source=[NORTH], time=["Tuesday=2019-09-10"])
    citation = Citation(other.document.id, event.sentence, (event.sentence,))
    line = replace(desk.line(LAUNCH, "launch"), citations=(citation,), records=(event.id,))
    items = [desk.story.item(), other.item()]
    assert check(line, items)
    both = desk.line(LAUNCH, "launch")
    both = replace(both, citations=(*both.citations, citation), records=(*both.records, event.id))
    assert {"a source does not hold “two”", "a source does not hold “Japan”"} <= set(check(both, items))


def test_two_sentences_may_stand_together_only_in_their_order(material: ModuleType) -> None:
    story = material.Story.of("North Korea fired two rockets.", "It was the tenth test.", "Japan protested.")
    fired, test = story.event(0, "fired", source=[NORTH]), story.event(1, "test")
    desk = Desk(story, {"fired": fired, "test": test})
    assert (
        desk.problems("North Korea fired two rockets. It was the tenth test.", "test", sentences=(0,)) == []
    )
    assert desk.problems("North Korea fired two. It was the tenth test.", "test", sentences=(0,))
    assert desk.problems("North Korea was the tenth test.", "test", sentences=(0,))
