"""Where is where: states, regions, cities, waters, islands, zones, bases, sites and venues, from one file."""

from .candidates import Candidate, Place
from .lookup import locate

__all__ = ["Candidate", "Place", "locate"]
