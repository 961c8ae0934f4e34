"""Who an argument stands for: by the tables, by the names of the document, by what the model links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from detente.actors import Candidate, lookup, scan, woman
from detente.codebook import outward_country
from detente.records import Mention, Referent

from . import labels
from .graph import PEOPLE_ROLES, Node, Place
from .model import Scores
from .parse import Parse, softmax

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
_STYLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Sen|Rep|Gov|Gen|Col|Lt|Adm|Prof)\b\.? ?)+")
"""How a surname is introduced: no part of the name."""
_LEADING = re.compile(r"^(?i:the|a|an|this|that|its|his|their|our|her)\s+")
_NEW = re.compile(r"^(?i:an?|another|one|some)\s")
"""What introduces somebody: nobody named before."""
_UNKNOWN = "INT"
ABOUT = 0.3
"""What it counts for a country that the whole article is about it."""
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
        self._looked_up: dict[str, Candidate | None] = {}
        nodes = list(nodes)
        listed = list(_listed(parse))
        self._places = {last: (first, last) for first, last, _ in parse.names}
        self._places |= {place[1]: place for place, _ in listed}
        self._listed = {place[1]: outward_country(each.country) for place, each in listed if each.country}
        names = _names(parse, listed)
        for first, last, kind in names:
            self._name(first, last, kind)
        surnames = {each.name.split()[-1] for each in self._full.values() if " " in each.name}
        for first, last, kind in names:  # a surname in a headline stands before the full name
            if last in self._at and self._at[last][1] and self._at[last][0][0].name in surnames:
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

    def country_at(self, word: int) -> str:
        """The country of the name that ends at a word; that of nobody where none does."""
        if word in self._at:
            return self._at[word][0][0].country
        return self._listed.get(word, _UNKNOWN)

    def countries(self) -> tuple[str, ...]:
        """The three that the document names most, the commonest first."""
        counts = Counter(found[0].country for found, _ in self._at.values() if found[0].country != _UNKNOWN)
        return tuple(
            country for country, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:3]
        )

    def named(self, word: int) -> Place:
        """The name that ends at a word, or the word."""
        return self._places.get(word, (word, word))

    def referents(self, place: Place) -> tuple[Referent, ...]:
        """Nobody is an answer: ()."""
        text = self._parse.text(*place)
        if pronoun(text):
            return (text.lower() in _FIRST and self._speaker(place)) or self._linked(place)
        if _PAIR.search(text) and (pair := self._pair(place)):
            return pair
        if several := self._several(place):
            return several
        if place[1] in self._at and not self._embedded(place):
            return self._at[place[1]][0]
        found = self._own(place)
        return found or self._nominal(place)

    def _embedded(self, place: Place) -> bool:
        """Whether the name at the end only belongs to another: "the embassy in Ottawa"."""
        return "ADP" in self._parse.upos[place[0] : self.named(place[1])[0]]

    def _several(self, place: Place) -> tuple[Referent, ...]:
        """ "Germany, France and Britain": each by its own words, where all of them tell."""
        first, last = place
        if last - first > 12 or "and" not in self._parse.forms[first : last + 1] or self._best_whole(place):
            return ()
        parts, start = list[Place](), first
        for at in range(first, last + 2):
            if at > last or self._parse.forms[at] in ("and", ","):
                if start < at:
                    parts.append((start, at - 1))
                start = at + 1
        found = [self._at[part[1]][0] if part[1] in self._at else self._own(part) for part in parts]
        return tuple(each[0] for each in found) if len(parts) > 1 and all(found) else ()

    def _best_whole(self, place: Place) -> bool:
        """Whether a table has a name with this "and" in it."""
        best = self._best(self._parse.text(*place))
        return best is not None and best.kind != "role" and " and " in best.name

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
        if text not in self._looked_up:
            found = lookup(text, self._on)
            self._looked_up[text] = found[0] if found else None
        return self._looked_up[text]

    def _own(self, place: Place) -> tuple[Referent, ...]:
        """By the words of the mention alone."""
        best = self._best(self._parse.text(*place))
        if best is None or (best.kind == "role" and not best.country):
            return ()
        return (self._referent(best, place),)

    def _referent(self, candidate: Candidate, place: Place) -> Referent:
        sector = candidate.sector if candidate.sectors or candidate.sector == "-" else self._sector(place[1])
        name, text = candidate.name, self._parse.text(*place)
        if name.endswith(" Party") and place[0] < place[1] and "party" not in text.lower():
            name = _LEADING.sub("", text)  # "several leading Republicans" are some of them
        return Referent(name, outward_country(candidate.country), sector)

    def _person(self, place: Place) -> Referent:
        """Somebody named: in the tables, or named in full before, or new."""
        text = " ".join(re.sub(r"['’]s?$", "", self._parse.text(*place)).split()) or "?"
        text = _STYLE.sub("", text) or text
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
            country, sector = self._title(place)
            found = Referent(text, country or self._country(place), sector)
        if len(words) > 1:
            self._full[words[-1]] = found
            if found.country in _FAMILY_FIRST:
                self._family.setdefault(words[0], (found, best is not None))
        return found

    def _title(self, place: Place) -> tuple[str, str]:
        """Country ("" where they do not tell) and sector of somebody no table knows, from the title before or
        the apposition after."""
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
        return outward_country(country) if country else "", sector or self._sector(last)

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
        """Where somebody belongs whose words do not say: by the names of countries that the model points at
        (at the words themselves, where they belong to none), and by whom the article is about. The weights are
        from held-out articles."""
        words, scores = self._window(place[1])
        chances = softmax(scores.lands[place[1] - words.start])
        votes: defaultdict[str, float] = defaultdict(float)
        votes[_UNKNOWN] = float(chances[place[1] - words.start])
        known = self._listed | {
            at: found[0].country for at, (found, _) in self._at.items() if len(found) == 1
        }
        known = {at: country for at, country in known.items() if country != _UNKNOWN and at != place[1]}
        for at, country in known.items():
            votes[country] += ABOUT / len(known)
            if at in words:
                votes[country] += float(chances[at - words.start])
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
        plain = _LEADING.sub("", text)
        if len(linked) == 1:
            target = linked[0]
            if _SAME_STATE.search(plain) and target.sector == "GOV":
                return linked
            new = _NEW.match(text) or _PLURAL.search(plain)
            if self._is_person(target) and not new and sector == target.sector:
                return linked
        return (Referent(plain, self._country(place), sector),)

    def _is_person(self, referent: Referent) -> bool:
        return any(referent in found and person for found, person in self._at.values())


def _listed(parse: Parse) -> Iterator[tuple[Place, Candidate]]:
    """Where names of the tables stand in the text."""
    starts = {span.start: word for word, span in enumerate(parse.spans)}
    ends = {span.end: word for word, span in enumerate(parse.spans)}
    for span, candidate in scan(parse.document.text):
        first, last = starts.get(span.start), ends.get(span.end)
        if first is not None and last is not None:
            yield (first, last), candidate


def _names(parse: Parse, listed: Iterable[tuple[Place, Candidate]]) -> list[tuple[int, int, str]]:
    """The names that the model marked; those of the tables stand for what it marked of them: a full name of a
    person, the seat or the body whose last word alone is another ("White House")."""
    known: dict[int, tuple[int, int, str]] = {}
    marked = {last: first for first, last, _ in parse.names}
    for (first, last), candidate in listed:
        if first < last and (candidate.kind == "person" or marked.get(last, first) > first):
            kind = "person" if candidate.kind == "person" else "organisation"
            known |= dict.fromkeys(range(first, last + 1), (first, last, kind))
    kept = [each for each in parse.names if not known.keys() & range(each[0], each[1] + 1)]
    return sorted({*kept, *known.values()})


def pronoun_first(text: str) -> bool:
    return text.lower() in _FIRST
