"""What is found: a phrase that names a time, and its TIMEX3 value."""

from dataclasses import dataclass

from detente.records import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """`kind` is `DATE`, `TIME`, `DURATION` or `SET`; `value` is TIMEX3 (ISO 8601), an interval `A/B`.

    Where a value needs the day of publication and there is none, its parts are `X` (`XXXX-09`,
    `XXXX-WXX-2`); it is "" where the phrase points at a time that the rules cannot tell ("that period").
    `anchored` says that the value is a place on the calendar: no part unknown, and no duration, set or
    vague reference (`PRESENT_REF`).
    `mod` is the part of its time that is meant: `START` and `END` are its edges ("the end of May"), `EARLY`,
    `MID` and `LATE` some of it ("late May"), "" all of it. TIMEX3 knows only START, MID and END.
    `side` tells of a duration or vague reference whether it lies `before` or `after` the day of publication
    ("the past two weeks", "in coming days"); "" where it hangs on nothing.
    `parts` are the two ends of an interval as they stand in the text, else empty.
    """

    span: Span
    kind: str
    value: str
    anchored: bool
    mod: str = ""
    side: str = ""
    parts: tuple["Expression", ...] = ()
