"""The ledger and the counts as they are printed: lines for the eye, JSON for a program. All text is made safe."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from detente.records import Change, Checked, Count, LedgerItem, Referent, Stated, short

from .safe import plain
from .wording import names

_LONGEST = 200
"""Code points of one wording that a line shows."""
Json = dict[str, Any]


def ledger_json(item: LedgerItem) -> Json:
    return {
        "id": item.id,
        "holder": _referents(item.holder),
        "to": _referents(item.to),
        "kind": item.kind,
        "state": item.state,
        "wording": item.wording,
        "exchange": item.exchange or None,
        "condition": item.condition or None,
        "due": item.due.value if item.due else None,
        "first": _day(item.first),
        "last": _day(item.last),
        "stated": [_stated_json(each) for each in item.stated],
        "changes": [_change_json(each) for each in item.changes],
    }


def count_json(found: Count) -> Json:
    return {
        "rules": dict(found.rules),
        "acts": [
            {
                "id": act.id,
                "when": {"start": _day(act.when.start), "end": _day(act.when.end)},
                "utc": _day(act.utc),
                "where": act.where,
                "title": act.title,
                "launched": act.launched,
                "reports": [{"doc": doc, "span": list(span)} for doc, span in act.reports],
            }
            for act in found.acts
        ],
        "claims": [_claim_json(each) for each in found.claims],
    }


def ledger_lines(items: Iterable[LedgerItem]) -> Iterator[str]:
    """Each item with its reports, oldest first, and what changed its state."""
    none = True
    for item in items:
        none = False
        to = f" → {_who(item.to)}" if item.to else ""
        yield f"{short(item.id)}  {item.state}  {_who(item.holder)}{to}: {item.kind}"
        for each in item.stated:
            yield f"    {_day(each.day) or 'undated':<10}  {_said(each)}  ({_doc(each.doc)})"
        for change in item.changes[1:]:
            where = f"  ({_doc(change.doc)})" if change.doc else ""
            yield f"    {_day(change.day) or 'undated':<10}  {change.state}: {plain(change.reason)}{where}"
    if none:
        yield "Nothing in the ledger."


def count_lines(found: Count) -> Iterator[str]:
    """The number by each rule, the acts, and the claims with the rules that agree."""
    yield ", ".join(f"{rule}: {number}" for rule, number in found.rules.items())
    for act in found.acts:
        utc = f" ({act.utc} UTC)" if act.utc and act.utc != act.when.start else ""
        many = f"  launched {act.launched}" if act.launched > 1 else ""
        docs = ", ".join(dict.fromkeys(_doc(doc) for doc, _ in act.reports))
        title = _cut(plain(act.title))
        yield f"  {short(act.id)}  {plain(act.when.value)}{utc}  {plain(act.where) or '-'}  {title}{many}  ({docs})"
    if found.claims:
        yield "Claims"
    for each in found.claims:
        yield f"  {_claim_line(each)}"


def _claim_line(each: Checked) -> str:
    claim = each.claim
    counted = names(claim.counted_by) or "unknown"
    head = f"{claim.number}{'' if claim.ordinal else ' in all'} of “{plain(claim.what) or claim.type}”"
    period = f" {plain(claim.period)}" if claim.period else ""
    told = f"{head}{period}, counted by {plain(counted)} ({_doc(claim.doc)})"
    if not each.given:
        return f"{told}: no period that the record could be asked for"
    if each.agree:
        return f"{told}: agrees with {names(each.agree)}"
    return f"{told}: the record has {', '.join(f'{number} {rule}' for rule, number in each.given.items())}"


def _said(each: Stated) -> str:
    terms = (
        ("", each.wording),
        ("in return for ", each.exchange),
        ("on condition: ", each.condition),
        ("due ", _due(each)),
    )
    return "; ".join(f"{before}{_cut(plain(words))}" for before, words in terms if words)


def _due(each: Stated) -> str:
    return f"{each.due} [{each.position.due.when.value}]" if each.position.due else ""


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _who(referents: Sequence[Referent]) -> str:
    return plain(names(tuple(dict.fromkeys(who.name for who in referents))))


def _stated_json(each: Stated) -> Json:
    position = each.position
    return {
        "id": position.id,
        "doc": each.doc,
        "span": list(position.content),
        "day": _day(each.day),
        "kind": position.kind,
        "wording": each.wording,
        "exchange": each.exchange or None,
        "condition": each.condition or None,
        "due": {"text": each.due, "value": position.due.when.value} if position.due else None,
    }


def _change_json(each: Change) -> Json:
    return {
        "state": each.state,
        "day": _day(each.day),
        "reason": each.reason,
        "report": each.report or None,
        "doc": each.doc or None,
    }


def _claim_json(each: Checked) -> Json:
    claim = each.claim
    return {
        "report": claim.report,
        "doc": claim.doc,
        "span": list(claim.span),
        "number": claim.number,
        "ordinal": claim.ordinal,
        "what": claim.what,
        "type": claim.type,
        "mode": claim.mode,
        "by": _referents(claim.by),
        "since": _day(claim.since),
        "until": _day(claim.until),
        "period": claim.period or None,
        "counted_by": list(claim.counted_by),
        "given": dict(each.given),
        "agree": list(each.agree),
    }


def _referents(each: Sequence[Referent]) -> list[Json]:
    return [{"name": who.name, "country": who.country, "sector": who.sector} for who in each]


def _doc(doc: str) -> str:
    """A document as a list names it: the id it was given, or its own, short."""
    return short(doc) if re.fullmatch("[0-9a-f]{64}", doc) else plain(doc)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
