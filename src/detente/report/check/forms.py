"""The forms a line may take, each word in its place: who is named where, what verb and what tag stand there.

A form is a list of small readers; each moves the parse on or leaves it where it was.
"""

from collections.abc import Sequence

from detente.records import Date, EventReport, Found, Position, Span, Statement

from ..wording import POSITION_VERBS, SPEECH_CUES, STATUS_TAGS
from .ground import Ground, called
from .parse import Parse
from .tokens import words

Records = Sequence[tuple[int, Found]]
"""The records of a line, each with the index of the cited sentence that holds it."""


def read(parse: Parse, records: Records) -> None:
    """Reads the whole line; what does not fit any form is left as a problem."""
    _calendar(parse, records)
    if not (_ledger(parse, records) or _speaker_first(parse, records) or parse.take_quote()):
        parse.refuse()
        return
    while not parse.done:
        if not _tail(parse, records):
            parse.refuse()
            return


def _calendar(parse: Parse, records: Records) -> None:
    """`2019-12-31 — `, a date of the record or, for a line without one, of the sentence."""
    start = parse.at
    dates: list[Date] = []
    for _, found in records:
        dates += _dates(found)
    dates = [date for date in dates if any(date in ground.dates for ground in parse.grounds)]
    if not records:
        dates = [date for ground in parse.grounds for date in ground.dates]
    if not (parse.take_date(dates) and parse.take("—")):
        parse.at = start


def _dates(found: Found) -> tuple[Date, ...]:
    if isinstance(found, EventReport):
        return found.time
    return (found.due,) if isinstance(found, Position) and found.due else ()


def _ledger(parse: Parse, records: Records) -> bool:
    return any(isinstance(found, Position) and _position(parse, index, found) for index, found in records)


def _position(parse: Parse, index: int, position: Position) -> bool:
    start = parse.at
    if not parse.take_names([position.holder]):
        return False
    verbs = {word for forms in POSITION_VERBS.values() for form in forms for word in form.split()[:1]}
    if parse.done or parse.line[parse.at].word not in verbs:
        parse.at = start
        return False
    parse.ledger = True
    if not _verb(parse, position):
        said = parse.line[parse.at].as_written
        parse.problems.append(f"“{said}” is not what a {position.kind} is called")
        return True
    if not parse.take_quote([(index, position.content)]):
        parse.refuse()
        return True
    _terms(parse, index, position)
    return True


def _verb(parse: Parse, position: Position) -> bool:
    for written in POSITION_VERBS[position.kind]:
        verb = words(written)
        for form in ((*verb, ":"), (*verb, "to"), verb if verb[-1] == "to" else ()):
            if form and parse.take(*form):
                return True
    return False


def _terms(parse: Parse, index: int, position: Position) -> None:
    """What follows the content: to whom, in return for what, on what condition, due when."""
    if parse.peek("—", "to") and position.to:
        parse.at += 2
        if not parse.take_names([position.to]):
            parse.refuse()
    if parse.peek("in", "return", "for") and position.exchange:
        parse.at += 3
        if not parse.take_quote([(index, position.exchange)]):
            parse.refuse()
    if position.condition:
        condition = _with_only(parse.grounds[index], position.condition)
        if not parse.take_quote([(index, condition)]) and parse.take("if"):
            parse.take_quote([(index, condition)])
    if parse.peek("due") and position.due:
        parse.at += 1
        if not parse.take_quote([(index, position.due.span)]):
            parse.refuse()


def _with_only(ground: Ground, condition: Span) -> Span:
    """The condition with the "only" that stands before its "if"."""
    start = ground.indices(condition).start
    before = ground.tokens[start - 1] if start else None
    return Span(before.span.start, condition.end) if before and before.word == "only" else condition


def _speaker_first(parse: Parse, records: Records) -> bool:
    """`Choe Son Hui said, via state media: “…”`"""
    return any(isinstance(found, Statement) and _speech(parse, index, found) for index, found in records)


def _speech(parse: Parse, index: int, statement: Statement) -> bool:
    start, ground = parse.at, parse.grounds[index]
    if not (parse.take_names([statement.speaker]) or _spoken_words(parse, ground, statement)):
        return False
    name = tuple(token.word for token in parse.line[start : parse.at])
    cue = words(statement.cue.of(ground.text)) if statement.cue else ()
    if len(cue) == 1 and cue[0] in SPEECH_CUES and parse.take(*cue) and statement.to:
        parse.take_names([statement.to])
    if parse.take("via"):
        while (via := parse.take_words(ground, statement.via)) or parse.take("and"):
            parse.named += [words(via.of(ground.text))] if via else []
    if not (parse.take(":") and parse.take_quote([(index, statement.content)])):
        parse.at = start
        return False
    parse.named.append(tuple(word for word in name if word != "the"))
    return True


def _spoken_words(parse: Parse, ground: Ground, statement: Statement) -> bool:
    span = statement.speaker.span
    return bool(span and not statement.speaker.referents and parse.take_words(ground, [span]))


def _tail(parse: Parse, records: Records) -> bool:
    """One thing after the clause: on whose word, when, or the status."""
    return _attribution(parse, records) or _bracketed(parse, records)


def _attribution(parse: Parse, records: Records) -> bool:
    start = parse.at
    for index in {index for index, _ in records}:
        ground = parse.grounds[index]
        says = [span for _, found in records if isinstance(found, EventReport) for span in found.says]
        for span in says:
            if parse.take(*words(span.of(ground.text))):
                parse.named.append(words(span.of(ground.text)))
                return True
        if parse.take("according", "to") or (parse.named and parse.take("via")):
            for statement in ground.statements:
                if speaker := parse.take_names([statement.speaker]):
                    parse.named.append(called(speaker))
                    return True
            spoken = [statement.speaker.span for statement in ground.statements if statement.speaker.span]
            via = [span for statement in ground.statements for span in statement.via]
            if who := parse.take_words(ground, [*via, *spoken]):
                parse.named.append(words(who.of(ground.text)))
                while parse.take("and") and (more := parse.take_words(ground, via)):
                    parse.named.append(words(more.of(ground.text)))
                return True
        parse.at = start
    return False


def _bracketed(parse: Parse, records: Records) -> bool:
    start = parse.at
    if not parse.take("("):
        return False
    events = [(index, found) for index, found in records if isinstance(found, EventReport)]
    for index, event in events:
        tag = STATUS_TAGS.get(event.status, "")
        if tag and parse.take(*words(tag), ")"):
            return True
        if parse.take_quote([(index, date.span) for date in event.time]) and parse.take(")"):
            return True
        if parse.take("on", "the", "word", "of", ":"):
            at, text = parse.at, parse.grounds[index].text
            for span in event.says:
                if parse.take_quote([(index, span)]) and parse.take(")"):
                    parse.named.append(words(span.of(text)))
                    return True
                parse.at = at
    parse.at = start
    return False
