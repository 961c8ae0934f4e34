"""Laws of the report, whatever the text: no line says more than its sources, no text is more than text."""

import importlib.util
import json
import re
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any
from unicodedata import category

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detente.records import Span
from detente.report import Brief, BriefOptions, brief, check, render
from detente.report.safe import cell, json_line, link, markdown, markup, plain
from detente.report.shorten import LIMIT, ways

EVERYTHING = BriefOptions(window=None)
MATERIAL = Path(__file__).parents[1] / "report" / "material.py"
anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@cache
def material() -> ModuleType:
    spec = importlib.util.spec_from_file_location("report_material", MATERIAL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def items() -> tuple[Any, ...]:
    return (*material().gold("examples"), *material().gold("rare"))


@cache
def made() -> Brief:
    return brief(items(), EVERYTHING, lambda words: [])


@cache
def vocabulary() -> list[str]:
    """The words of all the documents, and some of none."""
    known = {word for document, _ in items() for word in re.findall(r"\w+", document.text)}
    return sorted(known | {"certainly", "Reuters", "confirmed", "17", "seventeen", "Lagos", "2031"})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_line_with_another_word_in_it_fails(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(made().lines))
    place = data.draw(st.sampled_from(list(re.finditer(r"\w+", line.text))))
    word = data.draw(st.sampled_from(vocabulary()))
    assume(word.casefold() != place[0].casefold() and "the" not in (word.casefold(), place[0].casefold()))
    changed = line.text[: place.start()] + word + line.text[place.end() :]
    assert check(replace(line, text=changed), items()), changed


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_line_with_a_word_added_fails(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(made().lines))
    place = data.draw(st.sampled_from(list(re.finditer(r"\s", line.text))))
    word = data.draw(st.sampled_from(vocabulary()))
    assume(word.casefold() != "the")
    changed = f"{line.text[: place.start()]} {word}{line.text[place.start() :]}"
    assert check(replace(line, text=changed), items()), changed


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_line_cited_to_another_document_fails(data: st.DataObject) -> None:
    line, other = data.draw(st.sampled_from(made().lines)), data.draw(st.sampled_from(made().lines))
    assume({each.sentence for each in line.citations} != {each.sentence for each in other.citations})
    assume({each.document for each in line.citations}.isdisjoint(each.document for each in other.citations))
    assert check(replace(line, citations=other.citations, records=other.records), items())


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(len(items()))), st.integers(1, 8))
def test_the_order_of_the_documents_does_not_matter(order: list[int], count: int) -> None:
    some = [items()[number] for number in sorted(order[:count])]
    shuffled = [items()[number] for number in order[:count]]
    one, other = (brief(each, EVERYTHING, lambda words: []) for each in (some, shuffled))
    assert one == other
    assert render(one, "html") == render(other, "html")


@settings(deadline=None)
@given(anything)
def test_plain_text_only_shows(text: str) -> None:
    shown = plain(text)
    assert shown == plain(shown)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {category(character) for character in shown}
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    shown.encode("utf-8")


@settings(deadline=None)
@given(anything)
def test_markup_and_markdown_open_nothing(text: str) -> None:
    assert not set("<>\"'") & set(markup(text))
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`*_]", markdown(text))


@settings(deadline=None)
@given(anything)
def test_a_cell_is_no_formula(text: str) -> None:
    assert cell(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@settings(deadline=None)
@given(anything)
def test_json_keeps_the_text_and_shows_nothing_else(text: str) -> None:
    line = json_line(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(line) == {"text": text}
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", line)


@settings(deadline=None)
@given(anything)
def test_only_the_web_is_linked(text: str) -> None:
    for url in (text, f"http://{text}", f"javascript:{text}", f"data:{text}"):
        assert link(url) == "" or re.match(r"https?://[^\s<>\"]+$", link(url), re.IGNORECASE)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Iran", ", which", " -- so it is -- ", "(or not)", ", while", "a ship"]), max_size=90
    )
)
def test_what_is_cut_is_in_order_and_keeps_what_it_must(words: list[str]) -> None:
    text = " ".join(["Iran", *words, "end"])
    span, keep = Span(0, len(text)), (Span(0, 4),)
    for pieces in ways(text, span, keep):
        assert all(one.end <= other.start for one, other in pairwise(pieces))
        assert all(span.contains(piece) and piece.start < piece.end for piece in pieces)
        assert any(piece.contains(keep[0]) for piece in pieces)
        assert len(pieces) == 1 or sum(piece.end - piece.start for piece in pieces) <= LIMIT
