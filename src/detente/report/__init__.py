"""The brief, the lists, and the way back from a record to the words. Each line of a brief is checked
against its sources before it is kept."""

from .brief import brief
from .check import check
from .happened import happening_lines
from .hits import Hit, hits
from .lines import Brief, BriefOptions, Citation, Cited, LeftOut, Line, Source
from .listing import listing
from .render import render
from .rows import KINDS
from .safe import json_line, plain
from .trail import why

__all__ = [
    "KINDS",
    "Brief",
    "BriefOptions",
    "Citation",
    "Cited",
    "Hit",
    "LeftOut",
    "Line",
    "Source",
    "brief",
    "check",
    "happening_lines",
    "hits",
    "json_line",
    "listing",
    "plain",
    "render",
    "why",
]
