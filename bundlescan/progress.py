"""How far a long scan is, on one line of a terminal that is cleared at the end.

Nothing is shown in the first half second, and nothing where standard error is no terminal.
"""

from __future__ import annotations

import os
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from bundlescan.pipeline import Stage

PATIENCE, PACE = 0.5, 0.1  # seconds before the first line, and between two


class Progress:
    """To be used as a context, and called as a ``Watch``. Its own thread draws, so that one long script does not look
    like a stop."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.state: tuple[Stage, int, int, int] = ("read", 0, 0, 0)
        self.began = time.monotonic()
        self._over = threading.Event()
        self._drawn = 0  # columns
        self._thread: threading.Thread | None = None

    def __call__(self, stage: Stage, done: int, of: int, size: int) -> None:
        if stage != self.state[0]:
            self.began = time.monotonic()
        self.state = (stage, done, of, size)

    def __enter__(self) -> Progress:
        if self.stream.isatty() and os.environ.get("TERM") != "dumb":
            self._thread = threading.Thread(target=self._draw, daemon=True)
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        if self._drawn:
            self._show("")
            self._show("")  # back to the first column

    def line(self) -> str:
        """What is shown: how much is done, and how fast."""
        stage, done, of, size = self.state
        seconds = max(time.monotonic() - self.began, 1e-3)
        what = "reading" if stage == "read" else "analysing"
        noun = "files" if stage == "read" else "scripts that may connect"
        return f"{what}: {done} of {of} {noun}, {size / 1e6:.1f} MB, {size / 1e6 / seconds:.1f} MB/s"

    def _draw(self) -> None:
        wait = PATIENCE
        while not self._over.wait(wait):
            wait = PACE
            columns = os.get_terminal_size(self.stream.fileno()).columns or 80
            self._show(self.line()[: columns - 1])

    def _show(self, text: str) -> None:
        """``text`` over what stands there; without control sequences, which not everybody wants (NO_COLOR)."""
        self.stream.write("\r" + text.ljust(self._drawn))
        self.stream.flush()
        self._drawn = len(text)
