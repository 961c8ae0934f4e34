"""Dates by rule: find the phrases of a text that name a time, and say which. Standard library only.

    find("Talks resume on Friday.", date(2019, 9, 10))  ->  [Expression(span, "DATE", "2019-09-13", True)]

`vocabulary` has the words, `neighbours` those beside them, `grammar` the phrases; `days`, `years`, `periods`,
`relative`, `amounts`, `clocks` and `zones` what they stand for; `guide` the values of the annotation guide.
"""

from .expression import Expression
from .finder import find
from .guide import guide_value, guide_when

__all__ = ["Expression", "find", "guide_value", "guide_when"]
