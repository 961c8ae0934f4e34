"""What a line that is made of the source's words can still get wrong: lose a "not", an "if", a speaker."""

from collections.abc import Iterator, Sequence

from detente.records import EventReport, Found, Position, Span, Statement, When

from ..lines import Line
from ..wording import SPEECH_CUES, STATUS_TAGS
from . import guards
from .forms import Records
from .ground import Ground, called, same_people
from .parse import Parse
from .tokens import tokens, words

_MARKS = '“”"'
_REACH = 3
"""Words beside a cue or a speaker that belong to it: "was quoted as saying"."""
_GOVERNED_BY = {
    "willing": {"offer"},
    "offered": {"offer"},
    "agreed": {"commitment", "offer"},
    "pledged": {"commitment"},
    "promised": {"commitment"},
    "vowed": {"commitment", "threat", "refusal"},
    "threatened": {"threat"},
    "refused": {"refusal"},
    "declined": {"refusal"},
    "demanded": {"demand"},
    "sought": {"demand"},
    "hoped": {"demand", "prediction"},
}
"""Words right before a content that say what kind of position it is."""


def rests_on_its_records(parse: Parse, records: Records) -> Iterator[str]:
    """The core of each record (trigger, content) is among the words."""
    for index, found in records:
        core = parse.grounds[index].indices(_core(found))
        covered = parse.covered(index)
        if isinstance(found, EventReport):
            held = covered.issuperset(core)
        else:
            held = bool(core) and len(covered.intersection(core)) * 2 >= min(len(core), 12)
        if not held:
            yield f"it does not hold the words of its {_called(found)}"


def keeps_the_status(parse: Parse, records: Records) -> Iterator[str]:
    """No "not" or "may" that reaches the words is lost, and a status other than actual shows."""
    for where, ground in enumerate(parse.grounds):
        covered = parse.covered(where)
        lost = guards.near(ground, covered) | parse.cut(where)
        if parse.ledger:
            lost -= {i for index, each in records if index == where for i in _expressed(ground, each)}
        patterns = [guards.NEGATION, guards.HEDGE] + [guards.INTENT] * (not parse.ledger)
        for pattern in patterns:
            for word in guards.among(pattern, ground, lost):
                yield f"it loses “{word}”"
    for index, found in records:
        if isinstance(found, EventReport) and not _status_shows(parse, index, found):
            yield f"the status {found.status} does not show"


def says_what_kind(parse: Parse, records: Records) -> Iterator[str]:
    """The verb of an entry is no other than that of the source: who "agreed to" talk does not demand it."""
    for index, found in records:
        if not (parse.ledger and isinstance(found, Position)):
            continue
        ground = parse.grounds[index]
        start = ground.indices(found.content).start
        for token in ground.tokens[max(0, start - 2) : start]:
            if found.kind not in _GOVERNED_BY.get(token.word, {found.kind}):
                yield f"“{token.as_written}” makes it no {found.kind}"


def keeps_the_conditions(parse: Parse, records: Records) -> Iterator[str]:
    """An "if" anywhere in the sentence stays; a position keeps its condition and its exchange."""
    for where, ground in enumerate(parse.grounds):
        covered = parse.covered(where)
        if not covered:
            continue
        lost = set(range(len(ground.tokens))) - covered
        for word in guards.among(guards.CONDITION, ground, lost):
            yield f"it loses “{word}”"
        if any(ground.tokens[i].word == "only" and i + 1 in covered for i in lost):
            yield "it loses “only”"
    if not parse.ledger:
        return
    for index, found in records:
        if isinstance(found, Position):
            for name in ("condition", "exchange"):
                span: Span | None = getattr(found, name)
                if span and not parse.covered(index).issuperset(parse.grounds[index].indices(span)):
                    yield f"it loses the {name} of the {found.kind}"


def names_who_said_it(parse: Parse, records: Records) -> Iterator[str]:
    """What stands on somebody's word is told with that word."""
    for index, found in records:
        ground = parse.grounds[index]
        if isinstance(found, EventReport):
            for span in found.says:
                if not (_has(parse, index, span) or words(span.of(ground.text)) in parse.named):
                    yield f"it does not say on whose word: {span.of(ground.text)}"
        for statement in _speeches(ground, found):
            if not _speaker_named(parse, index, statement, found):
                yield "it tells as fact what somebody said"
            for span in statement.via:
                if not (_has(parse, index, span) or words(span.of(ground.text)) in parse.named):
                    yield f"it does not say who passed it on: {span.of(ground.text)}"
    for where, ground in enumerate(parse.grounds):
        covered = parse.covered(where)
        if covered:
            lost = set(range(len(ground.tokens))) - covered - _accounted(parse, where, records)
            yield from (f"it loses “{word}”" for word in guards.among(guards.ATTRIBUTION, ground, lost))


def quotes_what_is_quoted(parse: Parse) -> Iterator[str]:
    """Words between double marks stand between marks in the source."""
    open_at = -1
    for position, sign in enumerate(parse.text):
        if sign == "“" or (sign == '"' and open_at < 0):
            open_at = position
        elif sign in '”"' and open_at >= 0:
            if not _is_quotation(list(_between(parse, open_at, position))):
                yield "it puts in quotation marks what the source does not quote"
            open_at = -1


