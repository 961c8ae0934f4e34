"""What the model and the rules make of texts of our own: decisions, not scores."""

from datetime import date

import pytest

from detente.reading import Reader
from detente.records import Document, EventReport, Outlet, Reading, from_json, to_json

LAUNCH = (
    "North Korea fired two missiles into the Sea of Japan on Tuesday, according to South Korea’s Joint Chiefs of "
    "Staff.\n\nJapan condemned the launch. “We will never accept such tests,” Prime Minister Shinzo Abe said in "
    "Tokyo.\n\nThe United States demanded that Pyongyang return to talks. Russian President Vladimir Putin will "
    "visit China in October."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def launch(reader: Reader) -> Reading:
    return reader.read(Document(LAUNCH, Outlet("Test"), date(2019, 9, 10)))


def event(reading: Reading, trigger: str) -> EventReport:
    found = [each for each in reading.events if each.trigger.of(LAUNCH) == trigger]
    assert found, [each.trigger.of(LAUNCH) for each in reading.events]
    return found[0]


def countries(event: EventReport) -> tuple[set[str], set[str]]:
    return (
        {who.country for each in event.source for who in each.referents},
        {who.country for each in event.recipient for who in each.referents},
    )


def test_sentences(launch: Reading) -> None:
    assert [span.of(LAUNCH).split()[0] for span in launch.sentences] == [
        "North",
        "Japan",
        "“We",
        "The",
        "Russian",
    ]


def test_who_did_what(launch: Reading) -> None:
    fired = event(launch, "fired")
    assert (fired.type, fired.mode, fired.status) == ("MOBILIZE", "weapons", "actual")
    assert countries(fired)[0] == {"PRK"}
    assert [date.when.value for date in fired.time] == ["2019-09-10"]
    assert "Joint Chiefs of Staff" in " ".join(span.of(LAUNCH) for span in fired.says)
    assert "Sea of Japan" in " ".join(span.of(LAUNCH) for span in fired.place)
    assert "two missiles" in [span.of(LAUNCH) for span in fired.quantity]


def test_what_was_said(launch: Reading) -> None:
    said = [each for each in launch.statements if "never accept" in each.content.of(LAUNCH)]
    assert len(said) == 1
    assert said[0].kind == "direct"
    assert [who.name for who in said[0].speaker.referents] == ["Shinzo Abe"]


def test_condemnation_is_accusation(launch: Reading) -> None:
    assert event(launch, "condemned").type == "ACCUSE"
    assert countries(event(launch, "condemned"))[0] == {"JPN"}


def test_spans_quote_the_text(launch: Reading) -> None:
    for found in launch.found():
        for span in found.evidence.spans:
            assert found.sentence.contains(span)
            assert span.of(LAUNCH).strip() == span.of(LAUNCH)


def test_same_text_same_reading_alone_or_among_others(reader: Reader, launch: Reading) -> None:
    other = Document("A flood hit the coast. Nobody spoke of it.\n\n" * 30, Outlet("Test"), date(2019, 9, 10))
    reader.read(other)
    again = reader.read(Document(LAUNCH, Outlet("Test"), date(2019, 9, 10)))
    assert again == launch


def test_threads_do_not_matter(launch: Reading) -> None:
    assert Reader(threads=2).read(Document(LAUNCH, Outlet("Test"), date(2019, 9, 10))) == launch


def test_json_and_back(launch: Reading) -> None:
    assert from_json(to_json(launch)) == launch


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "?",
        "…" * 3000,
        "a" * 50_000,
        "“" * 400,
        "\u202eabc\x00\x1b[31m",
        "1 " * 5000,
        "日本 " * 300,
    ],
)
def test_nonsense_is_read_in_peace(reader: Reader, text: str) -> None:
    reading = reader.read(Document(text))
    assert all(0 <= span.start < span.end <= len(text) for span in reading.sentences)


def test_what_is_dropped_is_not_read(reader: Reader) -> None:
    text = "Iran seized a tanker. READ MORE"
    from detente.records import Span

    reading = reader.read(Document(text, dropped=(Span(22, 31),)))
    assert [span.of(text) for span in reading.sentences] == ["Iran seized a tanker."]


def test_a_family_name_alone_is_the_one_the_tables_know(reader: Reader) -> None:
    text = "Kim Heung-kyu, a professor in South Korea, spoke first. Xi Jinping met Kim in Beijing in March."
    reading = reader.read(Document(text, Outlet("Test"), date(2018, 12, 9)))
    named = {
        mention.span.of(text): mention.referents[0].name
        for mention in reading.mentions
        if mention.span and mention.referents
    }
    assert named.get("Kim Heung-kyu", "Kim Heung-kyu") == "Kim Heung-kyu"
    met = next(event for event in reading.events if event.trigger.of(text) == "met")
    names = {who.name for mention in (*met.source, *met.recipient) for who in mention.referents}
    assert {"Xi Jinping", "Kim Jong Un"} <= names


def test_she_is_a_woman(reader: Reader) -> None:
    text = "Choe Son Hui spoke after Donald Trump left Seoul. “We want talks,” she said."
    reading = reader.read(Document(text, Outlet("Test"), date(2019, 9, 10)))
    speakers = {who.name for each in reading.statements for who in each.speaker.referents}
    assert "Choe Son Hui" in speakers and "Donald Trump" not in speakers
