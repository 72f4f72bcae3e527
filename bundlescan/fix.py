"""Edits and fixes: a rewrite described, not yet applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bundlescan.source import Span

#: bytes between edits that are shown as one change
CLOSE = 120


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


def hunks(edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits of one fix in their order, those together that a reader takes for one change: what is put in around an
    expression, and what stands close to each other."""
    found: list[list[Edit]] = []
    for edit in sorted(set(edits)):
        last = found[-1][-1] if found else None
        if last is not None and last.path == edit.path:
            around = last.span.start == last.span.end and edit.span.start == edit.span.end
            if around or edit.span.start - last.span.end <= CLOSE:
                found[-1].append(edit)
                continue
        found.append([edit])
    return found


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
