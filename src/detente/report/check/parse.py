"""Reads a line back: which of its words are the source's and where they stand there, and which are added.

Nothing here composes. A line is taken apart from left to right against the cited sentences; a word that
stands neither there nor in what the Reading resolved is a problem and ends the reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from detente.records import Date, Mention, Span, When

from .ground import Ground, called
from .tokens import Token, tokens, words

_OPENERS = (
    "which who whose where while with as after before including such amid during because although though "
    "when in on at for followed leaving making saying despite since linking but"
)
_CUT_BEFORE = frozenset(_OPENERS.split())
_MARKS = ',;:—–()“”"-'


@dataclass
class Run:
    """Words that stand so in one cited sentence: tokens `first` up to `stop` of `grounds[where]`,
    written at `start` up to `end` (indices) of the line; `pairs` says which word of the line is which."""

    where: int
    first: int
    stop: int
    start: int
    end: int
    pairs: tuple[tuple[int, int], ...]


@dataclass
class Parse:
    """The state of reading one line."""

    text: str
    grounds: Sequence[Ground]
    line: tuple[Token, ...] = ()
    at: int = 0
    runs: list[Run] = field(default_factory=list)
    named: list[tuple[str, ...]] = field(default_factory=list)
    """Who the line itself says spoke, as words."""
    ledger: bool = False
    """Whether the line is an entry of who wants what."""
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = tokens(self.text)

    @property
    def done(self) -> bool:
        return self.at >= len(self.line)

    def peek(self, *wanted: str) -> bool:
        """Whether these words come next."""
        return tuple(token.word for token in self.line[self.at : self.at + len(wanted)]) == wanted

    def take(self, *wanted: str) -> bool:
        if not self.peek(*wanted):
            return False
        self.at += len(wanted)
        return True

    def take_names(self, mentions: Iterable[Mention]) -> Mention | None:
        """Who one of the mentions stands for, written out in full; articles are free."""
        for mention in sorted(mentions, key=lambda each: -len(called(each))):
            expected = called(mention)
            end = self._names_end(self.at, expected)
            if expected and end is not None:
                self.at = end
                return mention
        return None

    def take_words(self, ground: Ground, spans: Iterable[Span]) -> Span | None:
        """The very words of one of the spans, whole."""
        for span in spans:
            if self.take(*words(span.of(ground.text))):
                return span
        return None

    def take_date(self, dates: Iterable[Date]) -> bool:
        """A resolved date written as a value, without brackets."""
        for length in (3, 1, 7, 2, 5):
            piece = self._written(self.at, self.at + length)
            if any(_is_value(piece, date.when) for date in dates):
                self.at += length
                return True
        return False

    def take_quote(self, within: Sequence[tuple[int, Span]] = ()) -> bool:
        """As many of the source's words as come next, cuts marked `…` among them. `within` bounds them to
        spans of cited sentences; empty: all of them."""
        begun = len(self.runs)
        while not self.done:
            run = self._longest(within)
            if run is None:
                break
            if len(self.runs) > begun and not self._may_follow(self.runs[-1], run):
                break
            self.runs.append(run)
            self.at = run.end
            if self.peek("…") and self._cut_well(run):
                self.at += 1
        return len(self.runs) > begun

    def refuse(self) -> None:
        """Says what is wrong with the word that could not be read."""
        if self.done:
            self.problems.append("it breaks off")
            return
        token = self.line[self.at]
        known = {each.word for ground in self.grounds for each in ground.tokens}
        kind = "number" if token.word[0].isdigit() else "name" if token.as_written[0].isupper() else "word"
        if token.word == "[":
            inside = self.text[token.span.start :].partition("]")[0]
            self.problems.append(f"{inside}] is not what the words before it stand for")
        elif token.word in known:
            self.problems.append(f"the {kind} “{token.as_written}” does not stand there in the cited words")
        else:
            self.problems.append(f"the {kind} “{token.as_written}” is not in the cited words")

    def covered(self, where: int) -> set[int]:
        """The tokens of a cited sentence that the line has."""
        return {i for run in self.runs if run.where == where for i in range(run.first, run.stop)}

    def cut(self, where: int) -> set[int]:
        """The tokens of a cited sentence that a marked cut took out between two runs."""
        out: set[int] = set()
        for last, run in pairwise(self.runs):
            if last.where == run.where == where and self.line[run.start - 1].word == "…":
                out.update(range(last.stop, run.first))
        return out

    def _names_end(self, at: int, expected: Sequence[str]) -> int | None:
        for word in expected:
            while at < len(self.line) and self.line[at].word == "the":
                at += 1
            if at >= len(self.line) or self.line[at].word != word:
                return None
            at += 1
        return at

    def _longest(self, within: Sequence[tuple[int, Span]]) -> Run | None:
        best: Run | None = None
        for where, ground in enumerate(self.grounds):
            bounds = [ground.indices(span) for index, span in within if index == where]
            for bound in bounds or ([] if within else [range(len(ground.tokens))]):
                for first in bound:
                    run = self._run(where, first, bound.stop)
                    if run.end > self.at and (best is None or self._better(run, best)):
                        best = run
        return best

    def _better(self, run: Run, best: Run) -> bool:
        """The longer one; of two as long, the one that goes on where the last run stopped."""
        if run.end != best.end:
            return run.end > best.end
        last = self.runs[-1] if self.runs else None
        return last is not None and self._may_follow(last, run) > self._may_follow(last, best)

    def _run(self, where: int, first: int, limit: int) -> Run:
        """As far as the line goes along with the sentence from `first` on."""
        ground = self.grounds[where]
        at, index, pairs = self.at, first, []
        while at < len(self.line):
            if index < limit and self.line[at].word == ground.tokens[index].word:
                pairs.append((at, index))
                at, index = at + 1, index + 1
            elif self.line[at].word == "[" and (step := self._bracket(ground, at, index, index > first)):
                at, index = step
            else:
                break
        return Run(where, first, index, self.at, at, tuple(pairs))

    def _bracket(self, ground: Ground, at: int, index: int, going: bool) -> tuple[int, int] | None:
        """Past a bracket that says what the Reading resolved: positions in the line and in the sentence."""
        close = next((i for i in range(at, len(self.line)) if self.line[i].word == "]"), None)
        if close is None:
            return None
        inside = tuple(token.word for token in self.line[at + 1 : close] if token.word != "the")
        for length, name in ground.pronoun_at(index):
            if inside in (name, (*name, "s")):
                return close + 1, index + length
        if any(name == (*inside, *own) for name, own in ground.names_beginning_at(index)):
            return close + 1, index
        if not going:
            return None
        ends = {index, index - 1} if ground.tokens[index - 1].word == "s" else {index}
        for end in ends:
            if any(name in (inside, (*own, *inside)) for name, own in ground.names_ending_at(end)):
                return close + 1, index
            written = self._written(at + 1, close)
            if any(_is_value(written, date.when) for date in ground.dates_ending_at(end)):
                return close + 1, index
        return None

    def _written(self, start: int, stop: int) -> str:
        piece = self.line[start:stop]
        return self.text[piece[0].span.start : piece[-1].span.end] if piece else ""

    def _may_follow(self, last: Run, run: Run) -> bool:
        """Whether two runs may stand side by side: parted by a marked cut, or as the sentences are."""
        if self.line[run.start - 1].word == "…" and run.start > last.end:
            if run.where == last.where:
                return run.first > last.stop and self._edge(run)
            return True
        whole = last.stop == len(self.grounds[last.where].tokens)
        return run.where != last.where and whole and self._opens(run)

    def _opens(self, run: Run) -> bool:
        """A run that begins its sentence, or after a "However, " at its beginning."""
        ground = self.grounds[run.where]
        before = ground.text[ground.citation.sentence.start : ground.tokens[run.first].span.start]
        return len(words(before)) <= 4 and (not words(before) or before.rstrip().endswith(","))

    def _edge(self, run: Run) -> bool:
        """Whether the words before a run end at a mark."""
        ground = self.grounds[run.where]
        return ground.text[: ground.tokens[run.first].span.start].rstrip()[-1:] in _MARKS

    def _cut_well(self, run: Run) -> bool:
        """Whether what is cut after a run begins at a mark or with a word that opens a phrase."""
        ground = self.grounds[run.where]
        if run.stop >= len(ground.tokens):
            return False
        rest = ground.text[ground.tokens[run.stop - 1].span.end :].lstrip()
        return rest[:1] in _MARKS or ground.tokens[run.stop].word in _CUT_BEFORE


def _is_value(written: str, when: When) -> bool:
    """Whether a written date says exactly the days of a value."""
    if when.start is None or not written:
        return False
    first, _, last = written.partition(" to ")
    try:
        start, end = When.parse(first.strip()), When.parse((last or first).strip())
    except ValueError:
        return False
    return start.start == when.start and end.end == when.end
