"""Hand-made readings (FORMAT.md) → documents of sentences with a reading graph."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.actors import scan
from detente.codebook import outward_country
from detente.reading import labels
from detente.reading.windows import quoted
from detente.reading.words import words
from detente.records import Span

from .examples import Graph, Sentence

Json = dict[str, Any]
PRONOUNS = frozenset(
    (
        "he she it they him her them his hers its their theirs we us our ours i me my mine you your who "
        "whom whose which that this these those both all himself herself itself themselves one"
    ).split()
)
_NOBODY = "INT"
HELD_OUT = 10
"""One article in so many is held out of training, by its id."""


def held_out(doc: str) -> bool:
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % HELD_OUT == 0


def load(articles: Path, gold: Path) -> Iterator[tuple[Json, Json]]:
    """Pairs (article, reading), in the order of `gold`."""
    by_id = {each["id"]: each for each in map(json.loads, articles.open(encoding="utf-8"))}
    for line in gold.open(encoding="utf-8"):
        reading = json.loads(line)
        yield by_id[reading["doc"]], reading


def document(article: Json, reading: Json) -> list[Sentence]:
    return _Builder(article, reading).sentences


class _Builder:
    """One article's words, and the way from characters to words."""

    def __init__(self, article: Json, reading: Json) -> None:
        self.text: str = article["text"]
        self.sentences: list[Sentence] = []
        self.spans: list[Span] = []
        self.home: list[int] = []  # word → sentence
        self.starts: list[int] = []  # sentence → its first word
        for start, end in article["sentences"]:
            spans = words(self.text, Span(start, end))
            if not spans:
                continue
            size = len(spans)
            graph = Graph([0] * size, [-100] * size, [-100] * size, [0] * size, [0] * size)
            sentence = Sentence([span.of(self.text) for span in spans], graph=graph)
            sentence.paragraph = "\n" in self.text[end : end + 2]
            self.starts.append(len(self.spans))
            self.home += [len(self.sentences)] * size
            self.spans += spans
            self.sentences.append(sentence)
        self.ends = {span.end: word for word, span in enumerate(self.spans)}
        self.begins = {span.start: word for word, span in enumerate(self.spans)}
        self.mentions = self._mentions(reading)
        self.anchors = self._anchors()
        for event in reading["events"]:
            self._event(event)
        for key, kinds, roles in (
            (
                "statements",
                labels.STATEMENT,
                {"speaker": "speaker", "cue": "cue", "via": "via", "to": "hearer"},
            ),
            (
                "positions",
                labels.POSITION,
                {
                    "holder": "holder",
                    "to": "addressee",
                    "exchange": "exchange",
                    "condition": "condition",
                    "due": "due",
                },
            ),
        ):
            for each in sorted(
                reading[key],
                key=lambda each: each["content"][0] - each["content"][1] if each["content"] else 0,
            ):
                self._content(each, key[:-1], kinds, roles)
        self._who()

    def cover(self, span: list[int] | None) -> tuple[int, int] | None:
        """First and last word of a character range."""
        if not span:
            return None
        inside = [n for n, word in enumerate(self.spans) if word.start < span[1] and span[0] < word.end]
        return (inside[0], inside[-1]) if inside else None

    def _mentions(self, reading: Json) -> list[tuple[int, int, Json]]:
        """Every argument with a span, as words; a name also where it stands again."""
        arguments: list[Json] = []
        for event in reading["events"]:
            arguments += event["source"] + event["recipient"]
        for each in reading["statements"]:
            arguments += [each["speaker"], each["to"]]
        for each in reading["positions"]:
            arguments += [each["holder"], each["to"]]
        out = {}
        for argument in arguments:
            if argument and (found := self.cover(argument["span"])):
                out[found] = argument
        for (first, last), argument in list(out.items()):
            text = self.text_of(first, last)
            if any(char.isupper() for char in text) and text.lower() not in PRONOUNS:
                for match in re.finditer(re.escape(text), self.text):
                    place = self.begins.get(match.start(), -1), self.ends.get(match.end(), -1)
                    if min(place) >= 0:
                        out.setdefault(place, argument)
        return [
            (first, last, argument)
            for (first, last), argument in sorted(out.items(), key=lambda item: item[0])
        ]

    def _party(self, argument: Json | None, node: int, role: str) -> None:
        """An arc to where an argument stands; for one left unsaid, all mentions of the same actor."""
        if not argument:
            return
        if found := self.cover(argument["span"]):
            self._arcs(node, role, [found])
            return
        names = {actor["name"] for actor in argument["actors"]}
        same = [
            (first, last)
            for first, last, other in self.mentions
            if names == {actor["name"] for actor in other["actors"]}
        ]
        graph = self.sentences[self.home[node]].graph
        assert graph is not None
        graph.unsaid.append((node, labels.ROLES.index(role), tuple(same)))

    def text_of(self, first: int, last: int) -> str:
        return self.text[self.spans[first].start : self.spans[last].end]

    def _side(self, node: int, side: int, arguments: list[Json]) -> None:
        """The countries of a side; of somebody of no country, the mentions."""
        graph = self.sentences[self.home[node]].graph
        assert graph is not None
        targets: dict[str, set[int]] = {}
        for argument in arguments:
            for actor in argument["actors"]:
                country = outward_country(actor["country"])
                if country in (_NOBODY, "-"):
                    ends = {last for _, last, other in self.mentions if actor in other["actors"]}
                    targets.setdefault(actor["name"], set()).update(ends)
                else:
                    targets[country] = self.anchors.get(country, set())
        for words_of_one in targets.values() if arguments else [{node}]:
            if found := words_of_one - ({node} if arguments else set()):
                graph.sides.append((node, side, tuple(sorted(found))))

    def _arcs(self, node: int, role: str, places: list[tuple[int, int]]) -> None:
        graph = self.sentences[self.home[node]].graph
        assert graph is not None
        for first, last in places:
            arc = (node, labels.ROLES.index(role), first, last)
            if arc not in graph.roles:
                graph.roles.append(arc)

    def _event(self, event: Json) -> None:
        found = self.cover(event["trigger"])
        if not found:
            return
        node = found[0]
        number = self.home[node]
        graph, at = self.sentences[number].graph, node - self.starts[number]
        assert graph is not None
        if not graph.type[at]:  # a second event on one trigger only adds its arguments
            graph.type[at] = labels.TYPE.index(event["type"])
            graph.mode[at] = labels.MODE.index(f"{event['type']} {event['mode']}") if event["mode"] else 0
            graph.status[at] = labels.STATUS.index(event["status"])
            graph.nodes.append((node, "event"))
        for side, role in enumerate(labels.SIDES):
            for argument in event[role]:
                self._party(argument, node, role)
            self._side(node, side, event[role])
        for role in ("place", "qty", "says"):
            self._arcs(node, role, [found for span in event[role] if (found := self.cover(span))])
        self._arcs(node, "time", [found for time in event["time"] if (found := self.cover(time["span"]))])

    def _content(self, each: Json, family: str, kinds: tuple[str, ...], roles: dict[str, str]) -> None:
        found = self.cover(each["content"])
        if not found:
            return
        node, number = found[0], self.home[found[0]]
        last = min(found[1], self.starts[number] + len(self.sentences[number].forms) - 1)
        graph, offset = self.sentences[number].graph, self.starts[number]
        assert graph is not None
        row = graph.statement if family == "statement" else graph.position
        inside = range(node - offset, last - offset + 1)
        if any(row[at] for at in inside):
            return
        for at in inside:
            row[at] = kinds.index(f"I-{each['kind']}")
        row[node - offset] = kinds.index(f"B-{each['kind']}")
        graph.nodes.append((node, family))
        for key, role in roles.items():
            value = each[key]
            if role in ("speaker", "hearer", "holder", "addressee"):
                self._party(value, node, role)
            elif role == "due":
                self._arcs(
                    node, role, [place for place in [self.cover(value["span"])] if place] if value else []
                )
            else:
                spans = value if key == "via" else [value]
                self._arcs(node, role, [place for span in spans if (place := self.cover(span))])

    def _who(self) -> None:
        """Sectors of mentions, and for each the names in the document that stand for the same actor."""
        named: dict[str, list[int]] = {}
        for first, last, argument in self.mentions:
            text = self.text_of(first, last)
            if (
                len(argument["actors"]) == 1
                and text.lower() not in PRONOUNS
                and any(c.isupper() for c in text)
            ):
                named.setdefault(argument["actors"][0]["name"], []).append(last)
        for _first, last, argument in self.mentions:
            graph = self.sentences[self.home[last]].graph
            assert graph is not None
            if len(argument["actors"]) != 1:
                continue
            actor = argument["actors"][0]
            if actor["sector"] in labels.SECTOR:
                graph.sectors.append((last, labels.SECTOR.index(actor["sector"])))
            if actor["name"] in named:
                graph.links.append((last, tuple(named[actor["name"]])))
            if actor["country"] in (_NOBODY, "-"):
                graph.lands.append((last, (last,)))
            elif same := {*self.anchors.get(outward_country(actor["country"]), ())} - {last}:
                graph.lands.append((last, tuple(sorted(same))))

    def _anchors(self) -> dict[str, set[int]]:
        """For each country, the last words of the names that say it: by the tables, and by the readings."""
        out: dict[str, set[int]] = {}
        for span, candidate in scan(self.text):
            if candidate.country and span.end in self.ends:
                out.setdefault(outward_country(candidate.country), set()).add(self.ends[span.end])
        for first, last, argument in self.mentions:
            if len(argument["actors"]) == 1 and any(char.isupper() for char in self.text_of(first, last)):
                out.setdefault(outward_country(argument["actors"][0]["country"]), set()).add(last)
        return out


def quotation(sentences: list[Sentence]) -> list[bool]:
    """For all words of a document: inside quotation marks or not."""
    out: list[bool] = []
    run: list[str] = []
    for sentence in sentences:
        run += sentence.forms
        if sentence.paragraph:
            out += quoted(run)
            run = []
    return out + quoted(run)
