"""Text → words, by the tokenisation of the UD English treebanks (clitics, hyphens and symbols apart)."""

import re

from detente.records import Span

# What keeps its full stop. Single capital letters ("J.") and runs of them ("U.S.") need no list.
_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Sgt Capt Maj Cmdr Adm Gov Sen Rep Rev Hon Pres St Sr Jr Ph.D Inc Corp "
    "Co Ltd Bros No Nos vs v al e.g i.e cf approx est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Mt Ft Ave Blvd Rd Univ Dept Assn pp Vol Fig a.m p.m Brig Pvt Messrs Mme Sgts Supt Det Pte Cpl"
).split()
_ABBREVIATION = "|".join(re.escape(each) for each in sorted(_ABBREVIATIONS, key=len, reverse=True))

# Compounds with a hyphen that the treebanks keep whole: the first part is a prefix that is no word by itself.
_PREFIX = (
    r"(?:anti|co|counter|de|e|ex|extra|inter|intra|mid|mini|multi|neo|non|over|para|post|pre|pro|pseudo|quasi|re|"
    r"semi|socio|sub|super|trans|ultra|un|under|vice|micro|macro|mega|bi|tri|uni|infra|hyper|geo|bio|eco|euro|afro|"
    r"anglo|sino|indo|franco|russo|nano|cyber|electro|hydro|techno|thermo|self(?=-same))"
)

_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]       # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # mail
  | (?<!\w)@\w+ | \#(?=\d) | \#\w+                                                 # handles and tags
  | [^\W\d][\w-]*(?:\.[a-z][\w-]*)+\.?[\w-]+\b | \w+\.(?:com|org|net|gov|doc|DOC|pdf|XLS|xls)\b  # hosts, files
  | [A-Z]&[A-Z](?!\w) | b/c\b
  | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w]))?                   # U.S., a.m., U.S.A
  | (?:{_ABBREVIATION})\.(?!\w)                                 # Mr.
  | (?<![\w.])[A-Z]\.(?=\s+[A-Z])                               # J. Smith
  | \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\w/])                      # 9/11, 11/28/2000
  | \d{{4}}-\d\d-\d\d(?!\w) | \d{{3}}-\d{{3}}-\d{{4}}(?!\w)            # ISO days, telephones
  | (?>\d+(?:[.,:]\d+)*)(?:(?:st|nd|rd|th|s|ers?)(?!\w)|(?![^\W\d_]))   # numbers, ordinals, decades
  | (?>\d+(?:[.,:]\d+)*)(?=(?:am|pm|km|kg|m|mm|cm|bn|k|AM|PM)\b)        # 5pm, 330km
  | (?i:can)(?=not\b)                                           # can|not
  | (?i:gon|wan|got)(?=(?:na|ta)\b)
  | (?i:[^\W\d_]+?)(?=n['’]t\b)                                 # do|n't
  | (?i:n['’]t)\b
  | ['’](?i:s|m|d|re|ve|ll)\b                                   # 's
  | {_PREFIX}-(?=\w)[^\W_]+                                     # pre-war
  | (?i:{_PREFIX})-(?=\w)[^\W_]+
  | (?:[^\W\d_]|\d)+(?:['’](?=[^\W\d_]{{3,}})[^\W\d_]+)?        # words, O'Brien
  | [:;]-?[()DP](?!\w)                                          # :)
  | [.?!]{{2,}} | -{{2,}} | _+ | <+ | >+ | ''|‘’|’’|`` | ([*=~+#$])\1+   # runs
  | \S
    """,
    re.VERBOSE,
)


def words(text: str, span: Span) -> list[Span]:
    """The words of `text` within `span`, in order; together they cover all but white space."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text, span.start, span.end)]
