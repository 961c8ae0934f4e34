"""Who is who: states, bodies, groups, media, persons and nominals, from one compiled file."""

from .candidates import Candidate
from .lexicon import PRONOUNS
from .lookup import lookup, nominal_sector
from .scan import scan
from .women import woman

__all__ = ["PRONOUNS", "Candidate", "lookup", "nominal_sector", "scan", "woman"]
