"""The ledger: what each side wants, followed through time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from detente.codebook import WORDINGS
from detente.records import Change, Document, LedgerItem, Reading, Referent, Ruling, Span, Stated

from .settling import Settlers
from .things import Thing, telling, things
from .threads import opposed, threads, voices
from .wording import overlap

_NEXT_DAY = 1
_SAME_TERMS = 0.3
"""Overlap of two exchanges, or conditions, from which they are one."""
_FROM = re.compile(r"\b(?:from|since|starting|beginning|after|as early as)(?: on)?(?: the)? $", re.IGNORECASE)
_IF = re.compile(r"(?:only )?(?:if|provided|once|when|should|as soon as|as long as|after)\b", re.IGNORECASE)
_STANDING = ("open", "repeated", "changed")
Item = tuple[Document, Reading]


def ledger(
    items: Iterable[Item], as_of: date | None = None, rulings: Sequence[Ruling] = ()
) -> list[LedgerItem]:
    """All positions of the readings as ledger items, by the day they were stated first. Their order does not
    matter, and a document counts once.

    `as_of` is the day asked: only what was published by then counts, and what was due before is lapsed. None: the
    day of the newest document. A document without a day counts: since when it is there is the record's to know.
    """
    known = _known(items, as_of)
    asked = as_of or max((document.published for document, _ in known if document.published), default=None)
    settlers, found = Settlers(), []
    for document, reading in known:
        settlers.add(document, reading)
        found += things(document, reading)
    return [_item(thread, settlers, asked) for thread in threads(found, rulings)]


def _known(items: Iterable[Item], as_of: date | None) -> list[Item]:
    """Each document once, in the order of their ids."""
    by_id = {document.id: (document, reading) for document, reading in items}
    return [
        by_id[key] for key in sorted(by_id) if as_of is None or (by_id[key][0].published or as_of) <= as_of
    ]


def _item(thread: Sequence[Thing], settlers: Settlers, asked: date | None) -> LedgerItem:
    stated = tuple(_stated(thing) for thing in thread)
    changes = tuple(_history(thread, settlers.changes(thread), asked))
    return LedgerItem(
        holder=_once(who for thing in thread for who in thing.position.holder.referents),
        to=_once(who for thing in thread if thing.position.to for who in thing.position.to.referents),
        kind=thread[-1].position.kind,
        stated=stated,
        changes=changes,
    )


def _once(referents: Iterable[Referent]) -> tuple[Referent, ...]:
    return tuple(dict.fromkeys(referents))


def _stated(thing: Thing) -> Stated:
    text, position = thing.document.text, thing.position
    return Stated(
        position,
        thing.document.doc,
        thing.day,
        position.content.of(text),
        _words(position.exchange, text),
        _words(position.condition, text),
        _words(position.due.span if position.due else None, text),
    )


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""


def _history(thread: Sequence[Thing], settled: Sequence[Change], asked: date | None) -> Iterator[Change]:
    """The states one after the other, each with what shows it."""
    first = thread[0]
    yield (last := _change("open", first, "stated"))
    restated = {thing.key for thing in thread}
    rest = sorted([*_restated(thread), *settled], key=_order)
    for change in rest:
        if change.state == "repeated" and last.state in ("repeated", "changed"):
            continue
        if change.state == last.state != "changed":
            continue
        if change.state not in _STANDING and last.state not in _STANDING and change.report not in restated:
            continue  # what is settled is settled, until it is stated again
        yield (last := change)
    if lapse := _lapsed(thread, last, asked):
        yield lapse


def _order(change: Change) -> tuple[date, bool, str, str, str]:
    """What is stated on a day comes before what settles it."""
    settles = change.state not in _STANDING
    return (change.day or date.min, settles, change.document, change.report, change.reason)


def _restated(thread: Sequence[Thing]) -> Iterator[Change]:
    for at, thing in enumerate(thread):
        earlier = [each for each in thread[:at] if _before(each, thing)]
        if not earlier or _sentence(thing) in {_sentence(each) for each in earlier}:
            continue
        if opposed(earlier[-1], thing) and thing.position.kind == "refusal":
            kind = earlier[-1].position.kind
            yield _change("contradicted", thing, f"refuses what was its {kind}")
        elif moved := _moved(earlier[-1], earlier, thing):
            yield _change("changed", thing, moved)
        else:
            yield _change("repeated", thing, "stated again")


def _before(one: Thing, other: Thing) -> bool:
    """On an earlier occasion: a text that tells it twice, once with its day, tells of one, and so do the papers of
    two days that do not say when."""
    if one.day is None or other.day is None:
        return False
    if one.document.id == other.document.id and not other.dated:
        return False
    return (other.day - one.day).days > (0 if one.dated and other.dated else _NEXT_DAY)


def _sentence(thing: Thing) -> str:
    """A copy of a report says nothing again."""
    return " ".join(thing.position.sentence.of(thing.document.text).split()).casefold()


def _moved(last: Thing, earlier: Sequence[Thing], thing: Thing) -> str:
    """What is other than before, "" where nothing is; what a report leaves out is not."""
    if opposed(last, thing):
        return f"refused before, {thing.position.kind} now"
    return _due_moved(earlier, thing) or _terms_moved(earlier, thing) or _wording_moved(last, thing)


def _due_moved(earlier: Sequence[Thing], thing: Thing) -> str:
    before = next((each for each in reversed(earlier) if each.position.due), None)
    if before is None or not (was := before.position.due) or not (now := thing.position.due):
        return ""
    if not was.when.end or not now.when.end or was.when.touches(now.when.start, now.when.end):
        return ""
    return f"due {was.when.value} before, {now.when.value} now"


def _terms_moved(earlier: Sequence[Thing], thing: Thing) -> str:
    """What the same voice now gives, or makes its condition; two voices put one condition in other words."""
    own = [each for each in earlier if voices(each) & voices(thing)]
    for name in ("exchange", "condition"):
        now = getattr(thing.position, name)
        before = next((each for each in reversed(own) if getattr(each.position, name)), None)
        if not now or before is None:
            continue
        told = _words(getattr(before.position, name), before.document.text)
        words = _words(now, thing.document.text)
        if overlap(telling(told), telling(words)) < _SAME_TERMS:
            return f"{name} “{told}” before, “{words}” now"
    return ""


def _wording_moved(last: Thing, thing: Thing) -> str:
    if last.numbers and thing.numbers and not last.numbers & thing.numbers:
        return f"{', '.join(sorted(last.numbers))} before, {', '.join(sorted(thing.numbers))} now"
    was, now = (_extent(each) for each in (last, thing))
    return f"{was} before, {now} now" if was and now and was != now else ""


def _extent(thing: Thing) -> str:
    """`the whole` or `a part` of it, where the wording says so."""
    words = set(thing.position.content.of(thing.document.text).casefold().replace("“", "").split())
    whole, part = words & WORDINGS.whole, words & WORDINGS.part
    return "the whole" if whole and not part else "a part" if part and not whole else ""


def _until(thing: Thing) -> date | None:
    """The last day of what is due; None where the words say only when it begins, or what has to come before."""
    due, text = thing.position.due, thing.document.text
    if due is None or _FROM.search(text[: due.span.start]):
        return None
    if thing.position.condition and _IF.match(thing.position.condition.of(text)):
        return None
    return due.when.end


def _lapsed(thread: Sequence[Thing], last: Change, asked: date | None) -> Change | None:
    """The due date given last has passed, and nothing was reported, nor was it stated again since."""
    due = next((until for each in reversed(thread) if (until := _until(each))), None)
    if due is None or asked is None or due >= asked or last.state not in _STANDING:
        return None
    if any(each.day and each.day > due for each in thread):
        return None
    return Change("lapsed", due + timedelta(days=1), "lapsed, nothing reported")


def _change(state: str, thing: Thing, reason: str) -> Change:
    return Change(state, thing.day, reason, thing.key, thing.document.id, thing.document.doc)
