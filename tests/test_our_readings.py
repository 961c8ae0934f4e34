"""The readings made for detente: offsets and nothing else of the articles."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.codebook import POSITION_KINDS, STATEMENT_KINDS, STATUSES, TYPES, legal_mode

FILES = sorted((Path(__file__).parents[1] / "training" / "readings").glob("*.jsonl"))
READINGS = [json.loads(line) for path in FILES for line in path.open(encoding="utf-8")]


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every pair of whole numbers in a reading."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(each, int) for each in value):
        yield value[0], value[1]
    elif isinstance(value, list):
        for each in value:
            yield from _spans(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _spans(each)


def test_each_article_is_read_once_and_named_by_its_digest() -> None:
    assert len({reading["doc"] for reading in READINGS}) == len(READINGS) > 600
    assert all(len(reading["sha256"]) == 64 for reading in READINGS)


def test_no_words_of_an_article_are_kept() -> None:
    fields = {"doc", "outlet", "date", "url", "sha256", "sentences", "events", "statements", "positions"}
    assert {field for reading in READINGS for field in reading} <= fields
    longest = max(len(actor) for reading in READINGS for actor in _names(reading))
    assert longest < 160, "an actor's name is a name, not a sentence"


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("name"), str):
            yield value["name"]
        for each in value.values():
            yield from _names(each)
    elif isinstance(value, list):
        for each in value:
            yield from _names(each)


@pytest.mark.parametrize("key", ["events", "statements", "positions"])
def test_spans_stand_in_what_was_read(key: str) -> None:
    for reading in READINGS:
        end = reading["sentences"][-1][1]
        assert all(0 <= first < last <= end for first, last in _spans(reading[key])), reading["doc"]


def test_labels_are_the_codebooks() -> None:
    for reading in READINGS:
        for event in reading["events"]:
            assert event["type"] in TYPES and event["status"] in STATUSES, reading["doc"]
            assert event["mode"] is None or legal_mode(event["type"], event["mode"]), (reading["doc"], event)
        assert all(each["kind"] in STATEMENT_KINDS for each in reading["statements"])
        assert all(each["kind"] in POSITION_KINDS for each in reading["positions"])
