"""What a line may rest on: the cited sentences, and what the Reading resolved in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.records import Date, Document, EventReport, Found, Mention, Position, Reading, Span, Statement

from ..lines import Citation, Line
from .tokens import Token, tokens, words

_WRITTEN = (
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "we us our ours i me my mine you your this that these those who"
)
_PRONOUNS = frozenset(_WRITTEN.split())


@dataclass(frozen=True)
class Ground:
    """One cited sentence. Positions in it are indices into `tokens`."""

    document: Document
    reading: Reading
    citation: Citation

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text, self.citation.sentence)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        return tuple(each for each in self.reading.found() if each.sentence == self.citation.sentence)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement whose content reaches into the sentence, wherever it was found."""
        sentence = self.citation.sentence
        return tuple(each for each in self.reading.statements if each.content.overlaps(sentence))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        everybody = [*self.reading.mentions]
        for each in self.found:
            everybody += people(each)
        return tuple(mention for mention in everybody if mention.span and self._holds(mention.span))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        own = [*self.reading.dates]
        for each in self.found:
            own += days(each)
        return tuple(date for date in own if self._holds(date.span))

    def indices(self, span: Span) -> range:
        """The tokens that lie in the span."""
        inside = [i for i, token in enumerate(self.tokens) if span.contains(token.span)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def pronoun_at(self, index: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """For each resolved pronoun that begins here: how many tokens it has, and the words it may become."""
        for mention in self.mentions:
            covered = self.indices(mention.span or Span(0, 0))
            if covered.start != index or not covered or not mention.referents:
                continue
            written = [self.tokens[i].word for i in covered]
            if mention.kind == "pronoun" or _PRONOUNS.issuperset(written):
                yield len(covered), called(mention)

    def names_beginning_at(self, index: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each mention that begins here: who it is, and the words it is written with."""
        for mention in self.mentions:
            covered = self.indices(mention.span or Span(0, 0))
            if covered and covered.start == index and mention.referents:
                yield called(mention), tuple(self.tokens[i].word for i in covered)

    def names_ending_at(self, index: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each mention that ends before here: who it is, and the words it is written with."""
        for mention in self.mentions:
            covered = self.indices(mention.span or Span(0, 0))
            if covered and covered.stop == index and mention.referents:
                yield called(mention), tuple(self.tokens[i].word for i in covered)

    def dates_ending_at(self, index: int) -> Iterator[Date]:
        for date in self.dates:
            covered = self.indices(date.span)
            if covered and covered.stop == index:
                yield date

    def _holds(self, span: Span) -> bool:
        return self.citation.sentence.contains(span)


def grounds(
    line: Line, given: Mapping[str, tuple[Document, Reading]]
) -> tuple[tuple[Ground, ...], list[str]]:
    """The cited sentences of a line, and what is wrong with the citations themselves."""
    out: list[Ground] = []
    problems = [] if line.citations else ["it cites nothing"]
    for citation in line.citations:
        if citation.document not in given:
            problems.append("it cites a document that is not there")
            continue
        document, reading = given[citation.document]
        known = citation.sentence in reading.sentences or any(
            each.sentence == citation.sentence for each in reading.found()
        )
        if not known or not citation.sentence.of(document.text).strip():
            problems.append("it cites what is no sentence of the document")
        elif not all(citation.sentence.contains(span) for span in citation.spans):
            problems.append("it cites words outside the cited sentence")
        else:
            out.append(Ground(document, reading, citation))
    return tuple(out), problems


def people(found: Found) -> list[Mention]:
    match found:
        case EventReport():
            return [*found.source, *found.recipient]
        case Statement():
            return [found.speaker, *([found.to] if found.to else [])]
        case Position():
            return [found.holder, *([found.to] if found.to else [])]


def days(found: Found) -> list[Date]:
    match found:
        case EventReport():
            return [*found.time]
        case Position():
            return [found.due] if found.due else []
        case Statement():
            return []


def called(mention: Mention) -> tuple[str, ...]:
    """Who a mention is, as words: the names in their order, `and` before the last, without articles."""
    each = list(dict.fromkeys(referent.name for referent in mention.referents))
    joined = f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)
    return tuple(word for word in words(joined) if word != "the")


def same_people(one: Mention, other: Mention) -> bool:
    return bool(one.referents) and {each.name for each in one.referents} == {
        each.name for each in other.referents
    }


def records_of(line: Line, cited: Iterable[Ground]) -> tuple[dict[str, tuple[Ground, Found]], list[str]]:
    """The records the line rests on, each with the cited sentence that holds it."""
    at: dict[str, tuple[Ground, Found]] = {}
    for ground in cited:
        for each in ground.found:
            at.setdefault(each.id, (ground, each))
    missing = [each for each in line.records if each not in at]
    out = {each: at[each] for each in line.records if each in at}
    return out, ["it rests on a record that its citations do not hold"] * bool(missing)
