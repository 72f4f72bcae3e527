"""esprima's tree → the same ESTree (in the next commit)."""

from __future__ import annotations

from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Tree


def parse(source: Source, span: Span, language: str) -> Tree:
    raise NotImplementedError
