"""tree-sitter's concrete tree → ESTree, lazily.

A ``Node`` keeps its tree-sitter node until its fields are asked for; then its children are wrapped, which decides their
ESTree type and no more. Nothing recurses into depth: a node is expanded one level at a time, parentheses are skipped in
a loop. The package ``treesitter`` has one file for each kind of syntax.

Not handled: ``import.source(…)``, ``import.defer(…)`` and other proposals that the grammar does not know, and what
``nodes`` says is dropped (types, import attributes).
"""

from __future__ import annotations

import tree_sitter

from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Tree
from bundlescan.syntax.treesitter.adapter import Adapter
from bundlescan.syntax.treesitter.grammar import grammar_of
from bundlescan.syntax.treesitter.respell import respell, respell_errors


def parse(source: Source, span: Span, language: str) -> Tree:
    """The tree of ``source.data[span.start:span.end]``; it never refuses."""
    return Adapter(source, span, parse_raw(source, span, language), grammar_of(language)).tree


def parse_raw(source: Source, span: Span, language: str) -> tree_sitter.Tree:
    """The same as tree-sitter has it."""
    parser = tree_sitter.Parser(grammar_of(language).language)
    if span != Span(0, len(source.data)):
        parser.included_ranges = [_range(source.data, span)]
    data = respell(source.data)
    parsed = parser.parse(data)
    if parsed.root_node.has_error:
        again = respell_errors(data)
        if again != data:
            parsed = parser.parse(again)
    return parsed


def _range(data: bytes, span: Span) -> tree_sitter.Range:
    return tree_sitter.Range(_point(data, span.start), _point(data, span.end), span.start, span.end)


def _point(data: bytes, offset: int) -> tuple[int, int]:
    return data.count(b"\n", 0, offset), offset - (data.rfind(b"\n", 0, offset) + 1)
