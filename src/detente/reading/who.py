"""Who an argument stands for: by the tables, by the names of the document, by what the model links."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from detente.actors import Candidate, lookup, scan, woman
from detente.codebook import outward_country
from detente.records import Mention, Referent

from . import labels
from .graph import Node, Place
from .model import Scores
from .parse import Parse, softmax

PEOPLE_ROLES = ("source", "recipient", "speaker", "hearer", "holder", "addressee")

_SINGULAR = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_OTHER = frozenset(
    ("it its itself they them their theirs themselves who whom whose which that this these those").split()
)
PRONOUNS = _SINGULAR | _FIRST | _OTHER
_PAIR = re.compile(
    r"(?i)\b(?:both|the two|two|the)\s+(?:sides|countries|nations|leaders|states|neighbou?rs|parties|presidents|"
    r"governments|powers|koreas|rivals)\b"
)
_SAME_STATE = re.compile(
    r"(?i)\b(?:government|country|nation|regime|state|capital|administration|republic|kingdom|side|authorities)$"
)
_PLURAL = re.compile(r"(?i)(?:s|people|police|men|women|forces|troops|public|crowd)$")
_UNKNOWN = "INT"
_FAMILY_FIRST = frozenset(("PRK", "KOR", "CHN", "VNM", "TWN", "HKG"))
"""Where names begin with the family's."""


def pronoun(text: str) -> bool:
    """`US` is no pronoun."""
    return text.lower() in PRONOUNS and not (len(text) > 1 and text.isupper())


