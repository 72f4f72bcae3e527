"""Source text → ESTree. Two parsers, one tree; see ``nodes`` for the vocabulary.

tree-sitter is fast, lazy and survives broken code. esprima is the strict reference. Each is imported only when
asked for.
"""

from __future__ import annotations

from typing import Literal

from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Node, SyntaxIssue, Tree

__all__ = ["Language", "Node", "ParserName", "SyntaxIssue", "Tree", "parse"]

Language = Literal["js", "ts", "tsx"]
ParserName = Literal["tree-sitter", "esprima"]


def parse(
    source: Source, *, language: Language = "js", span: Span | None = None, parser: ParserName = "tree-sitter"
) -> Tree:
    """The tree of a file, or of the inline script at ``span`` of a bigger file; offsets stay those of the file.

    tree-sitter never refuses: what it cannot read becomes ``Error`` nodes, listed in ``Tree.issues``. esprima
    raises ``from_esprima.SyntaxFailure`` and knows JavaScript and JSX only.
    """
    if span is None:
        span = Span(0, len(source.data))
    if parser == "esprima":
        from bundlescan.syntax import from_esprima

        return from_esprima.parse(source, span, language)
    from bundlescan.syntax import from_treesitter

    return from_treesitter.parse(source, span, language)
