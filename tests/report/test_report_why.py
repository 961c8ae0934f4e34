"""The way back from a record to the words."""

import hashlib
import re
from datetime import UTC, datetime
from types import ModuleType

from detente.report import why
from detente.store import Run, Trail

RUN = Run(7, datetime(2024, 5, 1, 8, 30, tzinfo=UTC), "model-1", "0.1.0", ("a.txt",))
RECORDED = datetime(2024, 5, 1, 8, 31, 2, tzinfo=UTC)


def test_it_walks_from_the_record_to_the_run(material: ModuleType) -> None:
    story = material.Story.of(
        "Talks went on.",
        "“The door is open,” she told Japan on Friday, according to state media.",
        title="A title",
        url="https://harbour-times.example/1",
        origin="a.txt",
        given="harbour-1",
    )
    statement = story.statement(
        1,
        "she=Choe Son Hui|PRK|GOV",
        "The door is open",
        "told",
        "direct",
        via=["state media"],
        to="Japan=Japan|JPN|GOV",
        score=0.87,
    )
    event = story.event(1, "told", "CONSULT", source=["she=Choe Son Hui|PRK|GOV"], time=["Friday=2019-09-06"])
    document, reading = story.item()
    text = why(Trail((statement, event), document, reading, RUN, RECORDED), width=200)
    for part in (
        "Statement: direct",
        statement.id,
        "found by  hand, score 0.87",
        "= Choe Son Hui (PRK GOV)",
        "on whose word: Harbour Times → “state media” → Choe Son Hui",
        "“«The door is open»,” «she» «told» «Japan» on Friday, according to «state media».",
        "sentence 2 (",
        "Event: CONSULT, actual",
        "= 2019-09-06",
        "A title",
        "10 September 2019 (from the page)",
        "https://harbour-times.example/1",
        "found at  a.txt",
        "given id  harbour-1",
        hashlib.sha256(document.text.encode()).hexdigest(),
        "Run 7: 2024-05-01 08:30 UTC, detente 0.1.0",
        "recorded  2024-05-01 08:31:02 UTC",
    ):
        assert part in text, part


def test_every_offset_opens_the_words_it_stands_by(material: ModuleType) -> None:
    for document, reading in material.gold("examples")[:4]:
        trail = Trail(tuple(reading.found()), document, reading, RUN, RECORDED)
        text = why(trail, width=10_000)
        quoted = re.findall(r"“(.*)” \((\d+)-(\d+)\)", text)
        assert quoted
        for words, start, end in quoted:
            assert " ".join(document.text[int(start) : int(end)].split()) == words


def test_a_document_alone_has_a_trail_too(material: ModuleType) -> None:
    story = material.Story.of("Nothing\x1b[2J happened.", published="", outlet="")
    document, reading = story.item()
    text = why(Trail((), document, reading, RUN, RECORDED))
    assert "undated" in text
    assert "unnamed outlet" in text
    assert "\x1b" not in text