class Who:
    """The people of one document. `nodes` are its reading graph: their arguments are who can be meant."""

    def __init__(self, parse: Parse, nodes: Iterable[Node]) -> None:
        self._parse = parse
        self._on: date | None = parse.document.published
        self._full: dict[str, Referent] = {}  # a person's last name, lower case → who was named in full
        self._family: dict[
            str, tuple[Referent, bool]
        ] = {}  # the same by first name; whether a table has them
        self._at: dict[int, tuple[tuple[Referent, ...], bool]] = {}  # last word → who, and whether a person
        self._quotes: list[tuple[Place, Place]] = []  # content, speaker
        nodes = list(nodes)
        for first, last, kind in _names(parse):
            self._name(first, last, kind)
        for node in nodes:
            if node.family == "statement" and (speaker := node.one("speaker")):
                self._quotes.append((node.words, speaker))
            for role in PEOPLE_ROLES:
                for place in node.arguments.get(role, ()):
                    self._meet(place)

    def mention(self, place: Place) -> Mention:
        """The argument as a Mention: with its span, and everybody it stands for."""
        text = self._parse.text(*place)
        kind = "pronoun" if pronoun(text) else "nominal"
        if kind == "nominal":
            kind = next(
                (name for first, last, name in self._parse.names if place[0] <= first and last == place[1]),
                kind,
            )
        return Mention(self._parse.span(*place), self.referents(place), kind)

    def referents(self, place: Place) -> tuple[Referent, ...]:
        """Nobody is an answer: ()."""
        text = self._parse.text(*place)
        if pronoun(text):
            return (text.lower() in _FIRST and self._speaker(place)) or self._linked(place)
        if _PAIR.search(text) and (pair := self._pair(place)):
            return pair
        if place[1] in self._at:
            return self._at[place[1]][0]
        found = self._own(place)
        return found or self._nominal(place)

    # Names

    def _name(self, first: int, last: int, kind: str) -> None:
        best = self._best(self._parse.text(first, last))
        if (
            best is not None
            and best.kind != "person"
            and (first == last or best.kind == "role" or best.score > 0.7)
        ):
            kind = "other" if best.kind == "role" else "place"  # a table knows better than one word's look
        if kind == "person":
            self._at[last] = ((self._person((first, last)),), True)
        elif kind != "other" and (found := self._own((first, last))):
            self._at[last] = (found, best is not None and best.kind == "person")

    def _meet(self, place: Place) -> None:
        """An argument that says itself who it is can be what others refer to."""
        text = self._parse.text(*place)
        if place[1] not in self._at and not pronoun(text) and any(char.isupper() for char in text):
            found = self._own(place)
            if found:
                self._at[place[1]] = (found, False)

    def _best(self, text: str) -> Candidate | None:
        found = lookup(text, self._on)
        return found[0] if found else None

    def _own(self, place: Place) -> tuple[Referent, ...]:
        """By the words of the mention alone."""
        best = self._best(self._parse.text(*place))
        if best is None or (best.kind == "role" and not best.country):
            return ()
        return (self._referent(best, place),)

    def _referent(self, candidate: Candidate, place: Place) -> Referent:
        sector = candidate.sector if candidate.sectors or candidate.sector == "-" else self._sector(place[1])
        return Referent(candidate.name, outward_country(candidate.country), sector)

    def _person(self, place: Place) -> Referent:
        """Somebody named: in the tables, or named in full before, or new."""
        text = " ".join(re.sub(r"['’]s?$", "", self._parse.text(*place)).split()) or "?"
        words = text.lower().split()
        best = self._best(text)
        if best is not None and best.kind != "person":
            best = None
        if len(words) == 1:
            if known := self._full.get(words[0]):
                return known
            family, listed = self._family.get(words[0], (None, False))
            if family and (listed or best is None or best.score < 0.5):
                return family
        if best is not None and (len(words) > 1 or best.score >= 0.5):
            found = self._referent(best, place)
        else:
            found = Referent(text, *self._title(place))
        if len(words) > 1:
            self._full[words[-1]] = found
            if found.country in _FAMILY_FIRST:
                self._family.setdefault(words[0], (found, best is not None))
        return found

    def _title(self, place: Place) -> tuple[str, str]:
        """Country and sector of somebody no table knows, from the title before or the apposition after."""
        first, last = place
        parse = self._parse
        sentence = parse.sentences[parse.home[first]]
        start = first
        while (
            start > sentence[0]
            and first - start < 7
            and parse.upos[start - 1] in ("PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP", "DET")
            and parse.forms[start - 1] not in (",", ".", ":", ";", "“", '"', "(")
        ):
            start -= 1
        phrases = [parse.text(start, first - 1)] if start < first else []
        if last + 2 <= sentence[-1] and parse.forms[last + 1] == ",":
            end = last + 2
            while (
                end < sentence[-1]
                and end - last < 14
                and parse.forms[end + 1] not in (",", ".", "said", "told", "”")
            ):
                end += 1
            phrases.append(parse.text(last + 2, end))
        country, sector = "", ""
        for phrase in phrases:
            for candidate in self._phrase(phrase):
                country = country or candidate.country
                sector = sector or (
                    candidate.sectors[0] if candidate.kind != "state" and candidate.sectors else ""
                )
        return outward_country(country) if country else self._country(place), sector or self._sector(last)

    def _phrase(self, phrase: str) -> list[Candidate]:
        """The phrase as a whole, and what stands behind its prepositions ("a fellow at the Sejong Institute")."""
        parts = [phrase, *re.split(r"\b(?:at|of|for|from|in|with)\b(?: the)?", phrase)[1:]]
        return [best for part in parts if part.strip() and (best := self._best(part.strip()))]

    # Others

    def _sector(self, word: int) -> str:
        words, scores = self._window(word)
        return labels.SECTOR[int(scores.sector[word - words.start].argmax())]

    def _window(self, word: int) -> tuple[range, Scores]:
        return next((words, scores) for words, scores in self._parse.windows if word in words)

    def _speaker(self, place: Place) -> tuple[Referent, ...]:
        """Who says "I" or "we": whoever is quoted there."""
        for content, speaker in self._quotes:
            if content[0] <= place[0] <= content[1] and not pronoun_first(self._parse.text(*speaker)):
                return self.referents(speaker)
        return ()

    def _linked(self, place: Place) -> tuple[Referent, ...]:
        """The mention in the window that the model links most; else the nearest before. "She" is a woman where
        the document names one, "he" is none; both are persons."""
        word = place[1]
        words, scores = self._window(word)
        text = self._parse.text(*place).lower()
        able = {
            at: found
            for at, (found, person) in self._at.items()
            if at != word and (person or text not in _SINGULAR)
        }
        if text in _SINGULAR:
            female = {at for at, found in able.items() if woman(found[0].name)}
            if text.startswith(("she", "her")):
                able = {at: able[at] for at in female} or able
            else:
                able = {at: found for at, found in able.items() if at not in female}
        row = scores.links[word - words.start]
        inside = [at for at in able if at in words]
        if inside:
            return able[max(inside, key=lambda at: (float(row[at - words.start]), -abs(at - word)))]
        before = [at for at in able if at < word]
        return able[max(before)] if before else ()

    def _country(self, place: Place) -> str:
        """Where somebody belongs whose words do not say: by what the model links them to, by who is in the
        sentence and in those before, and by whom the article is about. The weights are from held-out articles."""
        words, scores = self._window(place[1])
        chances = softmax(scores.links[place[1] - words.start])
        home = self._parse.home[place[1]]
        votes: defaultdict[str, float] = defaultdict(float, {_UNKNOWN: 0.6})
        known = [(at, found[0].country) for at, (found, _) in self._at.items() if len(found) == 1]
        known = [(at, country) for at, country in known if country != _UNKNOWN and at != place[1]]
        for at, country in known:
            votes[country] += 2 / len(known)
            if at in words:
                votes[country] += float(chances[at - words.start])
            distance = home - self._parse.home[at]
            votes[country] += 0.1 if distance == 0 else 0.05 if 0 < distance <= 2 else 0.0
        return max(votes, key=lambda country: (votes[country], country))

    def _pair(self, place: Place) -> tuple[Referent, ...]:
        """ "Both sides": the last two states or bodies that were named."""
        if re.search(r"(?i)koreas$", self._parse.text(*place)):
            return (Referent("North Korea", "PRK", "GOV"), Referent("South Korea", "KOR", "GOV"))
        out: list[Referent] = []
        for word in sorted(self._at, reverse=True):
            found, person = self._at[word]
            if word > place[1] + 12 or len(found) != 1:
                continue
            if person and not re.search(r"(?i)leaders|presidents|men", self._parse.text(*place)):
                continue
            if found[0].sector == "GOV" and all(found[0].country != other.country for other in out):
                out.append(found[0])
            if len(out) == 2:
                return tuple(reversed(out))
        return ()

    def _nominal(self, place: Place) -> tuple[Referent, ...]:
        """ "The minister", "troops": the sector by the words, the country by what it is linked to."""
        text = self._parse.text(*place)
        best = self._best(text)
        sector = best.sectors[0] if best and best.sectors else self._sector(place[1])
        linked = self._linked(place)
        plain = re.sub(r"^(?i:the|a|an|this|that|its|his|their|our|her)\s+", "", text)
        if len(linked) == 1:
            target = linked[0]
            if _SAME_STATE.search(plain) and target.sector == "GOV":
                return linked
            if self._is_person(target) and not _PLURAL.search(plain) and sector == target.sector:
                return linked
        return (Referent(plain, self._country(place), sector),)

    def _is_person(self, referent: Referent) -> bool:
        return any(referent in found and person for found, person in self._at.values())


def _names(parse: Parse) -> list[tuple[int, int, str]]:
    """The names that the model marked; full names of persons in the tables stand for what it marked of them."""
    starts = {span.start: word for word, span in enumerate(parse.spans)}
    ends = {span.end: word for word, span in enumerate(parse.spans)}
    listed: dict[int, tuple[int, int, str]] = {}
    for span, candidate in scan(parse.document.text):
        first, last = starts.get(span.start), ends.get(span.end)
        if candidate.kind == "person" and first is not None and last is not None and first < last:
            listed |= dict.fromkeys(range(first, last + 1), (first, last, "person"))
    kept = [each for each in parse.names if not listed.keys() & range(each[0], each[1] + 1)]
    return sorted({*kept, *listed.values()})


def pronoun_first(text: str) -> bool:
    return text.lower() in _FIRST
