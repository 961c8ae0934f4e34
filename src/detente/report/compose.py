"""Found records as lines: the source's own clause, with who says so and the status in its wording.

Each composer offers its lines in order of preference, from the shortest to the whole sentence; the first
that passes the check is printed. The forms a line can take:

    CLAUSE [(WHEN)] [, according to WHO] [(STATUS)].
    SPEAKER [CUE] [TO] [, via WHO]: “CONTENT”
    HOLDER VERB[:] CONTENT [— to WHO] [, in return for X] [, if Y] [, due Z] [, according to WHO [, via WHO]].

each with `DATE — ` before it where the section is a calendar. A clause may begin with the sentence before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.records import Date, EventReport, Mention, Position, Span, Statement, When

from .lines import Citation, Line
from .page import Page, names_of
from .quote import closed, date_glosses, paired, quoted, shown
from .shorten import COMFORT, LIMIT, is_clause, stands, ways, without_connective
from .wording import POSITION_VERBS, SPEECH_CUES, STATUS_TAGS, are_many, names, with_article

_CONDITION_STARTS = ("if", "only", "unless", "until", "provided", "but", "when", "once", "as", "should", "on")
_INFINITIVE = re.compile(r"\b(?:to|(?:will|would|do|does|did)(?: not|n[’']t)?|won[’']t)\s+$")
_ONLY = re.compile(r"\bonly\s+$")
_LOOSE_END = re.compile(
    r"(?:\s+(?:in|on|at|by|to|of|for|with|from|about|and|or|but|the|a|an|its|their|his|her|late|early))+\s*$"
)
_SPEECH_MARKS = '“”"'


def event_lines(page: Page, event: EventReport, section: str) -> Iterator[Line]:
    speech = page.speech_around(event.trigger)
    if speech and not _speaks_in_sentence(speech):
        for line in statement_lines(page, speech, section):
            yield replace(line, records=(event.id, *line.records))
        return
    draft = Line("", "event", section, (), (event.id,))
    keep = tuple(
        each
        for each in (event.trigger, *(date.span for date in event.time), *event.quantity)
        if event.sentence.contains(each)
    )
    for stretch in _stretches(page.text, event.sentence, event.evidence.spans, event.trigger):
        for line, pieces in _clauses(page, draft, stretch, event.sentence, keep):
            said = replace(line, text=line.text + _when(page, event, pieces) + _says(page, event, pieces))
            yield _ended(said)
            if tag := STATUS_TAGS.get(event.status):
                yield _ended(replace(said, text=f"{_open_end(said.text)} ({tag})"))


def statement_lines(page: Page, statement: Statement, section: str) -> Iterator[Line]:
    draft = Line("", "statement", section, (), (statement.id,))
    if _speaks_in_sentence(statement):
        parts = [statement.content, statement.speaker.span, statement.cue, *statement.via]
        keep = tuple(part for part in parts if part and statement.sentence.contains(part))
        hull = Span(min(part.start for part in keep), max(part.end for part in keep))
        for stretch in dict.fromkeys((statement.sentence, closed(page.text, hull))):
            yield from (_ended(line) for line, _ in _clauses(page, draft, stretch, statement.sentence, keep))
    yield from _speaker_first(page, statement, draft)


def position_lines(page: Page, position: Position, section: str) -> Iterator[Line]:
    draft = Line("", "position", section, (), (position.id,))
    speech = page.speech_around(position.content)
    holder = names_of(position.holder)
    terse = len(position.content.of(page.text).split()) < 2
    if holder and section != "watch" and not terse:  # a calendar quotes; what is wanted is listed once
        line = _ledger(page, position, speech, holder, draft)
        if len(line.text) <= LIMIT:
            yield line
    if speech and not _speaks_in_sentence(speech):
        for line in statement_lines(page, speech, section):
            yield replace(line, records=(position.id, *line.records))
        return
    told = replace(draft, kind="event")
    for line, _ in _clauses(page, told, position.sentence, position.sentence, (position.content,)):
        yield _ended(line)


def date_lines(page: Page, date: Date, sentence: Span, section: str) -> Iterator[Line]:
    """A sentence for the sake of a date in it."""
    draft = Line("", "date", section, (), ())
    for line, _ in _clauses(page, draft, sentence, sentence, (date.span,)):
        yield dated(_ended(line), date.when)


def dated(line: Line, when: When) -> Line:
    """The line as an entry of a calendar."""
    return replace(line, text=f"{shown(when)} — {line.text}") if shown(when) else line


def _speaks_in_sentence(statement: Statement) -> bool:
    return statement.speaker.span is not None and statement.sentence.contains(statement.speaker.span)


def _stretches(text: str, sentence: Span, clause: Sequence[Span], core: Span) -> Iterator[Span]:
    """Of a long sentence the clause that the reader cut out, if it can stand alone; the sentence."""
    if clause and sentence.end - sentence.start > COMFORT:
        hull = Span(min(span.start for span in clause), max(span.end for span in clause))
        inside = sentence.contains(hull) and hull != sentence
        if inside and hull.contains(core) and stands(text, sentence, hull):
            yield hull
    yield sentence


def _clauses(
    page: Page, draft: Line, stretch: Span, sentence: Span, keep: tuple[Span, ...]
) -> Iterator[tuple[Line, tuple[Span, ...]]]:
    """The stretch in the source's words, without an end yet, and the pieces it is made of."""
    stretch = closed(page.text, stretch)
    inside = tuple(span for span in keep if stretch.contains(span))
    start = stretch.start == sentence.start
    earlier = page.before(sentence) if start and page.leans(without_connective(page.text, stretch)) else None
    for pieces in ways(page.text, stretch, inside):
        words = quoted(page.text, pieces, page.glosses(stretch))
        if pieces[-1].end < stretch.end:
            words = f"{words} …"
        words = paired(page.text, stretch.start, words)
        citations: tuple[Citation, ...] = (Citation(page.document.id, sentence, pieces),)
        if earlier:
            lead = without_connective(page.text, earlier)
            if page.leans(lead) or lead.end - lead.start + stretch.end - stretch.start > LIMIT:
                return
            before = _capital(quoted(page.text, (lead,), page.glosses(lead)))
            words = f"{before} {_capital(words)}"
            citations = (Citation(page.document.id, earlier, (lead,)), *citations)
        yield replace(draft, text=_capital(words), citations=citations), pieces


