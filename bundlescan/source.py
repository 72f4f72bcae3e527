"""Source text and positions.

Inside bundlescan every position is a byte offset into the file as it lies on disk. This module is the
only place where bytes become lines, UTF-16 columns (what editors, SARIF and source maps count) or
UTF-16 offsets (what esprima counts).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open byte range ``[start, end)`` of one file."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A point in a file: ``line`` 1-based (lines end at LF), ``column`` 1-based in UTF-16 units,
    ``offset`` in bytes from the start of the file (a BOM counts)."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True)
class Source:
    """One file: its name as reports print it, and its bytes exactly as read. ``settings``: what a build puts in for
    ``import.meta.env.X`` and ``process.env.X``, as far as that is known."""

    path: str
    data: bytes = field(repr=False)
    settings: Mapping[str, Setting] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(rb"\n", self.data))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        if start == 0 and self.data.startswith(BOM):
            start = min(len(BOM), offset)
        return Position(line, 1 + utf16_length(self.data[start:offset]), offset)

    @cached_property
    def unpacked(self) -> Source:
        """The file as it is read: with the code that is hidden in strings (``syntax/evals``)."""
        if b"//# sourceURL=" not in self.data and (b"Blob(" not in self.data or b"Worker" not in self.data):
            return self
        from bundlescan.syntax.evals import unpacked

        return unpacked(self)

    def outer(self, offset: int) -> int:
        """Where in the file the byte at ``offset`` of what is read is spelled."""
        return offset

    def inner(self, offset: int) -> int:
        """What is read at ``offset`` of the file."""
        return offset

    def spelled(self, span: Span, text: str) -> str | None:
        """How the file has to spell ``text`` in the place of ``span``; None where it cannot."""
        return text

    def shown(self, span: Span) -> tuple[Source, Span]:
        """Where a reader of the file finds what is read at ``span``."""
        return self, span

    def string_around(self, span: Span) -> Span | None:
        """The string of the file, quotes included, that spells ``span`` of what is read, if code in a string does."""
        return None

    def in_worker(self, offset: int) -> bool:
        """Whether what is read at ``offset`` is the text of a worker, whose location is a ``blob:`` URL."""
        return False

    def spelling(self, span: Span) -> bytes:
        """The bytes of the file at ``span`` of the file."""
        return self.data[span.start : span.end]

    def text(self, span: Span) -> str:
        """The characters of ``span``; bytes that are not UTF-8 become U+FFFD."""
        return self.data[span.start : span.end].decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Setting:
    """The text of a setting, and where it is spelled."""

    text: str
    source: Source
    span: Span


def utf16_length(data: bytes) -> int:
    """How many UTF-16 units the UTF-8 text ``data`` has."""
    if data.isascii():
        return len(data)
    text = data.decode("utf-8", "replace")
    return len(text) + sum(1 for c in text if c > "\uffff")
