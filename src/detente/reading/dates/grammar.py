"""How words make dates: patterns over classes of words, the longest match first.

In a pattern a lower-case name is a class of words (`vocabulary.CLASSES`, or a shape of `lexer`), an
upper-case name is a piece from `PIECES`; the rest is the language of regular expressions, blanks aside.
`finder` knows the function that reads each rule. Nothing repeats without a bound: a hostile text costs no
more than its length.
"""

import re
from typing import NamedTuple

from .lexer import LETTERS

PIECES = {
    "MONTH": "(month | maymarch | abbreviation dot?)",
    "DAY": "(day | ordinal)",
    "DAYNAME": "((weekday | shortday dot?) comma?)",
    "YEAR": "(year (christ | anno)? | anno year | number christ | day christ | shortyear)",
    "THATYEAR": "(of | comma)? (the | this | that)? (lastnext | same | following | past | this | that) unit",
    "OFYEAR": "((comma | of)? YEAR | THATYEAR)",
    "DETERMINER": "(the | this | that | these)",
    "POINTER": "(lastnext | this | same | following | past)",
    # Hours.
    "ZONE": "(ZONED | open ZONED shut)",
    "ZONED": "(zone ((plus | dash) day)? | zoneword standard? time | place standard? time)",
    "HOUR": "((clock | hours | day) ampm | clock | day clockword | (day | clock | hours)? noon)",
    "TIME": "(HOUR ZONE? | (year | number) ZONE)",
    "CLOCKED": "(at? TIME | part)",
    # What stands before a date and narrows it.
    "NARROW": """(
          the? edge of DETERMINER?
        | the? (early | mid | sooner) dash? (in | on | of)? the?
        | (early in)? the? early? part units? (of | on)
        | (TIME | noon | overnight | part) (on | of)?
    )""",
    # Lengths.
    "ABOUT": "(about | up to | at? least | a? about? more than)",
    "NUMBER": "(number | hours | day | numberword (dash? numberword)?)",
    "COUNT": "(a few | a? couple of? | several | few | a? hundred | NUMBER hundred | NUMBER | a)",
    "UNIT": "(unit | units | quarter | weekend)",
    "HALF": "(dash? and dash? a? dash? half)",
    "LENGTH": """(
          COUNT (more | solid){0,2} dash? (UNIT | second | season)
        | (NUMBER | a) HALF dash? UNIT
        | (NUMBER | a) dash? unit HALF
        | half a unit
    )""",
}

RULES = {
    "coordinated": """
          DAYNAME? MONTH DAY (dash | and | or | to | comma) the? DAY OFYEAR?
        | the? DAY (dash | and | or | to) the? DAY of? MONTH OFYEAR?
        | year dash (day | number) | number (dash | to | slash) number christ
    """,
    "calendar": """
        about? (DETERMINER? (lastnext | this | following | past))? NARROW?
        ( DAYNAME? the? DAY of? MONTH OFYEAR? | DAYNAME? MONTH the? DAY OFYEAR?
        | MONTH (comma | of)? YEAR | MONTH THATYEAR | MONTH
        | the (unit | units) YEAR | YEAR
        | iso | slashed | named | day dash MONTH dash (year | day | number) )
        CLOCKED?
    """,
    "dayless": "the (day | ordinal)",
    "weekday": """
        (POINTER | that){0,2} NARROW? POINTER{0,2}
        weekday (part | noon | overnight)? CLOCKED? (comma? open? today shut?)?
    """,
    "deictic": """
          NARROW? (today | tonight | yesterday) CLOCKED? (open weekday shut)?
        | NARROW? (today | yesterday) (comma | open) weekday shut?
        | the unit before yesterday
    """,
    "season": """
          NARROW? DETERMINER? POINTER{0,2} (season | fall)
          (of? YEAR | THATYEAR | of? DETERMINER? lastnext? unit)?
        | YEAR season
    """,
    "quarter": """
        NARROW? the? (ordinalword | ordinal | lastnext | second) dash? (quarter | half)
        (of? YEAR | THATYEAR | of? DETERMINER unit)?
    """,
    "weekof": "the (ordinalword | lastnext | ordinal) unit of (MONTH YEAR? | YEAR | lastnext unit)",
    "decade": """
        NARROW? the? decade
        | NARROW? the? (ordinalword | ordinal | numberword dash ordinalword) unit christ?
    """,
    "holiday": """
        NARROW? (holiday (apostrophe other)? (unit | eve)? | new unit apostrophe? other? (unit | eve))
        (comma? YEAR)?
    """,
    "calendarunit": """
          NARROW? (DETERMINER | lastnext | current | same | following){0,2}
          (lastnext | this | that | same | following | current) (unit | part | quarter | weekend)
        | NARROW unit | NARROW? the? weekend | the unit
        | unit dash? edge | edge dash of dash unit | unit apostrophe other edge
    """,
    "stretch": """
        DETERMINER{0,2} (lastnext | past | following | recent | ordinalword | these)
        (COUNT (solid | more){0,2} | solid | more)? dash? (units | unit) (of MONTH? year)?
    """,
    "shift": """
          ABOUT{0,2} (LENGTH | units) (ago | sooner | from now | before (?= comma | dot))
        | LENGTH before
        | in LENGTH apostrophe other? time
        | the unit (before | following)
    """,
    "reference": """
          right? now | more? recently | the past
        | (this | that) period | the time being | these units | (this | that | the | the same) time
    """,
    "length": "ABOUT{0,2} LENGTH (dash long | period | old | of age)? | (units | unit) dash long",
    "bare": "units",
    "set": """
          every COUNT? other? (unit | units | weekend | weekday | month | maymarch | season | fall | part)
        | (per | once a) unit | daily | weekdays
    """,
    "clock": "about{0,2} TIME | the? overnight | the? part",
}


def _compiled(pattern: str) -> str:
    """The regular expression over letters that a pattern stands for."""

    def written(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{_compiled(PIECES[name])})" if name.isupper() else LETTERS[name]

    letters = re.sub(r"[A-Za-z]+", written, pattern)
    return re.sub(r"\((?!\?)", "(?:", re.sub(r"\s+", "", letters))


_EACH = {name: re.compile(_compiled(pattern)) for name, pattern in RULES.items()}
_ANY = re.compile("|".join(f"(?:{rule.pattern})" for rule in _EACH.values()))

SHARED = re.compile(
    _compiled(
        """
        (and | or | to | dash | comma) from? the? (early | mid | edge of)? dash?
        (MONTH DAY | the? DAY of? MONTH | MONTH | season | fall) (comma | of)? year
        """
    )
)
"""What follows a date that leaves its year to the next one: "in August and September 1914"."""


class Match(NamedTuple):
    """The words from `start` to `end` (exclusive) may be a date by the rule of that name."""

    rule: str
    start: int
    end: int


def candidates(classes: str, position: int) -> list[Match]:
    """How the next words at or after `position` can be read as a date, longest first; [] at the end."""
    here = _ANY.search(classes, position)
    if here is None:
        return []
    start = here.start()
    read = ((name, rule.match(classes, start)) for name, rule in _EACH.items())
    found = [Match(name, start, match.end()) for name, match in read if match]
    return sorted(found, key=lambda match: -match.end)