def _when(page: Page, event: EventReport, pieces: Sequence[Span]) -> str:
    """The dates of the act that its clause does not hold."""
    missing = [date for date in event.time if not _covered(date.span, pieces)]
    return "".join(
        f" ({quoted(page.text, (date.span,), date_glosses(page.text, (date,)))})"
        for date in missing
        if event.sentence.contains(date.span)
    )


def _says(page: Page, event: EventReport, pieces: Sequence[Span]) -> str:
    """On whose word, where the clause does not hold it."""
    out = ""
    for span in event.says:
        if _covered(span, pieces):
            continue
        words = quoted(page.text, (span,), page.glosses(span))
        first, _, rest = words.partition(" ")
        if first.casefold() == "according":
            out += f", {first.casefold()} {rest}"
        else:
            out += f" (on the word of: {words})"
    return out


def _covered(span: Span, pieces: Sequence[Span]) -> bool:
    return any(piece.contains(span) for piece in pieces)


def _speaker_first(page: Page, statement: Statement, draft: Line) -> Iterator[Line]:
    """For words whose speaker stands in another sentence, or too far away."""
    speaker = _who(page, statement.speaker)
    if not speaker:
        return
    head = _capital(speaker)
    cue = statement.cue.of(page.text) if statement.cue else ""
    if cue.casefold() in SPEECH_CUES:
        head = f"{head} {cue}"
        if statement.to and cue.casefold() in {"told", "tells"}:
            head = f"{head} {_who(page, statement.to)}"
    if statement.via:
        head = f"{head}, via {names(tuple(_words(page, span) for span in statement.via))}"
    content = _inside_marks(page.text, statement.content)
    if not is_clause(page.text, statement.sentence, content):
        return
    for pieces in ways(page.text, content, ()):
        words = quoted(page.text, pieces, page.glosses(content))
        if pieces[-1].end < content.end:
            words = f"{words} …"
        cited = Citation(page.document.id, statement.sentence, pieces)
        if statement.kind == "direct":
            yield _ended(replace(draft, text=f"{head}: “{_plain_marks(words)}”", citations=(cited,)))
        yield _ended(replace(draft, text=f"{head}: {words}", citations=(cited,)))


