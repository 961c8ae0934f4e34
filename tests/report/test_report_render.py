"""The three forms of a brief: what they show, and what hostile text cannot do in them."""

import re
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import pytest

from detente.report import Brief, BriefOptions, brief, render

EVERYTHING = BriefOptions(window=None)
TRICK = "\x1b[31mred\x07 <script>alert(1)</script> [x](javascript:x) *b* \u202eevil\u202c \x9b2J\u2028 & `c` "


def made(items: list[Any]) -> Brief:
    return brief(items, EVERYTHING, lambda words: [])


@pytest.fixture
def examples(material: ModuleType) -> Brief:
    return made(material.gold("examples"))


@pytest.fixture
def hostile(material: ModuleType) -> Brief:
    story = material.Story.of(
        f"North Korea fired two {TRICK}rockets.",
        outlet=f"Outlet {TRICK}",
        url="javascript:alert(document.cookie)",
        title=f"=cmd {TRICK}",
    )
    story.event(0, "fired", source=["North Korea=North Korea|PRK|GOV"])
    out = made([story.item()])
    assert len(out.lines) == 1
    return out


def shown(brief: Brief) -> str:
    return render(brief).partition("\nSources")[0]


def test_text_has_sections_citations_and_sources_in_order(examples: Brief) -> None:
    text = render(examples)
    headings = [
        "What happened",
        "Who says so",
        "What each side wants",
        "Background",
        "What to watch",
        "Sources",
    ]
    places = [text.index(f"\n{each}") for each in headings]
    assert places == sorted(places)
    marks = [int(mark) for mark in re.findall(r"\[(\d{1,2})\]", shown(examples))]
    listed = [int(mark) for mark in re.findall(r"\[(\d{1,2})\] +sentence \d+", text)]
    assert set(marks) == set(listed) == set(range(1, len(listed) + 1))
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("width", [40, 60, 88, 200])
def test_text_keeps_to_its_width(examples: Brief, width: int) -> None:
    lines = render(examples, width=width).splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= width


def test_every_mark_opens_the_sentence_it_stands_for(examples: Brief) -> None:
    for line in examples.lines:
        for citation in line.citations:
            mark = examples.marks[citation.document, citation.sentence]
            (cited,) = [c for source in examples.sources for c in source.cited if c.mark == mark]
            assert cited.sentence == citation.sentence
            assert set(citation.spans) <= set(cited.spans)
            assert cited.records


def test_a_date_is_plain_about_where_it_comes_from(material: ModuleType) -> None:
    from dataclasses import replace

    stories = [
        material.Story.of("Iran seized a ship.", outlet="A"),
        material.Story.of("Mali seized a bus.", outlet="B"),
    ]
    stories[1].document = replace(stories[1].document, published_from="option")
    stories.append(material.Story.of("Togo seized a boat.", outlet="C", published=""))
    for story in stories:
        story.event(0, "seized", "COERCE", source=[])
    text = render(made([story.item() for story in stories]))
    assert "A, “Iran seized a ship.”, 10 September 2019\n" in text
    assert "B, “Mali seized a bus.”, 10 September 2019 (date given by option)\n" in text
    assert "C, “Togo seized a boat.”, undated\n" in text
    assert "3 documents (1 undated)" in text


def test_colour_only_when_asked(examples: Brief) -> None:
    assert "\x1b" not in render(examples)
    coloured = render(examples, colour=True)
    assert "\x1b[1mWhat happened\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(examples)


def test_hostile_text_cannot_drive_a_terminal(hostile: Brief) -> None:
    text = render(hostile)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]", text)
    assert "fired two [31mred" in text


def test_hostile_text_is_no_markdown(hostile: Brief) -> None:
    text = render(hostile, "md")
    assert r"\<script\>alert(1)\</script\>" in text
    assert r"\[x\](javascript:x) \*b\*" in text
    assert not re.search(r"(?<!\\)[<*`]", text)
    assert "evil" in text
    assert "\u202e" not in text


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name in {"href", "src"}:
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if tag == "mark":
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "mark":
            self.marked[-1] += data


def test_hostile_text_is_no_html(hostile: Brief) -> None:
    text = render(hostile, "html")
    page = Page()
    page.feed(text)
    assert not {"script", "img", "iframe", "link", "object"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links), "a javascript: address is no link"
    assert "&lt;script&gt;" in text
    assert "default-src 'none'" in text


def test_html_citations_lead_to_the_marked_words(examples: Brief) -> None:
    text = render(examples, "html")
    page = Page()
    page.feed(text)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner == {each for each in page.ids if re.fullmatch(r"s\d+", each)}
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if not link.startswith("#")} <= {
        source.document.url for source in examples.sources
    }
    for source in examples.sources:
        for cited in source.cited:
            words = " ".join(cited.spans[0].of(source.document.text).split())
            assert any(words in " ".join(mark.split()) for mark in page.marked)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_markdown_quotes_each_cited_sentence(examples: Brief) -> None:
    text = render(examples, "md")
    assert text.startswith("# Brief: ")
    for source in examples.sources:
        for cited in source.cited:
            assert f"- \\[{cited.mark}\\] sentence {cited.number} (" in text


def test_another_form_is_refused(examples: Brief) -> None:
    with pytest.raises(ValueError, match="pdf"):
        render(examples, "pdf")
