"""Modules hidden in strings, as webpack's eval devtools leave them: ``eval("…\\n//# sourceURL=…")`` for each module.

A file that has such calls is read as if their code stood there itself. ``Unpacked`` is the file so read: everything
above ``source`` sees one script, in which modules share scopes with the runtime around them, as they do when it runs.
Positions and edits are those of the file: ``Unpacked`` leads every byte back to the one that spells it, and spells
what an edit puts in as the string around it does.

Not handled: code in other strings (``new Function``, ``setTimeout("…")``), calls inside inline scripts of pages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from bundlescan.source import Position, Source, Span
from bundlescan.syntax.strings import string_text

_MARK = b"//# sourceURL="
#: an eval of one string literal, also through a Trusted Types policy, that stands as a statement
_CALL = re.compile(
    rb"(?<=[{};\s/])eval\(\s*(?:[\w$.]+\(\s*)?"
    rb"(?:\"(?P<double>[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+)\"|'(?P<single>[^'\\\n]*+(?:\\.[^'\\\n]*+)*+)')"
    rb"\s*\)?\s*\)\s*(?:;|(?=\}))",
    re.DOTALL,
)
_ESCAPE = re.compile(
    rb"(?:\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2})|\\u\{[0-9A-Fa-f]+\}|\\u[0-9A-Fa-f]{4}"
    rb"|\\x[0-9A-Fa-f]{2}|\\[0-7]{1,3}|\\\r\n|\\\xe2\x80[\xa8\xa9]|\\.",
    re.DOTALL,
)
_COMMON = {b"\\n": b"\n", b'\\"': b'"', b"\\'": b"'", b"\\\\": b"\\", b"\\t": b"\t", b"\\r": b"\r"}


def unpacked(source: Source) -> Source:
    """``source`` with the code of its eval calls in their place; itself where it has none."""
    data = source.data
    if _MARK not in data or b"eval(" not in data:
        return source
    made = _Making()
    position = 0
    for match in _CALL.finditer(data):
        group = "double" if match["double"] is not None else "single"
        if _MARK not in match[group]:
            continue
        made.add(data[position : match.start()], position)
        made.add(_ESCAPE.sub(_unescaped, match[group]), match.start(group), Span(*match.span(group)))
        made.add(b"\n", match.end() - 1)  # the code ends in a comment
        position = match.end()
    if not position:
        return source
    made.add(data[position:], position)
    return Unpacked(source.path, b"".join(made.parts), file=source, chunks=tuple(made.chunks))


def _unescaped(match: re.Match[bytes]) -> bytes:
    known = _COMMON.get(match[0])
    return known if known is not None else string_text(match[0]).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is read from ``start`` on stands in the file from ``outer`` on: as it is, or spelled by a ``string`` (the
    bytes between its quotes)."""

    start: int
    outer: int
    string: Span | None


class _Making:
    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.chunks: list[Chunk] = []
        self.size = 0

    def add(self, data: bytes, outer: int, string: Span | None = None) -> None:
        self.parts.append(data)
        self.chunks.append(Chunk(self.size, outer, string))
        self.size += len(data)


@dataclass(frozen=True)
class Unpacked(Source):
    """A file read with the code of its eval calls in their place. ``path`` is the file's."""

    file: Source = field(repr=False, kw_only=True)
    chunks: tuple[Chunk, ...] = field(repr=False, kw_only=True)

    @cached_property
    def _starts(self) -> list[int]:
        return [chunk.start for chunk in self.chunks]

    @cached_property
    def _outers(self) -> list[int]:
        return [chunk.outer for chunk in self.chunks]

    @cached_property
    def _known(self) -> dict[Chunk, tuple[list[int], list[int]]]:
        return {}

    def _anchors(self, chunk: Chunk) -> tuple[list[int], list[int]]:
        """Where runs of characters that spell themselves begin: in what is read, and in the file."""
        known = self._known.get(chunk)
        if known is None:
            read, spelled = [chunk.start], [chunk.outer]
            if chunk.string is not None:
                at, position = chunk.start, chunk.outer
                for match in _ESCAPE.finditer(self.file.data, chunk.string.start, chunk.string.end):
                    at += match.start() - position
                    read.append(at)
                    spelled.append(match.start())
                    at += len(_unescaped(match))
                    position = match.end()
                    read.append(at)
                    spelled.append(position)
            known = self._known[chunk] = (read, spelled)
        return known

    def position(self, offset: int) -> Position:
        return self.file.position(self.outer(offset))

    def outer(self, offset: int) -> int:
        chunk = self.chunks[bisect_right(self._starts, offset) - 1]
        read, spelled = self._anchors(chunk)
        at = bisect_right(read, offset) - 1
        return spelled[at] + offset - read[at]

    def inner(self, offset: int) -> int:
        chunk = self.chunks[bisect_right(self._outers, offset) - 1]
        read, spelled = self._anchors(chunk)
        at = bisect_right(spelled, offset) - 1
        return read[at] + offset - spelled[at]

    def string_around(self, span: Span) -> Span | None:
        """The string of the file, quotes included, that spells ``span`` of what is read."""
        chunk = self.chunks[bisect_right(self._starts, span.start) - 1]
        return Span(chunk.string.start - 1, chunk.string.end + 1) if chunk.string is not None else None

    def spelling(self, span: Span) -> bytes:
        return self.file.data[span.start : span.end]

    def spelled(self, span: Span, text: str) -> str | None:
        """How the file has to spell ``text`` in the place of ``span``; None where ``span`` ends in another chunk."""
        chunk = self.chunks[bisect_right(self._starts, span.start) - 1]
        if self.chunks[bisect_right(self._starts, max(span.start, span.end - 1)) - 1] is not chunk:
            return None
        if chunk.string is None:
            return text
        quote = chr(self.file.data[chunk.string.start - 1])
        return text.replace("\\", "\\\\").replace(quote, "\\" + quote).translate(_LINE_ENDS)


_LINE_ENDS = str.maketrans({"\n": "\\n", "\r": "\\r", "\u2028": "\\u2028", "\u2029": "\\u2029"})

__all__ = ["Unpacked", "unpacked"]
