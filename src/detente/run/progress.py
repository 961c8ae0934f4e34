"""What a person sees while inputs are read: what failed at once; a bar with counts and time left when it
takes more than a second."""

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from detente.ingest import count
from detente.records import Failed, Skipped
from detente.store import Tally

from .engine import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds before a bar is shown."""


class Progress:
    """Called after each input (it is a `run.Progress`). The bar is only for a terminal and not if `quiet`;
    what failed is always told, what was skipped unless `quiet`. All on standard error."""

    def __init__(self, inputs: Sequence[str], quiet: bool = False) -> None:
        self._inputs, self._quiet = inputs, quiet
        self._begun = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, outcome: Outcome, tally: Tally) -> None:
        if isinstance(outcome, Failed):
            self._say(f"failed: {outcome.thing}: {outcome.reason}")
        elif isinstance(outcome, Skipped) and not self._quiet:
            self._say(f"skipped: {outcome.thing}: {outcome.reason}")
        if self._quiet or not sys.stderr.isatty():
            return
        if self._bar is None and time.monotonic() - self._begun > PATIENCE:
            self._show()
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=tally.total)

    def _say(self, line: str) -> None:
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False)
        else:
            print(line, file=sys.stderr)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("reading", total=count(self._inputs))
        self._bar.start()
