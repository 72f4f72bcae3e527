"""Edits and fixes: a rewrite described, not yet applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bundlescan.source import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the bytes of ``span`` in ``path`` by ``text`` (UTF-8)."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, and what they do in one line (``"9000" -> location.port``)."""

    title: str
    edits: tuple[Edit, ...]


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """``data`` with non-overlapping ``edits`` (all of one file) put in; bytes outside them are unchanged.

    Raises ValueError if two edits overlap.
    """
    out: list[bytes] = []
    position = 0
    for edit in sorted(set(edits)):
        if edit.span.start < position:
            raise ValueError(f"overlapping edits at byte {edit.span.start} of {edit.path}")
        out += (data[position : edit.span.start], edit.text.encode())
        position = edit.span.end
    out.append(data[position:])
    return b"".join(out)
