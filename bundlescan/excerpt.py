"""A few dozen characters of code around a place, on one line: bundles have lines of a megabyte."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bundlescan.source import Source, Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text[start:end]`` is the place; indices count code points."""

    text: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the place, the place, what stands after it."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def excerpt(source: Source, span: Span, *, around: int = 36, place: int = 60) -> Excerpt:
    """``span`` with at most ``around`` characters on each side; a place longer than ``place`` is cut in its middle.

    White space of any length counts as one blank. Where the line goes on, an ellipsis says so.
    """
    source, span = source.shown(span)
    reach = 4 * around + 4  # no character has more than four bytes
    before = _one_line(source.text(Span(max(0, span.start - reach), span.start)))
    after = _one_line(source.text(Span(span.end, span.end + reach)))
    left = before if len(before) <= around and span.start <= reach else "…" + before[-around:]
    right = after if len(after) <= around and span.end + reach >= len(source.data) else after[:around] + "…"
    middle = shorten(_ends(source, span, 4 * place + 4), place)
    left = left.lstrip()
    return Excerpt(left + middle + right.rstrip(), len(left), len(left) + len(middle))


def shorten(text: str, limit: int) -> str:
    """``text`` on one line; one longer than ``limit`` characters keeps its two ends."""
    text = _one_line(text)
    return text if len(text) <= limit else f"{text[: limit // 2]}…{text[-(limit // 2) :]}"


def _ends(source: Source, span: Span, reach: int) -> str:
    """The text of ``span``, of a long one the first and the last ``reach`` bytes."""
    if span.end - span.start <= 2 * reach:
        return source.text(span)
    return source.text(Span(span.start, span.start + reach)) + "…" + source.text(Span(span.end - reach, span.end))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