def holds_the_facts(line: Line, cited: Sequence[Ground]) -> Iterator[str]:
    """Every name, number, date and status word of a line that another document carries is here too."""
    known = {token.word for ground in cited for token in ground.tokens}
    for ground in cited:
        known.update(word for mention in ground.mentions for word in called(mention))
        known.update(word for date in ground.dates for word in _written(date.when))
    for at, token in enumerate(tokens(line.text)):
        named = token.word[0].isdigit() or (at > 0 and token.as_written[0].isupper())
        if (named or guards.is_guard(token.word)) and token.word not in known:
            yield f"a source does not hold “{token.as_written}”"


def _written(when: When) -> set[str]:
    """The numbers by which a date value can be written."""
    days = [day.isoformat() for day in (when.start, when.end) if day]
    return {part for day in days for part in day.split("-")}


def _core(found: Found) -> Span:
    return found.trigger if isinstance(found, EventReport) else found.content


def _called(found: Found) -> str:
    match found:
        case EventReport():
            return "event"
        case Statement():
            return "statement"
        case Position():
            return "position"


def _expressed(ground: Ground, found: Found) -> set[int]:
    """Guard words that a ledger line says in another way: the "not" of a refusal is in its verb."""
    if not (isinstance(found, Position) and found.kind == "refusal"):
        return set()
    everywhere = range(len(ground.tokens))
    return {i for i in everywhere if guards.NEGATION.fullmatch(ground.tokens[i].word)}


def _status_shows(parse: Parse, index: int, event: EventReport) -> bool:
    tag = STATUS_TAGS.get(event.status, "")
    if tag and parse.text.rstrip(".").endswith(f"({tag})"):
        return True
    ground = parse.grounds[index]
    return guards.shows(event.status, " ".join(ground.tokens[i].word for i in sorted(parse.covered(index))))


def _has(parse: Parse, index: int, span: Span) -> bool:
    return parse.covered(index).issuperset(parse.grounds[index].indices(span))


def _speeches(ground: Ground, found: Found) -> Iterator[Statement]:
    """The statements that a record is part of."""
    for statement in ground.statements:
        if statement == found or statement.content.contains(_core(found)):
            yield statement


def _speaker_named(
    parse: Parse, index: int, statement: Statement, found: EventReport | Statement | Position
) -> bool:
    if isinstance(found, Position) and same_people(found.holder, statement.speaker):
        return True
    speaker = statement.speaker
    ground = parse.grounds[index]
    here = speaker.span and ground.citation.sentence.contains(speaker.span)
    if speaker.span and here and _has(parse, index, speaker.span):
        return True
    name = called(speaker) or (words(speaker.span.of(ground.text)) if speaker.span else ())
    return bool(name) and name in parse.named


def _accounted(parse: Parse, where: int, records: Records) -> set[int]:
    """The tokens about a speaker whom the line names, or who is the holder that it lists."""
    ground = parse.grounds[where]
    own = [found for index, found in records if index == where]
    spans: list[Span | None] = []
    for found in own:
        if isinstance(found, EventReport):
            spans += [span for span in found.says if words(span.of(ground.text)) in parse.named]
    for statement in ground.statements:
        if any(_speaker_named(parse, where, statement, found) for found in own):
            spans += [statement.speaker.span, *statement.via]
            spans += [statement.cue] if _cue_is_its_own(ground, statement) else []
    out: set[int] = set()
    for span in spans:
        if span and (covered := ground.indices(span)):
            out.update(range(covered.start - _REACH, covered.stop + _REACH))
    return out


def _cue_is_its_own(ground: Ground, statement: Statement) -> bool:
    """An "according to" names whoever follows it: it is not that of a speaker in another sentence."""
    speaker = statement.speaker.span
    if speaker and ground.citation.sentence.contains(speaker):
        return True
    return statement.cue is not None and statement.cue.of(ground.text).casefold() in SPEECH_CUES


def _between(parse: Parse, start: int, end: int) -> Iterator[tuple[Ground, Span]]:
    """Where in the sources the words stand that are between two places of the line's text."""
    for run in parse.runs:
        ground = parse.grounds[run.where]
        for at, index in run.pairs:
            if start < parse.line[at].span.start < end:
                yield ground, ground.tokens[index].span


def _is_quotation(between: Sequence[tuple[Ground, Span]]) -> bool:
    """Whether these words begin and end at quotation marks, or all lie between some in their paragraph."""
    if not between:
        return True
    (first, start), (last, end) = between[0], between[-1]
    before = first.text[: start.start].rstrip("[(‘’'")[-1:]
    after = last.text[end.end :].lstrip("])’‘'.,!?…;:")[:1]
    if before in _MARKS and after in _MARKS and before and after:
        return True
    return all(_is_quoted(ground, span.start) for ground, span in between)


def _is_quoted(ground: Ground, at: int) -> bool:
    """Whether a place lies between quotation marks, as far as its paragraph shows."""
    paragraph = ground.text[ground.text.rfind("\n", 0, at) + 1 : at]
    curly = max(paragraph.rfind("“"), paragraph.rfind("”"))
    if curly >= 0:
        return paragraph[curly] == "“"
    return paragraph.count('"') % 2 == 1
