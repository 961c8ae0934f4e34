"""Hypothesis: no deadline (a busy machine is no bug), the same examples every time."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")
