"""A Filter as SQL: conditions and their parameters. Values are always parameters, never part of the SQL.

The queries name their tables: `d` is documents, `f` found, `p` parties.
"""

import re
from collections.abc import Sequence

from detente.actors import lookup

from .ports import Filter
from .rows import legible

WHOLE_WORD = 3
"""Words up to this length must match whole: "US" is not the beginning of "Ushakov"."""


class Where:
    """Conditions joined by AND."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.parameters: list[object] = []

    def add(self, condition: str, *parameters: object) -> None:
        self.conditions.append(condition)
        self.parameters.extend(parameters)

    def __str__(self) -> str:
        return " AND ".join(self.conditions) or "true"


def of_documents(filter: Filter) -> Where:
    """For a query over `d`."""
    where = _given(filter)
    inner = _found(filter)
    days = Where()
    _days(days, filter)
    if inner.conditions:
        inner.add(str(days), *days.parameters)
        where.add(_exists(inner), *inner.parameters)
    elif days.conditions:
        published = Where()
        if filter.since:
            published.add("d.published >= ?", filter.since)
        if filter.until:
            published.add("d.published <= ?", filter.until)
        where.add(f"({published} OR {_exists(days)})", *published.parameters, *days.parameters)
    return where


def of_found(filter: Filter, what: Sequence[str]) -> Where:
    """For a query over `d` and `f`; `what` are the kinds of found things that are meant."""
    where = _given(filter)
    where.add("f.what IN (SELECT unnest(?::VARCHAR[]))", list(what))
    found = _found(filter)
    _days(found, filter)
    where.add(str(found), *found.parameters)
    return where


def of_parties(filter: Filter) -> Where:
    """For a query over `d`, `f` and `p`: the actor is the party itself, not one beside it."""
    where = of_found(filter, ("event", "statement", "position"))
    if filter.actor:
        condition, parameters = _party(filter.actor)
        where.add(condition, *parameters)
    return where


def pattern(words: str) -> str:
    """A RE2 pattern that finds the words where a word begins, however they are spaced."""
    parts = legible(words).split()
    end = r"($|[^\pL\pN])" if sum(map(len, parts)) <= WHOLE_WORD else ""
    return r"(?i)(^|[^\pL\pN])" + r"\s+".join(re.escape(part) for part in parts) + end


def _given(filter: Filter) -> Where:
    where = Where()
    if filter.new_since:
        where.add("d.published >= ?", filter.new_since)
    if filter.as_of:
        where.add("coalesce(d.published, d.recorded::DATE) <= ?", filter.as_of)
    if filter.outlet:
        where.add(_matches("d.outlet"), pattern(filter.outlet))
    if filter.about:
        condition, parameters = _about(filter.about)
        where.add(condition, *parameters)
    return where


def _about(about: str) -> tuple[str, list[object]]:
    """All of the words stand in the text or in a title, or somebody of that name acts or speaks in it."""
    words = [pattern(word) for word in about.split()]
    condition, parameters = _party(about)
    told = " AND ".join(_matches("d.text") for _ in words) or "true"
    titled = " AND ".join(_matches("title") for _ in words) or "true"
    return (
        f"(({told}) OR d.id IN (SELECT document FROM sightings WHERE {titled}) "
        f"OR d.id IN (SELECT document FROM parties p JOIN current USING (document, run) WHERE {condition}))",
        [*words, *words, *parameters],
    )


def _found(filter: Filter) -> Where:
    where = Where()
    for column, value in (("type", filter.type), ("mode", filter.mode), ("status", filter.status)):
        if value:
            where.add(f"lower(f.{column}) = lower(?)", value)
    if filter.min_score:
        where.add("f.score >= ?", filter.min_score)
    if filter.actor:
        condition, parameters = _party(filter.actor)
        where.add(
            "EXISTS (SELECT 1 FROM parties p WHERE (p.document, p.run, p.place) = "
            f"(f.document, f.run, f.place) AND {condition})",
            *parameters,
        )
    return where


def _days(where: Where, filter: Filter) -> None:
    if filter.since:
        where.add("f.last_day >= ?", filter.since)
    if filter.until:
        where.add("f.first_day <= ?", filter.until)


def _exists(inner: Where) -> str:
    return (
        "EXISTS (SELECT 1 FROM found f JOIN current USING (document, run) "
        f"WHERE f.document = d.id AND {inner})"
    )


def _party(who: str) -> tuple[str, list[object]]:
    """By words of the name, by the usual name ("US" is the United States), by country where it is one."""
    best = next(iter(lookup(who)), None)
    country = best.country if best and best.kind == "state" else who.upper()
    condition = f"({_matches('p.name')} OR p.name = ? OR p.country = ?)"
    return condition, [pattern(who), best.name if best else who, country]


def _matches(column: str) -> str:
    return f"regexp_matches(strip_accents({column}), strip_accents(?))"
