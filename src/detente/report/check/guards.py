"""The words that carry status, and what a line must not lose of them."""

import re
from collections.abc import Iterator

from .ground import Ground

NEGATION = re.compile(
    r"not|(?:do|does|did|is|are|was|were|wo|would|could|should|ca|has|have|had|must|ai)n|no|never|neither|nor|none|nobody|nothing|without|"
    r"cannot|den(?:y|ies|ied|ying|ial|ials)|"
    r"refus\w+|reject\w*|declin\w+|fail\w*|lack\w*|unable|unlikely|ruled|rule|avoid\w*|prevent\w*|stop\w*|"
    r"cancel\w*|suspend\w*|stall\w*|postpon\w+|halt\w*|abandon\w*|drop\w*|away|longer|false|hoax|"
    r"little|few|hardly|barely|scarcely|instead"
)
HEDGE = re.compile(
    r"may|might|could|can|would|should|possib\w+|probab\w+|perhaps|maybe|likely|apparent\w*|seem\w*|"
    r"appear\w*|believ\w+|suspect\w*|alleg\w+|presum\w+|rumou?r\w*|reportedly|purported\w*|claim\w*|"
    r"potential\w*|suggest\w*|unclear|uncertain|unconfirmed|thought|estimat\w+|almost|nearly|about|around|"
    r"approximately|some|least|most"
)
INTENT = re.compile(
    r"will|shall|ll|plan\w*|intend\w*|threat\w*|vow\w*|pledg\w+|promis\w+|want\w*|hop\w+|seek\w*|sought|"
    r"agree\w*|expect\w*|prepar\w+|urg\w+|ask\w*|demand\w*|call\w*|propos\w+|offer\w*|willing\w*|ready|"
    r"due|scheduled|set|tr(?:y|ies|ied|ying)|attempt\w*|consider\w*|aim\w*"
)
CONDITION = re.compile(r"if|unless|until|provided|providing|assuming|whether|except")
NUMBER = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|first|second|third|fourth|fifth|"
    r"sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|once|twice|half|double|both|several|many|all"
)
ATTRIBUTION = re.compile(
    r"said|says|say|saying|told|tells|according|reported|reportedly|quoted|claim(?:s|ed)?|alleg(?:es|ed|edly)|"
    r"believ(?:e|es|ed)|suspect(?:s|ed)?|stated|insist(?:s|ed)|argu(?:es|ed)|warn(?:s|ed)|announce(?:d|s|ment)"
)

_MARKERS = {
    "future": re.compile(
        r"will|shall|ll|would|to|plan\w*|schedul\w+|set|due|next|upcoming|coming|expect\w*|agree\w*|intend\w*|"
        r"tomorrow|later|ahead|vow\w*|pledg\w+|promis\w+|going|future|forthcoming|prepar\w+|invit\w+|propos\w+"
    ),
    "possible": re.compile(
        r"may|might|could|can|would|should|possib\w+|probab\w+|perhaps|maybe|likely|apparent\w*|seem\w*|"
        r"appear\w*|believ\w+|suspect\w*|alleg\w+|presum\w+|rumou?r\w*|reportedly|purported\w*|claim\w*|"
        r"potential\w*|unconfirmed|thought|consider\w*|worr\w+|fear\w*|risk\w*|scenario|whether|accus\w+|mull\w*"
    ),
    "conditional": re.compile(r"if|unless|should|provided|would|until|once|only|were|when|condition\w*"),
    "negated": re.compile(
        NEGATION.pattern + r"|end\w*|stalemate|deadlock|impasse|collaps\w+|yet|frozen|scrap\w*|break\w*|"
        r"broke\w*|called|off|dispute\w*|dismiss\w*|skip\w*|delay\w*|held|hold"
    ),
}
_BOUNDARY = re.compile(r"[,;:—–()“”\"]|\s-{1,2}\s")
_TURN = frozenset(("while", "but", "whereas", "although", "though", "because"))


def shows(status: str, said: str) -> bool:
    """Whether a word of that status is among the words."""
    marker = _MARKERS.get(status)
    return marker is None or any(marker.fullmatch(word) for word in said.split())


def is_guard(word: str) -> bool:
    """Whether a word carries number or status."""
    return any(pattern.fullmatch(word) for pattern in (NUMBER, NEGATION, HEDGE, CONDITION))


def stretches(ground: Ground) -> Iterator[range]:
    """The sentence cut at its marks and turns ("while", "but"): as far as a "not" or a "may" reaches."""
    start = 0
    for index in range(1, len(ground.tokens)):
        between = ground.text[ground.tokens[index - 1].span.end : ground.tokens[index].span.start]
        if _BOUNDARY.search(between) or ground.tokens[index].word in _TURN:
            yield range(start, index)
            start = index
    yield range(start, len(ground.tokens))


def near(ground: Ground, covered: set[int]) -> set[int]:
    """The tokens a line does not have in the stretches it draws on."""
    out: set[int] = set()
    for stretch in stretches(ground):
        if covered.intersection(stretch):
            out.update(stretch)
    return out - covered


def among(pattern: re.Pattern[str], ground: Ground, indices: set[int]) -> list[str]:
    """The words at these places that the pattern knows, in order."""
    return [ground.tokens[i].as_written for i in sorted(indices) if pattern.fullmatch(ground.tokens[i].word)]