def _ledger(
    page: Page, position: Position, speech: Statement | None, holder: tuple[str, ...], draft: Line
) -> Line:
    content = _wanted(page, position)
    verb = POSITION_VERBS[position.kind][are_many(holder) or _is_plural(page, position.holder)]
    if _INFINITIVE.search(page.text, position.sentence.start, content.start):
        verb = f"{verb.removesuffix(' to')} to"
    else:
        verb = f"{verb}:"
    said, used = _terms(page, position, content)
    whose = _on_whose_word(page, speech, holder)
    text = f"{names(holder)} {verb} {_phrase(page, content)}{said}{whose}"
    cited = Citation(page.document.id, position.sentence, tuple(sorted([content, *used])))
    return _ended(replace(draft, text=text, citations=(cited,)))


def _wanted(page: Page, position: Position) -> Span:
    """What is wanted, without the "to" before it and without the beginning of the time it is due."""
    start, end = closed(page.text, position.content)
    if page.text.startswith("to ", start):
        start += 3
    if position.due and start < position.due.span.start < end < position.due.span.end:
        end = position.due.span.start
    if loose := _LOOSE_END.search(page.text, start, end):
        end = loose.start()
    return Span(start, end)


def _terms(page: Page, position: Position, content: Span) -> tuple[str, list[Span]]:
    """What follows the content (to whom, in return for what, if what, due when), and the words for it."""
    text, said, used = page.text, "", []
    if position.to and position.to.referents:
        said += f" — to {names(tuple(with_article(name) for name in names_of(position.to)))}"
    if position.exchange and not content.contains(position.exchange):
        said += f", in return for {_phrase(page, position.exchange)}"
        used.append(position.exchange)
    if position.condition and not content.contains(position.condition):
        only = _ONLY.search(text, position.sentence.start, position.condition.start)
        clause = Span(only.start() if only else position.condition.start, position.condition.end)
        first, _, rest = _phrase(page, closed(text, clause)).partition(" ")
        opens = first.casefold() in _CONDITION_STARTS
        said += f", {first.casefold()} {rest}" if opens else f", if {first} {rest}"
        used.append(clause)
    if position.due and not _covered(position.due.span, [content, *used]):
        said += f", due {quoted(text, (position.due.span,), date_glosses(text, (position.due,)))}"
        used.append(position.due.span)
    return said, used


def _is_plural(page: Page, mention: Mention) -> bool:
    """A nominal in the plural: "analysts", whatever the name is that it stands for."""
    words = mention.span.of(page.text) if mention.span else ""
    return words[:1].islower() and words.endswith("s")


def _on_whose_word(page: Page, speech: Statement | None, holder: tuple[str, ...]) -> str:
    if not speech:
        return ""
    via = names(tuple(_words(page, span) for span in speech.via))
    if names_of(speech.speaker) == holder:
        return f", according to {via}" if via else ""
    said = f", according to {with_article(_who(page, speech.speaker))}"
    return f"{said}, via {via}" if via else said


def _who(page: Page, mention: Mention) -> str:
    """The full name; the words of the text where the Reading knows no name."""
    if mention.referents:
        return names(names_of(mention))
    return _words(page, mention.span) if mention.span else ""


def _words(page: Page, span: Span) -> str:
    return " ".join(span.of(page.text).split())


def _phrase(page: Page, span: Span) -> str:
    return _open_end(quoted(page.text, (span,), page.glosses(span)))


def _inside_marks(text: str, span: Span) -> Span:
    """The span without quotation marks at its ends."""
    start, end = span
    while start < end and text[start] in _SPEECH_MARKS:
        start += 1
    while start < end and text[end - 1] in _SPEECH_MARKS:
        end -= 1
    return Span(start, end)


def _plain_marks(words: str) -> str:
    """A quotation within a quotation takes the single marks."""
    return words.replace("“", "‘").replace("”", "’")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _open_end(words: str) -> str:
    return words.rstrip().rstrip(",;:").removesuffix(".") if not words.endswith("U.S.") else words


def _ended(line: Line) -> Line:
    words = line.text.rstrip().rstrip(",;:—–-").rstrip()
    if words.endswith((".", "!", "?", "…")):
        return replace(line, text=words)
    if words.endswith(("”", '"')):
        inner = words[:-1].rstrip(",;")
        full = inner.endswith((".", "!", "?", "…"))
        return replace(line, text=f"{inner}{words[-1]}" if full else f"{inner}.{words[-1]}")
    return replace(line, text=f"{words}.")
