"""What can go wrong, as a tree.

Every message reads: what failed: on what: what was found; what to do.
"""


class DetenteError(Exception):
    """The root. `thing` is what it failed on, `found` what was there, `todo` what the user can do."""

    failed = "detente failed"

    def __init__(self, thing: str, found: str, todo: str = "") -> None:
        self.thing = thing
        self.found = found
        self.todo = todo
        super().__init__(str(self))

    def __str__(self) -> str:
        said = f"{self.failed}: {self.thing}: {self.found}"
        return f"{said}; {self.todo}" if self.todo else said


class CallError(DetenteError):
    """The command was called wrongly (exit code 2)."""

    failed = "cannot do that"


class InputError(DetenteError):
    """One input cannot be had or is no document; the others are not touched by it."""

    failed = "cannot read"


class RecordError(DetenteError):
    """The record on disk cannot be opened, or holds something else."""

    failed = "cannot use the record"


class ModelError(DetenteError):
    """The shipped model is missing or is not the one this version expects."""

    failed = "cannot load the model"


class NotFoundError(DetenteError):
    """Nothing in the record has that id."""

    failed = "not in the record"
